package eval

import (
	"github.com/beianlint/beianlint/lint/usage/ast"
	"github.com/beianlint/beianlint/lint/usage/resolve"
)

// turns are what a loop, or a method that calls a function for each element of a list, goes
// through: one by one, where all is known.
type turns struct {
	e       *Evaluator
	of      ast.Def         // of the name that the turns give
	scope   *ast.Scope      // in which the names of one turn stand
	mod     *resolve.Module // of what is gone through
	in      *resolve.Module // in which the turns are
	each    []Values
	element Values // of the turn that is being written out
}

// nameEach notes an assignment in a loop under the name that each turn gives, with what that
// turn assigns: api[key] = hosts[key] + '/v1'. It is false where not all turns are known.
func nameEach(l *linker, k keyed) bool {
	t := turnsOf(l, k)
	if t == nil {
		return false
	}
	type given struct {
		name  string
		value *ast.Expr
	}
	var found []given
	for _, t.element = range t.each {
		key, known := t.written(k.key, 0)
		value, all := t.written(k.Value, 0)
		if !known || !all {
			return false
		}
		names := l.e.eval(key, k.Mod, k.frame).Texts()
		if len(names) != 1 || names[0].Open || names[0].Kind != Text {
			return false
		}
		found = append(found, given{names[0].Text, value})
	}
	for _, g := range found {
		a := k
		a.Value = g.value
		l.nameIn(a, g.name, nil)
	}
	return len(found) > 0
}

// turnsOf returns the turns that give a key, nil where they are not all known.
func turnsOf(l *linker, k keyed) *turns {
	root := k.key
	for root.Kind == ast.Member || root.Kind == ast.Index {
		root = root.L
	}
	if root.Kind != ast.Ident {
		return nil
	}
	b := root.Scope.Lookup(root.Text)
	if b == nil || len(b.Defs) != 1 {
		return nil
	}
	t := &turns{e: l.e, of: b.Defs[0], scope: b.Scope, mod: k.Mod, in: k.Mod}
	list, f := t.of.Value, (*frame)(nil)
	if t.of.Func != nil {
		sites := l.sites[t.of.Func]
		if len(sites) != 1 || t.of.Rest || t.of.Param >= len(sites[0].args) {
			return nil
		}
		element := sites[0].args[t.of.Param]
		if !isAnyElement(element) {
			return nil
		}
		list, f, t.mod, t.scope = element.L, sites[0].frame, sites[0].mod, t.of.Func.Scope
	} else if list == nil || len(t.of.Path) == 0 || t.of.Path[0] != "*" {
		return nil
	}
	t.find(l.e.eval(list, t.mod, f))
	return t
}

// isAnyElement reports whether an expression is one that anyElement made.
func isAnyElement(x *ast.Expr) bool {
	return x.Kind == ast.Index && x.R.Kind == 0 && x.R.End == 0 && x.R.List == nil
}

// find finds what the turns go through.
func (t *turns) find(list Values) {
	if len(list) != 1 {
		return
	}
	v := list[0]
	if t.of.Keys {
		if v.Kind != Object {
			return
		}
		props, all := ownProps(t.e.calls, v)
		if !all {
			return
		}
		for _, p := range props {
			t.each = append(t.each, Values{Literal(keyText(p), v.mod)})
		}
		return
	}
	if v.Kind != Array {
		return
	}
	items, all := elementsOf(t.e.calls, v)
	if !all {
		return
	}
	for _, item := range items {
		t.each = append(t.each, t.e.eval(item, v.mod, v.frame))
	}
}

// given returns what a name is in the turn; false where the turn does not give it.
func (t *turns) given(b *ast.Binding) (Values, bool) {
	if len(b.Defs) != 1 {
		return nil, false
	}
	d := b.Defs[0]
	if t.of.Func != nil {
		return t.e.follow(t.element, d.Path), d.Func == t.of.Func && d.Param == t.of.Param
	}
	if d.Value != t.of.Value || len(d.Path) == 0 {
		return nil, false
	}
	return t.e.follow(t.element, d.Path[1:]), d.Path[0] == "*"
}

// maxInlined bounds through how many constants of a turn, and how deep, it is written out.
const maxInlined = 16

// written returns an expression as it is in one turn; false where it cannot be written
// out: what a function does is not told by turns.
func (t *turns) written(x *ast.Expr, depth int) (*ast.Expr, bool) {
	if x == nil {
		return nil, true
	}
	if depth > maxInlined {
		return nil, false
	}
	switch x.Kind {
	case ast.String, ast.Number, ast.This, ast.Regex, ast.Unknown:
		return x, true
	case ast.Ident:
		return t.name(x, depth)
	case ast.Member, ast.Index, ast.Concat, ast.Template, ast.Cond, ast.Logical, ast.Call, ast.New, ast.Array, ast.Spread, ast.Object, ast.Not, ast.Binary:
		return t.parts(x, depth)
	}
	return nil, false
}

// name writes out a name.
func (t *turns) name(x *ast.Expr, depth int) (*ast.Expr, bool) {
	b := x.Scope.Lookup(x.Text)
	if b == nil {
		return x, true
	}
	if vs, ok := t.given(b); ok {
		return valued(t.e, vs, x), true
	}
	if !t.isWithin(b.Scope) {
		return x, true
	}
	if len(b.Defs) != 1 || b.Defs[0].Value == nil || b.Defs[0].Keys {
		return nil, false
	}
	value, ok := t.written(b.Defs[0].Value, depth+1)
	if path := b.Defs[0].Path; ok && len(path) > 0 {
		return valued(t.e, t.e.follow(t.e.eval(value, t.in, nil), path), x), path[0] != "*"
	}
	return value, ok
}

// isWithin reports whether names of a scope are ones of a turn.
func (t *turns) isWithin(s *ast.Scope) bool {
	for ; s != nil; s = s.Parent {
		if s == t.scope {
			return t.of.Func != nil || s.Parent != nil && s.Func == nil
		}
	}
	return false
}

// parts writes out what an expression is made of.
func (t *turns) parts(x *ast.Expr, depth int) (*ast.Expr, bool) {
	y := &ast.Expr{Kind: x.Kind, Op: x.Op, Start: x.Start, End: x.End, Text: x.Text, Scope: x.Scope, Guard: x.Guard}
	all := true
	write := func(part *ast.Expr) *ast.Expr {
		written, ok := t.written(part, depth+1)
		all = all && ok
		return written
	}
	y.L, y.R = write(x.L), write(x.R)
	if key := t.e.memo.made[y.R]; x.Kind == ast.Index && len(key) == 1 && key[0].Kind == Text && !key[0].Open { // it chooses one member
		y.R = &ast.Expr{Kind: ast.String, Text: key[0].Text, Start: x.R.Start, End: x.R.End}
	}
	for _, part := range x.List {
		y.List = append(y.List, write(part))
	}
	if x.Parts != nil {
		y.Parts = &ast.Parts{C: write(x.C())}
		for _, p := range x.Props() {
			p.Value, p.Computed = write(p.Value), write(p.Computed)
			y.Parts.Props = append(y.Parts.Props, p)
		}
	}
	return y, all
}
