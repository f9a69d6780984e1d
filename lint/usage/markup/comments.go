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
