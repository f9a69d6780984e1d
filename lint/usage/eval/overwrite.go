package eval

import (
	"slices"

	"github.com/beianlint/beianlint/lint/usage/ast"
	"github.com/beianlint/beianlint/lint/usage/resolve"
)

// overwrite is a property of an object literal of a bundled module that another module
// of the bundle replaces by a constant while the bundle is loaded: a build for one
// platform sets config.isWeapp = true over {isWeapp: false}. Who reads it later never
// sees what it was before.
type overwrite struct {
	object *ast.Expr
	prop   *ast.Prop
	value  atom
	only   bool // nothing else gives the property a value
	order  *loadOrder
}

// overwrites are those of all bundles, by the name of the property.
type overwrites struct {
	d      *decider
	byName map[string][]*overwrite // nil if nobody asked
}

// find looks for all.
func (o *overwrites) find() map[string][]*overwrite {
	if o.byName != nil {
		return o.byName
	}
	o.byName = map[string][]*overwrite{}
	for _, b := range o.d.e.facts.bundles.homes {
		var all *loads
		for _, x := range b.in.Tree.Assigns {
			w, object := o.candidate(x, b.in)
			if w == nil {
				continue
			}
			if all == nil {
				all = newLoads(o.d.e, b.in)
			}
			if w.order = all.before(x); w.order != nil && !w.order.hands(object) {
				w.only = o.isOnly(object, x.L.Text)
				o.byName[x.L.Text] = append(o.byName[x.L.Text], w)
			}
		}
	}
	return o.byName
}

// candidate returns what an assignment overwrites, if it is one of a constant to the
// property of one known object where a bundled module is loaded.
func (o *overwrites) candidate(x *ast.Expr, m *resolve.Module) (*overwrite, *Value) {
	if x.L.Kind != ast.Member || x.L.L.Kind != ast.Ident || x.Guard != nil || x.Op != '=' || o.d.e.facts.bundles.factories[innermost(x.Scope)] == nil {
		return nil, nil
	}
	value, ok := constantOf(x.R)
	if !ok {
		return nil, nil
	}
	of := o.object(x.L.L, m)
	if of == nil {
		return nil, nil
	}
	i := slices.IndexFunc(of.expr.Props(), func(p ast.Prop) bool { return p.Key == x.L.Text })
	if i < 0 || of.expr.Props()[i].Value == nil || of.expr.Props()[i].Getter {
		return nil, nil
	}
	return &overwrite{object: of.expr, prop: &of.expr.Props()[i], value: value}, of
}

// object returns the one object literal that an expression can be, or nil. What is
// loaded may be the exports that a module has before it replaces them.
func (o *overwrites) object(x *ast.Expr, m *resolve.Module) *Value {
	var object *Value
	for _, v := range o.d.e.eval(x, m, nil) {
		switch {
		case v.Kind == Exports:
		case object != nil || v.Kind != Object || v.expr == nil || v.expr.Kind != ast.Object:
			return nil
		default:
			object = v
		}
	}
	return object
}

// constantOf returns the value of a switch: null, true, !0, "". The name of an
// environment is none, since the others are one edit away.
func constantOf(x *ast.Expr) (atom, bool) {
	switch {
	case x.Kind == ast.String && x.Text == "":
		return atom{kind: textAtom}, true
	case x.Kind == ast.Not && x.L.Kind == ast.Number:
		return boolean(x.L.Text == "0"), true
	case x.Kind == ast.Ident && x.Text == "null":
		return atom{kind: nullAtom}, true
	case x.Kind == ast.Ident && (x.Text == "true" || x.Text == "false"):
		return boolean(x.Text == "true"), true
	}
	return atom{}, false
}

// isOnly reports whether one assignment is all that gives a property of an object
// another value.
func (o *overwrites) isOnly(v *Value, name string) bool {
	assigned := o.d.e.assigned
	given := assigned.assignsOf(v, name)
	return len(given.alone) == 1 && len(given.shared) == 0 && !o.d.e.facts.counted[name] && !o.d.givenByMergers()[v.identity()] &&
		assigned.assignsOf(v, copied).none() && assigned.assignsOf(v, "*").none()
}

// read returns what a property is for who reads it once the bundle is loaded.
func (o *overwrites) read(x *ast.Expr, m *resolve.Module) (closed, bool) {
	for _, w := range o.find()[x.Text] {
		if !w.only || !w.order.isLate(x, w.object) {
			continue
		}
		if of := o.object(x.L, m); of != nil && of.expr == w.object {
			return closed{atoms: []atom{w.value}, fixed: true}, true
		}
	}
	return closed{}, false
}

// unread adds the values that nobody reads before they are overwritten.
func (o *overwrites) unread(untaken map[*resolve.Module][]resolve.Stretch) {
	for name, list := range o.find() {
		for _, w := range list {
			if in := w.order.in; !slices.ContainsFunc(w.order.reads[name], func(x *ast.Expr) bool { return !w.order.isLate(x, w.object) }) {
				untaken[in] = append(untaken[in], resolve.Stretch{Start: w.prop.Value.Start, End: w.prop.Value.End})
			}
		}
	}
}
