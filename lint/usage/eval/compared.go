package eval

import (
	"slices"

	"github.com/beianlint/beianlint/lint/usage/ast"
	"github.com/beianlint/beianlint/lint/usage/lexer"
	"github.com/beianlint/beianlint/lint/usage/model"
	"github.com/beianlint/beianlint/lint/usage/resolve"
)

// compared are the addresses that stand where something was compared with them:
// if (config.server === "wss://test.example.com") connect("wss://test.example.com"). What is contacted
// there is what config.server is. Where all that is ever assigned to it is written out, and
// is none of these addresses, there is no other that takes one edit: the edit writes it.
type compared struct {
	d        *decider
	untaken  map[*resolve.Module][]resolve.Stretch
	handedOn map[handedProperty]bool // what was found
	givers   *givers
}

// givers are the calls in live code that are given objects by names of them, in source order:
// once they were asked for.
type givers struct {
	list  []giver
	found bool
}

// giver is a name that a call is given, and what that is.
type giver struct {
	call  *ast.Expr
	mod   *resolve.Module
	given Values
}

// handedProperty is a property of a set of objects.
type handedProperty struct {
	of   uint64
	name string
}

// unmet adds the addresses that nothing ever is.
func (c compared) unmet() {
	for _, m := range c.d.live.Modules {
		if c.d.e.memo.stopped {
			return
		}
		if !slices.ContainsFunc(c.d.e.facts.guards[m], comparesAddress) {
			continue
		}
		var found []resolve.Stretch
		ast.Walk(m.Tree, func(x *ast.Expr, _ []*ast.Expr) {
			if x.Kind == ast.String && x.Guard != nil && isAddress(x) && c.isUnmet(x, m) {
				found = append(found, resolve.Stretch{Start: x.Start, End: x.End})
			}
		})
		c.untaken[m] = append(c.untaken[m], found...)
	}
}

func isAddress(x *ast.Expr) bool {
	_, ok := ParseURL(x.Text)
	return ok
}

// comparesAddress reports whether a guard holds only for something that is an address.
func comparesAddress(g *ast.Guard) bool {
	return slices.ContainsFunc(comparisons(g), func(c comparison) bool { return isAddress(c.text) })
}

// comparison is of a property with a text.
type comparison struct{ text, property *ast.Expr }

// comparisons are those that hold where a guard holds.
func comparisons(g *ast.Guard) []comparison {
	switch {
	case g.Test == ast.OneOf && len(g.Cases) == 1:
		return ofText(g.Cases[0], g.Cond)
	case g.Test == ast.Truthy, g.Test == ast.Falsy:
		return holding(g.Cond, g.Test == ast.Truthy)
	}
	return nil
}

// holding are the comparisons that hold where a condition does, or does not.
func holding(x *ast.Expr, truthy bool) []comparison {
	switch {
	case x == nil:
	case x.Kind == ast.Logical && (x.Op == lexer.And) == truthy && x.Op != lexer.Nullish:
		return append(holding(x.L, truthy), holding(x.R, truthy)...)
	case x.Kind == ast.Binary && (truthy && x.Op == lexer.Equal || !truthy && x.Op == lexer.NotEqual):
		return append(ofText(x.L, x.R), ofText(x.R, x.L)...)
	}
	return nil
}

func ofText(text, other *ast.Expr) []comparison {
	if text.Kind != ast.String || other.Kind != ast.Member {
		return nil
	}
	return []comparison{{text, other}}
}

// isUnmet reports whether an address stands behind a comparison with itself that never
// holds.
func (c compared) isUnmet(x *ast.Expr, m *resolve.Module) bool {
	for g := x.Guard; g != nil; g = g.Outer {
		if slices.ContainsFunc(comparisons(g), func(with comparison) bool {
			return with.text.Text == x.Text && c.isNever(with.property, x.Text, m)
		}) {
			return true
		}
	}
	return false
}

// isNever reports whether a property is known to be something else than a text.
func (c compared) isNever(x *ast.Expr, text string, m *resolve.Module) bool {
	if !isOneObject(x.L, 0) {
		return false
	}
	of := c.d.e.eval(x.L, m, nil)
	return len(of) > 0 && !c.d.e.facts.counted[x.Text] &&
		!slices.ContainsFunc(of, func(v *Value) bool { return !c.hasNamed(v, x.Text) }) &&
		c.isGivenOthers(x.Text, text) && !c.isHandedOn(of, x.Text)
}

// isGivenOthers reports whether something is assigned to properties of a name, and all of it
// is something else than a text.
func (c compared) isGivenOthers(name, text string) bool {
	given := 0
	for _, a := range c.d.e.facts.assigns[name] {
		if c.isGone(a.Mod, a.Start) {
			continue
		}
		if given++; !isOther(a.Value, text) {
			return false
		}
	}
	return given > 0
}

// isOneObject reports whether an expression always is an object or function that is made
// in one place.
func isOneObject(x *ast.Expr, depth int) bool {
	switch {
	case depth > maxFrames:
		return false
	case x.Kind == ast.Ident:
		b := x.Binding()
		return b != nil && len(b.Defs) == 1 && len(b.Defs[0].Path) == 0 && b.Defs[0].Value != nil && !b.Defs[0].Default && isOneObject(b.Defs[0].Value, depth+1)
	case x.Kind == ast.Sequence:
		return isOneObject(x.List[len(x.List)-1], depth+1)
	case x.Kind == ast.Call && x.L.Kind == ast.Function && x.L.Func().Yields == nil:
		return len(x.L.Func().Returns) > 0 && !slices.ContainsFunc(x.L.Func().Returns, func(x *ast.Expr) bool { return !isOneObject(x, depth+1) })
	}
	return x.Kind == ast.Object || x.Kind == ast.Function
}

// shareObject reports whether some object is in two sets.
func (c compared) shareObject(vs, others Values) bool {
	handles := &c.d.e.memo.handles
	return slices.ContainsFunc(vs, func(v *Value) bool {
		return slices.ContainsFunc(others, func(w *Value) bool { return handles.identity(v) == handles.identity(w) })
	})
}

// hasNamed reports whether an object has a property only by assignments that name it.
func (c compared) hasNamed(v *Value, name string) bool {
	assigned := c.d.e.assigned
	switch {
	case c.d.givenByMergers()[v.identity()], !assigned.assignsOf(v, copied).none(), !assigned.assignsOf(v, "*").none():
		return false
	case v.Kind == Function:
		return v.Fn.Class == nil
	}
	return v.Kind == Object && v.expr.Kind == ast.Object && !slices.ContainsFunc(v.expr.Props(), func(p ast.Prop) bool { return p.Key == name || p.Spread || p.Computed != nil })
}

// isHandedOn reports whether a call that is not of a known function is given an object by
// a name of it, and may give it the property.
func (c compared) isHandedOn(of Values, name string) bool {
	key := handedProperty{c.d.e.memo.handles.identitiesOf(of), name}
	found, ok := c.handedOn[key]
	if !ok {
		found = c.hands(of, name)
		c.handedOn[key] = found
	}
	return found
}

// hands is isHandedOn for what was not asked before.
func (c compared) hands(of Values, name string) bool {
	for _, g := range c.allGivers() {
		if definesOther(g.call, name) || !c.shareObject(g.given, of) {
			continue
		}
		callees := c.d.e.eval(g.call.L, g.mod, nil)
		if len(callees) == 0 || slices.ContainsFunc(callees, func(v *Value) bool { return v.Kind != Function }) {
			return true
		}
	}
	return false
}

// allGivers goes through all calls, the first time.
func (c compared) allGivers() []giver {
	if c.givers.found {
		return c.givers.list
	}
	c.givers.found = true
	for _, m := range c.d.live.Modules {
		for _, x := range m.Tree.Calls {
			for _, arg := range x.List {
				if arg.Kind != ast.Ident {
					continue
				}
				if given := c.d.e.eval(arg, m, nil); slices.ContainsFunc(given, hasMembers) {
					c.givers.list = append(c.givers.list, giver{x, m, given})
				}
			}
		}
	}
	return c.givers.list
}

// hasMembers reports whether a value is of a kind of which hasNamed knows what a property is.
func hasMembers(v *Value) bool { return v.Kind == Object || v.Kind == Function }

// definesOther reports whether a call only gives an object a property of another name.
func definesOther(x *ast.Expr, name string) bool {
	return x.L.Kind == ast.Member && x.L.Text == model.PropertyDefiner && len(x.List) == 3 && x.List[1].Kind == ast.String && x.List[1].Text != name
}

// isOther reports whether a value is written out and is no text, or another one.
func isOther(x *ast.Expr, text string) bool {
	switch x.Kind {
	case ast.Cond:
		return isOther(x.R, text) && isOther(x.C(), text)
	case ast.Assign:
		return isOther(x.R, text)
	case ast.String:
		return x.Text != text
	}
	return isWritten(x)
}

// isGone reports whether a place is among those that no call gets to.
func (c compared) isGone(m *resolve.Module, at int32) bool {
	return slices.ContainsFunc(c.untaken[m], func(s resolve.Stretch) bool { return s.Start <= at && at < s.End })
}
