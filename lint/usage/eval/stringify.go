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
	written := map[handle]bool{}
	for _, v := range c.e.eval(x.List[0], m, f) {
		writeQuery(c, &out, v, written)
	}
	return out.values(), len(out.list) > 0
}

// perParameter is what a parameter of a query costs: a text, its parts and an expression
// are made for it.
const perParameter = 160

// writeQuery adds the parameters that an object is written as, and those of what it is made
// of: each object once, since any of its parameters can come first.
func writeQuery(c *calls, out *set, v *Value, written map[handle]bool) {
	id := c.e.memo.identity(v)
	if v.Kind != Object || written[id] || c.e.memo.over() {
		return
	}
	written[id] = true
	for _, source := range mergedIn(c.e, v.expr) {
		c.e.memo.spend(perQuestion)
		for _, of := range c.e.eval(source, v.mod, v.frame) {
			writeQuery(c, out, of, written)
		}
	}
	write := func(p *ast.Prop, value Values) {
		name := Values{Literal(&ast.Expr{Kind: ast.String, Text: p.Key + "=", Start: p.Start, End: p.End}, v.mod)}
		c.e.memo.spend(perParameter * max(1, len(value)))
		if c.e.memo.over() {
			return
		}
		out.union(name.append(changedTexts(value.Texts(), encoding(unreserved))).opened())
	}
	props := v.expr.Props()
	for i := range props {
		switch p := &props[i]; {
		case p.Key == "" || p.Spread || p.Value == nil:
		case i < maxElements:
			write(p, c.e.props.property(Values{v}, p.Key))
		default: // asking the object again and again would take too long
			write(p, c.e.props.propValue(p, v))
		}
	}
	added, all := c.e.facts.added.to(v.expr)
	if !all {
		c.e.memo.meet(Count, v.expr, v.mod)
	}
	for i := range added {
		write(&added[i].Prop, c.e.props.propValue(&added[i].Prop, v))
	}
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
