package eval

import (
	"github.com/beianlint/beianlint/lint/usage/ast"
	"github.com/beianlint/beianlint/lint/usage/model"
	"github.com/beianlint/beianlint/lint/usage/resolve"
)

// within are, by the object literals that a component is made of, the other ones: by
// spreads, by Object.assign, by mixins and behaviors. Their functions reach all of
// them through "this".
type within struct {
	others map[*ast.Expr]Values
	// first are the literals that come first in a component: the groups that setters
	// make are theirs.
	first map[*ast.Expr]bool
}

func newWithin() within { return within{map[*ast.Expr]Values{}, map[*ast.Expr]bool{}} }

// isLater reports whether a literal is only a later part of components.
func (w within) isLater(x *ast.Expr) bool { return len(w.others[x]) > 0 && !w.first[x] }

// maxWithin bounds how many others are known of one object.
const maxWithin = 64

// gather finds the parts of all components.
func (w within) gather(e *Evaluator, live []*resolve.Module) {
	for _, m := range live {
		for _, o := range e.pages.objects(m) {
			p := parted{e: e, seen: map[*ast.Expr]bool{}}
			p.add(o, 0)
			w.note(p.literals)
		}
	}
}

// note takes in the literals of one component.
func (w within) note(literals Values) {
	if len(literals) < 2 {
		return
	}
	w.first[literals[0].expr] = true
	for _, part := range literals {
		for _, other := range literals {
			if part != other && len(w.others[part.expr]) < maxWithin {
				w.others[part.expr] = w.others[part.expr].Add(other)
			}
		}
	}
}

// parted is a component whose parts are being found.
type parted struct {
	e        *Evaluator
	seen     map[*ast.Expr]bool
	literals Values
}

// add takes in a part, and what it is made of.
func (p *parted) add(part *Value, depth int) {
	if part.Kind != Object || depth > maxWrapped || p.seen[part.expr] || len(p.literals) >= maxWithin {
		return
	}
	p.seen[part.expr] = true
	if len(part.expr.Props()) > 0 { // an empty one is there to be copied to
		p.literals = append(p.literals, part)
	}
	for _, source := range mergedIn(p.e, part.expr) {
		p.addAll(p.e.eval(source, part.mod, part.frame), depth)
	}
	for i := range part.expr.Props() {
		prop := &part.expr.Props()[i]
		switch {
		case prop.Value == nil:
		case model.IsMixing(prop.Key):
			p.addAll(p.e.props.property(p.e.eval(prop.Value, part.mod, part.frame), "*"), depth)
		case prop.Key == model.MethodGroup:
			p.addAll(p.e.eval(prop.Value, part.mod, part.frame), depth)
		}
	}
}

func (p *parted) addAll(parts Values, depth int) {
	for _, v := range parts {
		p.add(v, depth+1)
	}
}

// mergedIn are the objects that an expression is made of: what is spread into a
// literal, the arguments of Object.assign.
func mergedIn(e *Evaluator, x *ast.Expr) (list []*ast.Expr) {
	if x.Kind == ast.Call && e.calls.naming(ast.NameOf(x.L)).merges {
		return x.List
	}
	for i := range x.Props() {
		if p := &x.Props()[i]; p.Spread && p.Value != nil {
			list = append(list, p.Value)
		}
	}
	return list
}
