package eval

import (
	"slices"

	"github.com/beianlint/beianlint/lint/usage/ast"
)

// target returns the function that something is copied in, and the parameter that gets it:
// -1 where that is a new object, which it returns.
func (n *copyNotes) target(to *ast.Expr) (fn *ast.Func, param int) {
	fn, param = n.given(to, 0)
	if fn == nil && to.Kind == ast.Ident {
		return returning(to), -1
	}
	return fn, param
}

// noteCopier notes a function as a copier where it is given what it copies, too.
func (n *copyNotes) noteCopier(fn *ast.Func, param int, from *ast.Expr, getters bool) bool {
	if of, _ := n.given(from, 0); fn == nil || of != fn {
		return false
	}
	n.f.copiers[fn] = copier{to: param, returns: param < 0 || returnsGiven(n, fn), getters: getters, offers: n.as.offers()}
	return true
}

// returning returns the function that makes a new object, gives it a name and
// returns that.
func returning(x *ast.Expr) *ast.Func {
	b := x.Binding()
	if b == nil || !slices.ContainsFunc(b.Defs, func(d ast.Def) bool { return isNew(d.Value) }) {
		return nil
	}
	scope := b.Scope
	for scope != nil && scope.Func == nil {
		scope = scope.Parent
	}
	if scope == nil || !slices.ContainsFunc(scope.Func.Returns, func(r *ast.Expr) bool {
		r = last(r)
		return names(r, b) || r.Kind == ast.Call && len(r.List) == 1 && names(r.List[0], b) && ast.NameOf(r.L) == "freeze"
	}) {
		return nil
	}
	return scope.Func
}

// last returns what the value of a, b is the value of.
func last(x *ast.Expr) *ast.Expr {
	for x.Kind == ast.Sequence {
		x = x.List[len(x.List)-1]
	}
	return x
}

// given returns the function of which an expression is an argument, or one of
// several, and which parameter it is first.
func (n *copyNotes) given(x *ast.Expr, depth int) (fn *ast.Func, param int) {
	if x == nil || depth > maxWrapped {
		return nil, 0
	}
	switch x.Kind {
	case ast.Index, ast.Logical, ast.Spread:
		return n.given(x.L, depth+1)
	case ast.Call: // Object(target), [].slice.call(arguments, 1)
		for _, arg := range x.List {
			if fn, param := n.given(arg, depth+1); fn != nil {
				return fn, param
			}
		}
		if x.L.Kind == ast.Member {
			return n.given(x.L.L, depth+1)
		}
	case ast.Ident:
		b := x.Binding()
		if b == nil {
			if x.Text == "arguments" {
				return x.Scope.Callee(), 0
			}
			return nil, 0
		}
		for _, d := range b.Defs {
			if fn, param := n.givenBy(d, depth); fn != nil {
				return fn, param
			}
		}
	}
	return nil, 0
}

// givenBy is given for what a name is defined by. The parameter of a callback is an
// element of what it is called for.
func (n *copyNotes) givenBy(d ast.Def, depth int) (*ast.Func, int) {
	switch call := n.callbacks[d.Func]; {
	case d.Keys: // its name is no part of an object
		return nil, 0
	case d.Func != nil && call != nil && callbacks[ast.NameOf(call.L)]:
		return n.given(call.L.L, depth+1)
	case d.Func != nil && len(d.Path) == 0:
		return d.Func, d.Param
	case d.Value != nil && (len(d.Path) == 0 || len(d.Path) == 1 && ast.IsItem(d.Path[0])):
		return n.given(d.Value, depth+1)
	}
	return nil, 0
}

// isNew reports whether an expression makes an object or array without anything in it.
func isNew(x *ast.Expr) bool {
	switch {
	case x == nil:
		return false
	case x.Kind == ast.Cond: // Array.isArray(s) ? [] : {}
		return isNew(x.R) && isNew(x.C())
	}
	return isBareObject(x) || x.Kind == ast.Object && len(x.Props()) == 0 || x.Kind == ast.Array && len(x.List) == 0
}

func names(x *ast.Expr, b *ast.Binding) bool {
	return x != nil && x.Kind == ast.Ident && x.Binding() == b
}

// returnsGiven reports whether a function returns something that it is given.
func returnsGiven(n *copyNotes, fn *ast.Func) bool {
	return slices.ContainsFunc(fn.Returns, func(r *ast.Expr) bool {
		of, _ := n.given(last(r), 0)
		return of == fn
	})
}

// ofItem returns the object through whose properties a function goes that a call is given
// behind it, each(s, function (v, k) {…}), where a definition is the one parameter and the
// key the other.
func (n *copyNotes) ofItem(d ast.Def, key *ast.Binding) *ast.Expr {
	call := n.items[d.Func]
	if call == nil || len(key.Defs) != 1 || key.Defs[0].Func != d.Func || len(key.Defs[0].Path) > 0 || d.Param+key.Defs[0].Param != 1 {
		return nil
	}
	n.as.loose = true
	return call.List[0]
}

// wrapped returns the object whose property of the same key a call binds to something: s of
// bind(s[k], o) and of s[k].bind(o). Only functions can be, which other calls make anything of.
func (n *copyNotes) wrapped(x *ast.Expr, key *ast.Binding, depth int) *ast.Expr {
	var function *ast.Expr
	switch {
	case x.L.Kind == ast.Member && x.L.Text == "bind" && len(x.List) == 1:
		function = x.L.L
	case len(x.List) == 2 && (ast.NameOf(x.L) == "bind" || n.binds(funcOf(x.L))):
		function = x.List[0]
	default:
		return nil
	}
	if function.Kind != ast.Ident && function.Kind != ast.Index {
		return nil
	}
	plain := n.as.plain
	from := n.source(function, key, depth+1)
	n.as.plain = plain
	if from != nil {
		n.as.loose, n.as.wrapped = true, true
	}
	return from
}

// binds reports whether a function returns one that calls its first parameter with another
// "this", as libraries for old phones have it.
func (n *copyNotes) binds(fn *ast.Func) bool {
	if fn == nil || len(fn.Params) != 2 || len(fn.Returns) != 1 || fn.Returns[0].Kind != ast.Function || fn.Params[0].Binding == nil {
		return false
	}
	found := false
	ast.Walk(&ast.Tree{Body: fn.Returns[0].Func().Body}, func(x *ast.Expr, _ []*ast.Expr) {
		found = found || x.Kind == ast.Call && x.L.Kind == ast.Member && (x.L.Text == "apply" || x.L.Text == "call") && names(x.L.L, fn.Params[0].Binding)
	})
	return found
}
