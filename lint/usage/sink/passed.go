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
