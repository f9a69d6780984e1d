package lexer

// wideSpace returns the length of the white space character or line end
// outside ASCII that src starts with, or 0 (ECMA-262, 12.2 and 12.3).
func wideSpace(src []byte) int {
	if len(src) < 2 || src[0] != 0xc2 && src[0] < 0xe1 {
		return 0
	}
	if src[0] == 0xc2 {
		if src[1] == 0xa0 {
			return 2
		}
		return 0
	}
	if len(src) < 3 {
		return 0
	}
	switch string(src[:3]) {
	case "\u1680", "\u2000", "\u2001", "\u2002", "\u2003", "\u2004", "\u2005", "\u2006", "\u2007", "\u2008", "\u2009", "\u200a",
		"\u2028", "\u2029", "\u202f", "\u205f", "\u3000", "\ufeff":
		return 3
	}
	return 0
}

// newlineLen returns the length of the line end that src starts with, or 0.
// "\r\n" counts as two.
func newlineLen(src []byte) int {
	switch src[0] {
	case '\n', '\r':
		return 1
	case 0xe2:
		if len(src) > 2 && src[1] == 0x80 && (src[2] == 0xa8 || src[2] == 0xa9) {
			return 3
		}
	}
	return 0
}

// LineEnd returns the offset at which the line ends that holds an offset: at
// one of the four line ends of ECMA-262, or at the end of the source.
func LineEnd(src []byte, from int) int {
	for i := from; i < len(src); i++ {
		if c := src[i]; c <= '\r' || c == 0xe2 {
			if newlineLen(src[i:]) > 0 {
				return i
			}
		}
	}
	return len(src)
}
