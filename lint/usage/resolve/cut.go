package resolve

import (
	"cmp"
	"slices"

	"github.com/beianlint/beianlint/lint/parallel"
	"github.com/beianlint/beianlint/lint/usage/ast"
)

// outermost sorts stretches and drops those inside of others.
func outermost(list []Stretch) stretches {
	slices.SortStableFunc(list, func(a, b Stretch) int { return cmp.Or(cmp.Compare(a.Start, b.Start), cmp.Compare(b.End, a.End)) })
	last := int32(-1)
	return slices.DeleteFunc(list, func(s Stretch) bool {
		inside := s.End <= last
		last = max(last, s.End)
		return inside
	})
}

// Cut takes branches that are never taken out of live code, and then the functions
// that nothing else refers to.
func (l *Live) Cut(untaken map[*Module][]Stretch) {
	for m, dead := range untaken {
		dead = outermost(dead)
		untaken[m] = dead
		l.untaken[m.Name] = dead
	}
	r := l.references
	trees := parallel.Ahead(func() bool { // the references do not look at them again
		for m, dead := range untaken {
			cut(m, dead)
		}
		return true
	})
	if r != nil {
		r.again(l, untaken)
	}
	if trees(); r != nil {
		r.strip(l)
	}
}

// IsGone reports whether a place in a module was taken out of live code.
func (l *Live) IsGone(m *Module, at int32) bool {
	return l.untaken[m.Name].hold(at) || stretches(l.Dead[m.Name]).hold(at)
}

// IsUntaken reports whether a place in a file is in a branch that no call takes.
func (l *Live) IsUntaken(file string, at int) bool { return l.untaken[file].hold(int32(at)) }

// cut takes branches that are never taken out of a module's tree: in place of an
// expression is one that is not known.
func cut(m *Module, dead stretches) {
	if len(dead) == 0 {
		return
	}
	c := &cutter{dead}
	t := m.Tree
	c.lists(t)
	for _, f := range t.Funcs {
		f.Body = c.statements(f.Body)
		f.Returns = slices.DeleteFunc(f.Returns, c.gone)
	}
	t.Body = c.statements(t.Body)
	ast.Walk(t, func(x *ast.Expr, _ []*ast.Expr) { c.operands(x) })
	m.byName = nil
}

type cutter struct{ dead stretches }

func (c *cutter) gone(x *ast.Expr) bool { return x != nil && c.dead.hold(x.Start) }

func (c *cutter) lists(t *ast.Tree) {
	t.Calls = slices.DeleteFunc(t.Calls, c.gone)
	t.Assigns = slices.DeleteFunc(t.Assigns, c.gone)
	t.Elements = slices.DeleteFunc(t.Elements, c.gone)
	t.Funcs = slices.DeleteFunc(t.Funcs, func(f *ast.Func) bool { return c.dead.hold(f.Start) })
	t.Imports = slices.DeleteFunc(t.Imports, func(i ast.Import) bool { return c.dead.hold(i.Start) })
	for _, b := range t.Bindings {
		b.Defs = slices.DeleteFunc(b.Defs, func(d ast.Def) bool { return c.gone(d.Value) })
	}
}

func (c *cutter) statements(list []*ast.Stmt) []*ast.Stmt {
	list = slices.DeleteFunc(list, func(s *ast.Stmt) bool { return c.dead.hold(s.Start) })
	for _, s := range list {
		if of := s.Parts; of != nil {
			of.Body, of.Else = c.statements(of.Body), c.statements(of.Else)
		}
	}
	return list
}

// operands puts what is not known in place of the parts of an expression that are
// never evaluated.
func (c *cutter) operands(x *ast.Expr) {
	c.replace(&x.L)
	c.replace(&x.R)
	if x.C() != nil {
		c.replace(&x.Parts.C)
	}
	for i := range x.List {
		c.replace(&x.List[i])
	}
	for i := range x.Props() {
		c.replace(&x.Props()[i].Value)
	}
	if f := x.Func(); f != nil {
		f.Returns = slices.DeleteFunc(f.Returns, c.gone)
	}
}

func (c *cutter) replace(part **ast.Expr) {
	if x := *part; c.gone(x) {
		*part = &ast.Expr{Start: x.Start, End: x.End, Scope: x.Scope, Text: untakenMark}
	}
}

// untakenMark is the text of an expression that stands for a branch never taken.
const untakenMark = "untaken"

// IsUntaken reports whether an expression stands for a branch that is never taken.
func IsUntaken(x *ast.Expr) bool { return x.Kind == ast.Unknown && x.Text == untakenMark }
