package jsonc

import (
	"bytes"
	"strings"
)

const byteOrderMark = "\ufeff"

// Blank returns a copy of data in which comments (// and /* */), a byte order
// mark and trailing commas are spaces. Length and line breaks stay as they
// are, so that an offset means the same in both. A comment without an end goes
// to the end of data. Any bytes will do; what is no JSON is left alone.
func Blank(data []byte) []byte { return blank(data).text }

// blanker is one pass over a text, which it changes.
type blanker struct {
	text     []byte
	comments bool
	open     int // offset of a comment without an end, -1 without one

	comma int  // offset of a comma that is trailing if a bracket closes next, or -1
	last  byte // last byte that was neither space nor comment
}

func blank(data []byte) *blanker {
	b := &blanker{text: append(make([]byte, 0, len(data)+1), data...), open: -1, comma: -1}
	i := 0
	if bytes.HasPrefix(b.text, []byte(byteOrderMark)) {
		i = len(byteOrderMark)
		b.wipe(0, i)
	}
	for i < len(b.text) {
		i = b.token(i)
	}
	return b
}

// token handles what starts at i and returns where the next one starts.
func (b *blanker) token(i int) int {
	switch c := b.text[i]; {
	case isSpace(c):
		return i + 1
	case c == '/':
		if end := b.comment(i); end > i {
			return end
		}
	case c == '"':
		b.comma, b.last = -1, c
		return stringEnd(b.text, i)
	case c == ',':
		b.comma = -1
		if b.afterValue() {
			b.comma = i
		}
		b.last = c
		return i + 1
	case (c == '}' || c == ']') && b.comma >= 0:
		b.wipe(b.comma, b.comma+1)
	}
	b.comma, b.last = -1, b.text[i]
	return i + 1
}

// afterValue reports whether a value may have stood last: a comma elsewhere is
// an error that must be seen.
func (b *blanker) afterValue() bool {
	return b.last != 0 && strings.IndexByte("{[,:", b.last) < 0
}

// comment blanks the comment at i and returns its end, or i when there is none.
func (b *blanker) comment(i int) int {
	rest := b.text[i:]
	n := 0
	switch {
	case bytes.HasPrefix(rest, []byte("//")):
		if n = bytes.IndexAny(rest, "\r\n"); n < 0 {
			n = len(rest)
		}
	case bytes.HasPrefix(rest, []byte("/*")):
		if n = bytes.Index(rest[2:], []byte("*/")); n < 0 {
			b.open, n = i, len(rest)
		} else {
			n += len("/**/")
		}
	default:
		return i
	}
	b.comments = true
	b.wipe(i, i+n)
	return i + n
}

func (b *blanker) wipe(start, end int) {
	for i := start; i < end; i++ {
		if b.text[i] != '\n' && b.text[i] != '\r' {
			b.text[i] = ' '
		}
	}
}

// stringEnd returns the offset after the string literal that starts at i. One
// that is not closed ends at the line break, so that the lines after it are
// still read as what they are.
func stringEnd(text []byte, i int) int {
	for i++; i < len(text); i++ {
		switch c := text[i]; {
		case c == '"':
			return i + 1
		case c == '\n' || c == '\r':
			return i
		case c == '\\' && i+1 < len(text) && text[i+1] >= ' ':
			i++
		}
	}
	return len(text)
}

func isSpace(c byte) bool { return c == ' ' || c == '\t' || c == '\n' || c == '\r' }
