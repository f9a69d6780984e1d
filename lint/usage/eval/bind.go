package eval

import (
	"slices"

	"github.com/beianlint/beianlint/lint/usage/ast"
	"github.com/beianlint/beianlint/lint/usage/resolve"
)

// binder makes the functions that calls of bind return where the parser does not know what
// these are called on: this.send.bind(this, "GET"), fn.bind(null, base) of a parameter.
type binder struct {
	of   map[*ast.Expr]*boundCall // by the calls of bind
	made map[*ast.Func]*boundCall
}

// boundCall is a function that was made, the call in it, and where the call of bind stands.
type boundCall struct {
	fn   *ast.Func
	call *ast.Expr
	bind *ast.Expr
	mod  *resolve.Module
}

func newBinder() binder { return binder{map[*ast.Expr]*boundCall{}, map[*ast.Func]*boundCall{}} }

// bound returns the function of a call of bind.
func (b *binder) bound(x *ast.Expr, m *resolve.Module) *boundCall {
	c := b.of[x]
	if c == nil {
		fn, call := resolve.Bound(x, true)
		c = &boundCall{fn, call, x, m}
		b.of[x], b.made[fn] = c, c
	}
	return c
}

// evalBound evaluates f.bind(o, a): a function that gives f what it is bound to in front of what
// it is given, or f itself where nothing is. Loaders of bundles are known by themselves.
func evalBound(c *calls, x *ast.Expr, m *resolve.Module, f *frame) (Values, bool) {
	vs := c.e.eval(x.L.L, m, f)
	binds := func(v *Value) bool { return v.Kind == Function && c.e.facts.bundles.loaders[v.Fn] == nil }
	if len(x.List) < 2 || isOfLibrary(m) || !slices.ContainsFunc(vs, binds) {
		return vs, len(vs) > 0
	}
	out := newSet(c.e)
	out.union(Values{{Kind: Function, Fn: c.binder.bound(x, m).fn, mod: m, frame: f}})
	for _, v := range vs {
		if !binds(v) {
			out.union(Values{v})
		}
	}
	return out.values(), true
}

// unbound puts in place of functions that were bound what they call.
func unbound(c *calls, vs Values) Values {
	if !slices.ContainsFunc(vs, func(v *Value) bool { return c.binder.made[v.Fn] != nil }) {
		return vs
	}
	var out Values
	for _, v := range vs {
		if made := c.binder.made[v.Fn]; made != nil {
			out = out.Union(c.e.eval(made.bind.L.L, made.mod, v.frame))
		} else {
			out = out.Add(v)
		}
	}
	return out
}
