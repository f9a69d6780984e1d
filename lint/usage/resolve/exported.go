package resolve

import (
	"slices"

	"github.com/beianlint/beianlint/lint/usage/ast"
)

// exported are the exports of modules that are written as such: who imports one of a module
// that is known uses that one, and nothing else that has its name. Who may have the module as
// an object asks for it by the name, as for a member of any object; a function of the module
// has that as its "this", where it is called as a member of it.
type exported struct {
	carriers map[exportKey]int32
	keys     []exportKey // in order
	names    map[string]bool
	whole    map[int32]bool // modules that say what their default is
	open     map[int32]bool // modules that are asked for, or given, more than is seen here
	// asking are modules with functions that ask what they are a member of for others; that may
	// be a module that exports functions of another one, too: passed.
	asking map[int32]bool
	passed []passed
	// literals are the objects that are written out as all that a module exports: the module.
	literals map[int32]int32
}

// exportKey is an export by what its module exports.
type exportKey struct {
	module int32
	name   string
}

// passed says that a module exports what it has from another one.
type passed struct{ from, by int32 }

func newExported() exported {
	return exported{
		asking:   map[int32]bool{},
		carriers: map[exportKey]int32{}, names: map[string]bool{}, whole: map[int32]bool{}, open: map[int32]bool{}, literals: map[int32]int32{},
	}
}

// find notes the exports of a module.
func (e *exported) find(r *references, m *Module) {
	for i := range m.Tree.Exports {
		switch x := &m.Tree.Exports[i]; {
		case isWholeExport(x):
			e.whole[r.exportsOf(m)] = true
		case x.As != "":
			e.add(r, m, x.As)
		}
	}
	for _, x := range m.Tree.Assigns {
		switch {
		case isOwnExports(x.L) && x.R.Kind == ast.Object:
			for i := range x.R.Props() {
				if p := &x.R.Props()[i]; p.Key != "" && !p.Spread {
					e.add(r, m, p.Key)
				}
			}
		case x.L.Kind == ast.Member && x.L.Text != "default" && isOwnExports(x.L.L):
			e.add(r, m, x.L.Text)
		}
	}
}

// add notes an export of a module by its name.
func (e *exported) add(r *references, m *Module, name string) {
	key := exportKey{r.exportsOf(m), name}
	if _, ok := e.carriers[key]; !ok && !slices.Contains(implicit, name) {
		e.carriers[key] = r.add(carrier{named: true})
		e.keys, e.names[name] = append(e.keys, key), true
	}
}

// isOwnExports reports whether an expression is what a file exports by the names of CommonJS.
func isOwnExports(x *ast.Expr) bool {
	if x.Kind == ast.Member && x.Text == "exports" {
		return namesGlobal(x.L, "module")
	}
	return namesGlobal(x, "exports")
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
	e.passOn()
	for _, key := range e.keys {
		if r.handsRequire || e.open[key.module] || r.compiled.shared[key.module] {
			at, byName := e.carriers[key], r.name(key.name)
			r.flow(at, flow{byName, anyUse})
			r.flow(byName, flow{at, anyUse})
		}
	}
}

// passOn opens the modules that ask, and those that export functions of theirs.
func (e *exported) passOn() {
	to := map[int32][]int32{}
	for _, p := range e.passed {
		to[p.from] = append(to[p.from], p.by)
	}
	for queue := keysOf(e.asking); len(queue) > 0; {
		module := queue[0]
		queue = append(queue[1:], to[module]...)
		delete(to, module)
		e.open[module] = true
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
	return v.read(v.module(x.L), x.Text)
}

// module returns what a file exports that an expression stands for, or none: module.exports of
// a function's own parameter is of another module in the file.
func (v exchanges) module(x *ast.Expr) int32 {
	if x.Kind == ast.Member && !isOwnExports(x) {
		return none
	}
	return loadsIn(v.referrer).moduleIn(x)
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

// assignsAll notes that a module exports what is assigned to module.exports: an object that is
// written out has its members as exports, if nothing else has it.
func (v exchanges) assignsAll(x *ast.Expr, isHeld bool) {
	module := v.moduleExports(x.L)
	if module == none {
		return
	}
	if isHeld || !isOwnExports(x.L) || !isExportList(x.R) {
		v.exported.open[module] = true
		return
	}
	v.exported.literals[carrierOf(v.references, v.objects, x.R, carrier{})] = module
}

// isExportList reports whether all members of an object are written in the module, so that who
// calls one gives it no other "this" than the object.
func isExportList(x *ast.Expr) bool {
	if x.Kind != ast.Object {
		return false
	}
	for i := range x.Props() {
		if p := &x.Props()[i]; p.Spread || p.Key == "" || p.Value == nil || !isOwnValue(p.Value) {
			return false
		}
	}
	return true
}

// isOwnValue reports whether an expression is no function that stands in an object or a module
// elsewhere, where "this" is another.
func isOwnValue(x *ast.Expr) bool {
	switch x.Kind {
	case ast.Ident:
		b := x.Binding()
		return b != nil && len(b.Defs) == 1 && b.Defs[0].Value != nil && len(b.Defs[0].Path) == 0 && b.Defs[0].Func == nil && b.Defs[0].Value.Kind != ast.Ident && isOwnValue(b.Defs[0].Value)
	case ast.Function, ast.Class, ast.String, ast.Template, ast.Concat, ast.Number, ast.Object, ast.Array, ast.Not, ast.Binary, ast.New:
		return true
	}
	return false
}

// assigned notes that a member of a module is assigned to.
func (v exchanges) assigned(x *ast.Expr, module int32) {
	if module != v.exportsOf(v.m) || !isOwnValue(x.R) {
		v.exported.open[module] = true
	}
}

// readsThis notes that a function may ask what it is a member of for others: that may be what the
// module exports, where nothing says that it is something else.
func (v exchanges) readsThis() {
	own := v.exportsOf(v.m)
	_, isList := v.exported.literals[v.this]
	if v.this == none || v.this == own || isList || v.carriers[v.this].code != 0 {
		v.exported.asking[own] = true
	}
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
			v.passImports(b, own)
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

// passImports notes that a module exports what it imports by a name.
func (v exchanges) passImports(b *ast.Binding, own int32) {
	for _, d := range b.Defs {
		if target := v.sources.Load(v.m, d.From); d.From != "" && target != nil {
			v.exported.passed = append(v.exported.passed, passed{v.exportsOf(target), own})
		}
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
	v.exported.passed = append(v.exported.passed, passed{from, own})
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
