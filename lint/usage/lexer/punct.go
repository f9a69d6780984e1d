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
	{"!==", NotEqual}, {"!=", NotEqual}, {"<<=", Change}, {"<=", Compare}, {">>>=", Change}, {">>=", Change}, {">=", Compare},
	{"++", Add1}, {"+=", AddTo}, {"--", Add1}, {"-=", Change}, {"**=", Change}, {"**", Power}, {"*=", Change},
	{"/=", Change}, {"%=", Change}, {"^=", Change},
}

// longer are the bytes that an operator of more than one byte starts with.
var longer = [256]bool{'=': true, '?': true, '|': true, '&': true, '.': true, '!': true, '<': true, '>': true, '+': true, '-': true, '*': true, '/': true, '%': true, '^': true}

// operatorAt returns the operator of more than one byte that src starts with.
func operatorAt(src []byte) (operator, bool) {
	if len(src) < 2 || !longer[src[0]] {
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
		l.push(inParen, !l.afterCondition())
	case '[':
		l.push(inBracket, true)
	case '{':
		l.push(inBrace, l.bracesHoldValue())
	}
	l.emit(Punct, Op(c), l.pos+1, false)
}

// afterCondition reports whether "(" opens the head of a statement, behind
// which a statement starts and no operator.
func (l *lexer) afterCondition() bool {
	t := l.last()
	if t.Kind != Ident {
		return false
	}
	switch string(t.Text(l.src)) {
	case "if", "while", "for", "with":
		return len(l.tokens) < 2 || !l.tokens[len(l.tokens)-2].Is('.')
	}
	return false
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
		return t.Op != ')' && t.Op != ';' && t.Op != '{' && t.Op != '}' && t.Op != Arrow
	}
	return true
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
