package resolve

import (
	"slices"

	"github.com/beianlint/beianlint/lint/usage/ast"
)

// plainCalls takes calls that give a function its "this" back into what they mean without it, so
// that nothing else has to know their forms: o.f.call(o, a) and o.f.apply(o, [a]) are o.f(a),
// Reflect.apply(f, o, list) is f.apply(o, list), Reflect.construct(A, [a]) is new A(a), and
// o.f.bind(o, a) is (...rest) => o.f(a, ...rest). What no function can have as its "this" may
// be an argument of a method that only has such a name.
func plainCalls(t *ast.Tree) {
	for i, x := range t.Calls {
		reflect(x)
		x.List = items(x.List)
		of := x.L
		if x.Kind != ast.Call || of.Kind != ast.Member || len(x.List) == 0 || !mayBeThis(x.List[0], of.L) {
			continue
		}
		switch {
		case of.Text == "bind" && len(x.List) > 1:
			if !mayLoad(of.L, x.List[1]) && slices.ContainsFunc(x.List[1:], isNoInstance) {
				t.Calls[i] = bound(t, x)
			}
		case !isOwnThis(x.List[0], of.L):
		case of.Text == "call":
			x.L, x.List = of.L, x.List[1:]
		case of.Text == "apply" && len(x.List) == 2:
			x.L, x.List = of.L, spreadOf(x.List[1])
		}
	}
}

// items puts the items of arrays that are written out in place of them: f(...[a, b]).
func items(args []*ast.Expr) []*ast.Expr {
	isWritten := func(x *ast.Expr) bool { return x.Kind == ast.Spread && x.L.Kind == ast.Array }
	for i := slices.IndexFunc(args, isWritten); i >= 0; i = slices.IndexFunc(args, isWritten) {
		args = slices.Concat(args[:i], args[i].L.List, args[i+1:])
	}
	return args
}

// spreadOf are the arguments of a call that is given all items of a list.
func spreadOf(list *ast.Expr) []*ast.Expr {
	if list.Kind == ast.Array {
		return list.List
	}
	return []*ast.Expr{{Kind: ast.Spread, L: list, Start: list.Start, End: list.End}}
}

// reflect makes calls of Reflect ones of functions.
func reflect(x *ast.Expr) {
	of := x.L
	if x.Kind != ast.Call || of.Kind != ast.Member || of.L.Kind != ast.Ident || of.L.Text != "Reflect" || len(x.List) < 2 || of.L.Scope.Lookup("Reflect") != nil {
		return
	}
	called := x.List[0]
	switch {
	case of.Text == "apply" && len(x.List) == 3:
		x.L, x.List = &ast.Expr{Kind: ast.Member, L: called, Text: "apply", Start: called.Start, End: called.End, Scope: x.Scope}, x.List[1:]
	case of.Text == "construct" && len(x.List) == 2:
		x.Kind, x.L, x.List = ast.New, called, spreadOf(x.List[1])
	}
}

// mayBeThis reports whether the first argument of call, apply or bind is the "this" of a
// function for sure: none, the one of the code around it, or the object whose method it is.
func mayBeThis(x, method *ast.Expr) bool { return isMe(x) || isNone(x) || isOwnThis(x, method) }

// isOwnThis reports whether a function that is given a "this" has the same without.
func isOwnThis(x, method *ast.Expr) bool {
	if method.Kind == ast.Member {
		return isSameName(x, method.L)
	}
	return method.Kind == ast.Ident && isNone(x)
}

// mayLoad reports whether a function that is bound to something may be the loader of a bundle
// that is bound to a module: by the name that webpack gives it, or as what a module is given.
func mayLoad(of, id *ast.Expr) bool {
	if of.Kind == ast.Member {
		of = of.L
	}
	if of.Kind != ast.Ident {
		return false
	}
	b := of.Scope.Lookup(of.Text)
	return of.Text == "__webpack_require__" || id.Kind == ast.Number || b != nil && slices.ContainsFunc(b.Defs, func(d ast.Def) bool { return d.Func != nil })
}

// isNoInstance reports whether an argument is not the name of an object that is made there.
// What frameworks bind to those is called for all that they do, and hands on nothing of them.
func isNoInstance(x *ast.Expr) bool {
	if x.Kind != ast.Ident {
		return true
	}
	b := x.Scope.Lookup(x.Text)
	return b == nil || len(b.Defs) != 1 || b.Defs[0].Value == nil || b.Defs[0].Value.Kind != ast.Object
}

// isNone reports whether an expression is null, undefined or void 0.
func isNone(x *ast.Expr) bool {
	if x.Kind == ast.Ident {
		return x.Text == "null" || x.Text == "undefined"
	}
	return x.Kind == ast.Unknown && len(x.List) == 1 && x.List[0].Kind == ast.Number && x.Start < x.List[0].Start
}

// isSameName reports whether two expressions are written as the same name.
func isSameName(x, y *ast.Expr) bool {
	return x.Kind == y.Kind && x.Text == y.Text && (x.Kind == ast.Ident || x.Kind == ast.This || x.Kind == ast.Member && isSameName(x.L, y.L))
}

// Rest is the name of the arguments of a function that was bound, which no code can say.
const Rest = "..."

// bound makes f.bind(o, a) a function, and returns the call in it.
func bound(t *ast.Tree, x *ast.Expr) *ast.Expr {
	at := x.L.End
	fn := &ast.Func{Arrow: true, Start: at}
	fn.Scope = &ast.Scope{Parent: x.Scope, Func: fn}
	rest := &ast.Binding{Name: Rest, Scope: fn.Scope, Start: at, Defs: []ast.Def{{Func: fn, Rest: true}}}
	fn.Scope.Declare(rest)
	fn.Params = []*ast.Pattern{{Binding: rest, Rest: true}}
	call := &ast.Expr{Kind: ast.Call, L: x.L.L, Start: x.Start, End: x.End, Scope: fn.Scope}
	given := &ast.Expr{Kind: ast.Ident, Text: Rest, Start: at, End: at, Scope: fn.Scope}
	call.List = append(slices.Clone(x.List[1:]), &ast.Expr{Kind: ast.Spread, L: given, Start: at, End: at})
	if !isOwnThis(x.List[0], x.L.L) {
		call.L = &ast.Expr{Kind: ast.Member, L: x.L.L, Text: "call", Start: x.L.Start, End: at, Scope: fn.Scope}
		call.List = slices.Insert(call.List, 0, x.List[0])
	}
	fn.Returns, fn.Body = []*ast.Expr{call}, []*ast.Stmt{{Expr: call, Start: x.Start, End: x.End}}
	t.Funcs, t.Bindings = append(t.Funcs, fn), append(t.Bindings, rest)
	x.Kind, x.L, x.List, x.Parts = ast.Function, nil, nil, &ast.Parts{Func: fn}
	return call
}
