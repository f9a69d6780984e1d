package lint_test

import (
	"bytes"
	"flag"
	"io/fs"
	"maps"
	"os"
	"path"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	gocmp "github.com/google/go-cmp/cmp"

	"github.com/beianlint/beianlint/lint"
	"github.com/beianlint/beianlint/lint/report"
)

var projects = flag.String("projects", "", "folder with checkouts of mini programs, for TestProjects")

// TestProjects holds real mini programs to what the tests of properties hold those of
// testdata to.
func TestProjects(t *testing.T) {
	if *projects == "" {
		t.Skip("without -projects there is nothing to read")
	}
	folders, err := os.ReadDir(*projects)
	if err != nil {
		t.Fatal(err)
	}
	for _, folder := range folders {
		t.Run(folder.Name(), func(t *testing.T) {
			c := checkout(t, filepath.Join(*projects, folder.Name()))
			before, err := lint.Run(t.Context(), c.options(t))
			if err != nil {
				t.Skip(err)
			}
			t.Run("spans", func(t *testing.T) { spansAreWhole(t, before) })
			t.Run("rewritten", func(t *testing.T) { c.staysWhenRewritten(t) })
			t.Run("renamed", func(t *testing.T) { c.staysWhenRenamed(t) })
			t.Run("covered", func(t *testing.T) { c.coversMonotonously(t, before) })
			t.Run("cores", func(t *testing.T) { c.saysTheSame(t) })
		})
	}
}

// checkout is the test case of a repository: its texts, and a filed list.
func checkout(t *testing.T, folder string) testCase {
	c := testCase{files: fstest.MapFS{root + "/.git/HEAD": {}}, settings: map[string]string{}}
	err := filepath.WalkDir(folder, func(name string, d fs.DirEntry, err error) error {
		switch info, _ := d.Info(); {
		case err != nil || d.IsDir() && d.Name() == ".git":
			return fs.SkipDir
		case d.Type().IsRegular() && info != nil && info.Size() < 4<<20:
			data, err := os.ReadFile(name)
			below, _ := filepath.Rel(folder, name)
			c.files[path.Join(root, filepath.ToSlash(below))] = &fstest.MapFile{Data: data}
			return err
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	c.files[root+"/filed-domains.txt"] = &fstest.MapFile{Data: []byte("example.com 京ICP备12345678号-1\n")}
	return c
}

func spansAreWhole(t *testing.T, r *lint.Result) {
	for _, f := range r.Findings {
		if s := f.Span; s.File != nil && (s.Start < 0 || s.Start > s.End || s.End > len(s.File.Bytes) || f.Host != "" && s.Start == s.End) {
			t.Errorf("%s %s: %d to %d", f.Rule, f.Host, s.Start, s.End)
		}
	}
}

func (c testCase) staysWhenRewritten(t *testing.T) {
	before := c.findings(t)
	for _, change := range rewritten {
		after := testCase{files: maps.Clone(c.files), settings: c.settings}
		for file, was := range c.files {
			if isCode(file) && !strings.Contains(file, "node_modules/") {
				after.files[file] = &fstest.MapFile{Data: change.apply(file, was.Data)}
			}
		}
		if diff := gocmp.Diff(before, after.findings(t)); diff != "" {
			t.Errorf("%s: other findings (-before +after):\n%s", change.name, diff)
		}
	}
}

func (c testCase) staysWhenRenamed(t *testing.T) {
	renamed := keptChange{"locals renamed", func(files fstest.MapFS) int { return eachScript(files, renameLocals) }, 1, 0}
	if _, lost := renamed.loses(t, c, c.enforced(t)); len(lost) > 0 {
		t.Errorf("lost: %q", lost)
	}
}

// coversMonotonously files the domains that are found, one after the other.
func (c testCase) coversMonotonously(t *testing.T, before *lint.Result) {
	open := unfiledDomains(before)
	more := testCase{files: maps.Clone(c.files), settings: c.settings}
	for i, domain := range slices.Sorted(maps.Keys(open)) {
		list := more.files[root+"/filed-domains.txt"].Data
		more.files[root+"/filed-domains.txt"] = &fstest.MapFile{Data: append(bytes.Clone(list), domain+" 京ICP备12345678号-9\n"...)}
		if i%10 > 0 {
			continue
		}
		left := unfiledIn(t, more)
		for other := range left {
			if !open[other] {
				t.Errorf("with %s filed, %s is not", domain, other)
			}
		}
		if left[domain] {
			t.Errorf("%s is filed and reported", domain)
		}
	}
}

// saysTheSame compares every format on one core and on many.
func (c testCase) saysTheSame(t *testing.T) {
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(0))
	first := map[string]string{}
	for _, cores := range []int{1, 2, 16} {
		runtime.GOMAXPROCS(cores)
		c.compareReports(t, first, "")
	}
}

// compareReports compares what every format says of a run with what it said first.
func (c testCase) compareReports(t *testing.T, first map[string]string, name string) {
	r, err := lint.Run(t.Context(), c.options(t))
	if err != nil {
		return
	}
	for _, format := range report.Formats {
		if format.Single && r.Projects[0].Main().Lists.Bodies == nil {
			continue // no call that sets its lists is known
		}
		o := report.Options{Token: "t0ken", Lang: "en", Paths: report.Paths{Base: root}, Now: c.options(t).Now}
		var b bytes.Buffer
		if err := format.Write(&b, r, &o); err != nil {
			t.Fatal(err)
		}
		key := name + " " + string(format.Subject) + " " + format.Name
		if was, known := first[key]; known && was != b.String() {
			t.Errorf("%s on %d cores:\n%s", key, runtime.GOMAXPROCS(0), gocmp.Diff(was, b.String()))
		} else {
			first[key] = b.String()
		}
	}
}

// findings returns what is found, without what depends on how a file is written.
func (c testCase) findings(t *testing.T) (list []string) {
	r, err := lint.Run(t.Context(), c.options(t))
	if err != nil {
		return []string{err.Error()}
	}
	for _, f := range r.Findings {
		file := ""
		if f.Span.File != nil {
			file = f.Span.File.Name
		}
		list = append(list, strings.Join([]string{string(f.Severity), f.Rule, f.Host, string(f.Category), file}, " "))
	}
	for _, a := range r.Projects {
		for _, h := range a.Hosts {
			list = append(list, strings.Join([]string{a.Root, h.Host, string(h.Verdict)}, " "))
		}
	}
	slices.Sort(list)
	return list
}
