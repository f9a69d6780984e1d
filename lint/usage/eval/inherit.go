package eval

import (
	"slices"

	"github.com/beianlint/beianlint/lint/usage/ast"
)

// prototypeName is the member by which functions inherit from each other.
const prototypeName = "prototype"

// inherits is what a helper does that lets one of its parameters inherit from another, as
// those by which compilers extend classes:
// function (sub, above) { sub.prototype = Object.create(above.prototype) }.
type inherits struct {
	fn         *ast.Func
	sub, above int // -1 while that is not found
	told       int // the calls that were told apart
}

// noteInherits notes what gives a prototype as a part of such a helper, if it is one.
func noteInherits(f *facts, target, value *ast.Expr) {
	fn, sub := paramNamed(target)
	if fn == nil {
		fn, sub = innermost(scopeOf(target)), -1
	}
	above := -1
	ast.Walk(&ast.Tree{Body: []*ast.Stmt{{Expr: value}}}, func(x *ast.Expr, _ []*ast.Expr) {
		if x.Kind == ast.Member && x.Text == prototypeName {
			if in, at := paramNamed(x.L); in != nil && in == fn && at != sub {
				above = at
			}
		}
	})
	if fn == nil || sub < 0 && above < 0 {
		return
	}
	n := len(f.inherits) // the last one, if it is known
	if n == 0 || f.inherits[n-1].fn != fn {
		f.inherits, n = append(f.inherits, &inherits{fn: fn, sub: -1, above: -1}), n+1
	}
	of := f.inherits[n-1]
	of.sub, of.above = max(of.sub, sub), max(of.above, above)
}

// paramNamed returns the function of which a name is a parameter, and which, or nil.
func paramNamed(x *ast.Expr) (*ast.Func, int) {
	if x.Kind == ast.Ident {
		if b := x.Scope.Lookup(x.Text); b != nil {
			for _, d := range b.Defs {
				if d.Func != nil && len(d.Path) == 0 {
					return d.Func, d.Param
				}
			}
		}
	}
	return nil, 0
}

// tellInherits puts what inherits from what in each call of such helpers in place of what
// they say themselves, which is that each inherits from all.
func tellInherits(l *linker) bool {
	f := l.e.facts
	var told []Assign
	all, seen := map[*ast.Func]int{}, map[*site]bool{} // a script of many files has the helper of each under one name
	for _, of := range f.inherits {
		sites := l.sites[of.fn]
		if of.sub < 0 || of.above < 0 || len(sites) == 0 {
			continue
		}
		all[of.fn] = of.sub
		for _, s := range sites[of.told:] {
			sub, above := argument(s.args, of.sub, false), argument(s.args, of.above, false)
			if sub != nil && above != nil && !seen[s] {
				seen[s] = true
				told = append(told, Assign{Target: sub, Value: memberOf(above, prototypeName), Mod: s.mod, Start: sub.Start, frame: s.frame})
			}
		}
		of.told = len(sites)
	}
	if len(told) == 0 {
		return false
	}
	f.assigns[prototypeName] = append(slices.DeleteFunc(f.assigns[prototypeName], func(a Assign) bool {
		fn, at := paramNamed(a.Target)
		sub, ok := all[fn]
		return ok && at == sub
	}), told...)
	return true
}

// extended is what classes and constructors extend: a class, or a constructor.
type extended struct {
	class *ast.ClassBody
	fn    *ast.Func
}

// maxHeirs bounds how many classes are asked for what the class above them reads.
const maxHeirs = 2048

// heirs are the classes and constructors that extend others.
type heirs struct {
	direct map[extended]Values
	all    map[extended]Values
}

// of returns instances of all that extend a class or constructor, however far below it.
func (h *heirs) of(v *Value) Values {
	key := extended{v.class, v.Fn}
	all, ok := h.all[key]
	if ok || len(h.direct) == 0 {
		return all
	}
	seen := map[extended]bool{key: true}
	todo := h.direct[key]
	for len(todo) > 0 && len(all) < maxHeirs {
		sub := todo[0]
		todo = todo[1:]
		if key := (extended{sub.class, sub.Fn}); !seen[key] {
			seen[key] = true
			all = append(all, sub)
			todo = append(todo.shared(), h.direct[key]...)
		}
	}
	h.all[key] = all
	return all
}

// add notes that something extends what is among some values.
func (h *heirs) add(above Values, heir *Value) {
	for _, v := range above {
		if v.class != nil || v.Fn != nil {
			key := extended{v.class, v.Fn}
			h.direct[key] = h.direct[key].Add(heir)
		}
	}
}

// findHeirs finds by each class or constructor those that extend it.
func (c *classes) findHeirs() *heirs {
	h := &heirs{map[extended]Values{}, map[extended]Values{}}
	for _, m := range c.e.live {
		for _, sub := range m.Tree.Classes {
			if sub.Super != nil {
				h.add(c.e.eval(sub.Super, m, nil), &Value{Kind: Instance, class: sub, mod: m})
			}
		}
	}
	for _, a := range c.e.facts.assigns[prototypeName] {
		for _, sub := range c.e.eval(a.Target, a.Mod, a.frame) {
			if sub.Kind == Function {
				h.add(c.e.eval(a.Value, a.Mod, a.frame), &Value{Kind: Instance, Fn: sub.Fn, mod: sub.mod})
			}
		}
	}
	return h
}

// maxAbove bounds how many constructors above each other are read: one may be above itself.
const maxAbove = 64

// ofConstructor reads what a constructor gives to its instances, and those above it do. What
// others set that extend the same is none of it.
func (c *classes) ofConstructor(v *Value, name string) Values {
	out := newSet(c.e)
	out.union(c.given(v, name))
	above := c.prototype(v)
	for range maxAbove {
		if len(above) != 1 || above[0].Kind != Instance || above[0].Fn == nil {
			break
		}
		c.e.memo.spend(1)
		out.union(c.given(above[0], name))
		above = c.prototype(above[0])
	}
	out.union(c.e.props.property(above, name))
	return out.values()
}

// given is what assignments give to a property of an instance, by itself.
func (c *classes) given(v *Value, name string) Values {
	memo := &c.e.memo
	key := readKey{memo.identity(v), memo.name(name)}
	return askOnce(memo, memo.composed.given, key, func() Values { return c.e.assigned.to(v, name) })
}
