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
		{0, 2200}, {1 << 20, 2200}, {4 << 20, 2200}, {8 << 20, 1100}, {24 << 20, 300}, {32 << 20, 200}, {48 << 20, 100},
		{64 << 20, 50}, {96 << 20, 50}, {96<<20 + 1, 100}, {256 << 20, 100}, {256<<20 + 1, 50}, {1 << 40, 50},
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
