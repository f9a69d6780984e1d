package resolve

import "github.com/beianlint/beianlint/lint/usage/ast"

// exported are the exports of modules that are written as such: who imports one of a module
// that is known uses that one, and nothing else that has its name. Who may have the module as
// an object asks for it by the name, as for a member of any object.
type exported struct {
	carriers map[exportKey]int32
	keys     []exportKey // in order
	names    map[string]bool
	whole    map[int32]bool // modules that say what their default is
	open     map[int32]bool // modules that are asked for, or given, more than is seen here
}

// exportKey is an export by what its module exports.
type exportKey struct {
	module int32
	name   string
}

func newExported() exported {
	return exported{carriers: map[exportKey]int32{}, names: map[string]bool{}, whole: map[int32]bool{}, open: map[int32]bool{}}
}

// add notes the exports of a module.
func (e *exported) add(r *references, m *Module) {
	for i := range m.Tree.Exports {
		switch x := &m.Tree.Exports[i]; {
		case isWholeExport(x):
			e.whole[r.exportsOf(m)] = true
		case x.As != "":
			key := exportKey{r.exportsOf(m), x.As}
			if _, ok := e.carriers[key]; !ok {
				e.carriers[key] = r.add(carrier{named: true})
				e.keys, e.names[x.As] = append(e.keys, key), true
			}
		}
	}
}

// isWholeExport reports whether an export is all that a module is to who imports its default.
func isWholeExport(x *ast.Export) bool {
	return x.As == "default" || x.As == "*" && x.From == ""
}

// importDefault notes that something has the default of a module: all of it, where that does
// not say what its default is.
func (e *exported) importDefault(module int32) {
	if !e.whole[module] {
		e.open[module] = true
	}
}

// settle lets the exports of a module be asked for by their names, as members of any object,
// where something may have that as an object.
func (e *exported) settle(r *references) {
	for module := range r.compiled.reads {
		e.importDefault(module)
	}
	for _, key := range e.keys {
		if r.handsRequire || e.open[key.module] || r.compiled.shared[key.module] {
			at, byName := e.carriers[key], r.name(key.name)
			r.flow(at, flow{byName, anyUse})
			r.flow(byName, flow{at, anyUse})
		}
	}
}

// named returns the carrier of an export: that of what anything has by the name where the
// module does not say itself that it exports it.
func (e *exported) named(r *references, module int32, name string) int32 {
	if at, ok := e.carriers[exportKey{module, name}]; ok {
		return at
	}
	return r.name(name)
}

// exchanges tells what one module imports and exports, and reads of others.
type exchanges struct{ *referrer }

func exchangesIn(v *referrer) exchanges { return exchanges{v} }

// member returns the carrier of the property that an expression reads by its name.
func (v exchanges) member(x *ast.Expr) int32 {
	if !v.exported.names[x.Text] {
		return v.name(x.Text)
	}
	return v.read(loadsIn(v.referrer).moduleIn(x.L), x.Text)
}

// read returns the carrier of what is read of a module, or of anything else, by a path.
func (v exchanges) read(module int32, path ...string) int32 {
	if module == none {
		return v.name(path[len(path)-1])
	}
	first := v.exported.named(v.references, module, path[0])
	if len(path) == 1 {
		return first
	}
	v.note(first, used(had))
	return v.name(path[len(path)-1])
}

func (v exchanges) importedName(b *ast.Binding, d ast.Def, to int32) {
	target := v.sources.Load(v.m, d.From)
	v.imported[target] = true
	if v.m.Tree.Decorated { // types in it are classes that decorators are told, and make
		v.note(to, used(had))
	}
	if target != nil && d.Name == "*" {
		v.compiled.names[b] = v.exportsOf(target)
		if len(b.Defs) > 1 || v.m.Tree.Namespaces {
			v.compiled.share(b)
		}
	}
	switch {
	case target == nil:
		v.carriers[to].foreign = true
	case d.Name == "*" || d.Name == "default":
		v.flow(v.exportsOf(target), flow{to, anyUse})
		if d.Name == "default" {
			v.exported.importDefault(v.exportsOf(target))
		}
	default:
		v.flow(v.exported.named(v.references, v.exportsOf(target), d.Name), flow{to, anyUse})
		v.note(v.exportsOf(target), used(had))
	}
}

func (v exchanges) export(e *ast.Export) {
	own, whole := v.exportsOf(v.m), isWholeExport(e)
	as := v.exported.named(v.references, own, e.As)
	switch {
	case e.From != "":
		v.reexport(e, own, as)
	case e.Local != "":
		if b := v.m.Tree.Scope.Own(e.Local); b != nil {
			v.compiled.share(b)
			v.exportOne(v.binding(b), own, as, whole)
		}
	case e.Value != nil && whole:
		v.exports[e.Value] = true
		v.given[e.Value] = append(v.given[e.Value], held(own, anyUse))
		v.compiled.given = append(v.compiled.given, own)
	case e.Value != nil:
		v.given[e.Value] = append(v.given[e.Value], held(as, anyUse), held(own, leaked))
	}
}

// exportOne notes that a module exports what a carrier holds.
func (v exchanges) exportOne(from, own, as int32, whole bool) {
	if whole {
		v.flow(from, flow{own, anyUse})
		v.compiled.given = append(v.compiled.given, own)
		return
	}
	v.flow(from, flow{as, anyUse})
	v.flow(from, flow{own, leaked})
}

func (v exchanges) reexport(e *ast.Export, own, as int32) {
	target := v.sources.Load(v.m, e.From)
	if target == nil {
		v.carriers[as].foreign = v.carriers[as].foreign || e.As != ""
		return
	}
	v.imported[target] = true
	from := v.exportsOf(target)
	if e.Name == "*" && e.As != "" {
		v.compiled.shared[from] = true
	}
	if e.Name != "*" && e.Name != "default" {
		v.note(from, used(had))
		from = v.exported.named(v.references, from, e.Name)
	}
	if e.Name == "default" {
		v.exported.importDefault(from)
	}
	if e.As == "" {
		v.exported.open[from] = true
		v.flow(from, flow{own, leaked | had})
		return
	}
	v.exportOne(from, own, as, e.As == "default")
}
