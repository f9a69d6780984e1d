package flow

import (
	"github.com/beianlint/beianlint/lint/usage/ast"
	"github.com/beianlint/beianlint/lint/usage/model"
)

// same are the functions whose result has the host of their first argument.
var same = map[string]bool{
	"encodeURIComponent": true, "encodeURI": true, "decodeURIComponent": true, "decodeURI": true, "String": true, "escape": true, "unescape": true,
	"ref": true, "reactive": true, "shallowRef": true, "readonly": true, "markRaw": true, "unref": true, "toRaw": true, "toRef": true, "toRefs": true,
}

// builtins are classes of the language whose methods send nothing.
var builtins = map[string]bool{"Map": true, "Set": true, "WeakMap": true, "WeakSet": true, "Date": true, "RegExp": true, "Error": true, "URLSearchParams": true, "Promise": true, "URL": true}

// evalBuiltinNew evaluates new Promise(…) and new URL(…); of other classes
// only that they are known.
func (p *Program) evalBuiltinNew(x *ast.Expr, m *module, f *frame) values {
	if len(x.List) > 0 {
		switch x.L.Text {
		case "URL":
			return p.eval(x.List[0], m, f)
		case "Promise":
			if vs := p.resolved(x.List[0], m, f); len(vs) > 0 {
				return vs
			}
		}
	}
	return values{{kind: unknown, text: x.L.Text, expr: x, mod: m}}
}

// resolved is what the function that is given to new Promise resolves with.
func (p *Program) resolved(x *ast.Expr, m *module, f *frame) values {
	if x.Kind != ast.Function || len(x.Func.Params) == 0 || x.Func.Params[0].Binding == nil {
		return nil
	}
	resolve := x.Func.Params[0].Binding
	var out values
	for _, call := range m.callsOf(resolve.Name) {
		if len(call.List) > 0 && call.L.Scope.Lookup(resolve.Name) == resolve {
			out = out.union(p.eval(call.List[0], m, f))
		}
	}
	return out
}

func (p *Program) evalCall(x *ast.Expr, m *module, f *frame) values {
	switch x.L.Kind {
	case ast.Ident:
		if vs, ok := p.evalBuiltin(x, m, f); ok {
			return vs
		}
	case ast.Member:
		if vs, ok := p.evalMethod(x, m, f); ok {
			return vs
		}
	}
	if x.Kind == ast.New && x.L.Kind == ast.Ident && builtins[x.L.Text] && x.L.Scope.Lookup(x.L.Text) == nil {
		return p.evalBuiltinNew(x, m, f)
	}
	naming := p.naming(nameOf(x.L))
	if naming.promisifies {
		if vs := p.apis(x.List, m, f); len(vs) > 0 {
			return vs
		}
	}
	var out values
	known := false
	for _, callee := range p.eval(x.L, m, f) {
		known = known || callee.kind == function || callee.kind == class
		out = out.union(p.result(x, callee, m, f))
	}
	if !known && naming.merges && len(x.List) > 0 {
		return values{{kind: object, expr: x, mod: m, frame: f}}
	}
	return out
}

// naming is what the name of a callee says of it.
type naming struct{ promisifies, merges bool }

// naming matches each name once: a program has few, and calls them often.
func (p *Program) naming(name string) naming {
	n, ok := p.namings[name]
	if !ok {
		n = naming{model.Promisifies.MatchString(name), model.Merges.MatchString(name)}
		p.namings[name] = n
	}
	return n
}

// apis returns the APIs among the values of the first argument.
func (p *Program) apis(args []*ast.Expr, m *module, f *frame) values {
	if len(args) == 0 {
		return nil
	}
	var out values
	for _, v := range p.eval(args[0], m, f) {
		if v.kind == api {
			out = out.add(v)
		}
	}
	return out
}

// nameOf returns the last name of a callee.
func nameOf(x *ast.Expr) string {
	if x.Kind == ast.Ident || x.Kind == ast.Member {
		return x.Text
	}
	return ""
}

// result is what one callee gives back.
func (p *Program) result(x *ast.Expr, callee *value, m *module, f *frame) values {
	switch callee.kind {
	case function:
		if x.Kind == ast.New {
			return values{{kind: instance, fn: callee.fn, mod: callee.mod}}
		}
		inner, ok := p.enter(x, callee, m, f)
		if !ok {
			return nil
		}
		return p.returned(callee, inner)
	case class:
		return values{{kind: instance, class: callee.class, mod: callee.mod}}
	case api:
		switch callee.path.Last() {
		case model.ExtGetterSync:
			return p.ext
		case model.StorageGetter:
			return p.stored(x, m, f)
		}
		callee = callee.copy()
		callee.path = p.paths.called(callee.path)
		return values{callee}
	case external:
		callee = callee.copy()
		callee.path = p.paths.called(callee.path)
		if len(x.List) > 0 {
			callee.expr, callee.mod = x, m
		}
		return values{callee}
	}
	return nil
}

// stored is what setStorage puts under the key that getStorageSync asks for.
func (p *Program) stored(x *ast.Expr, m *module, f *frame) values {
	if len(x.List) == 0 {
		return nil
	}
	var out values
	keys := p.eval(x.List[0], m, f).text()
	for _, s := range p.storage {
		if p.eval(s.args[0], s.mod, nil).text().meets(keys) {
			out = out.union(p.eval(s.args[1], s.mod, nil))
		}
	}
	return out
}

// meets reports whether two sets of texts have one in common.
func (vs values) meets(other values) bool {
	for _, v := range vs {
		for _, w := range other {
			if v.text == w.text {
				return true
			}
		}
	}
	return false
}

// noteStorage collects what is put into the storage.
func (p *Program) noteStorage(x *ast.Expr, m *module) {
	if x.L.Kind == ast.Member && x.L.Text == model.StorageSetter && len(x.List) == 2 {
		p.storage = append(p.storage, site{x.List, m})
	}
}

func (p *Program) evalBuiltin(x *ast.Expr, m *module, f *frame) (values, bool) {
	name := x.L.Text
	if name == "getApp" {
		return p.apps(), true
	}
	if len(x.List) == 0 {
		return nil, false
	}
	if b := x.L.Scope.Lookup(name); b != nil && (!same[name] && name != "computed" || len(p.functions(b, m)) > 0) {
		return nil, false
	}
	arg := x.List[0]
	switch {
	case name == "require" || name == "import" || name == "requirePlugin":
		if arg.Kind == ast.String {
			return p.required(m, arg.Text), true
		}
		return nil, true
	case name == "computed":
		return p.computed(arg, m, f), true
	case same[name]:
		return p.eval(arg, m, f), true
	}
	return nil, false
}

// computed is what the functions that are given to Vue's computed return.
func (p *Program) computed(arg *ast.Expr, m *module, f *frame) values {
	var out values
	for _, v := range p.eval(arg, m, f) {
		if v.kind == function {
			out = out.union(p.returned(v, v.frame))
		}
	}
	return out
}

// functions returns the functions that a name stands for.
func (p *Program) functions(b *ast.Binding, m *module) values {
	var out values
	for _, v := range p.evalBinding(b, m, nil) {
		if v.kind == function {
			out = out.add(v)
		}
	}
	return out
}

// evalMethod evaluates the methods of the language: of Object, strings,
// arrays, functions and promises.
func (p *Program) evalMethod(x *ast.Expr, m *module, f *frame) (values, bool) {
	of, name := x.L.L, x.L.Text
	if of.Kind == ast.Ident && of.Text == "Object" && len(x.List) > 0 {
		switch name {
		case "assign":
			return values{{kind: object, expr: x, mod: m, frame: f}}, true
		case "freeze", "seal", "create":
			return p.eval(x.List[0], m, f), true
		case "values", "entries":
			return values{{kind: array, expr: listOf(x.List[0], name), mod: m, frame: f}}, true
		}
	}
	if of.Kind == ast.Ident && of.Text == "Promise" && len(x.List) > 0 {
		return p.eval(x.List[0], m, f), true // resolve, all, race
	}
	if name == "async" && of.Kind == ast.Ident && of.Text == "require" && len(x.List) > 0 && x.List[0].Kind == ast.String {
		return p.required(m, x.List[0].Text), true
	}
	if name == "slice" {
		if vs := p.arrays(of, m, f); len(vs) > 0 {
			return vs, true
		}
	}
	switch name {
	case "trim", "toString", "valueOf", "toLowerCase", "bind", "trimEnd", "normalize":
		if vs := p.eval(of, m, f); len(vs) > 0 {
			return vs, true
		}
	case "concat":
		return p.concatenated(x, m, f)
	case "replace", "replaceAll":
		if vs := p.eval(of, m, f).text(); len(vs) > 0 {
			return p.replaced(vs, x, m, f), true
		}
	case "join":
		return p.joined(x, m, f)
	case "map", "flatMap":
		return p.mapped(x, m, f)
	case "filter", "reverse", "sort", "splice":
		if vs := p.arrays(of, m, f); len(vs) > 0 {
			return vs, true
		}
	case "slice", "substring", "substr", "split":
		if vs := p.eval(of, m, f).text(); len(vs) > 0 {
			return vs.opened(), true
		}
	case "get":
		if vs := p.ofMap(of, m, f); len(vs) > 0 {
			return vs, true
		}
	case "find", "shift", "pop", "at":
		if vs := p.arrays(of, m, f); len(vs) > 0 {
			return p.property(vs, "*"), true
		}
	}
	return nil, false
}

// listOf is the array that Object.values or Object.entries makes of an object:
// its one element stands for all.
func listOf(x *ast.Expr, method string) *ast.Expr {
	element := &ast.Expr{Kind: ast.Index, L: x, R: &ast.Expr{}, Start: x.Start, End: x.End}
	if method == "entries" {
		element = &ast.Expr{Kind: ast.Array, List: []*ast.Expr{{}, element}, Start: x.Start, End: x.End}
	}
	return &ast.Expr{Kind: ast.Array, List: []*ast.Expr{element}, Start: x.Start, End: x.End}
}

// opened marks texts of which a part is cut off: what is left mostly has the
// host.
func (vs values) opened() values {
	out := make(values, len(vs))
	for i, v := range vs {
		out[i] = v.opened()
	}
	return out
}

// ofMap reads new Map([[key, value]]).get(key): any value.
func (p *Program) ofMap(x *ast.Expr, m *module, f *frame) values {
	var out values
	for _, v := range p.eval(x, m, f) {
		if v.kind == unknown && v.text == "Map" && v.expr != nil && len(v.expr.List) > 0 {
			out = out.union(p.property(p.property(p.eval(v.expr.List[0], v.mod, nil), "*"), "*"))
		}
	}
	return out
}

// arrays leaves the arrays among the values of an expression.
func (p *Program) arrays(x *ast.Expr, m *module, f *frame) values {
	var out values
	for _, v := range p.eval(x, m, f) {
		if v.kind == array {
			out = out.add(v)
		}
	}
	return out
}

// mapped evaluates list.map(f): what f returns for any element stands for the
// elements.
func (p *Program) mapped(x *ast.Expr, m *module, f *frame) (values, bool) {
	if len(x.List) == 0 || len(p.arrays(x.L.L, m, f)) == 0 {
		return nil, false
	}
	element := &ast.Expr{Kind: ast.Index, L: x.L.L, R: &ast.Expr{}, Start: x.L.Start, End: x.L.End}
	call := &ast.Expr{Kind: ast.Call, L: x.List[0], List: []*ast.Expr{element}, Start: x.Start, End: x.End, Scope: x.Scope}
	var out values
	for _, callee := range p.eval(x.List[0], m, f) {
		if callee.kind == function {
			out = out.union(p.result(call, callee, m, f))
		}
	}
	return out, len(out) > 0
}

// apps returns the objects that are given to App(…).
func (p *Program) apps() values {
	var out values
	for _, a := range p.appCalls {
		for _, v := range p.eval(a.args[0], a.mod, nil) {
			if v.kind == class {
				v = v.copy()
				v.kind = instance
			}
			out = out.add(v)
		}
	}
	return out
}
