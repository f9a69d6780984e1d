package sink

import (
	"maps"
	"slices"

	"github.com/beianlint/beianlint/lint/usage/ast"
	"github.com/beianlint/beianlint/lint/usage/eval"
	"github.com/beianlint/beianlint/lint/usage/model"
	"github.com/beianlint/beianlint/lint/usage/resolve"
)

// isGivenToUnknown reports whether a literal, of which an address at x is made, is among what
// something is given that is not known, however it came there: list.push(address);
// unknown(list). A literal is followed outward through what it stands in; what is put into
// something is found from that alone. What is only compared or shown as it stands is put nowhere.
func (a *leftovers) isGivenToUnknown(x, literal *ast.Expr, end ends) bool {
	if end != 0 && end&^(harmless|copied) == 0 && !isPart(a.out.outward(x).Parent) {
		return false
	}
	if a.out.looked > maxLooked {
		return true
	}
	if a.unknown == nil {
		a.unknown = &unknownCode{outlets: a.out, giving: newGiving(a.in.values), silent: map[string]bool{}, read: map[string]bool{}}
		a.unknown.all()
	}
	return a.unknown.has(literal)
}

// isPart reports whether what stands in an expression goes where that goes.
func isPart(outer *ast.Expr) bool {
	return outer != nil && (outer.Kind == ast.Object || outer.Kind == ast.Array || outer.Kind == ast.Class)
}

// unknownCode is what something is given that is not known, by scripts that people wrote.
type unknownCode struct {
	*outlets
	*giving
	// silent are names that were looked at: whether what is called so goes through what it is
	// given, whatever it is.
	silent map[string]bool
	// read are the names of members that were read of all objects that are given, with whether
	// that was not too much.
	read map[string]bool
}

// all goes through what is given to unknown code.
func (c *unknownCode) all() {
	for m := range c.in.modules() {
		if m.Minified() {
			continue
		}
		for _, call := range m.Tree.Calls {
			switch {
			case c.looked > maxLooked:
				return
			case mayPass(call) && (c.isUnknown(call, m) || c.copies(call, m)), c.callsBack(call, m):
				c.give(call, m)
			}
		}
	}
	c.giving.all()
}

// give adds what a call is given.
func (c *unknownCode) give(call *ast.Expr, m *resolve.Module) {
	for _, arg := range call.List {
		given := c.in.values.Eval(arg, m)
		c.looked += len(given)
		if !isOfParameter(call.L) || !slices.ContainsFunc(given, c.in.values.IsComponent) {
			c.add(given)
		}
	}
}

// has reports whether a literal is given to unknown code: as it was seen to be, or in a member
// that an object got later, under a name to which the way of the literal led. All members of an
// object are those that are written in it. What takes too much is not known.
func (c *unknownCode) has(literal *ast.Expr) bool {
	for _, name := range slices.Sorted(maps.Keys(c.kept)) {
		if c.given[literal] != 0 {
			return true
		}
		known, read := c.read[name]
		if !read {
			known = c.in.values.Within(func() { c.members(name) })
			c.read[name] = known
		}
		if !known {
			return true
		}
	}
	return c.given[literal] != 0
}

// members goes through a member of all objects that are given. Those of modules are followed to who
// requires them: a bundle gives modules to what it is made of.
func (c *unknownCode) members(name string) {
	for _, v := range c.objects {
		switch c.looked++; v.Kind {
		case eval.Function, eval.Exports, eval.ModuleObject:
		default:
			c.add(c.in.values.Read(v, name))
		}
	}
	c.giving.all()
}

// isUnknown reports whether a call is one of something that is not known.
func (c *unknownCode) isUnknown(call *ast.Expr, m *resolve.Module) bool {
	callee := call.L
	if isCalledBack(callee) || ofLanguage(callee) {
		return false
	}
	c.looked += perHanded
	if len(c.in.values.Eval(callee, m)) > 0 || c.in.values.Ends(call) {
		return false
	}
	name := ast.NameOf(callee)
	if c.isSilent(name) || c.ofBrowser(callee) {
		return false
	}
	return callee.Kind != ast.Member || !opensPage(call, name) && !slices.ContainsFunc(c.in.values.Eval(callee.L, m), isOfLanguage)
}

// copies reports whether a call gives the members of objects to one of which nothing is known:
// Object.assign(sdk.options, options).
func (c *unknownCode) copies(call *ast.Expr, m *resolve.Module) bool {
	return len(call.List) > 1 && ast.NameOf(call.L) == model.Copies && ofLanguage(call.L) && c.isUnknownObject(call.List[0], m)
}

// callsBack adds what a list, a promise or a timer is, and reports whether it is one that calls
// something of which nothing is known: list.forEach(sdk.add).
func (c *unknownCode) callsBack(call *ast.Expr, m *resolve.Module) bool {
	callee := call.L
	if !model.Callers[ast.NameOf(callee)] {
		return false
	}
	for _, arg := range call.List[:min(len(call.List), maxCallbacks)] {
		if !mayHold(arg) || isOfParameter(arg) || ofLanguage(arg) || c.isSilent(ast.NameOf(arg)) {
			continue
		}
		c.looked += perHanded
		if len(c.in.values.Eval(arg, m)) == 0 {
			if callee.Kind == ast.Member {
				c.add(c.in.values.Eval(callee.L, m))
			}
			return true
		}
	}
	return false
}

// maxCallbacks is how many functions such a call is given, before all else.
const maxCallbacks = 2

// isUnknownObject reports whether nothing is known of an object that is given members.
func (c *unknownCode) isUnknownObject(x *ast.Expr, m *resolve.Module) bool {
	if x.Kind == ast.This || ofLanguage(x) {
		return false
	}
	c.looked += perHanded
	return len(c.in.values.Eval(x, m)) == 0 && !c.ofBrowser(x)
}

// isSilent reports whether what is called by a name only shows or encodes what it is given, or
// hands it to who hears an event.
func (c *unknownCode) isSilent(name string) bool {
	is, known := c.silent[name]
	if !known {
		is = model.Encodes[name] || isHeard(name) || model.Shows.MatchString(name)
		c.silent[name] = is
	}
	return is
}

// isOfParameter reports whether a callee is a parameter, as that is which makes an element of a
// component, h => h(Index): who writes one says by its markup where what it has goes.
func isOfParameter(callee *ast.Expr) bool {
	b := callee.Binding()
	return callee.Kind == ast.Ident && b != nil && len(b.Defs) > 0 && b.Defs[0].Func != nil
}

// isCalledBack reports whether a callee is a method of "this" that gives it something
// (setData), or what settles a promise: both are followed.
func isCalledBack(callee *ast.Expr) bool {
	return callee.Kind == ast.Member && callee.L.Kind == ast.This && model.Definers[callee.Text] || settles(callee)
}

// mayPass reports whether an argument of a call may hold what is not written in the call itself.
func mayPass(call *ast.Expr) bool { return slices.ContainsFunc(call.List, mayHold) }

// mayHold reports whether an expression may hold what is not written as it is, or is a function
// that gives something back.
func mayHold(x *ast.Expr) bool {
	if x == nil {
		return false
	}
	switch x.Kind {
	case ast.String, ast.Number, ast.Binary, ast.Not, ast.Regex, ast.Template:
		return false
	case ast.Function:
		return len(x.Func().Returns) > 0 || x.Func().Yields != nil
	}
	return true
}
