package eval

import (
	"slices"

	"github.com/beianlint/beianlint/lint/usage/ast"
	"github.com/beianlint/beianlint/lint/usage/parser"
	"github.com/beianlint/beianlint/lint/usage/resolve"
)

// evalParsed evaluates JSON.parse of constants: what is read stands where the
// constant does.
func evalParsed(c *calls, x *ast.Expr, m *resolve.Module, f *frame) (Values, bool) {
	var out Values
	for _, v := range c.e.eval(x.List[0], m, f) {
		part, ok := v.First()
		if v.Kind != Text || v.Open || !ok {
			continue
		}
		tree := parser.ParseAttribute([]byte(v.Text))
		if len(tree.Body) != 1 || tree.Body[0].Expr == nil {
			continue
		}
		ast.Walk(tree, func(read *ast.Expr, _ []*ast.Expr) { standAt(read, part.Expr) })
		at := &resolve.Module{File: part.Mod.File, Name: part.Mod.Name, Base: part.Mod.Base, Tree: tree}
		out = out.Union(c.e.eval(tree.Body[0].Expr, at, nil))
	}
	return out, len(out) > 0
}

// standAt places an expression where another one stands.
func standAt(x, at *ast.Expr) {
	x.Start, x.End = at.Start, at.End
	for i := range x.Props() {
		x.Props()[i].Start, x.Props()[i].End = at.Start, at.End
	}
}

// evalThen evaluates promise.then(f): what f makes of what the promise gives.
func evalThen(c *calls, x *ast.Expr, m *resolve.Module, f *frame) (Values, bool) {
	if len(x.List) == 0 {
		return nil, false
	}
	call := &ast.Expr{Kind: ast.Call, L: x.List[0], List: []*ast.Expr{x.L.L}, Start: x.Start, End: x.End, Scope: x.Scope}
	if given := x.List[0]; given.Kind == ast.Call && ast.NameOf(given.L) == "bind" && given.L.Kind == ast.Member && len(given.List) > 0 { // n.e(1).then(n.bind(n, 5))
		call.L, call.List = given.L.L, append(slices.Clone(given.List[1:]), x.L.L)
	}
	out, known := newSet(c.e), false
	for _, callee := range c.e.eval(call.L, m, f) {
		if callee.Kind == Function || callee.Kind == Loader {
			known = true
			out.union(c.result(call, callee, m, f))
		}
	}
	if !known {
		return evalSame(c, x, m, f)
	}
	return out.values(), true
}
