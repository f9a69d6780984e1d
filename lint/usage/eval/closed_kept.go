package eval

import (
	"slices"

	"github.com/beianlint/beianlint/lint/usage/ast"
	"github.com/beianlint/beianlint/lint/usage/resolve"
)

// keptProperties finds what properties keep of what calls give: config.region = o.region
// in the function that sets an uploader up, this.secure = secure in a constructor. A
// property has every value that it is ever given; of an object that goes where not all
// that is done with it is seen, nothing is known.
type keptProperties struct {
	d     *decider
	names map[string]bool // whether something keeps an argument under a name
	found map[keptKey]closed
	rest  map[string]*instanceGiven
}

// keptKey is a property of a subject.
type keptKey struct{ subject, name handle }

// instanceGiven are the values that a property of a name has in instances, and of
// objects of which is not known what they are.
type instanceGiven struct {
	members []member
	assigns []Assign // to instances
	unknown []Assign // to who knows what
}

// member is what a class, or the literal that is a prototype, gives to a property.
type member struct {
	value *ast.Expr
	mod   *resolve.Module
}

// maxKept bounds the assignments to properties of one name that are looked at: a name
// that has more stands for many things.
const maxKept = 48

// maxKeeps bounds how deep it is looked for the parameter in what is assigned.
const maxKeeps = 6

// read returns what a property is that keeps what calls give; false where it is none.
func (k *keptProperties) read(x *ast.Expr, m *resolve.Module) (closed, bool) {
	if !k.keeps(x.Text) || !k.isOne(x.L, m, 0) {
		return closed{}, false
	}
	of := k.d.e.eval(x.L, m, nil)
	if len(of) == 0 || len(of) > maxAtoms {
		return closed{}, false
	}
	var out closed
	for _, v := range of {
		if out = out.or(k.of(v, x.Text)); out.more {
			return closed{}, false
		}
	}
	if !out.cyclic() {
		out = held(out)
	}
	return out, !out.more
}

// keeps reports whether something assigns a parameter to properties of a name, and
// nothing changes them by what they are.
func (k *keptProperties) keeps(name string) bool {
	if keeps, ok := k.names[name]; ok {
		return keeps
	}
	k.names[name] = false // while it is being found
	assigns := k.d.e.facts.assigns[name]
	keeps := len(assigns) <= maxKept && !k.d.e.facts.counted[name] && slices.ContainsFunc(assigns, func(a Assign) bool { return k.isGiven(a.Value, 0) })
	k.names[name] = keeps
	return keeps
}

// isGiven reports whether a value may be what a call gives.
func (k *keptProperties) isGiven(x *ast.Expr, depth int) bool {
	if x == nil || depth > maxKeeps {
		return false
	}
	depth++
	switch x.Kind {
	case ast.Ident:
		b := x.Binding()
		return b != nil && slices.ContainsFunc(b.Defs, func(d ast.Def) bool { return d.Func != nil || k.isGiven(d.Value, depth) }) || ast.IsArguments(x)
	case ast.Member:
		return k.isGiven(x.L, depth) || k.keeps(x.Text)
	case ast.Index, ast.Not:
		return k.isGiven(x.L, depth)
	case ast.Logical, ast.Binary, ast.Cond:
		return k.isGiven(x.L, depth) || k.isGiven(x.R, depth) || k.isGiven(x.C(), depth)
	case ast.Call:
		return k.isGiven(x.L, depth) || slices.ContainsFunc(x.List, func(arg *ast.Expr) bool { return k.isGiven(arg, depth) })
	}
	return false
}

// isOne reports whether an expression is what its evaluation says, and nothing else: this,
// or a name that always stands for one thing.
func (k *keptProperties) isOne(x *ast.Expr, m *resolve.Module, depth int) bool {
	switch x.Kind {
	case ast.This:
		return x.Text == "this"
	case ast.Object, ast.New, ast.Function, ast.Class:
		return true
	case ast.Call:
		return x.L.Kind == ast.Ident && x.L.Text == "require"
	case ast.Ident:
		return k.isAlwaysOne(x.Binding(), m, depth)
	}
	return false
}

// isAlwaysOne reports whether all that a name is given is what its evaluation says.
func (k *keptProperties) isAlwaysOne(b *ast.Binding, m *resolve.Module, depth int) bool {
	if b == nil || len(b.Defs) == 0 || depth > maxKeeps || m.Tree.Namespaces {
		return false
	}
	return !slices.ContainsFunc(b.Defs, func(def ast.Def) bool {
		switch {
		case len(def.Path) > 0:
			return true
		case def.From != "":
			return !k.isOneExport(k.d.e.load(m, def.From), def.Name, depth+1)
		}
		return def.Value == nil || def.Default || !k.isOne(def.Value, m, depth+1)
	})
}

// isOneExport is isAlwaysOne of the name by which a module exports something: the module may
// give it another value later (export let config; config = JSON.parse(text)).
func (k *keptProperties) isOneExport(m *resolve.Module, name string, depth int) bool {
	if m == nil || name == "*" {
		return true
	}
	for i := range m.Tree.Exports {
		switch e := &m.Tree.Exports[i]; {
		case e.As == "": // export * from
			if depth > maxKeeps || !k.isOneExport(k.d.e.load(m, e.From), name, depth+1) {
				return false
			}
		case e.As != name:
		case e.From != "":
			return depth <= maxKeeps && k.isOneExport(k.d.e.load(m, e.From), e.Name, depth+1)
		case e.Value != nil:
			return k.isOne(e.Value, m, depth)
		default:
			return k.isAlwaysOne(m.Tree.Scope.Own(e.Local), m, depth)
		}
	}
	return true
}

// of returns what a property of one subject is.
func (k *keptProperties) of(v *Value, name string) closed {
	memo := &k.d.e.memo
	key := keptKey{memo.identity(v), memo.name(name)}
	if c, ok := k.found[key]; ok {
		return c
	}
	self := bindingKey{binding: &ast.Binding{}} // this.a = this.a || a
	k.found[key] = closed{cycle: self}
	c := k.find(v, name)
	if c.cycle == self {
		c.cycle = bindingKey{}
	}
	if c.cyclic() {
		c = unclear
	}
	k.found[key] = c
	return c
}

func (k *keptProperties) find(v *Value, name string) closed {
	given := k.d.e.assigned.assignsOf
	if k.d.givenByMergers()[v.identity()] || !given(v, copied).none() || !given(v, anyName).none() {
		return unclear
	}
	switch {
	case v.Kind == Instance && k.isWhole(v, 0):
		all := k.all(name)
		return k.assigned(slices.Concat(all.assigns, all.unknown), k.inPrototype(v, name, k.members(all.members)))
	case v.Kind == Object && v.expr.Kind == ast.Object && !k.d.live.Leaks(v.expr):
		named := given(v, name)
		if len(named.shared) > 0 {
			return unclear
		}
		return k.assigned(slices.Concat(named.all(), k.all(name).unknown), k.written(v, name))
	}
	return unclear
}

// assigned adds what assignments give that control gets to.
func (k *keptProperties) assigned(list []Assign, c closed) closed {
	for _, a := range list {
		if c.more {
			return unclear
		}
		if k.d.reached(a.Value.Guard, a.Mod, nil) != ast.IsFalse {
			c = c.or(k.d.closed(a.Value, a.Mod, a.frame))
		}
	}
	return c
}

// written is what a literal itself gives a property.
func (k *keptProperties) written(v *Value, name string) closed {
	var out closed
	for i := range v.expr.Props() {
		switch p := &v.expr.Props()[i]; {
		case p.Spread, p.Computed != nil, p.Getter, p.Key == "__proto__":
			return unclear
		case p.Key == name && p.Value != nil:
			return k.d.closed(p.Value, v.mod, nil)
		}
	}
	return out.or(one(atom{kind: undefinedAtom}))
}

// members is what classes give to a property, and nothing.
func (k *keptProperties) members(list []member) closed {
	out := one(atom{kind: undefinedAtom})
	for _, m := range list {
		out = out.or(k.d.closed(m.value, m.mod, nil))
	}
	return out
}

// inPrototype adds what the literal that is the prototype of a constructor gives.
func (k *keptProperties) inPrototype(v *Value, name string, c closed) closed {
	if v.Fn == nil {
		return c
	}
	for _, proto := range k.d.e.classes.prototype(v) {
		if proto.Kind != Object || proto.expr.Kind != ast.Object {
			return unclear
		}
		c = c.or(k.written(proto, name))
	}
	return c
}

// isWhole reports whether all that makes a class is seen: what it extends, and no
// decorators.
func (k *keptProperties) isWhole(v *Value, depth int) bool {
	if v.class == nil {
		return v.Fn != nil
	}
	if len(v.class.Decorators) > 0 || depth > maxKeeps {
		return false
	}
	if v.class.Super == nil {
		return true
	}
	above := k.d.e.eval(v.class.Super, v.mod, nil)
	return len(above) > 0 && !slices.ContainsFunc(above, func(s *Value) bool {
		return s.Kind != Class && s.Kind != Function || !k.isWhole(s, depth+1)
	})
}

// all returns what gives a property of a name to instances, or to who knows what.
func (k *keptProperties) all(name string) *instanceGiven {
	if found := k.rest[name]; found != nil {
		return found
	}
	found := &instanceGiven{}
	for _, a := range k.d.e.facts.assigns[name] {
		to := k.d.e.eval(a.Target, a.Mod, a.frame)
		switch {
		case len(to) == 0:
			found.unknown = append(found.unknown, a)
		case slices.ContainsFunc(to, func(v *Value) bool { return v.Kind == Instance }):
			found.assigns = append(found.assigns, a)
		}
	}
	for _, m := range k.d.live.Modules {
		for _, c := range m.Tree.Classes {
			found.add(c.Members, name, m)
		}
	}
	k.rest[name] = found
	return found
}

// add notes the members of a class that have a name.
func (g *instanceGiven) add(members []ast.Prop, name string, m *resolve.Module) {
	for i := range members {
		if p := &members[i]; p.Key == name && p.Value != nil && !p.Static {
			g.members = append(g.members, member{p.Value, m})
		}
	}
}
