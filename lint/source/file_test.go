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
