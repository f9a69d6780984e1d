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
		case t.Is('<'), t.Is(lexer.ShiftLeft):
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
	if !p.is('<') && !p.is(lexer.ShiftLeft) {
		return false
	}
	depth, conditional := 0, false
	for i := p.pos; i < len(p.tokens) && i < p.pos+maxTypeTokens; i++ {
		t := p.tokens[i]
		switch t.Kind {
		case lexer.Ident:
			conditional = conditional || p.word(t) == "extends"
			continue
		case lexer.String, lexer.Number, lexer.Template:
			continue
		case lexer.TemplateHead:
			i = max(i, int(p.match[i]))
			continue
		case lexer.Punct:
		default:
			return false
		}
		switch t.Op {
		case '(', '[', '{':
			if end := int(p.match[i]); end > i {
				i = end
			}
		case '<', lexer.ShiftLeft:
			depth += int(t.End - t.Start)
		case '>', lexer.ShiftRight:
			if depth -= int(t.End - t.Start); depth <= 0 {
				p.pos = i + 1
				return depth == 0
			}
		case '?', ':':
			if !conditional {
				return false
			}
		case ',', '.', '|', '&', '-', '=', lexer.Arrow, lexer.Ellipsis:
		default:
			return false
		}
	}
	return false
}

// maxTypeTokens bounds how far a list of type arguments is looked for.
const maxTypeTokens = 200

// typeArgumentsOfValue passes the "<…>" behind a value in TypeScript, and
// reports whether it was one. Since "a < b" also compares, what follows decides
// (https://github.com/microsoft/TypeScript/pull/49353).
func (p *parser) typeArgumentsOfValue() bool {
	if !p.ts {
		return false
	}
	start := p.pos
	if p.skipTypeArguments() && p.endsTypeArguments(p.peek()) {
		return true
	}
	p.pos = start
	return false
}

// endsTypeArguments reports whether a token can stand behind type arguments of
// a value: it calls the value, or starts no operand that ">" would compare with.
func (p *parser) endsTypeArguments(t lexer.Token) bool {
	switch t.Kind {
	case lexer.EOF, lexer.Template, lexer.TemplateHead:
		return true
	case lexer.Punct:
		switch t.Op {
		case '<', '>', '+', '-', '[', '{', '!', '~', lexer.Add1, lexer.ShiftLeft, lexer.ShiftRight:
			return t.Newline && t.Op != '<' && t.Op != '>'
		}
		return true
	}
	return t.Newline || p.precedence(t) > 0
}
