package lexer

import (
	"bytes"
	"strconv"
	"strings"
	"unicode/utf8"
)

// Unquote returns the value of the text between the quotes of a string or
// template: escapes are resolved as ECMA-262, 12.9.4 says; one that is not
// valid stands for itself.
func Unquote(inner []byte) string {
	if bytes.IndexByte(inner, '\\') < 0 {
		return string(inner)
	}
	var b strings.Builder
	for len(inner) > 0 {
		if inner[0] != '\\' || len(inner) == 1 {
			b.WriteByte(inner[0])
			inner = inner[1:]
			continue
		}
		n := unescape(&b, inner[1:])
		inner = inner[1+n:]
	}
	return b.String()
}

// unescape writes the character of the escape whose text behind the
// backslash is s, and returns how many bytes of s it took.
func unescape(b *strings.Builder, s []byte) int {
	switch s[0] {
	case 'n':
		b.WriteByte('\n')
	case 't':
		b.WriteByte('\t')
	case 'r':
		b.WriteByte('\r')
	case 'b', 'f', 'v', '0':
		b.WriteByte(' ')
	case '\n':
	case '\r':
		if len(s) > 1 && s[1] == '\n' {
			return 2
		}
	case 'x':
		return 1 + hexRune(b, s[1:], 2)
	case 'u':
		if len(s) > 2 && s[1] == '{' {
			if i := bytes.IndexByte(s, '}'); i > 2 && i < 10 {
				hexRune(b, s[2:], i-2)
				return i + 1
			}
		}
		return 1 + hexRune(b, s[1:], 4)
	default:
		_, n := utf8.DecodeRune(s)
		b.Write(s[:n])
		return n
	}
	return 1
}

// hexRune writes the character of n hexadecimal digits and returns how many
// bytes it took: 0 when they are not there.
func hexRune(b *strings.Builder, s []byte, n int) int {
	if len(s) < n {
		return 0
	}
	r, err := strconv.ParseUint(string(s[:n]), 16, 32)
	if err != nil {
		return 0
	}
	b.WriteRune(rune(r))
	return n
}
