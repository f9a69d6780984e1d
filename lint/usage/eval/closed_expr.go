package eval

import (
	"strconv"
	"strings"

	"github.com/beianlint/beianlint/lint/usage/ast"
	"github.com/beianlint/beianlint/lint/usage/lexer"
	"github.com/beianlint/beianlint/lint/usage/resolve"
)

// maxClosed bounds how deep a condition is followed through names and calls.
const maxClosed = 40

// closed returns what an expression can be.
func (d *decider) closed(x *ast.Expr, m *resolve.Module, f *frame) closed {
	if x == nil || d.depth >= maxClosed || d.e.memo.over() {
		return unclear
	}
	d.depth++
	d.e.memo.spend(1)
	c := d.closedKind(x, m, f)
	d.depth--
	return c
}

func (d *decider) closedKind(x *ast.Expr, m *resolve.Module, f *frame) closed {
	switch x.Kind {
	case ast.String, ast.Number, ast.Object, ast.Array, ast.Function, ast.Class, ast.New, ast.Regex, ast.Element:
		if x.Kind == ast.String || x.Kind == ast.Number {
			d.basis.use(x, m)
		}
		c := literal(x, m, f)
		c.fixed = x.Kind == ast.Object && anyFixed(d, sourcesOf(x), m, f)
		return c
	case ast.Template, ast.Concat:
		return d.joined(x, m, f)
	case ast.Ident:
		return d.ident(x, m, f)
	case ast.Member:
		return d.member(x, m, f)
	case ast.Index:
		return d.index(x, m, f)
	case ast.Not, ast.Binary:
		return d.condition(x, m, f)
	case ast.Logical:
		return d.either(x, m, f)
	case ast.Cond:
		return d.branches(x, m, f)
	case ast.Sequence:
		return d.closed(x.List[len(x.List)-1], m, f)
	case ast.Call:
		return d.call(x, m, f)
	case ast.Unknown:
		return d.unary(x, m, f)
	}
	return unclear
}

// literal returns what stands for itself.
func literal(x *ast.Expr, m *resolve.Module, f *frame) closed {
	switch x.Kind {
	case ast.String:
		return one(atom{kind: textAtom, text: x.Text})
	case ast.Number:
		if n, ok := number(x.Text); ok {
			return one(n)
		}
		return unclear
	case ast.Object:
		return one(atom{kind: objectAtom, expr: x, mod: m, frame: f})
	case ast.Array:
		return one(atom{kind: arrayAtom, expr: x, mod: m})
	case ast.Function, ast.Class:
		return one(atom{kind: functionAtom})
	}
	return one(atom{kind: otherAtom})
}

// joined returns the text of a template or a chain of +, as far as it is known.
func (d *decider) joined(x *ast.Expr, m *resolve.Module, f *frame) closed {
	out := atom{kind: textAtom}
	fixed, text := false, x.Kind == ast.Template
	for _, piece := range x.List {
		c := d.closed(piece, m, f)
		fixed = fixed || c.fixed
		text = text || piece.Kind == ast.String
		if c.more || len(c.atoms) != 1 || c.cyclic() || c.atoms[0].kind != textAtom && c.atoms[0].kind != numberAtom {
			out.open = true
			continue
		}
		if !out.open {
			out.text += c.atoms[0].text
			out.open = c.atoms[0].open
		}
	}
	if !text || len(out.text) > maxText {
		return unclear // a sum
	}
	return closed{atoms: []atom{out}, fixed: fixed}
}

// isShort reports whether an expression is what minifiers write for true and false.
func isShort(x *ast.Expr) bool { return x.Kind == ast.Not && x.L.Kind == ast.Number }

// condition returns the value of a comparison.
func (d *decider) condition(x *ast.Expr, m *resolve.Module, f *frame) closed {
	switch t := d.truth(x, m, f); t {
	case ast.IsTrue, ast.IsFalse:
		c := one(boolean(t == ast.IsTrue))
		c.fixed = !isShort(x)
		return c
	}
	return unclear
}

// either returns the values of a || b, a && b and a ?? b.
func (d *decider) either(x *ast.Expr, m *resolve.Module, f *frame) closed {
	left := d.closed(x.L, m, f)
	stays := atom.truthy
	switch x.Op {
	case lexer.And:
		stays = func(a atom) ast.Truth { return a.truthy().Not() }
	case lexer.Nullish:
		stays = func(a atom) ast.Truth { return a.nullish().Not() }
	}
	d.basis.useObjects(left)
	if left.all(stays) == ast.IsTrue {
		return left
	}
	right := d.closed(x.R, m, f)
	if left.all(stays) == ast.IsFalse {
		right.fixed = true
		return right
	}
	return left.without(func(a atom) bool { return stays(a) == ast.IsFalse }).or(right)
}

// branches returns the values of a ? b : c.
func (d *decider) branches(x *ast.Expr, m *resolve.Module, f *frame) closed {
	switch d.truth(x.L, m, f) {
	case ast.IsTrue:
		c := d.closed(x.R, m, f)
		c.fixed = true
		return c
	case ast.IsFalse:
		c := d.closed(x.C(), m, f)
		c.fixed = true
		return c
	}
	return d.closed(x.R, m, f).or(d.closed(x.C(), m, f))
}

// unary returns the value of typeof a, void a and -a.
func (d *decider) unary(x *ast.Expr, m *resolve.Module, f *frame) closed {
	if len(x.List) != 1 || int(x.Start) >= len(m.Tree.Source) || x.List[0].Start <= x.Start {
		return unclear
	}
	switch source := m.Tree.Source[x.Start:x.List[0].Start]; {
	case strings.HasPrefix(source, "typeof"):
		of := d.closed(x.List[0], m, f)
		d.basis.useObjects(of)
		return of.each(func(a atom) closed { return one(a.typeOf()) })
	case strings.HasPrefix(source, "void"):
		return one(atom{kind: undefinedAtom})
	case strings.TrimSpace(source) == "-" && x.List[0].Kind == ast.Number:
		if n, ok := number(x.List[0].Text); ok && n.text != "0" {
			n.text = "-" + n.text
			return one(n)
		}
	}
	return unclear
}

// member returns a property of a literal that a call gives.
func (d *decider) member(x *ast.Expr, m *resolve.Module, f *frame) closed {
	if x.Text == "length" && ast.IsArguments(x.L) {
		return d.argumentCount(x.L, f)
	}
	if isLocation(x) {
		return d.page.location()
	}
	if c, ok := d.over.read(x, m); ok {
		return c
	}
	if c, ok := d.properties.group(x, m); ok {
		return c
	}
	if d.e.facts.counted[x.Text] {
		return unclear
	}
	if c, ok := d.kept.read(x, m); ok {
		return c
	}
	return d.closed(x.L, m, f).each(func(a atom) closed { return d.property(a, x.Text) })
}

func (d *decider) index(x *ast.Expr, m *resolve.Module, f *frame) closed {
	key := d.closed(x.R, m, f)
	if key.more || len(key.atoms) == 0 || key.cyclic() {
		return unclear
	}
	if ast.IsArguments(x.L) {
		return d.argumentsAt(x.L, key, f)
	}
	of := d.table(x.L, m, f)
	out := closed{fixed: key.fixed}
	for _, k := range key.atoms {
		if k.open || k.kind != textAtom && k.kind != numberAtom {
			return unclear
		}
		out = out.or(of.each(func(a atom) closed { return d.property(a, k.text) }))
	}
	return out
}

// table returns what a key is looked up in: a constant of the program too, since
// it is the key that chooses, and the parts of a text.
func (d *decider) table(x *ast.Expr, m *resolve.Module, f *frame) closed {
	if x.Kind != ast.Ident {
		return d.closed(x, m, f)
	}
	b := x.Binding()
	if b == nil || len(b.Defs) != 1 || len(b.Defs[0].Path) > 0 || b.Defs[0].Value == nil {
		return d.closed(x, m, f)
	}
	switch value := b.Defs[0].Value; {
	case value.Kind == ast.Object && declares(b, b.Defs[0], m):
		return literal(value, m, nil)
	case value.Kind == ast.Call && ast.NameOf(value.L) == "split":
		return d.parts(b, m, f)
	}
	return d.closed(x, m, f)
}

// parts returns the list that a name is given once, for an element to be read: where
// the name has none yet, reading one throws.
func (d *decider) parts(b *ast.Binding, m *resolve.Module, f *frame) closed {
	def := b.Defs[0]
	if def.Func != nil || def.Default || d.e.facts.changed[b] {
		return unclear
	}
	c := d.closed(def.Value, m, f)
	if c.more || !c.fixed || !d.handed.onlyRead(b, m) {
		return unclear
	}
	return c
}

// property returns a property of a value; undefined where a literal has none.
func (d *decider) property(a atom, name string) closed {
	switch a.kind {
	case undefinedAtom, nullAtom: // it throws, or stands behind ?.
		return one(atom{kind: undefinedAtom})
	case objectAtom:
		return d.ofLiteral(a, name)
	case arrayAtom:
		return ofList(a, name)
	case propertiesAtom:
		d.basis.lack()
		return d.properties.read(a, name)
	}
	return unclear
}

func ofList(a atom, name string) closed {
	for _, x := range a.expr.List {
		if x.Kind == ast.Spread {
			return unclear
		}
	}
	i, err := strconv.Atoi(name)
	switch {
	case name == "length":
		return one(atom{kind: numberAtom, text: strconv.Itoa(len(a.expr.List))})
	case err != nil || i < 0:
		return unclear
	case i >= len(a.expr.List):
		return one(atom{kind: undefinedAtom})
	case a.expr.List[i].Kind == ast.String || a.expr.List[i].Kind == ast.Number:
		return literal(a.expr.List[i], a.mod, nil)
	}
	return unclear
}

// ofLiteral returns a property of an object that is made in one place, to which nothing
// assigns.
func (d *decider) ofLiteral(a atom, name string) closed {
	c, lacks := ownOf(d, a, name)
	if lacks != ast.IsFalse {
		d.basis.lack()
		c = c.or(one(atom{kind: undefinedAtom}))
	}
	return c
}

// isGiven reports whether something may give a property to an object later.
func (d *decider) isGiven(v *Value, name string) bool {
	given := d.e.assigned.assignsOf
	return d.givenByMergers()[v.identity()] || !given(v, name).none() || !given(v, copied).none() || !given(v, "*").none()
}

// givenByMergers are the objects that a library's function may give properties to:
// extend(options, defaults).
func (d *decider) givenByMergers() map[identity]bool {
	if d.merged != nil {
		return d.merged
	}
	d.merged = map[identity]bool{}
	for _, m := range d.live.Modules {
		for _, x := range m.Tree.Calls {
			if len(x.List) > 1 && x.List[0].Kind != ast.Object && d.e.calls.naming(ast.NameOf(x.L)).merges {
				for _, v := range d.e.eval(x.List[0], m, nil) {
					d.merged[v.identity()] = true
				}
			}
		}
	}
	return d.merged
}

// call returns what functions and methods of texts and lists give back.
func (d *decider) call(x *ast.Expr, m *resolve.Module, f *frame) closed {
	if x.L.Kind == ast.Ident && x.L.Text == "Boolean" && len(x.List) == 1 && x.L.Scope.Lookup("Boolean") == nil {
		of := d.closed(x.List[0], m, f)
		d.basis.useObjects(of)
		return of.each(func(a atom) closed { return known(a.truthy()) })
	}
	if x.L.Kind == ast.Ident {
		return valueOfCall(d, x, m, f)
	}
	if x.L.Kind != ast.Member {
		return unclear
	}
	if isMerge(x) {
		return closed{atoms: []atom{{kind: objectAtom, expr: x, mod: m, frame: f}}, fixed: anyFixed(d, x.List, m, f)}
	}
	of := d.closed(x.L.L, m, f)
	if cutters[x.L.Text] {
		return cut(d, of, x, m, f)
	}
	if len(x.List) > 1 {
		return unclear
	}
	if len(x.List) == 0 {
		return of.each(func(a atom) closed { return afterMethod(a, x.L.Text) })
	}
	arg := d.closed(x.List[0], m, f)
	if arg.more || arg.cyclic() {
		return unclear
	}
	out := closed{fixed: arg.fixed}
	for _, a := range arg.atoms {
		out = out.or(of.each(func(in atom) closed { return withArgument(in, a, x.L.Text) }))
	}
	return out
}
