package eval

import (
	"slices"
	"strings"

	"github.com/beianlint/beianlint/lint/usage/ast"
	"github.com/beianlint/beianlint/lint/usage/resolve"
)

// maxOrdered bounds how long what stands before the last value of a parameter may be.
const maxOrdered = 512

// isAsCalled reports whether a parameter is read before its own function assigns to it: it
// is what calls give it then. What a loop or the declaration of a function holds may come
// before what it stands behind; arguments and what is evaluated assign without its name.
func isAsCalled(d *decider, x *ast.Expr, b *ast.Binding, m *resolve.Module) bool {
	fn, n := b.Scope.Func, len(b.Defs)
	if n < 2 || n > maxOrdered || fn == nil || b.Defs[0].Func != fn || b.Defs[n-1].Value == nil || innermost(x.Scope) != fn {
		return false
	}
	last, src := b.Defs[n-1].Value.Start, m.Tree.Source
	if last-fn.Start > maxOrdered || x.End > last || int(last) > len(src) {
		return false
	}
	for _, def := range b.Defs[1:] {
		if def.Value == nil || def.Default || def.Value.End <= x.Start {
			return false
		}
	}
	return !hasWord(src[fn.Start:x.Start], "for", "while", "do", "arguments") && !hasWord(src[x.End:last], "function") && !evaluates(d, m)
}

// evaluates reports whether a script has what runs a text as if it were written there.
func evaluates(d *decider, m *resolve.Module) bool {
	has, ok := d.evals[m.Tree]
	if !ok {
		has = strings.Contains(m.Tree.Source, "eval(") || strings.Contains(m.Tree.Source, "eval (")
		d.evals[m.Tree] = has
	}
	return has
}

// hasWord reports whether one of some words stands in a source.
func hasWord(src string, words ...string) bool {
	other := func(r rune) bool { return r < 0x80 && !isNamePart(byte(r)) }
	return slices.ContainsFunc(strings.FieldsFunc(src, other), func(w string) bool { return slices.Contains(words, w) })
}
