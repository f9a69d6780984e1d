package eval

import (
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
