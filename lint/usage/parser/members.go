package parser

import (
	"strings"

	"github.com/beianlint/beianlint/lint/usage/ast"
	"github.com/beianlint/beianlint/lint/usage/lexer"
)

// object reads an object literal.
func (p *expressionParser) object() *ast.Expr {
	e := p.expr(ast.Expr{Kind: ast.Object, Start: p.next().Start, Scope: p.scope})
	props := p.props.mark()
	for !p.until('}') {
		start := p.pos
		prop := p.property(e)
		if prop.Value != nil {
			p.props.push(prop)
		}
		p.accept(',')
		if p.pos == start {
			p.pos++
		}
	}
	if list := p.props.pop(props); len(list) > 0 {
		e.Parts = p.parts.add(ast.Parts{Props: p.propLists.copy(list)})
	}
	e.End = p.prev()
	return e
}

// isModifier reports whether a word may stand before the name of a member.
func isModifier(word string) bool {
	switch word {
	case "async", "get", "set", "static", "public", "private", "protected", "readonly", "override", "abstract", "declare", "accessor":
		return true
	}
	return false
}

// property reads one member of an object literal.
func (p *expressionParser) property(owner *ast.Expr) ast.Prop {
	if p.is(lexer.Ellipsis) {
		t := p.next()
		return ast.Prop{Start: t.Start, End: t.End, Value: p.expression(), Spread: true}
	}
	prop := p.memberName()
	switch {
	case p.is('('), p.is('<'):
		prop.Value = p.method(prop, owner, nil)
	case p.accept(':'):
		prop.Value = p.expression()
		if isAbove(prop) {
			return ast.Prop{Start: prop.Start, End: prop.End, Value: prop.Value, Spread: true, Above: true}
		}
		own(prop, owner, nil)
	case prop.Key != "":
		prop.Value = p.expr(ast.Expr{Kind: ast.Ident, Start: prop.Start, End: prop.End, Text: prop.Key, Scope: p.scope, Guard: p.guard})
		if p.accept('=') { // the default of a destructuring assignment
			prop.Value = p.expr(ast.Expr{Kind: ast.Logical, Op: lexer.Or, L: prop.Value, R: p.expression(), Start: prop.Start, End: p.prev()})
		}
	}
	return prop
}

// own says what a function is a member of, so that "this" in it is known.
func own(prop ast.Prop, object *ast.Expr, class *ast.ClassBody) {
	if prop.Value == nil || prop.Value.Kind != ast.Function {
		return
	}
	f := prop.Value.Func()
	f.Object, f.Class, f.Static = object, class, prop.Static
	if f.Name == "" {
		f.Name = prop.Key
	}
}

// memberName reads modifiers and the name of a member.
func (p *expressionParser) memberName() (prop ast.Prop) {
	for isModifier(p.word(p.peek())) && p.namesMember(p.ahead(1)) {
		prop.Getter = prop.Getter || p.isWord("get")
		prop.Static = prop.Static || p.isWord("static")
		p.pos++
	}
	p.accept('*')
	t := p.peek()
	prop.Start, prop.End = t.Start, t.End
	if t.Is('[') {
		p.pos++
		prop.Computed = p.expression()
		p.accept(']')
		if prop.Computed.Kind == ast.String {
			prop.Key = prop.Computed.Text
		}
		return prop
	}
	if t.Kind == lexer.Ident || t.Kind == lexer.String || t.Kind == lexer.Number {
		p.pos++
		prop.Key = p.keyText(t)
	}
	return prop
}

// namesMember reports whether a member's name can start with the token, so
// that what stands before it is a modifier.
func (p *expressionParser) namesMember(t lexer.Token) bool {
	return t.Kind == lexer.Ident || t.Kind == lexer.String || t.Kind == lexer.Number || t.Is('[') || t.Is('*') || t.Is('{')
}

func (p *expressionParser) method(prop ast.Prop, object *ast.Expr, class *ast.ClassBody) *ast.Expr {
	f := p.funcs.add(ast.Func{Name: prop.Key, Object: object, Class: class, Start: prop.Start, Static: prop.Static})
	return p.functionBody(f, prop.Start)
}

// function reads "async function* name(…) {…}".
func (p *expressionParser) function() *ast.Expr {
	start := p.peek().Start
	p.acceptWord("async")
	p.pos++
	p.accept('*')
	f := p.funcs.add(ast.Func{Start: start})
	if t := p.peek(); t.Kind == lexer.Ident {
		f.Name = p.word(t)
		p.pos++
	}
	return p.functionBody(f, start)
}

// functionValue reads a function that is a value: its name means it within it alone.
func (p *expressionParser) functionValue() *ast.Expr {
	e := p.function()
	if f := e.Func(); f.Name != "" && f.Scope.Own(f.Name) == nil {
		b := p.bindings.add(ast.Binding{Name: f.Name, Scope: f.Scope, Start: f.Start, Defs: []ast.Def{{Value: e}}})
		f.Scope.Declare(b)
		p.tree.Bindings = append(p.tree.Bindings, b)
	}
	return e
}

// functionBody reads parameters and body.
func (p *expressionParser) functionBody(f *ast.Func, start int32) *ast.Expr {
	p.tree.Funcs = append(p.tree.Funcs, f)
	outer, outerIn, flow := p.consequent, p.noIn, p.control
	p.consequent, p.noIn, p.control = false, false, control{}
	f.Scope = p.inScope(f, func() {
		f.Scope = p.scope
		p.scope.Block = false
		p.skipTypeArguments()
		p.parameters(f)
		p.skipAnnotation()
		f.Body = p.body()
	})
	p.consequent, p.noIn, p.control = outer, outerIn, flow
	return p.expr(ast.Expr{Kind: ast.Function, Parts: p.parts.add(ast.Parts{Func: f}), Start: start, End: p.prev(), Scope: p.scope, Guard: p.guard})
}

func (p *expressionParser) parameters(f *ast.Func) {
	if !p.accept('(') {
		return
	}
	for !p.until(')') {
		start := p.pos
		for isModifier(p.word(p.peek())) && p.ahead(1).Kind == lexer.Ident {
			p.pos++
		}
		isProperty := p.pos > start
		pat := p.pattern(false)
		if isProperty && pat.Binding != nil {
			p.parameterProperty(pat.Binding)
		}
		p.accept('?')
		p.skipAnnotation()
		if p.accept('=') {
			pat.Default = p.expression()
		}
		p.addParameter(f, pat)
		p.accept(',')
		if p.pos == start {
			p.pos++
		}
	}
}

// parameterProperty takes constructor(private a: A) as the assignment this.a = a
// that it is (https://www.typescriptlang.org/docs/handbook/2/classes.html#parameter-properties).
func (p *expressionParser) parameterProperty(b *ast.Binding) {
	end := b.Start + int32(len(b.Name))
	this := p.expr(ast.Expr{Kind: ast.This, Text: "this", Start: b.Start, End: b.Start, Scope: p.scope})
	target := p.expr(ast.Expr{Kind: ast.Member, L: this, Text: b.Name, Start: b.Start, End: end, Scope: p.scope})
	value := p.expr(ast.Expr{Kind: ast.Ident, Text: b.Name, Start: b.Start, End: end, Scope: p.scope})
	p.tree.Assigns = append(p.tree.Assigns, p.expr(ast.Expr{Kind: ast.Assign, Op: '=', L: target, R: value, Start: b.Start, End: end, Scope: p.scope}))
}

func (p *expressionParser) addParameter(f *ast.Func, pat *ast.Pattern) {
	p.bind(pat, ast.Def{Func: f, Param: len(f.Params), Rest: pat.Rest})
	f.Params = append(f.Params, pat)
}

// pattern reads a binding: a name, {a, b: c = d, ...e} or [a, b].
func (p *expressionParser) pattern(isVar bool) *ast.Pattern {
	pat := p.patterns.add(ast.Pattern{Rest: p.accept(lexer.Ellipsis)})
	p.decorators()
	switch t := p.peek(); {
	case t.Kind == lexer.Ident:
		p.pos++
		pat.Binding = p.declare(p.word(t), t.Start, isVar)
	case t.Is('{') && p.depth < maxDepth:
		p.depth++
		p.objectPattern(pat, isVar)
		p.depth--
	case t.Is('[') && p.depth < maxDepth:
		p.depth++
		p.arrayPattern(pat, isVar)
		p.depth--
	case t.Is('{'), t.Is('['):
		p.tooDeep()
	}
	return pat
}

func (p *expressionParser) objectPattern(pat *ast.Pattern, isVar bool) {
	p.pos++
	for !p.until('}') {
		start := p.pos
		if p.is(lexer.Ellipsis) {
			pat.Parts = append(pat.Parts, p.pattern(isVar))
		} else {
			prop := p.memberName()
			part := p.patterns.add(ast.Pattern{})
			if p.accept(':') {
				part = p.pattern(isVar)
			} else if prop.Key != "" {
				part.Binding = p.declare(prop.Key, prop.Start, isVar)
			}
			part.Key = patternKey(prop)
			p.patternDefault(part)
			pat.Parts = append(pat.Parts, part)
		}
		p.accept(',')
		if p.pos == start {
			p.pos++
		}
	}
}

// patternKey is what a path has for a part of a pattern: any member where its name is
// computed.
func patternKey(prop ast.Prop) string {
	if prop.Computed != nil && prop.Key == "" {
		return "*"
	}
	return prop.Key
}

func (p *expressionParser) arrayPattern(pat *ast.Pattern, isVar bool) {
	p.pos++
	pat.Array = true
	for i := 0; !p.until(']'); {
		if p.accept(',') {
			i++
			continue
		}
		start := p.pos
		part := p.pattern(isVar)
		part.Key = ast.ItemKey(i)
		if part.Rest {
			part.Key = ast.RestKey(i)
		}
		p.patternDefault(part)
		pat.Parts = append(pat.Parts, part)
		if p.pos == start {
			p.pos++
		}
	}
}

func (p *expressionParser) patternDefault(part *ast.Pattern) {
	if p.accept('=') {
		part.Default = p.expression()
	}
}

// class reads a class declaration or expression.
func (p *expressionParser) class() *ast.Expr {
	start := p.next().Start
	body := &ast.ClassBody{}
	p.tree.Classes = append(p.tree.Classes, body)
	e := p.expr(ast.Expr{Kind: ast.Class, Parts: p.parts.add(ast.Parts{Class: body}), Start: start, Scope: p.scope})
	if t := p.peek(); t.Kind == lexer.Ident && p.word(t) != "extends" && p.word(t) != "implements" {
		body.Name = p.word(p.next())
	}
	p.skipTypeArguments()
	if p.acceptWord("extends") {
		body.Super = p.unary()
		p.skipTypeArguments()
	}
	if p.acceptWord("implements") {
		for !p.done() && !p.is('{') {
			p.pos++
		}
	}
	if p.accept('{') {
		for !p.until('}') {
			start := p.pos
			p.member(e)
			if p.pos == start {
				p.pos++
			}
		}
	}
	e.End = p.prev()
	return e
}

// member reads one member of a class.
func (p *expressionParser) member(class *ast.Expr) {
	body, by := class.Class(), p.decorators()
	if p.accept(';') {
		return
	}
	if p.isWord("static") && p.ahead(1).Is('{') {
		p.pos++
		body.Members = append(body.Members, ast.Prop{Static: true, Start: p.peek().Start, Value: p.staticBlock(body)})
		return
	}
	prop := p.memberName()
	p.accept('?')
	p.accept('!')
	switch {
	case p.is('('), p.is('<'):
		prop.Value = p.method(prop, nil, body)
	default:
		p.skipAnnotation()
		if p.accept('=') {
			p.inScope(nil, func() {
				p.scope.Field = &ast.Field{Class: body, Static: prop.Static}
				prop.Value = p.initializer(prop.Static)
			})
			own(prop, nil, body)
		}
	}
	body.Members = append(body.Members, prop)
	p.decorateMember(class, by, prop)
}

// decorator reads "@name.of(…)".
func (p *expressionParser) decorator() *ast.Expr {
	p.tree.Decorated = true
	e := p.unary()
	name := e
	for name.L != nil {
		name = name.L
	}
	if name.Kind == ast.Ident && len(name.Text) > 1 {
		name.Text = strings.TrimPrefix(name.Text, "@")
	}
	return e
}

func (p *expressionParser) decorators() (list []*ast.Expr) {
	for p.isDecorator() {
		list = append(list, p.decorator())
	}
	return list
}

// decorate notes that decorators of a class, or of something in it, are called.
func (p *expressionParser) decorate(class *ast.ClassBody, by []*ast.Expr, args ...*ast.Expr) {
	class.Decorators = append(class.Decorators, by...)
	for _, x := range by {
		call := p.expr(ast.Expr{Kind: ast.Call, L: x, List: args, Start: x.Start, End: x.End, Scope: p.scope, Guard: p.guard})
		p.tree.Calls = append(p.tree.Calls, call)
	}
}

// decorateMember calls decorators with the prototype of a class, the name of a member and
// what describes it.
func (p *expressionParser) decorateMember(class *ast.Expr, by []*ast.Expr, member ast.Prop) {
	if len(by) == 0 {
		return
	}
	at := ast.Expr{Start: member.Start, End: member.End, Scope: p.scope}
	name, of, described := at, at, at
	name.Kind, name.Text = ast.String, member.Key
	of.Kind, of.Text, of.L = ast.Member, "prototype", class
	described.Kind = ast.Object
	if member.Value != nil {
		described.AddProp(ast.Prop{Key: "value", Start: at.Start, End: at.End, Value: member.Value})
	}
	p.decorate(class.Class(), by, p.expr(of), p.expr(name), p.expr(described))
}
