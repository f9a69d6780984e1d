package sink

import (
	"slices"

	"github.com/beianlint/beianlint/lint/usage/ast"
	"github.com/beianlint/beianlint/lint/usage/resolve"
)

// explained reports whether a call with an unknown URL says nothing: the API
// is a parameter, so that what it is called with is seen at the callers, the URL is one
// that no call gets to, or the function around it is never called.
func (s *scripts) explained(x *ast.Expr) bool {
	if slices.ContainsFunc(x.List, givesUntaken) {
		return true
	}
	if x.L.Kind == ast.Ident {
		if b := x.L.Binding(); b != nil && len(b.Defs) > 0 && b.Defs[0].Func != nil {
			return true
		}
	}
	for scope := x.Scope; scope != nil; scope = scope.Parent {
		if scope.Func != nil && s.unused(scope.Func) {
			return true
		}
	}
	return false
}

// givesUntaken reports whether an argument, or the URL in it, is an address that no call
// gets to.
func givesUntaken(x *ast.Expr) bool {
	return resolve.IsUntaken(x) || slices.ContainsFunc(urlProperties(x), resolve.IsUntaken)
}

// unused reports whether a declared function is neither called nor handed on
// nor exported.
func (s *scripts) unused(fn *ast.Func) bool {
	if fn.Name == "" || fn.Object != nil || fn.Class != nil || s.in.values.IsCalled(fn) || fn.Scope.Parent == nil {
		return false
	}
	b := fn.Scope.Parent.Lookup(fn.Name)
	return b != nil && len(b.Defs) == 1 && b.Defs[0].Value != nil && b.Defs[0].Value.Func() == fn && !s.idents()[fn.Name]
}

// idents returns the names that live code reads or exports.
func (s *scripts) idents() map[string]bool {
	if s.identNames != nil {
		return s.identNames
	}
	s.identNames = map[string]bool{}
	for m := range s.in.modules() {
		for i := range m.Tree.Exports {
			s.identNames[m.Tree.Exports[i].Local] = true
		}
		ast.Walk(m.Tree, func(x *ast.Expr, _ []*ast.Expr) {
			if x.Kind == ast.Ident {
				s.identNames[x.Text] = true
			}
		})
	}
	return s.identNames
}
