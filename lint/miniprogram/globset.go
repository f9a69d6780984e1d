package miniprogram

import "strings"

// byteSet is a set of bytes, as [a-z] in a glob names it.
type byteSet [4]uint64

func (s *byteSet) has(c byte) bool { return s[c>>6]&(1<<(c&63)) != 0 }
func (s *byteSet) add(c byte)      { s[c>>6] |= 1 << (c & 63) }

func (s *byteSet) addRange(from, to byte) {
	for c := int(from); c <= int(to); c++ {
		s.add(byte(c))
	}
}

func (s *byteSet) invert() {
	for i := range s {
		s[i] = ^s[i]
	}
}

// parseSet reads the set that pattern begins with and returns how many bytes it
// takes; 0 when it has no end, or names a class that does not exist.
func parseSet(pattern string) (*byteSet, int) {
	set, i := new(byteSet), 1
	negated := i < len(pattern) && (pattern[i] == '!' || pattern[i] == '^')
	if negated {
		i++
	}
	var last byte // the byte that a "-" would continue, 0 for none
	for first := true; ; first = false {
		if i >= len(pattern) {
			return nil, 0
		}
		if pattern[i] == ']' && !first {
			break
		}
		n := 0
		if last, n = set.addItem(pattern[i:], last); n == 0 {
			return nil, 0
		}
		i += n
	}
	if negated {
		set.invert()
	}
	return set, i + 1
}

// addItem adds what s begins with: a byte, the rest of a range that began with
// last, or a class. It returns the byte that a range can go on from and how many
// bytes of s it took; 0 for a broken set.
func (s *byteSet) addItem(item string, last byte) (byte, int) {
	switch {
	case strings.HasPrefix(item, "[:"):
		return s.addClass(item)
	case item[0] == '-' && last != 0 && len(item) > 1 && item[1] != ']':
		c, n := unescape(item[1:])
		if n == 0 {
			return 0, 0
		}
		s.addRange(last, c)
		return 0, n + 1
	}
	c, n := unescape(item)
	if n > 0 {
		s.add(c)
	}
	return c, n
}

// addClass adds a class such as [:digit:]. What only looks like one is a bracket.
func (s *byteSet) addClass(item string) (byte, int) {
	end := strings.IndexByte(item[2:], ']')
	if end < 0 {
		return 0, 0
	}
	name, ok := strings.CutSuffix(item[2:2+end], ":")
	if !ok {
		s.add('[')
		return '[', 1
	}
	ranges, known := rangesOf(name)
	if !known {
		return 0, 0
	}
	for i := 0; i < len(ranges); i += 2 {
		s.addRange(ranges[i], ranges[i+1])
	}
	return 0, end + 3
}

// classes are the bytes of the POSIX classes as pairs of bounds.
var classes = [...]struct{ name, ranges string }{
	{"alnum", "09AZaz"},
	{"alpha", "AZaz"},
	{"blank", "  \t\t"},
	{"cntrl", "\x00\x1f\x7f\x7f"},
	{"digit", "09"},
	{"graph", "!~"},
	{"lower", "az"},
	{"print", " ~"},
	{"punct", "!/:@[`{~"},
	{"space", "  \t\n\r\r"},
	{"upper", "AZ"},
	{"xdigit", "09AFaf"},
}

func rangesOf(class string) (ranges string, known bool) {
	for _, c := range classes {
		if c.name == class {
			return c.ranges, true
		}
	}
	return "", false
}

// unescape returns the first byte of s with a backslash before it removed, and
// how many bytes that takes; 0 when nothing follows the backslash.
func unescape(s string) (byte, int) {
	switch {
	case s == "" || s == `\`:
		return 0, 0
	case s[0] == '\\':
		return s[1], 2
	}
	return s[0], 1
}
