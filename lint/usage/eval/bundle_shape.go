package eval

import (
	"iter"
	"path"
	"strconv"
	"strings"

	"github.com/beianlint/beianlint/lint/usage/ast"
	"github.com/beianlint/beianlint/lint/usage/resolve"
)

// note finds the bundled modules of a file.
func (b *bundles) note(m *resolve.Module) {
	wrappers := map[*ast.Func]roles{}
	for _, x := range m.Tree.Calls {
		if len(x.List) == 0 {
			continue
		}
		b.noteChunk(x, m)
		b.noteBrowserify(x, m)
		b.noteLoader(x, m)
		if fn, r := wrapperOf(x); fn != nil {
			wrappers[fn] = r
		}
	}
	if len(wrappers) > 0 {
		b.noteWrapped(m, wrappers)
	}
	b.noteImported(m)
}

// noteChunk takes in a table that is pushed on a global, or given to one:
// (wx["webpackJsonp"] = wx["webpackJsonp"] || []).push([["a"], {…}]).
func (b *bundles) noteChunk(x *ast.Expr, m *resolve.Module) {
	list, global := x.List, x.L
	if x.L.Kind == ast.Member && x.L.Text == "push" && list[0].Kind == ast.Array {
		list, global = list[0].List, x.L.L
	}
	if global.Kind == ast.Cond { // Array.isArray(wx.a) ? wx.a : wx.a = []
		global = global.R
	}
	if global.Kind == ast.Assign {
		global = global.L
	}
	if len(list) < 2 || !isIDs(list[0]) || !isTable(list[1]) || ast.NameOf(global) == "" {
		return
	}
	if pushed := &list[0] != &x.List[0]; pushed || isOfLoader(global) {
		b.add(list[1], m, ast.NameOf(global))
	}
}

// isOfLoader reports whether a name is a global function, or one of a global object that is
// named as webpack names what takes chunks: global.webpackJsonpMpvue([3], {…}).
func isOfLoader(x *ast.Expr) bool {
	if x.Kind == ast.Member && strings.Contains(x.Text, "Jsonp") {
		x = x.L
	}
	return x.Kind == ast.Ident && x.Binding() == nil
}

// isIDs reports whether an expression is the list of a chunk's own names.
func isIDs(x *ast.Expr) bool {
	for _, id := range x.List {
		if id.Kind != ast.String && id.Kind != ast.Number {
			return false
		}
	}
	return x.Kind == ast.Array && len(x.List) > 0
}

// entries are the properties of an object literal, or the elements of an array.
func entries(x *ast.Expr) iter.Seq2[string, *ast.Expr] {
	return func(yield func(string, *ast.Expr) bool) {
		if x.Kind == ast.Array {
			for i, element := range x.List {
				if !yield(strconv.Itoa(i), element) {
					return
				}
			}
		}
		if x.Kind == ast.Object {
			for i := range x.Props() {
				if p := &x.Props()[i]; p.Value == nil || !yield(p.Key, p.Value) {
					return
				}
			}
		}
	}
}

// isTable reports whether an expression is a table of functions.
func isTable(x *ast.Expr) bool {
	found := false
	for _, value := range entries(x) {
		if value.Kind != ast.Function && value.Kind != ast.Unknown { // unknown: an empty place of an array
			return false
		}
		found = found || value.Kind == ast.Function
	}
	return found
}

// noteBrowserify takes in a table of browserify or Parcel, whose modules each
// say under which keys they find others:
// (…)({1: [function (require, module, exports) {…}, {"./a": 2}]}, {}, [1]).
func (b *bundles) noteBrowserify(x *ast.Expr, m *resolve.Module) {
	table := x.List[0]
	if !isBrowserify(table) {
		return
	}
	made := &bundle{modules: map[string]*factory{}, in: m}
	for key, value := range entries(table) {
		keys := map[string]string{}
		for name, to := range entries(value.List[1]) {
			keys[name] = to.Text
		}
		made.modules[key] = b.factory(value.List[0].Func(), m, browserifyRoles, &loader{of: made, keys: keys})
	}
	b.given[x] = &Value{Kind: Loader, load: &loader{of: made}}
}

func isBrowserify(table *ast.Expr) bool {
	found := false
	for _, value := range entries(table) {
		if value.Kind != ast.Array || len(value.List) != 2 || value.List[0].Kind != ast.Function || value.List[1].Kind != ast.Object {
			return false
		}
		found = true
	}
	return found
}

// noteLoader finds the loader of a table by what it does with it:
// table[id].call(module.exports, module, module.exports, loader).
func (b *bundles) noteLoader(x *ast.Expr, m *resolve.Module) {
	callee, args := x.L, x.List
	if callee.Kind == ast.Member && callee.Text == "call" {
		callee, args = callee.L, args[1:]
	}
	if callee.Kind != ast.Index || callee.L.Kind != ast.Ident || len(args) != 3 || !isExports(args[1]) || args[2].Kind != ast.Ident {
		return
	}
	fn, table := functionNamed(args[2]), tableOf(callee.L, m)
	if fn == nil || table == nil {
		return
	}
	made := b.add(table, m, "")
	b.loaders[fn] = &loader{of: made, fn: fn}
	b.runs[x] = true
	for _, f := range made.modules {
		f.load.fn = fn
	}
}

// functionNamed returns the function that a name stands for, be it that of a function
// expression around it: function o(n) {… o …}.
func functionNamed(x *ast.Expr) *ast.Func {
	for s := x.Scope; s != nil && s.Own(x.Text) == nil; s = s.Parent {
		if s.Func != nil && s.Func.Name == x.Text && (s.Parent == nil || s.Parent.Func != s.Func) {
			return s.Func
		}
	}
	if v := firstDef(x).Value; v != nil && v.Kind == ast.Function {
		return v.Func()
	}
	return nil
}

func isExports(x *ast.Expr) bool { return x.Kind == ast.Member && x.Text == "exports" }

// tableOf returns the literal that a name stands for: its value, or what the
// function is called with whose parameter it is.
func tableOf(x *ast.Expr, m *resolve.Module) *ast.Expr {
	d := firstDef(x)
	table := d.Value
	for _, call := range m.Tree.Calls {
		if d.Func != nil && call.L.Kind == ast.Function && call.L.Func() == d.Func && d.Param < len(call.List) {
			table = call.List[d.Param]
		}
	}
	if table == nil || table.Kind != ast.Object && table.Kind != ast.Array {
		return nil
	}
	return table
}

// wrapperOf returns the function in which a call runs the first parameter as a
// module, as the helpers of esbuild and rollup do, and what it gives to it:
// fn(module = {exports: {}}, module.exports).
func wrapperOf(x *ast.Expr) (*ast.Func, roles) {
	callee := x.L
	if callee.Kind == ast.Sequence {
		callee = callee.List[len(callee.List)-1]
	}
	if callee.Kind == ast.Index {
		callee = callee.L
	}
	if callee.Kind != ast.Ident || len(x.List) != 2 {
		return nil, roles{}
	}
	d := firstDef(callee)
	switch {
	case d.Func == nil || d.Param != 0:
	case isExports(x.List[0]) && isModule(x.List[0].L):
		return d.Func, roles{module: 1, exports: 0, require: -1}
	case isExports(x.List[1]) && (isModule(x.List[0]) || isModule(x.List[1].L)):
		return d.Func, roles{module: 0, exports: 1, require: -1}
	}
	return nil, roles{}
}

// isModule reports whether an expression is a new {exports: {}}, or a name of one.
func isModule(x *ast.Expr) bool {
	switch x.Kind {
	case ast.Assign:
		return isModule(x.R)
	case ast.Object:
		return has(x, "exports")
	case ast.Ident:
		if b := x.Binding(); b != nil {
			for _, d := range b.Defs {
				if d.Value != nil && d.Value.Kind == ast.Object && has(d.Value, "exports") {
					return true
				}
			}
		}
	}
	return false
}

// noteWrapped takes in the modules that are given to a wrapper.
func (b *bundles) noteWrapped(m *resolve.Module, wrappers map[*ast.Func]roles) {
	for _, x := range m.Tree.Calls {
		if x.L.Kind != ast.Ident || len(x.List) == 0 {
			continue
		}
		helper, module := firstDef(x.L).Value, x.List[0]
		if module.Kind == ast.Object && len(module.Props()) == 1 && module.Props()[0].Value != nil {
			module = module.Props()[0].Value
		}
		if helper == nil || helper.Kind != ast.Function || module.Kind != ast.Function {
			continue
		}
		r, ok := wrappers[helper.Func()]
		if !ok {
			continue
		}
		f := b.factory(module.Func(), m, r, nil)
		b.given[x] = &Value{Kind: Exports, mod: f.self}
		if later := helper.Func().Returns; len(later) > 0 && later[len(later)-1].Kind == ast.Function {
			b.given[x] = &Value{Kind: Loader, load: &loader{only: f}}
		}
	}
}

// noteImported takes in the modules that are given to a wrapper of esbuild which
// another chunk exports: wrap({"a/b.js"(exports, module) {…}}).
func (b *bundles) noteImported(m *resolve.Module) {
	for _, x := range m.Tree.Calls {
		if x.L.Kind != ast.Ident || len(x.List) != 1 || x.List[0].Kind != ast.Object || len(x.List[0].Props()) != 1 || firstDef(x.L).From == "" {
			continue
		}
		p := &x.List[0].Props()[0]
		if p.Value == nil || p.Value.Kind != ast.Function || !strings.Contains(path.Ext(p.Key), "js") {
			continue
		}
		f := b.factory(p.Value.Func(), m, roles{module: 1, exports: 0, require: -1}, nil)
		b.given[x] = &Value{Kind: Loader, load: &loader{only: f}}
	}
}
