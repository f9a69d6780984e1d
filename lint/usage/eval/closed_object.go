package eval

import (
	"github.com/beianlint/beianlint/lint/usage/ast"
	"github.com/beianlint/beianlint/lint/usage/resolve"
)

// isMerge reports whether a call is Object.assign({…}, a, b), which makes an object.
func isMerge(x *ast.Expr) bool {
	of := x.L.L
	return x.L.Text == "assign" && of.Kind == ast.Ident && of.Text == "Object" && of.Scope.Lookup("Object") == nil &&
		len(x.List) > 0 && x.List[0].Kind == ast.Object
}

// sourcesOf are the objects that are spread into an object literal.
func sourcesOf(x *ast.Expr) (list []*ast.Expr) {
	for i := range x.Props() {
		if x.Props()[i].Spread {
			list = append(list, x.Props()[i].Value)
		}
	}
	return list
}

// anyFixed reports whether calls fix one of some objects that another one is made of.
func anyFixed(d *decider, list []*ast.Expr, m *resolve.Module, f *frame) bool {
	for _, x := range list {
		if d.closed(x, m, f).fixed {
			return true
		}
	}
	return false
}

// ownOf returns a property that an object has itself, and whether it lacks it.
func ownOf(d *decider, a atom, name string) (closed, ast.Truth) {
	switch {
	case a.kind < numberAtom: // nothing, spread into an object
		return closed{}, ast.IsTrue
	case a.kind != objectAtom, inherited[name], d.isGiven(&Value{Kind: Object, expr: a.expr, mod: a.mod}, name):
		return unclear, ast.IsFalse
	}
	if a.expr.Kind == ast.Call {
		return ofMerge(d, a, name)
	}
	var out closed
	for i := len(a.expr.Props()) - 1; i >= 0; i-- {
		prop := &a.expr.Props()[i]
		switch {
		case prop.Computed != nil || prop.Getter || prop.Key == "__proto__" || prop.Value == nil && prop.Spread:
			return unclear, ast.IsFalse
		case prop.Spread:
			c, lacks := ofSource(d, prop.Value, a, name)
			if out = out.or(c); lacks == ast.IsFalse {
				return out, lacks
			}
		case prop.Key == name && prop.Value != nil:
			d.basis.enter()
			out = out.or(d.closed(prop.Value, a.mod, a.frame))
			d.basis.leave()
			return out, ast.IsFalse
		}
	}
	return out, lacking(out)
}

// inherited are the properties that every object has.
var inherited = map[string]bool{"hasOwnProperty": true, "toString": true, "constructor": true, "valueOf": true, "__proto__": true}

// lacking is what is known of whether an object lacks a property that it may have from
// some of what is spread into it.
func lacking(found closed) ast.Truth {
	if len(found.atoms) == 0 && !found.more {
		return ast.IsTrue
	}
	return ast.Maybe
}

// ofMerge returns a property of Object.assign(…): the last one counts that has it.
func ofMerge(d *decider, a atom, name string) (closed, ast.Truth) {
	var out closed
	for i := len(a.expr.List) - 1; i >= 0; i-- {
		if a.expr.List[i].Kind == ast.Spread {
			return unclear, ast.IsFalse
		}
		c, lacks := ofSource(d, a.expr.List[i], a, name)
		if out = out.or(c); lacks == ast.IsFalse {
			return out, lacks
		}
	}
	return out, lacking(out)
}

// perSource is how many steps deeper what is copied into an object lies: o = {...o} has
// no end.
const perSource = 8

// ofSource returns a property of what is copied into an object that is made, and whether
// it lacks it.
func ofSource(d *decider, x *ast.Expr, made atom, name string) (out closed, lacks ast.Truth) {
	of := d.closed(x, made.mod, made.frame)
	if of.more || of.cyclic() || len(of.atoms) == 0 {
		return unclear, ast.IsFalse
	}
	d.depth += perSource
	defer func() { d.depth -= perSource }()
	out.fixed = of.fixed
	for i, a := range of.atoms {
		c, absent := ownOf(d, a, name)
		out = out.or(c)
		if i == 0 {
			lacks = absent
		} else {
			lacks = lacks.Join(absent)
		}
	}
	return out, lacks
}
