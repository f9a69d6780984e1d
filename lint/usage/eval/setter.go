package eval

import (
	"github.com/beianlint/beianlint/lint/usage/ast"
	"github.com/beianlint/beianlint/lint/usage/lexer"
	"github.com/beianlint/beianlint/lint/usage/resolve"
)

// callSetters notes the assignments of a module that call a setter: it is given what is assigned.
func callSetters(l *linker, m *resolve.Module) {
	for _, x := range m.Tree.Assigns {
		if x.L.Kind != ast.Member || !l.e.facts.setters[x.L.Text] || l.done[x] {
			continue
		}
		given := x.R
		if x.Op == lexer.AddTo {
			given = &ast.Expr{Kind: ast.Concat, List: []*ast.Expr{x.L, x.R}, Start: x.Start, End: x.End, Scope: x.Scope}
		}
		setters := l.e.props.property(l.e.eval(x.L.L, m, nil), ast.SetterPrefix+x.L.Text)
		l.done[x] = l.addCallees(setters, site{args: []*ast.Expr{given}, mod: m, at: x.Start})
	}
}
