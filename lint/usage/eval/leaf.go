package eval

import (
	"github.com/beianlint/beianlint/lint/usage/ast"
	"github.com/beianlint/beianlint/lint/usage/resolve"
)

// exprAnswers keeps what expressions are, apart from those for which nothing changes that.
type exprAnswers struct {
	ownAnswers[ast.Expr]
	leaves answerList
}

// leaf returns what a literal, a function or a class is, nil for all else. Neither calls
// nor assignments change that, so it is made once and never forgotten: those that are
// kept have numbers below 0.
func (m *memo) leaf(x *ast.Expr, mod *resolve.Module, f *frame) Values {
	switch {
	case f != nil && seesFrame(x.Kind):
		return nil
	case x.Number < 0:
		return m.exprs.leaves.at(-x.Number).Values
	case x.Number > 0:
		return nil
	}
	v := leafOf(x, mod)
	if v == nil {
		return nil
	}
	m.spend(perQuestion)
	number := m.exprs.leaves.add()
	kept := m.exprs.leaves.at(number)
	kept.Values = Values{v}
	x.Number = -number
	return kept.Values
}

// seesFrame reports whether what an expression is can be another thing in each call.
func seesFrame(of ast.Kind) bool { return of != ast.String && of != ast.Number && of != ast.Class }

// leafOf makes the value. An object without properties may stand for another one: see noteEmpty.
func leafOf(x *ast.Expr, m *resolve.Module) *Value {
	switch x.Kind {
	case ast.String:
		return Literal(x, m)
	case ast.Number:
		return numeral(x)
	case ast.Class:
		return &Value{Kind: Class, class: x.Class(), mod: m}
	case ast.Function:
		return &Value{Kind: Function, Fn: x.Func(), mod: m}
	case ast.Array:
		return &Value{Kind: Array, expr: x, mod: m}
	case ast.Object:
		if len(x.Props()) > 0 {
			return &Value{Kind: Object, expr: x, mod: m}
		}
	}
	return nil
}
