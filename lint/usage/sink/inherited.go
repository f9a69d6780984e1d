package sink

import (
	"slices"

	"github.com/beianlint/beianlint/lint/usage/ast"
	"github.com/beianlint/beianlint/lint/usage/model"
	"github.com/beianlint/beianlint/lint/usage/resolve"
)

// inherited is where goes what a method or getter returns: to the class of a package that
// its own extends, whose code is not there.
func inherited(o *outlets, method *ast.Expr) ends {
	class := method.Parent
	if class == nil {
		return 0
	}
	if class.Kind == ast.Class {
		return memberOfPackage(o, class, keyOf(class, method))
	}
	if call := class.Parent; class.Kind == ast.Object && call != nil && call.Kind == ast.Call && extendsPackageBy(o, call, class) {
		return endOfMember(keyOf(class, method))
	}
	if prototype, name := loweredMember(o, class, method); prototype != nil && prototype.Kind == ast.Member && extendsPackage(o, prototype) {
		return endOfMember(name)
	}
	return 0
}

// loweredMember returns the prototype and the name that a method is given to where a
// compiler has written a class for old phones: A.prototype.name = f,
// Object.defineProperty(A.prototype, "name", {get: f}), accessor("get", A.prototype, "name", f),
// createClass(A, [{key: "name", get: f}]), and such a list by a name.
func loweredMember(o *outlets, around, method *ast.Expr) (prototype *ast.Expr, name string) {
	switch outer := around.Parent; {
	case around.Kind == ast.Assign && around.L.Kind == ast.Member:
		return around.L.L, around.L.Text
	case around.Kind == ast.Call:
		return defined(o, around)
	case around.Kind != ast.Object || outer == nil:
		return nil, ""
	case outer.Kind == ast.Call:
		return defined(o, outer)
	case outer.Kind == ast.Array:
		for _, p := range around.Props() {
			if p.Key == "key" && p.Value != nil {
				name = p.Value.Text
			}
		}
		for _, call := range callsWith(o, outer) {
			if prototype := prototypeIn(o, call.List[0]); prototype != nil {
				return prototype, name
			}
		}
	}
	return nil, ""
}

// callsWith are the calls that are given a list behind something else, as it stands there or
// by its name.
func callsWith(o *outlets, list *ast.Expr) (calls []*ast.Expr) {
	note := func(x *ast.Expr) {
		if call := x.Parent; call != nil && call.Kind == ast.Call && call.L != x && len(call.List) > 1 && call.List[0] != x {
			calls = append(calls, call)
		}
	}
	note(o.outward(list))
	b := o.bound[list]
	if by := list.Parent; by != nil && by.Kind == ast.Assign {
		note(o.outward(by))
		if by.L.Kind == ast.Ident {
			b = by.L.Binding()
		}
	}
	if b != nil {
		reads := o.readsOf(b)
		for _, x := range reads[:min(len(reads), maxNames)] {
			note(x)
		}
	}
	return calls
}

// defined returns the prototype that a call is given, and the name behind it.
func defined(o *outlets, call *ast.Expr) (prototype *ast.Expr, name string) {
	for i, arg := range call.List[:max(len(call.List)-1, 0)] {
		if prototype = prototypeIn(o, arg); prototype != nil && call.List[i+1].Kind == ast.String {
			return prototype, call.List[i+1].Text
		}
	}
	return nil, ""
}

// prototypeIn returns the prototype that an expression is, or that of the constructor which it
// may be, or nil.
func prototypeIn(o *outlets, x *ast.Expr) *ast.Expr {
	is := x
	if x.Kind == ast.Ident {
		if b := x.Binding(); b != nil && len(b.Defs) == 1 && b.Defs[0].Value != nil && len(b.Defs[0].Path) == 0 {
			is = b.Defs[0].Value
		}
	}
	switch {
	case is.Kind == ast.Member && is.Text == "prototype":
		return is
	case x.Kind == ast.Ident:
		return &ast.Expr{Kind: ast.Member, L: x, Text: "prototype", Start: x.Start, End: x.End, Scope: x.Scope}
	}
	return nil
}

// extendsPackage reports whether what a prototype is of extends something of a package: as it
// is seen to, or since a helper that is not known is given both, inherits(A, Base).
func extendsPackage(o *outlets, prototype *ast.Expr) bool {
	if slices.ContainsFunc(o.in.values.Above(prototype, o.moduleOf(prototype)), isForeign) {
		return true
	}
	constructor := prototype.L
	if constructor.Kind != ast.Ident {
		return false
	}
	class := constructor.Binding()
	if class == nil {
		return false
	}
	is, known := o.inherits.is[class]
	if !known {
		is = slices.ContainsFunc(givenWith(o, o.moduleOf(constructor))[class], o.isOfPackage)
		o.inherits.is[class] = is
	}
	return is
}

// inherits is what was asked of constructors: each module is gone through once.
type inherits struct {
	pairs map[*resolve.Module]map[*ast.Binding][]*ast.Expr
	is    map[*ast.Binding]bool
}

// givenWith is which second names calls of a module are given with which first ones.
func givenWith(o *outlets, m *resolve.Module) map[*ast.Binding][]*ast.Expr {
	if pairs := o.inherits.pairs[m]; pairs != nil {
		return pairs
	}
	pairs := map[*ast.Binding][]*ast.Expr{}
	for _, x := range m.Tree.Calls {
		if len(x.List) == 2 && x.List[0].Kind == ast.Ident && x.List[1].Kind == ast.Ident {
			if b := x.List[0].Binding(); b != nil {
				pairs[b] = append(pairs[b], x.List[1])
			}
		}
	}
	o.inherits.pairs[m] = pairs
	return pairs
}

// memberOfPackage is where goes the member of a class, as inherited.
func memberOfPackage(o *outlets, class *ast.Expr, key string) ends {
	if class.Class().Super == nil || !slices.ContainsFunc(o.in.values.Above(class, o.moduleOf(class)), isForeign) {
		return 0
	}
	return endOfMember(key)
}

// inheritedBase reports whether an object of options that is a member of such a class, or
// that one of its methods returns, has a base URL.
func inheritedBase(o *outlets, options *ast.Expr, key string) bool {
	class := options.Parent
	if class != nil && class.Kind == ast.Function {
		class = class.Parent
	}
	return class != nil && class.Kind == ast.Class && memberOfPackage(o, class, key) == given
}

// endOfMember is where goes what a class of a package finds in a class below it: to a server,
// by the name of a base URL.
func endOfMember(name string) ends {
	switch {
	case model.MediaName.MatchString(name), model.WebPage.MatchString(name), model.TextKeys.MatchString(name):
		return 0
	case model.Base.MatchString(name):
		return given
	}
	return lost
}

// isBelowPackage reports whether an object is made of a class or a constructor that extends
// something of a package.
func isBelowPackage(o *outlets, x *ast.Expr) bool {
	return slices.ContainsFunc(o.in.values.Above(x, o.moduleOf(x)), isForeign)
}

// extendsPackageBy reports whether a call gives what extends something of a package the members
// of an object that it is given: Object.create(Base.prototype, {host: {value: x}}), Base.extend({host}).
func extendsPackageBy(o *outlets, call, object *ast.Expr) bool {
	if call.L.Kind != ast.Member || call.L == object || len(call.List) == 0 {
		return false
	}
	if !ofLanguage(call.L) {
		return call.L.Text == model.Extends && o.isOfPackage(call.L)
	}
	to := call.List[0]
	return to != object && model.Describes[call.L.Text] && (o.isOfPackage(to) || isBelowPackage(o, to))
}
