package eval

import (
	"strings"

	"github.com/beianlint/beianlint/lint/usage/ast"
	"github.com/beianlint/beianlint/lint/usage/model"
)

// noteDefined takes in the helpers of esbuild, Babel and swc that define every property
// of what they are given on something else: define(t, k, {get: () => s[k]}),
// define(t, k, {get: s[k]}), define(t, k, Object.getOwnPropertyDescriptor(s, k)) and
// set(t, k, s[k]); and that of Rollup, which makes the object:
// define(t, k, d.get ? d : {get: () => s[k]}).
func (n *copyNotes) noteDefined(x *ast.Expr) {
	if len(x.List) != 3 || x.List[1].Kind != ast.Ident {
		return
	}
	by := otherwise(x.List[2])
	if by.Kind != ast.Object && by.Kind != ast.Call && !(by.Kind == ast.Index && n.setters[funcOf(x.L)]) {
		return
	}
	key := x.List[1].Binding()
	fn, param := n.target(x.List[0])
	if key == nil || fn == nil {
		return
	}
	switch by.Kind {
	case ast.Call:
		n.noteCopier(fn, param, described(by, key), false)
	case ast.Index:
		n.noteCopier(fn, param, n.source(by, key, 0), false)
	}
	for _, prop := range by.Props() {
		value, getters := prop.Value, prop.Key == "get"
		if getters && value != nil && value.Kind == ast.Function && len(value.Func().Returns) == 1 {
			value, getters = value.Func().Returns[0], false
		}
		n.noteCopier(fn, param, n.source(value, key, 0), getters)
	}
}

// otherwise returns what a descriptor is where there is none yet: {…} of d.get ? d : {…}.
func otherwise(x *ast.Expr) *ast.Expr {
	if x.Kind == ast.Cond {
		return x.C()
	}
	return x
}

// described returns the object whose property a descriptor is one of, or nil:
// Object.getOwnPropertyDescriptor(s, k).
func described(x *ast.Expr, key *ast.Binding) *ast.Expr {
	if x.Kind == ast.Call && ast.NameOf(x.L) == model.DescriptorGetter && len(x.List) == 2 && names(x.List[1], key) {
		return x.List[0]
	}
	return nil
}

// noteSetter notes a function that sets what it is called with: function (o, k, v) { o[k] = v }.
func (n *copyNotes) noteSetter(x *ast.Expr) {
	if x.L.Kind != ast.Index || x.L.L.Kind != ast.Ident {
		return
	}
	fn := innermost(x.L.L.Scope)
	if fn == nil || len(fn.Params) < 3 {
		return
	}
	for i, part := range [...]*ast.Expr{x.L.L, x.L.R, x.R} {
		if p := fn.Params[i]; p.Binding == nil || !names(part, p.Binding) {
			return
		}
	}
	n.setters[fn] = true
}

// noteHanded notes a helper by which compilers spread one object into another, so that each of
// its calls gives what it is given: (t, s) => Object.defineProperties(t,
// Object.getOwnPropertyDescriptors(s)), which became Object.assign(t, s). They always call it
// by its name; what people write so is called in other ways, too.
func (n *copyNotes) noteHanded(x *ast.Expr) {
	if len(x.List) != 2 || !assigns(x.L) || ast.NameOf(x.L) == n.written(x.L) {
		return
	}
	fn := innermost(x.Scope)
	if fn == nil || len(fn.Params) != 2 || len(fn.Returns) != 1 || fn.Returns[0] != x {
		return
	}
	for i, p := range fn.Params {
		if p.Binding == nil || len(p.Binding.Defs) != 1 || !names(x.List[i], p.Binding) {
			return
		}
	}
	n.as = copiedAs{plain: true}
	if n.noteCopier(fn, 0, x.List[1], false) {
		n.f.handed[x] = true
	}
}

// written is how the source names what is called: the end of it, behind the last dot.
func (n *copyNotes) written(callee *ast.Expr) string {
	text := string(n.m.Tree.Source[callee.Start:callee.End])
	return text[strings.LastIndexByte(text, '.')+1:]
}
