package ast

import "testing"

// TestBinding: a name that was looked up stands for the same from then on, one that nothing
// declared for what is declared later.
func TestBinding(t *testing.T) {
	s := &Scope{}
	declared := &Binding{Name: "a", Scope: s}
	s.Declare(declared)
	a, b := &Expr{Kind: Ident, Text: "a", Scope: s}, &Expr{Kind: Ident, Text: "b", Scope: s}
	if a.Binding() != declared || b.Binding() != nil {
		t.Errorf("before: %v, %v", a.Binding(), b.Binding())
	}
	a.Bind()
	b.Bind()
	later := &Binding{Name: "b", Scope: s}
	s.Declare(later)
	if a.Binding() != declared || b.Binding() != later {
		t.Errorf("after: %v, %v", a.Binding(), b.Binding())
	}
}
