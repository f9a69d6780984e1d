package lexer

import (
	"bytes"
	"strconv"
	"strings"
	"unicode/utf16"
	"unicode/utf8"
)

// Unquote returns the value of the text between the quotes of a string or
// template: escapes are resolved as ECMA-262, 12.9.4 and B.1.2 say; one that is
// not valid stands for itself.
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

// controls are the escapes of one letter.
var controls = map[byte]byte{'n': '\n', 't': '\t', 'r': '\r', 'b': '\b', 'f': '\f', 'v': '\v'}

// unescape writes the character of the escape whose text behind the
// backslash is s, and returns how many bytes of s it took.
func unescape(b *strings.Builder, s []byte) int {
	switch c := s[0]; {
	case controls[c] != 0:
		b.WriteByte(controls[c])
		return 1
	case c >= '0' && c <= '7':
		return octal(b, s)
	case c == '\r' && len(s) > 1 && s[1] == '\n':
		return 2
	case newlineLen(s) > 0:
		return newlineLen(s)
	case c == 'x':
		r, n := hexRune(s[1:], 2)
		return 1 + write(b, r, n)
	case c == 'u':
		r, n := unicodeEscape(s[1:])
		if utf16.IsSurrogate(r) && len(s) > 1+n && bytes.HasPrefix(s[1+n:], []byte(`\u`)) {
			if low, m := unicodeEscape(s[1+n+2:]); utf16.DecodeRune(r, low) != utf8.RuneError {
				r, n = utf16.DecodeRune(r, low), n+2+m
			}
		}
		return 1 + write(b, r, n)
	}
	_, n := utf8.DecodeRune(s)
	b.Write(s[:n])
	return n
}

// write writes the character of n digits, if it is there, and returns n.
func write(b *strings.Builder, r rune, n int) int {
	if n > 0 {
		b.WriteRune(r)
	}
	return n
}

// octal writes the character of up to three octal digits, at most 0377.
func octal(b *strings.Builder, s []byte) int {
	n, value := 0, rune(0)
	for n < 3 && n < len(s) && s[n] >= '0' && s[n] <= '7' && value*8+rune(s[n]-'0') <= 0o377 {
		value = value*8 + rune(s[n]-'0')
		n++
	}
	b.WriteRune(value)
	return n
}

// unicodeEscape returns the character of what stands behind "\u", four
// digits or any in braces, and its length: 0 when it is not there.
func unicodeEscape(s []byte) (rune, int) {
	if len(s) == 0 || s[0] != '{' {
		return hexRune(s, 4)
	}
	i := bytes.IndexByte(s[:min(len(s), 16)], '}')
	if i < 0 {
		return 0, 0
	}
	r, n := hexRune(s[1:], i-1)
	if n == 0 {
		return 0, 0
	}
	return r, i + 1
}

// hexRune returns the character of n hexadecimal digits and n, or 0 when they
// are not there.
func hexRune(s []byte, n int) (rune, int) {
	if n <= 0 || len(s) < n {
		return 0, 0
	}
	r, err := strconv.ParseUint(string(s[:n]), 16, 31)
	if err != nil {
		return 0, 0
	}
	return rune(r), n
}
