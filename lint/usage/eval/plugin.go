package eval

import (
	"github.com/beianlint/beianlint/lint/usage/ast"
	"github.com/beianlint/beianlint/lint/usage/model"
	"github.com/beianlint/beianlint/lint/usage/resolve"
)

// maxMerged bounds through how many objects the constants of a plugin are followed.
const maxMerged = 8

// plugin takes the constants that the plugin of a build puts in place of names.
func (d *definitions) plugin(x *ast.Expr, m *resolve.Module) {
	if (x.Kind == ast.Call || x.Kind == ast.New) && ast.NameOf(x.L) == model.ConstantPlugin && len(x.List) > 0 {
		d.pluginObject(x.List[0], m, d.defined, maxMerged)
	}
}

// pluginObject takes the constants of an object that stands there, comes from another
// place, or that a function of a package merges of others.
func (d *definitions) pluginObject(x *ast.Expr, m *resolve.Module, into map[string]Values, left int) {
	if x == nil || left == 0 {
		return
	}
	for _, v := range d.e.eval(x, m, nil) {
		switch {
		case v.expr == nil:
		case v.Kind == Object && v.expr.Kind == ast.Object:
			d.pluginConstants(v.expr, v.mod, into, left-1)
		case (v.Kind == Object || v.Kind == Package) && v.expr.Kind == ast.Call:
			for _, arg := range v.expr.List {
				d.pluginObject(arg, v.mod, into, left-1)
			}
		}
	}
}

func (d *definitions) pluginConstants(x *ast.Expr, m *resolve.Module, into map[string]Values, left int) {
	d.constants(x, m, into)
	for _, prop := range x.Props() {
		switch {
		case prop.Spread:
			d.pluginObject(prop.Value, m, into, left)
		case prop.Key == model.VariableObject:
			d.pluginObject(prop.Value, m, d.env, left)
		}
	}
}
