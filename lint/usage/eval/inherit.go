package eval

import (
	"github.com/beianlint/beianlint/lint/usage/ast"
)

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
	return h
}
