package sink

import (
	"slices"
	"strings"

	"github.com/beianlint/beianlint/lint/usage/ast"
	"github.com/beianlint/beianlint/lint/usage/eval"
	"github.com/beianlint/beianlint/lint/usage/model"
)

// endInUnknown is where goes what a callee of which nothing is known is given: a
// function, or a method of an unknown object. Its name may say that it takes it, or what
// becomes of it: an event, or the query of a page.
func endInUnknown(o *outlets, call *ast.Expr) ends {
	callee, name := call.L, ast.NameOf(call.L)
	switch {
	case o.handed > 0 && settles(callee):
		return elsewhere
	case callee.Kind != ast.Member:
		return taken
	case len(name) <= 2: // of minified code, which says nothing
		return lost
	}
	objects := o.in.values.Eval(callee.L, o.moduleOf(callee))
	switch {
	case model.Takes.MatchString(name) && len(objects) == 0:
		return taken
	case isHeard(name), opensPage(call, name), slices.ContainsFunc(objects, isOfLanguage):
		return elsewhere
	}
	return elsewhere | passed
}

// settles reports whether a name is what a function is given that makes a promise:
// new Promise((resolve, reject) => …).
func settles(x *ast.Expr) bool {
	if x.Kind != ast.Ident {
		return false
	}
	b := x.Binding()
	if b == nil || len(b.Defs) != 1 || b.Defs[0].Func == nil || len(b.Defs[0].Path) > 0 {
		return false
	}
	for fn := x.Parent; fn != nil; fn = fn.Parent {
		if fn.Kind == ast.Function && fn.Func() == b.Defs[0].Func {
			made := fn.Parent
			return made != nil && made.Kind == ast.New && made.L != fn && made.L.Kind == ast.Ident && made.L.Text == "Promise"
		}
	}
	return false
}

// isOfLanguage reports whether what the methods of a value do is known without the program.
func isOfLanguage(v *eval.Value) bool {
	return v.Kind == eval.Native || v.Kind == eval.Array || v.Kind == eval.Text || v.Kind == eval.Constant || v.Kind == eval.Function
}

// isHeard reports whether a method of a name sends an event, or calls a method of another
// component: both are followed to who hears it.
func isHeard(name string) bool {
	_, emits := model.Emitters[name]
	return emits || model.BusEmitters[name] || name == model.Invoker
}

// opensPage reports whether a call opens a page of the mini program, by its path.
func opensPage(call *ast.Expr, name string) bool {
	if len(call.List) == 0 || !model.Openers[name] && !model.RouterMethods[name] && !model.Navigations[name] {
		return false
	}
	isPath := func(x *ast.Expr) bool { return x != nil && x.Kind == ast.String && !strings.Contains(x.Text, "//") }
	to := call.List[0]
	return isPath(to) || slices.ContainsFunc(to.Props(), func(p ast.Prop) bool { return model.RoutePaths[p.Key] && isPath(p.Value) })
}

// shownBy is where goes what a call is given that is named like what shows it: nowhere, but
// that a package whose code is not there may do what it likes with it.
func shownBy(o *outlets, call *ast.Expr) ends {
	if isShownByPackage(o, call) {
		return harmless | enclosed
	}
	return harmless
}

// isShownByPackage reports whether a call is one of a package that is named like what shows a
// text, and not as a method of texts, which a package may give.
func isShownByPackage(o *outlets, call *ast.Expr) bool {
	return shows(call) && !model.LanguageMethods[ast.NameOf(call.L)] && o.isOfPackage(call.L)
}

// endAsKey is where goes what names a member of an object: of one of which nothing is known, to
// whatever goes through its names.
func endAsKey(o *outlets, index *ast.Expr) ends {
	of := o.in.values.Eval(index.L, o.moduleOf(index.L))
	if len(of) == 0 || slices.ContainsFunc(of, isForeign) {
		return enclosed
	}
	return elsewhere
}

// standsInShown reports whether an address stands in such a call.
func standsInShown(o *outlets, around []*ast.Expr) bool {
	for i := len(around) - 1; i >= 0; i-- {
		switch x := around[i]; {
		case x.Kind == ast.Call || x.Kind == ast.New:
			return isShownByPackage(o, x)
		case !hands[x.Kind]:
			return false
		}
	}
	return false
}
