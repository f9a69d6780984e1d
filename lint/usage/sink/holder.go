package sink

import (
	"cmp"
	"slices"

	"github.com/beianlint/beianlint/lint/usage/ast"
	"github.com/beianlint/beianlint/lint/usage/eval"
	"github.com/beianlint/beianlint/lint/usage/model"
	"github.com/beianlint/beianlint/lint/usage/resolve"
)

// holder returns the name of the property, constant or parameter that a
// literal is given to; false when it is text.
func (b bound) holder(x *ast.Expr, around []*ast.Expr) (string, bool) {
	inner := x
	for i := len(around) - 1; i >= 0; i-- {
		if binding := b[inner]; binding != nil {
			return binding.Name, true
		}
		outer := around[i]
		switch outer.Kind {
		case ast.Object, ast.Class, ast.Element:
			key := keyOf(outer, inner)
			return key, key != "" && !model.TextKeys.MatchString(key) || isUnderComputed(outer, inner)
		case ast.Call, ast.New:
			if outer.L == inner {
				break // a method of the literal
			}
			return ast.NameOf(outer.L), !shows(outer)
		case ast.Assign:
			return ast.NameOf(outer.L), outer.R == inner
		case ast.Index, ast.Member:
			if outer.R == inner { // the name of a member
				return "", true
			}
		case ast.Binary:
			return "", false // a comparison
		case ast.Function:
			return outer.Func().Name, true
		}
		inner = outer
	}
	if binding := b[inner]; binding != nil {
		return binding.Name, true
	}
	return "", true
}

// bound says to which name an expression is given.
type bound map[*ast.Expr]*ast.Binding

// holds reports whether some value has text of a literal.
func holds(vs eval.Values, literal *ast.Expr) bool {
	for _, v := range vs {
		for _, p := range v.Parts {
			if p.Expr == literal {
				return true
			}
		}
	}
	return false
}

func boundIn(modules ...*resolve.Module) bound {
	b := bound{}
	for _, m := range modules {
		for _, binding := range m.Tree.Bindings {
			for _, d := range binding.Defs {
				if d.Value != nil && len(d.Path) == 0 {
					b[d.Value] = binding
				}
			}
		}
	}
	return b
}

// isUnderComputed reports whether the name of the property is computed that has a value.
func isUnderComputed(x, value *ast.Expr) bool {
	p := propOf(x, value)
	return p != nil && p.Computed != nil && p.Key == ""
}

// keyOf returns the name of the property that has a value.
func keyOf(x, value *ast.Expr) string {
	if p := propOf(x, value); p != nil {
		return p.Key
	}
	return ""
}

// propOf returns the property that has a value.
func propOf(x, value *ast.Expr) *ast.Prop {
	props := x.Props()
	if x.Class() != nil {
		props = x.Class().Members
	}
	after, _ := slices.BinarySearchFunc(props, value.Start+1, func(p ast.Prop, at int32) int { return cmp.Compare(p.Start, at) })
	if after > 0 && props[after-1].Value == value {
		return &props[after-1]
	}
	for i := range props { // what was made, and stands nowhere
		if props[i].Value == value {
			return &props[i]
		}
	}
	return nil
}
