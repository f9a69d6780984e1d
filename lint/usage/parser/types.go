package parser

import (
	"github.com/beianlint/beianlint/lint/usage/lexer"
)

// skipAnnotation passes ": type" where one is.
func (c *cursor) skipAnnotation() {
	if c.accept(':') {
		c.skipType()
	}
}

// skipType passes a TypeScript type. It stops in front of what cannot
// continue one.
func (c *cursor) skipType() {
	for !c.done() {
		c.skipTypeOperand()
		switch {
		case c.accept('|'), c.accept('&'), c.accept(lexer.Arrow):
		case c.isWord("extends"), c.isWord("is"):
			c.pos++
		case c.is('?') && !c.ahead(1).Is(')') && !c.ahead(1).Is(','):
			c.pos++ // A extends B ? C : D
			c.skipType()
			if !c.accept(':') {
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

func (c *cursor) skipTypeOperand() {
	for c.accept('|') || c.accept('&') || c.accept('-') || typePrefix[c.word(c.peek())] && c.ahead(1).Kind != lexer.Punct && c.acceptWord(c.word(c.peek())) {
	}
	if c.is('<') {
		c.skipTypeArguments()
	}
	switch t := c.peek(); {
	case t.Is('{'), t.Is('['), t.Is('('), t.Kind == lexer.TemplateHead:
		c.skipGroup()
	case t.Kind == lexer.Ident, t.Kind == lexer.String, t.Kind == lexer.Number, t.Kind == lexer.Template:
		c.pos++
	default:
		return
	}
	c.skipTypeSuffix()
}

func (c *cursor) skipTypeSuffix() {
	for {
		switch t := c.peek(); {
		case t.Is('.'):
			c.pos += 2
		case t.Is('<'), t.Is(lexer.ShiftLeft):
			if !c.skipTypeArguments() {
				return
			}
		case t.Is('[') && !t.Newline, t.Is('(') && c.word(c.ahead(-1)) == "import":
			c.skipGroup()
		default:
			return
		}
	}
}

// skipTypeArguments passes "<…>" and reports whether it was one: nothing is
// passed when it does not close within a list of types.
func (c *cursor) skipTypeArguments() bool {
	if !c.is('<') && !c.is(lexer.ShiftLeft) {
		return false
	}
	depth, conditional := 0, false
	for i := c.pos; i < len(c.tokens) && i < c.pos+maxTypeTokens; i++ {
		t := c.tokens[i]
		switch t.Kind {
		case lexer.Ident:
			conditional = conditional || c.word(t) == "extends"
			continue
		case lexer.String, lexer.Number, lexer.Template:
			continue
		case lexer.TemplateHead:
			i = max(i, int(c.match[i]))
			continue
		case lexer.Punct:
		default:
			return false
		}
		switch t.Op {
		case '(', '[', '{':
			if end := int(c.match[i]); end > i {
				i = end
			}
		case '<', lexer.ShiftLeft:
			depth += int(t.End - t.Start)
		case '>', lexer.ShiftRight:
			if depth -= int(t.End - t.Start); depth <= 0 {
				c.pos = i + 1
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

// skipReturnType passes the type between ":" and "=>", which itself must not
// take the arrow for that of a function type.
func (c *cursor) skipReturnType() {
	for {
		c.skipTypeOperand()
		if !c.accept('|') && !c.accept('&') && !c.acceptWord("is") {
			return
		}
	}
}
