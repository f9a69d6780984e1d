package eval

import (
	"github.com/beianlint/beianlint/lint/usage/ast"
	"github.com/beianlint/beianlint/lint/usage/resolve"
)

// evalQuery evaluates what writes an object as a query, stringify(o) of qs and
// new URLSearchParams(o): as many texts as there are parameters, each of which can come
// first, since a value that is not known may stand before any of them.
func evalQuery(c *calls, x *ast.Expr, m *resolve.Module, f *frame) (Values, bool) {
	out := newSet(c.e)
	for _, v := range c.e.eval(x.List[0], m, f) {
		if v.Kind != Object {
			continue
		}
		props, _ := ownProps(c, v)
		for _, p := range props {
			name := Values{Literal(&ast.Expr{Kind: ast.String, Text: p.Key + "=", Start: p.Start, End: p.End}, v.mod)}
			value := changedTexts(c.e.props.property(Values{v}, p.Key).Texts(), encoding(unreserved))
			out.union(name.append(value).opened())
		}
	}
	return out.values(), len(out.list) > 0
}

// asQuery writes what an expression gives as a query.
func asQuery(of *ast.Expr) *ast.Expr {
	name := &ast.Expr{Kind: ast.Ident, Text: "URLSearchParams", Scope: &ast.Scope{}}
	return &ast.Expr{Kind: ast.New, L: name, List: []*ast.Expr{of}, Start: of.Start, End: of.End, Scope: of.Scope}
}

// joined is what pieces are joined to, which stands where at does.
func joined(at *ast.Expr, pieces ...*ast.Expr) *ast.Expr {
	return &ast.Expr{Kind: ast.Concat, List: pieces, Start: at.Start, End: at.End, Scope: at.Scope}
}
