// Package gb18030 decodes GB18030, which GBK and GB 2312 are parts of. It has
// 16 KB of tables; those of golang.org/x/text, which its tests compare it with,
// have 113 KB and are for encoding as well.
package gb18030

import (
	"compress/flate"
	_ "embed"
	"io"
	"strings"
	"unicode/utf8"
)

// packed is a deflated table, written by TestTable: the characters of all codes
// of two bytes and then those of four, as 16-bit differences from one to the
// next, all their high bytes before all their low ones.
//
//go:embed table.deflate
var packed string

// How many codes there are of two bytes and, within the basic plane, of four.
const (
	twoBytes  = 126 * 190
	fourBytes = 39420
)

// table is packed as it is used. A code without a character has U+FFFD.
type table [twoBytes + fourBytes]uint16

// Decode returns the text in UTF-8; false when the bytes are not GB18030.
func Decode(b []byte) ([]byte, bool) {
	t := unpack()
	text := make([]byte, 0, len(b)+len(b)/2)
	for len(b) > 0 {
		r, size := t.decode(b)
		if r == utf8.RuneError {
			return nil, false
		}
		text, b = utf8.AppendRune(text, r), b[size:]
	}
	return text, true
}

func unpack() *table {
	t, last := new(table), uint16(0)
	data := make([]byte, 2*len(t))
	_, _ = io.ReadFull(flate.NewReader(strings.NewReader(packed)), data) // the test has read it
	for i := range t {
		last += uint16(data[i])<<8 | uint16(data[len(t)+i])
		t[i] = last
	}
	return t
}

// decode returns the first character of a text and the bytes that it takes.
func (t *table) decode(b []byte) (r rune, size int) {
	switch lead := b[0]; {
	case lead < utf8.RuneSelf:
		return rune(lead), 1
	case lead == 0x80:
		return '€', 1 // Microsoft's code page 936
	case lead == 0xff || len(b) < 2:
		return utf8.RuneError, 1
	}
	lead, trail := int(b[0]-0x81), int(b[1])
	switch {
	case isDigit(b[1]):
		return t.decodeFour(b)
	case trail < 0x40 || trail == 0x7f || trail == 0xff:
		return utf8.RuneError, 1
	case trail > 0x7f:
		trail--
	}
	return rune(t[lead*190+trail-0x40]), 2
}

// decodeFour reads a code of four bytes: one for all characters that have none
// of two, in the order of Unicode.
func (t *table) decodeFour(b []byte) (r rune, size int) {
	const firstPlane = 189000 // the code of U+10000
	if len(b) < 4 || b[2] < 0x81 || b[2] == 0xff || !isDigit(b[3]) {
		return utf8.RuneError, 1
	}
	code := ((int(b[0]-0x81)*10+int(b[1]-'0'))*126+int(b[2]-0x81))*10 + int(b[3]-'0')
	if code < fourBytes {
		return rune(t[twoBytes+code]), 4
	}
	if r = rune(code - firstPlane + 0x10000); r < 0x10000 || r > utf8.MaxRune {
		return utf8.RuneError, 1
	}
	return r, 4
}

func isDigit(c byte) bool { return c >= '0' && c <= '9' }
