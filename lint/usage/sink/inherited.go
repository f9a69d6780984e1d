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
	if constructor, name := loweredMember(class); constructor != nil && extendsPackage(o, constructor) {
		return endOfMember(name)
	}
	return 0
}

// loweredMember returns the constructor and the name that a method is given to where a
// compiler has written a class for old phones: A.prototype.name = f,
// Object.defineProperty(A.prototype, "name", {get: f}), createClass(A, [{key: "name", get: f}]).
func loweredMember(around *ast.Expr) (constructor *ast.Expr, name string) {
	if around.Kind == ast.Assign && around.L.Kind == ast.Member {
		return constructorOf(around.L.L), around.L.Text
	}
	call := around.Parent
	if around.Kind != ast.Object || call == nil {
		return nil, ""
	}
	if call.Kind == ast.Array && call.Parent != nil && call.Parent.Kind == ast.Call && len(call.Parent.List) > 1 {
		for _, p := range around.Props() {
			if p.Key == "key" && p.Value != nil {
				name = p.Value.Text
			}
		}
		return call.Parent.List[0], name
	}
	if call.Kind == ast.Call && len(call.List) > 2 {
		return constructorOf(call.List[0]), call.List[1].Text
	}
	return nil, ""
}

// constructorOf returns A of A.prototype, or nil.
func constructorOf(prototype *ast.Expr) *ast.Expr {
	if prototype.Kind == ast.Member && prototype.Text == "prototype" {
		return prototype.L
	}
	return nil
}

// extendsPackage reports whether a constructor is given to a helper with what it extends,
// and that is of a package: inherits(A, Base).
func extendsPackage(o *outlets, constructor *ast.Expr) bool {
	if constructor.Kind != ast.Ident {
		return false
	}
	class := constructor.Scope.Lookup(constructor.Text)
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
			if b := x.List[0].Scope.Lookup(x.List[0].Text); b != nil {
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
