package markup

import "bytes"

// Comments finds every <!-- comment --> between the tags of markup, with its
// marks. One that nothing closes reaches to the end of the source.
func Comments(src []byte, found func(start, end int)) {
	s := scan(src, 0)
	for kind := s.next(); kind != endOfSource; kind = s.next() {
		if kind == aside && bytes.HasPrefix(src[s.start:], []byte("<!--")) {
			found(s.start, s.pos)
		}
	}
}

// scan returns a scanner of what begins at an offset.
//
//go:noinline
func scan(src []byte, at int) *scanner {
	s := newScanner(src)
	s.pos = max(s.pos, at)
	return s
}

// TagEnd returns the offset behind the start tag that begins at the offset, or
// the offset itself where none begins.
func TagEnd(src []byte, at int) int {
	s := scan(src, at)
	if s.next() != startTag || s.start != at {
		return at
	}
	for s.attr() {
	}
	return s.pos
}

// StyleComments finds every comment of a style sheet, with its marks but without
// the end of its line. lang is that of StyleURLs.
func StyleComments(src []byte, lang string, found func(start, end int)) {
	s := styles{src: src, lineComments: hasLineComments(lang)}
	for s.pos < len(src) {
		c, start := src[s.pos], s.pos
		s.pos++
		switch {
		case c != '/' && styleMarks[c]:
			s.mark(c)
		case c == '/':
			if s.comment(); s.pos > start+1 {
				found(start, start+len(bytes.TrimSuffix(src[start:s.pos], []byte("\n"))))
			}
		}
	}
}

// DotenvComments finds every comment of a dotenv file, from its # to the end of
// the line: a # in a value that is quoted begins none.
func DotenvComments(src []byte, found func(start, end int)) {
	at := 0
	for v := range Dotenv(src) {
		commentsBetween(src, at, v.Start, found)
		if at = v.End; v.Quoted {
			at++
		}
	}
	commentsBetween(src, at, len(src), found)
}

// commentsBetween finds the lines, or what is left of one, that begin with #.
func commentsBetween(src []byte, at, until int, found func(start, end int)) {
	for at < until {
		end := lineEnd(src, at)
		if bytes.HasPrefix(src[at:], []byte("\ufeff")) {
			at += len("\ufeff")
		}
		if at = skipBlank(src, at, end); at < end && src[at] == '#' {
			found(at, end)
		}
		at = end + 1
	}
}
