package resolve

import (
	"slices"

	"github.com/beianlint/beianlint/lint/usage/ast"
	"github.com/beianlint/beianlint/lint/usage/model"
)

// raiseExports takes getters, by which compilers export names that can be given other values,
// back into assignments: exports.a = b of
//
//	Object.defineProperty(exports, "a", { get: function () { return b } })  // Babel, swc
//	all(exports, { get a() { return b } })                                  // swc, esbuild
//	n.d(exports, { a: () => b }), n.d(exports, "a", () => b)                // webpack 5 and 4
//
// A name has every value that it is ever given, so that it does not matter when it is read.
func raiseExports(t *ast.Tree) {
	gone, getters := map[*ast.Expr]bool{}, map[*ast.Func]bool{}
	for _, x := range t.Calls {
		given := exportsGot(t, x)
		if len(given) == 0 {
			continue
		}
		var list []*ast.Expr
		for _, g := range given {
			getters[g.fn] = true
			list = append(list, assignGot(x, g))
		}
		t.Assigns = append(t.Assigns, list...)
		x.Kind, x.L, x.List = ast.Sequence, nil, list
		gone[x] = true
	}
	if len(gone) == 0 {
		return
	}
	dropCalls(t, gone)
	t.Funcs = slices.DeleteFunc(t.Funcs, func(f *ast.Func) bool { return getters[f] })
	slices.SortStableFunc(t.Assigns, func(a, b *ast.Expr) int { return int(a.Start - b.Start) })
}

// got is an export that a function gives, which only returns it.
type got struct {
	name string
	fn   *ast.Func
}

// exportsGot returns the exports that a call defines by functions; none where it does more.
func exportsGot(t *ast.Tree, x *ast.Expr) []got {
	switch {
	case x.Kind != ast.Call || len(x.List) < 2 || x.List[0].Kind == ast.Spread:
		return nil
	case isDefiner(x):
		if len(x.List) == 3 && isOwnExports(x.List[0]) && isDescribedGetter(x.List[2]) {
			return oneGot(x.List[1], describedBy(x.List[2], "get"))
		}
	case x.L.Kind == ast.Member && x.L.Text == model.Getters && isFactory(x.L.L, x.List[0]):
		if len(x.List) == 3 {
			return oneGot(x.List[1], x.List[2])
		}
		return allGot(x.List[1])
	case x.L.Kind == ast.Ident && len(x.List) == 2 && x.List[0].Kind == ast.Ident && definesAll(declaredFunction(x.L)):
		return allGot(x.List[1])
	}
	return nil
}

// oneGot is one export, by its name and its getter.
func oneGot(name, of *ast.Expr) []got {
	if name.Kind != ast.String || !isGetter(of) {
		return nil
	}
	return []got{{name.Text, of.Func()}}
}

// allGot are the exports of an object of getters.
func allGot(of *ast.Expr) (all []got) {
	if of.Kind != ast.Object {
		return nil
	}
	for i := range of.Props() {
		p := &of.Props()[i]
		if p.Key == "" || !isGetter(p.Value) {
			return nil
		}
		all = append(all, got{p.Key, p.Value.Func()})
	}
	return all
}

// isDescribedGetter reports whether a description of a property has a getter, and nothing else
// that matters.
func isDescribedGetter(x *ast.Expr) bool {
	if x.Kind != ast.Object {
		return false
	}
	for i := range x.Props() {
		switch x.Props()[i].Key {
		case "get", "enumerable", "configurable":
		default:
			return false
		}
	}
	return true
}

// describedBy returns what a description says by a key, nil where it has none.
func describedBy(x *ast.Expr, key string) *ast.Expr {
	for i := range x.Props() {
		if p := &x.Props()[i]; p.Key == key {
			return p.Value
		}
	}
	return nil
}

// isGetter reports whether a function does nothing but return a name, or what others have by it.
func isGetter(x *ast.Expr) bool {
	if x == nil || x.Kind != ast.Function {
		return false
	}
	fn := x.Func()
	return len(fn.Params) == 0 && len(fn.Returns) == 1 && len(fn.Body) <= 1 && fn.Yields == nil && isPath(fn.Returns[0])
}

// isPath reports whether an expression is a name, or a member of a member of one.
func isPath(x *ast.Expr) bool {
	for x.Kind == ast.Member {
		x = x.L
	}
	return x.Kind == ast.Ident && x.Binding() != nil
}

// isFactory reports whether two names are the loader and the exports that a bundle gives to the
// function of a module: function (module, exports, load).
func isFactory(load, exports *ast.Expr) bool {
	if load.Kind != ast.Ident || exports.Kind != ast.Ident {
		return false
	}
	of, at := load.Binding(), exports.Binding()
	return of != nil && at != nil && of.Scope == at.Scope && isArgument(of, 2) && isArgument(at, 1)
}

// isArgument reports whether a name is what a function is given at a place, and nothing else.
func isArgument(b *ast.Binding, at int) bool {
	return len(b.Defs) == 1 && b.Defs[0].Func != nil && b.Defs[0].Param == at && len(b.Defs[0].Path) == 0 && !b.Defs[0].Rest
}

// definesAll reports whether a function gives its first argument all that its second one has, as
// getters: for (var k in all) define(target, k, { get: all[k] }).
func definesAll(fn *ast.Func) bool {
	if fn == nil || len(fn.Params) != 2 || fn.Params[0].Binding == nil || fn.Params[1].Binding == nil || len(fn.Body) != 1 || len(fn.Body[0].Body()) != 2 {
		return false
	}
	define := fn.Body[0].Body()[1].Expr // behind the head of the loop
	if define == nil || define.Kind != ast.Call || len(define.List) != 3 || !isNamed(define.List[0], fn.Params[0].Binding) || !isDescribedGetter(define.List[2]) {
		return false
	}
	get, all := describedBy(define.List[2], "get"), fn.Params[1].Binding
	switch {
	case get == nil:
		return false
	case get.Kind == ast.Index: // all[k]
		return isNamed(get.L, all)
	case get.Kind == ast.Member && get.Text == "get": // Object.getOwnPropertyDescriptor(all, k).get
		return get.L.Kind == ast.Call && len(get.L.List) == 2 && isNamed(get.L.List[0], all)
	}
	return false
}

func isNamed(x *ast.Expr, b *ast.Binding) bool { return x.Kind == ast.Ident && x.Binding() == b }

// assignGot is the assignment of what a getter gives. It stands where that is written, since a
// call defines several.
func assignGot(x *ast.Expr, g got) *ast.Expr {
	value := g.fn.Returns[0]
	for of := value; of != nil; of = of.L {
		of.Scope, of.Guard = x.Scope, x.Guard
	}
	target := *x.List[0]
	to := &ast.Expr{Kind: ast.Member, L: &target, Text: g.name, Start: value.Start, End: value.End, Scope: x.Scope}
	return &ast.Expr{Kind: ast.Assign, Op: '=', L: to, R: value, Start: value.Start, End: value.End, Scope: x.Scope, Guard: x.Guard}
}
