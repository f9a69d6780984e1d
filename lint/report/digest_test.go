package report_test

import (
	"fmt"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/beianlint/beianlint/lint/message"
)

// TestDigestFits: whatever is found, a robot takes the message, and it says how much is
// left out.
func TestDigestFits(t *testing.T) {
	for _, n := range []int{1, 15, 16, 17, 30, 5000} {
		for _, lang := range []message.Lang{message.English, message.Chinese} {
			got := written(t, "digest", many(n, 3), fullOptions(lang))
			lines := strings.Split(strings.TrimSuffix(got, "\n"), "\n")
			if len(lines) > 20 || len(got) > 3500 || !utf8.ValidString(got) {
				t.Errorf("%d findings: %d lines, %d bytes", n, len(lines), len(got))
			}
			shown, last := strings.Count(got, ".example.net”: "), lines[len(lines)-1]
			if lang == message.English && n > shown && last != fmt.Sprintf("- and %d more findings", n-shown) {
				t.Errorf("%d findings: %d are shown, and at the end stands %s", n, shown, last)
			}
		}
	}
}

// TestDigestOfLongLinesFits: fewer lines are shown where they are as long as they may be.
func TestDigestOfLongLinesFits(t *testing.T) {
	r := many(30, 3)
	for i, f := range r.Findings {
		f.Args = []any{fmt.Sprint(i, strings.Repeat("长", 100)), "example.net"}
	}
	if got := written(t, "digest", r, fullOptions(message.Chinese)); len(got) > 3500 || len(got) < 3000 {
		t.Errorf("%d bytes: %s", len(got), got)
	}
}

// TestDigestIsNoMarkup: no text of a pull request mentions somebody, makes a link or is
// markup in a chat.
func TestDigestIsNoMarkup(t *testing.T) {
	for _, attack := range append(attacks, "<@all>", `<at id=all></at>`, "[x](https://evil.example.com)", "**b**", "`c`", "@所有人", "<font color=\"warning\">", "![x](y)", "~~x~~", "&lt;at&gt;", `a\|b`) {
		got := written(t, "digest", attacked(attack), fullOptions(message.English))
		_, body, _ := strings.Cut(got, "** ")
		if i := strings.IndexAny(body, "<>[]*`@#!&|~\\"); i >= 0 || strings.Contains(body, "://") {
			t.Errorf("%q: %s", attack, got)
		}
	}
}
