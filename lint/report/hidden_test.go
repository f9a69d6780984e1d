package report_test

import (
	"strings"
	"testing"

	"github.com/beianlint/beianlint/lint/message"
	"github.com/beianlint/beianlint/lint/report"
)

// hidden are characters that move the cursor of a terminal or reorder a line: a C1
// control, which many terminals obey as ESC [, bidi marks, a line separator and a tag
// beyond the basic plane.
var hidden = []string{"\u009b", "\u0085", "\u202e", "\u2066", "\u200f", "\u2028", "\u2029", "\u061c", "\U000e0041"}

// TestHiddenCharacters: no format prints one of them as it is, in whatever place, and
// the clients of the machine formats read it back (FuzzFormats).
func TestHiddenCharacters(t *testing.T) {
	for _, c := range hidden {
		r := attacked("a" + c + "b")
		for i := range report.Formats {
			f := &report.Formats[i]
			if out := writtenAs(t, f, r, fullOptions(message.English)); strings.Contains(out, c) {
				t.Errorf("%s prints %+q as it is: %.300q", f.Name, c, out)
			}
		}
	}
}

// TestFormulaOfEastAsia: Excel takes a full-width sign for the other one.
func TestFormulaOfEastAsia(t *testing.T) {
	for _, sign := range []string{"=", "+", "-", "@", "＝", "＋", "－", "＠"} {
		r := attacked(sign + "cmd")
		f := report.Hosts.Format("csv")
		if out := writtenAs(t, f, r, fullOptions(message.English)); !strings.Contains(out, "'"+sign+"cmd") || strings.Contains(out, ","+sign+"cmd") {
			t.Errorf("%s: %s", sign, out)
		}
	}
}
