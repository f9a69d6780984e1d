package workbook

import (
	"strconv"
	"strings"
)

// scanner cuts the XML of a workbook's parts into tokens. It knows what those
// parts are made of and no more (no document types, no entities of one's own),
// and gives up on anything else: encoding/xml costs 45 KB of the program and
// takes ten times as long.
type scanner struct {
	text string
	at   int
	bad  bool // what follows is not XML as workbooks have it
}

// token is a start tag, an end tag or text.
type token struct {
	name   string // of the element, without its prefix; "" for text
	end    bool   // an end tag
	closed bool   // a start tag that is its own end: <c/>
	raw    string // the attributes of a start tag, or the text, as it is written
	plain  bool   // the text holds no entities: it is CDATA
}

// next returns the next token, false at the end of the text.
func (s *scanner) next() (token, bool) {
	for !s.bad && s.at < len(s.text) {
		rest := s.text[s.at:]
		switch {
		case rest[0] != '<':
			text, _, _ := strings.Cut(rest, "<")
			s.at += len(text)
			return token{raw: text}, true
		case strings.HasPrefix(rest, "<![CDATA["):
			return token{raw: s.through("<![CDATA[", "]]>"), plain: true}, !s.bad
		case strings.HasPrefix(rest, "<!--"):
			s.through("<!--", "-->")
		case strings.HasPrefix(rest, "<?"):
			s.through("<?", "?>")
		default:
			return s.tag()
		}
	}
	return token{}, false
}

// through returns what stands between two marks and goes on behind the second.
func (s *scanner) through(open, shut string) string {
	inner, _, ok := strings.Cut(s.text[s.at+len(open):], shut)
	s.bad = s.bad || !ok
	s.at += len(open) + len(inner) + len(shut)
	return inner
}

func (s *scanner) tag() (token, bool) {
	size := tagSize(s.text[s.at:])
	if size <= len("<>") || s.text[s.at+1] == '!' {
		s.bad = true
		return token{}, false
	}
	inner := s.text[s.at+1 : s.at+size-1]
	s.at += size
	var t token
	inner, t.end = strings.CutPrefix(inner, "/")
	inner, t.closed = strings.CutSuffix(inner, "/")
	t.name = inner
	if i := strings.IndexAny(inner, " \t\r\n"); i >= 0 {
		t.name, t.raw = inner[:i], inner[i:]
	}
	t.name = t.name[strings.IndexByte(t.name, ':')+1:]
	return t, true
}

// tagSize returns how many bytes the tag takes that a text begins with, 0 when
// it has no end. A > in an attribute's value is part of that.
func tagSize(text string) int {
	quote := byte(0)
	for i := range len(text) {
		switch c := text[i]; {
		case c == quote:
			quote = 0
		case quote != 0:
		case c == '"', c == '\'':
			quote = c
		case c == '>':
			return i + 1
		}
	}
	return 0
}

// attr returns an attribute by its whole name, "" when there is none.
func (t token) attr(name string) string {
	for rest := t.raw; ; {
		key, after, ok := strings.Cut(rest, "=")
		after = strings.TrimLeft(after, " \t\r\n")
		if !ok || after == "" {
			return ""
		}
		value, next, ok := strings.Cut(after[1:], after[:1])
		if !ok {
			return ""
		}
		if strings.TrimSpace(key) == name {
			return unescape(value)
		}
		rest = next
	}
}

// content returns a text without its entities.
func (t token) content() string {
	if t.plain {
		return t.raw
	}
	return unescape(t.raw)
}

// unescape puts characters for the entities of XML; others stay as they are.
func unescape(s string) string {
	if strings.IndexByte(s, '&') < 0 {
		return s
	}
	var b strings.Builder
	for {
		before, after, ok := strings.Cut(s, "&")
		b.WriteString(before)
		if !ok {
			return b.String()
		}
		name, rest, _ := strings.Cut(after, ";")
		if c := entity(name); c != "" {
			b.WriteString(c)
			s = rest
		} else {
			b.WriteByte('&')
			s = after
		}
	}
}

func entity(name string) string {
	switch name {
	case "lt":
		return "<"
	case "gt":
		return ">"
	case "amp":
		return "&"
	case "quot":
		return `"`
	case "apos":
		return "'"
	}
	digits, numeric := strings.CutPrefix(name, "#")
	if !numeric || len(digits) > len("x10FFFF") {
		return ""
	}
	base := 10
	if hex, ok := strings.CutPrefix(digits, "x"); ok {
		digits, base = hex, 16
	}
	n, err := strconv.ParseUint(digits, base, 32)
	if err != nil || n == 0 || n > 0x10ffff {
		return ""
	}
	return string(rune(n))
}
