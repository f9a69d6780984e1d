package eval

import (
	"cmp"
	"maps"
	"slices"

	"github.com/beianlint/beianlint/lint/platform"
	"github.com/beianlint/beianlint/lint/usage/ast"
	"github.com/beianlint/beianlint/lint/usage/model"
	"github.com/beianlint/beianlint/lint/usage/resolve"
)

// exporter reads what modules export.
type exporter struct {
	e     *Evaluator
	names map[*resolve.Module]exportNames
}

// importedName returns what a module gets by importing a name ("*": all, "default").
func (r *exporter) importedName(m *resolve.Module, from, name string) Values {
	target := r.e.load(m, from)
	if target == nil {
		if file, _ := r.e.sources.Names().Resolve(m.Name, from); r.e.sources.IsInert(file) {
			from = model.InertLibrary
		}
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
	return r.e.props.read(&Value{Kind: Exports, mod: target}, name)
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

// exported reads one export of a module: of ECMAScript, or of CommonJS.
func (r *exporter) exported(m *resolve.Module, name string) Values {
	if m.IsJSON() {
		return r.member(m, name)
	}
	of := r.namesOf(m)
	out := newSet(r.e)
	for _, e := range of.byName[name] {
		out.union(r.export(e))
	}
	for _, at := range of.modules {
		if at == m || name != "default" {
			out.union(r.member(at, name))
		}
	}
	if name == "default" && len(out.list) == 0 { // import x from a CommonJS module
		return r.commonJS(m).Add(&Value{Kind: Exports, mod: m})
	}
	return out.values()
}

// member reads what a module gives to a name otherwise than by export: as JSON,
// or as CommonJS does.
func (r *exporter) member(m *resolve.Module, name string) Values {
	if m.IsJSON() {
		vs := r.e.eval(m.Json(), m, nil)
		if name != "default" {
			vs = r.e.props.property(vs, name)
		}
		return vs
	}
	vs := r.e.props.property(r.commonJS(m), name)
	return vs.Union(r.e.assigned.to(&Value{Kind: Exports, mod: m}, name))
}

// exportOf is an export of a module.
type exportOf struct {
	*ast.Export
	mod *resolve.Module
}

// perExport is what an export costs that a module has, of its own or of those that it re-exports all
// of: each module has a list of them.
const perExport = 32

// exportNames are the exports of a module and of those that it re-exports all of.
type exportNames struct {
	of      *resolve.Module
	byName  map[string][]exportOf // "*": all
	modules []*resolve.Module     // those that can have others, the module itself first
}

// namesOf collects the exports of a module, once: modules that re-export all of
// each other are visited once each.
func (r *exporter) namesOf(m *resolve.Module) exportNames {
	if known, ok := r.names[m]; ok {
		return known
	}
	of := exportNames{of: m, byName: map[string][]exportOf{}}
	seen := map[*resolve.Module]bool{m: true}
	for queue := []*resolve.Module{m}; len(queue) > 0; queue = queue[1:] {
		at := queue[0]
		if at != m && r.e.memo.exhausted() {
			return of // known in part
		}
		r.e.memo.spend(perExport * (1 + len(at.Tree.Exports)))
		if at == m || at.IsJSON() || len(at.Tree.Assigns) > 0 || len(r.e.facts.commonJS[at]) > 0 {
			of.modules = append(of.modules, at)
		}
		for i := range at.Tree.Exports {
			e := &at.Tree.Exports[i]
			if e.As != "" {
				of.add(exportOf{e, at}, at == m)
				continue
			}
			if target := r.e.load(at, e.From); target != nil && !seen[target] {
				seen[target] = true
				queue = append(queue, target)
			}
		}
	}
	r.names[m] = of
	return of
}

// add notes an export. The default one is not re-exported, nor one of a name that the module itself
// exports (https://tc39.es/ecma262/#sec-resolveexport).
func (x *exportNames) add(e exportOf, own bool) {
	if !own && (e.As == "default" || e.As != "*" && x.owns(e.As)) {
		return
	}
	x.byName[e.As] = append(x.byName[e.As], e)
	if e.As != "*" {
		x.byName["*"] = append(x.byName["*"], e)
	}
}

// owns reports whether the module itself exports a name: its exports come first.
func (x *exportNames) owns(name string) bool {
	list := x.byName[name]
	return len(list) > 0 && list[0].mod == x.of
}

// sorted are the names that are known.
func (x exportNames) sorted() []string {
	names := slices.Sorted(maps.Keys(x.byName))
	return slices.DeleteFunc(names, func(name string) bool { return name == "*" })
}

func (r *exporter) export(e exportOf) Values {
	m := e.mod
	switch {
	case e.From != "":
		return r.importedName(m, e.From, e.Name)
	case e.Local != "":
		if b := m.Tree.Scope.Own(e.Local); b != nil {
			return r.e.evalBinding(b, m, nil)
		}
		return nil
	}
	return r.e.eval(e.Value, m, nil)
}
