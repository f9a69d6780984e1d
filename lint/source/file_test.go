package source_test

import (
	"strings"
	"testing"
	"time"
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
			if offset > 9000 && offset%61 != 0 {
				continue
			}
			if got, want := f.Position(offset), counted(text, offset); got != want {
				t.Fatalf("%.20q: offset %d: got %+v, want %+v", text, offset, got, want)
			}
		}
	}
}

// TestPositionOnALongLine: the places of all that is found in a minified file
// take a time that grows with the file, not with its square.
func TestPositionOnALongLine(t *testing.T) {
	f := source.NewFile("f", []byte(strings.Repeat("https://例子.公司/ ", 200_000)))
	start := time.Now()
	for offset := 0; offset < len(f.Bytes); offset += 100 {
		f.Position(offset)
	}
	if took := time.Since(start); took > 20*time.Second {
		t.Errorf("took %v", took)
	}
}
