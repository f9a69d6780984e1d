package eval

import (
	"github.com/beianlint/beianlint/lint/usage/ast"
)

// prototypeKey is the member by which functions inherit from each other.
const prototypeKey = "prototype"

// splitPrototypes tells the calls apart by which a helper lets one function inherit from
// another, as in sub.prototype = Object.create(super.prototype).
func splitPrototypes(l *linker) (split bool) {
	var out []Assign
	for _, a := range l.e.facts.assigns[prototypeKey] {
		a.Value = created(l.e.facts, a.Value, 0)
		var calls []*frame
		if a.Target.Kind == ast.Ident {
			fn := innermost(a.Target.Scope)
			calls = l.callsOf(fn, l.keyParams(a.Target, fn), 0)
		}
		if len(calls) == 0 {
			out = append(out, a)
		}
		for _, a.frame = range calls {
			out = append(out, a)
			split = true
		}
	}
	if split {
		l.e.facts.assigns[prototypeKey] = out
	}
	return split
}

// created takes new F() for what F.prototype was given: (F.prototype = super.prototype,
// new F()).
func created(known *facts, x *ast.Expr, depth int) *ast.Expr {
	switch {
	case depth > maxWrapped:
	case x.Kind == ast.Cond:
		return either(created(known, x.R, depth+1), created(known, x.C(), depth+1))
	case x.Kind == ast.Sequence:
		return created(known, x.List[len(x.List)-1], depth+1)
	case x.Kind == ast.New && x.L.Kind == ast.Ident:
		for _, a := range known.assigns[prototypeKey] {
			if a.Target.Kind == ast.Ident && a.Target.Text == x.L.Text && a.Target.Scope.Lookup(x.L.Text) == x.L.Scope.Lookup(x.L.Text) {
				return a.Value
			}
		}
	}
	return x
}

// inheritor is what other functions or classes extend.
type inheritor struct {
	class *ast.ClassBody
	fn    *ast.Func
}

// maxHeirs bounds how many classes are asked for what the class above them reads.
const maxHeirs = 2048

// heirs are the classes and constructors that extend others.
type heirs struct {
	direct map[inheritor]Values
	all    map[inheritor]Values
}

// of returns instances of all that extend a class or constructor, however far below it.
func (h *heirs) of(v *Value) Values {
	key := inheritor{v.class, v.Fn}
	all, ok := h.all[key]
	if ok || len(h.direct) == 0 {
		return all
	}
	seen := map[inheritor]bool{key: true}
	todo := h.direct[key]
	for len(todo) > 0 && len(all) < maxHeirs {
		sub := todo[0]
		todo = todo[1:]
		if key := (inheritor{sub.class, sub.Fn}); !seen[key] {
			seen[key] = true
			all = append(all, sub)
			todo = append(todo.shared(), h.direct[key]...)
		}
	}
	h.all[key] = all
	return all
}

// findHeirs finds by each class or constructor those that extend it.
func (c *classes) findHeirs() *heirs {
	h := &heirs{map[inheritor]Values{}, map[inheritor]Values{}}
	add := func(supers Values, sub *Value) {
		for _, super := range supers {
			if super.class != nil || super.Fn != nil {
				key := inheritor{super.class, super.Fn}
				h.direct[key] = h.direct[key].Add(sub)
			}
		}
	}
	for _, m := range c.e.live {
		for _, sub := range m.Tree.Classes {
			if sub.Super != nil {
				add(c.e.eval(sub.Super, m, nil), &Value{Kind: Instance, class: sub, mod: m})
			}
		}
	}
	for _, a := range c.e.facts.assigns[prototypeKey] {
		for _, sub := range c.e.eval(a.Target, a.Mod, a.frame) {
			if sub.Kind == Function {
				add(c.e.eval(a.Value, a.Mod, a.frame), &Value{Kind: Instance, Fn: sub.Fn, mod: sub.mod})
			}
		}
	}
	return h
}
