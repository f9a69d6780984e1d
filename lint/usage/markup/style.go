package markup

import (
	"bytes"
	"iter"
)

// StyleAt says where in a style a value stands.
type StyleAt string

// The places that StyleURLs knows.
const (
	// AtURL is url(value), quoted or not.
	AtURL StyleAt = "url"
	// AtImport is @import "value", also each item of a list and url(value).
	AtImport StyleAt = "import"
	// AtString is any other string: a less or scss variable, content, src …
	AtString StyleAt = "string"
)

// StyleURL is one value of a style sheet that can be a URL, in place.
type StyleURL struct {
	Start, End int  // bytes, without quotes
	Quoted     bool // quotes stand at Start-1 and End
	At         StyleAt
}

// StyleURLs gives every url(), @import and string of a style sheet, but no
// data: URI, which contacts nothing, and no @namespace. lang is the extension of
// the file or the lang of its block: css, wxss, acss, less, scss, sass, styl,
// stylus, "" … Only the preprocessors know // comments
// (https://www.w3.org/TR/css-syntax-3/#comment-diagram).
func StyleURLs(src []byte, lang string) iter.Seq[StyleURL] {
	return func(yield func(StyleURL) bool) {
		s := styles{src: src, lineComments: hasLineComments(lang)}
		for s.next() {
			if !yield(s.found) {
				return
			}
		}
	}
}

func hasLineComments(lang string) bool {
	switch lang {
	case "less", "scss", "sass", "styl", "stylus":
		return true
	}
	return false
}

// styleMarks are the bytes at which styles has something to do.
var styleMarks = setOf(`"'(/@\`)

// styles walks the values of a style sheet.
type styles struct {
	src          []byte
	pos          int
	lineComments bool
	found        StyleURL
	imported     int // where the part of an @import that was read ends; 0 outside one
}

// next reads up to the next value, which it leaves in s.found.
func (s *styles) next() bool {
	for s.pos < len(s.src) {
		c := s.src[s.pos]
		s.pos++
		if styleMarks[c] && s.mark(c) {
			return true
		}
	}
	return false
}

// mark handles the mark before s.pos; true when a value was found.
func (s *styles) mark(c byte) bool {
	switch c {
	case '"', '\'':
		return s.quoted(c, AtString)
	case '(':
		return s.isURL() && s.url()
	case '/':
		s.comment()
	case '@':
		s.rule()
	case '\\':
		s.pos++
	}
	return false
}

func (s *styles) comment() {
	switch {
	case s.pos == len(s.src):
	case s.src[s.pos] == '*':
		s.pos++
		s.skipPast("*/")
	case s.src[s.pos] == '/' && s.lineComments:
		s.skipPast("\n")
	}
}

// rule notes an @import, and passes over an @namespace.
func (s *styles) rule() {
	switch {
	case s.follows("import"):
		s.imported = s.pos
	case s.follows("namespace"):
		if i := bytes.IndexAny(s.src[s.pos:], ";\n"); i >= 0 {
			s.pos += i
			return
		}
		s.pos = len(s.src)
	}
}

// follows moves behind the word if it stands here, in any case.
func (s *styles) follows(word string) bool {
	end := s.pos + len(word)
	if end >= len(s.src) || isIdent(s.src[end]) || !bytes.EqualFold(s.src[s.pos:end], []byte(word)) {
		return false
	}
	s.pos = end
	return true
}

// isURL tells whether the '(' before s.pos is that of url(.
func (s *styles) isURL() bool {
	name := s.pos - len("url(")
	if name < 0 || !bytes.EqualFold(s.src[name:name+3], []byte("url")) {
		return false
	}
	return name == 0 || !isIdent(s.src[name-1])
}

// url reads the value behind "url(".
func (s *styles) url() bool {
	for s.pos < len(s.src) && space[s.src[s.pos]] {
		s.pos++
	}
	if s.pos < len(s.src)-1 && s.src[s.pos] == '~' && isQuote(s.src[s.pos+1]) {
		s.pos++ // less: ~"kept as it is"
	}
	if s.pos == len(s.src) {
		return false
	}
	if c := s.src[s.pos]; isQuote(c) {
		s.pos++
		return s.quoted(c, AtURL)
	}
	return s.bare()
}

// urlEnd ends a value in url() that has no quotes.
var urlEnd = setOf(" \t\r\n\f()\"'")

func (s *styles) bare() bool {
	start := s.pos
	if isData(s.src[start:]) {
		// Quotes and spaces stand unescaped in many an inline SVG.
		s.skipPast(")")
		return false
	}
	for s.pos < len(s.src) && !urlEnd[s.src[s.pos]] {
		if s.src[s.pos] == '\\' {
			s.pos++
		}
		s.pos++
	}
	s.pos = min(s.pos, len(s.src))
	s.found = StyleURL{Start: start, End: s.pos, At: s.place(start, s.pos, AtURL)}
	return s.pos > start
}

// place is AtImport while the list of an @import goes on: nothing that ends it
// stands between its last part and this value.
func (s *styles) place(start, end int, at StyleAt) StyleAt {
	if s.imported == 0 {
		return at
	}
	gap := s.src[s.imported:start]
	if bytes.ContainsAny(gap, ";{}") || bytes.Contains(gap, []byte("\n")) && !bytes.Contains(gap, []byte(",")) {
		s.imported = 0
		return at
	}
	s.imported = end
	return AtImport
}

// skipPast moves behind the next mark, or to the end.
func (s *styles) skipPast(mark string) {
	i := bytes.Index(s.src[s.pos:], []byte(mark))
	if i < 0 {
		s.pos = len(s.src)
		return
	}
	s.pos += i + len(mark)
}

func isData(b []byte) bool {
	return len(b) >= 5 && bytes.EqualFold(b[:5], []byte("data:"))
}

func isQuote(c byte) bool { return c == '"' || c == '\'' }
