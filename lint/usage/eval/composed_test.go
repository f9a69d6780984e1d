package eval

import (
	"slices"
	"testing"
)

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

// What names and keys are given is asked for no more once all work is done, and the keys once.
func TestGivenIsBounded(t *testing.T) {
	p := link("-- app.js --\n" + repeated(100, "const k%[1]d = 'k'; GameGlobal.zz = f(%[1]d); wx.setStorageSync(k%[1]d, f(%[1]d))"))
	e := p.e
	e.memo.reset()
	e.memo.spend(maxWork)
	for _, step := range []struct {
		of   string
		ask  func()
		most int
	}{
		{"a name", func() { e.global("zz") }, 1},
		{"the keys", func() { sortStorage(e.calls) }, 200}, // each through its name
		{"the keys, again", func() { sortStorage(e.calls) }, 0},
		{"a key", func() { storedUnder(e.calls, "k") }, 1},
	} {
		before := e.memo.plain.count
		step.ask()
		if got := e.memo.plain.count - before; got > step.most {
			t.Errorf("%s: %d things are read, want %d at most", step.of, got, step.most)
		}
	}
}

// What names and keys are given counts as work, even where it is nothing.
func TestGivenIsWork(t *testing.T) {
	for of, ask := range map[string]func(e *Evaluator){
		"a name":   func(e *Evaluator) { clear(e.memo.composed.names); e.global("zz") },
		"the keys": func(e *Evaluator) { e.memo.composed.keys = storageKeys{}; sortStorage(e.calls) },
		"a key":    func(e *Evaluator) { storedUnder(e.calls, "k") },
		"keys":     func(e *Evaluator) { storedUnderEach(e.calls, slices.Repeat(Values{{Kind: Text}}, 100)) },
	} {
		e := link("-- app.js --\n" + repeated(100, "GameGlobal.zz = (%[1]d, v); wx.setStorageSync('k', v); wx.setStorageSync(v, v)")).e
		ask(e)
		before := e.memo.spent
		ask(e)
		if got := e.memo.spent - before; got < 100 {
			t.Errorf("%s: %d units of work for 100", of, got)
		}
	}
}
