package eval

import (
	"github.com/beianlint/beianlint/lint/platform"
	"github.com/beianlint/beianlint/lint/usage/ast"
)

// ofUnknown reads a member of something of which nothing is known: what is assigned to
// that member of the same global object, and constructors that are assigned to a member
// of that name of something else that is unknown, as plugins are to a library that
// they are given: T.Loader = class {…}.
func (r *assignments) ofUnknown(x *ast.Expr) Values {
	list := r.e.facts.assigns[x.Text]
	global, constructor := isGlobal(x.L), namesConstructor(x.Text)
	if len(list) == 0 || !global && !constructor {
		return nil
	}
	out := newSet(r.e)
	for _, a := range list {
		switch {
		case global && a.Target.Text == x.L.Text && isGlobal(a.Target):
			out.union(r.value(a, x.Text))
		case constructor && len(r.e.eval(a.Target, a.Mod, a.frame)) == 0:
			r.e.memo.provisional = r.e.memo.provisional || !r.e.callers.complete()
			for _, v := range r.e.eval(a.Value, a.Mod, a.frame) {
				if isConstructor(v) {
					out.union(Values{v})
				}
			}
		}
	}
	return out.values()
}

// isGlobal reports whether an expression is a name that nothing in its file declares,
// and that is no platform's.
func isGlobal(x *ast.Expr) bool {
	return x.Kind == ast.Ident && x.Scope != nil && x.Binding() == nil && len(platform.ByPrefix(x.Text)) == 0
}

// minConstructor is how long the name of a constructor is at least that says enough.
const minConstructor = 4

// namesConstructor reports whether a name is written like that of a constructor.
func namesConstructor(name string) bool {
	return len(name) >= minConstructor && 'A' <= name[0] && name[0] <= 'Z'
}
