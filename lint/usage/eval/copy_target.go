package eval

import (
	"slices"

	"github.com/beianlint/beianlint/lint/usage/ast"
)

// target returns the function that something is copied in, and the parameter that gets it:
// -1 where that is a new object, which it returns.
func (n *copyNotes) target(to *ast.Expr) (fn *ast.Func, param int) {
	fn, param = n.given(to, 0)
	if fn == nil && to.Kind == ast.Ident {
		return returning(to), -1
	}
	return fn, param
}

// noteCopier notes a function as a copier where it is given what it copies, too.
func (n *copyNotes) noteCopier(fn *ast.Func, param int, from *ast.Expr, getters bool) bool {
	if of, _ := n.given(from, 0); fn == nil || of != fn {
		return false
	}
	n.f.copiers[fn] = copier{to: param, returns: param < 0 || returnsGiven(n, fn), getters: getters}
	return true
}

// returning returns the function that makes a new object, gives it a name and
// returns that.
func returning(x *ast.Expr) *ast.Func {
	b := x.Scope.Lookup(x.Text)
	if b == nil || !slices.ContainsFunc(b.Defs, func(d ast.Def) bool { return isNew(d.Value) }) {
		return nil
	}
	scope := b.Scope
	for scope != nil && scope.Func == nil {
		scope = scope.Parent
	}
	if scope == nil || !slices.ContainsFunc(scope.Func.Returns, func(r *ast.Expr) bool {
		r = last(r)
		return names(r, b) || r.Kind == ast.Call && len(r.List) == 1 && names(r.List[0], b) && ast.NameOf(r.L) == "freeze"
	}) {
		return nil
	}
	return scope.Func
}

// last returns what the value of a, b is the value of.
func last(x *ast.Expr) *ast.Expr {
	for x.Kind == ast.Sequence {
		x = x.List[len(x.List)-1]
	}
	return x
}
