package eval

import (
	"github.com/beianlint/beianlint/lint/usage/ast"
)

// extended is what classes and constructors extend: a class, or a constructor.
type extended struct {
	class *ast.ClassBody
	fn    *ast.Func
}

// maxHeirs bounds how many classes are asked for what the class above them reads, and
// maxAllHeirs how many are for all of them.
const (
	maxHeirs    = 2048
	maxAllHeirs = 1 << 17
)

// heirs are the classes and constructors that extend others.
type heirs struct {
	direct map[extended]Values
	all    map[extended]Values
	found  int // in all
	cut    bool
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
	for len(todo) > 0 {
		if h.found++; len(all) >= maxHeirs || h.found > maxAllHeirs {
			h.cut = true
			break
		}
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
			h.cut = h.cut || len(h.direct[key]) >= maxSubjects
		}
	}
}

// findHeirs finds by each class or constructor those that extend it.
func (c *classes) findHeirs() *heirs {
	h := &heirs{direct: map[extended]Values{}, all: map[extended]Values{}}
	for _, m := range c.e.live {
		for _, sub := range m.Tree.Classes {
			if sub.Super != nil {
				h.add(c.e.eval(sub.Super, m, nil), &Value{Kind: Instance, class: sub, mod: m})
			}
		}
	}
	for _, a := range c.e.facts.assigns[prototypeName] {
		for _, sub := range c.e.eval(a.Target, a.Mod, a.frame) {
			if isConstructor(sub) {
				h.add(c.e.eval(a.Value, a.Mod, a.frame), &Value{Kind: Instance, class: sub.class, Fn: sub.Fn, mod: sub.mod})
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
	return memo.readOnce(&memo.composed.given, key, func() Values { return c.e.assigned.to(v, name) })
}
