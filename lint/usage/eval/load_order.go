package eval

import (
	"slices"

	"github.com/beianlint/beianlint/lint/usage/ast"
	"github.com/beianlint/beianlint/lint/usage/resolve"
)

// load is a call with which one bundled module loads another.
type load struct {
	call   *ast.Expr
	target *factory // nil where it is not known
	nested bool     // in a function, which may be called at any time
}

// loads are the modules of a bundle, as they load each other, and what they read.
type loads struct {
	e     *Evaluator
	in    *resolve.Module
	of    map[*factory][]load // by the module that loads; nil: the bundle itself
	reads map[string][]*ast.Expr
	keys  map[*ast.Func]ownKey // those that functions are
}

// ownKey is a property of an object literal.
type ownKey struct {
	object *ast.Expr
	key    string
}

func newLoads(e *Evaluator, in *resolve.Module) *loads {
	l := &loads{e: e, in: in, of: map[*factory][]load{}, reads: map[string][]*ast.Expr{}, keys: map[*ast.Func]ownKey{}}
	for _, x := range in.Tree.Calls {
		if by, direct, ok := l.loader(x); ok {
			l.of[by] = append(l.of[by], load{x, l.target(x), !direct})
		}
	}
	for _, list := range l.of {
		slices.SortStableFunc(list, func(a, b load) int { return int(a.call.Start - b.call.Start) })
	}
	ast.Walk(in.Tree, func(x *ast.Expr, around []*ast.Expr) { l.note(x, around) })
	return l
}

// note notes the reads of a property, and the property that a function is.
func (l *loads) note(x *ast.Expr, around []*ast.Expr) {
	switch x.Kind {
	case ast.Member:
		if n := len(around); n == 0 || around[n-1].Kind != ast.Assign || around[n-1].L != x || around[n-1].Op != '=' {
			l.reads[x.Text] = append(l.reads[x.Text], x)
		}
	case ast.Object:
		for _, p := range x.Props() {
			if p.Value != nil && p.Value.Kind == ast.Function {
				l.keys[p.Value.Func()] = ownKey{x, p.Key}
			}
		}
	case ast.Ident:
		if b := x.Binding(); b != nil {
			for _, d := range b.Defs { // const { isWeapp } = config
				for _, name := range d.Path {
					l.reads[name] = append(l.reads[name], x)
				}
			}
		}
	}
}

// factoryOf returns the bundled module that a scope is in, the outermost function of
// it around the scope, and whether there is none: it runs when the module is loaded.
func factoryOf(b *bundles, s *ast.Scope) (f *factory, inner *ast.Func, direct bool) {
	for ; s != nil; s = s.Parent {
		if s.Func == nil {
			continue
		}
		if f := b.factories[s.Func]; f != nil {
			return f, inner, inner == nil
		}
		inner = s.Func
	}
	return nil, inner, inner == nil
}

// loader reports whether a call loads a module, and which module does it.
func (l *loads) loader(x *ast.Expr) (by *factory, direct, ok bool) {
	if x.L.Kind != ast.Ident || len(x.List) == 0 {
		return nil, false, false
	}
	by, _, direct = factoryOf(l.e.facts.bundles, x.Scope)
	if d := firstDef(x.L); l.e.facts.bundles.factories[d.Func] != nil {
		return by, direct, d.Param == l.e.facts.bundles.factories[d.Func].roles.require
	}
	if by != nil {
		return nil, false, false
	}
	return nil, direct, slices.ContainsFunc(l.e.eval(x.L, l.in, nil), func(v *Value) bool { return v.Kind == Function && l.e.facts.bundles.loaders[v.Fn] != nil })
}

// target returns the module that a call loads, or nil.
func (l *loads) target(x *ast.Expr) *factory {
	keys := l.e.eval(x.List[0], l.in, nil).Texts()
	if len(keys) != 1 || keys[0].Open {
		return nil
	}
	for _, v := range l.e.eval(x.L, l.in, nil) {
		switch {
		case v.Kind == Loader:
			return l.e.facts.bundles.find(v.load, keys[0].Text)
		case v.Kind == Function && l.e.facts.bundles.loaders[v.Fn] != nil:
			return l.e.facts.bundles.find(l.e.facts.bundles.loaders[v.Fn], keys[0].Text)
		}
	}
	return nil
}

// loadOrder is what is known of the time before one place is reached, which is where
// a bundled module is loaded.
type loadOrder struct {
	*loads
	at      *ast.Expr
	goal    *factory
	begun   map[*factory]bool // the modules that may have begun by then
	reached bool
	unknown bool
}

// before returns the order before a place; nil where it is not surely reached while
// the bundle is loaded.
func (l *loads) before(at *ast.Expr) *loadOrder {
	goal, _, direct := factoryOf(l.e.facts.bundles, at.Scope)
	o := &loadOrder{loads: l, at: at, goal: goal, begun: map[*factory]bool{}}
	entries := l.of[nil]
	if goal == nil || !direct || len(entries) != 1 || entries[0].target == nil {
		return nil
	}
	o.run(entries[0].target, true)
	if !o.reached || o.unknown {
		return nil
	}
	return o
}

// run begins a module: surely, or possibly.
func (o *loadOrder) run(f *factory, surely bool) {
	if f == nil || f == o.goal && !surely {
		o.unknown = true
	}
	if o.begun[f] || o.unknown {
		return
	}
	o.begun[f] = true
	for _, c := range o.of[f] {
		if f == o.goal && !c.nested && c.call.Start > o.at.Start {
			continue
		}
		o.run(c.target, surely && !c.nested && c.call.Guard == nil)
		if o.reached || o.unknown {
			return
		}
	}
	o.reached = f == o.goal
}

// isLate reports whether an expression is evaluated later only: in a module that has
// not begun, or in a function of an object that no module reads which has.
func (o *loadOrder) isLate(x, object *ast.Expr) bool {
	f, inner, direct := factoryOf(o.e.facts.bundles, x.Scope)
	switch {
	case f == nil:
		return !inside(x, o.in)
	case !o.begun[f]:
		return true
	case direct || o.keys[inner].object != object:
		return false
	}
	return !slices.ContainsFunc(o.reads[o.keys[inner].key], func(read *ast.Expr) bool {
		by, _, _ := factoryOf(o.e.facts.bundles, read.Scope)
		return by == nil || o.begun[by]
	})
}

// inside reports whether an expression stands in a module.
func inside(x *ast.Expr, m *resolve.Module) bool {
	s := x.Scope
	for s != nil && s.Parent != nil {
		s = s.Parent
	}
	return s == m.Tree.Scope
}

// hands reports whether a module that has begun gives an object to a call, or reads
// a property of it by a computed name.
func (o *loadOrder) hands(v *Value) bool {
	is := func(x *ast.Expr) bool {
		return x != nil && x.Kind == ast.Ident && slices.ContainsFunc(o.e.eval(x, o.in, nil), func(w *Value) bool { return w.expr == v.expr })
	}
	found := false
	ast.Walk(o.in.Tree, func(x *ast.Expr, _ []*ast.Expr) {
		if found || x.Kind != ast.Call && x.Kind != ast.New && x.Kind != ast.Index && x.Kind != ast.Spread {
			return
		}
		if f, _, _ := factoryOf(o.e.facts.bundles, x.Scope); f != nil && o.begun[f] {
			found = slices.ContainsFunc(x.List, is) || x.Kind != ast.Call && is(x.L)
		}
	})
	return found
}
