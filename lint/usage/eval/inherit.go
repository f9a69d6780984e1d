package eval

import (
	"github.com/beianlint/beianlint/lint/usage/ast"
)

// extended is what classes extend: a class, or a constructor.
type extended struct {
	class *ast.ClassBody
	fn    *ast.Func
}

// maxHeirs bounds how many classes are asked for what the class above them reads.
const maxHeirs = 2048

// heirs are the classes that extend others, or constructors.
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
		if key := (extended{class: sub.class}); !seen[key] {
			seen[key] = true
			all = append(all, sub)
			todo = append(todo.shared(), h.direct[key]...)
		}
	}
	h.all[key] = all
	return all
}

// findHeirs finds by each class or constructor the classes that extend it.
func (c *classes) findHeirs() *heirs {
	h := &heirs{map[extended]Values{}, map[extended]Values{}}
	for _, m := range c.e.live {
		for _, sub := range m.Tree.Classes {
			if sub.Super == nil {
				continue
			}
			heir := &Value{Kind: Instance, class: sub, mod: m}
			for _, super := range c.e.eval(sub.Super, m, nil) {
				if super.class != nil || super.Fn != nil {
					key := extended{super.class, super.Fn}
					h.direct[key] = h.direct[key].Add(heir)
				}
			}
		}
	}
	return h
}
