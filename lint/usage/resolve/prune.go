package resolve

import (
	"bytes"
	"slices"

	"github.com/beianlint/beianlint/lint/usage/ast"
	"github.com/beianlint/beianlint/lint/usage/model"
)

// prune takes the branches out of a script that the config's env, or the target
// of a build, rules out.
func (s *Sources) prune(m *Module, src []byte) {
	mayAsk := func(mark string) bool { return bytes.Contains(src, []byte(mark)) }
	if !mayAsk(model.VariableMark) && !slices.ContainsFunc(model.TargetMarks, mayAsk) && !(s.build != nil && s.build.defined.mayAsk(src)) {
		return
	}
	known := map[*ast.Guard]bool{}
	m.pruned = m.Untaken(func(g *ast.Guard) bool { return s.built(g, known) })
	cut(m, m.pruned)
}

// built reports whether code under a guard can be in the build.
func (s *Sources) built(g *ast.Guard, known map[*ast.Guard]bool) bool {
	if g == nil {
		return true
	}
	built, ok := known[g]
	if !ok {
		built = s.guard(g) != ast.IsFalse && s.built(g.Outer, known)
		known[g] = built
	}
	return built
}

// Untaken returns the parts of a module whose guards cannot hold, in order, none
// inside another.
func (m *Module) Untaken(reached func(*ast.Guard) bool) []Stretch {
	var out []Stretch
	note := func(g *ast.Guard, start, end int32) {
		if g != nil && !reached(g) {
			out = append(out, Stretch{start, end})
		}
	}
	ast.Walk(m.Tree, func(x *ast.Expr, _ []*ast.Expr) { note(x.Guard, x.Start, x.End) })
	noteStatements(m.Tree.Body, note)
	for _, f := range m.Tree.Funcs {
		noteStatements(f.Body, note)
	}
	return outermost(out)
}

func noteStatements(list []*ast.Stmt, note func(g *ast.Guard, start, end int32)) {
	for _, s := range list {
		note(s.Guard, s.Start, s.End)
		noteStatements(s.Body(), note)
		noteStatements(s.Else(), note)
	}
}
