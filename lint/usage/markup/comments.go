package markup

import (
	"bytes"
	"iter"
)

// Comments gives every <!-- comment --> between the tags of markup, with its
// marks. One that nothing closes reaches to the end of the source.
func Comments(src []byte) iter.Seq2[int, int] {
	return func(yield func(start, end int) bool) {
		s := newScanner(src)
		for kind := s.next(); kind != endOfSource; kind = s.next() {
			if kind == aside && bytes.HasPrefix(src[s.start:], []byte("<!--")) && !yield(s.start, s.pos) {
				return
			}
		}
	}
}

// TagEnd returns the offset behind the start tag that begins at the offset, or
// the offset itself where none begins.
func TagEnd(src []byte, at int) int {
	s := newScanner(src)
	s.pos = at
	if s.next() != startTag || s.start != at {
		return at
	}
	for s.attr() {
	}
	return s.pos
}

// StyleComments gives every comment of a style sheet, with its marks. lang is
// that of StyleURLs.
func StyleComments(src []byte, lang string) iter.Seq2[int, int] {
	return func(yield func(start, end int) bool) {
		s := styles{src: src, lineComments: hasLineComments(lang)}
		for s.pos < len(src) {
			c, start := src[s.pos], s.pos
			s.pos++
			if c != '/' {
				if styleMarks[c] {
					s.mark(c)
				}
				continue
			}
			if s.comment(); s.pos > start+1 && !yield(start, commentEnd(src, start, s.pos)) {
				return
			}
		}
	}
}

// commentEnd returns the end of a comment without the end of its line.
func commentEnd(src []byte, start, end int) int {
	if src[start+1] == '/' && src[end-1] == '\n' {
		return end - 1
	}
	return end
}

// DotenvComments gives every comment of a dotenv file, from its # to the end of
// the line: a # in a value that is quoted begins none.
func DotenvComments(src []byte) iter.Seq2[int, int] {
	return func(yield func(start, end int) bool) {
		at, more := 0, true
		for v := range Dotenv(src) {
			if at, more = commentsBetween(src, at, v.Start, yield); !more {
				return
			}
			if at = v.End; v.Quoted {
				at++
			}
		}
		commentsBetween(src, at, len(src), yield)
	}
}

// commentsBetween gives the lines, or what is left of one, that begin with #.
func commentsBetween(src []byte, at, until int, yield func(start, end int) bool) (int, bool) {
	for at < until {
		end := lineEnd(src, at)
		if bytes.HasPrefix(src[at:], []byte("\ufeff")) {
			at += len("\ufeff")
		}
		at = skipBlank(src, at, end)
		if at < end && src[at] == '#' && !yield(at, end) {
			return at, false
		}
		at = end + 1
	}
	return at, true
}
