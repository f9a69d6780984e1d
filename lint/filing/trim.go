package filing

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// trimmed drops what stands around a value and means nothing: blanks, characters
// that nobody sees, and the guards by which programs keep Excel from calculating
// a cell, ="…" and '.
func trimmed(f field) field {
	first, _ := utf8.DecodeRuneInString(f.text)
	last, _ := utf8.DecodeLastRuneInString(f.text)
	if f.text == "" || first != '=' && first != '\'' && !isInvisible(first) && !isInvisible(last) {
		return f
	}
	f = trimmedFunc(f, isInvisible)
	if len(f.text) > 3 && strings.HasPrefix(f.text, `="`) && strings.HasSuffix(f.text, `"`) {
		f = trimmedFunc(field{f.text[2 : len(f.text)-1], f.start + 2, f.end - 1}, isInvisible)
	}
	if len(f.text) > 1 && f.text[0] == '\'' && !strings.HasSuffix(f.text, "'") {
		f = trimmedFunc(field{f.text[1:], f.start + 1, f.end}, isInvisible)
	}
	return f
}

func trimmedFunc(f field, drop func(rune) bool) field {
	text := strings.TrimLeftFunc(f.text, drop)
	f.start += len(f.text) - len(text)
	f.text = strings.TrimRightFunc(text, drop)
	f.end = f.start + len(f.text)
	return f
}

func isInvisible(r rune) bool {
	if r > ' ' && r < 0x7f || r >= '\u4e00' && r <= '\u9fff' { // nearly all there is
		return false
	}
	return r != unicode.ReplacementChar && (unicode.IsSpace(r) || unicode.IsControl(r) || unicode.Is(unicode.Cf, r))
}
