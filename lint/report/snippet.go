package report

import (
	"bytes"
	"strings"
	"unicode/utf8"

	"github.com/beianlint/beianlint/lint/source"
)

// A line longer than maxLine bytes (a minified file) is shown from lead bytes
// before the span.
const (
	maxLine = 160
	lead    = 40
)

// snippet is the first source line of a span, ready to be printed.
type snippet struct {
	line   int
	text   string
	caret  int // cells before the span
	length int // cells of the span on this line, at least one
}

// snippetOf returns the source line that the span begins in; false when there
// is nothing to show.
func snippetOf(span source.Span) (snippet, bool) {
	if span.File == nil {
		return snippet{}, false
	}
	line := span.Position().Line
	raw := span.File.Line(line)
	if len(bytes.TrimSpace(raw)) == 0 || isBinary(span.File, raw) {
		return snippet{}, false
	}
	offset := lineOffset(span.File, line, raw)
	start := min(max(span.Start-offset, 0), len(raw))
	end := min(max(span.End-offset, start), len(raw))
	s := excerpt(raw, start, end)
	s.line = line
	return s, true
}

// isBinary reports whether a file is no text, as git tells (buffer_is_binary in
// xdiff-interface.c: a NUL at its beginning), or the line is none: what a key or a
// database holds is nobody's source line.
func isBinary(f *source.File, line []byte) bool {
	const beginning = 8000
	return bytes.IndexByte(f.Bytes[:min(len(f.Bytes), beginning)], 0) >= 0 || bytes.IndexByte(line, 0) >= 0
}

// lineOffset returns the offset in the file of raw, which is line n without
// the byte order mark.
func lineOffset(f *source.File, n int, raw []byte) int {
	offset := f.LineStart(n)
	if n == 1 && bytes.HasPrefix(f.Bytes, []byte("\ufeff")) {
		offset += len("\ufeff")
	}
	return offset
}

// excerpt renders the part of a line around the bytes start to end. Tabs
// become blanks up to the next stop, so that the caret below needs blanks only.
func excerpt(raw []byte, start, end int) snippet {
	from, to := window(raw, start)
	s := snippet{}
	var b strings.Builder
	at := 0
	if from > 0 {
		b.WriteString("…")
		at++
	}
	for i := from; i < to; {
		text, width, size := visibleAt(raw, i, at)
		if i <= start {
			s.caret = at
		}
		b.WriteString(text)
		at += width
		i += size
		if i <= end {
			s.length = at - s.caret
		}
	}
	if start >= to { // a span at the end of the line
		s.caret = at
	}
	if to < len(raw) {
		b.WriteString("…")
	}
	s.text, s.length = strings.TrimRight(b.String(), " "), max(s.length, 1)
	return s
}

// window chooses which bytes of a line to show.
func window(raw []byte, start int) (from, to int) {
	if len(raw) <= maxLine {
		return 0, len(raw)
	}
	from = runeStart(raw, max(start-lead, 0))
	return from, runeStart(raw, min(from+maxLine, len(raw)))
}

// visibleAt renders the rune at byte i, which is printed at the cell at, and
// returns its text, its cells and its bytes.
func visibleAt(raw []byte, i, at int) (text string, width, size int) {
	r, size := utf8.DecodeRune(raw[i:])
	switch {
	case r == '\t':
		width = source.Cells(r, at)
		return strings.Repeat(" ", width), width, size
	case r == '[' && isMark(string(raw[max(i-longMark, 0):i+1])):
		return `\[`, 2, size
	}
	text = visibleRune(r)
	return text, cells(text), size
}
