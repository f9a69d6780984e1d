package sink

import (
	"slices"

	"github.com/beianlint/beianlint/lint/usage/ast"
	"github.com/beianlint/beianlint/lint/usage/model"
	"github.com/beianlint/beianlint/lint/usage/resolve"
)

// isGivenToUnknown reports whether a literal, of which an address at x is made, is among what
// calls of something that is not known are given, however it came there: list.push(address);
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
		calls := unknownCalls{a.out, map[string]bool{}}
		a.unknown = calls.given()
	}
	return a.unknown[literal] != 0
}

// isPart reports whether what stands in an expression goes where that goes.
func isPart(outer *ast.Expr) bool {
	return outer != nil && (outer.Kind == ast.Object || outer.Kind == ast.Array || outer.Kind == ast.Class)
}

// unknownCalls are the calls of something that is not known, in scripts that people wrote.
type unknownCalls struct {
	*outlets
	// silent are names that were looked at: whether what is called so goes through what it is
	// given, whatever it is.
	silent map[string]bool
}

// given are the literals that the calls are given, in what is put together elsewhere.
func (c *unknownCalls) given() givenLiterals {
	g := newGiving(c.in.values)
	for m := range c.in.modules() {
		if m.Minified() {
			continue
		}
		for _, call := range m.Tree.Calls {
			if !mayPass(call) || !c.has(call, m) {
				continue
			}
			for _, arg := range call.List {
				given := c.in.values.Eval(arg, m)
				c.looked += len(given)
				if !isOfParameter(call.L) || !slices.ContainsFunc(given, c.in.values.IsComponent) {
					g.add(given)
				}
			}
		}
	}
	return g.all()
}

// has reports whether a call is one of them.
func (c *unknownCalls) has(call *ast.Expr, m *resolve.Module) bool {
	callee := call.L
	if c.looked > maxLooked || c.in.sources.Stopped() || isCalledBack(callee) || ofLanguage(callee) {
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

// isSilent reports whether what is called by a name only shows or encodes what it is given, or
// hands it to who hears an event.
func (c *unknownCalls) isSilent(name string) bool {
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
func mayPass(call *ast.Expr) bool {
	for _, arg := range call.List {
		switch arg.Kind {
		case ast.String, ast.Number, ast.Function, ast.Binary, ast.Not, ast.Regex, ast.Template:
		default:
			return true
		}
	}
	return false
}
