package sink

import (
	"slices"
	"strings"

	"github.com/beianlint/beianlint/lint/platform"
	"github.com/beianlint/beianlint/lint/usage/ast"
	"github.com/beianlint/beianlint/lint/usage/eval"
	"github.com/beianlint/beianlint/lint/usage/resolve"
)

// isOff reports whether nothing turns a server on that the source of an SDK names: no code
// sets one of its options, or names one of its methods.
func (u *unasked) isOff(sdk *resolve.Module, of *platform.Unasked) bool {
	isKnown := func(name string) bool { return strings.Contains(sdk.Tree.Source, name) }
	if !slices.ContainsFunc(slices.Concat(of.Options, of.Methods), isKnown) {
		return false // it only looks like the SDK
	}
	for m := range u.in.modules() {
		isOn := m != sdk && slices.ContainsFunc(m.Tree.Bindings, func(b *ast.Binding) bool { return slices.Contains(of.Methods, b.Name) })
		ast.Walk(m.Tree, func(x *ast.Expr, _ []*ast.Expr) {
			isOn = isOn || slices.Contains(of.Methods, ast.NameOf(x)) && x.Kind == ast.Member || turnsOn(x, of.Options)
		})
		if isOn {
			return false
		}
	}
	return true
}

// turnsOn reports whether an expression gives one of some options another value than false,
// or than what it is elsewhere.
func turnsOn(x *ast.Expr, options []string) bool {
	if x.Kind == ast.Assign && x.L.Kind == ast.Member {
		return slices.Contains(options, x.L.Text) && !leavesOff(x.R, x.L.Text)
	}
	return slices.ContainsFunc(x.Props(), func(p ast.Prop) bool {
		return slices.Contains(options, p.Key) && (p.Value == nil || !leavesOff(p.Value, p.Key))
	})
}

// leavesOff reports whether a value is false, as compilers write it, too, or the same option
// of something else.
func leavesOff(value *ast.Expr, option string) bool {
	switch value.Kind {
	case ast.Ident:
		return value.Text == "false"
	case ast.Not:
		return value.L.Kind == ast.Number && value.L.Text != "0"
	}
	return value.Kind == ast.Member && value.Text == option
}

// standsIn reports whether the source of a framework names a host in the place of one that an
// address has not, and as where such an address is from, and in no other way.
func standsIn(host string, m *resolve.Module) bool {
	stands, other := false, false
	ast.Walk(m.Tree, func(x *ast.Expr, _ []*ast.Expr) {
		switch {
		case x.Kind == ast.Logical && eval.StandsForHost(x):
			stands = true
		case x.Kind == ast.String && x.Text != host && x.Text != "https://"+host && strings.Contains(x.Text, host):
			other = true
		}
	})
	return stands && !other
}
