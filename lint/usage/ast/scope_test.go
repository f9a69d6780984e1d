package ast

import (
	"fmt"
	"testing"
)

// TestScope: names are found in scopes of any size, the nearest first.
func TestScope(t *testing.T) {
	outer, inner := &Scope{}, &Scope{}
	inner.Parent = outer
	shadowed := &Binding{Name: "n0", Scope: inner}
	inner.Declare(shadowed)
	for n := range 4 * fewNames {
		name := fmt.Sprintf("n%d", n)
		if outer.Own(name) != nil {
			t.Errorf("%s is there before it is declared", name)
		}
		outer.Declare(&Binding{Name: name, Scope: outer})
		for i := range n + 1 {
			if b := outer.Own(fmt.Sprintf("n%d", i)); b == nil || b != outer.Declared()[i] {
				t.Fatalf("with %d names, name %d is %v", n+1, i, b)
			}
		}
	}
	if inner.Lookup("n0") != shadowed || inner.Lookup("n9") != outer.Own("n9") || inner.Lookup("other") != nil || inner.Own("n1") != nil {
		t.Error("a name is looked up in the wrong scope")
	}
}
