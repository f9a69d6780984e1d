package eval

import (
	"slices"

	"github.com/beianlint/beianlint/lint/usage/ast"
	"github.com/beianlint/beianlint/lint/usage/resolve"
)

// basis is what a condition is decided by of what calls give: constants, and that they
// give nothing. A nil basis notes nothing.
type basis struct {
	inside  int // arguments and properties of them
	used    []constant
	lacking bool
}

// constant is a literal, or a name like true.
type constant struct {
	expr *ast.Expr
	mod  *resolve.Module
}

func (b *basis) enter() {
	if b != nil {
		b.inside++
	}
}

func (b *basis) leave() {
	if b != nil {
		b.inside--
	}
}

// use notes a constant that a call gives.
func (b *basis) use(x *ast.Expr, m *resolve.Module) {
	if b != nil && b.inside > 0 {
		b.used = append(b.used, constant{x, m})
	}
}

// useObjects notes that there are objects: what stands in them is noted by itself.
func (b *basis) useObjects(c closed) {
	if b == nil {
		return
	}
	for _, a := range c.atoms {
		switch {
		case a.kind < objectAtom:
		case a.expr != nil:
			b.used = append(b.used, constant{a.expr, a.mod})
		default:
			b.lacking = true
		}
	}
}

// lack notes that a call gives nothing.
func (b *basis) lack() {
	if b != nil {
		b.lacking = true
	}
}

// isPartOf reports whether a text is made of all that decides: who gives it another
// time gives that too.
func (b *basis) isPartOf(v *Value) bool {
	return !b.lacking && !slices.ContainsFunc(b.used, func(c constant) bool {
		return !slices.ContainsFunc(v.Parts, func(p Part) bool {
			return p.Mod == c.mod && c.expr.Start <= p.Expr.Start && p.Expr.End <= c.expr.End
		})
	})
}
