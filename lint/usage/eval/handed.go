package eval

import (
	"github.com/beianlint/beianlint/lint/usage/ast"
	"github.com/beianlint/beianlint/lint/usage/resolve"
)

// known are the functions of which calls are known.
func (s someCallers) known() map[*ast.Func]bool {
	known := make(map[*ast.Func]bool, len(s))
	for fn := range s {
		known[fn] = true
	}
	return known
}

// handedCall is a call of a parameter.
type handedCall struct {
	call  *ast.Expr
	args  []*ast.Expr
	param ast.Def
	mod   *resolve.Module
}

// handed returns the calls of parameters of functions of which calls are known now, and were
// not before.
func (s someCallers) handed(modules []*resolve.Module, before map[*ast.Func]bool) (calls []handedCall) {
	for _, m := range modules {
		for _, x := range m.Tree.Calls {
			callee, args := x.L, x.List
			if callee.Kind == ast.Member && (callee.Text == "call" || callee.Text == "apply") {
				callee, args = callee.L, HandedOn(x)
			}
			if callee.Kind != ast.Ident {
				continue
			}
			if param := firstDef(callee); param.Func != nil && !before[param.Func] && len(s[param.Func]) > 0 {
				calls = append(calls, handedCall{x, args, param, m})
			}
		}
	}
	return calls
}
