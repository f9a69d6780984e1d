package parser

import "github.com/beianlint/beianlint/lint/usage/ast"

// constantRun are declarations of constants that follow each other: nothing runs between
// them, so that of two values of a name nobody sees the first one.
//
//	var host = 'https://a.example.com'
//	var host = 'https://b.example.com'
type constantRun struct {
	end    int                        // the token behind them
	values map[*ast.Binding]*ast.Expr // the texts that names were given by var
}

// goesOn ends the run where something else stands in front of a declaration.
func (r *constantRun) goesOn(c *cursor) {
	if r.values == nil {
		return
	}
	for at := r.end; at < c.pos; at++ {
		if !c.tokens[at].Is(';') {
			r.values = nil
			return
		}
	}
}

// note takes a declaration into the run. A value that is no constant ends it, since
// it may read what was declared.
func (r *constantRun) note(pat *ast.Pattern, value *ast.Expr, isVar bool, f *flow) {
	switch {
	case pat.Binding == nil, pat.Default != nil, value.Kind != ast.String && value.Kind != ast.Number && value.Kind != ast.Function:
		r.values = nil
	case isVar && value.Kind != ast.Function:
		if r.values == nil {
			r.values = map[*ast.Binding]*ast.Expr{}
		}
		if before := r.values[pat.Binding]; before != nil {
			before.Guard = f.when(nil, ast.Never)
		}
		r.values[pat.Binding] = value
	}
}
