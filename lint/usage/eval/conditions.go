package eval

import (
	"strings"

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
	case x.Kind == ast.Assign && (x.L.Kind == ast.Array || x.L.Kind == ast.Object): // [a.b] = c
		c.noteParts(x.L)
	case x.Kind == ast.Member && isLoopTarget(m.Tree.Source, int(x.Start)):
		c.noteChange(x)
	case (x.Kind == ast.Ident || x.Kind == ast.Member) && isCounted(m.Tree.Source, int(x.Start), int(x.End)):
		c.noteChange(x)
	}
}

// noteParts notes the properties that get the parts of what a pattern takes apart.
func (c *conditions) noteParts(pattern *ast.Expr) {
	for _, part := range pattern.List {
		c.notePart(part)
	}
	for i := range pattern.Props() {
		c.notePart(pattern.Props()[i].Value)
	}
}

func (c *conditions) notePart(x *ast.Expr) {
	switch {
	case x == nil:
	case x.Kind == ast.Member:
		c.noteChange(x)
	case x.Kind == ast.Array, x.Kind == ast.Object:
		c.noteParts(x)
	case x.Kind == ast.Assign, x.Kind == ast.Spread: // [a.b = 1, ...a.c]
		c.notePart(x.L)
	}
}

// isLoopTarget reports whether what starts somewhere is behind the parenthesis of a loop,
// as in for (a.b of c).
func isLoopTarget(src string, start int) bool {
	if start > len(src) {
		return false
	}
	before, ok := strings.CutSuffix(strings.TrimRight(src[max(0, start-len("for await (  ")):start], " "), "(")
	before = strings.TrimRight(before, " ")
	return ok && (strings.HasSuffix(before, "for") || strings.HasSuffix(before, "await"))
}

func (c *conditions) noteChange(target *ast.Expr) {
	switch target.Kind {
	case ast.Ident:
		if b := target.Binding(); b != nil {
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
