package eval

import (
	"strings"
	"unicode"
)

// isPiece reports whether a text that was made may hold a host, a piece of one or a number
// in one: dates, prices and styles are made of each other without end.
func isPiece(v *Value) bool {
	word, digits := false, true
	if strings.Contains(v.Text, "//") || strings.Contains(v.Text, "%2") { // a query with an address
		return true
	}
	for i, r := range v.Text {
		switch role := pieceRole(r); {
		case role == endsHost:
			return word
		case role == noHost:
			return false
		case role == ofWord || r == '.' && i > 0 || r == ':' && i == 0:
			word = true
		}
		digits = digits && '0' <= r && r <= '9'
	}
	return word || digits || v.Open
}

// What a character may be in a piece of a host.
const (
	endsHost = 1 + iota
	noHost   // it stands in none, nor in what code replaces by a piece of one
	ofWord
)

// pieceRoles are those of the characters of ASCII: nearly all are.
var pieceRoles = func() (t [unicode.MaxASCII + 1]uint8) {
	for role, all := range map[uint8]string{endsHost: "/?#", noHost: " =;,!()*'\"<>|\\^`&~+", ofWord: "{}$@[]"} {
		for _, r := range all {
			t[r] = role
		}
	}
	for r := 'A'; r <= 'Z'; r++ {
		t[r], t[r-'A'+'a'] = ofWord, ofWord
	}
	return t
}()

func pieceRole(r rune) uint8 {
	switch {
	case r <= unicode.MaxASCII:
		return pieceRoles[r]
	case unicode.IsSymbol(r):
		return noHost
	case unicode.IsLetter(r):
		return ofWord
	}
	return 0
}
