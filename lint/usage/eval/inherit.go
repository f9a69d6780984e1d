package eval

import (
	"slices"

	"github.com/beianlint/beianlint/lint/usage/ast"
	"github.com/beianlint/beianlint/lint/usage/lexer"
)

// prototypeName is the member by which functions inherit from each other.
const prototypeName = "prototype"

// inherits is what a helper does that lets one of its parameters inherit from another, as
// those by which compilers extend classes:
// function (sub, above) { sub.prototype = Object.create(above.prototype) }.
type inherits struct {
	fn         *ast.Func
	sub, above int // -1 while that is not found
}

// inheriting is what is known of such helpers.
type inheriting struct {
	list []*inherits
	of   map[*ast.Func]*inherits
	own  []Assign // what they say themselves and their calls say better
	told int      // how many calls were told apart
	left int      // and how many could not be
}

// note notes what gives a prototype as a part of such a helper, if it is one.
func (i *inheriting) note(target, value *ast.Expr) {
	fn, sub := paramNamed(target)
	if fn == nil {
		fn, sub = innermost(scopeOf(target)), -1
	}
	if fn == nil {
		return
	}
	above := aboveIn(value, fn, sub, maxInheriting)
	if sub < 0 && above < 0 {
		return
	}
	of := i.of[fn]
	if of == nil {
		of = &inherits{fn: fn, sub: -1, above: -1}
		i.of[fn], i.list = of, append(i.list, of)
	}
	of.sub, of.above = max(of.sub, sub), max(of.above, above)
}

// maxInheriting bounds how deep a value is looked into for the prototype of a parameter.
const maxInheriting = 8

// aboveIn finds the parameter whose prototype is a part of a value, or -1. Functions and
// objects in it have assignments of their own.
func aboveIn(x *ast.Expr, fn *ast.Func, sub, depth int) int {
	if x == nil || depth == 0 || x.Kind == ast.Function || x.Kind == ast.Object || x.Kind == ast.Class {
		return -1
	}
	if x.Kind == ast.Member && x.Text == prototypeName {
		if in, at := paramNamed(x.L); in == fn && at != sub {
			return at
		}
	}
	above := max(aboveIn(x.L, fn, sub, depth-1), aboveIn(x.R, fn, sub, depth-1), aboveIn(x.C(), fn, sub, depth-1))
	for _, part := range x.List[:min(len(x.List), maxInheriting)] {
		above = max(above, aboveIn(part, fn, sub, depth-1))
	}
	return above
}

// paramNamed returns the function of which a name is a parameter, and which, or nil.
func paramNamed(x *ast.Expr) (*ast.Func, int) {
	if x.Kind == ast.Ident {
		if b := x.Binding(); b != nil {
			for _, d := range b.Defs {
				if d.Func != nil && len(d.Path) == 0 {
					return d.Func, d.Param
				}
			}
		}
	}
	return nil, 0
}

// isOnly reports whether a name is that parameter of the helper and never anything else.
func (of *inherits) isOnly(x *ast.Expr, at int) bool {
	fn, is := paramNamed(x)
	return fn == of.fn && is == at && len(x.Binding().Defs) == 1 && !firstDef(x).Rest
}

// isAbove reports whether a value is nothing but what the prototype above gives.
func (of *inherits) isAbove(x *ast.Expr) bool {
	for range maxInheriting {
		switch {
		case x.Kind == ast.Member:
			return x.Text == prototypeName && of.isOnly(x.L, of.above)
		case x.Kind == ast.Logical && x.Op == lexer.And: // above && above.prototype
			x = x.R
		case x.Kind == ast.Sequence:
			x = last(x)
		case x.Kind == ast.Cond && of.isNone(x.R):
			x = x.C()
		case x.Kind == ast.Call && isCreate(x):
			x = x.List[0]
		case x.Kind == ast.New && len(x.List) == 0: // of a function in the helper, which has the prototype
			return x.L.Kind == ast.Ident && firstDef(x.L).Value != nil && isFunctionIn(firstDef(x.L).Value, of.fn)
		default:
			return false
		}
	}
	return false
}

// isNone reports whether a value is what there is where nothing is above.
func (of *inherits) isNone(x *ast.Expr) bool {
	return x.Kind == ast.Call && isCreate(x) && of.isOnly(x.List[0], of.above)
}

// isFunctionIn reports whether a value is a function that stands right in another.
func isFunctionIn(x *ast.Expr, fn *ast.Func) bool {
	return x.Kind == ast.Function && functionOutside(x.Func()) == fn
}

// isCreate reports whether a call is Object.create that adds nothing but the constructor.
func isCreate(x *ast.Expr) bool {
	isNamed := x.L.Kind == ast.Member && x.L.Text == "create"
	if len(x.List) != 2 {
		return isNamed && len(x.List) == 1
	}
	if !isNamed && len(x.List[1].Props()) == 0 { // under another name: by how it describes the constructor
		return false
	}
	isOther := func(p ast.Prop) bool { return p.Key != "constructor" || p.Value == nil || p.Value.Kind != ast.Object }
	return x.List[1].Kind == ast.Object && !slices.ContainsFunc(x.List[1].Props(), isOther)
}

// tellInherits says what inherits from what in each call of such helpers. What they say
// themselves, which is that each inherits from all, is then left for those calls alone of
// which that is not known.
func tellInherits(l *linker) bool {
	f := l.e.facts
	t := teller{l: l, left: map[*ast.Func][]*site{}, seen: map[*site]bool{}, lists: map[toldList]*inherits{}}
	for _, of := range f.inherits.list {
		if of.sub >= 0 && of.above >= 0 && len(l.sites[of.fn]) > 0 {
			t.tell(of)
		}
	}
	if len(t.told) == 0 || len(t.told) == f.inherits.told && t.unknown == f.inherits.left {
		return false
	}
	f.inherits.told, f.inherits.left = len(t.told), t.unknown
	isTold := func(a Assign) bool { return a.told }
	before := append(slices.DeleteFunc(f.assigns[prototypeName], isTold), f.inherits.own...)
	f.inherits.own = nil
	f.assigns[prototypeName] = append(t.keep(before), t.told...)
	return true
}

// teller tells the calls of helpers apart.
type teller struct {
	l       *linker
	told    []Assign
	unknown int // how many are left
	left    map[*ast.Func][]*site
	seen    map[*site]bool // a script of many files has the helper of each under one name
	lists   map[toldList]*inherits
}

// toldList is a list of calls that have the same parameters.
type toldList struct {
	first             *site
	calls, sub, above int
}

// tell adds what the calls of a helper say.
func (t *teller) tell(of *inherits) {
	e, sites := t.l.e, t.l.sites[of.fn]
	key := toldList{sites[0], len(sites), of.sub, of.above}
	if like := t.lists[key]; like != nil && slices.Equal(t.l.sites[like.fn], sites) {
		t.left[of.fn] = t.left[like.fn]
		return
	}
	t.lists[key] = of
	e.memo.spend(len(sites))
	for _, s := range sites {
		sub, above := argument(s.args, of.sub, false), argument(s.args, of.above, false)
		known := sub != nil && above != nil && (isDeclared(sub) || e.memo.over() || slices.ContainsFunc(e.eval(sub, s.mod, s.frame), isConstructor)) &&
			(!slices.ContainsFunc(s.args, isSpread) || len(e.eval(above, s.mod, s.frame)) > 0)
		if !known {
			t.left[of.fn] = append(t.left[of.fn], s)
		}
		if sub == nil || above == nil || t.seen[s] {
			continue
		}
		t.seen[s] = true
		t.told = append(t.told, Assign{Target: sub, Value: memberOf(above, prototypeName), Mod: s.mod, Start: sub.Start, frame: s.frame, told: true})
	}
	t.unknown += len(t.left[of.fn])
}

// isDeclared reports whether a name is a function that is declared, which need not be evaluated.
func isDeclared(x *ast.Expr) bool {
	if x.Kind != ast.Ident {
		return false
	}
	value := firstDef(x).Value
	return value != nil && value.Kind == ast.Function && len(firstDef(x).Path) == 0
}

// isConstructor reports whether a value can be called with new, as all that code itself defines
// and can call.
func isConstructor(v *Value) bool { return v.Kind == Function || v.Kind == Class }

func isSpread(x *ast.Expr) bool { return x.Kind == ast.Spread }

// maxLeft bounds for how many calls one by one what the helper says is kept.
const maxLeft = 16

// keep returns the assignments without those that say less than the calls of their helper.
func (t *teller) keep(assigns []Assign) []Assign {
	f := t.l.e.facts
	var kept []Assign
	for _, a := range assigns {
		fn, _ := paramNamed(a.Target)
		of := f.inherits.of[fn]
		if of == nil || of.above < 0 || len(t.l.sites[fn]) == 0 || !of.isOnly(a.Target, of.sub) || !of.isAbove(a.Value) {
			kept = append(kept, a)
			continue
		}
		left := t.left[fn]
		isElsewhere := func(s *site) bool { return s.mod != a.Mod || s.frame != nil }
		if len(left) > maxLeft || slices.ContainsFunc(left, isElsewhere) {
			kept = append(kept, a)
			continue
		}
		f.inherits.own = append(f.inherits.own, a)
		for _, s := range left {
			if sub := argument(s.args, of.sub, false); sub != nil {
				kept = append(kept, Assign{Target: sub, Value: a.Value, Mod: a.Mod, Start: a.Start, told: true})
			}
		}
	}
	return kept
}
