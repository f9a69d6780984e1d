package eval

import (
	"slices"

	"github.com/beianlint/beianlint/lint/usage/ast"
	"github.com/beianlint/beianlint/lint/usage/resolve"
)

// protoName is the member by which an object has what another one has, and protoSetter the
// method of Object that sets it.
const (
	protoName   = "__proto__"
	protoSetter = "setPrototypeOf"
)

// noteProto takes in what is set above something: o.__proto__ = above,
// Object.setPrototypeOf(A.prototype, B.prototype). What a helper sets is told by its calls.
func noteProto(f *facts, target, above *ast.Expr, m *resolve.Module) {
	a := Assign{Target: target, Value: above, Mod: m, Start: above.Start}
	if target.Kind == ast.Member && target.Text == prototypeName {
		a.Target = target.L
		f.inherits.note(target.L, above)
		f.noteAssign(prototypeName, a)
		return
	}
	if helper, _ := paramNamed(target); helper != nil || target.Kind == ast.This {
		return
	}
	f.assigns[protoName] = append(f.assigns[protoName], a)
	f.noteAssign(copied, a)
}

// protoOf returns what stands above the values of an expression: above A.prototype that of
// what A extends. An instance has all that stands above it.
func (c *classes) protoOf(x *ast.Expr, vs Values) Values {
	above := c.above(vs).Union(c.e.props.property(vs, protoName))
	if x.Kind != ast.Member || x.Text != prototypeName && x.Text != protoName {
		above = above.Union(vs.only(Instance))
	}
	return above
}

// takers are what has a class or an object above it without being made of it. Its methods are
// called on them. What only has copies of methods is none: mostly not all of it is seen, and
// "this" that is known in part says less than one of which is known that it is not.
type takers map[handle]Values

// takersOf returns what has the members of a class, a function or an object.
func (c *classes) takersOf(v *Value) Values {
	if c.takers == nil {
		c.takers = takers{} // none while they are being found
		c.finding++
		c.takers = c.findTakers()
		c.finding--
	}
	return c.takers[c.e.memo.identity(v)]
}

func (c *classes) findTakers() takers {
	found := takers{}
	e := c.e
	for _, a := range e.facts.assigns[protoName] {
		if isOneThing(a.Value) {
			found.note(e, e.eval(a.Value, a.Mod, a.frame), func() Values { return e.eval(a.Target, a.Mod, a.frame) })
		}
	}
	return found
}

// note notes that something has what others have that may have methods.
func (t takers) note(e *Evaluator, others Values, takes func() Values) {
	for _, v := range others {
		if v.Kind != Class && v.Kind != Function && v.Kind != Instance && !(v.Kind == Object && hasMethods(v.expr)) {
			continue
		}
		if id := e.memo.identity(v); len(t[id]) < maxWithin {
			t[id] = t[id].Union(takes())
		} else { // the others are missing
			e.memo.meet(Count, v.expr, v.mod)
		}
	}
}

// isOneThing reports whether an expression is a name that always stands for one object, function
// or class that is written out, or for what is imported: what is copied of others, as of the
// options of a framework, is mostly what "this" is without.
func isOneThing(x *ast.Expr) bool {
	if x != nil && x.Kind == ast.Object {
		return true
	}
	if x != nil && x.Kind == ast.Member && x.Text == prototypeName {
		x = x.L
	}
	if x == nil || x.Kind != ast.Ident {
		return false
	}
	b := x.Binding()
	if b == nil || len(b.Defs) != 1 || len(b.Defs[0].Path) > 0 || b.Defs[0].Func != nil {
		return false
	}
	d := b.Defs[0]
	return d.From != "" || d.Value != nil && (d.Value.Kind == ast.Object || d.Value.Kind == ast.Function || d.Value.Kind == ast.Class)
}

// hasMethods reports whether functions stand in an object literal, which "this" of may be another
// object.
func hasMethods(x *ast.Expr) bool {
	return slices.ContainsFunc(x.Props(), func(p ast.Prop) bool { return p.Value != nil && p.Value.Kind == ast.Function && !p.Value.Func().Arrow })
}
