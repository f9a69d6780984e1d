package sink

import (
	"fmt"
	"testing"

	"github.com/beianlint/beianlint/lint/platform"
	"github.com/beianlint/beianlint/lint/usage/ast"
	"github.com/beianlint/beianlint/lint/usage/eval"
)

// texts are values without a trail, as a literal gives them.
func texts(n int, of string) (vs eval.Values) {
	for i := range n {
		vs = append(vs, &eval.Value{Kind: eval.Text, Text: fmt.Sprintf("%s%d", of, i)})
	}
	return vs
}

// A large set that many calls are given is looked at once; another list of the same
// length that begins alike is another set.
func TestLargeSets(t *testing.T) {
	r := newRecord()
	to := contact{category: platform.Request, api: "wx.request"}
	one := texts(minLarge, "a")
	two := append(one[:1:1], texts(minLarge-1, "b")...)
	for range 3 {
		r.reaches(one, to)
	}
	if r.reaches(two, to); len(r.large) != 2 {
		t.Errorf("%d sets, want 2", len(r.large))
	}
	if to.category = platform.Upload; len(r.large) == 2 {
		r.reaches(one, to)
	}
	if len(r.large) != 3 {
		t.Errorf("%d sets, want 3: another category", len(r.large))
	}
	if small := texts(minLarge-1, "c"); len(small) > 0 {
		r.reaches(small, to)
	}
	if len(r.large) != 3 {
		t.Errorf("%d sets, want 3: a small set is not kept", len(r.large))
	}
}

// Where too much was looked at, where an address ends is not known, and a default may be
// one that is used.
func TestLookedBound(t *testing.T) {
	x := &ast.Expr{Kind: ast.String, Text: "https://api.example.com"}
	b := &ast.Binding{Defs: []ast.Def{{Value: x, Default: true}}}
	o := &outlets{index: index{reads: map[string]*[]read{}, bound: bound{x: b}}, looked: maxLooked + 1}
	if end := o.endsOf(x); end != lost {
		t.Errorf("it ends in %b, want %b", end, lost)
	}
	if o.isUnusedDefault(x, nil) {
		t.Error("the default counts as unused")
	}
}
