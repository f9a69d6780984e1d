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
	if !slices.ContainsFunc(model.TargetMarks, func(mark string) bool { return bytes.Contains(src, []byte(mark)) }) {
		return
	}
	p := &pruner{s: s, known: map[*ast.Guard]bool{}}
	ast.Walk(m.Tree, func(x *ast.Expr, _ []*ast.Expr) { p.note(x.Guard, x.Start, x.End) })
	p.statements(m.Tree.Body)
	for _, f := range m.Tree.Funcs {
		p.statements(f.Body)
	}
	if len(p.dead) > 0 {
		m.pruned = outermost(p.dead)
		cut(m, m.pruned)
	}
}

// pruner finds what is not in the build.
type pruner struct {
	s     *Sources
	known map[*ast.Guard]bool // whether what a guard is of is in the build
	dead  []Stretch
}

func (p *pruner) statements(list []*ast.Stmt) {
	for _, s := range list {
		p.note(s.Guard, s.Start, s.End)
		p.statements(s.Body)
		p.statements(s.Else)
	}
}

func (p *pruner) note(g *ast.Guard, start, end int32) {
	if !p.built(g) {
		p.dead = append(p.dead, Stretch{start, end})
	}
}

// built reports whether code under a guard can be in the build.
func (p *pruner) built(g *ast.Guard) bool {
	if g == nil {
		return true
	}
	built, ok := p.known[g]
	if !ok {
		built = p.s.guard(g) != isFalse && p.built(g.Outer)
		p.known[g] = built
	}
	return built
}
