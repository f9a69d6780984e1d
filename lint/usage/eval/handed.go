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

// callIn is a call and the module that it stands in.
type callIn struct {
	call *ast.Expr
	mod  *resolve.Module
}

// handed returns the calls of parameters of functions of which calls are known now, and were
// not before.
func (s someCallers) handed(modules []*resolve.Module, before map[*ast.Func]bool) (calls []callIn) {
	for _, m := range modules {
		for _, x := range m.Tree.Calls {
			if fn := giverOf(x.L); fn != nil && !before[fn] && len(s[fn]) > 0 {
				calls = append(calls, callIn{x, m})
			}
		}
	}
	return calls
}

// giverOf returns the function whose parameter a callee is, f or f.call, or nil.
func giverOf(callee *ast.Expr) *ast.Func {
	if callee.Kind == ast.Member && (callee.Text == "call" || callee.Text == "apply") {
		callee = callee.L
	}
	if callee.Kind != ast.Ident {
		return nil
	}
	return firstDef(callee).Func
}
