package resolve

import (
	"slices"

	"github.com/beianlint/beianlint/lint/platform"
	"github.com/beianlint/beianlint/lint/usage/ast"
	"github.com/beianlint/beianlint/lint/usage/model"
)

// plainCalls takes calls that make calls of functions into what they mean, so that nothing else
// has to know their forms: Reflect.apply(f, o, list) is f.apply(o, list), Reflect.construct(A, [a])
// is new A(a), and f.bind(o, a) is (...rest) => f.call(o, a, ...rest) where f is surely a function.
// The program's own objects may have methods of such names, so that nothing else is.
func plainCalls(t *ast.Tree) {
	own := ownBinds(t)
	for i, x := range t.Calls {
		reflect(x)
		x.List = SpreadOut(x.List)
		of := x.L
		if x.Kind != ast.Call || of.Kind != ast.Member || of.Text != "bind" || len(x.List) < 2 {
			continue
		}
		if isAPI(of.L) {
			t.Calls[i] = bound(t, x, false)
		} else if isThis(x.List[0]) && isFunction(of.L, own) && !mayLoad(of.L, x.List[1]) {
			t.Calls[i] = bound(t, x, of.L.Kind != ast.Ident || !isNone(x.List[0]))
		}
	}
}

// SpreadOut puts the items of arrays that are written out in place of them: f(...[a, b]).
func SpreadOut(args []*ast.Expr) []*ast.Expr {
	if !slices.ContainsFunc(args, func(x *ast.Expr) bool { return x.Kind == ast.Spread && x.L.Kind == ast.Array }) {
		return args
	}
	var all []*ast.Expr
	for _, x := range args {
		if x.Kind == ast.Spread && x.L.Kind == ast.Array {
			all = append(all, SpreadOut(x.L.List)...)
		} else {
			all = append(all, x)
		}
	}
	return all
}

// reflect makes calls of Reflect ones of functions.
func reflect(x *ast.Expr) {
	of := x.L
	if x.Kind != ast.Call || of.Kind != ast.Member || !isGlobal(of.L, "Reflect") || len(x.List) < 2 {
		return
	}
	called := x.List[0]
	switch {
	case of.Text == "apply" && len(x.List) == 3:
		x.L, x.List = &ast.Expr{Kind: ast.Member, L: called, Text: "apply", Start: called.Start, End: called.End, Scope: x.Scope}, x.List[1:]
	case of.Text == "construct":
		list := x.List[1]
		x.Kind, x.L, x.List = ast.New, called, []*ast.Expr{{Kind: ast.Spread, L: list, Start: list.Start, End: list.End}}
	}
}

// isGlobal reports whether an expression is a global object by its name, globalThis.name, too.
func isGlobal(x *ast.Expr, name string) bool {
	if x.Text != name {
		return false
	}
	if x.Kind == ast.Member {
		x = x.L
		name = model.GlobalObject
	}
	return namesGlobal(x, name)
}

// namesGlobal reports whether an expression is a name that no scope declares.
func namesGlobal(x *ast.Expr, name string) bool {
	return x.Kind == ast.Ident && x.Text == name && x.Binding() == nil
}

// isAPI reports whether an expression is a function of the object of a platform that contacts
// hosts or opens pages: the program may put objects of its own beside those.
func isAPI(x *ast.Expr) bool {
	if x.Kind != ast.Member || x.L.Kind != ast.Ident || x.L.Binding() != nil || !slices.Contains(platform.APIPrefixes(), x.L.Text) {
		return false
	}
	return model.Navigations[x.Text] || slices.ContainsFunc(platform.All(), func(p *platform.Platform) bool {
		_, is := p.API(x.Text)
		return is
	})
}

// isFunction reports whether an expression is a function that is written out, or the name of one
// and of nothing else ever, which has no method bind of its own.
func isFunction(x *ast.Expr, own map[*ast.Binding]bool) bool {
	if x.Kind != ast.Ident {
		return x.Kind == ast.Function
	}
	b := x.Binding()
	return !own[b] && isWritten(b, ast.Function)
}

// isWritten reports whether a name is only ever one thing of a kind that is written out.
func isWritten(b *ast.Binding, kind ast.Kind) bool {
	if b == nil || len(b.Defs) != 1 {
		return false
	}
	d := b.Defs[0]
	return d.Value != nil && d.Value.Kind == kind && len(d.Path) == 0 && d.Func == nil && !d.Keys && !d.Default
}

// ownBinds are the names of functions that the program gives a method bind, or what it gives
// all of another object's methods.
func ownBinds(t *ast.Tree) map[*ast.Binding]bool {
	own := map[*ast.Binding]bool{}
	add := func(x *ast.Expr) {
		if x.Kind == ast.Ident {
			own[x.Binding()] = true
		}
	}
	for _, x := range t.Assigns {
		if x.L.Kind == ast.Member && x.L.Text == "bind" {
			add(x.L.L)
		}
	}
	for _, x := range t.Calls {
		if of := x.L; of.Kind == ast.Member && of.L.Kind == ast.Ident && of.L.Text == "Object" && len(x.List) > 1 {
			add(x.List[0])
		}
	}
	return own
}

// mayLoad reports whether a function that is bound to something may be the loader of a bundle
// that is bound to a module: by the name that webpack gives it, or as it takes nothing else.
func mayLoad(fn, id *ast.Expr) bool {
	if fn.Kind != ast.Ident {
		return false
	}
	loader := fn.Binding().Defs[0].Value.Func()
	return fn.Text == "__webpack_require__" || id.Kind == ast.Number && len(loader.Params) < 2
}

// isThis reports whether what a function is bound to is the "this" of the code around it or none:
// that of others says more than what is bound.
func isThis(x *ast.Expr) bool {
	if x.Kind == ast.Ident && isWritten(x.Binding(), ast.This) {
		return true
	}
	return x.Kind == ast.This && x.Text == "this" || isNone(x)
}

// isNone reports whether an expression is null, undefined or void 0.
func isNone(x *ast.Expr) bool {
	if x.Kind == ast.Ident {
		return x.Text == "null" || x.Text == "undefined"
	}
	return x.Kind == ast.Unknown && len(x.List) == 1 && x.List[0].Kind == ast.Number && x.Start < x.List[0].Start
}

// Rest is the name of the arguments of a function that was bound, which no code can say.
const Rest = "..."

// bound makes f.bind(o, a) a function, and returns the call in it, which gives f its "this" where
// it asks for one.
func bound(t *ast.Tree, x *ast.Expr, asks bool) *ast.Expr {
	fn, call := Bound(x, asks)
	t.Funcs, t.Bindings = append(t.Funcs, fn), append(t.Bindings, fn.Params[0].Binding)
	x.Kind, x.L, x.List, x.Parts = ast.Function, nil, nil, &ast.Parts{Func: fn}
	return call
}

// Bound returns the function that f.bind(o, a) makes, and the call in it.
func Bound(x *ast.Expr, asks bool) (*ast.Func, *ast.Expr) {
	at := x.L.End
	fn := &ast.Func{Arrow: true, Start: at}
	fn.Scope = &ast.Scope{Parent: x.Scope, Func: fn}
	rest := &ast.Binding{Name: Rest, Scope: fn.Scope, Start: at, Defs: []ast.Def{{Func: fn, Rest: true}}}
	fn.Scope.Declare(rest)
	fn.Params = []*ast.Pattern{{Binding: rest, Rest: true}}
	call := &ast.Expr{Kind: ast.Call, L: x.L.L, Start: x.Start, End: x.End, Scope: fn.Scope}
	given := &ast.Expr{Kind: ast.Ident, Text: Rest, Start: at, End: at, Scope: fn.Scope}
	call.List = append(slices.Clone(x.List[1:]), &ast.Expr{Kind: ast.Spread, L: given, Start: at, End: at})
	if asks {
		call.L = &ast.Expr{Kind: ast.Member, L: x.L.L, Text: "call", Start: x.L.Start, End: at, Scope: fn.Scope}
		call.List = slices.Insert(call.List, 0, x.List[0])
	}
	fn.Returns, fn.Body = []*ast.Expr{call}, []*ast.Stmt{{Expr: call, Start: x.Start, End: x.End}}
	return fn, call
}
