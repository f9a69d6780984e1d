package eval

import (
	"maps"
	"slices"
	"strings"

	"github.com/beianlint/beianlint/lint/usage/ast"
	"github.com/beianlint/beianlint/lint/usage/resolve"
)

// bundles are the modules inside of bundled files: the functions of the tables
// of webpack, browserify and Parcel, and those that esbuild and rollup wrap.
// They are recognized by what their loaders do, whatever the names.
type bundles struct {
	factories map[*ast.Func]*factory
	virtual   map[*resolve.Module]*factory // by the module that stands for it
	loaders   map[*ast.Func]*loader        // functions that give the exports of a module by its key
	given     map[*ast.Expr]*Value         // what the calls of loaders and wrappers give
	runs      map[*ast.Expr]bool           // the calls of a loader that run any module
	chunks    map[string]map[string]*factory
	homes     []*bundle // those that are no chunks
	rivals    []rival   // those that are not settled yet
}

// bundle is one table of modules.
type bundle struct {
	modules map[string]*factory
	global  string // what a chunk is pushed on
	in      *resolve.Module
}

// factory is the function of one bundled module.
type factory struct {
	in    *resolve.Module // where it stands
	self  *resolve.Module // stands for it where a module is named
	load  *loader
	roles roles
	deps  []string   // AMD: the modules that the parameters are
	twins []*factory // of other chunks, any of which may run in its place
}

// loader is the function with which a bundled module requires others.
type loader struct {
	of   *bundle
	fn   *ast.Func         // where it is known
	keys map[string]string // browserify: what the module calls the others
	only *factory          // it gives this one, whatever it is called with
	file *resolve.Module   // AMD: it requires files, as this one does
}

// roles are the parameters of a factory; -1 for one that it has not.
type roles struct{ module, exports, require int }

var (
	webpackRoles    = roles{0, 1, 2}
	browserifyRoles = roles{1, 2, 0}
)

func newBundles() *bundles {
	return &bundles{
		factories: map[*ast.Func]*factory{}, virtual: map[*resolve.Module]*factory{}, loaders: map[*ast.Func]*loader{},
		given: map[*ast.Expr]*Value{}, runs: map[*ast.Expr]bool{}, chunks: map[string]map[string]*factory{},
	}
}

// add takes in a table of modules.
func (b *bundles) add(table *ast.Expr, m *resolve.Module, global string) *bundle {
	made := &bundle{modules: map[string]*factory{}, global: global, in: m}
	load := &loader{of: made}
	for key, value := range entries(table) {
		if value.Kind == ast.Function {
			made.modules[key] = b.factory(value.Func(), m, webpackRoles, load)
		}
	}
	if global == "" {
		b.homes = append(b.homes, made)
		return made
	}
	if b.chunks[global] == nil {
		b.chunks[global] = map[string]*factory{}
	}
	for key, f := range made.modules {
		if b.chunks[global][key] == nil {
			b.chunks[global][key] = f
		} else {
			b.rivals = append(b.rivals, rival{global, key, f})
		}
	}
	return made
}

func (b *bundles) factory(fn *ast.Func, m *resolve.Module, r roles, load *loader) *factory {
	if f := b.factories[fn]; f != nil {
		return f
	}
	self := &resolve.Module{File: m.File, Name: m.Name, Base: m.Base, Tree: &ast.Tree{Scope: fn.Scope}}
	f := &factory{in: m, self: self, load: load, roles: r}
	b.factories[fn], b.virtual[self] = f, f
	return f
}

// find returns the module that a loader gives for a key, or nil.
func (b *bundles) find(l *loader, key string) *factory {
	if l.only != nil {
		return l.only
	}
	if name, ok := l.keys[key]; ok {
		key = name
	}
	if f := l.of.modules[key]; f != nil {
		return f
	}
	if l.of.global == "" {
		return b.inChunks(l.of, key)
	}
	if f := b.chunks[l.of.global][key]; f != nil {
		return f
	}
	for _, home := range b.homes {
		if f := home.modules[key]; f != nil && strings.Contains(home.in.Tree.Source, l.of.global) {
			return f
		}
	}
	return nil
}

// inChunks finds a module in the chunks that the loader of a bundle reads.
func (b *bundles) inChunks(of *bundle, key string) *factory {
	for _, global := range slices.Sorted(maps.Keys(b.chunks)) {
		if f := b.chunks[global][key]; f != nil && strings.Contains(of.in.Tree.Source, global) {
			return f
		}
	}
	return nil
}

// ofModule returns the factory whose parameter "module" an expression is, or nil.
func (b *bundles) ofModule(x *ast.Expr) *factory {
	if x.Kind != ast.Ident || len(b.factories) == 0 {
		return nil
	}
	d := firstDef(x)
	if f := b.factories[d.Func]; f != nil && d.Param == f.roles.module {
		return f
	}
	return nil
}

// firstDef returns the first definition of a name.
func firstDef(x *ast.Expr) ast.Def {
	if b := x.Binding(); b != nil && len(b.Defs) > 0 {
		return b.Defs[0]
	}
	return ast.Def{}
}
