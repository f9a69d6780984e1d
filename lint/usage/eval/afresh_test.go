package eval

import (
	"strings"
	"testing"
)

// TestAfresh: within a circle a is told less than all, where b was asked for first; asked
// for afresh it is told all. That ends where it has taken its part of the work.
func TestAfresh(t *testing.T) {
	p := link("-- app.js --\nlet a = 'x'; let b = a + '/y'; if (c) a = b")
	m := p.Module("app/app.js")
	values := func(name string) string {
		var texts []string
		for _, v := range p.Binding(m.Tree.Scope.Own(name), m) {
			texts = append(texts, v.Text)
		}
		return strings.Join(texts, " ")
	}
	values("b")
	if got := values("a"); got != "x" {
		t.Fatalf("a is told %q: where is the circle?", got)
	}
	p.e.memo.spent += 1 << 10
	if got := values("a"); !p.Afresh() || values("a") == got {
		t.Errorf("a is told %q, afresh %q", got, values("a"))
	}
	for p.e.memo.spent += p.afresh/perAfresh + 1; p.Afresh(); {
		t.Fatal("there is no end")
	}
}
