package eval

import (
	"slices"

	"github.com/beianlint/beianlint/lint/usage/ast"
	"github.com/beianlint/beianlint/lint/usage/resolve"
)

// contexts are the chains of calls in which functions run.
type contexts struct {
	decider *decider
	sites   map[*ast.Func][]*site
	known   map[*ast.Func][]*frame
	guards  map[guardIn]bool // whether some chain does not get behind it
}

// guardIn is a guard in the chains of calls of a function.
type guardIn struct {
	guard *ast.Guard
	fn    *ast.Func
}

func newContexts(d *decider, sites map[*ast.Func][]*site) *contexts {
	return &contexts{decider: d, sites: sites, known: map[*ast.Func][]*frame{}, guards: map[guardIn]bool{}}
}

// maxContexts bounds in how many chains of calls a function is looked at.
const maxContexts = 64

// reached drops the addresses among the values of a text that is joined of pieces that
// no call which gives them gets to. What no known call gives comes from elsewhere.
func (c *contexts) reached(x *ast.Expr, m *resolve.Module, f *frame, vs Values) Values {
	if c == nil || x.Guard == nil || len(vs) == 0 || x.Kind == ast.Call && ast.NameOf(x.L) != "concat" || x.Kind == ast.New {
		return vs
	}
	if f != nil && c.decider.reached(x.Guard, m, f) == ast.IsFalse {
		return nil
	}
	isDropped := func(v *Value) bool {
		if len(v.Parts) < 2 {
			return false
		}
		_, ok := EndpointOf(v, false)
		return ok && !c.isReached(x, m, v)
	}
	if !slices.ContainsFunc(vs, isDropped) {
		return vs
	}
	return slices.DeleteFunc(slices.Clone(vs), isDropped)
}

// skips reports whether a call never gets to the return of a text.
func (c *contexts) skips(x *ast.Expr, m *resolve.Module, f *frame, vs Values) bool {
	isText := func(v *Value) bool { return v.Kind == Text }
	return c != nil && f != nil && x.Guard != nil && slices.ContainsFunc(vs, isText) && c.decider.reached(x.Guard, m, f) == ast.IsFalse
}

// isReached reports whether some call that gives an expression a value gets to it.
func (c *contexts) isReached(x *ast.Expr, m *resolve.Module, v *Value) bool {
	for fn := innermost(scopeOf(x)); fn != nil; fn = functionOutside(fn) {
		if !c.decides(x.Guard, fn, m) {
			continue
		}
		if given, reached := c.inFunction(fn, x, m, v); given && !reached {
			return false
		}
	}
	return true
}

// decides reports whether control does not get behind a guard in some chain of calls of
// a function. Most guards have none.
func (c *contexts) decides(g *ast.Guard, fn *ast.Func, m *resolve.Module) bool {
	key := guardIn{g, fn}
	decides, ok := c.guards[key]
	if !ok {
		decides = slices.ContainsFunc(c.of(fn), func(f *frame) bool { return c.decider.reached(g, m, f) == ast.IsFalse })
		c.guards[key] = decides
	}
	return decides
}

// inFunction reports whether the chains of calls of a function give an expression a
// value, and whether one of these gets to it.
func (c *contexts) inFunction(fn *ast.Func, x *ast.Expr, m *resolve.Module, v *Value) (given, reached bool) {
	for _, f := range c.of(fn) {
		if !c.made(x, m, f).Texts().meets(Values{v}) {
			continue
		}
		given = true
		if !c.isUntaken(x.Guard, m, f, v) {
			return true, true
		}
	}
	return given, false
}

// made is what a text is that is joined of pieces, whether control gets to it or not.
func (c *contexts) made(x *ast.Expr, m *resolve.Module, f *frame) Values {
	if x.Kind == ast.Call {
		return c.decider.e.calls.evalCall(x, m, f)
	}
	return c.decider.e.evalJoined(x, m, f)
}

// isUntaken reports whether control never gets behind a guard where a value is given as
// in a chain of calls: it decides by the value itself, or all calls are known.
func (c *contexts) isUntaken(g *ast.Guard, m *resolve.Module, f *frame, v *Value) bool {
	for ; g != nil; g = g.Outer {
		c.decider.givenByMergers()
		d := *c.decider // without what it decided before: that would not say by what
		d.bindings, d.params, d.guards, d.basis = map[bindingKey]closed{}, map[paramKey]closed{}, map[*ast.Guard]ast.Truth{}, &basis{}
		if d.holds(g, m, f) == ast.IsFalse && (d.basis.isPartOf(v) || d.allKnown(f)) {
			return true
		}
	}
	return false
}

// of returns the chains of calls of a function; nothing where there are too many.
func (c *contexts) of(fn *ast.Func) []*frame {
	chains, ok := c.known[fn]
	if !ok {
		c.known[fn] = nil // who calls itself
		chains = c.chains(fn)
		c.known[fn] = chains
	}
	return chains
}

func (c *contexts) chains(fn *ast.Func) (chains []*frame) {
	var own []*site
	for _, s := range c.sites[fn] {
		if c.callerOf(s) == fn {
			own = append(own, s)
			continue
		}
		if chains = append(chains, c.chainsOf(fn, s)...); len(chains) > maxContexts {
			return nil
		}
	}
	for _, s := range own { // once; more often it is called by any call
		again := &frame{fn: fn, args: s.args, mod: s.mod}
		for _, caller := range append(chains[:len(chains):len(chains)], again) {
			chains = append(chains, &frame{fn: fn, args: s.args, mod: s.mod, caller: caller})
		}
		if len(chains) > maxContexts {
			return nil
		}
	}
	return chains
}

// chainsOf returns the chains that end in one call.
func (c *contexts) chainsOf(fn *ast.Func, s *site) []*frame {
	callers := []*frame{s.frame}
	if outer := c.callerOf(s); s.frame == nil && outer != nil && len(c.of(outer)) > 0 {
		callers = c.of(outer)
	}
	chains := make([]*frame, len(callers))
	for i, caller := range callers {
		chains[i] = &frame{fn: fn, args: s.args, mod: s.mod, caller: caller}
	}
	return chains
}

// callerOf returns the innermost function around a call of which calls are known.
func (c *contexts) callerOf(s *site) *ast.Func {
	fn := innermost(s.scope)
	for fn != nil && len(c.sites[fn]) == 0 {
		fn = functionOutside(fn)
	}
	return fn
}

// functionOutside returns the function around a function, or nil.
func functionOutside(fn *ast.Func) *ast.Func { return innermost(outermost(fn.Scope, fn).Parent) }

// outermost returns the last scope, going outward, that belongs to fn.
func outermost(s *ast.Scope, fn *ast.Func) *ast.Scope {
	for s.Parent != nil && s.Parent.Func == fn {
		s = s.Parent
	}
	return s
}

// scopeOf returns the scope of some name in an expression, or nil.
func scopeOf(x *ast.Expr) *ast.Scope {
	if x == nil {
		return nil
	}
	if x.Scope != nil {
		return x.Scope
	}
	for _, part := range append([]*ast.Expr{x.L, x.R, x.C()}, x.List...) {
		if s := scopeOf(part); s != nil {
			return s
		}
	}
	return nil
}
