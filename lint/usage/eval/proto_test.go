package eval

import (
	"testing"

	"github.com/beianlint/beianlint/lint/usage/ast"
)

// TestTakersAreBounded: one object may be what a thousand others have above them.
func TestTakersAreBounded(t *testing.T) {
	e := link("-- app.js --\nconst o = { c() {} }").e
	o := Values{{Kind: Object, expr: e.live[0].Tree.Bindings[0].Defs[0].Value, mod: e.live[0]}}
	found := takers{}
	for range 2 * maxWithin {
		found.note(e, o, func() Values { return Values{{Kind: Object, expr: &ast.Expr{Kind: ast.Object}}} })
	}
	if got := len(found[e.memo.identity(o[0])]); got != maxWithin {
		t.Errorf("%d take from one, want %d", got, maxWithin)
	}
	if len(e.memo.bounds) != 1 || e.memo.bounds[0].Limit != Count {
		t.Errorf("bounds met: %v, want that of the count", e.memo.bounds)
	}
}
