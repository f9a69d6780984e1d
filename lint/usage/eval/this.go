package eval

import (
	"github.com/beianlint/beianlint/lint/usage/ast"
	"github.com/beianlint/beianlint/lint/usage/resolve"
)

// components reads what "this" of a component reaches.
type components struct {
	e      *Evaluator
	within within
}

// this returns what "this" can be in a scope: the object literal, class or
// constructor that the innermost function which is no arrow belongs to.
func (c *components) this(s *ast.Scope, m *resolve.Module) Values {
	if g := c.e.pages.of[m]; g != nil && g.script != nil {
		return c.e.pages.objects(g.script)
	}
	for ; s != nil; s = s.Parent {
		fn, around := s.Func, s.Parent
		switch {
		case s.Field != nil:
			return c.thisOfField(s.Field, m)
		case fn == nil || around != nil && around.Func == fn: // not the outermost of the function
		case !fn.Arrow || fn.Class != nil || fn.Object != nil && (around == nil || around.Func == nil && around.Field == nil):
			if c.e.classes.finding > 0 {
				return c.thisOf(fn, m)
			}
			return askOnce(&c.e.memo, c.e.memo.composed.selves, fn, func() Values { return c.thisOf(fn, m) })
		}
	}
	return nil
}

// thisOfField returns what "this" can be in the value of a field.
func (c *components) thisOfField(of *ast.Field, m *resolve.Module) Values {
	if of.Static {
		return c.e.classes.itself(of.Class, m)
	}
	return c.e.classes.below(Values{{Kind: Instance, class: of.Class, mod: m}})
}

func (c *components) thisOf(fn *ast.Func, m *resolve.Module) Values {
	switch {
	case fn.Static && c.e.classes.areCalled(fn):
		return c.e.classes.itself(fn.Class, m)
	case fn.Class != nil:
		return c.e.classes.below(Values{{Kind: Instance, class: fn.Class, mod: m}})
	case fn.Object != nil && c.e.facts.bundles.factories[fn] == nil:
		of := c.component(fn.Object, m)
		if c.e.facts.isBuilt(fn) { // {A: function () {…}}, of which new makes something
			of = of.shared().Add(&Value{Kind: Instance, Fn: fn, mod: m})
		}
		return of
	}
	if f := c.e.facts.bundles.factories[fn]; f != nil {
		return Values{{Kind: Exports, mod: f.self}}
	}
	made := &Value{Kind: Instance, Fn: fn, mod: m}
	if a, ok := c.e.facts.owner[fn]; ok { // T.X = function () {…}: a method, or a constructor
		return c.e.classes.below(c.e.eval(a.Target, a.Mod, a.frame)).shared().Add(made)
	}
	of := c.e.facts.wrapped.this(fn, c, m)
	if of = of.Union(c.e.facts.selves.this(fn, c)); len(of) > 0 {
		return of.shared().Add(made)
	}
	return Values{made}
}

// component returns the object itself and, for the methods, computed or
// life-cycle functions of a Vue or native component, the component around it.
func (c *components) component(x *ast.Expr, m *resolve.Module) Values {
	vs := Values{{Kind: Object, expr: x, mod: m}}
	if proto := c.e.facts.protos[x]; proto != nil {
		vs = vs.Union(c.e.eval(proto.L, m, nil).instances())
	}
	if outer := c.e.facts.around[x]; outer != nil {
		vs = vs.Add(&Value{Kind: Object, expr: outer, mod: m})
	}
	if class := c.e.facts.groups.ofClass[x]; class != nil { // methods = {…} of a class
		vs = vs.Add(&Value{Kind: Instance, class: class, mod: m})
	}
	if a, ok := c.e.facts.groups.assigned[x]; ok {
		vs = vs.Union(c.e.eval(a.Target, a.Mod, a.frame))
	}
	vs = vs.Union(c.e.classes.takersOf(vs[0]))
	return vs.Union(c.within.others[x])
}
