package resolve

import (
	"strings"
	"testing"
)

// TestUnmade: of what a script would make a component of is left what is called for at once,
// and all that more makers are given than a script has.
func TestUnmade(t *testing.T) {
	for src, want := range map[string]int{
		"Component({ data: { a: 1 }, methods: { b() { c() } } })": 1,
		"Component({ data: { a: b() } })":                         0,
		"Component(b({ c() {} }))":                                0,
		"Component((b(), {}))":                                    0,
		"{ Component({ a: () => b() }) }":                         1,
		strings.Repeat("Component({});", maxMakers):               maxMakers,
		strings.Repeat("Component({});", maxMakers+1):             maxMakers,
	} {
		m := &Module{Name: "a.js", Tree: Parse([]byte(src), "js", nil)}
		made := (&mounts{unneeded: map[string]bool{"a.js": true}}).unmade([]*Module{m})
		if got := len(made[m]); got != want {
			t.Errorf("%s: %d arguments are taken out, want %d", src, got, want)
		}
	}
}
