package resolve

import (
	"slices"
	"sort"

	"github.com/beianlint/beianlint/lint/usage/ast"
)

// Stretch is a part of a module's source.
type Stretch struct{ Start, End int32 }

// stretches are parts of a source in order, none inside another.
type stretches []Stretch

// hold reports whether a place is in one of the parts.
func (s stretches) hold(at int32) bool {
	i := sort.Search(len(s), func(i int) bool { return s[i].End > at })
	return i < len(s) && s[i].Start <= at
}

// IsDead reports whether a place in a file is in a function that nothing calls.
func (l *Live) IsDead(file string, at int) bool { return stretches(l.Dead[file]).hold(int32(at)) }

// strip takes what stands in dead functions out of a module's tree. The functions
// themselves stay as values, with nothing in them.
func strip(m *Module, dead stretches) {
	if len(dead) == 0 {
		return
	}
	t := m.Tree
	gone := func(x *ast.Expr) bool { return dead.hold(x.Start) }
	t.Calls = slices.DeleteFunc(t.Calls, gone)
	t.Assigns = slices.DeleteFunc(t.Assigns, gone)
	t.Elements = slices.DeleteFunc(t.Elements, gone)
	for _, f := range t.Funcs {
		if dead.hold(f.Start) {
			f.Body, f.Returns = nil, nil
		}
	}
	t.Funcs = slices.DeleteFunc(t.Funcs, func(f *ast.Func) bool { return dead.hold(f.Start) })
	for _, b := range t.Bindings {
		b.Defs = slices.DeleteFunc(b.Defs, func(d ast.Def) bool {
			return d.Value != nil && d.Value.Kind != ast.Function && dead.hold(d.Value.Start)
		})
	}
	m.byName = nil
}
