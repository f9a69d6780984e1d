package answer_test

import (
	"encoding/json"
	"io/fs"
	"os"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/beianlint/beianlint/docs/playground/answer"
	"github.com/beianlint/beianlint/docs/playground/dropped"
	"github.com/beianlint/beianlint/lint/message"
)

// shop returns the example as a folder that was dropped, without its list, and with files
// beside it.
func shop(t *testing.T, beside map[string]string) *dropped.Tree {
	t.Helper()
	tree := dropped.New()
	add := func(below, name string, data []byte) {
		if err := tree.Add(below, dropped.File{Name: name, Size: int64(len(data)), Read: func() ([]byte, error) { return data, nil }}); err != nil {
			t.Fatal(err)
		}
	}
	folder := os.DirFS("../../../testdata/shop")
	err := fs.WalkDir(folder, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || name == "filed-domains.txt" {
			return err
		}
		data, err := fs.ReadFile(folder, name)
		add("shop", name, data)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	for name, content := range beside {
		add(".", name, []byte(content))
	}
	return tree
}

func ask(t *testing.T, q answer.Question) *answer.Answer {
	t.Helper()
	q.Now, q.Version = time.Date(2026, 1, 2, 3, 4, 5, 0, time.UTC), "v1.2.3"
	return answer.Ask(t.Context(), q)
}

func view(t *testing.T, a *answer.Answer, l message.Lang) *answer.View {
	t.Helper()
	v, err := a.In(l)
	if err != nil {
		t.Fatal(err)
	}
	return v
}

const list = "example.com 京ICP备2024000001号-1\nexample.com.cn 京ICP备2024000001号-2\n"

func TestAnswer(t *testing.T) {
	a := ask(t, answer.Question{Tree: shop(t, map[string]string{"备案.txt": list}), Folders: []string{"shop"}, Lists: []string{"备案.txt"}})
	v := view(t, a, message.English)
	want := []answer.Finding{{
		Severity: "error", Label: "error", Rule: "unfiled-domain", URL: v.Findings[0].URL,
		Text:   "no filing covers “files.example.net”: example.net is not on the filed list",
		Help:   "file example.net (ICP filing, through the server's access provider) and add it to the filed list: example.net <filing number>",
		Places: []answer.Place{{At: "shop/pages/order/order.js:13:12", Line: "      url: 'https://files.example.net/invoice.pdf',"}},
	}}
	if diff := cmp.Diff(want, v.Findings); diff != "" {
		t.Error(diff)
	}
	if v.Verdict != "1 domain needs attention" || v.Look != "bad" || !v.Listed || v.Domains != 4 || len(v.Failure) > 0 {
		t.Errorf("%+v", v)
	}
	boxes := []answer.Box{
		{Title: "request domains (request合法域名)", Text: "https://api.example.com", Entries: 1},
		{Title: "uploadFile domains (uploadFile合法域名)", Text: "https://upload.example.com.cn", Entries: 1},
	}
	if diff := cmp.Diff(boxes, v.Programs[0].Boxes); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff([]string{"left out: files.example.net (not filed)"}, v.Programs[0].LeftOut); diff != "" {
		t.Error(diff)
	}
	kinds := map[string]string{"html": "<title>Domain filing report · 2026-01-02", "csv": "files.example.net", "add": "example.net  pending"}
	for _, f := range v.Files {
		if !strings.Contains(f.Text, kinds[f.Kind]) {
			t.Errorf("%s does not have %q:\n%s", f.Name, kinds[f.Kind], f.Text)
		}
		delete(kinds, f.Kind)
	}
	if len(kinds) > 0 {
		t.Errorf("no %v", kinds)
	}
	if zh := view(t, a, message.Chinese); zh.Verdict != "1 个域名需要处理" || zh.Findings[0].Label != "错误" || zh.Programs[0].Title != "shop（微信）" {
		t.Errorf("%+v", zh)
	}
}

// Without a list there are domains and a list to begin with, and no report, which would
// be about filings.
func TestWithoutList(t *testing.T) {
	v := view(t, ask(t, answer.Question{Tree: shop(t, nil), Folders: []string{"shop"}}), message.English)
	if v.Listed || v.Domains != 4 || len(v.Failure) > 0 {
		t.Errorf("%+v", v)
	}
	var kinds []string
	for _, f := range v.Files {
		kinds = append(kinds, f.Kind)
	}
	if diff := cmp.Diff([]string{"csv", "list"}, kinds); diff != "" {
		t.Error(diff)
	}
}

// What keeps a run from its end is said in the words of the language, with its place.
func TestFailures(t *testing.T) {
	for name, test := range map[string]struct {
		tree          *dropped.Tree
		folder, list  string
		english, text string
		at            string
	}{
		"no program":   {shop(t, map[string]string{"docs/a.txt": ""}), "docs", "", "no mini program in \"docs\"", "\"docs\" 中没有小程序", ""},
		"broken list":  {shop(t, map[string]string{"l.txt": "com.cn 京ICP备2024000001号-1\n"}), "shop", "l.txt", "com.cn", "com.cn", "l.txt:1:1"},
		"broken setup": {shop(t, map[string]string{"shop/.beianlint.json": "{"}), "shop", "", "", "", "shop/.beianlint.json:1:2"},
		"no folder":    {shop(t, nil), "gone", "", "gone", "gone", ""},
	} {
		t.Run(name, func(t *testing.T) {
			q := answer.Question{Tree: test.tree, Folders: []string{test.folder}}
			if test.list != "" {
				q.Lists = []string{test.list}
			}
			a := ask(t, q)
			for l, want := range map[message.Lang]string{message.English: test.english, message.Chinese: test.text} {
				v := view(t, a, l)
				if len(v.Failure) == 0 || !strings.Contains(v.Failure[0].Text, want) {
					t.Fatalf("%+v, want %q", v.Failure, want)
				}
				at := ""
				if places := v.Failure[0].Places; len(places) > 0 {
					at = places[0].At
				}
				if at != test.at {
					t.Errorf("at %q, want %q", at, test.at)
				}
			}
		})
	}
}

// TestHostile: a name that would end a line or an element is text, and no place is
// beyond a bound.
func TestHostile(t *testing.T) {
	evil := "<img src=x onerror=alert(1)>\u202e\x1b[31m"
	var calls strings.Builder
	for range 20 {
		calls.WriteString("wx.request({url: 'https://a.example.net/" + evil + "'})\n")
	}
	tree := shop(t, map[string]string{"shop/utils/request.js": "", "shop/app.js": ""})
	if tree.Refused != 2 {
		t.Errorf("%d refused", tree.Refused)
	}
	tree = dropped.New()
	for name, content := range map[string]string{"app.json": `{"pages":["p"]}`, "p.js": calls.String(), "filed-domains.txt": ""} {
		if err := tree.Add(evil, dropped.File{Name: name, Size: int64(len(content)), Read: func() ([]byte, error) { return []byte(content), nil }}); err != nil {
			t.Fatal(err)
		}
	}
	v := view(t, ask(t, answer.Question{Tree: tree, Folders: []string{evil}}), message.English)
	f := v.Findings[0]
	if len(f.Places) != 4 || f.More != 16 {
		t.Errorf("%d places and %d more", len(f.Places), f.More)
	}
	shown, err := json.Marshal([]any{v.Findings, v.Programs, v.Verdict, v.Counts})
	if err != nil || strings.ContainsAny(string(shown), "\u202e\x1b") || strings.Contains(string(shown), `\u202e`) {
		t.Errorf("%v: %s", err, shown)
	}
}
