package resolve

import (
	"strconv"

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
	tableRole  roleKind = iota + 1
	loaderRole          // the loader outside of the modules
	moduleRole          // the parameter "module" of one of them
	requireRole
)

// table is what the modules of a bundle export, by key; all holds all of it.
type table struct {
	exports map[string]int32
	all     int32
}

// loaderHelpers are the properties of webpack's loader that give no module
// (https://github.com/webpack/webpack/blob/main/lib/RuntimeGlobals.js).
var loaderHelpers = map[string]bool{"d": true, "n": true, "o": true, "r": true, "p": true, "g": true, "s": true}

// findTables finds the tables of a file.
func (v *referrer) findTables() {
	for _, x := range v.m.Tree.Calls {
		callee, args := x.L, x.List
		if callee.Kind == ast.Member && callee.Text == "call" && len(args) > 0 {
			callee, args = callee.L, args[1:]
		}
		if callee.Kind != ast.Index || callee.L.Kind != ast.Ident || len(args) != 3 || args[2].Kind != ast.Ident || args[1].Kind != ast.Member || args[1].Text != "exports" {
			continue
		}
		of, load := onlyDef(callee.L), onlyDef(args[2])
		if of == nil || load == nil || load.Defs[0].Value == nil || load.Defs[0].Value.Kind != ast.Function || v.bundled.roles[of].kind != 0 {
			continue
		}
		if literal := v.literalOf(of.Defs[0]); literal != nil {
			v.addTable(literal, of, load)
			v.bundled.seen[callee.L], v.bundled.seen[args[2]] = true, true
		}
	}
}

// onlyDef returns what a name stands for if it has one value.
func onlyDef(x *ast.Expr) *ast.Binding {
	if b := x.Scope.Lookup(x.Text); b != nil && len(b.Defs) == 1 && len(b.Defs[0].Path) == 0 {
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

func (v *referrer) addTable(literal *ast.Expr, of, load *ast.Binding) {
	if v.bundled.roles == nil {
		v.bundled = bundled{map[*ast.Binding]role{}, map[*ast.Expr]bool{}, map[*ast.Func]int32{}}
	}
	t := &table{exports: map[string]int32{}, all: v.add(carrier{})}
	v.bundled.roles[of], v.bundled.roles[load] = role{kind: tableRole, of: t}, role{kind: loaderRole, of: t}
	for i, x := range literal.List {
		v.addModule(t, strconv.Itoa(i), x)
	}
	for i := range literal.Props() {
		v.addModule(t, literal.Props()[i].Key, literal.Props()[i].Value)
	}
}

// addModule takes in a module. What its exports may be given elsewhere is not known, so
// what is assigned to members of them leaks; what they are as a whole does not.
func (v *referrer) addModule(t *table, key string, x *ast.Expr) {
	if x == nil || x.Kind != ast.Function || key == "" {
		return
	}
	exports := v.add(carrier{foreign: true})
	v.bundled.factories[x.Func()] = exports
	t.exports[key] = exports
	v.flow(exports, flow{t.all, leaked})
	params := [...]role{{moduleRole, t, exports}, {}, {kind: requireRole, of: t}}
	for i, p := range x.Func().Params {
		switch {
		case i >= len(params) || params[i].kind == 0:
		case p.Binding != nil && len(p.Binding.Defs) == 1 && !p.Rest:
			v.bundled.roles[p.Binding] = params[i]
		default: // taken apart or given another value
			v.note(t.all, escaping)
		}
	}
}

func (v *referrer) roleOf(x *ast.Expr) role {
	if len(v.bundled.roles) == 0 || x.Kind != ast.Ident {
		return role{}
	}
	return v.bundled.roles[x.Scope.Lookup(x.Text)]
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
	if x.L.Text == "module" {
		return v.exportsOf(v.m)
	}
	return none
}

// loadedBy returns what a call of a bundle's loader with a constant gives; none for any
// other expression.
func (v *referrer) loadedBy(x *ast.Expr) int32 {
	if x.Kind != ast.Call || len(x.List) != 1 {
		return none
	}
	r, key := v.roleOf(x.L), x.List[0]
	if r.kind != loaderRole && r.kind != requireRole {
		return none
	}
	if key.Kind == ast.Assign { // load(load.s = 1)
		key = key.R
	}
	if at, ok := r.of.exports[key.Text]; ok && (key.Kind == ast.Number || key.Kind == ast.String) {
		return at
	}
	return none
}

// load notes a call of a bundle's loader and reports whether it is one. What is loaded
// outside of the modules is what the bundle gives.
func (v *referrer) load(x *ast.Expr, fates []fate) bool {
	at := v.loadedBy(x)
	if at == none {
		return false
	}
	v.bundled.seen[x.L] = true
	v.note(at, fates)
	v.strange(fates)
	if v.roleOf(x.L).kind == loaderRole {
		v.note(at, escaping)
	}
	v.visit(x.L, used(called))
	v.visit(x.List[0], dropped)
	return true
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
	case r.kind != 0:
		v.note(r.of.all, escaping)
	case x.Text == "eval" && x.Scope.Lookup(x.Text) == nil, x.Text == "arguments" && v.bundled.factories[aroundOf(x.Scope)] != 0:
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
