package syntax

import "github.com/beianlint/beianlint/lint/usage/script"

// object reads an object literal.
func (p *parser) object() *Expr {
	e := &Expr{Kind: Object, Start: p.next().Start, Scope: p.scope}
	for !p.until('}') {
		start := p.pos
		prop := p.property(e)
		if prop.Value != nil {
			e.Props = append(e.Props, prop)
		}
		p.accept(',')
		if p.pos == start {
			p.pos++
		}
	}
	e.End = p.prev()
	return e
}

// modifiers may stand before the name of a member.
var modifiers = map[string]bool{
	"async": true, "get": true, "set": true, "static": true, "public": true, "private": true, "protected": true,
	"readonly": true, "override": true, "abstract": true, "declare": true, "accessor": true,
}

// property reads one member of an object literal.
func (p *parser) property(owner *Expr) Prop {
	if p.is(script.Ellipsis) {
		t := p.next()
		return Prop{Start: t.Start, End: t.End, Value: p.expression(), Spread: true}
	}
	prop := p.memberName()
	switch {
	case p.is('('), p.is('<'):
		prop.Value = p.method(prop, owner, nil)
	case p.accept(':'):
		prop.Value = p.expression()
		own(prop, owner, nil)
	case prop.Key != "":
		prop.Value = &Expr{Kind: Ident, Start: prop.Start, End: prop.End, Text: prop.Key, Scope: p.scope}
		if p.accept('=') { // the default of a destructuring assignment
			prop.Value = &Expr{Kind: Logical, Op: script.Or, L: prop.Value, R: p.expression(), Start: prop.Start, End: p.prev()}
		}
	}
	return prop
}

// own says what a function is a member of, so that "this" in it is known.
func own(prop Prop, object *Expr, class *ClassBody) {
	if prop.Value == nil || prop.Value.Kind != Function {
		return
	}
	f := prop.Value.Func
	f.Object, f.Class = object, class
	if f.Name == "" {
		f.Name = prop.Key
	}
}

// memberName reads modifiers and the name of a member.
func (p *parser) memberName() (prop Prop) {
	for modifiers[p.word(p.peek())] && p.namesMember(p.ahead(1)) {
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
		if prop.Computed.Kind == String {
			prop.Key = prop.Computed.Text
		}
		return prop
	}
	if t.Kind == script.Ident || t.Kind == script.String || t.Kind == script.Number {
		p.pos++
		prop.Key = p.keyText(t)
	}
	return prop
}

// namesMember reports whether a member's name can start with the token, so
// that what stands before it is a modifier.
func (p *parser) namesMember(t script.Token) bool {
	return t.Kind == script.Ident || t.Kind == script.String || t.Kind == script.Number || t.Is('[') || t.Is('*') || t.Is('{')
}

// keyText returns the name that a token gives to a property.
func (p *parser) keyText(t script.Token) string {
	if t.Kind == script.String {
		return p.literal(t)
	}
	return p.text[t.Start:t.End]
}

func (p *parser) method(prop Prop, object *Expr, class *ClassBody) *Expr {
	f := &Func{Name: prop.Key, Object: object, Class: class, Start: prop.Start}
	return p.functionBody(f, prop.Start)
}

// function reads "async function* name(…) {…}".
func (p *parser) function() *Expr {
	start := p.peek().Start
	p.acceptWord("async")
	p.pos++
	p.accept('*')
	f := &Func{Start: start}
	if t := p.peek(); t.Kind == script.Ident {
		f.Name = p.word(t)
		p.pos++
	}
	return p.functionBody(f, start)
}

// functionBody reads parameters and body.
func (p *parser) functionBody(f *Func, start int32) *Expr {
	p.tree.Funcs = append(p.tree.Funcs, f)
	outer := p.consequent
	p.consequent = false
	f.Scope = p.inScope(f, func() {
		f.Scope = p.scope
		p.scope.block = false
		p.skipTypeArguments()
		p.parameters(f)
		p.skipAnnotation()
		f.Body = p.bodyOf()
	})
	p.consequent = outer
	return &Expr{Kind: Function, Func: f, Start: start, End: p.prev(), Scope: p.scope}
}

func (p *parser) parameters(f *Func) {
	if !p.accept('(') {
		return
	}
	for !p.until(')') {
		start := p.pos
		for modifiers[p.word(p.peek())] && p.ahead(1).Kind == script.Ident {
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
func (p *parser) parameterProperty(b *Binding) {
	end := b.Start + int32(len(b.Name))
	this := &Expr{Kind: This, Text: "this", Start: b.Start, End: b.Start, Scope: p.scope}
	target := &Expr{Kind: Member, L: this, Text: b.Name, Start: b.Start, End: end, Scope: p.scope}
	value := &Expr{Kind: Ident, Text: b.Name, Start: b.Start, End: end, Scope: p.scope}
	p.tree.Assigns = append(p.tree.Assigns, &Expr{Kind: Assign, Op: '=', L: target, R: value, Start: b.Start, End: end, Scope: p.scope})
}

func (p *parser) addParameter(f *Func, pat *Pattern) {
	bind(pat, Def{Func: f, Param: len(f.Params), Rest: pat.Rest})
	f.Params = append(f.Params, pat)
}

// pattern reads a binding: a name, {a, b: c = d, ...e} or [a, b].
func (p *parser) pattern(isVar bool) *Pattern {
	pat := &Pattern{Rest: p.accept(script.Ellipsis)}
	for p.isDecorator() {
		p.decorator()
	}
	switch t := p.peek(); {
	case t.Kind == script.Ident:
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
	}
	return pat
}

func (p *parser) objectPattern(pat *Pattern, isVar bool) {
	p.pos++
	for !p.until('}') {
		start := p.pos
		if p.is(script.Ellipsis) {
			pat.Parts = append(pat.Parts, p.pattern(isVar))
		} else {
			prop := p.memberName()
			part := &Pattern{}
			if p.accept(':') {
				part = p.pattern(isVar)
			} else if prop.Key != "" {
				part.Binding = p.declare(prop.Key, prop.Start, isVar)
			}
			part.Key = prop.Key
			p.patternDefault(part)
			pat.Parts = append(pat.Parts, part)
		}
		p.accept(',')
		if p.pos == start {
			p.pos++
		}
	}
}

func (p *parser) arrayPattern(pat *Pattern, isVar bool) {
	p.pos++
	pat.Array = true
	for !p.until(']') {
		if p.accept(',') {
			continue
		}
		start := p.pos
		part := p.pattern(isVar)
		part.Key = "*"
		p.patternDefault(part)
		pat.Parts = append(pat.Parts, part)
		if p.pos == start {
			p.pos++
		}
	}
}

func (p *parser) patternDefault(part *Pattern) {
	if p.accept('=') {
		part.Default = p.expression()
	}
}

// class reads a class declaration or expression.
func (p *parser) class() *Expr {
	start := p.next().Start
	body := &ClassBody{}
	p.tree.Classes = append(p.tree.Classes, body)
	e := &Expr{Kind: Class, Class: body, Start: start, Scope: p.scope}
	if t := p.peek(); t.Kind == script.Ident && p.word(t) != "extends" && p.word(t) != "implements" {
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
			p.member(body)
			if p.pos == start {
				p.pos++
			}
		}
	}
	e.End = p.prev()
	return e
}

func (p *parser) isDecorator() bool {
	t := p.peek()
	return t.Kind == script.Ident && p.src[t.Start] == '@'
}

// decorator reads "@name.of(…)" for the calls in it.
func (p *parser) decorator() { p.unary() }

// member reads one member of a class.
func (p *parser) member(body *ClassBody) {
	for p.isDecorator() {
		p.decorator()
	}
	if p.accept(';') {
		return
	}
	if p.isWord("static") && p.ahead(1).Is('{') {
		p.pos++
		p.block()
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
			p.inScope(nil, func() { prop.Value = p.expression() })
			own(prop, nil, body)
		}
	}
	body.Members = append(body.Members, prop)
}
