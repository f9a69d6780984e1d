package eval

import (
	"github.com/beianlint/beianlint/lint/usage/ast"
	"github.com/beianlint/beianlint/lint/usage/resolve"
)

// site is one call of a function.
type site struct {
	args []*ast.Expr
	mod  *resolve.Module
}

// argument returns what a call gives to parameter i.
func argument(args []*ast.Expr, i int, rest bool) *ast.Expr {
	for j, a := range args {
		if a.Kind == ast.Spread && j <= i { // f(...list)
			return anyElement(a.L, a)
		}
	}
	if i >= len(args) {
		return nil
	}
	if rest {
		return &ast.Expr{Kind: ast.Array, List: args[i:], Start: args[i].Start, End: args[len(args)-1].End}
	}
	return args[i]
}

// anyElement is an expression for any element of a list, which stands where at does.
func anyElement(list, at *ast.Expr) *ast.Expr {
	return &ast.Expr{Kind: ast.Index, L: list, R: &ast.Expr{}, Start: at.Start, End: at.End}
}

// callers is what the evaluator knows of the calls of functions while they are
// collected: nothing, some, at last all.
type callers interface {
	of(fn *ast.Func) []site
	// complete reports whether answers that depend on calls will not change.
	complete() bool
}

type noCallers struct{}

func (noCallers) of(*ast.Func) []site { return nil }
func (noCallers) complete() bool      { return false }

type someCallers map[*ast.Func][]site

func (s someCallers) of(fn *ast.Func) []site { return s[fn] }
func (someCallers) complete() bool           { return false }

type allCallers map[*ast.Func][]site

func (s allCallers) of(fn *ast.Func) []site { return s[fn] }
func (allCallers) complete() bool           { return true }
