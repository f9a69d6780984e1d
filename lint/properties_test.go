package lint_test

import (
	"bytes"
	"maps"
	"path"
	"runtime"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	gocmp "github.com/google/go-cmp/cmp"

	"github.com/beianlint/beianlint/lint"
)

// rewritten are changes to how files are written that mean nothing: not a host may come or
// go, and not a finding.
var rewritten = []struct {
	name  string
	least int // changed files
	apply func(name string, data []byte) []byte
}{
	{"CRLF", 100, func(_ string, data []byte) []byte {
		return bytes.ReplaceAll(bytes.ReplaceAll(data, []byte("\r\n"), []byte("\n")), []byte("\n"), []byte("\r\n"))
	}},
	{"byte order mark", 100, func(name string, data []byte) []byte {
		if bytes.HasPrefix(data, []byte("\ufeff")) {
			return data
		}
		return append([]byte("\ufeff"), data...)
	}},
	{"comments at the end", 80, func(name string, data []byte) []byte {
		if comment := comments[path.Ext(name)]; comment != "" {
			return append(bytes.Clone(data), comment...)
		}
		return data
	}},
	{"unused code at the end", 50, func(name string, data []byte) []byte {
		if path.Ext(name) == ".js" && !bytes.Contains(data, []byte("nothingCallsIt")) {
			return append(bytes.Clone(data), "\nfunction nothingCallsIt(a) { return [a, { b: a + 1 }] }\n"...)
		}
		return data
	}},
}

var comments = map[string]string{
	".js": "\n// see https://comment.example.org/\n/* wx.request({ url: 'https://comment.example.org' }) */\n", ".wxml": "\n<!-- <image src=\"https://comment.example.org/a.png\"/> -->\n",
	".wxss": "\n/* url(https://comment.example.org/a.png) */\n",
}

// TestRewrittenFiles changes how the files of testdata/err are written.
func TestRewrittenFiles(t *testing.T) {
	lintsAgain(t)
	cases := keptCases(t)
	for at, c := range rewritten {
		t.Run(c.name, func(t *testing.T) {
			changed := 0
			for i, name := range slices.Sorted(maps.Keys(cases)) {
				if i%len(rewritten) != at && name != "shop" {
					continue // each case is rewritten in one way
				}
				before := cases[name]
				after := testCase{files: maps.Clone(before.files), settings: before.settings}
				for file, was := range before.files {
					if is := c.apply(file, was.Data); was.Mode == 0 && !strings.Contains(file, "/.git") && isCode(file) && !bytes.Equal(is, was.Data) {
						after.files[file] = &fstest.MapFile{Data: is}
						changed++
					}
				}
				if diff := gocmp.Diff(before.findings(t), after.findings(t)); diff != "" {
					t.Errorf("%s: other findings (-before +after):\n%s", name, diff)
				}
			}
			if changed < c.least {
				t.Errorf("only %d files changed", changed)
			}
		})
	}
}

// TestCRLFKeepsPlaces: sources, lists and configs that Windows has written have their findings
// in the same lines and columns.
func TestCRLFKeepsPlaces(t *testing.T) {
	cases, changed := allCases(t), 0
	for i, name := range slices.Sorted(maps.Keys(cases)) {
		if i%3 != 1 {
			continue
		}
		before := cases[name]
		after := testCase{files: maps.Clone(before.files), settings: before.settings}
		for file, was := range before.files {
			isText := isCode(file) || slices.Contains([]string{".txt", ".csv", ".tsv", ".env", ".yaml", ".yml", ".html"}, path.Ext(file))
			if is := rewritten[0].apply(file, was.Data); isText && was.Mode == 0 && !strings.Contains(file, "/.git/") && !bytes.Equal(is, was.Data) {
				after.files[file] = &fstest.MapFile{Data: is}
				changed++
			}
		}
		if diff := gocmp.Diff(places(t, before.options(t)), places(t, after.options(t))); diff != "" {
			t.Errorf("%s: other places (-before +after):\n%s", name, diff)
		}
	}
	if changed < 800 {
		t.Errorf("only %d files changed", changed)
	}
}

// isCode reports whether a file is one of the code.
func isCode(name string) bool {
	return slices.Contains([]string{".js", ".ts", ".wxml", ".wxss", ".wxs", ".json", ".vue", ".axml", ".acss", ".mpx", ".wpy", ".jsx", ".tsx"}, path.Ext(name))
}

// TestSpansShowTheirHost: the place of a finding is not empty, and shows the host that it
// is about unless that was put together.
func TestSpansShowTheirHost(t *testing.T) {
	shown, all := 0, 0
	for name, c := range keptCases(t) {
		r, err := lint.Run(t.Context(), c.options(t))
		if err != nil {
			continue
		}
		for _, f := range r.Findings {
			if f.Host == "" || f.Span.File == nil {
				continue
			}
			if f.Span.Start < 0 || f.Span.End > len(f.Span.File.Bytes) || f.Span.Start >= f.Span.End {
				t.Errorf("%s: %s at %d to %d", name, f.Host, f.Span.Start, f.Span.End)
			}
			if all++; strings.Contains(f.Span.Text(), f.Host) {
				shown++
			}
		}
	}
	t.Logf("%d of %d", shown, all)
	if shown*100 < all*85 {
		t.Errorf("only %d of %d places show their host", shown, all)
	}
}

// TestCoveringIsMonotone: one more filing never brings a finding about a domain that is not
// filed, and takes away those it covers.
func TestCoveringIsMonotone(t *testing.T) {
	taken := 0
	for name, c := range keptCases(t) {
		before := unfiledIn(t, c)
		list := c.files[root+"/filed-domains.txt"]
		for domain := range before {
			if list == nil || !isOnlyList(c) || bytes.Contains(list.Data, []byte(domain)) {
				continue
			}
			more := testCase{files: maps.Clone(c.files), settings: c.settings}
			more.files[root+"/filed-domains.txt"] = &fstest.MapFile{Data: append(bytes.Clone(list.Data), "\n"+domain+" 京ICP备12345678号-9\n"...)}
			after := unfiledIn(t, more)
			for other := range after {
				if !before[other] {
					t.Errorf("%s: with %s filed, %s is not", name, domain, other)
				}
			}
			if taken++; after[domain] {
				t.Errorf("%s: %s is filed and reported", name, domain)
			}
		}
	}
	if taken < 80 {
		t.Errorf("only %d domains were added", taken)
	}
}

// isOnlyList reports whether no config and no other list has a say.
func isOnlyList(c testCase) bool {
	lists := 0
	for name := range c.files {
		switch path.Base(name) {
		case "filed-domains.txt":
			lists++
		case ".beianlint.json":
			return false
		}
	}
	return lists == 1
}

// unfiledIn returns the domains that have to be filed.
func unfiledIn(t *testing.T, c testCase) map[string]bool {
	r, err := lint.Run(t.Context(), c.options(t))
	if err != nil {
		return nil
	}
	return unfiledDomains(r)
}

func unfiledDomains(r *lint.Result) map[string]bool {
	domains := map[string]bool{}
	for _, f := range r.Findings {
		if f.Rule == "unfiled-domain" {
			domains[f.Group] = true
		}
	}
	return domains
}

// TestSameOnAnyMachine: every format says the same on one core and on many.
func TestSameOnAnyMachine(t *testing.T) {
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(0))
	cases := keptCases(t)
	names := slices.Sorted(maps.Keys(cases))
	first := map[string]string{}
	for _, cores := range []int{1, 2, 16} {
		runtime.GOMAXPROCS(cores)
		for i, name := range names {
			if i%8 != 0 && name != "shop" {
				continue
			}
			cases[name].compareReports(t, first, name)
		}
	}
	if len(first) < 300 {
		t.Errorf("only %d reports were compared", len(first))
	}
}
