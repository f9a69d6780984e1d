package parser

import (
	"github.com/beianlint/beianlint/lint/usage/ast"
	"github.com/beianlint/beianlint/lint/usage/lexer"
)

// primary reads a value without operators around it. On a token that no value
// starts with it passes nothing, unless that token closes nothing either.
func (p *expressionParser) primary() *ast.Expr {
	t := p.peek()
	switch t.Kind {
	case lexer.String:
		p.pos++
		return p.leaf(ast.String, t.Start, t.End, p.literal(t))
	case lexer.Template, lexer.TemplateHead:
		return p.template()
	case lexer.Number:
		p.pos++
		return p.leaf(ast.Number, t.Start, t.End, p.text[t.Start:t.End])
	case lexer.Regex:
		p.pos++
		return p.leaf(ast.Regex, t.Start, t.End, p.text[t.Start:t.End])
	case lexer.Ident:
		return p.name()
	case lexer.JSXStart:
		return p.nested(p.element)
	case lexer.Punct:
		return p.bracket(t)
	}
	return p.expr(ast.Expr{Start: t.Start, End: t.Start})
}

func (p *expressionParser) bracket(t lexer.Token) *ast.Expr {
	switch t.Op {
	case '(':
		return p.paren()
	case '[':
		return p.expr(ast.Expr{Kind: ast.Array, Start: t.Start, List: p.list(']'), End: p.prev()})
	case '{':
		outerIn, outerC := p.noIn, p.consequent
		p.noIn, p.consequent = false, false
		e := p.nested(p.object)
		p.noIn, p.consequent = outerIn, outerC
		return e
	case ')', ']', '}', ',', ';', ':':
		return p.expr(ast.Expr{Start: t.Start, End: t.Start})
	}
	p.pos++
	return p.expr(ast.Expr{Start: t.Start, End: t.End})
}

func (p *expressionParser) template() *ast.Expr {
	t := p.next()
	if t.Kind == lexer.Template {
		return p.leaf(ast.String, t.Start, t.End, p.literal(t))
	}
	e := p.expr(ast.Expr{Kind: ast.Template, Start: t.Start})
	e.List = append(e.List, p.expr(ast.Expr{Kind: ast.String, Start: t.Start, End: t.End, Text: p.literal(t)}))
	for !p.done() {
		if part := p.peek(); part.Kind == lexer.TemplateMiddle || part.Kind == lexer.TemplateTail {
			p.pos++
			e.List = append(e.List, p.expr(ast.Expr{Kind: ast.String, Start: part.Start, End: part.End, Text: p.literal(part)}))
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

// tagged reads a template behind its tag, which is called with a list of the texts and
// what stands between them. String.raw only puts them together.
func (p *expressionParser) tagged(tag *ast.Expr) *ast.Expr {
	t := p.template()
	if tag.Kind == ast.Member && tag.Text == "raw" && tag.L.Kind == ast.Ident && tag.L.Text == "String" {
		return t
	}
	texts := p.expr(ast.Expr{Kind: ast.Array, Start: t.Start, End: t.End})
	args := []*ast.Expr{texts}
	switch t.Kind {
	case ast.Template:
		for i, part := range t.List {
			if i%2 == 0 {
				texts.List = append(texts.List, part)
			} else {
				args = append(args, part)
			}
		}
	default:
		texts.List = []*ast.Expr{t}
	}
	e := p.expr(ast.Expr{Kind: ast.Call, L: tag, List: args, Start: tag.Start, End: t.End, Scope: p.scope, Guard: p.guard})
	p.tree.Calls = append(p.tree.Calls, e)
	return e
}

// isTemplatePart reports whether a token that starts with c is part of a
// template: behind "`" or "}".
func isTemplatePart(c byte) bool { return c == '`' || c == '}' }

// name reads an identifier, or what its keyword starts.
func (p *expressionParser) name() *ast.Expr {
	t := p.peek()
	if p.ahead(1).Is(lexer.Arrow) {
		return p.arrow()
	}
	word, kind := p.word(t), ast.Ident
	switch word {
	case "function":
		return p.nested(p.functionValue)
	case "class":
		return p.nested(p.class)
	case "async":
		next := p.ahead(1)
		if p.word(next) == "function" {
			return p.nested(p.functionValue)
		}
		if p.ts && next.Is('<') && p.genericArrow() {
			return p.arrow()
		}
		if next.Kind == lexer.Ident && !next.Newline && p.ahead(2).Is(lexer.Arrow) || next.Is('(') && p.arrowAt(p.pos+1) {
			p.pos++
			return p.arrow()
		}
	case "this", "super":
		kind = ast.This
	}
	p.pos++
	x := p.leaf(kind, t.Start, t.End, word)
	x.Scope = p.scope
	return x
}

// genericArrow passes "async <T>" in front of the parameters of an arrow.
func (p *expressionParser) genericArrow() bool {
	start := p.pos
	p.pos++
	if p.skipTypeArguments() && p.is('(') && p.arrowAt(p.pos) {
		return true
	}
	p.pos = start
	return false
}

// paren reads an arrow function or an expression in parentheses.
func (p *expressionParser) paren() *ast.Expr {
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
func (p *expressionParser) arrowAt(i int) bool {
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

// arrow reads "x => …" and "(…): T => …".
func (p *expressionParser) arrow() *ast.Expr { return p.nested(p.arrowFunction) }

func (p *expressionParser) arrowFunction() *ast.Expr {
	start := p.peek().Start
	f := p.funcs.add(ast.Func{Arrow: true, Start: start})
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
			f.Body = p.body()
			return
		}
		e := p.expression()
		f.Returns = append(f.Returns, e)
		f.Body = []*ast.Stmt{{Expr: e}}
	})
	p.consequent, p.control = outer, flow
	return p.expr(ast.Expr{Kind: ast.Function, Parts: p.parts.add(ast.Parts{Func: f}), Start: start, End: p.prev(), Scope: p.scope, Guard: p.guard})
}

// typeArgumentsOfValue passes the "<…>" behind a value in TypeScript, and
// reports whether it was one. Since "a < b" also compares, what follows decides
// (https://github.com/microsoft/TypeScript/pull/49353).
func (p *expressionParser) typeArgumentsOfValue() bool {
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
func (p *expressionParser) endsTypeArguments(t lexer.Token) bool {
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

// yielded reads yield x and yield* x, which leave no node, and notes x with the function
// around it.
func (p *expressionParser) yielded() *ast.Expr {
	t := p.next()
	all := p.accept('*')
	value := p.expression()
	item := value
	if all {
		item = p.expr(ast.Expr{Kind: ast.Spread, L: value, Start: t.Start, End: value.End})
	}
	f := p.scope.Func
	if f.Yields == nil {
		f.Yields = p.expr(ast.Expr{Kind: ast.Array, Start: t.Start, End: value.End, Scope: p.scope})
	}
	f.Yields.List = append(f.Yields.List, item)
	return value
}

// startsOperand reports whether await and yield are keywords in front of a
// token, and no names.
func startsOperand(t lexer.Token) bool {
	if t.Kind != lexer.Punct {
		return t.Kind != lexer.EOF
	}
	switch t.Op {
	case '(', '[', '{', '!', '~', '+', '-', lexer.Add1:
		return true
	}
	return false
}

// staticBlock reads the block that runs when a class is made, as a method that has no name.
func (p *expressionParser) staticBlock(class *ast.ClassBody) *ast.Expr {
	start := p.peek().Start
	f := p.funcs.add(ast.Func{Class: class, Start: start, Static: true})
	p.tree.Funcs = append(p.tree.Funcs, f)
	p.apart(func() {
		f.Scope = p.inScope(f, func() {
			f.Scope = p.scope
			f.Body = p.body()
		})
	})
	return p.expr(ast.Expr{Kind: ast.Function, Parts: p.parts.add(ast.Parts{Func: f}), Start: start, End: p.prev(), Scope: p.scope, Guard: p.guard})
}

// isAbove reports whether a member is no property but what stands above the object, which then
// has what that has: {__proto__: base}.
func isAbove(prop ast.Prop) bool {
	if prop.Key != "__proto__" || prop.Computed != nil {
		return false
	}
	switch x := prop.Value; x.Kind {
	case ast.Ident:
		return x.Text != "null"
	case ast.Member, ast.Index, ast.Call, ast.New, ast.Object, ast.This, ast.Logical, ast.Cond:
		return true
	}
	return false
}

// initializer reads the value of a class's field. That of an instance is
// evaluated when one is made, as the body of a function is.
func (p *expressionParser) initializer(static bool) *ast.Expr {
	outer := p.guard
	if !static {
		p.guard = nil
	}
	x := p.expression()
	p.guard = outer
	return x
}
