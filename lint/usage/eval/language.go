package eval

import (
	"strings"

	"github.com/beianlint/beianlint/lint/usage/ast"
	"github.com/beianlint/beianlint/lint/usage/resolve"
)

// resolved is what the function that is given to new Promise resolves with.
func (c *calls) resolved(x *ast.Expr, m *resolve.Module, f *frame) Values {
	if x.Kind != ast.Function || len(x.Func().Params) == 0 || x.Func().Params[0].Binding == nil {
		return nil
	}
	resolve := x.Func().Params[0].Binding
	var out Values
	for _, call := range m.CallsOf(resolve.Name) {
		if len(call.List) > 0 && call.L.Scope.Lookup(resolve.Name) == resolve {
			out = out.Union(c.e.eval(call.List[0], m, f))
		}
	}
	return out
}

// functionsOf returns the functions that a name stands for.
func (c *calls) functionsOf(b *ast.Binding, m *resolve.Module) Values {
	var out Values
	for _, v := range c.e.evalBinding(b, m, nil) {
		if v.Kind == Function {
			out = out.Add(v)
		}
	}
	return out
}

// ofMap reads new Map([[key, value]]).get(key): any value.
func (c *calls) ofMap(x *ast.Expr, m *resolve.Module, f *frame) Values {
	var out Values
	for _, v := range c.e.eval(x, m, f) {
		if isMap(v) {
			out = out.Union(c.e.props.property(c.e.props.property(Values{v}, "*"), "1"))
		}
	}
	return out
}

// arrays leaves the arrays among the values of an expression.
func (c *calls) arrays(x *ast.Expr, m *resolve.Module, f *frame) Values {
	return c.e.eval(x, m, f).only(Array)
}

// evalURL evaluates new URL(url, base): a URL, or another page of the base's server.
func evalURL(c *calls, x *ast.Expr, m *resolve.Module, f *frame) (Values, bool) {
	vs := c.e.eval(x.List[0], m, f)
	if len(x.List) == 1 {
		return vs, true
	}
	out := newSet(c.e)
	for _, v := range vs.Texts() {
		if _, ok := ParseURL(v.Text); ok {
			out.union(Values{v})
		}
	}
	if len(out.list) == len(vs) && len(vs) > 0 {
		return out.values(), true
	}
	for _, base := range c.e.eval(x.List[1], m, f).Texts() {
		from := HostOffset(base.Text)
		if n := strings.IndexAny(base.Text[from:], "/?#"); n >= 0 {
			base = cutText(base, substring, 0, from+n, false)
		}
		out.union(Values{base}.append(Values{{Kind: Text, Text: "/", Open: true}}))
	}
	return out.values(), true
}

// ofURL reads a property of what new URL(…) makes, for which its text stands.
func ofURL(v *Value, name string) Values {
	host := HostOffset(v.Text)
	from, to := 0, len(v.Text)
	switch name {
	case "href":
		return Values{v}
	case "origin", "host", "hostname":
		if n := strings.IndexAny(v.Text[host:], "/?#"); n >= 0 {
			to = host + n
		} else if v.Open {
			return Values{v}
		}
		if name != "origin" {
			from = host
		}
		return Values{cutText(v, substring, from, to, false)}
	}
	return nil
}

// evalNext evaluates it.next(): any element of what is iterated over can come.
func evalNext(c *calls, x *ast.Expr, m *resolve.Module, f *frame) (Values, bool) {
	vs := c.arrays(x.L.L, m, f)
	if len(vs) == 0 {
		return nil, false
	}
	value := ast.Prop{Key: "value", Value: anyElement(x.L.L, x), Start: x.Start, End: x.End}
	made := &ast.Expr{Kind: ast.Object, Parts: &ast.Parts{Props: []ast.Prop{value}}, Start: x.Start, End: x.End, Scope: x.Scope}
	return Values{{Kind: Object, expr: made, mod: m, frame: f}}, true
}

// isIteratorOf reports whether a call is list[Symbol.iterator](), which a list can stand
// for.
func isIteratorOf(x *ast.Expr) bool {
	key := x.L.R
	return x.L.Kind == ast.Index && key.Kind == ast.Member && key.Text == "iterator" && key.L.Kind == ast.Ident && key.L.Text == "Symbol"
}

// definedProps is what defineProps gives: the attributes of the component, and the
// defaults that are declared.
func (c *calls) definedProps(x *ast.Expr, m *resolve.Module, f *frame) Values {
	out := c.e.pages.attributesIn(m)
	for _, arg := range x.List {
		out = out.Union(c.e.eval(arg, m, f))
	}
	return out
}

// isText reports whether an expression is nothing but a text, as compilers write templates:
// "a".concat(b).concat(c). Whatever of the program has the name of one of its methods is not
// called by it.
func isText(x *ast.Expr) bool {
	for x.Kind == ast.Call && x.L.Kind == ast.Member && x.L.Text == "concat" {
		x = x.L.L
	}
	return x.Kind == ast.String || x.Kind == ast.Template || x.Kind == ast.Concat
}
