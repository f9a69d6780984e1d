package flow

import (
	"strings"

	"github.com/beianlint/beianlint/lint/usage/ast"
	"github.com/beianlint/beianlint/lint/usage/model"
)

// this returns what "this" can be in a scope: the object literal, class or
// constructor that the innermost function which is no arrow belongs to.
func (p *Program) this(s *ast.Scope, m *module) values {
	for s != nil && s.Func != nil {
		fn := s.Func
		if !fn.Arrow || fn.Object != nil || fn.Class != nil {
			return p.thisOf(fn, m)
		}
		s = outermost(s, fn).Parent
	}
	return nil
}

// outermost returns the last scope, going outward, that belongs to fn.
func outermost(s *ast.Scope, fn *ast.Func) *ast.Scope {
	for s.Parent != nil && s.Parent.Func == fn {
		s = s.Parent
	}
	return s
}

func (p *Program) thisOf(fn *ast.Func, m *module) values {
	switch {
	case fn.Class != nil:
		return values{{kind: instance, class: fn.Class, mod: m}}
	case fn.Object != nil:
		return p.component(fn.Object, m)
	}
	if a, ok := p.owner[fn]; ok {
		return p.eval(a.target, a.mod, nil)
	}
	return values{{kind: instance, fn: fn, mod: m}}
}

// component returns the object itself and, for the methods, computed or
// life-cycle functions of a Vue or native component, the component around it.
func (p *Program) component(x *ast.Expr, m *module) values {
	vs := values{{kind: object, expr: x, mod: m}}
	if proto := p.protos[x]; proto != nil {
		vs = vs.union(p.eval(proto.L, m, nil).instances())
	}
	if outer := p.around[x]; outer != nil {
		vs = vs.add(&value{kind: object, expr: outer, mod: m})
	}
	return vs
}

// instances turns functions and classes into what new makes of them.
func (vs values) instances() values {
	var out values
	for _, v := range vs {
		if v.kind == function || v.kind == class {
			v = v.copy()
			v.kind = instance
			out = append(out, v)
		}
	}
	return out
}

// noteComponents finds for the groups of every object literal the object that
// holds them.
func (p *Program) noteComponents(x *ast.Expr) {
	for _, prop := range x.Props {
		if prop.Value == nil || prop.Value.Kind != ast.Object || !model.IsGroup(prop.Key) {
			continue
		}
		p.around[prop.Value] = x
		p.defaults[prop.Value] = model.IsPropertyGroup(prop.Key)
		for _, inner := range prop.Value.Props { // computed: {a: {get() {}}}
			if inner.Value != nil && inner.Value.Kind == ast.Object {
				p.around[inner.Value] = x
			}
		}
	}
}

// member reads a name through "this" of a component: its own property, one of
// its methods, of its data, or a computed value.
func (p *Program) member(v *value, name string) values {
	c := p.partsOf(v)
	out := p.inGroup(c.methods, name).union(p.inGroup(c.data, name))
	out = out.union(p.got(p.inGroup(c.computed, name))).union(p.property(c.props, name))
	for _, mixin := range c.mixins {
		out = out.union(p.read(mixin, name))
	}
	switch {
	case len(out) > 0:
		return out
	case model.Parents[name]:
		return p.apps()
	case name == model.StoreMember:
		return p.stores()
	}
	return p.global(name)
}

// global reads what is given to every component: Vue.prototype.$x and
// app.config.globalProperties.$x.
func (p *Program) global(name string) values {
	var out values
	for _, a := range p.assigns[name] {
		if a.target.Kind == ast.Member && (a.target.Text == model.GlobalsHolder || a.target.Text == "prototype" && (nameOf(a.target.L) == model.GlobalClass || strings.HasPrefix(name, "$"))) {
			out = out.union(p.eval(a.value, a.mod, nil))
		}
	}
	return out
}

// own reads a property that an object or instance has itself.
func (p *Program) own(v *value, name string) values {
	if v.kind == instance {
		return p.ofInstance(v, name)
	}
	return p.ofObject(v, name).union(p.assigned(v, name))
}

// stores returns the stores of vuex that are made.
func (p *Program) stores() values {
	var out values
	for _, m := range p.order {
		for _, x := range m.tree.Calls {
			if name := nameOf(x.L); name == model.StoreClass && x.Kind == ast.New || name == model.StoreMaker {
				out = out.union(p.eval(x, m, nil))
			}
		}
	}
	return out
}

// inGroup reads a name in a group, which can be a function that returns it.
func (p *Program) inGroup(group values, name string) values {
	var out values
	for _, g := range group {
		switch g.kind {
		case object:
			out = out.union(p.own(g, name))
		case function:
			out = out.union(p.property(p.returned(g, g.frame), name))
		}
	}
	return out
}

// got is what computed values give: functions, or objects with get, by what
// they return.
func (p *Program) got(vs values) values {
	var out values
	for _, v := range vs.union(p.property(vs, "get")) {
		if v.kind == function {
			out = out.union(p.returned(v, v.frame))
		}
	}
	return out
}

// parts are the members of a component that hold what "this" has.
type parts struct{ methods, data, computed, props, mixins values }

// partsAnswer is what partsOf answered before, and whether it was early.
type partsAnswer struct {
	parts
	early bool
}

// partsOf reads the parts of a component, once.
func (p *Program) partsOf(v *value) parts {
	key := v.thing()
	if a, ok := p.known.parts[key]; ok {
		p.known.early = p.known.early || a.early
		return a.parts
	}
	p.known.parts[key] = partsAnswer{early: true}
	outer := p.known.early
	p.known.early = false
	a := partsAnswer{parts: parts{
		methods: p.own(v, "methods"), data: p.own(v, "data"), computed: p.own(v, "computed"),
		props: p.own(v, "props").union(p.own(v, "properties")), mixins: p.property(p.own(v, "mixins"), "*"),
	}}
	a.early = p.known.early
	p.known.early = a.early || outer
	p.known.parts[key] = a
	return a.parts
}
