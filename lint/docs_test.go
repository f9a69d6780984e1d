package lint_test

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	gocmp "github.com/google/go-cmp/cmp"

	"github.com/beianlint/beianlint/lint"
	"github.com/beianlint/beianlint/lint/usage/account"
)

var fence = regexp.MustCompile("(?ms)^```(\\w+)(?: (\\S+))?\n(.*?)^```$")

// example is a block of a page, with the file that it is.
type example struct{ lang, file, text string }

func examples(t *testing.T, page string) (all []example) {
	t.Helper()
	data, err := os.ReadFile(filepath.Join("..", "docs", page))
	if err != nil {
		t.Fatal(err)
	}
	for _, m := range fence.FindAllStringSubmatch(string(data), -1) {
		all = append(all, example{m[1], m[2], m[3]})
	}
	return all
}

// What the pages about ignoring show works: each comment silences what is found
// below or beside it, each config and baseline can be read.
func TestIgnoringPages(t *testing.T) {
	var files [][]string
	for _, page := range []string{"ignoring.md", "ignoring.zh-CN.md"} {
		var names []string
		for _, e := range examples(t, page) {
			names = append(names, e.lang+" "+e.file)
			if e.file != "" {
				t.Run(page+"/"+e.file, func(t *testing.T) { e.check(t) })
			}
		}
		files = append(files, names)
	}
	if diff := gocmp.Diff(files[0], files[1]); diff != "" || len(files[0]) < 10 {
		t.Errorf("the two pages show different things:\n%s", diff)
	}
}

func (e example) check(t *testing.T) {
	shop := map[string]string{
		"r/.git/HEAD": "", "r/filed-domains.txt": "example.com  京ICP备12345678号-1\n",
		"r/project.config.json":      `{"appid": "wx0123456789abcdef"}`,
		"r/app.json":                 `{"pages": ["pages/pay/pay", "pages/debug/debug", "pages/shop/shop"]}`,
		"r/app.js":                   "App({})",
		"r/.beianlint.json":          `{"rules": {"media-domain": "error"}}`,
		"r/.beianlint-baseline.json": `{"version": 1, "findings": []}`,
		"r/pages/shop/shop.js":       "Page({})",
	}
	opt := lint.Options{Dirs: []string{"r"}, Cwd: "r", NeedList: true, Now: time.Date(2026, 11, 22, 0, 0, 0, 0, time.UTC)}
	if e.file == "baseline" {
		e.file, opt.Baseline = "b.json", "r/b.json"
	}
	shop["r/"+e.file] = e.text
	fsys := fstest.MapFS{}
	for name, text := range shop {
		fsys[name] = &fstest.MapFile{Data: []byte(text)}
	}
	opt.FS = fsys
	report, err := lint.Run(t.Context(), opt)
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range report.Findings {
		unread := e.file == ".env" && f.Message == "unused-ignore.comment" // by these sources
		if strings.Contains(e.text, "beianlint-ignore") && !unread {
			t.Errorf("%s: %s", at(f.Span), f.Message)
		}
	}
}

// TestReasonsAreDocumented: the page on how hosts are found names every reason for
// which something is not followed.
func TestReasonsAreDocumented(t *testing.T) {
	for _, name := range []string{"how-it-finds-hosts.md", "how-it-finds-hosts.zh-CN.md"} {
		page, err := os.ReadFile(filepath.Join("..", "docs", name))
		if err != nil {
			t.Fatal(err)
		}
		for _, reason := range account.Reasons {
			if !strings.Contains(string(page), "\n| `"+string(reason)+"` |") {
				t.Errorf("%s has no row for %s", name, reason)
			}
		}
	}
}
