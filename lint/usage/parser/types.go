package parser

import (
	"github.com/beianlint/beianlint/lint/usage/lexer"
)

// skipAnnotation passes ": type" where one is.
func (p *parser) skipAnnotation() {
	if p.accept(':') {
		p.skipType()
	}
}

// skipType passes a TypeScript type. It stops in front of what cannot
// continue one.
func (p *parser) skipType() {
	for !p.done() {
		p.skipTypeOperand()
		switch {
		case p.accept('|'), p.accept('&'), p.accept(lexer.Arrow):
		case p.isWord("extends"), p.isWord("is"):
			p.pos++
		case p.is('?') && !p.ahead(1).Is(')') && !p.ahead(1).Is(','):
			p.pos++ // A extends B ? C : D
			p.skipType()
			if !p.accept(':') {
				return
			}
		default:
			return
		}
	}
}

// typePrefix are the words that a type operand may start with.
var typePrefix = map[string]bool{
	"keyof": true, "typeof": true, "readonly": true, "unique": true, "infer": true, "asserts": true, "new": true, "abstract": true,
}

func (p *parser) skipTypeOperand() {
	for p.accept('|') || p.accept('&') || p.accept('-') || typePrefix[p.word(p.peek())] && p.ahead(1).Kind != lexer.Punct && p.acceptWord(p.word(p.peek())) {
	}
	if p.is('<') {
		p.skipTypeArguments()
	}
	switch t := p.peek(); {
	case t.Is('{'), t.Is('['), t.Is('('), t.Kind == lexer.TemplateHead:
		p.skipGroup()
	case t.Kind == lexer.Ident, t.Kind == lexer.String, t.Kind == lexer.Number, t.Kind == lexer.Template:
		p.pos++
	default:
		return
	}
	p.skipTypeSuffix()
}

func (p *parser) skipTypeSuffix() {
	for {
		switch t := p.peek(); {
		case t.Is('.'):
			p.pos += 2
		case t.Is('<'):
			if !p.skipTypeArguments() {
				return
			}
		case t.Is('[') && !t.Newline, t.Is('(') && p.word(p.ahead(-1)) == "import":
			p.skipGroup()
		default:
			return
		}
	}
}

// skipTypeArguments passes "<…>" and reports whether it was one: nothing is
// passed when it does not close within a list of types.
func (p *parser) skipTypeArguments() bool {
	if !p.is('<') {
		return false
	}
	depth := 0
	for i := p.pos; i < len(p.tokens) && i < p.pos+200; i++ {
		switch t := p.tokens[i]; {
		case t.Is('<'):
			depth++
		case t.Is('>'):
			if depth--; depth == 0 {
				p.pos = i + 1
				return true
			}
		case t.Is('('), t.Is('['), t.Is('{'):
			if end := int(p.match[i]); end > i {
				i = end
			}
		case t.Is(')'), t.Is(']'), t.Is('}'), t.Is(';'), t.Is(lexer.And), t.Is(lexer.Or):
			return false
		}
	}
	return false
}

// typeArgumentsOfCall passes "<…>" only when a call or template follows, since
// "a < b" also compares.
func (p *parser) typeArgumentsOfCall() bool {
	start := p.pos
	if p.skipTypeArguments() {
		if t := p.peek(); t.Is('(') || t.Kind == lexer.Template || t.Kind == lexer.TemplateHead {
			return true
		}
	}
	p.pos = start
	return false
}
