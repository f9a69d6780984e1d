package eval

import (
	"cmp"

	"github.com/beianlint/beianlint/lint/platform"
	"github.com/beianlint/beianlint/lint/usage/ast"
	"github.com/beianlint/beianlint/lint/usage/model"
	"github.com/beianlint/beianlint/lint/usage/resolve"
)

// exporter reads what modules export.
type exporter struct {
	e         *Evaluator
	reexports int // how many are being followed
}

// importedName returns what a module gets by importing a name ("*": all, "default").
func (r *exporter) importedName(m *resolve.Module, from, name string) Values {
	target := r.e.load(m, from)
	if target == nil {
		v := &Value{Kind: Package, Path: r.e.paths.root(from)}
		if prefix := cmp.Or(model.APIModules[from], platform.PrefixOfModule(from)); prefix != "" {
			v = &Value{Kind: API, Path: r.e.paths.root(prefix)}
		}
		if name != "*" && name != "default" {
			v.Path = r.e.paths.member(v.Path, name)
		}
		return Values{v}
	}
	if name == "*" {
		return Values{{Kind: Exports, mod: target}}
	}
	return r.exported(target, name)
}

// required returns what require(from) gives.
func (r *exporter) required(m *resolve.Module, from string) Values {
	target := r.e.load(m, from)
	if target == nil {
		return r.importedName(m, from, "*")
	}
	return r.module(target)
}

// module returns what a module is to who requires it.
func (r *exporter) module(target *resolve.Module) Values {
	if target.IsJSON() {
		return r.e.eval(target.Json(), target, nil)
	}
	if len(r.e.facts.commonJS[target]) == 0 {
		return Values{{Kind: Exports, mod: target}}
	}
	return r.commonJS(target).Add(&Value{Kind: Exports, mod: target})
}

// commonJS returns the values that are assigned to module.exports.
func (r *exporter) commonJS(m *resolve.Module) Values {
	var out Values
	in := m
	if f := r.e.facts.bundles.virtual[m]; f != nil {
		in = f.in
	}
	for _, x := range r.e.facts.commonJS[m] {
		out = out.Union(r.e.eval(x, in, nil))
	}
	return out
}

// maxReexports bounds chains of export … from, which can be cyclic.
const maxReexports = 20

// exported reads one export of a module: of ECMAScript, or of CommonJS.
func (r *exporter) exported(m *resolve.Module, name string) Values {
	if m.IsJSON() {
		vs := r.e.eval(m.Json(), m, nil)
		if name != "default" {
			vs = r.e.props.property(vs, name)
		}
		return vs
	}
	if r.reexports >= maxReexports {
		return nil
	}
	r.reexports++
	defer func() { r.reexports-- }()
	var out Values
	for i := range m.Tree.Exports {
		e := &m.Tree.Exports[i]
		if e.As == name || e.As == "" || name == "*" {
			out = out.Union(r.export(m, e, name))
		}
	}
	for _, v := range r.commonJS(m) {
		out = out.Union(r.e.props.read(v, name))
	}
	out = out.Union(r.e.assigned.to(&Value{Kind: Exports, mod: m}, name))
	if name == "default" && len(out) == 0 { // import x from a CommonJS module
		return r.commonJS(m).Add(&Value{Kind: Exports, mod: m})
	}
	return out
}

func (r *exporter) export(m *resolve.Module, e *ast.Export, name string) Values {
	switch {
	case e.From != "" && e.As == "":
		if target := r.e.load(m, e.From); target != nil && name != "default" {
			return r.exported(target, name)
		}
		return nil
	case e.From != "":
		return r.importedName(m, e.From, e.Name)
	case e.Local != "":
		if b := m.Tree.Scope.Names[e.Local]; b != nil {
			return r.e.evalBinding(b, m, nil)
		}
		return nil
	}
	return r.e.eval(e.Value, m, nil)
}
