package eval

import (
	"github.com/beianlint/beianlint/lint/usage/ast"
	"github.com/beianlint/beianlint/lint/usage/model"
	"github.com/beianlint/beianlint/lint/usage/resolve"
)

// wrapped are the functions that calls are given whose results become members:
// {search: debounce(function () { this.send() })}. Such a call gives back a function that
// calls its argument with its own "this" (https://lodash.com/docs#debounce). They are kept
// by what has the member.
type wrapped map[*ast.Func]receiver

// receiver is what a member is of: an object or class that is written out, or what the
// member is assigned to.
type receiver struct {
	object *ast.Expr
	class  *ast.ClassBody
	member Assign
}

// maxWraps bounds how many calls are looked into that wrap one another.
const maxWraps = 4

// noteMembers takes in the members of an object or class.
func (w wrapped) noteMembers(props []ast.Prop, of receiver) {
	for i := range props {
		w.note(props[i].Value, of, 0)
	}
}

// note takes in the value of a member.
func (w wrapped) note(value *ast.Expr, of receiver, depth int) {
	if value == nil || value.Kind != ast.Call || depth == maxWraps {
		return
	}
	if value.L.Kind == ast.Member && value.L.Text == "bind" {
		w.note(value.L.L, of, depth+1)
		return
	}
	if model.LanguageMethods[ast.NameOf(value.L)] { // list.map(function () {}) has no "this"
		return
	}
	for _, arg := range value.List {
		if arg.Kind != ast.Function {
			w.note(arg, of, depth+1)
			continue
		}
		if fn := arg.Func(); !fn.Arrow {
			w[fn] = of
		}
	}
}

// this returns what a wrapped function may be called on.
func (w wrapped) this(fn *ast.Func, c *components, m *resolve.Module) Values {
	switch of, ok := w[fn]; {
	case !ok:
		return nil
	case of.object != nil:
		return c.component(of.object, m)
	case of.class != nil:
		return Values{{Kind: Instance, class: of.class, mod: m}}
	default:
		return c.e.eval(of.member.Target, of.member.Mod, of.member.frame)
	}
}
