package ast

// Walk calls f for every expression of a tree, outer before inner, with the
// expressions around it, the innermost last.
func Walk(t *Tree, f func(x *Expr, around []*Expr)) {
	w := walker{f: f}
	w.statements(t.Body)
}

type walker struct {
	f      func(*Expr, []*Expr)
	around []*Expr
}

func (w *walker) statements(list []*Stmt) {
	for _, s := range list {
		w.expr(s.Expr)
		for _, x := range s.Exprs() {
			w.expr(x)
		}
		w.statements(s.Body())
		w.statements(s.Else())
	}
}

func (w *walker) expr(x *Expr) {
	if x == nil {
		return
	}
	w.f(x, w.around)
	if x.L == nil && x.Parts == nil && len(x.List) == 0 && x.R == nil { // most are names and literals
		return
	}
	w.around = append(w.around, x)
	w.expr(x.L)
	w.expr(x.R)
	w.expr(x.C())
	for _, item := range x.List {
		w.expr(item)
	}
	if x.Parts != nil {
		w.parts(x.Parts)
	}
	w.around = w.around[:len(w.around)-1]
}

// parts goes through what few expressions have, but for the last operand of a conditional.
func (w *walker) parts(of *Parts) {
	w.props(of.Props)
	if of.Class != nil {
		w.expr(of.Class.Super)
		w.props(of.Class.Members)
		for _, d := range of.Class.Decorators {
			w.expr(d)
		}
	}
	if of.Func != nil {
		for _, pat := range of.Func.Params {
			w.pattern(pat)
		}
		w.statements(of.Func.Body)
	}
}

func (w *walker) props(props []Prop) {
	for i := range props {
		w.expr(props[i].Computed)
		w.expr(props[i].Value)
	}
}

func (w *walker) pattern(pat *Pattern) {
	w.expr(pat.Default)
	for _, part := range pat.Parts {
		w.pattern(part)
	}
}
