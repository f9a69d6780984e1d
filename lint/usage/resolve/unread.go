package resolve

import (
	"strings"

	"github.com/beianlint/beianlint/lint/usage/ast"
)

// watchedName is a name at the top of a module that is given an address, or holds one
// somewhere in its value.
type watchedName struct {
	carrier int32
	binding *ast.Binding
}

// watch notes the names of a module whose values hold addresses: reads of others
// do not matter.
func (v *referrer) watch(b *ast.Binding) {
	if b.Scope != v.m.Tree.Scope || len(b.Defs) == 0 {
		return
	}
	for _, d := range b.Defs {
		if d.Value == nil || d.Guard != nil || len(d.Path) > 0 || !isInert(d.Value, 0) {
			return
		}
	}
	src := v.m.Tree.Source
	for _, d := range b.Defs {
		if from, to := int(d.Value.Start), int(d.Value.End); from < to && to <= len(src) && strings.Contains(src[from:to], "//") {
			at := v.binding(b)
			v.carriers[at].watched = true
			v.constants[v.m] = append(v.constants[v.m], watchedName{at, b})
			return
		}
	}
}

// maxInert bounds how deep a value is looked into.
const maxInert = 16

// isInert reports whether the evaluation of an expression does nothing.
func isInert(x *ast.Expr, depth int) bool {
	if x == nil {
		return true
	}
	switch x.Kind {
	case ast.String, ast.Number, ast.Regex, ast.Ident:
		return true
	case ast.Template, ast.Concat, ast.Object, ast.Array, ast.Member:
	default:
		return false
	}
	if depth == maxInert || !isInert(x.L, depth+1) {
		return false
	}
	for _, item := range x.List {
		if !isInert(item, depth+1) {
			return false
		}
	}
	for i := range x.Props {
		if !isInert(x.Props[i].Computed, depth+1) || !isInert(x.Props[i].Value, depth+1) {
			return false
		}
	}
	return true
}

// unreadIn returns where the values of names stand that only code reads which never
// runs.
func unreadIn(r *references, m *Module) []Stretch {
	var out []Stretch
	for _, c := range r.constants[m] {
		if k := &r.carriers[c.carrier]; !k.seen || k.uses != 0 || len(k.to) > 0 {
			continue
		}
		for _, d := range c.binding.Defs {
			if d.Value != nil {
				out = append(out, Stretch{d.Value.Start, d.Value.End})
			}
		}
	}
	return outermost(out)
}
