package parser

import (
	"testing"

	"github.com/beianlint/beianlint/lint/usage/ast"
)

// TestBindNames: every name of a script stands for what its scope says once all is read,
// whatever is declared below it.
func TestBindNames(t *testing.T) {
	tree := Parse([]byte(`f(a, late, {a}, global); var late = a; function f(a) { b = a; { let a; use(a) } var b; return () => late + a } import a from './a'`), Options{})
	bound := 0
	ast.Walk(tree, func(x *ast.Expr, _ []*ast.Expr) {
		if x.Kind != ast.Ident {
			return
		}
		b := x.Scope.Lookup(x.Text)
		if x.Binding() != b {
			t.Errorf("%s at %d is %v, want %v", x.Text, x.Start, x.Binding(), b)
		}
		if b != nil {
			bound++
		}
	})
	if bound < 9 {
		t.Errorf("%d names are declared", bound)
	}
}
