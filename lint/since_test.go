package lint_test

import (
	"context"
	"fmt"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	gocmp "github.com/google/go-cmp/cmp"

	"github.com/beianlint/beianlint/lint"
	"github.com/beianlint/beianlint/lint/change"
	"github.com/beianlint/beianlint/lint/filedlist"
)

// legacy is a repository with findings in most of its files.
var legacy = map[string]string{
	"repo/.git/HEAD":         "",
	"repo/filed-domains.txt": "example.com 京ICP备12345678号-1\nexample.cn pending\n",
	"repo/mp/app.json":       `{"pages": ["pages/a"]}`,
	"repo/mp/config.js":      "export const OLD = 'https://old.example.net'\nexport const PENDING = 'https://api.example.cn'\n",
	"repo/mp/app.js":         "import { OLD, PENDING } from './config.js'\n\nwx.request({ url: OLD })\nwx.request({ url: PENDING })\n",
	"repo/mp/pages/a.js":     "import { OLD } from '../config.js'\n\nwx.request({ url: OLD + '/a' })\nwx.request({ url: 'https://other.example.edu.cn' })\n",
	"repo/lists/shared.txt":  "example.com 京ICP备12345678号-1\n",
	"repo/lists/shared.csv":  "domain,number\nexample.com,京ICP备12345678号-1\n",
	"org/list.txt":           "example.com 京ICP备12345678号-1\n",
}

// patch is a diff of one file: hunks, or a whole header that begins with "new",
// "deleted" or "rename from".
func patch(name, body string) string {
	if strings.HasPrefix(body, "@@") {
		body = fmt.Sprintf("--- a/%s\n+++ b/%s\n%s", name, name, body)
	}
	return fmt.Sprintf("diff --git a/%s b/%s\n%s\n", name, name, body)
}

// tracked is what git ls-files prints for the files of legacy that it knows.
func tracked(but ...string) string {
	var b strings.Builder
	for name := range legacy {
		rel, ok := strings.CutPrefix(name, "repo/")
		if ok && !strings.Contains(strings.Join(but, "\n"), rel) {
			b.WriteString("H " + rel + "\x00")
		}
	}
	return b.String()
}

func TestSince(t *testing.T) {
	const old, pending, other = "mp/config.js:1 old.example.net", "mp/config.js:2 api.example.cn", "mp/pages/a.js:4 other.example.edu.cn"
	for _, c := range []struct {
		name, diff, files string
		filed             string
		want              []string
		cause             string
		left              int
	}{
		{name: "nothing changed", left: 3},
		{name: "the main place", diff: patch("mp/config.js", "@@ -1 +1 @@\n-x\n+y"), want: []string{old}, left: 2},
		{name: "the line beside it", diff: patch("mp/pages/a.js", "@@ -5,0 +5,2 @@\n+x\n+y"), left: 3},
		{name: "the call that contacts it", diff: patch("mp/app.js", "@@ -3 +3 @@\n-x\n+y"), want: []string{old}, left: 2},
		{name: "a new file", diff: patch("mp/pages/a.js", "new file mode 100644\n"), want: []string{other}, left: 2},
		{name: "a file that git ignores", files: tracked("mp/pages/a.js"), want: []string{other}, left: 2},
		{name: "a file that git does not know", files: tracked("mp/pages/a.js") + "? mp/pages/a.js\x00", want: []string{other}, left: 2},
		{name: "moved within", diff: patch("mp/pages/a.js", "rename from mp/pages/b.js\nrename to mp/pages/a.js"), left: 3},
		{name: "moved into the mini program", diff: patch("mp/pages/a.js", "rename from docs/a.js\nrename to mp/pages/a.js"), want: []string{other}, left: 2},

		{name: "an entry added", diff: patch("filed-domains.txt", "@@ -1,0 +1 @@\n+x"), left: 3},
		{name: "the entry that a finding names", diff: patch("filed-domains.txt", "@@ -1,0 +2 @@\n+x"), want: []string{pending}, left: 2},
		{name: "an entry taken away", diff: patch("filed-domains.txt", "@@ -2 +1,0 @@\n-Example.NET 京ICP备12345678号-2"), want: []string{old}, left: 2},
		{name: "an entry taken out of an allowlist", diff: patch("mp/server-domains.json", "@@ -2 +1,0 @@\n-  \"https://other.example.edu.cn\","), want: []string{other}, left: 2},
		{name: "a use taken away", diff: patch("mp/app.js", "@@ -9 +8,0 @@\n-wx.request({ url: 'https://old.example.net' })"), left: 3},
		{name: "a list taken away", diff: patch("mp/filed-domains.txt", "deleted file mode 100644\n--- a/mp/filed-domains.txt\n+++ /dev/null\n@@ -1 +0,0 @@\n-example.net 京ICP备12345678号-2"), want: []string{old}, left: 2},

		{name: "a new list", diff: patch("filed-domains.txt", "new file mode 100644\n"), want: []string{old, pending, other}, cause: "repo/filed-domains.txt"},
		{name: "a list that git does not know yet", files: tracked("filed-domains.txt") + "? filed-domains.txt\x00", want: []string{old, pending, other}, cause: "repo/filed-domains.txt"},
		{name: "a list that git ignores", files: tracked("filed-domains.txt"), left: 3},
		{name: "a list that was moved", diff: patch("filed-domains.txt", "rename from mp/filed-domains.txt\nrename to filed-domains.txt"), want: []string{old, pending, other}, cause: "repo/filed-domains.txt"},
		{name: "a table that lost a line", filed: "repo/lists/shared.csv", diff: patch("lists/shared.csv", "@@ -1 +1 @@\n-domain,number\n+domain,no"), want: []string{old, "mp/config.js:2 api.example.cn", other}, cause: "repo/lists/shared.csv"},
		{name: "a workbook that is gone", filed: "repo/lists/shared.txt", diff: patch("lists/b.xlsx", "deleted file mode 100644\nBinary files a/lists/b.xlsx and /dev/null differ"), want: []string{old, pending, other}, cause: "repo/lists/b.xlsx"},
		{name: "another file that is gone", filed: "repo/lists/shared.txt", diff: patch("lists/package.json", "deleted file mode 100644\nBinary files a/lists/package.json and /dev/null differ"), left: 3},
		{name: "a table that is gone beside the list", diff: patch("prices.csv", "deleted file mode 100644\nBinary files a/prices.csv and /dev/null differ"), left: 3},
		{name: "a list elsewhere", filed: "org/list.txt", left: 3},
		{name: "a config that is gone", diff: patch("mp/.beianlint.json", "deleted file mode 100644\n"), want: []string{old, pending, other}, cause: "repo/mp/.beianlint.json"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if c.files == "" {
				c.files = tracked()
			}
			r := runSince(t, legacy, c.diff, c.files, c.filed)
			var got []string
			for _, f := range r.Findings {
				got = append(got, fmt.Sprintf("%s:%d %s", strings.TrimPrefix(f.Span.File.Name, "repo/"), f.Span.Position().Line, f.Host))
			}
			if diff := gocmp.Diff(c.want, got); diff != "" {
				t.Error(diff)
			}
			if s := r.Summary; r.Cause != c.cause || s.Unchanged != c.left || s.Errors+s.Warnings+s.Notices != len(c.want) {
				t.Errorf("cause %q, want %q; %+v", r.Cause, c.cause, s)
			}
		})
	}
}

// TestSinceMainPlace: the place on a changed line is the one that is shown, with
// what is wrong there, and the others become related.
func TestSinceMainPlace(t *testing.T) {
	files := map[string]string{
		"repo/filed-domains.txt": "example.com 京ICP备12345678号-1\n",
		"repo/app.json":          `{}`,
		"repo/app.js":            "wx.request({ url: 'https://a.example.net' })\nwx.request({ url: 'https://a.example.net' })\n",
		"repo/project.config.json": `{
  "requestDomain": ["https://a.example.net"]
}`,
	}
	r := runSince(t, files, patch("app.js", "@@ -1,0 +2 @@\n+x"), "H app.js\x00H project.config.json\x00H filed-domains.txt\x00", "")
	if len(r.Findings) != 1 {
		t.Fatalf("%d findings, want 1", len(r.Findings))
	}
	f := r.Findings[0]
	if at := f.Span.Position().Line; at != 2 || len(f.Related) != 2 || f.Related[0].Span.Position().Line != 1 {
		t.Errorf("shown at line %d, related: %v", at, f.Related)
	}
}

// TestSinceWholeFile: a finding about a list as a whole counts wherever the list
// changed.
func TestSinceWholeFile(t *testing.T) {
	files := map[string]string{
		"repo/filed-domains.txt":   "example.com 京ICP备12345678号-1\nexample.org 京ICP备12345678号-2 verified=2026-11-01\n",
		"repo/.beianlint.json":     `{"maxAge": 90}`,
		"repo/project.config.json": `{"appid": "wx0123456789abcdef"}`,
		"repo/app.json":            `{"pages": ["a"]}`,
		"repo/app.js":              "App({})",
	}
	for name, want := range map[string]int{"filed-domains.txt": 1, "app.js": 0} {
		r := runSince(t, files, patch(name, "@@ -1,0 +2 @@\n+x"), "H app.js\x00H app.json\x00H .beianlint.json\x00H filed-domains.txt\x00", "")
		if len(r.Findings) != want || want > 0 && r.Findings[0].Rule != "stale-list" {
			t.Errorf("%s changed: %d findings", name, len(r.Findings))
		}
	}
}

// runSince lints a repository of which git says that diff changed and that it
// knows files.
func runSince(t *testing.T, contents map[string]string, diff, files, filed string) *lint.Result {
	t.Helper()
	repository, set, fsys := &change.Repository{}, &change.Set{}, fstest.MapFS{}
	if err := repository.ReadDiff(strings.NewReader(diff), filedlist.IsData); err != nil {
		t.Fatal(err)
	}
	if err := repository.ReadFiles(strings.NewReader(files)); err != nil {
		t.Fatal(err)
	}
	set.Add("repo", repository)
	for name, text := range contents {
		fsys[name] = &fstest.MapFile{Data: []byte(text)}
	}
	o := lint.Options{FS: fsys, Dirs: []string{"repo"}, Cwd: "repo", Now: time.Date(2026, 11, 22, 0, 0, 0, 0, time.UTC), NeedList: true, Since: set}
	if filed != "" {
		o.Filed = []string{filed}
	}
	r, err := lint.Run(context.Background(), o)
	if err != nil {
		t.Fatal(err)
	}
	return r
}
