package flow

import (
	"bytes"

	"github.com/beianlint/beianlint/lint/usage/script"
	"github.com/beianlint/beianlint/lint/usage/syntax"
)

// prune reads a script again without the branches that the config's env, or
// the target of a build, rules out: they are blanked at equal length.
func (p *Program) prune(m *module, src []byte, lang string) {
	if !bytes.Contains(src, []byte("env.")) {
		return
	}
	var dead []syntax.Stmt
	note := func(start, end int32) { dead = append(dead, syntax.Stmt{Start: start, End: end}) }
	walk(m.tree, func(x *syntax.Expr, _ []*syntax.Expr) {
		if x.Kind == syntax.Logical && x.Op == script.And && p.truth(x.L) == isFalse {
			note(x.R.Start, x.R.End)
		}
		if x.Kind != syntax.Cond {
			return
		}
		switch p.truth(x.L) {
		case isTrue:
			note(x.C.Start, x.C.End)
		case isFalse:
			note(x.R.Start, x.R.End)
		}
	})
	for _, list := range statementLists(m.tree) {
		p.pruneStatements(list, note)
	}
	if len(dead) == 0 {
		return
	}
	out := append([]byte(nil), src...)
	for _, d := range dead {
		fill(out, src, int(d.Start), int(d.End))
	}
	m.tree = parse(out, lang)
}

// statementLists are the bodies of the module and of its functions.
func statementLists(t *syntax.Tree) [][]*syntax.Stmt {
	lists := [][]*syntax.Stmt{t.Body}
	for _, f := range t.Funcs {
		lists = append(lists, f.Body)
	}
	return lists
}

func (p *Program) pruneStatements(list []*syntax.Stmt, note func(start, end int32)) {
	for _, s := range list {
		if s.Kind == syntax.If {
			branch := s.Body
			switch p.truth(s.Expr) {
			case isTrue:
				branch = s.Else
				fallthrough
			case isFalse:
				for _, b := range branch {
					note(b.Start, b.End)
				}
			}
		}
		p.pruneStatements(s.Body, note)
		p.pruneStatements(s.Else, note)
	}
}
