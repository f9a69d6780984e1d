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

// paramCall is a call of a parameter.
type paramCall struct {
	number int // in the order of the modules
	call   *ast.Expr
	args   []*ast.Expr
	param  *ast.Binding
	mod    *resolve.Module
}

// paramCalls returns the calls of parameters by their functions.
func paramCalls(modules []*resolve.Module) map[*ast.Func][]paramCall {
	calls, number := map[*ast.Func][]paramCall{}, 0
	for _, m := range modules {
		for _, x := range m.Tree.Calls {
			callee, args := x.L, x.List
			if callee.Kind == ast.Member && (callee.Text == "call" || callee.Text == "apply") {
				callee, args = callee.L, HandedOn(x)
			}
			if callee.Kind != ast.Ident {
				continue
			}
			if fn := firstDef(callee).Func; fn != nil {
				number++
				calls[fn] = append(calls[fn], paramCall{number, x, args, callee.Binding(), m})
			}
		}
	}
	return calls
}

// onlyCalled returns the calls of parameters of which a function does nothing but call them: what
// else it does with one, who is given it may do what no call here tells.
func onlyCalled(fn *ast.Func, calls []paramCall) (only []paramCall) {
	reads, others := map[*ast.Binding]int{}, false
	ast.Walk(&ast.Tree{Body: fn.Body}, func(x *ast.Expr, _ []*ast.Expr) {
		if x.Kind == ast.Ident {
			reads[x.Binding()]++
			others = others || ast.IsArguments(x)
		}
	})
	if others {
		return nil
	}
	for _, c := range calls {
		reads[c.param]--
	}
	for _, c := range calls {
		if reads[c.param] == 0 {
			only = append(only, c)
		}
	}
	return only
}
