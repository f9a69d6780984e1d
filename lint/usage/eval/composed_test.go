package eval

import "testing"

// What is put together while a part of it is still being found is asked for again.
func TestAskOnce(t *testing.T) {
	e := link("-- app.js --\n").e
	asked := 0
	ask := func(during func()) Values {
		return askOnce(&e.memo, e.memo.composed.globals, "a", func() Values {
			asked++
			during()
			return Values{{Kind: Constant, Text: "1"}}
		})
	}
	for _, step := range []struct {
		name   string
		during func()
		asked  int
	}{
		{"a part is being found", func() { e.memo.recall(cycle) }, 1},
		{"more of a part is being found", func() { e.memo.recall(answer{partial: true}) }, 2},
		{"a bound is met", func() { e.memo.depth = maxDepth; e.memo.exhausted(); e.memo.depth = 0 }, 3},
		{"all is found", func() { e.memo.provisional = true }, 4},
		{"asked again", func() {}, 4},
	} {
		if vs := ask(step.during); len(vs) != 1 || asked != step.asked {
			t.Errorf("%s: %d values, asked %d times, want %d", step.name, len(vs), asked, step.asked)
		}
	}
	e.memo.forget()
	if ask(func() {}); asked != 5 || e.memo.provisional {
		t.Errorf("a provisional answer is not forgotten")
	}
}

// BenchmarkClassHelper evaluates classes that a compiler made functions of, as the
// bundles of game engines have them.
func BenchmarkClassHelper(b *testing.B) {
	src := "-- app.js --\n" + helped(300, 40)
	b.SetBytes(int64(len(src)))
	for b.Loop() {
		workOn(src)
	}
}
