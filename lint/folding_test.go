package lint_test

import (
	"bytes"
	"context"
	"fmt"
	"io/fs"
	"maps"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	gocmp "github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/txtar"

	"github.com/beianlint/beianlint/lint"
	"github.com/beianlint/beianlint/lint/cli"
)

// folding is a file system in which case does not count, as on Windows and macOS.
type folding struct{ fs.FS }

func (f folding) Open(name string) (fs.File, error) { return f.FS.Open(f.spelled(name)) }
func (f folding) ReadDir(name string) ([]fs.DirEntry, error) {
	return fs.ReadDir(f.FS, f.spelled(name))
}
func (f folding) Stat(name string) (fs.FileInfo, error)  { return fs.Stat(f.FS, f.spelled(name)) }
func (f folding) Lstat(name string) (fs.FileInfo, error) { return fs.Lstat(f.FS, f.spelled(name)) }
func (f folding) ReadLink(name string) (string, error)   { return fs.ReadLink(f.FS, f.spelled(name)) }

// spelled returns a name as its folders have it; what is not there stays.
func (f folding) spelled(name string) string {
	real := "."
	for part := range strings.SplitSeq(name, "/") {
		entries, _ := fs.ReadDir(f.FS, real)
		if at := slices.IndexFunc(entries, func(e fs.DirEntry) bool { return strings.EqualFold(e.Name(), part) }); at >= 0 {
			part = entries[at].Name()
		}
		real = path.Join(real, part)
	}
	return real
}

// allCases are the mini programs of testdata/ok and testdata/err.
func allCases(t *testing.T) map[string]testCase {
	t.Helper()
	cases := map[string]testCase{}
	for _, folder := range []string{"ok", "err"} {
		for _, name := range archives(t, folder) {
			a, err := txtar.ParseFile(name)
			if err != nil {
				t.Fatal(err)
			}
			cases[folder+"/"+filepath.Base(name)] = newCase(t, a)
		}
	}
	return cases
}

// places returns what is found where, or what is wrong.
func places(t *testing.T, opt lint.Options) (lines []string) {
	t.Helper()
	r, err := lint.Run(t.Context(), opt)
	if err != nil {
		return []string{err.Error()}
	}
	for _, f := range r.Findings {
		lines = append(lines, fmt.Sprintf("%s: %s [%s]", at(f.Span), f.Host, f.Rule))
	}
	return lines
}

// TestCaseDoesNotCount: where the file system takes one spelling for another, the same is
// found as elsewhere: what a phone or a Linux runner would not find is not read.
func TestCaseDoesNotCount(t *testing.T) {
	lintsAgain(t)
	cases := allCases(t)
	for i, name := range slices.Sorted(maps.Keys(cases)) {
		if i%3 != 0 {
			continue
		}
		opt := cases[name].options(t)
		want := places(t, opt)
		opt.FS = folding{opt.FS}
		if diff := gocmp.Diff(want, places(t, opt)); diff != "" {
			t.Errorf("%s: other findings (-elsewhere +here):\n%s", name, diff)
		}
	}
}

// TestSpellingOfImports: a file that is named with other letters is not found, be the file
// system one that would open it.
func TestSpellingOfImports(t *testing.T) {
	files := fstest.MapFS{
		root + "/.git/HEAD":         {},
		root + "/filed-domains.txt": {Data: []byte("example.com 京ICP备12345678号-1\n")},
		root + "/app.json":          {Data: []byte(`{"pages": ["pages/a/a", "Pages/B/b"]}`)},
		root + "/pages/a/a.js":      {Data: []byte("require('../../Utils/http')\nrequire('../../utils/Other')\n")},
		root + "/pages/b/b.js":      {Data: []byte("wx.request({ url: 'https://b.example.net' })\n")},
		root + "/utils/http.js":     {Data: []byte("wx.request({ url: 'https://http.example.net' })\n")},
		root + "/utils/other.js":    {Data: []byte("wx.request({ url: 'https://other.example.net' })\n")},
	}
	opt := lint.Options{FS: files, Cwd: root, Dirs: []string{root}, NeedList: true}
	want := places(t, opt)
	opt.FS = folding{files}
	if diff := gocmp.Diff(want, places(t, opt)); diff != "" || len(want) == 0 {
		t.Errorf("%d findings; other ones (-elsewhere +here):\n%s", len(want), diff)
	}
}

// TestSpellingOfArguments: what is named with other letters is reported as it is spelled.
func TestSpellingOfArguments(t *testing.T) {
	files := folding{fstest.MapFS{
		"C:/Work/.git/HEAD":              {},
		"C:/Work/Lists/Filed.txt":        {Data: []byte("example.com 京ICP备12345678号-1\n*.cn\n")},
		"C:/Work/Shop/app.json":          {Data: []byte(`{"pages": ["pages/a/a"]}`)},
		"C:/Work/Shop/pages/a/a.js":      {Data: []byte("wx.request({ url: 'https://a.example.net' })\n")},
		"C:/Work/Shop/filed-domains.txt": {Data: []byte("example.com 京ICP备12345678号-1\n")},
	}}
	for _, c := range []struct{ cwd, args, want string }{
		{"C:/Work", "SHOP", "Shop/pages/a/a.js:1:"},
		{"C:/work", "shop", "Shop/pages/a/a.js:1:"},
		{"C:/WORK/shop", ".", "pages/a/a.js:1:"},
		{"C:/work", "shop --filed lists/FILED.TXT", "Lists/Filed.txt:2:"},
	} {
		var out, errs bytes.Buffer
		env := cli.Env{
			Stdout: &out, Stderr: &errs, FS: files, Cwd: c.cwd,
			Getenv: func(string) string { return "" }, Now: func() time.Time { return time.Date(2026, 11, 22, 0, 0, 0, 0, time.UTC) },
		}
		code := cli.Main(context.Background(), append([]string{"--format", "oneline"}, strings.Fields(c.args)...), env)
		if printed := "\n" + out.String() + errs.String(); code == 0 || !strings.Contains(printed, "\n"+c.want) {
			t.Errorf("%s in %s: exit code %d, no %s in%s", c.args, c.cwd, code, c.want, printed)
		}
	}
}
