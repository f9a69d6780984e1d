package eval

import (
	"github.com/beianlint/beianlint/lint/usage/ast"
	"github.com/beianlint/beianlint/lint/usage/model"
	"github.com/beianlint/beianlint/lint/usage/resolve"
)

// noteAMD takes in what a file defines itself with:
// define(["a", "exports"], function (a, exports) {…})
// (https://github.com/amdjs/amdjs-api/blob/master/AMD.md).
func noteAMD(f *facts, m *resolve.Module) {
	for _, x := range m.CallsOf(model.AMDDefiner) {
		if len(x.List) == 0 || x.L.Scope.Lookup(model.AMDDefiner) != nil {
			continue
		}
		n := len(x.List)
		switch made := x.List[n-1]; made.Kind {
		case ast.Object:
			f.commonJS[m] = append(f.commonJS[m], made)
		case ast.Function:
			f.commonJS[m] = append(f.commonJS[m], made.Func().Returns...)
			deps := []string{"require", "exports", "module"}
			if n > 1 && x.List[n-2].Kind == ast.Array {
				deps = textsOf(x.List[n-2].List)
			}
			f.bundles.factories[made.Func()] = amdFactory(m, deps)
		}
	}
}

func textsOf(list []*ast.Expr) []string {
	texts := make([]string, len(list))
	for i, x := range list {
		texts[i] = x.Text
	}
	return texts
}

func amdFactory(m *resolve.Module, deps []string) *factory {
	f := &factory{in: m, self: m, load: &loader{file: m}, roles: roles{-1, -1, -1}, deps: deps}
	for i, name := range deps {
		switch name {
		case "require":
			f.roles.require = i
		case "exports":
			f.roles.exports = i
		case "module":
			f.roles.module = i
		}
	}
	return f
}
