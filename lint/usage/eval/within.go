package eval

import (
	"github.com/beianlint/beianlint/lint/usage/ast"
	"github.com/beianlint/beianlint/lint/usage/model"
	"github.com/beianlint/beianlint/lint/usage/resolve"
)

// within are the components that object literals become a part of: by a spread, by
// Object.assign, as a mixin or a behavior. Their functions reach all of them through
// "this".
type within map[*ast.Expr]Values

// maxWithin bounds of how many components an object is known to be a part.
const maxWithin = 64

// gather finds the parts of all components.
func (w within) gather(e *Evaluator, live []*resolve.Module) {
	for _, m := range live {
		for _, o := range e.pages.objects(m) {
			w.parts(e, o, o, 0)
		}
	}
}

// parts finds what a part of a component is made of.
func (w within) parts(e *Evaluator, part, component *Value, depth int) {
	if part.Kind != Object || depth > maxWrapped {
		return
	}
	for _, source := range mergedIn(e, part.expr) {
		for _, v := range e.eval(source, part.mod, part.frame) {
			w.add(e, v, component, depth)
		}
	}
	for i := range part.expr.Props {
		prop := &part.expr.Props[i]
		switch {
		case prop.Value == nil:
		case model.Mixes[prop.Key]:
			for _, v := range e.props.property(e.eval(prop.Value, part.mod, part.frame), "*") {
				w.add(e, v, component, depth)
			}
		case model.IsGroup(prop.Key):
			for _, v := range e.eval(prop.Value, part.mod, part.frame) {
				w.add(e, v, component, depth)
			}
		}
	}
}

// mergedIn are the objects that an expression is made of: what is spread into a
// literal, the arguments of Object.assign.
func mergedIn(e *Evaluator, x *ast.Expr) (list []*ast.Expr) {
	if x.Kind == ast.Call && e.calls.naming(ast.NameOf(x.L)).merges {
		return x.List
	}
	for i := range x.Props {
		if p := &x.Props[i]; p.Spread && p.Value != nil {
			list = append(list, p.Value)
		}
	}
	return list
}

func (w within) add(e *Evaluator, part, component *Value, depth int) {
	if part.Kind != Object || part.expr == component.expr || len(w[part.expr]) >= maxWithin || w[part.expr].has(component) {
		return
	}
	w[part.expr] = w[part.expr].Add(component)
	w.parts(e, part, component, depth+1)
}
