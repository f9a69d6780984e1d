package source_test

import (
	"strings"
	"testing"
	"unicode/utf16"
	"unicode/utf8"

	"github.com/beianlint/beianlint/lint/source"
)

// counted is the place of an offset, counted from the beginning of its line.
func counted(text string, offset int) source.Position {
	line := strings.LastIndexByte(text[:offset], '\n') + 1
	p := source.Position{Line: strings.Count(text[:offset], "\n") + 1, Column: 1, UTF16: 1, Byte: offset - line + 1, Cell: 1}
	head := text[line:offset]
	if line == 0 {
		head = strings.TrimPrefix(head, "\ufeff")
	}
	for len(head) > 0 {
		r, n := utf8.DecodeRuneInString(head)
		head = head[n:]
		p.Column++
		p.UTF16 += utf16.RuneLen(r)
		p.Cell += source.Cells(r, p.Cell-1)
	}
	return p
}

// TestPosition compares every place of texts with long lines, which are counted
// from marks, with what counting from the beginning gives.
func TestPosition(t *testing.T) {
	long := strings.Repeat("a\t例子👍é\xff\x80\x80\x80\x80", 1500)
	for _, text := range []string{"", "a", "\n", "a\nb", "\ufeff例\nb", "\ufeff" + long, long + "\n" + long + "\r\nc"} {
		f := source.NewFile("f", []byte(text))
		for offset := range len(text) + 1 {
			if offset > 0 && offset < 3 && strings.HasPrefix(text, "\ufeff") {
				continue // within the byte order mark
			}
			if near := offset % (4 << 10); offset > 99 && near > 9 && offset%61 != 0 {
				continue // near the marks, and here and there
			}
			if got, want := f.Position(offset), counted(text, offset); got != want {
				t.Fatalf("%.20q: offset %d: got %+v, want %+v", text, offset, got, want)
			}
		}
	}
}

// TestClamped asks for places outside the file.
func TestClamped(t *testing.T) {
	f := source.NewFile("f", []byte("ab\nc"))
	first, last := source.Position{Line: 1, Column: 1, UTF16: 1, Byte: 1, Cell: 1}, source.Position{Line: 2, Column: 2, UTF16: 2, Byte: 2, Cell: 2}
	if got := f.Position(-1); got != first {
		t.Errorf("before: %+v", got)
	}
	if got := f.Position(99); got != last {
		t.Errorf("behind: %+v", got)
	}
	for line, start := range map[int]int{-1: 0, 0: 0, 1: 0, 2: 3, 3: 3} {
		if got := f.LineStart(line); got != start {
			t.Errorf("line %d starts at %d, want %d", line, got, start)
		}
	}
}

func TestLine(t *testing.T) {
	for _, c := range []struct {
		text string
		line int
		want string
		none bool
	}{
		{"a\nb", 1, "a", false},
		{"a\nb", 2, "b", false},
		{"a\r\nb\n", 1, "a", false},
		{"a\n", 2, "", false},
		{"\ufeffa\n\ufeffb", 1, "a", false},
		{"\ufeffa\n\ufeffb", 2, "\ufeffb", false},
		{"a", 0, "", true},
		{"a", 2, "", true},
	} {
		got := source.NewFile("f", []byte(c.text)).Line(c.line)
		if string(got) != c.want || (got == nil) != c.none {
			t.Errorf("line %d of %q: got %q (nil: %v), want %q", c.line, c.text, got, got == nil, c.want)
		}
	}
}

func TestSpan(t *testing.T) {
	f := source.NewFile("f", []byte("a\n例子"))
	s := source.Span{File: f, Start: 5, End: 8}
	if got := s.Text(); got != "子" {
		t.Errorf("text %q", got)
	}
	if got, want := s.Position(), (source.Position{Line: 2, Column: 2, UTF16: 2, Byte: 4, Cell: 3}); got != want {
		t.Errorf("got %+v, want %+v", got, want)
	}
	if got := (source.Span{}).Text(); got != "" {
		t.Errorf("the zero span has text %q", got)
	}
}

func TestCells(t *testing.T) {
	for _, c := range []struct {
		r        rune
		at, want int
	}{
		{'a', 0, 1}, {'é', 0, 1}, {'Ω', 0, 1}, {'한', 0, 2}, {'例', 3, 2}, {'，', 0, 2}, {'ａ', 0, 2}, {'ｱ', 0, 1}, {'👍', 0, 2}, {'𠀀', 0, 2},
		{'\t', 0, 8}, {'\t', 7, 1}, {'\t', 8, 8},
		{0, 0, 0}, {'\x1b', 0, 0}, {'\x7f', 0, 0}, {'\u0301', 0, 0}, {'\u200d', 0, 0}, {'\ufe0f', 0, 0}, {'\ufffd', 0, 1},
	} {
		if got := source.Cells(c.r, c.at); got != c.want {
			t.Errorf("%U at %d takes %d cells, want %d", c.r, c.at, got, c.want)
		}
	}
}

func TestExt(t *testing.T) {
	for name, want := range map[string]string{"a/b.JS": "js", "a.b/c": "", "a.d.ts": "ts", ".env": "env", "a.": "", "a": ""} {
		if got := source.NewFile(name, nil).Ext(); got != want {
			t.Errorf("%q: got %q, want %q", name, got, want)
		}
	}
}

// BenchmarkPositionOnALongLine finds the places in a minified file: a place near
// the last one must not cost the whole line again.
func BenchmarkPositionOnALongLine(b *testing.B) {
	f := source.NewFile("f", []byte(strings.Repeat("https://例子.公司/ ", 60_000)))
	for b.Loop() {
		for offset := 0; offset < len(f.Bytes); offset += 500 {
			f.Position(offset)
		}
	}
}
