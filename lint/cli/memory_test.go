package cli

import (
	"runtime"
	"runtime/debug"
	"testing"
)

// TestPercentFor: a heap grows to its goal, whatever of it is live, one that keeps
// most of it by half, a large one to its double, and one that is larger than those of real trees by half.
func TestPercentFor(t *testing.T) {
	for _, c := range []struct {
		live uint64
		want int
	}{
		{0, 2000}, {1 << 20, 2000}, {4 << 20, 2000}, {8 << 20, 1000}, {22 << 20, 300}, {32 << 20, 175}, {44 << 20, 100},
		{64 << 20, 50}, {88 << 20, 50}, {88<<20 + 1, 100}, {256 << 20, 100}, {256<<20 + 1, 50}, {1 << 40, 50},
	} {
		if got := percentFor(c.live); got != c.want {
			t.Errorf("%d bytes may grow by %d %%, want %d", c.live, got, c.want)
		}
	}
}

// TestPercentNow: what the last collection left says by how much the heap may grow.
func TestPercentNow(t *testing.T) {
	live := make([]byte, 2*heapGoal/3)
	runtime.GC()
	if got := percentNow(); got < leastGrowth || got > percentFor(uint64(len(live))) {
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
	collecting.Lock()
	first := collections()
	beginsToFollow()
	collecting.Unlock()
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
