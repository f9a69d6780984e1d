package eval

import (
	"hash/maphash"
	"slices"

	"github.com/beianlint/beianlint/lint/usage/ast"
	"github.com/beianlint/beianlint/lint/usage/model"
)

// assignments reads what assignments to members give.
type assignments struct{ e *Evaluator }

// to reads what assignments anywhere in the program give to a property
// of a value.
func (r *assignments) to(v *Value, name string) Values {
	return r.onto(nil, v, name)
}

// onto adds what they give to what the property is without them.
func (r *assignments) onto(own Values, v *Value, name string) Values {
	named, any, all := r.index(v, name), r.index(v, anyName), r.index(v, copied)
	id := r.e.memo.identity(v)
	if !named.mayHave(id) && !any.mayHave(id) && !all.mayHave(id) {
		return own
	}
	out := newSet(r.e)
	out.union(own)
	of, renewals := named.to(id).apart(name)
	r.read(&out, of, name, r.value)
	r.read(&out, any.to(id), name, r.value)
	r.read(&out, all.to(id), name, r.copiedValue)
	if len(renewals) > 0 {
		r.e.memo.noteSoFar(readKey{r.e.memo.subject(v), r.e.memo.name(name)}, out.values())
		r.read(&out, given{alone: renewals}, name, r.value)
	}
	return out.values()
}

// none reports whether it is known that no assignment to members of some names gives
// anything to a value: they are sorted already.
func (r *assignments) none(v *Value, names ...string) bool {
	provisional := false
	for _, name := range names {
		index := r.e.memo.assignsTo(r.e.memo.name(name))
		switch {
		case index != nil:
			if index.partial || index.global || index.mayHave(r.e.memo.identity(v)) {
				return false
			}
			provisional = provisional || index.provisional
		case len(r.e.facts.assigns[name]) > 0:
			return false
		}
	}
	r.e.memo.provisional = r.e.memo.provisional || provisional
	return true
}

// read adds what assignments give. Those that are shared are read once for all
// that they assign to; who asks again meanwhile sees what is known so far.
func (r *assignments) read(out *set, of given, name string, value func(Assign, string) Values) {
	for _, a := range of.alone {
		out.union(value(*a, name))
	}
	for _, g := range of.shared {
		key := readKey{g.handle, r.e.memo.name(name)}
		out.union(r.e.memo.read(key, func() Values {
			vs := newSet(r.e)
			for _, a := range g.list {
				vs.union(value(a, name))
				r.e.memo.reads.set(key, answer{Values: vs.values(), provisional: true, partial: true})
			}
			return vs.values()
		}))
	}
}

// value is what target.name = value gives.
func (r *assignments) value(a Assign, name string) Values {
	return a.gets.of(r.e.eval(a.Value, a.Mod, a.frame)).via(step{name, a.Mod, a.Start, a.Start + int32(a.length(name)), nil})
}

// copiedValue is what Object.assign(target, value) gives.
func (r *assignments) copiedValue(a Assign, name string) Values {
	vs := r.e.props.property(r.e.eval(a.Value, a.Mod, a.frame), name)
	if a.below != "" {
		vs = r.e.props.property(vs, a.below)
	}
	if a.offers {
		return callable(vs)
	}
	return vs
}

// given are the assignments to one member of one subject.
type given struct {
	alone  []*Assign
	shared []*manyAssigns
}

// all are those that are not shared.
func (g given) all() []Assign {
	all := make([]Assign, len(g.alone))
	for i, a := range g.alone {
		all[i] = *a
	}
	return all
}

// apart returns the assignments without those that make a property anew of what it was
// before, o.x = f(o.x), and those.
func (g given) apart(name string) (others given, renewals []*Assign) {
	renews := func(a *Assign) bool { return reuses(a.Value, name) }
	if !slices.ContainsFunc(g.alone, renews) {
		return g, nil
	}
	others.shared = g.shared
	for _, a := range g.alone {
		if renews(a) {
			renewals = append(renewals, a)
		} else {
			others.alone = append(others.alone, a)
		}
	}
	return others, renewals
}

// reuses reports whether a value is made of a member of a name, by a call or +.
func reuses(x *ast.Expr, name string) bool {
	isOf := func(part *ast.Expr) bool {
		return part.Kind == ast.Member && part.Text == name || reuses(part, name)
	}
	switch x.Kind {
	case ast.Call, ast.Concat, ast.Template:
		return x.Kind == ast.Call && x.L.Kind == ast.Member && isOf(x.L.L) || slices.ContainsFunc(x.List, isOf)
	}
	return false
}

func (g given) none() bool { return len(g.alone) == 0 && len(g.shared) == 0 }

// manyAssigns are assignments that all assign to the same many subjects, as the
// helper does by which compilers make classes of a thousand functions.
type manyAssigns struct {
	list   []Assign
	handle handle // names it in the memo
}

// manySubjects is from how many on the subjects of an assignment are kept once.
const manySubjects = 16

// assignIndex holds the assignments to members of one name by what they assign to.
type assignIndex struct {
	of          map[handle]given
	has         handleSet               // those that of has: most are asked for in vain
	shared      map[uint64]*manyAssigns // by what they assign to
	global      bool                    // one may be to what every component has
	provisional bool
	partial     bool // it is still being made
}

// add notes an assignment to all of some subjects.
func (x *assignIndex) add(a *Assign, to Values, n *handles) {
	if len(to) < manySubjects {
		for _, t := range to {
			id := n.identity(t)
			g := x.of[id]
			g.alone = append(g.alone, a)
			x.of[id] = g
			x.has.add(id)
		}
		return
	}
	id := n.identitiesOf(to)
	if known := x.shared[id]; known != nil {
		known.list = append(known.list, *a)
		return
	}
	many := &manyAssigns{list: []Assign{*a}, handle: n.made(identity{kind: spread, expr: &ast.Expr{}}, nil)}
	x.shared[id] = many
	for _, t := range to {
		id := n.identity(t)
		g := x.of[id]
		g.shared = append(g.shared, many)
		x.of[id] = g
		x.has.add(id)
	}
}

// mayHave reports whether there are assignments to one subject: mostly there are none.
func (x *assignIndex) mayHave(subject handle) bool { return x != nil && x.has.has(subject) }

// to returns the assignments to one subject.
func (x *assignIndex) to(subject handle) given {
	if !x.mayHave(subject) {
		return given{}
	}
	return x.of[subject]
}

// identitiesOf is a hash of the subjects of a set.
func (n *handles) identitiesOf(vs Values) (id uint64) {
	for _, v := range vs {
		id = maphash.Comparable(seed, [2]uint64{id, uint64(n.identity(v))})
	}
	return id
}

// assignsOf finds the assignments to a property of a value.
func (r *assignments) assignsOf(v *Value, name string) given {
	return r.index(v, name).to(r.e.memo.identity(v))
}

// index returns the assignments to members of a name for who asks for those to a value, or
// nil if there are none.
func (r *assignments) index(v *Value, name string) *assignIndex {
	r.e.memo.provisional = r.e.memo.provisional || name == model.ElementProps && v.class != nil && !r.e.callers.complete() // see addElement
	index := r.e.memo.assignsTo(r.e.memo.name(name))
	if index == nil {
		if len(r.e.facts.assigns[name]) == 0 {
			return nil
		}
		index = r.indexAssigns(name)
	}
	r.e.memo.provisional = r.e.memo.provisional || index.provisional
	if index.partial {
		r.e.memo.unsettled++
	}
	return index
}

// indexAssigns sorts the assignments to members of a name by what they assign to.
func (r *assignments) indexAssigns(name string) *assignIndex {
	outer := r.e.memo.provisional
	r.e.memo.provisional = name == model.ElementProps && !r.e.callers.complete()
	index := &assignIndex{of: map[handle]given{}, shared: map[uint64]*manyAssigns{}, provisional: true, partial: true}
	index.global = slices.ContainsFunc(r.e.facts.assigns[name], mayBeGlobal)
	r.e.memo.noteAssigns(r.e.memo.name(name), index)
	list := slices.Clone(r.e.facts.assigns[name]) // one for all that has places in it
	for i := range list {
		a := &list[i]
		to := r.e.eval(a.Target, a.Mod, a.frame)
		r.e.memo.spend(len(to))
		index.add(a, to, &r.e.memo.handles)
	}
	index.provisional, index.partial = r.e.memo.provisional, false
	r.e.memo.provisional = index.provisional || outer
	return index
}
