package eval

import (
	"github.com/beianlint/beianlint/lint/usage/ast"
	"github.com/beianlint/beianlint/lint/usage/lexer"
	"github.com/beianlint/beianlint/lint/usage/resolve"
)

// conditions are what modules say that conditions need to know.
type conditions struct {
	guards  map[*resolve.Module][]*ast.Guard // in source order
	changed map[*ast.Binding]bool            // by ++ and the like
	counted map[string]bool                  // properties that are
}

func newConditions() *conditions {
	return &conditions{guards: map[*resolve.Module][]*ast.Guard{}, changed: map[*ast.Binding]bool{}, counted: map[string]bool{}}
}

// noteCondition notes under which guard an expression stands, and the names and
// properties that are counted up or down, or changed by an operator.
func (c *conditions) noteCondition(x *ast.Expr, m *resolve.Module) {
	if x.Guard != nil {
		if list := c.guards[m]; len(list) == 0 || list[len(list)-1] != x.Guard {
			c.guards[m] = append(list, x.Guard)
		}
	}
	switch {
	case x.Kind == ast.Assign && x.Op == lexer.Change:
		c.noteChange(x.L)
	case (x.Kind == ast.Ident || x.Kind == ast.Member) && isCounted(m.Tree.Source, int(x.Start), int(x.End)):
		c.noteChange(x)
	}
}

func (c *conditions) noteChange(target *ast.Expr) {
	switch target.Kind {
	case ast.Ident:
		if b := target.Scope.Lookup(target.Text); b != nil {
			c.changed[b] = true
		}
	case ast.Member:
		c.counted[target.Text] = true
	}
}

// isCounted reports whether ++ or -- stands at an operand.
func isCounted(src string, start, end int) bool {
	if start >= 2 && start <= len(src) && (src[start-2:start] == "++" || src[start-2:start] == "--") {
		return true
	}
	for end < len(src) && (src[end] == ' ' || src[end] == ')') {
		end++
	}
	return end+2 <= len(src) && (src[end:end+2] == "++" || src[end:end+2] == "--")
}
