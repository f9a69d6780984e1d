package markup

import (
	"html"
	"strings"
)

// longestReference bounds how far the ";" of a character reference is looked
// for. The longest name has 31 letters.
const longestReference = 34

// Unescape returns text of markup with its character references as the
// characters that they stand for. Only what ends with ";" is one: "&reg" in a
// URL's query is a parameter (https://html.spec.whatwg.org/#named-character-reference-state).
func Unescape(text string) string {
	if !strings.Contains(text, "&") {
		return text
	}
	plain, _ := UnescapeMapped(text)
	return plain
}

// Shift is an offset in unescaped text from which on it stands Bytes further
// on in the source.
type Shift struct{ From, Bytes int }

// UnescapeMapped does what Unescape does, and returns where its text stands in
// the source, in order; nothing when the text has no references.
func UnescapeMapped(text string) (string, []Shift) {
	var out strings.Builder
	var shifts []Shift
	at := 0
	for {
		amp := strings.IndexByte(text[at:], '&')
		if amp < 0 {
			break
		}
		out.WriteString(text[at : at+amp])
		at += amp
		char, n := reference(text[at:])
		out.WriteString(char)
		at += n
		if n != len(char) {
			shifts = append(shifts, Shift{out.Len(), at - out.Len()})
		}
	}
	out.WriteString(text[at:])
	return out.String(), shifts
}

// reference returns what text starts with, a character reference, stands for
// and its length: "&" itself where it is none.
func reference(text string) (string, int) {
	end := strings.IndexByte(text[:min(len(text), longestReference)], ';')
	if end < 0 || strings.ContainsAny(text[1:end], "& <") {
		return "&", 1
	}
	char := html.UnescapeString(text[:end+1])
	if strings.HasSuffix(char, ";") && len(char) > 1 { // unknown, or a legacy name and more
		return "&", 1
	}
	return char, end + 1
}
