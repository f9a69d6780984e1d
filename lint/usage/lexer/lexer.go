package lexer

import (
	"bytes"
)

// lexer walks over one source. The stack holds what is open around the
// current position, because a "}" can end a block, an expression in a template
// or one in JSX, and a "/" divides or starts a regular expression.
type lexer struct {
	src    []byte
	pos    int
	jsx    bool
	tokens []Token
	stack  []frame
	// operand reports whether the last token ends a value, so that "/" divides
	// and "<" compares.
	operand bool
	newline bool
	// noRegex is the end of a line on which a regular expression did not close:
	// it is searched once, however many slashes stand on it.
	noRegex int
}

type frame struct {
	in frameKind
	// operandAfter is what operand becomes when the frame closes.
	operandAfter bool
}

type frameKind uint8

const (
	inBrace frameKind = iota
	inParen
	inBracket
	inTemplate // the expression of a template literal
	inJSXExpr  // {…} in JSX
	inJSXTag
	inJSXChildren
)

// Tokens returns the tokens of src, which must be smaller than 2 GiB. jsx says
// whether "<" may start an element: true for js, jsx and tsx, false for ts. A
// source whose elements do not close is read again without JSX.
func Tokens(src []byte, jsx bool) []Token {
	l := lexer{src: src, jsx: jsx, tokens: make([]Token, 0, len(src)/5+8)}
	l.run()
	if jsx && l.insideJSX() {
		return Tokens(src, false)
	}
	return l.tokens
}

func (l *lexer) insideJSX() bool {
	for _, f := range l.stack {
		if f.in == inJSXTag || f.in == inJSXChildren || f.in == inJSXExpr {
			return true
		}
	}
	return false
}

func (l *lexer) run() {
	if bytes.HasPrefix(l.src, []byte("#!")) {
		l.pos = lineEnd(l.src, 0)
	}
	for l.pos < len(l.src) {
		switch l.top() {
		case inJSXChildren:
			l.jsxChild()
		case inJSXTag:
			l.skipSpace()
			l.jsxTagPart()
		default:
			l.skipSpace()
			l.token()
		}
	}
}

func (l *lexer) top() frameKind {
	if len(l.stack) == 0 {
		return inBrace
	}
	return l.stack[len(l.stack)-1].in
}

func (l *lexer) push(in frameKind, operandAfter bool) {
	l.stack = append(l.stack, frame{in, operandAfter})
}

// pop closes the innermost frame if it is of the kind and says what it was.
func (l *lexer) pop(in frameKind) (frame, bool) {
	if len(l.stack) == 0 || l.top() != in {
		return frame{}, false
	}
	f := l.stack[len(l.stack)-1]
	l.stack = l.stack[:len(l.stack)-1]
	return f, true
}

// emit is called in dozens of places; inlined, its copies cost 30 KB.
func (l *lexer) emit(k Kind, op Op, end int, operand bool) {
	l.tokens = append(l.tokens, Token{Start: int32(l.pos), End: int32(end), Kind: k, Op: op, Newline: l.newline})
	l.pos, l.operand, l.newline = end, operand, false
}

// skipSpace passes over white space and comments.
func (l *lexer) skipSpace() {
	for l.pos < len(l.src) {
		switch c := l.src[l.pos]; {
		case c == '\n' || c == '\r':
			l.newline = true
			l.pos++
		case c <= ' ':
			l.pos++
		case c == '/' && l.at(1) == '/':
			l.pos = lineEnd(l.src, l.pos)
		case c == '/' && l.at(1) == '*':
			l.pos = l.commentEnd()
		case c == '<' && l.top() != inJSXTag && bytes.HasPrefix(l.src[l.pos:], []byte("<!--")):
			l.pos = lineEnd(l.src, l.pos) // Annex B.1.1 of ECMA-262: an HTML-like comment
		case c >= 0x80 && wideSpace(l.src[l.pos:]) > 0:
			l.pos += wideSpace(l.src[l.pos:])
		default:
			return
		}
	}
}

func (l *lexer) at(n int) byte {
	if l.pos+n < len(l.src) {
		return l.src[l.pos+n]
	}
	return 0
}

func (l *lexer) commentEnd() int {
	i := bytes.Index(l.src[l.pos+2:], []byte("*/"))
	if i < 0 {
		return len(l.src)
	}
	if bytes.IndexByte(l.src[l.pos:l.pos+2+i], '\n') >= 0 {
		l.newline = true
	}
	return l.pos + 2 + i + 2
}

// wideSpace returns the length of the white space character outside ASCII
// that src starts with, or 0.
func wideSpace(src []byte) int {
	for _, s := range [...]string{"\u00a0", "\u2028", "\u2029", "\u3000", "\ufeff"} {
		if len(src) >= len(s) && string(src[:len(s)]) == s {
			return len(s)
		}
	}
	return 0
}

func lineEnd(src []byte, from int) int {
	for i := from; i < len(src); i++ {
		if src[i] == '\n' || src[i] == '\r' {
			return i
		}
	}
	return len(src)
}

func (l *lexer) token() {
	if l.pos >= len(l.src) {
		return
	}
	switch c := l.src[l.pos]; {
	case identByte[c] && (c < 0x80 || wideSpace(l.src[l.pos:]) == 0):
		l.word(c)
	case c == '"' || c == '\'':
		l.emit(String, 0, stringEnd(l.src, l.pos), true)
	case c == '`':
		l.template(Template, TemplateHead)
	case c == '.' && l.at(1) >= '0' && l.at(1) <= '9':
		l.emit(Number, 0, wordEnd(l.src, l.pos+1), true)
	case c == '/' && !l.operand:
		l.regex()
	case c == '<' && l.jsx && !l.operand && l.startsElement():
		l.push(inJSXTag, true)
		l.emit(JSXStart, 0, l.pos+1, false)
	default:
		l.punct(c)
	}
}

// word emits an identifier, a keyword or a number.
func (l *lexer) word(c byte) {
	end := wordEnd(l.src, l.pos)
	if c >= '0' && c <= '9' {
		if end < len(l.src) && l.src[end] == '.' {
			end = wordEnd(l.src, end+1)
		}
		l.emit(Number, 0, end, true)
		return
	}
	member := len(l.tokens) > 0 && (l.last().Is('.') || l.last().Is(Optional))
	l.emit(Ident, 0, end, member || !beforeValue[string(l.src[l.pos:end])])
}

func (l *lexer) last() Token {
	if len(l.tokens) == 0 {
		return Token{}
	}
	return l.tokens[len(l.tokens)-1]
}

// beforeValue are the keywords behind which a value starts, so that "/" opens
// a regular expression and "<" an element (ECMA-262, 12.9.5 and 13).
var beforeValue = map[string]bool{
	"return": true, "typeof": true, "case": true, "in": true, "of": true, "delete": true, "void": true, "new": true,
	"throw": true, "else": true, "do": true, "instanceof": true, "yield": true, "await": true, "default": true,
	"extends": true, "export": true,
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

// stringEnd returns the offset behind the string that starts at i. A string
// that its line does not close ends with the line.
func stringEnd(src []byte, i int) int {
	quote := src[i]
	for i++; i < len(src); i++ {
		switch src[i] {
		case quote:
			return i + 1
		case '\\':
			i++
			if i+1 < len(src) && src[i] == '\r' && src[i+1] == '\n' {
				i++
			}
		case '\n', '\r':
			return i
		}
	}
	return len(src)
}

// template emits a template literal or the part of it up to the next "${".
func (l *lexer) template(whole, part Kind) {
	for i := l.pos + 1; i < len(l.src); i++ {
		switch l.src[i] {
		case '`':
			l.emit(whole, 0, i+1, true)
			return
		case '\\':
			i++
		case '$':
			if i+1 < len(l.src) && l.src[i+1] == '{' {
				l.push(inTemplate, false)
				l.emit(part, 0, i+2, false)
				return
			}
		}
	}
	l.emit(whole, 0, len(l.src), true)
}

// regex emits a regular expression, or a division when its line does not
// close it.
func (l *lexer) regex() {
	class := false
	for i := max(l.pos+1, min(l.noRegex, len(l.src))); i < len(l.src); i++ {
		switch c := l.src[i]; {
		case c == '\\':
			i++
		case c == '\n' || c == '\r':
			l.noRegex = i
			l.punct('/')
			return
		case c == '[':
			class = true
		case c == ']':
			class = false
		case c == '/' && !class:
			l.emit(Regex, 0, wordEnd(l.src, i+1), true)
			return
		}
	}
	l.noRegex = len(l.src)
	l.punct('/')
}
