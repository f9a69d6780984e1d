package eval

import (
	"context"
	"testing"

	"github.com/beianlint/beianlint/lint/usage/ast"
	"github.com/beianlint/beianlint/lint/usage/resolve"
	"github.com/beianlint/beianlint/lint/usage/usagetest"
)

// TestWalkedAgain: what stands in functions that nothing calls says nothing, although the
// module was gone through while they were looked for.
func TestWalkedAgain(t *testing.T) {
	sources := resolve.Open(context.Background(), usagetest.Project([]byte(`
-- app.js --
function dead() { return { map() {} } }
function live() { return { filter() {} } }
live()
-- a.js --
module.exports = { find() {} }
-- app.json --
{"pages": ["a"]}
-- a.wxml --
<view bindtap="b"/>
`)), nil)
	d := Define(context.Background(), sources)
	live := d.Reach()
	if n := len(d.e.facts.walks); n != 1 || len(d.e.pages.trees) != 1 {
		t.Fatalf("%d walks are left and %d trees, want 1 each", n, len(d.e.pages.trees))
	}
	f := d.Link(live).e.facts
	for method, want := range map[string]bool{"map": false, "filter": true, "find": true} {
		if f.defined[method] != want {
			t.Errorf("%s is defined: %t", method, f.defined[method])
		}
	}
}

// TestMovedInOrder: what changes the items of lists stands by module, in each what methods do
// before what is assigned, whatever was found first.
func TestMovedInOrder(t *testing.T) {
	a, b, c := &resolve.Module{}, &resolve.Module{}, &resolve.Module{}
	at := func(m *resolve.Module, start int32) Assign { return Assign{Mod: m, Start: start, Target: &ast.Expr{}} }
	f := newFacts()
	f.assigns[moved] = []Assign{at(a, 1), at(a, 2), at(c, 5)}
	w := walks{b: {moved: []Assign{at(b, 3), at(b, 4)}}, c: {moved: []Assign{at(c, 6)}}}
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
