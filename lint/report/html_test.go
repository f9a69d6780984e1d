package report_test

import (
	"crypto/sha256"
	"encoding/base64"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"github.com/rogpeppe/go-internal/txtar"
	"golang.org/x/net/html"

	"github.com/beianlint/beianlint/lint"
	"github.com/beianlint/beianlint/lint/finding"
	"github.com/beianlint/beianlint/lint/message"
	"github.com/beianlint/beianlint/lint/report"
)

// htmlNow is one day in the evening of China.
var htmlNow = time.Date(2026, 11, 22, 12, 30, 0, 0, time.UTC)

// shops is what a run says of the mini programs of testdata/report/html.txtar.
func shops(t *testing.T) *lint.Result {
	t.Helper()
	a, err := txtar.ParseFile(filepath.Join("..", "..", "testdata", "report", "html.txtar"))
	if err != nil {
		t.Fatal(err)
	}
	files := fstest.MapFS{"work/.git/HEAD": {}, "work/node_modules/x/index.js": {}}
	for _, f := range a.Files {
		files[path.Join("work", f.Name)] = &fstest.MapFile{Data: f.Data}
	}
	r, err := lint.Run(t.Context(), lint.Options{FS: files, Dirs: []string{"work"}, Cwd: "work", Now: htmlNow, NeedList: true})
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func htmlOptions(lang message.Lang) *report.Options {
	return &report.Options{
		Lang: lang, Paths: report.Paths{Base: "work"}, FailOn: "error", Now: htmlNow, Version: "v0.0.0-test",
	}
}

func writeHTML(t *testing.T, r *lint.Result, o *report.Options) string {
	t.Helper()
	var b strings.Builder
	if err := report.HTML(&b, r, o); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

var (
	inlineStyle  = regexp.MustCompile(`(?s)<style>(.*?)</style>`)
	inlineScript = regexp.MustCompile(`(?s)<script>(.*?)</script>`)
	digests      = regexp.MustCompile(`sha256-[A-Za-z0-9+/]+=*`)
)

func TestHTML(t *testing.T) {
	for _, lang := range []message.Lang{message.English, message.Chinese} {
		golden(t, "html."+string(lang)+".golden", shortened(writeHTML(t, shops(t), htmlOptions(lang))))
	}
	golden(t, "html.empty.golden", shortened(writeHTML(t, &lint.Result{}, htmlOptions(message.English))))
}

// TestHTMLVerdict: a domain without a filing is told of, be its finding silenced
// or not, and so is a run that checked nothing.
func TestHTMLVerdict(t *testing.T) {
	silenced, others, filed := shops(t), shops(t), shops(t)
	silenced.Findings = nil
	for _, p := range slices.Concat(others.Projects, filed.Projects) {
		for _, h := range p.Hosts {
			h.Filing.Status = "filed"
		}
	}
	others.Findings = slices.DeleteFunc(others.Findings, func(f *finding.Finding) bool { return f.Rule != "domain-check-off" })
	filed.Findings = nil
	for want, r := range map[string]*lint.Result{
		"8 domains need attention": shops(t),
		"8 domains have no valid filing, but the settings keep them from being reported": silenced,
		"Every checked domain is filed; other findings remain":                           others,
		"Every checked domain is filed":                                                  filed,
		"No domains were found":                                                          {},
	} {
		if got := writeHTML(t, r, htmlOptions(message.English)); !strings.Contains(got, ">"+want+"</p>") {
			t.Errorf("want %q", want)
		}
	}
}

// TestHTMLKnowsItsWords: every id of a template stands for a sentence.
func TestHTMLKnowsItsWords(t *testing.T) {
	id := regexp.MustCompile(`\b(html|report)\.[a-z-]+|[{}]`)
	for _, r := range []*lint.Result{shops(t), {}} {
		doc := parseHTML(t, shortened(writeHTML(t, r, htmlOptions(message.English))))
		text := textOf(doc)
		for n := range doc.Descendants() {
			for _, a := range n.Attr {
				if a.Key != "data-text" {
					text += "\n" + a.Val
				}
			}
		}
		if found := id.FindString(text); found != "" {
			t.Errorf("%s is no sentence", found)
		}
	}
}

// shortened is the report without what stands in a file of its own.
func shortened(text string) string {
	text = inlineStyle.ReplaceAllString(text, "<style>…</style>")
	text = inlineScript.ReplaceAllString(text, "<script>…</script>")
	return digests.ReplaceAllString(text, "sha256-…")
}

// TestHTMLLoadsNothing: the policy lets the browser run what stands in the file
// and load nothing at all; and nothing asks for more.
func TestHTMLLoadsNothing(t *testing.T) {
	got := writeHTML(t, shops(t), htmlOptions(message.Chinese))
	policy := attribute(parseHTML(t, got), "meta", "content", "http-equiv", "Content-Security-Policy")
	style, script := inlineStyle.FindStringSubmatch(got)[1], inlineScript.FindStringSubmatch(got)[1]
	want := "default-src 'none'; style-src " + sha(style) + "; script-src " + sha(script) + "; base-uri 'none'; form-action 'none'"
	if policy != want {
		t.Errorf("policy %q, want %q", policy, want)
	}
	if len(style) > 7<<10 || len(script) > 7<<10 {
		t.Errorf("style of %d bytes, script of %d: too big", len(style), len(script))
	}
	if strings.Contains(style, "url(") || strings.Contains(style, "@import") {
		t.Error("the style loads something")
	}
	loadsNothing(t, parseHTML(t, got))
}

// loadsNothing looks for what a browser would load, follow or run.
func loadsNothing(t *testing.T, doc *html.Node) {
	t.Helper()
	for n := range doc.Descendants() {
		for _, a := range n.Attr {
			loads := a.Key == "src" || a.Key == "href" && !strings.HasPrefix(a.Val, "#") || a.Key == "action" || a.Key == "style"
			if loads || strings.HasPrefix(a.Key, "on") {
				t.Errorf("<%s %s=%q>", n.Data, a.Key, a.Val)
			}
		}
	}
}

func sha(text string) string {
	sum := sha256.Sum256([]byte(text))
	return "'sha256-" + base64.StdEncoding.EncodeToString(sum[:]) + "'"
}

func parseHTML(t *testing.T, text string) *html.Node {
	t.Helper()
	doc, err := html.Parse(strings.NewReader(text))
	if err != nil {
		t.Fatal(err)
	}
	return doc
}

// attribute returns the attribute of the first element that has another one.
func attribute(doc *html.Node, tag, want, key, value string) string {
	for n := range doc.Descendants() {
		if n.Type == html.ElementNode && n.Data == tag && attrOf(n, key) == value {
			return attrOf(n, want)
		}
	}
	return ""
}

func attrOf(n *html.Node, key string) string {
	for _, a := range n.Attr {
		if a.Key == key {
			return a.Val
		}
	}
	return ""
}

// TestHTMLIsAccessible: what a screen reader goes by.
func TestHTMLIsAccessible(t *testing.T) {
	for lang, tag := range map[message.Lang]string{message.English: "en", message.Chinese: "zh-CN"} {
		doc := parseHTML(t, writeHTML(t, shops(t), htmlOptions(lang)))
		ids := map[string]bool{}
		for n := range doc.Descendants() {
			if id := attrOf(n, "id"); id != "" && ids[id] {
				t.Errorf("two elements are called %q", id)
			}
			ids[attrOf(n, "id")] = true
		}
		for n := range doc.Descendants() {
			switch {
			case n.Type != html.ElementNode:
			case n.Data == "html" && attrOf(n, "lang") != tag:
				t.Errorf("lang=%q, want %q", attrOf(n, "lang"), tag)
			case n.Data == "table" && n.FirstChild.Data != "caption":
				t.Errorf("%s: a table without a caption", lang)
			case n.Data == "th" && attrOf(n, "scope") == "":
				t.Errorf("%s: <th> without a scope: %s", lang, textOf(n))
			case (n.Data == "select" || n.Data == "input") && n.Parent.Data != "label":
				t.Errorf("%s: <%s> without a label", lang, n.Data)
			case n.Data == "output" && attrOf(n, "aria-live") != "polite":
				t.Errorf("%s: nobody is told how many entries are left", lang)
			case n.Data == "a" && !ids[strings.TrimPrefix(attrOf(n, "href"), "#")]:
				t.Errorf("%s: %s leads nowhere", lang, attrOf(n, "href"))
			}
		}
	}
}

func textOf(n *html.Node) string {
	var b strings.Builder
	for d := range n.Descendants() {
		if d.Type == html.TextNode {
			b.WriteString(d.Data)
		}
	}
	return b.String()
}
