package eval

import (
	"slices"

	"github.com/beianlint/beianlint/lint/usage/ast"
	"github.com/beianlint/beianlint/lint/usage/model"
	"github.com/beianlint/beianlint/lint/usage/resolve"
)

// bundleReader evaluates what stands for modules of bundles.
type bundleReader struct{ e *Evaluator }

// call evaluates the calls that stand for something in a bundle: those of
// wrappers, those that start browserify's loader, and webpack's n.n(x).
func (r *bundleReader) call(x *ast.Expr, m *resolve.Module, f *frame) (Values, bool) {
	switch v := r.e.facts.bundles.given[x]; {
	case v == nil:
	case v.Kind == Exports:
		return r.e.exports.module(v.mod), true
	default:
		return Values{v}, true
	}
	if x.L.Kind != ast.Member || x.L.Text != model.InteropMaker || len(x.List) != 1 || !r.loads(x.L.L, m, f) {
		return nil, false
	}
	return Values{{Kind: Interop, expr: x.List[0], mod: m, frame: f}}, true
}

// loads reports whether an expression is the loader of a bundle.
func (r *bundleReader) loads(x *ast.Expr, m *resolve.Module, f *frame) bool {
	if x.Kind != ast.Ident || len(r.e.facts.bundles.factories) == 0 {
		return false
	}
	for _, v := range r.e.eval(x, m, f) {
		if v.Kind == Loader || v.Kind == Function && r.e.facts.bundles.loaders[v.Fn] != nil {
			return true
		}
	}
	return false
}

// read reads a property of what only bundles have.
func (r *bundleReader) read(v *Value, name string) Values {
	switch {
	case v.Kind == ModuleObject && name == "exports":
		return r.e.exports.module(v.mod)
	case v.Kind == Loader && v.load.fn != nil:
		return r.e.assigned.to(&Value{Kind: Function, Fn: v.load.fn}, name)
	case v.Kind == Interop && name == model.InteropGetter:
		return r.interop(v)
	}
	return nil
}

// loaded is what a loader gives for the key that it is called with.
func (r *bundleReader) loaded(x *ast.Expr, load *loader, m *resolve.Module, f *frame) Values {
	keys := Values{{Kind: Text}}
	if load.only == nil {
		if len(x.List) == 0 {
			return nil
		}
		keys = r.e.eval(x.List[0], m, f).Texts()
	}
	var out Values
	for _, key := range keys {
		if load.file != nil {
			out = out.Union(r.e.exports.required(load.file, key.Text))
			continue
		}
		if target := r.e.facts.bundles.find(load, key.Text); target != nil && !key.Open {
			out = out.Union(r.e.exports.module(target.self))
			for _, twin := range target.twins {
				out = out.Union(r.e.exports.module(twin.self))
			}
		}
	}
	return out
}

// parameter returns what the parameter of a bundled module is; nothing for any
// other function.
func (r *bundleReader) parameter(fn *ast.Func, i int) Values {
	f := r.e.facts.bundles.factories[fn]
	if f == nil {
		return nil
	}
	switch i {
	case f.roles.module:
		return Values{{Kind: ModuleObject, mod: f.self}}
	case f.roles.exports:
		return Values{{Kind: Exports, mod: f.self}}
	case f.roles.require:
		return Values{{Kind: Loader, load: f.load}}
	}
	if i < len(f.deps) {
		return r.e.exports.required(f.in, f.deps[i])
	}
	return nil
}

// interop is the default export of what webpack's n.n is given: of a module of
// CommonJS the whole.
func (r *bundleReader) interop(v *Value) Values {
	var out Values
	for _, of := range r.e.eval(v.expr, v.mod, v.frame) {
		below := withoutAPIs(r.e.props.read(of, "default")) // no platform has a default
		if len(below) == 0 {
			below = Values{of}
		}
		out = out.Union(below)
	}
	return out
}

// withoutAPIs leaves the values that are no APIs.
func withoutAPIs(vs Values) Values {
	return slices.DeleteFunc(slices.Clone(vs), func(v *Value) bool { return v.Kind == API })
}
