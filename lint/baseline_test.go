package lint_test

import (
	"bytes"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/rogpeppe/go-internal/txtar"

	"github.com/beianlint/beianlint/lint"
	"github.com/beianlint/beianlint/lint/rule"
	"github.com/beianlint/beianlint/lint/suppress"
)

const baselineFile = "work/baseline.json"

// withBaseline lints the files of a txtar, each changed, with a baseline.
func withBaseline(t *testing.T, a *txtar.Archive, baseline []byte, change func(string, []byte) []byte) *lint.Result {
	t.Helper()
	c := newCase(t, a)
	opt := c.options(t)
	files := fstest.MapFS{root + "/.git/HEAD": {}, baselineFile: {Data: baseline}}
	for _, f := range a.Files {
		if f.Name != want && f.Name != "hosts.golden" {
			files[path.Join(root, f.Name)] = &fstest.MapFile{Data: change(f.Name, slices.Clone(f.Data))}
		}
	}
	opt.FS, opt.Baseline = closed{files, strings.Fields(c.settings["unreadable"])}, baselineFile
	report, _ := lint.Run(t.Context(), opt)
	return report
}

// recorded returns the baseline of the files of a txtar, nil when they cannot be linted.
func recorded(t *testing.T, a *txtar.Archive) *suppress.Record {
	t.Helper()
	opt := newCase(t, a).options(t)
	opt.Record = true
	report, _ := lint.Run(t.Context(), opt)
	return report.Baseline
}

// Whatever is found, a baseline of it leaves nothing to report but what no
// baseline can hold: also when lines were inserted above.
func TestBaselineHoldsAll(t *testing.T) {
	lintsAgain(t)
	held := 0
	for _, name := range archives(t, "err") {
		a, err := txtar.ParseFile(name)
		if err != nil {
			t.Fatal(err)
		}
		b := recorded(t, a)
		if b == nil || bytes.Contains(b.Data, []byte(`"until"`)) { // what has ended is over
			continue
		}
		if again := recorded(t, a); !bytes.Equal(b.Data, again.Data) {
			t.Errorf("%s: another baseline:\n%s\n%s", filepath.Base(name), b.Data, again.Data)
		}
		held += b.Findings
		for what, change := range map[string]func(string, []byte) []byte{"as it is": unchanged, "pushed down": pushedDown} {
			report := withBaseline(t, a, b.Data, change)
			if report.Summary.Baselined != b.Findings || len(report.Findings) != b.Left {
				t.Errorf("%s, %s: of %d and %d findings %d are silenced and %d are left", filepath.Base(name), what, b.Findings, b.Left, report.Summary.Baselined, len(report.Findings))
			}
			for _, f := range report.Findings {
				if !rule.ByID(f.Rule).ConfigOnly && !strings.Contains(filepath.Base(name), "firm") {
					t.Errorf("%s, %s: %s %s", filepath.Base(name), what, at(f.Span), f.Message)
				}
			}
		}
	}
	if held < 100 {
		t.Errorf("only %d findings were held", held)
	}
}
