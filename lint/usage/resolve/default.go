package resolve

import (
	"maps"
	"path"
	"slices"
	"strings"

	"github.com/beianlint/beianlint/lint/usage/ast"
)

// defaultExports are the default exports of modules. Compilers to CommonJS read them as
// a.default, where a is what require or a bundle's loader gave: the module that a stands
// for decides what that is, as long as nothing else has the module as an object.
type defaultExports struct {
	names map[*ast.Binding]int32 // names that always stand for a module: what that exports
	kept  map[*ast.Expr]int32    // the loads that these names are given, and the names
	reads map[int32]int32        // by what a module exports, what is read of it as its default
	given []int32                // what modules export that have a default
	// helped are what helpers and Object.defineProperty are given, which ask for no default.
	helped map[*ast.Expr]bool
	// shared are modules that something else may have as an object; wrapped are those
	// that a helper gives a default.
	shared, wrapped map[int32]bool
	helpers         helpers
}

// helpers are the modules that export a helper of compilers, which gives back what it gets,
// or an object with that as its default; keys are those of modules in chunks.
type helpers struct {
	modules   map[*Module]bool
	factories map[*ast.Func]bool
	keys      map[string]bool
}

func newDefaultExports() defaultExports {
	return defaultExports{
		names: map[*ast.Binding]int32{}, kept: map[*ast.Expr]int32{}, helped: map[*ast.Expr]bool{}, reads: map[int32]int32{}, shared: map[int32]bool{}, wrapped: map[int32]bool{},
		helpers: helpers{modules: map[*Module]bool{}, factories: map[*ast.Func]bool{}, keys: map[string]bool{}},
	}
}

// loads tells what modules the expressions of one stand for.
type loads struct{ *referrer }

func loadsIn(v *referrer) loads { return loads{v} }

// find notes the helpers that a module is, or that are modules in it.
func (h *helpers) find(m *Module) {
	for _, x := range m.Tree.Assigns {
		if x.L.Kind != ast.Member || x.L.Text != "exports" || x.L.L.Kind != ast.Ident || !isInterop(functionOf(x.R), m.Tree.Source) {
			continue
		}
		switch b := x.L.L.Binding(); {
		case b != nil && len(b.Defs) == 1 && b.Defs[0].Func != nil:
			h.factories[b.Defs[0].Func] = true
		case b == nil && x.L.L.Text == "module":
			h.modules[m] = true
		}
	}
	if len(h.factories) == 0 {
		return
	}
	for _, x := range m.Tree.Calls {
		if modules := chunkOf(x); modules != nil {
			eachModule(modules, func(key string, factory *ast.Expr) {
				if factory != nil && factory.Kind == ast.Function && h.factories[factory.Func()] {
					h.keys[key] = true
				}
			})
		}
	}
}

// functionOf returns the function that an expression always is, or nil.
func functionOf(x *ast.Expr) *ast.Func {
	switch {
	case x == nil:
	case x.Kind == ast.Function:
		return x.Func()
	case x.Kind == ast.Ident:
		return declaredFunction(x)
	case x.Kind == ast.Logical: // this && this.helper || function (module) { … }
		return functionOf(x.R)
	}
	return nil
}

// moduleIn returns what a module exports that an expression stands for as a whole, or none.
func (v loads) moduleIn(x *ast.Expr) int32 {
	switch x.Kind {
	case ast.Ident:
		b := x.Binding()
		if b == nil {
			if x.Text == "exports" {
				return v.exportsOf(v.m)
			}
			return none
		}
		if at, ok := v.compiled.names[b]; ok {
			return at
		}
		if r := v.bundled.roles[b]; r.kind == exportsRole {
			return r.exports
		}
	case ast.Member:
		return v.moduleExports(x)
	case ast.Call:
		if target := v.required(x); target != nil {
			return v.exportsOf(target)
		}
		if at := v.loadedBy(x); at != none {
			return at
		}
		if v.isWrapped(x) {
			return v.moduleIn(x.List[0])
		}
	}
	return none
}

// isWrapped reports whether an expression is what a helper gives back.
func (v loads) isWrapped(x *ast.Expr) bool {
	return x.Kind == ast.Call && len(x.List) == 1 && v.isHelper(x.L)
}

// isHelper reports whether an expression is a helper that gives back what it gets, or an
// object with that as its default.
func (v loads) isHelper(x *ast.Expr) bool {
	switch x.Kind {
	case ast.Function: // function (a) { return a && a.__esModule ? a : { default: a } }(require('a'))
		return isInterop(x.Func(), v.m.Tree.Source)
	case ast.Call:
		return v.loadsHelper(x)
	case ast.Ident:
		b := onlyDef(x)
		if b == nil || b.Defs[0].Value == nil {
			return false
		}
		if value := b.Defs[0].Value; value.Kind == ast.Call {
			return v.loadsHelper(value)
		}
		return isInterop(functionOf(b.Defs[0].Value), v.m.Tree.Source)
	}
	return false
}

// loadsHelper reports whether a call loads a helper: one that is seen, or that of a package
// of compilers (https://babeljs.io/docs/babel-runtime).
func (v loads) loadsHelper(x *ast.Expr) bool {
	if x.L.Kind != ast.Ident || len(x.List) != 1 {
		return false
	}
	arg := x.List[0]
	if x.L.Text == "require" && arg.Kind == ast.String {
		target := v.required(x)
		return target != nil && v.compiled.helpers.modules[target] || target == nil && strings.TrimSuffix(path.Base(arg.Text), ".js") == "interopRequireDefault"
	}
	r := v.roleOf(x.L)
	if !r.loads() || arg.Kind != ast.Number && arg.Kind != ast.String {
		return false
	}
	if at, ok := r.of.exports[arg.Text]; ok && !r.of.chunked {
		return v.helperExports(at)
	}
	return v.compiled.helpers.keys[arg.Text]
}

// helperExports reports whether what a module of this bundle exports is a helper.
func (v loads) helperExports(at int32) bool {
	for f := range v.compiled.helpers.factories {
		if exports, ok := v.bundled.factories[f]; ok && exports == at {
			return true
		}
	}
	return false
}

// keepModule notes that a name always stands for a module.
func (v loads) keepModule(b *ast.Binding, value *ast.Expr) {
	if len(b.Defs) != 1 || v.m.Tree.Namespaces || b.Defs[0].Keys || b.Defs[0].Default {
		return
	}
	if at := v.moduleIn(value); at != none {
		v.compiled.names[b] = at
		v.compiled.kept[value] = v.binding(b)
	}
}

// noteModule says what becomes of a module as an object: what holds it under another name
// than those that always stand for it, can be asked for its default by that.
func (v loads) noteModule(at int32, x *ast.Expr, fates []fate) {
	v.note(at, fates)
	v.shareIn(at, x, fates)
}

// shareIn is noteModule without the note; at may be none.
func (v loads) shareIn(at int32, x *ast.Expr, fates []fate) {
	if at == none {
		return
	}
	kept, isKept := v.compiled.kept[x]
	for _, f := range fates {
		isAsked := f.into.carrier == none && f.use&touched != 0 && !v.compiled.helped[x] // (a ? b : c).default
		if isAsked || f.into.carrier != none && (!isKept || f.into.carrier != kept) {
			v.compiled.shared[at] = true
		}
	}
}

// share notes that a name has others, which may stand for a module.
func (d *defaultExports) share(b *ast.Binding) {
	if at, ok := d.names[b]; ok {
		d.shared[at] = true
	}
}

// defaultIn returns what the default of a module is where an expression reads that of one
// that is known, or none.
func (v loads) defaultIn(x *ast.Expr) int32 {
	if x.Text != "default" {
		return none
	}
	at := v.moduleIn(x.L)
	if at == none {
		return none
	}
	return v.defaultOf(at)
}

// wrap notes what becomes of a module that a helper gives a default, and reports whether a
// call does that.
func (v loads) wrap(x *ast.Expr, fates []fate) bool {
	if !v.isWrapped(x) {
		return false
	}
	at := v.moduleIn(x.List[0])
	if at == none {
		return false
	}
	v.compiled.wrapped[at] = true
	v.noteModule(at, x, fates)
	v.callee(x, fates)
	v.visit(x.List[0], dropped)
	return true
}

// defaultOf returns what is read as the default of a module.
func (v loads) defaultOf(exports int32) int32 {
	at, ok := v.compiled.reads[exports]
	if !ok {
		at = v.add(carrier{})
		v.compiled.reads[exports] = at
	}
	return at
}

// isExportOf reports whether an expression reads an export of a module that it names: that
// says nothing of its default, which may be a function. What every function has is read of
// that.
func (v loads) isExportOf(x *ast.Expr) bool {
	return (x.L.Kind == ast.Ident || x.L.Kind == ast.Call) && !ofFunctions[x.Text] && v.moduleIn(x.L) != none
}

var ofFunctions = map[string]bool{"bind": true, "call": true, "apply": true, "constructor": true}

// settle notes what the default of a module is for those who know the module: its
// exports, or what anything has by that name; and that who has a module as an object can
// read its default export by that name.
func (d *defaultExports) settle(r *references) {
	byName := r.name("default")
	for _, at := range d.given {
		if d.shared[at] {
			r.flow(at, flow{byName, anyUse})
		}
	}
	for _, at := range keysOf(d.wrapped) {
		if d.shared[at] {
			r.flow(at, flow{byName, anyUse})
		}
	}
	isNamed := false
	for i := 1; i < len(r.links) && !isNamed; i++ {
		isNamed = r.links[i].to == byName
	}
	for _, exports := range keysOf(d.reads) {
		at := d.reads[exports]
		r.flow(exports, flow{at, anyUse})
		if isNamed || r.carriers[byName].foreign {
			r.flow(byName, flow{at, anyUse})
		}
	}
}

func keysOf[V any](m map[int32]V) []int32 { return slices.Sorted(maps.Keys(m)) }

// loaded notes a module that is loaded later.
func (v loads) loaded(x *ast.Expr) {
	if len(x.List) == 0 || x.List[0].Kind != ast.String {
		return
	}
	if target := v.sources.Load(v.m, x.List[0].Text); target != nil {
		v.compiled.shared[v.exportsOf(target)] = true
		v.note(v.exportsOf(target), escaping)
	}
}
