package eval

import (
	"github.com/beianlint/beianlint/lint/usage/model"
)

// assignments reads what assignments to members give.
type assignments struct{ e *Evaluator }

// to reads what assignments anywhere in the program give to a property
// of a value.
func (r *assignments) to(v *Value, name string) Values {
	out := r.assignedTo(v, name)
	for _, a := range r.assignsOf(v, copied) { // Object.assign(v, source)
		out = out.Union(r.e.props.property(r.e.eval(a.Value, a.Mod, nil), name))
	}
	return out
}

func (r *assignments) assignedTo(v *Value, name string) Values {
	var out Values
	for _, a := range r.assignsOf(v, name) {
		out = out.Union(r.e.eval(a.Value, a.Mod, nil).via(step{name, a.Mod, a.Start, a.Start + int32(a.length(name)), nil}))
	}
	return out
}

// assignsOf finds the assignments to a property of a value.
func (r *assignments) assignsOf(v *Value, name string) []Assign {
	r.e.memo.provisional = r.e.memo.provisional || name == model.ElementProps && v.class != nil && !r.e.callers.complete() // see addElement
	if len(r.e.facts.assigns[name]) == 0 {
		return nil
	}
	index, ok := r.e.memo.assigns[name]
	if !ok {
		index = r.indexAssigns(name)
	}
	r.e.memo.provisional = r.e.memo.provisional || index.provisional
	return index.of[v.identity()]
}

// indexAssigns sorts the assignments to members of a name by what they assign to.
func (r *assignments) indexAssigns(name string) assignIndex {
	outer := r.e.memo.provisional
	r.e.memo.provisional = name == model.ElementProps && !r.e.callers.complete()
	index := assignIndex{of: map[identity][]Assign{}, provisional: true}
	r.e.memo.assigns[name] = index
	for _, a := range r.e.facts.assigns[name] {
		for _, t := range r.e.eval(a.Target, a.Mod, nil) {
			index.of[t.identity()] = append(index.of[t.identity()], a)
		}
	}
	index.provisional = r.e.memo.provisional
	r.e.memo.provisional = index.provisional || outer
	r.e.memo.assigns[name] = index
	return index
}
