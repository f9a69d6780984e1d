package report

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/beianlint/beianlint/lint/source"
)

func TestExcerpt(t *testing.T) {
	long := strings.Repeat("a", 500)
	for _, c := range []struct {
		name, line, span string
		text             string
		caret, length    int
	}{
		{"plain", `url: "x"`, `"x"`, `url: "x"`, 5, 3},
		{"tabs reach their stops", "\ta\t\"x\"", `"x"`, "        a       \"x\"", 16, 3},
		{"chinese takes two cells", `名: "首页"`, `"首页"`, `名: "首页"`, 4, 6},
		{"emoji", `🛒 x`, `x`, `🛒 x`, 3, 1},
		{"combining characters take none", "e\u0301 x", "x", "e\u0301 x", 2, 1},
		{"controls are shown", "\x1b[1m x", "x", "␛[1m x", 5, 1},
		{"not UTF-8", "\xff\xfe x", "x", "\ufffd\ufffd x", 3, 1},
		{"reordering is shown", "\u202e x", "x", `\u{202e} x`, 9, 1},
		{"runner commands are broken up", "##[group]x", "x", `##\[group]x`, 10, 1},
		{"cut behind", "x" + long, "x", "x" + long[:maxLine-1] + "…", 0, 1},
		{"cut before", long + "x", "x", "…" + long[:lead] + "x", lead + 1, 1},
		{"a span longer than what is shown", long, long, long[:maxLine] + "…", 0, maxLine},
		{"an empty span", "abc", "", "abc", 0, 1},
	} {
		t.Run(c.name, func(t *testing.T) {
			start := strings.LastIndex(c.line, c.span)
			if c.span == "" {
				start = 0
			}
			got := excerpt([]byte(c.line), start, start+len(c.span))
			want := snippet{text: c.text, caret: c.caret, length: c.length}
			if diff := cmp.Diff(want, got, cmp.AllowUnexported(snippet{})); diff != "" {
				t.Errorf("-want +got:\n%s", diff)
			}
		})
	}
}

func TestSnippetOf(t *testing.T) {
	f := source.NewFile("a", []byte("\ufeff\"x\"\r\n\n\"y"))
	for _, c := range []struct {
		name       string
		start, end int
		want       snippet
		ok         bool
	}{
		{"behind a byte order mark", 3, 6, snippet{1, `"x"`, 0, 3}, true},
		{"over several lines", 4, 11, snippet{1, `"x"`, 1, 2}, true},
		{"an empty line", 8, 8, snippet{}, false},
		{"the end of the file", 11, 11, snippet{3, `"y`, 2, 1}, true},
		{"beyond the file", 99, 100, snippet{3, `"y`, 2, 1}, true},
	} {
		got, ok := snippetOf(source.Span{File: f, Start: c.start, End: c.end})
		if ok != c.ok || got != c.want {
			t.Errorf("%s: got %v %v, want %v %v", c.name, got, ok, c.want, c.ok)
		}
	}
	if _, ok := snippetOf(source.Span{}); ok {
		t.Error("a span without a file has a snippet")
	}
}

// FuzzExcerpt: no byte of a source reaches a terminal as a control character,
// and the underline lies within what is shown.
func FuzzExcerpt(f *testing.F) {
	f.Add([]byte("a\t'首页' b"), 2, 10)
	f.Add([]byte("\x1b[31m##[x]\xff\u202e"), 0, 3)
	f.Add([]byte(strings.Repeat("长", 200)), 300, 310)
	f.Fuzz(func(t *testing.T, line []byte, start, end int) {
		start = min(max(start, 0), len(line))
		end = min(max(end, start), len(line))
		s := excerpt(line, start, end)
		for _, r := range s.text {
			if r < ' ' || r == 0x7f {
				t.Fatalf("control character in %q", s.text)
			}
		}
		if strings.Contains(s.text, "##[") {
			t.Fatalf("a runner command in %q", s.text)
		}
		if s.caret < 0 || s.length < 1 || s.caret+s.length > 8*(maxLine+2) {
			t.Fatalf("underline at %d, %d cells", s.caret, s.length)
		}
	})
}

// TestCaretIsThePositionsCell: for an ordinary line both count alike.
func TestCaretIsThePositionsCell(t *testing.T) {
	f := source.NewFile("a", []byte("\tx('首页🛒', \t'y')"))
	start := strings.Index(string(f.Bytes), "'y'")
	s, _ := snippetOf(source.Span{File: f, Start: start, End: start + 3})
	if want := f.Position(start).Cell - 1; s.caret != want {
		t.Errorf("caret %d, want %d", s.caret, want)
	}
}

func TestVisibleIsOneLine(t *testing.T) {
	for in, want := range map[string]string{
		"plain [x] text": "plain [x] text", "a\r\nb": "a␍␊b", "\x1b[2J": "␛[2J", "\x7f": "␡", "\u0085": `\u{85}`,
		"##[x]": `##\[x]`, "##vso[x]": `##vso\[x]`, "#[x]": "#[x]", "👨\u200d👩": "👨\u200d👩", "\u202e": `\u{202e}`, "\xff": "\ufffd",
	} {
		if got := Visible(in); got != want {
			t.Errorf("Visible(%q) = %q, want %q", in, got, want)
		}
	}
}

// TestNoSnippetOfBinary: a file that is no text, and a line that is none, are not shown.
func TestNoSnippetOfBinary(t *testing.T) {
	for text, want := range map[string]bool{
		"a\nurl\n":      true,
		"\x00\nurl\n":   false,
		"a\nurl \x00\n": false,
		strings.Repeat("a\n", 5000) + "\x00\nurl": true, // git looks at the beginning only
		"名\xd6\xd0\nurl\n":                        true, // GBK is text
	} {
		f := source.NewFile("a.txt", []byte(text))
		at := strings.Index(text, "url")
		if _, got := snippetOf(source.Span{File: f, Start: at, End: at + 3}); got != want {
			t.Errorf("%.20q: shown %v, want %v", text, got, want)
		}
	}
}
