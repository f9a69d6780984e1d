package cli

import (
	"runtime"
	"runtime/debug"
	"testing"
)

// TestPercentFor: a heap grows to its goal, whatever of it is live, or to what is expected of
// it, one that keeps most of it by half, a large one to its double, and one that is larger than
// those of real trees by half.
func TestPercentFor(t *testing.T) {
	for _, c := range []struct {
		live, expected uint64
		want           int
	}{
		{0, 0, 2000}, {1 << 20, 0, 2000}, {4 << 20, 0, 2000}, {8 << 20, 0, 1000}, {22 << 20, 0, 300}, {32 << 20, 0, 175}, {44 << 20, 0, 100},
		{64 << 20, 0, 50}, {88 << 20, 0, 50}, {88<<20 + 1, 0, 100}, {256 << 20, 0, 100}, {256<<20 + 1, 0, 50}, {1 << 40, 0, 50},
		{1 << 20, 160 << 20, 4000}, {32 << 20, 160 << 20, 400}, {64 << 20, 160 << 20, 150}, {88<<20 + 1, 160 << 20, 100}, {257 << 20, 160 << 20, 50},
	} {
		if got := percentFor(c.live, c.expected); got != c.want {
			t.Errorf("%d bytes, where %d are expected, may grow by %d %%, want %d", c.live, c.expected, got, c.want)
		}
	}
}

// TestExpectedOf: of large sources is expected what their trees take, within bounds.
func TestExpectedOf(t *testing.T) {
	for sources, want := range map[int]uint64{0: 0, 2 << 20: 0, heapGoal / perSource: 0, 4 << 20: 120 << 20, 1 << 30: mostExpected} {
		if got := expectedOf(sources); got != want {
			t.Errorf("for %d bytes of sources, %d are expected, want %d", sources, got, want)
		}
	}
}

// TestBeginsToFollow: a mini program with large sources lets the heap grow to what it takes in any
// case, and the next one no more than others.
func TestBeginsToFollow(t *testing.T) {
	before := debug.SetGCPercent(gcPercent)
	defer debug.SetGCPercent(before)
	defer pace.expected.Store(0)
	for _, c := range []struct {
		sources int
		want    uint64
	}{{4 << 20, 120 << 20}, {1 << 20, 0}} {
		beginsToFollow(c.sources)
		if got, percent := pace.expected.Load(), debug.SetGCPercent(gcPercent); got != c.want || percent != percentNow() {
			t.Errorf("for %d bytes of sources, %d are expected and the heap may grow by %d %%", c.sources, got, percent)
		}
	}
}

// TestPercentNow: what the last collection left says by how much the heap may grow.
func TestPercentNow(t *testing.T) {
	live := make([]byte, 2*heapGoal/3)
	runtime.GC()
	if got := percentNow(); got < leastGrowth || got > percentFor(uint64(len(live)), 0) {
		t.Errorf("with %d bytes alive the heap may grow by %d %%", len(live), got)
	}
	runtime.KeepAlive(live)
}

// TestFitted: the collector is told the percentage that fits what is alive.
func TestFitted(t *testing.T) {
	live := make([]byte, 2*heapGoal/3)
	runtime.GC()
	before := debug.SetGCPercent(gcPercent)
	got := fitted(gcPercent)
	if set := debug.SetGCPercent(before); got == gcPercent || set != got {
		t.Errorf("with %d bytes alive %d %% fits, and the collector is told %d %%", len(live), got, set)
	}
	runtime.KeepAlive(live)
}

// TestPaysToCollect: a heap is collected between two mini programs where it is large and a
// third of it is new.
func TestPaysToCollect(t *testing.T) {
	for _, c := range []struct {
		objects, live uint64
		want          bool
	}{
		{0, 0, false}, {droppedHeap - 1, 0, false}, {droppedHeap, 0, true}, {droppedHeap, 2 * droppedHeap / 3, true}, {droppedHeap, 2*droppedHeap/3 + 1, false},
		{96 << 20, 64 << 20, true}, {96 << 20, 65 << 20, false}, {1 << 40, 1 << 20, true}, {64 << 20, 80 << 20, false},
	} {
		if got := paysToCollect(c.objects, c.live); got != c.want {
			t.Errorf("%d bytes of which %d were alive: %t", c.objects, c.live, got)
		}
	}
}

// TestCollectDropped: what is dropped between two mini programs is collected, by one at a
// time.
func TestCollectDropped(t *testing.T) {
	before := debug.SetGCPercent(-1)
	defer debug.SetGCPercent(before)
	collections := func() uint32 {
		var m runtime.MemStats
		runtime.ReadMemStats(&m)
		return m.NumGC
	}
	runtime.GC()
	for range droppedHeap >> 20 {
		_ = make([]byte, 1<<20)
	}
	pace.collecting.Lock()
	first := collections()
	beginsToFollow(0)
	pace.collecting.Unlock()
	if n := collections() - first; n > 1 { // to grow in large pages is one
		t.Errorf("%d collections while another one is made", n)
	}
	for range droppedHeap >> 20 {
		_ = make([]byte, 1<<20)
	}
	first = collections()
	collectDropped()
	collectDropped()
	if n := collections() - first; n != 1 {
		t.Errorf("%d collections of what was dropped once", n)
	}
}
