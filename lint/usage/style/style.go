// Package style finds the addresses in style sheets: url(), @import and strings.
// It takes the bytes of a whole file, or of one block of it, and gives offsets
// into them, in time linear in the input; it never fails.
package style

import (
	"bytes"
	"iter"
)

// Place says where in a style a value stands.
type Place string

// The places that URLs knows.
const (
	// AtURL is url(value), quoted or not.
	AtURL Place = "url"
	// AtImport is @import "value", also each item of a list and url(value), and the
	// module of @use, @forward and @require.
	AtImport Place = "import"
	// AtString is any other string: a less or scss variable, content, src …
	AtString Place = "string"
)

// URL is one value of a style sheet that can be a URL, in place.
type URL struct {
	Start, End int  // bytes, without quotes
	Quoted     bool // quotes stand at Start-1 and End
	At         Place
}

// URLs gives every url(), @import, @use and string of a style sheet, but no
// data: URI, which contacts nothing, and no @namespace. lang is the extension of
// the file or the lang of its block: css, wxss, acss, less, scss, sass, styl,
// stylus, "" … Only the preprocessors know // comments
// (https://www.w3.org/TR/css-syntax-3/#comment-diagram).
func URLs(src []byte, lang string) iter.Seq[URL] {
	return func(yield func(URL) bool) {
		s := scanner{src: src, lineComments: hasLineComments(lang)}
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

// marks are the bytes at which scanner has something to do.
var marks = setOf(`"'(/@\`)

// scanner walks the values of a style sheet.
type scanner struct {
	src          []byte
	pos          int
	lineComments bool
	found        URL
	imported     int  // where the part of an @import that was read ends; 0 outside one
	one          bool // it has no list: what follows its name is settings
}

// next reads up to the next value, which it leaves in s.found.
func (s *scanner) next() bool {
	for s.pos < len(s.src) {
		c := s.src[s.pos]
		s.pos++
		if marks[c] && s.mark(c) {
			return true
		}
	}
	return false
}

// mark handles the mark before s.pos; true when a value was found.
func (s *scanner) mark(c byte) bool {
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

func (s *scanner) comment() {
	switch {
	case s.pos == len(s.src):
	case s.src[s.pos] == '*':
		s.pos++
		s.skipPast("*/")
	case s.src[s.pos] == '/' && s.lineComments:
		s.skipPast("\n")
	}
}

// rule notes an @import, what Sass and Stylus have besides it
// (https://sass-lang.com/documentation/at-rules/use, https://stylus-lang.com/docs/import.html),
// and passes over an @namespace.
func (s *scanner) rule() {
	switch {
	case s.follows("import"), s.follows("require"):
		s.imported, s.one = s.pos, false
	case s.follows("use"), s.follows("forward"):
		s.imported, s.one = s.pos, true
	case s.follows("namespace"):
		if i := bytes.IndexAny(s.src[s.pos:], ";\n"); i >= 0 {
			s.pos += i
			return
		}
		s.pos = len(s.src)
	}
}

// follows moves behind the word if it stands here, in any case.
func (s *scanner) follows(word string) bool {
	end := s.pos + len(word)
	if end >= len(s.src) || isIdent(s.src[end]) || !bytes.EqualFold(s.src[s.pos:end], []byte(word)) {
		return false
	}
	s.pos = end
	return true
}

// isURL tells whether the '(' before s.pos is that of url(.
func (s *scanner) isURL() bool {
	name := s.pos - len("url(")
	if name < 0 || !bytes.EqualFold(s.src[name:name+3], []byte("url")) {
		return false
	}
	return name == 0 || !isIdent(s.src[name-1])
}

// url reads the value behind "url(".
func (s *scanner) url() bool {
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

func (s *scanner) bare() bool {
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
	s.found = URL{Start: start, End: s.pos, At: s.place(start, s.pos, AtURL)}
	return s.pos > start
}

// place is AtImport while the list of an @import goes on: nothing that ends it
// stands between its last part and this value.
func (s *scanner) place(start, end int, at Place) Place {
	if s.imported == 0 {
		return at
	}
	gap := s.src[s.imported:start]
	if bytes.ContainsAny(gap, ";{}") || bytes.Contains(gap, []byte("\n")) && !bytes.Contains(gap, []byte(",")) {
		s.imported = 0
		return at
	}
	if s.imported = end; s.one {
		s.imported = 0
	}
	return AtImport
}

// skipPast moves behind the next mark, or to the end.
func (s *scanner) skipPast(mark string) {
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
