package lint_test

import (
	"cmp"
	"context"
	"errors"
	"flag"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"sync/atomic"
	"testing"
	"testing/fstest"
	"time"
	"unicode"

	gocmp "github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/txtar"

	"github.com/beianlint/beianlint/lint"
	"github.com/beianlint/beianlint/lint/config"
	"github.com/beianlint/beianlint/lint/filedlist"
	"github.com/beianlint/beianlint/lint/message"
	"github.com/beianlint/beianlint/lint/platform"
	"github.com/beianlint/beianlint/lint/source"
)

var update = flag.Bool("update", false, "rewrite the want sections of testdata/err")

const testdata = "../testdata"

// ending is a context that ends once it was asked a number of times.
type ending struct {
	context.Context
	left atomic.Int64
}

func (c *ending) Err() error {
	if c.left.Add(-1) < 0 {
		return context.Canceled
	}
	return nil
}

// A run that is cancelled anywhere says so and has no result, or it had its whole
// result by then: how often workers ask differs from run to run.
func TestRunEnds(t *testing.T) {
	const plenty = 1 << 30
	opt := lint.Options{FS: os.DirFS(testdata), Dirs: []string{"shop"}, Cwd: ".", Now: time.Date(2026, 11, 20, 0, 0, 0, 0, time.UTC), NeedList: true}
	run := func(asks int64) (*lint.Result, int64, error) {
		ctx := &ending{Context: context.Background()}
		ctx.left.Store(asks)
		r, err := lint.Run(ctx, opt)
		return r, asks - ctx.left.Load(), err
	}
	whole, asked, err := run(plenty)
	if err != nil || asked < 40 {
		t.Fatalf("asked %d times whether to stop, error %v", asked, err)
	}
	ended := 0
	for n := range asked {
		r, _, err := run(n)
		switch {
		case err == nil && r.Summary == whole.Summary && len(r.Findings) == len(whole.Findings):
			continue
		case !errors.Is(err, context.Canceled) || len(r.Findings) > 0 || len(r.Projects) > 0:
			t.Errorf("stopped after %d of %d: error %v, %d findings", n, asked, err, len(r.Findings))
		}
		ended++
	}
	if ended < int(asked)/2 {
		t.Errorf("only %d of %d runs ended", ended, asked)
	}
}

// Every txtar of testdata/ok is a repository in which nothing is wrong.
func TestOK(t *testing.T) {
	for _, name := range archives(t, "ok") {
		t.Run(filepath.Base(name), func(t *testing.T) {
			a, err := txtar.ParseFile(name)
			if err != nil {
				t.Fatal(err)
			}
			if got := newCase(t, a).run(t); len(got) > 0 {
				t.Errorf("want no findings, got:\n%s", strings.Join(got, "\n"))
			}
		})
	}
}

// Every txtar of testdata/err is a repository with its findings in the section
// want: a line each, in order; a line in /slashes/ is a regular expression.
func TestErr(t *testing.T) {
	for _, name := range archives(t, "err") {
		t.Run(filepath.Base(name), func(t *testing.T) {
			a, err := txtar.ParseFile(name)
			if err != nil {
				t.Fatal(err)
			}
			got := newCase(t, a).run(t)
			if *update {
				rewrite(t, name, a, got)
				return
			}
			if want := wanted(a); len(want) == 0 {
				t.Error("there is no section want")
			} else if !same(want, got) {
				t.Errorf("findings (-want +got):\n%s", gocmp.Diff(want, got))
			}
		})
	}
}

// Messages and help of every finding are there in both languages with all their
// arguments, and a run gives the same findings each time.
func TestErrInBothLanguages(t *testing.T) {
	lintsAgain(t)
	for _, name := range archives(t, "err") {
		a, err := txtar.ParseFile(name)
		if err != nil {
			t.Fatal(err)
		}
		c := newCase(t, a)
		first := c.run(t)
		if again := c.run(t); !slices.Equal(first, again) {
			t.Errorf("%s: another run, other findings:\n%s", name, gocmp.Diff(first, again))
		}
		report, _ := lint.Run(t.Context(), c.options(t))
		for _, f := range report.Findings {
			for _, text := range []string{
				message.English.Message(f.Message, f.Args...), message.English.Help(f.Message, f.Args...),
				message.Chinese.Message(f.Message, f.Args...), message.Chinese.Help(f.Message, f.Args...),
			} {
				if strings.Contains(text, "%!") || strings.HasPrefix(text, string(f.Message)) {
					t.Errorf("%s: %s: %q", name, f.Message, text)
				}
			}
			if !hasHan(message.Chinese.Message(f.Message, f.Args...)) {
				t.Errorf("%s: %s has no Chinese", name, f.Message)
			}
			if f.Rule != f.Message.Rule() {
				t.Errorf("%s: the rule %s says %s", name, f.Rule, f.Message)
			}
		}
	}
}

// lintsAgain skips, with -short, a test that lints the cases in other ways: the race
// detector sees them in TestOK and TestErr, and takes minutes for more.
func lintsAgain(t *testing.T) {
	t.Helper()
	if testing.Short() {
		t.Skip("TestOK and TestErr lint the cases")
	}
}

func archives(t *testing.T, folder string) []string {
	names, err := filepath.Glob(filepath.Join(testdata, folder, "*.txtar"))
	if err != nil || len(names) == 0 {
		t.Fatalf("no txtar in %s (%v)", folder, err)
	}
	return names
}

const want = "want"

func wanted(a *txtar.Archive) []string {
	for _, f := range a.Files {
		if f.Name == want {
			return strings.Split(strings.TrimSuffix(string(f.Data), "\n"), "\n")
		}
	}
	return nil
}

func same(want, got []string) bool {
	return slices.EqualFunc(want, got, func(w, g string) bool {
		if len(w) > 2 && w[0] == '/' && w[len(w)-1] == '/' {
			return regexp.MustCompile("^(?:" + w[1:len(w)-1] + ")$").MatchString(g)
		}
		return w == g
	})
}

// rewrite puts what was found into the section want, unless that matches.
func rewrite(t *testing.T, name string, a *txtar.Archive, got []string) {
	if same(wanted(a), got) {
		return
	}
	a.Files = slices.DeleteFunc(a.Files, func(f txtar.File) bool { return f.Name == want })
	a.Files = append(a.Files, txtar.File{Name: want, Data: []byte(strings.Join(got, "\n") + "\n")})
	if err := os.WriteFile(name, txtar.Format(a), 0o644); err != nil {
		t.Fatal(err)
	}
}

// root is where the files of a txtar stand in the file system of its test.
const root = "work/repo"

// testCase is a txtar: its files, and what the "key: value" lines of its
// comment say.
//
//	dirs: what is linted, separated by blanks   (.)
//	now: the clock                               (2026-11-22)
//	lang: the language of the messages           (en)
//	platform: only this one                      (all)
//	unreadable: files that may not be read
//	related: yes, to have the related places in want, indented by a tab
//	list: no, to do without a filed list
//	policy: the file that is one; it may lie beside the repository, as ../org/policy.json
type testCase struct {
	files    fstest.MapFS
	settings map[string]string
}

func newCase(t *testing.T, a *txtar.Archive) testCase {
	c := testCase{files: fstest.MapFS{root + "/.git/HEAD": {}}, settings: map[string]string{}}
	for line := range strings.Lines(string(a.Comment)) {
		key, value, ok := strings.Cut(strings.TrimSpace(line), ": ")
		if ok && slices.Contains([]string{"dirs", "now", "lang", "platform", "unreadable", "related", "list", "policy"}, key) {
			c.settings[key] = value
		}
	}
	for _, f := range a.Files {
		if f.Name != want {
			c.files[path.Join(root, f.Name)] = &fstest.MapFile{Data: f.Data}
		}
	}
	return c
}

func (c testCase) options(t *testing.T) lint.Options {
	now, err := time.Parse(time.DateOnly, cmp.Or(c.settings["now"], "2026-11-22"))
	if err != nil {
		t.Fatal(err)
	}
	opt := lint.Options{
		FS: closed{c.files, strings.Fields(c.settings["unreadable"])}, Cwd: root, Now: now,
		Platforms: platformsIn(c.settings["platform"]), NeedList: c.settings["list"] != "no",
	}
	if name := c.settings["policy"]; name != "" {
		opt.Policy = path.Join(root, name)
	}
	for _, d := range strings.Fields(cmp.Or(c.settings["dirs"], ".")) {
		opt.Dirs = append(opt.Dirs, path.Join(root, d))
	}
	return opt
}

// run returns the findings, or what is wrong with the list or config, in lines.
func (c testCase) run(t *testing.T) []string {
	report, err := lint.Run(t.Context(), c.options(t))
	var bad *config.Error
	var list *filedlist.Error
	switch {
	case errors.As(err, &bad):
		return c.fatal(bad.Problems)
	case errors.As(err, &list):
		return c.fatal(list.Problems)
	case err != nil:
		return []string{err.Error()}
	}
	var lines []string
	for _, f := range report.Findings {
		lines = append(lines, fmt.Sprintf("%s: %s: %s [%s]", at(f.Span), f.Severity, c.say(f.Message, f.Args), f.Rule))
		for _, r := range f.Related {
			if c.settings["related"] == "yes" {
				lines = append(lines, fmt.Sprintf("\t%s: %s", at(r.Span), c.say(r.Message, r.Args)))
			}
		}
	}
	return lines
}

func (c testCase) fatal(problems []*source.Problem) (lines []string) {
	for _, p := range problems {
		lines = append(lines, fmt.Sprintf("%s: fatal: %s", at(p.Span), c.say(p.Message, p.Args)))
	}
	return lines
}

func (c testCase) say(id message.ID, args []any) string {
	return message.Lang(cmp.Or(c.settings["lang"], "en")).Message(id, args...)
}

func at(s source.Span) string {
	if s.File == nil {
		return "-"
	}
	p := s.Position()
	return fmt.Sprintf("%s:%d:%d", strings.TrimPrefix(s.File.Name, root+"/"), p.Line, p.Column)
}

// closed is a file system some of whose files may not be read.
type closed struct {
	fstest.MapFS
	names []string
}

func (c closed) Open(name string) (fs.File, error) {
	if slices.Contains(c.names, strings.TrimPrefix(name, root+"/")) {
		return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrPermission}
	}
	return c.MapFS.Open(name)
}

func (c closed) ReadFile(name string) ([]byte, error) {
	if _, err := c.Open(name); err != nil {
		return nil, err
	}
	return c.MapFS.ReadFile(name)
}

func hasHan(s string) bool {
	for _, r := range s {
		if unicode.Is(unicode.Han, r) {
			return true
		}
	}
	return false
}

// platformsIn are the platforms of a setting, with blanks between them.
func platformsIn(setting string) (ids []platform.ID) {
	for _, id := range strings.Fields(setting) {
		ids = append(ids, platform.ID(id))
	}
	return ids
}
