package eval

import (
	"slices"
	"strings"

	"github.com/beianlint/beianlint/lint/usage/ast"
	"github.com/beianlint/beianlint/lint/usage/lexer"
	"github.com/beianlint/beianlint/lint/usage/markup"
	"github.com/beianlint/beianlint/lint/usage/model"
	"github.com/beianlint/beianlint/lint/usage/resolve"
)

// shownItem stands for the item of a loop in an element that is only there under a
// condition on the item.
type shownItem struct {
	item, condition *ast.Expr
	name            string
	mod             *resolve.Module
}

// shownItems are the items that elements are there for, by what stands for them.
type shownItems map[*ast.Expr]shownItem

// scope returns a scope in which the items that the condition of an element
// speaks of are only those for which it can hold.
func (i shownItems) scope(g *Page, n *markup.Node, s *ast.Scope) *ast.Scope {
	for _, a := range n.Attrs {
		condition := conditionOf(g, a, s)
		if condition == nil {
			continue
		}
		for _, name := range itemsIn(condition) {
			b := s.Lookup(name)
			if b == nil || len(b.Defs) != 1 || b.Defs[0].Value == nil || len(b.Defs[0].Path) > 0 {
				continue
			}
			shown := &ast.Expr{Kind: ast.Unknown, Start: condition.Start, End: condition.End, Scope: s}
			i[shown] = shownItem{b.Defs[0].Value, condition, name, g.mod}
			s = declared(s, name, ast.Def{Value: shown})
		}
	}
	return s
}

// conditionOf returns the condition that an attribute is; nil for others.
func conditionOf(g *Page, a markup.Attr, s *ast.Scope) *ast.Expr {
	switch {
	case a.Start >= a.End:
	case strings.HasSuffix(a.Name, model.ConditionEnd) && !isBound(a.Name):
		for start, end := range markup.Mustache(g.Src, a.Start, a.End) {
			return g.parse(g.Src[start:end], start, s)
		}
	case a.Name == model.VueCondition:
		return g.parse(g.Src[a.Start:a.End], a.Start, s)
	}
	return nil
}

// itemsIn are the names whose members a condition reads.
func itemsIn(condition *ast.Expr) (names []string) {
	ast.Walk(&ast.Tree{Body: []*ast.Stmt{{Expr: condition}}}, func(x *ast.Expr, _ []*ast.Expr) {
		if x.Kind == ast.Member && x.L.Kind == ast.Ident && !slices.Contains(names, x.L.Text) {
			names = append(names, x.L.Text)
		}
	})
	return names
}

// values evaluates an item of which only those count that are shown.
func (i shownItems) values(e *Evaluator, x *ast.Expr) Values {
	s, ok := i[x]
	if !ok {
		return nil
	}
	vs := e.eval(s.item, s.mod, nil)
	if !e.callers.complete() {
		e.memo.provisional = true
		return vs
	}
	d := newDecider(e, &resolve.Live{Modules: e.live})
	out := newSet(e)
	for _, v := range vs {
		if v.Kind != Object || s.holds(d, s.condition, v) != ast.IsFalse {
			out.union(Values{v})
		}
	}
	return out.values()
}

// holds is what is known of a condition where the item is an object: of properties that
// stand in its literal and that nothing gives to any object.
func (s *shownItem) holds(d *decider, x *ast.Expr, item *Value) ast.Truth {
	switch x.Kind {
	case ast.Not:
		return s.holds(d, x.L, item).Not()
	case ast.Logical:
		left, right := s.holds(d, x.L, item), s.holds(d, x.R, item)
		switch x.Op {
		case lexer.And:
			return left.Not().Or(right.Not()).Not()
		case lexer.Or:
			return left.Or(right)
		}
	case ast.Member:
		if x.L.Kind != ast.Ident || x.L.Text != s.name || item.expr.Kind != ast.Object || len(d.e.facts.assigns[x.Text]) > 0 || s.mayBeSet(d.e, item) {
			return ast.Maybe
		}
		c := d.ofLiteral(atom{kind: objectAtom, expr: item.expr, mod: item.mod}, x.Text)
		if c.more || c.cyclic() || len(c.atoms) != 1 {
			return ast.Maybe
		}
		return c.atoms[0].truthy()
	}
	return ast.Maybe
}

// mayBeSet reports whether a setter may give the item a property whose name is computed:
// one of the component that shows it, of that which has it, or of any.
func (s *shownItem) mayBeSet(e *Evaluator, item *Value) bool {
	for m := range e.facts.groups.computed {
		if m == nil || m == item.mod || len(e.pages.besides(m)) == 0 {
			return true
		}
		if g := e.pages.of[s.mod]; g == nil || g.script == nil || m == g.script {
			return true
		}
	}
	return false
}
