package eval

import (
	"slices"

	"github.com/beianlint/beianlint/lint/usage/ast"
	"github.com/beianlint/beianlint/lint/usage/resolve"
)

// added are the properties that object literals get by the name which holds them:
// const hosts = {}; hosts.pay = "https://pay.example.com". Who reads all properties, or one
// whose name is not known, finds them here: assignments are sorted by their names. Functions
// are not among them: a call whose callee is not known is accounted for where it stands.
type added map[*ast.Expr][]addedProp

type addedProp struct {
	ast.Prop
	mod *resolve.Module
}

// maxAdded is how many properties an object is given at most that are read together.
const maxAdded = 64

// note takes in what a target is given under a name.
func (a added) note(target *ast.Expr, name string, prop ast.Prop, m *resolve.Module) {
	if target.Kind != ast.Ident || prop.Value.Kind == ast.Function {
		return
	}
	b := target.Binding()
	if b == nil {
		return
	}
	prop.Key = name
	for _, d := range b.Defs {
		if d.Value != nil && makesObject(d.Value) && len(d.Path) == 0 && len(a[d.Value]) <= maxAdded {
			a[d.Value] = append(a[d.Value], addedProp{prop, m})
		}
	}
}

// to returns what is added to an object, and whether that is all: nothing where it is too
// much.
func (a added) to(object *ast.Expr) (list []addedProp, all bool) {
	if list = a[object]; len(list) > maxAdded {
		return nil, false
	}
	return list, true
}

// drop forgets what stands at places that are gone.
func (a added) drop(gone func(*resolve.Module, int32) bool) {
	for object, list := range a {
		a[object] = slices.DeleteFunc(list, func(p addedProp) bool { return gone(p.mod, p.Start) })
	}
}
