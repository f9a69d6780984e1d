package lint_test

import (
	"path"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	gocmp "github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/txtar"

	"github.com/beianlint/beianlint/lint"
	"github.com/beianlint/beianlint/lint/finding"
)

// fingerprints lints the files of a txtar in another folder, each changed.
func fingerprints(t *testing.T, a *txtar.Archive, at string, change func(name string, data []byte) []byte) []string {
	t.Helper()
	c := newCase(t, a)
	opt := c.options(t)
	moved := fstest.MapFS{at + "/.git/HEAD": {}}
	for _, f := range a.Files {
		if f.Name != want {
			moved[path.Join(at, f.Name)] = &fstest.MapFile{Data: change(f.Name, slices.Clone(f.Data))}
		}
	}
	opt.FS, opt.Cwd = moved, at
	for i, d := range opt.Dirs {
		opt.Dirs[i] = at + strings.TrimPrefix(d, root)
	}
	report, _ := lint.Run(t.Context(), opt)
	prints := []string{}
	for _, f := range report.Findings {
		prints = append(prints, f.Fingerprint())
	}
	return prints
}

func unchanged(_ string, data []byte) []byte { return data }

// pushedDown inserts lines above sources, whose places all move.
func pushedDown(name string, data []byte) []byte {
	switch path.Ext(name) {
	case ".js", ".ts", ".vue", ".wxml", ".wxss", ".json":
		return append([]byte("\n\n\n"), data...)
	}
	return data
}

// Two findings of a run never have the same fingerprint; and a finding keeps its
// own when the repository lies elsewhere and when it moves down in its file.
func TestFingerprints(t *testing.T) {
	lintsAgain(t)
	several := 0
	for _, name := range archives(t, "err") {
		a, err := txtar.ParseFile(name)
		if err != nil {
			t.Fatal(err)
		}
		first := fingerprints(t, a, root, unchanged)
		if distinct := slices.Compact(slices.Sorted(slices.Values(first))); len(distinct) != len(first) {
			t.Errorf("%s: %d findings have only %d fingerprints", filepath.Base(name), len(first), len(distinct))
		}
		if len(first) > 1 {
			several++
		}
		for what, again := range map[string][]string{
			"elsewhere":   fingerprints(t, a, "home/somebody/else/where", unchanged),
			"pushed down": fingerprints(t, a, root, pushedDown),
		} {
			if diff := gocmp.Diff(first, again); diff != "" {
				t.Errorf("%s: %s, other fingerprints:\n%s", filepath.Base(name), what, diff)
			}
		}
	}
	if several < 20 {
		t.Errorf("only %d reports have several findings to tell apart", several)
	}
}

const twoUses = `
-- project.config.json --
{"appid": "wx0123456789abcdef"}
-- app.json --
{"pages": ["a", "b"]}
-- filed-domains.txt --
example.com  京ICP备12345678号-1
-- a.js --
wx.request({ url: 'https://api.example.net/v1' })
-- b.js --
wx.request({ url: 'https://www.example.net/v1' })
`

// A formatter changes no fingerprint, another address does.
func TestFingerprintOfSource(t *testing.T) {
	a := txtar.Parse([]byte(twoUses))
	replaced := func(file, text string) func(string, []byte) []byte {
		return func(name string, data []byte) []byte {
			if name == file {
				return []byte(text)
			}
			return data
		}
	}
	first := fingerprints(t, a, root, unchanged)
	if len(first) != 2 {
		t.Fatalf("want two findings, got %d", len(first))
	}
	pretty := "wx.request({\n\turl: \"https://api.example.net/v1\",\n});\n"
	if again := fingerprints(t, a, root, replaced("a.js", pretty)); !slices.Equal(first, again) {
		t.Errorf("formatted anew: got %v, want %v", again, first)
	}
	other := "wx.request({ url: 'https://api.example.net/v2' })"
	if again := fingerprints(t, a, root, replaced("a.js", other)); again[0] == first[0] || again[1] != first[1] {
		t.Errorf("another address: got %v, first %v", again, first)
	}
}

// Without a run behind it, a finding has a fingerprint as well.
func TestFingerprintOfNothing(t *testing.T) {
	a, b := &finding.Finding{Message: "list.empty"}, &finding.Finding{Message: "list.missing"}
	if len(a.Fingerprint()) != 32 || a.Fingerprint() == b.Fingerprint() {
		t.Errorf("got %q and %q", a.Fingerprint(), b.Fingerprint())
	}
}
