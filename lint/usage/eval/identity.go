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

// subject tells the stores apart that a package makes, where an identity does not.
func (v *Value) subject() subject {
	id := v.identity()
	id.expr = v.expr
	return subject{id, v.frame}
}
