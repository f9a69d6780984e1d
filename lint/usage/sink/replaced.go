package sink

import (
	"slices"

	"github.com/beianlint/beianlint/lint/platform"
	"github.com/beianlint/beianlint/lint/usage/ast"
	"github.com/beianlint/beianlint/lint/usage/eval"
	"github.com/beianlint/beianlint/lint/usage/resolve"
)

// isReplaced reports whether an option names a server that stands for the SDK's own.
func (d *sdks) isReplaced(by platform.Replaced) bool {
	if by.Call == "" {
		return false
	}
	named, known := d.replaced[by]
	if !known {
		named = allNameServer(d.in, by)
		d.replaced[by] = named
	}
	return named
}

// allNameServer reports whether a server is named in what every client that is made is
// given, as far as it is known, and in every object that says whether the option counts.
func allNameServer(in *inputs, by platform.Replaced) bool {
	options := 0
	for m := range in.modules() {
		given := optionsIn(in, m, by)
		options += len(given)
		for _, v := range given {
			if !namesServer(in, v, by) {
				return false
			}
		}
	}
	return options > 0
}

// optionsIn returns what clients are given in a module, and what is written there for
// them to be given.
func optionsIn(in *inputs, m *resolve.Module, by platform.Replaced) (all eval.Values) {
	for _, x := range m.Tree.Calls {
		if ast.NameOf(x.L) == by.Call && len(x.List) > 0 {
			all = all.Union(in.values.Eval(x.List[0], m))
		}
	}
	ast.Walk(m.Tree, func(x *ast.Expr, _ []*ast.Expr) {
		if x.Kind == ast.Object && slices.ContainsFunc(x.Props(), func(p ast.Prop) bool { return p.Key == by.Off }) {
			all = all.Union(in.values.Eval(x, m))
		}
	})
	return all
}

// namesServer reports whether the options of a client name a server that counts.
func namesServer(in *inputs, options *eval.Value, by platform.Replaced) bool {
	if by.Off != "" {
		off := in.values.Read(options, by.Off)
		isOn := func(v *eval.Value) bool { return v.Kind != eval.Constant || v.Text != "false" }
		if len(off) == 0 || slices.ContainsFunc(off, isOn) {
			return false
		}
	}
	return slices.ContainsFunc(by.Options[:], func(option string) bool { return option != "" && len(in.values.Read(options, option)) > 0 })
}
