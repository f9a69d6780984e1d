package eval

import (
	"context"
	"testing"

	"github.com/beianlint/beianlint/lint/usage/resolve"
	"github.com/beianlint/beianlint/lint/usage/usagetest"
)

// TestWithin: what is asked only to tell of it may take a small part of the work, and meets no bound.
func TestWithin(t *testing.T) {
	sources := resolve.Open(context.Background(), usagetest.Project([]byte("-- app.json --\n{}\n-- app.js --\nconst u = 1")), nil)
	defined := Define(context.Background(), sources)
	p := defined.Link(defined.Reach())
	if !p.Within(func() { p.e.memo.spend(perQuestion) }) {
		t.Error("a question is too much")
	}
	if p.Within(func() { p.e.memo.spend(maxWork / 64); p.e.memo.exhausted() }) {
		t.Error("a 64th of all work is not too much")
	}
	if len(p.Bounds()) > 0 || p.e.memo.over() {
		t.Errorf("bounds are met: %v", p.Bounds())
	}
}
