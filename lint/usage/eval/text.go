package eval

import (
	"strings"

	"github.com/beianlint/beianlint/lint/usage/ast"
	"github.com/beianlint/beianlint/lint/usage/resolve"
)

func (c *calls) concatenated(x *ast.Expr, m *resolve.Module, f *frame) (Values, bool) {
	vs := c.e.eval(x.L.L, m, f).Texts()
	if len(vs) == 0 {
		return nil, false
	}
	for _, arg := range x.List {
		vs = vs.append(c.e.eval(arg, m, f).Texts())
	}
	return vs, true
}

// holdsURL reports whether a text is an address that is encoded, or a query with one: a page
// may be opened with it.
func holdsURL(v *Value) bool {
	if strings.Contains(v.Text, "%3A%2F%2F") {
		return true
	}
	_, query, ok := strings.Cut(v.Text, "=")
	return ok && strings.Contains(query, "://")
}

// areText reports whether the only value is a text.
func (vs Values) areText(text string) bool { return len(vs) == 1 && vs[0].Text == text && !vs[0].Open }
