package eval

import (
	"path"
	"slices"
	"strings"

	"github.com/beianlint/beianlint/lint/miniprogram"
	"github.com/beianlint/beianlint/lint/usage/ast"
	"github.com/beianlint/beianlint/lint/usage/model"
	"github.com/beianlint/beianlint/lint/usage/resolve"
)

// definitions are what the build and the platform put in place of names.
type definitions struct {
	e       *Evaluator
	env     map[string]Values // process.env
	defined map[string]Values // names that the build defines
	ext     Values            // ext of ext.json
	extIn   []ExtConfig       // where it stands
	app     Values            // appConfig of WePY's configuration
}

// collect takes the variables of .env files of every mode, the constants that a
// framework's configuration defines, and ext of ext.json.
func (d *definitions) collect(project *miniprogram.Project) {
	env := newEnvironment(d)
	for _, f := range slices.Concat(project.Files, d.e.sources.Names().Imported) {
		if f.Kind == miniprogram.Dotenv && f.Bytes != nil && d.built(path.Base(f.Name)) {
			env.read(&resolve.Module{File: f.File, Name: f.Name}, f.Bytes)
		}
	}
	env.dropReplaced()
	env.settle()
	for _, f := range project.Build {
		if f.Kind == miniprogram.Script {
			d.buildConstants(f)
		}
	}
	for _, f := range project.Configs {
		// Alipay also takes ext in app.json.
		if base := path.Base(f.Name); (base == "ext.json" || base == "app.json") && f.Bytes != nil {
			m := d.e.sources.JSON(f)
			ext := d.e.props.property(d.e.eval(m.Json(), m, nil), "ext")
			d.ext = d.ext.Union(ext)
			d.noteExt(ext)
		}
	}
}

// ExtConfig is ext of an ext.json.
type ExtConfig struct {
	Module *resolve.Module
	Object *ast.Expr
}

func (d *definitions) noteExt(ext Values) {
	for _, v := range ext {
		if v.Kind == Object {
			d.extIn = append(d.extIn, ExtConfig{v.mod, v.expr})
		}
	}
}

// built reports whether a build with the config's NODE_ENV reads a .env file:
// that of another mode is left out.
func (d *definitions) built(name string) bool {
	mode := strings.TrimSuffix(strings.TrimPrefix(name, ".env."), ".local")
	fixed := d.e.sources.Fixed(model.ModeVariable)
	return !model.Modes[mode] || fixed == "" || fixed == mode
}

// buildConstants takes the properties of env and defineConstants in a
// framework's configuration, whose values are source text: '"https://…"'
// (https://docs.taro.zone/docs/config-detail#defineconstants).
func (d *definitions) buildConstants(f *miniprogram.File) {
	m := d.e.module(f.Name)
	if m == nil {
		return
	}
	ast.Walk(m.Tree, func(x *ast.Expr, _ []*ast.Expr) {
		d.plugin(x, m)
		for i := range x.Props() {
			prop := &x.Props()[i]
			if prop.Value == nil || prop.Value.Kind != ast.Object {
				continue
			}
			switch {
			case prop.Key == model.VariableGroup:
				d.constants(prop.Value, m, d.env)
			case model.ConstantGroups[prop.Key]:
				d.constants(prop.Value, m, d.defined)
			case prop.Key == model.AppConfigGroup:
				d.app = d.app.Union(d.e.eval(prop.Value, m, nil))
			}
		}
	})
}

func (d *definitions) constants(x *ast.Expr, m *resolve.Module, into map[string]Values) {
	for _, prop := range x.Props() {
		if prop.Key == "" || prop.Value == nil {
			continue
		}
		key, isVariable := prop.Key, false
		for _, prefix := range model.VariablePaths {
			if rest, ok := strings.CutPrefix(key, prefix); ok {
				key, isVariable = rest, true
			}
		}
		for _, v := range d.e.eval(sourceText(prop.Value), m, nil).Texts() {
			v = v.copy()
			v.Text = strings.Trim(v.Text, `"'`)
			v.prose = isProse(v.Text)
			if isVariable {
				d.env[key] = d.env[key].Add(v)
				continue
			}
			into[key] = into[key].Add(v)
		}
	}
}

// sourceText takes JSON.stringify off a value that is put into the source.
func sourceText(x *ast.Expr) *ast.Expr {
	switch {
	case x.Kind == ast.Cond:
		return &ast.Expr{Kind: ast.Cond, L: x.L, R: sourceText(x.R), Parts: &ast.Parts{C: sourceText(x.C())}, Start: x.Start, End: x.End}
	case x.Kind == ast.Call && ast.NameOf(x.L) == "stringify" && len(x.List) > 0:
		return x.List[0]
	}
	return x
}

// variable reads one variable of process.env, or of import.meta.env, which
// only has those that the build shows.
func (d *definitions) variable(of, name string) Values {
	if of == "process" || d.e.sources.Shows(name) {
		return d.env[name]
	}
	return nil
}
