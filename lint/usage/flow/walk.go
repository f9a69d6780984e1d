package flow

import "github.com/beianlint/beianlint/lint/usage/syntax"

// walk calls f for every expression of a tree, outer before inner, with the
// expressions around it, the innermost last.
func walk(t *syntax.Tree, f func(x *syntax.Expr, around []*syntax.Expr)) {
	w := walker{f: f}
	w.statements(t.Body)
}

type walker struct {
	f      func(*syntax.Expr, []*syntax.Expr)
	around []*syntax.Expr
}

func (w *walker) statements(list []*syntax.Stmt) {
	for _, s := range list {
		w.expr(s.Expr)
		for _, x := range s.Exprs {
			w.expr(x)
		}
		w.statements(s.Body)
		w.statements(s.Else)
	}
}

func (w *walker) expr(x *syntax.Expr) {
	if x == nil {
		return
	}
	w.f(x, w.around)
	w.around = append(w.around, x)
	w.expr(x.L)
	w.expr(x.R)
	w.expr(x.C)
	for _, item := range x.List {
		w.expr(item)
	}
	w.props(x.Props)
	if x.Class != nil {
		w.expr(x.Class.Super)
		w.props(x.Class.Members)
	}
	if x.Func != nil {
		for _, pat := range x.Func.Params {
			w.pattern(pat)
		}
		w.statements(x.Func.Body)
	}
	w.around = w.around[:len(w.around)-1]
}

func (w *walker) props(props []syntax.Prop) {
	for i := range props {
		w.expr(props[i].Computed)
		w.expr(props[i].Value)
	}
}

func (w *walker) pattern(pat *syntax.Pattern) {
	w.expr(pat.Default)
	for _, part := range pat.Parts {
		w.pattern(part)
	}
}
