package eval

import (
	"slices"

	"github.com/beianlint/beianlint/lint/usage/ast"
	"github.com/beianlint/beianlint/lint/usage/model"
	"github.com/beianlint/beianlint/lint/usage/resolve"
)

// isLocation reports whether an expression is the location of a page in a browser.
func isLocation(x *ast.Expr) bool {
	if x.Text != model.Location {
		return false
	}
	switch x.Kind {
	case ast.Ident:
		return x.Binding() == nil
	case ast.Member:
		return x.L.Kind == ast.Ident && model.Windows[x.L.Text] && x.L.Binding() == nil
	}
	return false
}

// locations finds what the program has for the location of a page. It runs in no
// browser: there is only what the adapter of a game makes for libraries that want
// one, so that what is chosen by the address of a web page is decided.
type locations struct {
	d     *decider
	found *closed // nil if nobody asked
}

// location returns what the location can be.
func (l *locations) location() closed {
	if l.found == nil {
		l.found = &unclear // while it is being found
		c := l.find()
		l.found = &c
	}
	return *l.found
}

func (l *locations) find() closed {
	out := closed{fixed: true}
	for _, a := range l.d.e.facts.assigns[model.Location] {
		out = out.or(l.made(a))
	}
	if len(out.atoms) == 0 || slices.ContainsFunc(l.d.live.Modules, changesLocation) {
		return unclear
	}
	return out
}

// made returns what one assignment makes the location: nothing where it is
// a property of something else, or an object that is no location.
func (l *locations) made(a Assign) closed {
	values := l.d.e.eval(a.Value, a.Mod, a.frame)
	if len(values) == 0 && !l.isOwn(a) {
		return unclear
	}
	var out closed
	for _, v := range values {
		switch {
		case v.Kind == Constant:
		case v.Kind == Object && v.expr != nil && v.expr.Kind == ast.Object && has(v.expr, model.PageURL):
			out = out.or(one(atom{kind: objectAtom, expr: v.expr, mod: v.mod}))
		case v.Kind != Object && v.Kind != Exports || len(l.d.e.props.read(v, model.PageURL)) > 0 || l.d.isGiven(v, model.PageURL):
			return unclear
		}
	}
	return out
}

// isOwn reports whether an assignment is to an object of the program, and not to
// something global or unknown.
func (l *locations) isOwn(a Assign) bool {
	targets := l.d.e.eval(a.Target, a.Mod, a.frame)
	return len(targets) > 0 && !slices.ContainsFunc(targets, func(v *Value) bool { return v.Kind != Object && v.Kind != Instance })
}

// changesLocation reports whether a module may change the location, or an address
// in it.
func changesLocation(m *resolve.Module) bool {
	changes := func(x *ast.Expr) bool {
		of := x.L
		if of.Kind == ast.Ident {
			return isLocation(of)
		}
		return (of.Kind == ast.Member || of.Kind == ast.Index) && ast.NameOf(of.L) == model.Location
	}
	return slices.ContainsFunc(m.Tree.Assigns, changes) || slices.ContainsFunc(m.Tree.Calls, func(x *ast.Expr) bool {
		return slices.ContainsFunc(x.List, isLocation)
	})
}
