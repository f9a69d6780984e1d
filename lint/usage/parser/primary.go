package parser

import (
	"github.com/beianlint/beianlint/lint/usage/ast"
	"github.com/beianlint/beianlint/lint/usage/lexer"
	"github.com/beianlint/beianlint/lint/usage/markup"
)

// primary reads a value without operators around it. On a token that no value
// starts with it passes nothing, unless that token closes nothing either.
func (p *parser) primary() *ast.Expr {
	t := p.peek()
	switch t.Kind {
	case lexer.String:
		p.pos++
		return &ast.Expr{Kind: ast.String, Start: t.Start, End: t.End, Text: p.literal(t)}
	case lexer.Template, lexer.TemplateHead:
		return p.template()
	case lexer.Number:
		p.pos++
		return &ast.Expr{Kind: ast.Number, Start: t.Start, End: t.End, Text: p.text[t.Start:t.End]}
	case lexer.Regex:
		p.pos++
		return &ast.Expr{Kind: ast.Regex, Start: t.Start, End: t.End, Text: p.text[t.Start:t.End]}
	case lexer.Ident:
		return p.name()
	case lexer.JSXStart:
		return p.nested(p.element)
	case lexer.Punct:
		return p.bracket(t)
	}
	return &ast.Expr{Start: t.Start, End: t.Start}
}

func (p *parser) bracket(t lexer.Token) *ast.Expr {
	switch t.Op {
	case '(':
		return p.paren()
	case '[':
		return &ast.Expr{Kind: ast.Array, Start: t.Start, List: p.list(']'), End: p.prev()}
	case '{':
		outerIn, outerC := p.noIn, p.consequent
		p.noIn, p.consequent = false, false
		e := p.nested(p.object)
		p.noIn, p.consequent = outerIn, outerC
		return e
	case ')', ']', '}', ',', ';', ':':
		return &ast.Expr{Start: t.Start, End: t.Start}
	}
	p.pos++
	return &ast.Expr{Start: t.Start, End: t.End}
}

// literal returns the value of a string or template token.
func (p *parser) literal(t lexer.Token) string {
	start, end := t.Inner(p.src)
	for i := start; i < end; i++ {
		if p.src[i] == '\\' {
			return lexer.Unquote(p.src[start:end])
		}
	}
	return p.text[start:end]
}

func (p *parser) template() *ast.Expr {
	t := p.next()
	if t.Kind == lexer.Template {
		return &ast.Expr{Kind: ast.String, Start: t.Start, End: t.End, Text: p.literal(t)}
	}
	e := &ast.Expr{Kind: ast.Template, Start: t.Start}
	e.List = append(e.List, &ast.Expr{Kind: ast.String, Start: t.Start, End: t.End, Text: p.literal(t)})
	for !p.done() {
		if part := p.peek(); part.Kind == lexer.TemplateMiddle || part.Kind == lexer.TemplateTail {
			p.pos++
			e.List = append(e.List, &ast.Expr{Kind: ast.String, Start: part.Start, End: part.End, Text: p.literal(part)})
			if part.Kind == lexer.TemplateTail {
				break
			}
			continue
		}
		start := p.pos
		e.List = append(e.List, p.nested(p.sequence))
		if p.pos == start {
			p.pos++
		}
	}
	e.End = p.prev()
	for _, part := range e.List { // the place of every part is the whole literal
		if part.Kind == ast.String && part.End > part.Start && isTemplatePart(p.src[part.Start]) {
			part.Start, part.End = e.Start, e.End
		}
	}
	return e
}

// isTemplatePart reports whether a token that starts with c is part of a
// template: behind "`" or "}".
func isTemplatePart(c byte) bool { return c == '`' || c == '}' }

// name reads an identifier, or what its keyword starts.
func (p *parser) name() *ast.Expr {
	t := p.peek()
	if p.ahead(1).Is(lexer.Arrow) {
		return p.arrow()
	}
	switch word := p.word(t); word {
	case "function":
		return p.nested(p.function)
	case "class":
		return p.nested(p.class)
	case "async":
		next := p.ahead(1)
		if p.word(next) == "function" {
			return p.nested(p.function)
		}
		if p.ts && next.Is('<') && p.genericArrow() {
			return p.arrow()
		}
		if next.Kind == lexer.Ident && !next.Newline && p.ahead(2).Is(lexer.Arrow) || next.Is('(') && p.arrowAt(p.pos+1) {
			p.pos++
			return p.arrow()
		}
	case "this", "super":
		p.pos++
		return &ast.Expr{Kind: ast.This, Text: word, Start: t.Start, End: t.End, Scope: p.scope}
	}
	p.pos++
	return &ast.Expr{Kind: ast.Ident, Start: t.Start, End: t.End, Text: p.word(t), Scope: p.scope}
}

// genericArrow passes "async <T>" in front of the parameters of an arrow.
func (p *parser) genericArrow() bool {
	start := p.pos
	p.pos++
	if p.skipTypeArguments() && p.is('(') && p.arrowAt(p.pos) {
		return true
	}
	p.pos = start
	return false
}

// paren reads an arrow function or an expression in parentheses.
func (p *parser) paren() *ast.Expr {
	if p.arrowAt(p.pos) {
		return p.arrow()
	}
	end := int(p.match[p.pos])
	p.pos++
	outerIn, outerC := p.noIn, p.consequent
	p.noIn, p.consequent = false, false
	e := p.nested(p.sequence)
	p.noIn, p.consequent = outerIn, outerC
	if !p.accept(')') && end >= p.pos {
		p.pos = end + 1 // what the parentheses hold is not known: pass it
	}
	return e
}

// arrowAt reports whether the "(" at a token index starts an arrow function.
func (p *parser) arrowAt(i int) bool {
	end := int(p.match[i])
	if end == 0 || end+1 >= len(p.tokens) {
		return false
	}
	next := p.tokens[end+1]
	if next.Is(lexer.Arrow) {
		return true
	}
	if !p.ts || !next.Is(':') || p.consequent {
		return false
	}
	outer := p.pos
	p.pos = end + 2
	p.skipReturnType()
	arrow := p.is(lexer.Arrow)
	p.pos = outer
	return arrow
}

// skipReturnType passes the type between ":" and "=>", which itself must not
// take the arrow for that of a function type.
func (p *parser) skipReturnType() {
	for {
		p.skipTypeOperand()
		if !p.accept('|') && !p.accept('&') && !p.acceptWord("is") {
			return
		}
	}
}

// arrow reads "x => …" and "(…): T => …".
func (p *parser) arrow() *ast.Expr { return p.nested(p.arrowFunction) }

func (p *parser) arrowFunction() *ast.Expr {
	start := p.peek().Start
	f := &ast.Func{Arrow: true, Start: start}
	p.tree.Funcs = append(p.tree.Funcs, f)
	outer, flow := p.consequent, p.control
	p.control = control{}
	f.Scope = p.inScope(f, func() {
		f.Scope = p.scope
		p.scope.Block = false
		if p.is('(') {
			p.parameters(f)
		} else {
			p.addParameter(f, p.pattern(false))
		}
		if p.accept(':') {
			p.skipReturnType()
		}
		p.accept(lexer.Arrow)
		if p.is('{') {
			p.consequent = false
			f.Body = p.bodyOf()
			return
		}
		e := p.expression()
		f.Returns = append(f.Returns, e)
		f.Body = []*ast.Stmt{{Expr: e}}
	})
	p.consequent, p.control = outer, flow
	return &ast.Expr{Kind: ast.Function, Func: f, Start: start, End: p.prev(), Scope: p.scope, Guard: p.guard}
}

// element reads a JSX element.
func (p *parser) element() *ast.Expr {
	e := &ast.Expr{Kind: ast.Element, Start: p.next().Start, Scope: p.scope, Guard: p.guard}
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
func (p *parser) attribute(e *ast.Expr) {
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
	e.Props = append(e.Props, prop)
}

func (p *parser) attributeValue() *ast.Expr {
	t := p.peek()
	switch {
	case t.Kind == lexer.String:
		p.pos++
		start, end := t.Inner(p.src)
		return &ast.Expr{Kind: ast.String, Start: t.Start, End: t.End, Text: markup.Unescape(p.text[start:end]), Guard: p.guard}
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
