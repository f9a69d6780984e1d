package flow

import (
	"cmp"

	"github.com/beianlint/beianlint/lint/platform"
	"github.com/beianlint/beianlint/lint/usage/ast"
	"github.com/beianlint/beianlint/lint/usage/model"
)

// importedName returns what a module gets by importing a name ("*": all, "default").
func (p *Program) importedName(m *module, from, name string) values {
	target := p.load(m, from)
	if target == nil {
		v := &value{kind: external, path: p.paths.root(from)}
		if prefix := cmp.Or(model.APIModules[from], platform.PrefixOfModule(from)); prefix != "" {
			v = &value{kind: api, path: p.paths.root(prefix)}
		}
		if name != "*" && name != "default" {
			v.path = p.paths.member(v.path, name)
		}
		return values{v}
	}
	if name == "*" {
		return values{{kind: exports, mod: target}}
	}
	return p.exported(target, name)
}

// required returns what require(from) gives.
func (p *Program) required(m *module, from string) values {
	target := p.load(m, from)
	if target == nil {
		return p.importedName(m, from, "*")
	}
	if target.isJSON() {
		return p.eval(target.json(), target, nil)
	}
	if len(target.commonJS) == 0 {
		return values{{kind: exports, mod: target}}
	}
	return p.whole(target).add(&value{kind: exports, mod: target})
}

// whole returns the values that are assigned to module.exports.
func (p *Program) whole(m *module) values {
	var out values
	for _, x := range m.commonJS {
		out = out.union(p.eval(x, m, nil))
	}
	return out
}

// maxReexports bounds chains of export … from, which can be cyclic.
const maxReexports = 20

// exported reads one export of a module: of ECMAScript, or of CommonJS.
func (p *Program) exported(m *module, name string) values {
	if m.isJSON() {
		vs := p.eval(m.json(), m, nil)
		if name != "default" {
			vs = p.property(vs, name)
		}
		return vs
	}
	if p.reexports >= maxReexports {
		return nil
	}
	p.reexports++
	defer func() { p.reexports-- }()
	var out values
	for i := range m.tree.Exports {
		e := &m.tree.Exports[i]
		if e.As == name || e.As == "" || name == "*" {
			out = out.union(p.export(m, e, name))
		}
	}
	for _, v := range p.whole(m) {
		out = out.union(p.read(v, name))
	}
	out = out.union(p.assigned(&value{kind: exports, mod: m}, name))
	if name == "default" && len(out) == 0 { // import x from a CommonJS module
		return p.whole(m).add(&value{kind: exports, mod: m})
	}
	return out
}

func (p *Program) export(m *module, e *ast.Export, name string) values {
	switch {
	case e.From != "" && e.As == "":
		if target := p.load(m, e.From); target != nil && name != "default" {
			return p.exported(target, name)
		}
		return nil
	case e.From != "":
		return p.importedName(m, e.From, e.Name)
	case e.Local != "":
		if b := m.tree.Scope.Names[e.Local]; b != nil {
			return p.evalBinding(b, m, nil)
		}
		return nil
	}
	return p.eval(e.Value, m, nil)
}

func (m *module) isJSON() bool { return m.file.Ext() == "json" }

func (m *module) json() *ast.Expr {
	if len(m.tree.Body) == 0 {
		return nil
	}
	return m.tree.Body[0].Expr
}
