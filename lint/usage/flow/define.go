package flow

import (
	"path"
	"strings"

	"github.com/beianlint/beianlint/lint/miniprogram"
	"github.com/beianlint/beianlint/lint/usage/ast"
	"github.com/beianlint/beianlint/lint/usage/dotenv"
	"github.com/beianlint/beianlint/lint/usage/model"
)

// define collects what the build and the platform put in place of names: the
// variables of .env files of every mode, the constants that a framework's
// configuration defines, and ext of ext.json.
func (p *Program) define() {
	for _, f := range p.project.Files {
		if f.Kind == miniprogram.Dotenv && f.Bytes != nil && p.built(path.Base(f.Name)) {
			p.dotenv(f)
		}
	}
	for _, f := range p.project.Build {
		if f.Kind == miniprogram.Script {
			p.buildConstants(f)
		}
	}
	for _, f := range p.project.Configs {
		// Alipay also takes ext in app.json.
		if base := path.Base(f.Name); (base == "ext.json" || base == "app.json") && f.Bytes != nil {
			m := p.jsonModule(f)
			p.ext = p.ext.union(p.property(p.eval(m.json(), m, nil), "ext"))
		}
	}
}

// built reports whether a build with the config's NODE_ENV reads a .env file:
// that of another mode is left out.
func (p *Program) built(name string) bool {
	mode := strings.TrimSuffix(strings.TrimPrefix(name, ".env."), ".local")
	fixed := p.fixed[model.ModeVariable]
	return !model.Modes[mode] || fixed == "" || fixed == mode
}

func (p *Program) jsonModule(f *miniprogram.File) *module {
	return &module{file: f.File, name: f.Name, tree: parse(p.active(f.Bytes), "json")}
}

func (p *Program) dotenv(f *miniprogram.File) {
	m := &module{file: f.File, name: f.Name}
	for v := range dotenv.Variables(f.Bytes) {
		start, end := v.Start, v.End
		if v.Quoted {
			start, end = start-1, end+1
		}
		x := &ast.Expr{Kind: ast.String, Start: int32(start), End: int32(end), Text: string(f.Bytes[v.Start:v.End])}
		p.env[v.Key] = p.env[v.Key].add(literal(x, m))
	}
}

// buildConstants takes the properties of env and defineConstants in a
// framework's configuration, whose values are source text: '"https://…"'
// (https://docs.taro.zone/docs/config-detail#defineconstants).
func (p *Program) buildConstants(f *miniprogram.File) {
	m := p.module(f.Name)
	if m == nil {
		return
	}
	ast.Walk(m.tree, func(x *ast.Expr, _ []*ast.Expr) {
		for i := range x.Props {
			prop := &x.Props[i]
			if prop.Value == nil || prop.Value.Kind != ast.Object {
				continue
			}
			switch {
			case prop.Key == model.VariableGroup:
				p.constants(prop.Value, m, p.env)
			case model.ConstantGroups[prop.Key]:
				p.constants(prop.Value, m, p.defined)
			}
		}
	})
}

func (p *Program) constants(x *ast.Expr, m *module, into map[string]values) {
	for _, prop := range x.Props {
		if prop.Key == "" || prop.Value == nil {
			continue
		}
		key, isVariable := prop.Key, false
		for _, prefix := range model.VariablePaths {
			if rest, ok := strings.CutPrefix(key, prefix); ok {
				key, isVariable = rest, true
			}
		}
		for _, v := range p.eval(sourceText(prop.Value), m, nil).text() {
			v = v.copy()
			v.text = strings.Trim(v.text, `"'`)
			v.prose = isProse(v.text)
			if isVariable {
				p.env[key] = p.env[key].add(v)
				continue
			}
			into[key] = into[key].add(v)
		}
	}
}

// sourceText takes JSON.stringify off a value that is put into the source.
func sourceText(x *ast.Expr) *ast.Expr {
	switch {
	case x.Kind == ast.Cond:
		return &ast.Expr{Kind: ast.Cond, L: x.L, R: sourceText(x.R), C: sourceText(x.C), Start: x.Start, End: x.End}
	case x.Kind == ast.Call && nameOf(x.L) == "stringify" && len(x.List) > 0:
		return x.List[0]
	}
	return x
}

// variable reads one variable of process.env, or of import.meta.env, which
// only has those with a prefix.
func (p *Program) variable(of, name string) values {
	if of == "process" || isShown(name) {
		return p.env[name]
	}
	return nil
}

// isShown reports whether import.meta.env has a variable.
func isShown(name string) bool {
	for _, prefix := range model.VariablePrefixes {
		if strings.HasPrefix(name, prefix) {
			return true
		}
	}
	return false
}
