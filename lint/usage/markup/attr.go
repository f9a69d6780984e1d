package markup

import "bytes"

// Attr is one attribute of a start tag, in place. All offsets are in bytes.
type Attr struct {
	Tag  string // name of the element as written: "web-view", "WebView"
	Name string // as written: "src", ":src", "v-bind:src", "wx:if", "@tap"
	// Start and End are the value without quotes; both are the end of the name
	// when the attribute has no value.
	Start, End int
	Quoted     bool // quotes stand at Start-1 and End
	TagStart   int  // of the element's '<': the same for its attributes
}

// attr reads the next attribute of the open start tag into s.at; false behind
// the last one. A '<' ends a tag that nothing closed.
func (s *scanner) attr() bool {
	for s.open && s.pos < len(s.src) {
		switch c := s.src[s.pos]; {
		case c == '>':
			s.pos++
			s.open = false
		case c == '<':
			s.comment()
		case c == '/':
			s.pos++
			s.empty = s.pos < len(s.src) && s.src[s.pos] == '>'
		case nameEnd[c]:
			s.pos++
		default:
			s.readAttr()
			return true
		}
	}
	s.open = false
	return false
}

// comment skips a comment between attributes; any other '<' starts a new tag.
func (s *scanner) comment() {
	if !bytes.HasPrefix(s.src[s.pos:], []byte("<!--")) {
		s.open = false
		return
	}
	s.pos = s.after(s.pos+2, "-->")
}

func (s *scanner) readAttr() {
	start := s.pos
	s.pos = s.until(start, &nameEnd)
	s.at = Attr{Tag: s.name, Name: s.names.of(s.src[start:s.pos]), Start: s.pos, End: s.pos, TagStart: s.start}
	s.skipSpace()
	if s.pos == len(s.src) || s.src[s.pos] != '=' {
		return
	}
	s.pos++
	s.skipSpace()
	s.readValue()
}

func (s *scanner) readValue() {
	s.at.Start, s.at.End = s.pos, s.pos
	if s.pos == len(s.src) {
		return
	}
	switch quote := s.src[s.pos]; quote {
	case '"', '\'':
		s.pos++
		s.quoted(quote)
	default:
		s.bare()
	}
}

// quoted reads a value behind its opening quote. Each quote is searched for at
// most twice over a source, because a search ends where the next one can start.
func (s *scanner) quoted(quote byte) {
	start, end := s.pos, s.index(s.pos, quote)
	s.at.Start, s.at.End, s.at.Quoted = start, end, true
	if end < len(s.src) && !s.overrun(start, end) {
		s.pos = end + 1
		return
	}
	// The closing quote is missing: the value ends with its tag or line.
	s.at.Quoted = false
	if i := bytes.IndexAny(s.src[start:end], ">\n"); i >= 0 {
		s.at.End = start + i
	}
	s.pos = s.at.End
}

// overrun tells whether the quote at end seems to open another value: the tag
// ended before it, and a name follows it.
func (s *scanner) overrun(start, end int) bool {
	if end+1 == len(s.src) || nameEnd[s.src[end+1]] {
		return false
	}
	return bytes.IndexByte(s.src[start:end], '>') >= 0
}

// bare reads a value without quotes: up to white space, or the end of the tag,
// but {{ expressions }} are kept whole.
func (s *scanner) bare() {
	for ; s.pos < len(s.src); s.pos++ {
		switch c := s.src[s.pos]; {
		case space[c], c == '>', c == '<':
			s.endBare()
			return
		case c == '{' && bytes.HasPrefix(s.src[s.pos:], []byte("{{")):
			if end := s.expression(s.pos); end > 0 {
				s.pos = end - 1
			}
		}
	}
	s.at.End = s.pos
}

// endBare ends a bare value here; the '/' of a "/>" is no part of it.
func (s *scanner) endBare() {
	s.at.End = s.pos
	if s.src[s.pos] == '>' && s.pos > s.at.Start && s.src[s.pos-1] == '/' {
		s.at.End--
		s.empty = true
	}
}
