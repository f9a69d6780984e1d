package eval

import (
	"github.com/beianlint/beianlint/lint/usage/ast"
	"github.com/beianlint/beianlint/lint/usage/resolve"
)

// resolved is what the function that is given to new Promise resolves with.
func (c *calls) resolved(x *ast.Expr, m *resolve.Module, f *frame) Values {
	if x.Kind != ast.Function || len(x.Func.Params) == 0 || x.Func.Params[0].Binding == nil {
		return nil
	}
	resolve := x.Func.Params[0].Binding
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
		if v.Kind == Native && v.Text == "Map" && v.expr != nil && len(v.expr.List) > 0 {
			out = out.Union(c.e.props.property(c.e.props.property(c.e.eval(v.expr.List[0], v.mod, nil), "*"), "*"))
		}
	}
	return out
}

// arrays leaves the arrays among the values of an expression.
func (c *calls) arrays(x *ast.Expr, m *resolve.Module, f *frame) Values {
	var out Values
	for _, v := range c.e.eval(x, m, f) {
		if v.Kind == Array {
			out = out.Add(v)
		}
	}
	return out
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
