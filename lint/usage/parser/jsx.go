package parser

import (
	"github.com/beianlint/beianlint/lint/usage/ast"
	"github.com/beianlint/beianlint/lint/usage/lexer"
	"github.com/beianlint/beianlint/lint/usage/markup"
)

// element reads a JSX element.
func (p *expressionParser) element() *ast.Expr {
	e := p.expr(ast.Expr{Kind: ast.Element, Start: p.next().Start, Scope: p.scope, Guard: p.guard, Parts: p.parts.add(ast.Parts{})})
	if t := p.peek(); t.Kind == lexer.Ident {
		p.pos++
		e.Text = p.text[t.Start:t.End]
		p.accept('<') // type arguments are one token
	}
	for !p.done() && p.peek().Kind != lexer.JSXEnd {
		p.attribute(e)
	}
	end := p.next()
	for end.Op == '>' && !p.done() {
		if t := p.peek(); t.Kind == lexer.JSXClose {
			p.pos++
			break
		} else if t.Kind == lexer.JSXText {
			p.pos++
			continue
		}
		start := p.pos
		if p.accept('{') {
			e.List = append(e.List, p.nested(p.sequence))
			p.accept('}')
		} else {
			e.List = append(e.List, p.primary())
		}
		if p.pos == start {
			p.pos++
		}
	}
	e.End = p.prev()
	p.tree.Elements = append(p.tree.Elements, e)
	return e
}

// attribute reads one attribute of an element.
func (p *expressionParser) attribute(e *ast.Expr) {
	t := p.next()
	prop := ast.Prop{Key: p.text[t.Start:t.End], Start: t.Start, End: t.End}
	switch {
	case t.Is('{'): // {...props}
		prop.Key, prop.Spread = "", p.accept(lexer.Ellipsis)
		prop.Value = p.nested(p.sequence)
		p.accept('}')
	case p.accept('='):
		prop.Value = p.attributeValue()
	}
	e.Parts.Props = append(e.Parts.Props, prop)
}

func (p *expressionParser) attributeValue() *ast.Expr {
	t := p.peek()
	switch {
	case t.Kind == lexer.String:
		p.pos++
		start, end := t.Inner(p.src)
		return p.expr(ast.Expr{Kind: ast.String, Start: t.Start, End: t.End, Text: markup.Unescape(p.text[start:end]), Guard: p.guard})
	case p.accept('{'):
		outer := p.consequent
		p.consequent = false
		v := p.nested(p.sequence)
		p.consequent = outer
		p.accept('}')
		return v
	case t.Kind == lexer.JSXStart:
		return p.nested(p.element)
	}
	return nil
}
