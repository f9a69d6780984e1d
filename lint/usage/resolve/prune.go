package resolve

import (
	"bytes"

	"github.com/beianlint/beianlint/lint/usage/ast"
	"github.com/beianlint/beianlint/lint/usage/lexer"
)

// prune reads a script again without the branches that the config's env, or
// the target of a build, rules out: they are blanked at equal length.
func (r *Sources) prune(m *Module, src []byte, lang string) {
	if !bytes.Contains(src, []byte("env.")) {
		return
	}
	var dead []ast.Stmt
	note := func(start, end int32) { dead = append(dead, ast.Stmt{Start: start, End: end}) }
	ast.Walk(m.Tree, func(x *ast.Expr, _ []*ast.Expr) {
		if x.Kind == ast.Logical && x.Op == lexer.And && r.truth(x.L) == isFalse {
			note(x.R.Start, x.R.End)
		}
		if x.Kind != ast.Cond {
			return
		}
		switch r.truth(x.L) {
		case isTrue:
			note(x.C.Start, x.C.End)
		case isFalse:
			note(x.R.Start, x.R.End)
		}
	})
	for _, list := range statementLists(m.Tree) {
		r.pruneStatements(list, note)
	}
	if len(dead) == 0 {
		return
	}
	out := append([]byte(nil), src...)
	for _, d := range dead {
		fill(out, src, int(d.Start), int(d.End))
	}
	m.Tree = Parse(out, lang)
}

// statementLists are the bodies of the module and of its functions.
func statementLists(t *ast.Tree) [][]*ast.Stmt {
	lists := [][]*ast.Stmt{t.Body}
	for _, f := range t.Funcs {
		lists = append(lists, f.Body)
	}
	return lists
}

func (r *Sources) pruneStatements(list []*ast.Stmt, note func(start, end int32)) {
	for _, s := range list {
		if s.Kind == ast.If {
			branch := s.Body
			switch r.truth(s.Expr) {
			case isTrue:
				branch = s.Else
				fallthrough
			case isFalse:
				for _, b := range branch {
					note(b.Start, b.End)
				}
			}
		}
		r.pruneStatements(s.Body, note)
		r.pruneStatements(s.Else, note)
	}
}
