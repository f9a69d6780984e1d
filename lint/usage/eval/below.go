package eval

import (
	"slices"
	"strings"

	"github.com/beianlint/beianlint/lint/usage/ast"
)

// anyName stands for a name that is not known.
const anyName = "...?"

// maxPath bounds how long the path of an assignment is.
const maxPath = 32

// below takes what is assigned by a path as an assignment to the name that it begins
// with: setData({'a.b[0].c': value}) gives a the value {b: [{c: value}]}. A path that
// ends in anyName goes on in a way that is not known.
func below(a Assign, path string) (string, Assign) {
	known, open := strings.CutSuffix(path, anyName)
	steps := strings.FieldsFunc(known, func(c rune) bool { return c == '.' || c == '[' })
	switch {
	case open && len(steps) == 0, len(steps) < 2 && !open, len(steps) > maxPath:
		return path, a
	case open:
		a.Value = anything(anything(a.Value))
	}
	for _, step := range slices.Backward(steps[1:]) {
		if strings.HasSuffix(step, "]") {
			a.Value = listWith(a.Value)
		} else {
			a.Value = objectWith(ast.Prop{Key: step, Value: a.Value, Start: a.Value.Start, End: a.Value.Start})
		}
	}
	return steps[0], a
}

// anything is an expression for a value, an object that holds it under some name, or a
// list that does.
func anything(value *ast.Expr) *ast.Expr {
	object := objectWith(ast.Prop{Computed: &ast.Expr{}, Value: value, Start: value.Start, End: value.Start})
	return either(value, either(object, listWith(value)))
}

func either(a, b *ast.Expr) *ast.Expr {
	return &ast.Expr{Kind: ast.Logical, L: a, R: b, Start: a.Start, End: a.End, Scope: a.Scope}
}

func objectWith(p ast.Prop) *ast.Expr {
	return &ast.Expr{Kind: ast.Object, Parts: &ast.Parts{Props: []ast.Prop{p}}, Start: p.Value.Start, End: p.Value.End, Scope: p.Value.Scope}
}

// listWith is an expression for a list that holds a value under any index.
func listWith(value *ast.Expr) *ast.Expr {
	list := func(items ...*ast.Expr) *ast.Expr {
		return &ast.Expr{Kind: ast.Array, List: items, Start: value.Start, End: value.End, Scope: value.Scope}
	}
	return list(&ast.Expr{Kind: ast.Spread, L: list(value), Start: value.Start, End: value.End})
}
