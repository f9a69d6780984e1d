package markup

import "bytes"

// token is what scanner.next stopped at.
type token uint8

const (
	endOfSource token = iota
	startTag          // the name is read, the attributes are not
	endTag
	aside // comment, declaration, processing instruction
)

// scanner walks the tags of markup, the way bufio.Scanner walks lines.
type scanner struct {
	src   []byte
	pos   int
	names names

	start    int    // of the tag, at its '<'
	content  bool   // nobody looked yet at what the start tag's content is
	name     string // of the tag
	open     bool   // attributes of a start tag are still unread
	empty    bool   // the start tag ended in "/>"
	at       Attr   // the attribute that attr read
	text     int    // where the text before the tag starts
	hopeless int    // no "{{" before this offset is ever closed
	unclosed uint8  // bit i: rawElements[i] has no end tag in the rest
}

func newScanner(src []byte) *scanner {
	s := &scanner{src: src}
	if bytes.HasPrefix(src, []byte("\ufeff")) {
		s.pos = len("\ufeff")
	}
	return s
}

// next reads the next tag up to its attributes, or a whole end tag or comment.
// The text before it is src[s.text:s.start].
func (s *scanner) next() token {
	s.finish()
	s.text = s.pos
	for from := s.pos; ; from = s.start + 1 {
		s.start = s.findTag(from)
		if kind, ok := s.classify(); ok {
			return kind
		}
	}
}

// classify tells what the '<' at s.start begins; false where it is only text,
// as in "a < b".
func (s *scanner) classify() (token, bool) {
	rest := s.src[s.start:]
	switch {
	case len(rest) < 2:
		s.pos = len(s.src)
		s.start = s.pos
		return endOfSource, true
	case bytes.HasPrefix(rest, []byte("<!--")):
		// "<!-->" is a whole comment (https://html.spec.whatwg.org/#parsing).
		s.pos = s.after(s.start+2, "-->")
		return aside, true
	case rest[1] == '/':
		s.readName(s.start + 2)
		s.skipToTagEnd()
		return endTag, true
	case rest[1] == '!' || rest[1] == '?':
		s.pos = s.start + 2
		s.skipToTagEnd()
		return aside, true
	case isLetter(rest[1]):
		s.readName(s.start + 1)
		s.content, s.open, s.empty = true, true, false
		return startTag, true
	}
	return 0, false
}

func (s *scanner) readName(from int) {
	s.pos = s.until(from, &nameEnd)
	s.name = s.names.of(s.src[from:s.pos])
}

// findTag returns the offset of the next '<' that stands in no {{ expression }},
// or the length of the source.
func (s *scanner) findTag(from int) int {
	lt := s.index(from, '<')
	for lt < len(s.src) {
		open := bytes.Index(s.src[from:lt], []byte("{{"))
		if open < 0 {
			break
		}
		from = s.expression(from + open)
		if from == 0 {
			break
		}
		if from > lt {
			lt = s.index(from, '<')
		}
	}
	return lt
}

// expression returns the offset behind the "}}" that closes the "{{" at i, or 0
// when an end tag, a comment or the end of the source comes first. It looks at
// no byte more than twice over a whole source.
func (s *scanner) expression(i int) int {
	if i < s.hopeless {
		return 0
	}
	for j := i + 2; j+1 < len(s.src); j++ {
		switch s.src[j] {
		case '}':
			if s.src[j+1] == '}' {
				return j + 2
			}
		case '<':
			if s.src[j+1] == '/' || s.src[j+1] == '!' {
				s.hopeless = j
				return 0
			}
		}
	}
	s.hopeless = len(s.src)
	return 0
}

// skipToTagEnd moves behind the next '>', or to a '<' that comes first.
func (s *scanner) skipToTagEnd() {
	for ; s.pos < len(s.src) && s.src[s.pos] != '<'; s.pos++ {
		if s.src[s.pos] == '>' {
			s.pos++
			return
		}
	}
}

// index returns the offset of the next c, or the length of the source.
func (s *scanner) index(from int, c byte) int {
	if i := bytes.IndexByte(s.src[from:], c); i >= 0 {
		return from + i
	}
	return len(s.src)
}

// after returns the offset behind the next mark, or the length of the source.
func (s *scanner) after(from int, mark string) int {
	if i := bytes.Index(s.src[from:], []byte(mark)); i >= 0 {
		return from + i + len(mark)
	}
	return len(s.src)
}

// until returns the offset of the next byte of the set, or the length of the source.
func (s *scanner) until(from int, stop *set) int {
	for from < len(s.src) && !stop[s.src[from]] {
		from++
	}
	return from
}

func (s *scanner) skipSpace() {
	for s.pos < len(s.src) && space[s.src[s.pos]] {
		s.pos++
	}
}
