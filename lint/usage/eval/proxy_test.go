package eval

import (
	"slices"
	"strings"
	"testing"
)

// TestOfferedBounds wraps the member of a platform's object that a proxy gives in as many
// calls and functions as are looked into, and in one more.
func TestOfferedBounds(t *testing.T) {
	calls := func(n int) string { return strings.Repeat("f(", n) + "wx[n]" + strings.Repeat(")", n) }
	functions := func(n int) string { return strings.Repeat("x => ", n) + "wx[n](o)" }
	isOffered := func(trap string) bool {
		p := link("-- app.js --\nconst f = o => o, p = new Proxy({}, { get: (t, n) => " + trap + " }), result = p.request")
		m := p.Module("app/app.js")
		return slices.ContainsFunc(p.Binding(m.Tree.Scope.Own("result"), m), func(v *Value) bool { return v.Kind == API && v.Path.Last() == "request" })
	}
	for name, wrap := range map[string]func(int) string{"calls": calls, "functions": functions} {
		if !isOffered(wrap(maxOffered)) || isOffered(wrap(maxOffered+1)) {
			t.Errorf("%s: %d are looked into: %t, one more: %t", name, maxOffered, isOffered(wrap(maxOffered)), isOffered(wrap(maxOffered+1)))
		}
	}
}
