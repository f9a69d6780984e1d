package lexer

import (
	"bytes"
)

// operator is punctuation of more than one byte.
type operator struct {
	text string
	op   Op
}

// operators are the punctuation of more than one byte; of those that start
// alike the longer stands first.
var operators = []operator{
	{"===", Equal}, {"==", Equal}, {"=>", Arrow}, {"??=", SetIf}, {"??", Nullish}, {"?.", Optional},
	{"||=", SetIf}, {"||", Or}, {"|=", Change}, {"&&=", SetIf}, {"&&", And}, {"&=", Change}, {"...", Ellipsis},
	{"!==", NotEqual}, {"!=", NotEqual}, {"<<=", Change}, {"<<", ShiftLeft}, {"<=", Compare},
	{">>>=", Change}, {">>>", ShiftRight}, {">>=", Change}, {">>", ShiftRight}, {">=", Compare},
	{"++", Add1}, {"+=", AddTo}, {"--", Add1}, {"-=", Change}, {"**=", Change}, {"**", Power}, {"*=", Change},
	{"/=", Change}, {"%=", Change}, {"^=", Change},
}

// longer are the bytes that operators of more than one byte are made of.
var longer = [256]bool{'=': true, '?': true, '|': true, '&': true, '.': true, '!': true, '<': true, '>': true, '+': true, '-': true, '*': true, '/': true, '%': true, '^': true}

// operatorAt returns the operator of more than one byte that src starts with.
func operatorAt(src []byte) (operator, bool) {
	if len(src) < 2 || !longer[src[0]] || !longer[src[1]] {
		return operator{}, false
	}
	for _, o := range operators {
		if src[0] == o.text[0] && src[1] == o.text[1] && bytes.HasPrefix(src, []byte(o.text)) {
			return o, true
		}
	}
	return operator{}, false
}

func (l *lexer) punct(c byte) {
	// a?.5:1 is a conditional
	if o, ok := operatorAt(l.src[l.pos:]); ok && !(o.op == Optional && l.at(2) >= '0' && l.at(2) <= '9') {
		l.emit(Punct, o.op, l.pos+len(o.text), o.op == Add1 && l.operand)
		return
	}
	switch c {
	case '!': // behind a value of the same line it says that the value is not null
		l.emit(Punct, '!', l.pos+1, l.operand && !l.newline)
	case '*':
		if l.startsGenerator() {
			l.generator = len(l.stack) + 1
		}
		l.emit(Punct, '*', l.pos+1, false)
	case '?', ':':
		l.conditional(c)
		l.emit(Punct, Op(c), l.pos+1, false)
	case '(', '[', '{':
		l.open(c)
	case ')', ']', '}':
		l.close(c)
	default:
		l.emit(Punct, Op(c), l.pos+1, false)
	}
}

func (l *lexer) open(c byte) {
	switch c {
	case '(':
		head := l.statementHead()
		l.push(inParen, head == noHead)
		l.frame().isFor = head == forHead
	case '[':
		l.push(inBracket, true)
	case '{':
		l.push(inBrace, l.bracesHoldValue())
		l.enterBraces(l.frame())
	}
	l.emit(Punct, Op(c), l.pos+1, false)
}

// enterBraces says whether the braces that open here hold the body of a
// generator or of a function in one.
func (l *lexer) enterBraces(f *frame) {
	switch {
	case l.generator == len(l.stack):
		f.generator, l.generator = true, 0
	case f.generator && (l.last().Is(Arrow) || l.last().Is(')') && l.operand):
		f.generator = false
	}
}

// startsGenerator reports whether a "*" here is that of "function*" or of a
// method, and no operator.
func (l *lexer) startsGenerator() bool {
	t := l.last()
	if t.Kind != Ident {
		return !l.operand
	}
	switch string(t.Text(l.src)) {
	case "function", "async", "static":
		return true
	}
	return false
}

// conditional notes which ":" belong to a "?", because behind any other one
// in a block, that of a label, a statement starts.
func (l *lexer) conditional(c byte) {
	f := l.frame()
	if c == '?' && f.conditionals < 1<<15 {
		f.conditionals++
	}
	if f.alternative = c == ':' && f.conditionals > 0; f.alternative {
		f.conditionals--
	}
}

// head says what "(" opens.
type head uint8

const (
	noHead  head = iota
	forHead      // of a for statement
	anyHead      // of another statement
)

// statementHead says whether "(" opens the head of a statement, behind which a
// statement or block starts and no operator.
func (l *lexer) statementHead() head {
	at := len(l.tokens) - 1
	if at > 0 && l.tokens[at].Kind == Ident && string(l.tokens[at].Text(l.src)) == "await" {
		at-- // for await (
	}
	if at < 0 || l.tokens[at].Kind != Ident || at > 0 && (l.tokens[at-1].Is('.') || l.tokens[at-1].Is(Optional)) {
		return noHead
	}
	switch string(l.tokens[at].Text(l.src)) {
	case "for":
		return forHead
	case "if", "while", "with", "switch", "catch":
		return anyHead
	}
	return noHead
}

// bracesHoldValue reports whether "{" opens an object literal: a value must
// be due, and no statement.
func (l *lexer) bracesHoldValue() bool {
	t := l.last()
	switch {
	case l.operand || t.Kind == EOF:
		return false
	case t.Kind == Ident:
		text := string(t.Text(l.src))
		return text != "else" && text != "do"
	case t.Kind == Punct:
		return t.Op != ')' && t.Op != ';' && t.Op != '{' && t.Op != '}' && t.Op != Arrow && !(t.Op == ':' && l.afterLabel())
	}
	return true
}

// afterLabel reports whether the ":" before this place ends a label or case.
func (l *lexer) afterLabel() bool {
	f := l.frame()
	return f.in == inBrace && !f.operandAfter && !f.alternative
}

// close ends the innermost frame of the bracket's kind. A bracket that closes
// nothing is only punctuation.
func (l *lexer) close(c byte) {
	operand := true
	switch c {
	case ')':
		if f, ok := l.pop(inParen); ok {
			operand = f.operandAfter
		}
	case ']':
		l.pop(inBracket)
	case '}':
		for l.top() == inParen || l.top() == inBracket {
			l.pop(l.top())
		}
		if l.closeSubstitution() {
			return
		}
		f, ok := l.pop(inBrace)
		operand = ok && f.operandAfter
	}
	l.emit(Punct, Op(c), l.pos+1, operand)
}

// closeSubstitution ends the expression of a template or of JSX.
func (l *lexer) closeSubstitution() bool {
	if _, ok := l.pop(inTemplate); ok {
		l.template(TemplateTail, TemplateMiddle)
		return true
	}
	if _, ok := l.pop(inJSXExpr); ok {
		l.emit(Punct, '}', l.pos+1, true)
		return true
	}
	return false
}
