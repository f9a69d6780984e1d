package eval

import (
	"slices"

	"github.com/beianlint/beianlint/lint/usage/ast"
	"github.com/beianlint/beianlint/lint/usage/resolve"
)

// objectClass is the class of objects, and objectMaker its method that makes one above
// which another stands (https://tc39.es/ecma262/#sec-object.create).
const (
	objectClass = "Object"
	objectMaker = "create"
)

// describesMembers reports whether a call is one of a method of Object whose second argument
// describes members: Object.create(above, {a: {value: x}}). What a class extends by it is
// known without: compilers describe only its constructor.
func describesMembers(x *ast.Expr) bool {
	if x.L.Kind != ast.Member || x.L.L.Kind != ast.Ident || x.L.L.Text != objectClass || x.List[1].Kind != ast.Object {
		return false
	}
	switch {
	case x.L.Text == "defineProperties":
		return true
	case x.L.Text != objectMaker:
		return false
	case x.List[0].Kind == ast.Member && x.List[0].Text == prototypeName: // new A() without its constructor
		return !slices.ContainsFunc(x.List[1].Props(), func(p ast.Prop) bool { return p.Key == "constructor" })
	}
	return x.List[0].Kind == ast.Ident
}

// describedBy is what gets the members that such a call describes.
func describedBy(x *ast.Expr) *ast.Expr {
	if x.L.Text == objectMaker {
		return x
	}
	return x.List[0]
}

// makesObject reports whether an expression is an object literal, or makes an object
// without anything in it: new Object(), Object.create(null).
func makesObject(x *ast.Expr) bool { return x.Kind == ast.Object || isBareObject(x) }

// isBareObject reports whether an expression makes an object without being one that is
// written out.
func isBareObject(x *ast.Expr) bool {
	switch x.Kind {
	case ast.New, ast.Call:
		if x.L.Kind == ast.Ident {
			return x.L.Text == objectClass && len(x.List) == 0 && x.L.Scope.Lookup(objectClass) == nil
		}
		return x.L.Kind == ast.Member && x.L.Text == objectMaker && len(x.List) > 0 && ast.NameOf(x.L.L) == objectClass && isNull(x.List[0])
	}
	return false
}

func isNull(x *ast.Expr) bool { return x.Kind == ast.Ident && x.Text == "null" }

// isFilled reports whether an expression makes an object that gets members by their names, or
// all those of another: other ones are the memories of runtimes, which hold what they were
// ever asked for.
func isFilled(f *facts, x *ast.Expr) bool {
	return (len(f.added[x]) > 0 || f.filled[x]) && isBareObject(x)
}

// evalCreated evaluates Object.create(above): an object without anything in it, or the one
// above it, whose members it has.
func evalCreated(c *calls, x *ast.Expr, m *resolve.Module, f *frame) (Values, bool) {
	if isFilled(c.e.facts, x) {
		return Values{{Kind: Object, expr: x, mod: m, frame: f}}, true
	}
	return c.e.eval(x.List[0], m, f), true
}

// evalListed evaluates new Array(a, b).
func evalListed(_ *calls, x *ast.Expr, m *resolve.Module, f *frame) (Values, bool) {
	if len(x.List) < 2 {
		return nil, false
	}
	return listOf(x.List, x, m, f), true
}
