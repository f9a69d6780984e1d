package lexer

import (
	"bytes"
	"slices"
)

// lexer walks over one source. The stack holds what is open around the
// current position, because a "}" can end a block, an expression in a template
// or one in JSX, and a "/" divides or starts a regular expression.
type lexer struct {
	src    []byte
	pos    int
	jsx    bool
	tokens []Token
	base   frame // around all of the source
	stack  []frame
	// operand reports whether the last token ends a value, so that "/" divides
	// and "<" compares.
	operand bool
	newline bool
	// module reports whether the source imports or exports: it has no HTML-like comments.
	module bool
	// generator is one more than the depth of the stack at which the head of a
	// generator stands, 0 where there is none: its body is still to open.
	generator int
	// noRegex is the end of a line on which a regular expression did not close:
	// it is searched once, however many slashes stand on it.
	noRegex int
	stopped func() bool
	look    int // the position at which stopped is asked next
}

// perLook is how many bytes are read between two looks at whether to stop.
const perLook = 1 << 16

type frame struct {
	in frameKind
	// operandAfter is what operand becomes when the frame closes.
	operandAfter bool
	// isFor marks the head of a for statement, generator the inside of a generator.
	isFor, generator bool
	// conditionals counts the "?" whose ":" is still to come.
	conditionals uint16
	// alternative reports whether the last ":" was that of a "?".
	alternative bool
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

// MaxTokens bounds the tokens of a source: what follows is not read. A tree takes a
// hundred bytes for each, so that 16 MB of "a+a+…" would take 2 GB, and the system half a
// second to take them back from a run that is interrupted. The largest source that was
// seen, a compiler of 9 MB, has a third of it.
const MaxTokens = 1 << 22

// AreAll reports whether a source has no more than these tokens of it, which Tokens
// returned: behind the last of MaxTokens nothing is known.
func AreAll(tokens []Token) bool { return len(tokens) < MaxTokens }

// Tokens returns the tokens of src, which must be smaller than 2 GiB. jsx says
// whether "<" may start an element: true for js, jsx and tsx, false for ts. A
// source whose elements do not close is read again without JSX. What is left is not
// read once stopped, which may be nil, reports true.
func Tokens(src []byte, jsx bool, stopped func() bool) []Token {
	return TokensInto(nil, src, jsx, stopped)
}

// perToken is how many bytes a token of written code has, with the space around it. It
// has more where there are comments, and less where the code is minified.
const perToken = 5

// TokensInto is Tokens in the place of tokens that are no longer needed.
func TokensInto(old []Token, src []byte, jsx bool, stopped func() bool) []Token {
	if n := len(src) / perToken; n > cap(old) {
		old = make([]Token, 0, n+8)
	}
	l := lexer{src: src, jsx: jsx, tokens: old[:0], stopped: stopped, look: perLook}
	l.run()
	if jsx && l.pos >= len(src) && l.insideJSX() {
		return TokensInto(l.tokens, src, false, stopped)
	}
	return l.tokens
}

// perSpare is for how many tokens room is made for one more than are expected.
const perSpare = 16

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
		l.pos = LineEnd(l.src, 0)
	}
	for l.pos < len(l.src) && len(l.tokens) < MaxTokens && !l.ends() {
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

// ends asks now and then whether to stop.
func (l *lexer) ends() bool {
	if l.pos < l.look || l.stopped == nil {
		return false
	}
	l.look = l.pos + perLook
	return l.stopped()
}

// frame is the innermost frame.
func (l *lexer) frame() *frame {
	if len(l.stack) == 0 {
		return &l.base
	}
	return &l.stack[len(l.stack)-1]
}

func (l *lexer) top() frameKind { return l.frame().in }

func (l *lexer) push(in frameKind, operandAfter bool) {
	l.stack = append(l.stack, frame{in: in, operandAfter: operandAfter, generator: l.frame().generator})
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

// more is for how many tokens room is made where their list is full, as minified files let it be:
// those of the rest, if it has as many as what was read, but at most for as many again. It
// would grow by a quarter at a time, and take five times the memory in the end.
func (l *lexer) more() int {
	n := len(l.tokens)
	rest := int(int64(n) * int64(len(l.src)-l.pos) / int64(max(l.pos, 1)))
	return min(rest+rest/perSpare, n) + 1
}

func (l *lexer) emit(k Kind, op Op, end int, operand bool) {
	if len(l.tokens) == cap(l.tokens) {
		l.tokens = slices.Grow(l.tokens, l.more())
	}
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
			l.pos = LineEnd(l.src, l.pos)
		case c == '/' && l.at(1) == '*':
			l.pos = l.commentEnd()
		case c == '<' && l.at(1) == '!' && l.htmlComments() && bytes.HasPrefix(l.src[l.pos:], []byte("<!--")),
			c == '-' && l.at(1) == '-' && l.at(2) == '>' && (l.newline || len(l.tokens) == 0) && l.htmlComments():
			l.pos = LineEnd(l.src, l.pos)
		case c >= 0x80 && wideSpace(l.src[l.pos:]) > 0:
			l.newline = l.newline || newlineLen(l.src[l.pos:]) > 0
			l.pos += wideSpace(l.src[l.pos:])
		default:
			return
		}
	}
}

// htmlComments reports whether "<!--", and "-->" at the start of a line, are
// comments: in scripts they are (ECMA-262, B.1.1), in modules and in TypeScript
// they are operators.
func (l *lexer) htmlComments() bool { return l.jsx && !l.module && l.top() != inJSXTag }

func (l *lexer) commentEnd() int {
	i := bytes.Index(l.src[l.pos+2:], []byte("*/"))
	if i < 0 {
		return len(l.src)
	}
	end := l.pos + 2 + i
	l.newline = l.newline || LineEnd(l.src[:end], l.pos) < end
	return end + 2
}

// at returns the byte n places on, or 0 behind the end.
func (l *lexer) at(n int) byte {
	if l.pos+n < len(l.src) {
		return l.src[l.pos+n]
	}
	return 0
}

func (l *lexer) token() {
	if l.pos >= len(l.src) {
		return
	}
	switch c := l.src[l.pos]; {
	case c >= '0' && c <= '9', c == '.' && l.at(1) >= '0' && l.at(1) <= '9':
		l.emit(Number, 0, numberEnd(l.src, l.pos), true)
	case identByte[c] && (c < 0x80 || wideSpace(l.src[l.pos:]) == 0), c == '\\' && l.at(1) == 'u':
		l.word()
	case c == '"' || c == '\'':
		l.emit(String, 0, stringEnd(l.src, l.pos), true)
	case c == '`':
		l.template(Template, TemplateHead)
	case c == '/' && !l.operand:
		l.regex()
	case c == '<' && l.jsx && !l.operand && l.startsElement():
		l.push(inJSXTag, true)
		l.emit(JSXStart, 0, l.pos+1, false)
	default:
		l.punct(c)
	}
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
		case newlineLen(l.src[i:]) > 0:
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
