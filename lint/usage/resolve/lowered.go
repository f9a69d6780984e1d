package resolve

import (
	"slices"

	"github.com/beianlint/beianlint/lint/usage/ast"
)

// raiseSuper takes what compilers make of super.name, which old phones do not know, back
// into a member of the prototype above: get(A, "name", this, 3)([arguments]) of Babel's
// superPropGet, and get(getPrototypeOf(A.prototype), "name", this) of swc and of Babel
// before.
func raiseSuper(t *ast.Tree) {
	raised := map[*ast.Expr]bool{}
	for _, x := range t.Calls {
		if of := prototypeAsked(x); of != nil {
			raise(x, of, raised)
			continue
		}
		if get := x.L; get.Kind == ast.Call && len(get.List) == 4 && len(x.List) == 1 && isMe(get.List[2]) && get.List[1].Kind == ast.String && get.List[3].Kind == ast.Number {
			of := get.List[0]
			if get.List[3].Text == "3" {
				of = memberNamed(of, "prototype")
			}
			raise(get, of, raised)
			given := x.List[0]
			x.List[0] = &ast.Expr{Kind: ast.Spread, L: given, Start: given.Start, End: given.End, Guard: given.Guard}
		}
	}
	dropCalls(t, raised)
}

// dropCalls forgets calls that became something else.
func dropCalls(t *ast.Tree, gone map[*ast.Expr]bool) {
	if len(gone) > 0 {
		t.Calls = slices.DeleteFunc(t.Calls, func(x *ast.Expr) bool { return gone[x] })
	}
}

// bareCallees takes Object(a.f)(…), by which webpack 4 calls what a module exports without
// its exports as this, for (0, a.f)(…), as webpack 5 and Babel write it.
func bareCallees(t *ast.Tree) {
	wrapped := map[*ast.Expr]bool{}
	for _, x := range t.Calls {
		of := x.L
		if x.Kind == ast.Call && of.Kind == ast.Call && namesGlobal(of.L, "Object") && len(of.List) == 1 && of.List[0].Kind != ast.Spread {
			of.Kind, of.L = ast.Sequence, nil
			wrapped[of] = true
		}
	}
	dropCalls(t, wrapped)
}

// prototypeAsked returns A.prototype of get(getPrototypeOf(A.prototype), "name", this),
// or nil.
func prototypeAsked(x *ast.Expr) *ast.Expr {
	if x.Kind != ast.Call || len(x.List) != 3 || x.List[1].Kind != ast.String || !isMe(x.List[2]) {
		return nil
	}
	above := x.List[0]
	if above.Kind == ast.Logical { // A.prototype.__proto__ || Object.getPrototypeOf(A.prototype)
		above = above.R
	}
	if above.Kind != ast.Call || len(above.List) != 1 || above.List[0].Kind != ast.Member || above.List[0].Text != "prototype" {
		return nil
	}
	return above.List[0]
}

// isMe reports whether an expression is this, or a name that is given it.
func isMe(x *ast.Expr) bool {
	if x.Kind != ast.Ident {
		return x.Kind == ast.This && x.Text == "this"
	}
	b := x.Binding()
	return b != nil && slices.ContainsFunc(b.Defs, func(d ast.Def) bool { return d.Value != nil && d.Value.Kind == ast.This })
}

// raise makes a call Object.getPrototypeOf(of).name.
func raise(x, of *ast.Expr, raised map[*ast.Expr]bool) {
	object := &ast.Expr{Kind: ast.Ident, Text: "Object", Start: of.Start, End: of.End, Scope: x.Scope}
	above := &ast.Expr{Kind: ast.Call, L: memberNamed(object, "getPrototypeOf"), List: []*ast.Expr{of}, Start: of.Start, End: of.End, Scope: x.Scope}
	x.Kind, x.L, x.Text, x.List = ast.Member, above, x.List[1].Text, nil
	raised[x] = true
}

func memberNamed(of *ast.Expr, name string) *ast.Expr {
	return &ast.Expr{Kind: ast.Member, L: of, Text: name, Start: of.Start, End: of.End, Scope: of.Scope}
}

// unalias calls methods of Object by their own names, which esbuild keeps in constants, so that
// what they give back is known. Other functions of Object are found by what helpers do with them.
func unalias(t *ast.Tree) {
	of := map[*ast.Binding]string{}
	for _, b := range t.Bindings {
		if name := methodOfObject(b); name == defineAll || name == describers {
			of[b] = name
		}
	}
	if len(of) == 0 {
		return
	}
	for _, x := range t.Calls {
		if x.L.Kind != ast.Ident {
			continue
		}
		if name := of[x.L.Binding()]; name != "" {
			x.L = ofObject(name, x, t.Scope)
		}
	}
}

const (
	defineAll  = "defineProperties"
	describers = "getOwnPropertyDescriptors"
)

// methodOfObject returns the method of Object that a name always stands for, or "".
func methodOfObject(b *ast.Binding) string {
	if len(b.Defs) != 1 || len(b.Defs[0].Path) > 0 || b.Defs[0].Value == nil {
		return ""
	}
	if x := b.Defs[0].Value; x.Kind == ast.Member && namesGlobal(x.L, "Object") {
		return x.Text
	}
	return ""
}

// ofObject is a method of Object that a call calls, by its own name.
func ofObject(name string, call *ast.Expr, scope *ast.Scope) *ast.Expr {
	return memberNamed(&ast.Expr{Kind: ast.Ident, Text: "Object", Start: call.L.Start, End: call.L.End, Scope: scope}, name)
}

// assignDescribed takes what has all that describes another object for a copy of that:
// Object.defineProperties(t, Object.getOwnPropertyDescriptors(s)), as compilers spread s into t,
// is Object.assign(t, s), and Object.create(p, …) a new object that is given s. Helpers that are
// given any number of objects copy them name by name, too: as copies of all that any call gives
// to what any other is given, large programs would be too intricate.
func assignDescribed(t *ast.Tree) {
	gone := map[*ast.Expr]bool{}
	for _, x := range t.Calls {
		if len(x.List) != 2 || !isOfObject(x, defineAll) && !isOfObject(x, "create") {
			continue
		}
		by := x.List[1]
		if len(by.List) != 1 || !isOfObject(by, describers) || isParameter(x.List[0]) && !isParameter(by.List[0]) {
			continue
		}
		if x.L.Text != defineAll {
			x.List[0] = &ast.Expr{Kind: ast.Call, L: x.L, List: []*ast.Expr{x.List[0]}, Start: x.Start, End: x.End, Scope: x.Scope}
		}
		x.L = ofObject("assign", x, t.Scope)
		x.List = []*ast.Expr{x.List[0], by.List[0]}
		gone[by] = true
	}
	dropCalls(t, gone)
}

// isParameter reports whether a name stands for what a function is called with.
func isParameter(x *ast.Expr) bool {
	return x.Kind == ast.Ident && x.Binding() != nil && slices.ContainsFunc(x.Binding().Defs, func(d ast.Def) bool { return d.Func != nil })
}

// isOfObject reports whether an expression calls a method of Object.
func isOfObject(x *ast.Expr, name string) bool {
	return x.Kind == ast.Call && x.L.Kind == ast.Member && x.L.Text == name && isGlobal(x.L.L, "Object")
}

// keepAbove notes what a member that is assigned to may be that others have: what is set above
// an object calls any method of it.
func keepAbove(v *referrer, x *ast.Expr) {
	v.keepTable(x)
	if x.L.Text == "__proto__" {
		v.visit(x.L.L, escaping)
	}
}
