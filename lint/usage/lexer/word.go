package lexer

import (
	"bytes"
	"unicode/utf8"
)

// word emits an identifier or a keyword.
func (l *lexer) word() {
	end, op := wordEnd(l.src, l.pos), Op(0)
	for end < len(l.src) && l.src[end] == '\\' {
		n := escapeLen(l.src[end:])
		if n == 0 {
			break
		}
		end, op = wordEnd(l.src, end+n), Escaped
	}
	if end == l.pos { // a backslash that escapes nothing
		l.emit(Punct, Op(l.src[l.pos]), l.pos+1, false)
		return
	}
	operand := l.afterDot() || !l.beforeValue(l.src[l.pos:end])
	l.emit(Ident, op, end, operand)
}

// escapeLen returns the length of the Unicode escape that src starts with, or 0.
func escapeLen(src []byte) int {
	if len(src) < 3 || src[0] != '\\' || src[1] != 'u' {
		return 0
	}
	if r, n := unicodeEscape(src[2:]); n > 0 && r > ' ' && r < utf8.MaxRune {
		return 2 + n
	}
	return 0
}

func (l *lexer) last() Token {
	if len(l.tokens) == 0 {
		return Token{}
	}
	return l.tokens[len(l.tokens)-1]
}

// afterDot reports whether a word that comes next names a member.
func (l *lexer) afterDot() bool { return l.last().Is('.') || l.last().Is(Optional) }

// beforeValue reports whether a value starts behind the word, so that "/" opens
// a regular expression and "<" an element (ECMA-262, 12.9.5 and 13). Behind
// await no regular expression makes sense: before "/" it is a name.
func (l *lexer) beforeValue(word []byte) bool {
	if len(word) > len("instanceof") {
		return false
	}
	switch string(word) {
	case "return", "typeof", "case", "in", "delete", "void", "new", "throw", "else", "do", "instanceof", "default", "extends":
		return true
	case "import", "export":
		l.module = l.module || len(l.stack) == 0
		return word[0] == 'e'
	case "of":
		return l.endsForBinding()
	case "yield":
		return l.frame().generator // elsewhere it is a name
	case "await":
		return !bytes.HasPrefix(bytes.TrimLeft(l.src[l.pos+len(word):], " \t"), []byte("/"))
	}
	return false
}

// endsForBinding reports whether the tokens before this place are what a for
// statement binds, so that "of" is its keyword.
func (l *lexer) endsForBinding() bool {
	if !l.frame().isFor {
		return false
	}
	switch t := l.last(); t.Kind {
	case Ident:
		switch string(t.Text(l.src)) {
		case "var", "let", "const", "using":
			return false
		}
		return true
	default:
		return t.Is(']') || t.Is('}')
	}
}

// identByte holds the bytes that identifiers and numbers are made of; every
// byte outside ASCII counts as a letter.
var identByte = func() (t [256]bool) {
	for c := range 256 {
		t[c] = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '_' || c == '$' || c == '#' || c == '@' || c >= 0x80
	}
	return t
}()

func wordEnd(src []byte, i int) int {
	for i < len(src) && identByte[src[i]] && (src[i] < 0x80 || wideSpace(src[i:]) == 0) {
		i++
	}
	return i
}

// numberEnd returns the offset behind the number that starts at i.
func numberEnd(src []byte, i int) int {
	start, end := i, wordEnd(src, i)
	if end < len(src) && src[end] == '.' && !hasPrefix(src[start:]) {
		end = wordEnd(src, end+1)
	}
	if e := src[end-1]; (e == 'e' || e == 'E') && !hasPrefix(src[start:]) && end < len(src) && (src[end] == '+' || src[end] == '-') {
		end = wordEnd(src, end+1)
	}
	return end
}

// hasPrefix reports whether a number is written as 0x…, 0b… or 0o….
func hasPrefix(number []byte) bool {
	return len(number) > 1 && number[0] == '0' && (number[1]|0x20 == 'x' || number[1]|0x20 == 'b' || number[1]|0x20 == 'o')
}
