package cli

import (
	"runtime"
	"runtime/debug"
)

const (
	// gcPercent lets a small heap grow further before it is collected, the smallest
	// sixteen times, to 64 MB: a run is short, and the trees of its sources live until it
	// ends.
	gcPercent = 1600
	// maxGarbage bounds that growth, in bytes. A heap that is larger may double, as it
	// does by default.
	maxGarbage = 128 << 20
)

// PaceGC makes the garbage collector let the heap grow as fits a short run.
func PaceGC() {
	debug.SetGCPercent(gcPercent)
	afterGC(gcPercent)
}

// afterGC fits the percentage to what a collection leaves, after each one.
func afterGC(percent int) {
	type cycle struct{ _ *int }
	runtime.SetFinalizer(new(cycle), func(*cycle) {
		var m runtime.MemStats
		runtime.ReadMemStats(&m)
		live := m.NextGC * 100 / uint64(100+percent)
		next := percentFor(live)
		if next != percent {
			debug.SetGCPercent(next)
		}
		afterGC(next)
	})
}

// percentFor returns by how much a heap may grow.
func percentFor(live uint64) int {
	return int(max(100, min(gcPercent, 100*maxGarbage/max(live, 1))))
}
