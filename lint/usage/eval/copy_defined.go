package eval

import (
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
	by := x.List[2]
	if by.Kind == ast.Cond {
		by = by.C()
	}
	if by.Kind != ast.Object && by.Kind != ast.Call && !(by.Kind == ast.Index && n.setters[n.funcOf(x.L)]) {
		return
	}
	key := x.List[1].Scope.Lookup(x.List[1].Text)
	fn, param := n.given(x.List[0], 0)
	if fn == nil && x.List[0].Kind == ast.Ident {
		fn, param = returning(x.List[0]), -1
	}
	if key == nil || fn == nil {
		return
	}
	note := func(from *ast.Expr, getters bool) {
		if of, _ := n.given(from, 0); of == fn && from != nil {
			n.f.copiers[fn] = copier{to: param, returns: param < 0 || returnsGiven(n, fn), getters: getters}
		}
	}
	switch by.Kind {
	case ast.Call:
		note(n.described(by, key), false)
	case ast.Index:
		note(n.source(by, key, 0), false)
	}
	for _, prop := range by.Props() {
		value, getters := prop.Value, prop.Key == "get"
		if getters && value != nil && value.Kind == ast.Function && len(value.Func().Returns) == 1 {
			value, getters = value.Func().Returns[0], false
		}
		note(n.source(value, key, 0), getters)
	}
}

// described returns the object whose property a descriptor is one of, or nil:
// Object.getOwnPropertyDescriptor(s, k).
func (n *copyNotes) described(x *ast.Expr, key *ast.Binding) *ast.Expr {
	if ast.NameOf(x.L) == model.DescriptorGetter && len(x.List) == 2 && names(x.List[1], key) {
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
