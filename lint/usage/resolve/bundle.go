package resolve

import (
	"slices"
	"strconv"
	"strings"

	"github.com/beianlint/beianlint/lint/usage/ast"
)

// bundled are the names in a file that stand for parts of webpack's tables of modules,
// where the loader is seen: function (table) { function load(id) {
// table[id].call(module.exports, module, module.exports, load) } }([…]).
type bundled struct {
	roles     map[*ast.Binding]role
	seen      map[*ast.Expr]bool  // references whose module is known, or that are the loader's own
	factories map[*ast.Func]int32 // what the modules export
}

// role is what a name stands for in a bundle.
type role struct {
	kind    roleKind
	of      *table
	exports int32 // of a moduleRole
}

type roleKind uint8

const (
	tableRole   roleKind = iota + 1
	loaderRole           // the loader outside of the modules
	moduleRole           // the parameter "module" of one of them
	exportsRole          // the one "exports"
	requireRole
)

// table is what the modules of a bundle export, by key; all holds all of it.
type table struct {
	exports map[string]int32
	all     int32
	chunked bool // its modules come in chunks, which any file may be
}

// loaderHelpers are the properties of webpack's loader that give no module: e loads the
// files of a chunk, oe is told of what fails then, nc is a nonce
// (https://github.com/webpack/webpack/blob/main/lib/RuntimeGlobals.js).
var loaderHelpers = map[string]bool{"d": true, "n": true, "o": true, "r": true, "p": true, "g": true, "s": true, "e": true, "oe": true, "nc": true}

// findTables finds the tables of a file.
func (v *referrer) findTables() {
	for _, x := range v.m.Tree.Calls {
		if modules := chunkOf(x); modules != nil {
			v.addModules(v.chunkTable(), modules)
			if rest := x.List[0].List[2:]; len(rest) > 0 && rest[0].Kind != ast.Array { // a function that gets the loader
				v.note(v.chunkTable().all, escaping)
			}
		}
		callee, args := x.L, x.List
		if callee.Kind == ast.Member && callee.Text == "call" && len(args) > 0 {
			callee, args = callee.L, args[1:]
		}
		if callee.Kind != ast.Index || callee.L.Kind != ast.Ident || len(args) != 3 || args[2].Kind != ast.Ident || args[1].Kind != ast.Member || args[1].Text != "exports" {
			continue
		}
		of, load := onlyDef(callee.L), onlyDef(args[2])
		if of == nil || load == nil || !isDeclared(load) || v.bundled.roles[of].kind != 0 {
			continue
		}
		if literal := v.literalOf(of.Defs[0]); literal != nil {
			v.addTable(literal, of, load)
			v.bundled.seen[callee.L], v.bundled.seen[args[2]] = true, true
		}
	}
}

// isDeclared reports whether a name is that of a function, outside of it too.
func isDeclared(b *ast.Binding) bool {
	value := b.Defs[0].Value
	return value != nil && value.Kind == ast.Function && value.Func().Scope != b.Scope
}

// onlyDef returns what a name stands for if it has one value, and nil for what is no name.
func onlyDef(x *ast.Expr) *ast.Binding {
	if x.Kind != ast.Ident {
		return nil
	}
	if b := x.Binding(); b != nil && len(b.Defs) == 1 && len(b.Defs[0].Path) == 0 {
		return b
	}
	return nil
}

// literalOf returns the literal that is a value, or that a function is called with
// where it stands; nil if it is none.
func (v *referrer) literalOf(d ast.Def) *ast.Expr {
	found := d.Value
	for _, x := range v.m.Tree.Calls {
		if d.Func != nil && x.L.Kind == ast.Function && x.L.Func() == d.Func && d.Param < len(x.List) {
			found = x.List[d.Param]
		}
	}
	if found == nil || found.Kind != ast.Object && found.Kind != ast.Array {
		return nil
	}
	return found
}

// chunkOf returns the modules that a call adds to those of a bundle, or nil:
// (global.webpackJsonp = global.webpackJsonp || []).push([["a"], {…}]).
func chunkOf(x *ast.Expr) *ast.Expr {
	if x.L.Kind != ast.Member || x.L.Text != "push" || len(x.List) != 1 || x.List[0].Kind != ast.Array || len(x.List[0].List) < 2 {
		return nil
	}
	to, ids, modules := x.L.L, x.List[0].List[0], x.List[0].List[1]
	if to.Kind == ast.Cond { // Array.isArray(wx.a) ? wx.a : wx.a = []
		to = to.R
	}
	if to.Kind == ast.Assign {
		to = to.L
	}
	name := ast.NameOf(to)
	if ids.Kind != ast.Array || modules.Kind != ast.Object && modules.Kind != ast.Array || !strings.Contains(name, "Jsonp") && !strings.Contains(name, "webpack") {
		return nil
	}
	return modules
}

// chunkTable returns the modules of all chunks.
func (v *referrer) chunkTable() *table {
	if v.chunks == nil {
		v.chunks = &table{exports: map[string]int32{}, all: v.add(carrier{}), chunked: true}
	}
	return v.chunks
}

// exportsOfKey returns what the module of a key exports.
func (v *referrer) exportsOfKey(t *table, key string) int32 {
	at, ok := t.exports[key]
	if !ok {
		at = v.add(carrier{})
		t.exports[key] = at
		v.flow(at, flow{t.all, leaked})
	}
	return at
}

func (v *referrer) addTable(literal *ast.Expr, of, load *ast.Binding) {
	t := &table{exports: map[string]int32{}, all: v.add(carrier{})}
	v.addModules(t, literal)
	v.bundled.roles[of], v.bundled.roles[load] = role{kind: tableRole, of: t}, role{kind: loaderRole, of: t}
}

func (v *referrer) addModules(t *table, literal *ast.Expr) {
	if v.bundled.roles == nil {
		v.bundled = bundled{map[*ast.Binding]role{}, map[*ast.Expr]bool{}, map[*ast.Func]int32{}}
	}
	eachModule(literal, func(key string, x *ast.Expr) { v.addModule(t, key, x) })
}

// eachModule goes through the modules of a table by their keys.
func eachModule(literal *ast.Expr, f func(key string, x *ast.Expr)) {
	for i, x := range literal.List {
		f(strconv.Itoa(i), x)
	}
	for i := range literal.Props() {
		f(literal.Props()[i].Key, literal.Props()[i].Value)
	}
}

// addModule takes in a module.
func (v *referrer) addModule(t *table, key string, x *ast.Expr) {
	if x == nil || x.Kind != ast.Function || key == "" {
		return
	}
	exports := v.exportsOfKey(t, key)
	v.bundled.factories[x.Func()] = exports
	params := [...]role{{moduleRole, t, exports}, {exportsRole, t, exports}, {kind: requireRole, of: t}}
	for i, p := range x.Func().Params {
		switch {
		case i >= len(params):
		case p.Binding != nil && len(p.Binding.Defs) == 1 && !p.Rest:
			v.bundled.roles[p.Binding] = params[i]
		case params[i].kind == requireRole: // taken apart or given another value
			v.note(t.all, escaping)
		default:
			v.note(exports, escaping)
		}
	}
}

func (v *referrer) roleOf(x *ast.Expr) role {
	if len(v.bundled.roles) == 0 || x.Kind != ast.Ident {
		return role{}
	}
	b := x.Binding()
	r := v.bundled.roles[b]
	if r.kind != 0 && v.isOwnName(x, b) {
		return role{}
	}
	return r
}

// isOwnName reports whether a name is the one that a function expression around it gives
// itself, and not what is declared further out: function n() { wrap(f, n) }.
func (v *referrer) isOwnName(x *ast.Expr, b *ast.Binding) bool {
	for s := x.Scope; s != nil && s != b.Scope; s = s.Parent {
		if s.Func != nil && s.Func.Name == x.Text && strings.HasPrefix(v.m.Tree.Source[min(int(s.Func.Start), len(v.m.Tree.Source)):], "function "+x.Text+"(") {
			return true
		}
	}
	return false
}

// moduleExports returns the carrier of what module.exports is; none for what is another
// expression.
func (v *referrer) moduleExports(x *ast.Expr) int32 {
	if x.Kind != ast.Member || x.Text != "exports" || x.L.Kind != ast.Ident {
		return none
	}
	if r := v.roleOf(x.L); r.kind == moduleRole {
		return r.exports
	}
	if x.L.Text == "module" && !isOwnObject(x.L) {
		return v.exportsOf(v.m)
	}
	return none
}

// isOwnObject reports whether a name stands for an object that is written out where it is
// declared, as the loader of a bundle makes one for a module: var module = cache[id] = {exports: {}}.
func isOwnObject(x *ast.Expr) bool {
	b := onlyDef(x)
	if b == nil || b.Defs[0].Value == nil {
		return false
	}
	value := b.Defs[0].Value
	for value.Kind == ast.Assign {
		value = value.R
	}
	return value.Kind == ast.Object
}

// loadedBy returns what a call of a bundle's loader with a constant gives; none for any
// other expression.
func (v *referrer) loadedBy(x *ast.Expr) int32 {
	if x.Kind != ast.Call || len(x.List) != 1 {
		return none
	}
	r, key := v.roleOf(x.L), x.List[0]
	if key.Kind == ast.Assign { // load(load.s = 1)
		key = key.R
	}
	if !r.loads() || key.Kind != ast.Number && key.Kind != ast.String {
		return none
	}
	at, ok := r.of.exports[key.Text]
	switch {
	case ok:
		return at
	case r.of.chunked || r.kind == loaderRole: // of a chunk that is looked at later
		return v.exportsOfKey(v.chunkTable(), key.Text)
	}
	return none
}

// loads reports whether a name stands for the loader.
func (r role) loads() bool { return r.kind == loaderRole || r.kind == requireRole }

// load notes a call of a bundle's loader and reports whether it is one. Where nothing is seen to take
// what is loaded outside of the modules, anything may have it.
func (v *referrer) load(x *ast.Expr, fates []fate) bool {
	at := v.loadedBy(x)
	if at == none {
		return false
	}
	v.bundled.seen[x.L] = true
	loadsIn(v).noteModule(at, x, fates)
	v.strange(fates)
	if v.roleOf(x.L).kind == loaderRole && len(fates) == 0 {
		v.note(at, escaping)
	}
	v.visit(x.L, used(called))
	v.visit(x.List[0], dropped)
	return true
}

// loadLater notes that a loader is bound to a constant, load.bind(null, "a"), and reports
// whether one is.
func (v *referrer) loadLater(x *ast.Expr, fates []fate) bool {
	if len(v.bundled.roles) == 0 || x.L.Kind != ast.Member || x.L.Text != "bind" && x.L.Text != "call" {
		return false
	}
	of := x.L.L
	if v.takesNothing(of) {
		for _, given := range x.List {
			v.bundled.seen[given] = true
		}
	}
	if !v.roleOf(of).loads() || x.L.Text != "bind" || len(x.List) != 2 {
		return false
	}
	at := v.loadedBy(&ast.Expr{Kind: ast.Call, L: of, List: x.List[1:]})
	if at == none {
		return false
	}
	v.bundled.seen[of] = true
	v.note(at, escaping)
	v.strange(fates)
	v.visit(of, used(called)) // which runs the module
	return true
}

// takesNothing reports whether an expression is a function that does nothing with what is
// given to it.
func (v *referrer) takesNothing(x *ast.Expr) bool {
	return x.Kind == ast.Function && !x.Func().Arrow && len(x.Func().Params) == 0 && !strings.Contains(v.m.Tree.Source[x.Start:x.End], "arguments")
}

// seeEval notes that a text which is evaluated names no part of a bundle.
func (v *referrer) seeEval(x *ast.Expr) {
	if len(v.bundled.roles) == 0 || x.L.Kind != ast.Ident || x.L.Text != "eval" || len(x.List) != 1 || x.List[0].Kind != ast.String {
		return
	}
	isPart := func(word string) bool {
		return v.roleOf(&ast.Expr{Kind: ast.Ident, Text: word, Scope: x.Scope}).kind != 0
	}
	notWord := func(c rune) bool { return c >= 0x80 || !isWord(byte(c)) }
	v.bundled.seen[x.L] = !slices.ContainsFunc(strings.FieldsFunc(x.List[0].Text, notWord), isPart)
}

// keepTable notes that a loader keeps its table: load.m = table. Who reads that has all.
func (v *referrer) keepTable(x *ast.Expr) {
	if len(v.bundled.roles) > 0 && x.L.Text == "m" && v.roleOf(x.L.L).kind == loaderRole && v.roleOf(x.R).kind == tableRole {
		v.bundled.seen[x.R] = true
	}
}

// handOn notes what a reference to a part of a bundle lets others do: with the loader or
// the table they get any module, with a module what it exports.
func (v *referrer) handOn(x *ast.Expr, fates []fate) {
	if len(v.bundled.roles) == 0 || len(fates) == 0 || v.bundled.seen[x] {
		return
	}
	switch r := v.roleOf(x); {
	case r.kind == moduleRole:
		v.note(r.exports, escaping)
	case r.kind == exportsRole: // what becomes of it is noted by itself
	case r.kind != 0:
		v.note(r.of.all, escaping)
		if called := len(fates) == 1 && fates[0].use == called; r.kind == requireRole || r.kind == loaderRole && !called {
			v.note(v.chunkTable().all, escaping)
		}
	case x.Text == "eval" && x.Binding() == nil, x.Text == "arguments" && v.bundled.factories[aroundOf(x.Scope)] != 0:
		for _, exports := range v.bundled.factories {
			v.note(exports, escaping)
		}
	}
}

// aroundOf returns the function whose arguments a name in a scope means, nil outside of
// functions.
func aroundOf(s *ast.Scope) *ast.Func {
	for ; s != nil; s = s.Parent {
		if s.Func != nil && !s.Func.Arrow {
			return s.Func
		}
	}
	return nil
}
