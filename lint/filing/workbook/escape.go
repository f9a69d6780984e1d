package workbook

import (
	"bytes"
	"strconv"
	"strings"
	"unicode/utf16"
)

// unescape replaces the escapes _xHHHH_ by which workbooks write characters that
// XML has no place for (ECMA-376 Part 1, 22.9.2.19, ST_Xstring). Each is a unit of
// UTF-16; _x005F_ keeps an underscore before what would be an escape.
func unescape(text []byte) string {
	if !bytes.Contains(text, []byte("_x")) {
		return string(text)
	}
	var b strings.Builder
	for len(text) > 0 {
		unit, ok := escapeAt(text)
		if !ok {
			b.WriteByte(text[0])
			text = text[1:]
			continue
		}
		text = text[escapeSize:]
		if second, ok := escapeAt(text); ok && utf16.IsSurrogate(unit) {
			unit, text = utf16.DecodeRune(unit, second), text[escapeSize:]
		}
		b.WriteRune(unit)
	}
	return b.String()
}

const escapeSize = len("_x000D_")

// escapeAt returns what the escape stands for that a text begins with.
func escapeAt(text []byte) (unit rune, ok bool) {
	if len(text) < escapeSize || text[0] != '_' || text[1] != 'x' || text[escapeSize-1] != '_' {
		return 0, false
	}
	n, err := strconv.ParseUint(string(text[2:escapeSize-1]), 16, 16)
	return rune(n), err == nil
}
