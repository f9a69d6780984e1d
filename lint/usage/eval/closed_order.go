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
// before what it stands behind.
func isAsCalled(x *ast.Expr, b *ast.Binding, m *resolve.Module) bool {
	fn := b.Scope.Func
	if len(b.Defs) < 2 || fn == nil || b.Defs[0].Func != fn || innermost(x.Scope) != fn {
		return false
	}
	for _, def := range b.Defs[1:] {
		if def.Value == nil || def.Default || def.Value.End <= x.Start {
			return false
		}
	}
	last, src := b.Defs[len(b.Defs)-1].Value.Start, m.Tree.Source
	return last-fn.Start <= maxOrdered && x.End <= last && int(last) <= len(src) &&
		!hasWord(src[fn.Start:x.Start], "for", "while", "do") && !hasWord(src[x.End:last], "function")
}

// hasWord reports whether one of some words stands in a source.
func hasWord(src string, words ...string) bool {
	other := func(r rune) bool { return r < 0x80 && !isNamePart(byte(r)) }
	return slices.ContainsFunc(strings.FieldsFunc(src, other), func(w string) bool { return slices.Contains(words, w) })
}

// pathOf returns what a name is that stands for a path: unlike other constants of the
// program, no environment is chosen by one.
func pathOf(d *decider, x *ast.Expr, m *resolve.Module) closed {
	b := x.Scope.Lookup(x.Text)
	if b != nil && len(b.Defs) == 1 && b.Defs[0].From != "" {
		target, name := d.e.load(m, b.Defs[0].From), b.Defs[0].Name
		if b, m = nil, target; m != nil {
			for i := range m.Tree.Exports {
				if e := &m.Tree.Exports[i]; e.As == name && e.From == "" && e.Value == nil {
					b = m.Tree.Scope.Own(e.Local)
				}
			}
		}
	}
	if b == nil || len(b.Defs) != 1 || len(b.Defs[0].Path) > 0 || b.Defs[0].Func != nil || !declares(b, b.Defs[0], m) || d.e.facts.changed[b] {
		return unclear
	}
	c := d.closed(b.Defs[0].Value, m, nil)
	if len(c.atoms) == 1 && c.atoms[0].kind == textAtom && strings.HasPrefix(c.atoms[0].text, "/") && !strings.HasPrefix(c.atoms[0].text, "//") {
		return c
	}
	return unclear
}
