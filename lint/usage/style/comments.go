package style

import "bytes"

// Comments finds every comment of a style sheet, with its marks but without
// the end of its line. lang is that of URLs.
func Comments(src []byte, lang string, found func(start, end int)) {
	s := scanner{src: src, lineComments: hasLineComments(lang)}
	for s.pos < len(src) {
		c, start := src[s.pos], s.pos
		s.pos++
		switch {
		case c != '/' && marks[c]:
			s.mark(c)
		case c == '/':
			if s.comment(); s.pos > start+1 {
				found(start, start+len(bytes.TrimSuffix(src[start:s.pos], []byte("\n"))))
			}
		}
	}
}
