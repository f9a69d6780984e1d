package eval

import (
	"strconv"
	"testing"

	"github.com/beianlint/beianlint/lint/usage/ast"
)

// TestOutlines: a literal lacks what is not written in it, large or not, also once more was added.
func TestOutlines(t *testing.T) {
	for _, n := range []int{0, 1, manyProps, 20 * manyProps} {
		known, x := outlines{}, &ast.Expr{Kind: ast.Object}
		check := func(name string, want bool) {
			t.Helper()
			if got := known.lacks(x, name); got != want {
				t.Errorf("of %d properties, %q is missing: %v", n, name, got)
			}
		}
		for i := range n {
			x.AddProp(ast.Prop{Key: "key" + strconv.Itoa(i)})
		}
		for i := range n {
			check("key"+strconv.Itoa(i), false)
			check("other"+strconv.Itoa(i), true)
		}
		check("", true)
		check("added", true)
		x.AddProp(ast.Prop{Key: "added"})
		check("added", false)
		check("another", true)
		x.AddProp(ast.Prop{Key: "mixins"})
		check("another", false)
	}
	if (outlines{}).lacks(&ast.Expr{Kind: ast.Call}, "a") {
		t.Error("what a call gives is known")
	}
}
