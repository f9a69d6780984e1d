package eval

import (
	"testing"

	"github.com/beianlint/beianlint/lint/usage/ast"
	"github.com/beianlint/beianlint/lint/usage/resolve"
)

// TestMovedInOrder: what changes the items of lists stands by module, in each what methods do
// before what is assigned, whatever was found first.
func TestMovedInOrder(t *testing.T) {
	a, b, c := &resolve.Module{}, &resolve.Module{}, &resolve.Module{}
	at := func(m *resolve.Module, start int32) Assign { return Assign{Mod: m, Start: start, Target: &ast.Expr{}} }
	f := newFacts()
	f.assigns[moved] = []Assign{at(a, 1), at(a, 2), at(c, 5)}
	w := &walked{moved: []Assign{at(b, 3), at(b, 4), at(c, 6)}}
	w.addMoved(f, 2, []*resolve.Module{b, c})
	if len(f.assigns[moved]) != 6 {
		t.Fatalf("%d are there, want 6", len(f.assigns[moved]))
	}
	for i, found := range f.assigns[moved] {
		if found.Start != int32(i+1) {
			t.Errorf("%d stands at place %d", found.Start, i+1)
		}
	}
}
