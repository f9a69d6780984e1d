package parser

import (
	"bytes"

	"github.com/beianlint/beianlint/lint/usage/ast"
)

// constantRun are declarations of constants that follow each other: nothing runs between
// them, so that of two values of a name nobody sees the first one.
//
//	var host = 'https://a.example.com'
//	var host = 'https://b.example.com'
type constantRun struct {
	end    int                        // the token behind them
	values map[*ast.Binding]*ast.Expr // the texts that names were given by var
}

// goesOn ends the run where something else stands in front of a declaration: another token, or
// a comment that a build may take for a condition.
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
	if r.end > 0 && c.pos < len(c.tokens) && mayBeCondition(c.src[c.tokens[r.end-1].End:c.tokens[c.pos].Start]) {
		r.values = nil
	}
}

// mayBeCondition reports whether what stands between two tokens may have a comment by which
// a build leaves one of the declarations out: #ifdef, @mpx-if, @endif, IFDEBUG, develblock:start.
func mayBeCondition(between []byte) bool {
	folded := bytes.ToLower(between)
	return bytes.Contains(folded, []byte("if")) || bytes.Contains(folded, []byte("block")) || bytes.Contains(folded, []byte("#"))
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
