package eval

import (
	"github.com/beianlint/beianlint/lint/usage/ast"
	"github.com/beianlint/beianlint/lint/usage/resolve"
)

// identity names a subject that properties can be assigned to.
type identity struct {
	kind  Kind
	expr  *ast.Expr
	fn    *ast.Func
	class *ast.ClassBody
	mod   *resolve.Module
	path  *Path
	text  string
}

func (v *Value) identity() identity {
	id := identity{kind: v.Kind, expr: v.expr, fn: v.Fn, class: v.class}
	switch v.Kind {
	case Exports, ModuleObject:
		id.mod = v.mod
	case Package, API, Environment:
		id = identity{kind: v.Kind, path: v.Path, text: v.Text}
	}
	return id
}

// subject is an identity within a call that is followed, if any. The expression
// tells the stores apart that a package makes, where an identity does not.
type subject struct {
	identity handle
	expr     *ast.Expr
	frame    *frame
}
