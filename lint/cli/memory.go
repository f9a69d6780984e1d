package cli

import (
	"runtime"
	"runtime/debug"
	"runtime/metrics"
	"sync"
	"time"
)

const (
	// firstHeap is the size at which the heap is collected first. Most runs end before,
	// and a program of this kind lives within 120 MB: what it maps beside the heap is a
	// quarter of that.
	firstHeap = 80 << 20
	// heapGoal is up to where the heap grows again after a collection. One that keeps
	// more than two thirds of it may grow by half, and one that keeps more than all of it
	// to its double: to collect more often for what the largest trees need in any case
	// costs more time than it saves memory.
	heapGoal    = 88 << 20
	leastGrowth = 50 // percent
	largeGrowth = 100
	// hugeHeap is what no real tree keeps. Above it the heap grows by half again: the system
	// takes up to a quarter of a second to take a gigabyte back from a run that is
	// interrupted.
	hugeHeap = 256 << 20
	// leastHeap is where the runtime begins at 100 percent.
	leastHeap = 4 << 20
	gcPercent = 100 * firstHeap / leastHeap
	// droppedHeap is what it pays to collect where a third or more of it was not there after
	// the last collection.
	droppedHeap = 48 << 20
)

// PaceGC makes the garbage collector let the heap grow as fits a short run.
func PaceGC() {
	debug.SetGCPercent(gcPercent)
	time.AfterFunc(perLook, fitGC) // most small runs have ended
}

var growsOnce sync.Once

// growsLarge prepares for a heap that is about to grow, once in a process: to follow strings,
// or to read a file of so many bytes.
func growsLarge(file int64) { growsOnce.Do(func() { growInLargePages(file) }) }

// beginsToFollow prepares for a mini program whose strings are about to be followed.
func beginsToFollow() {
	growsLarge(0)
	collectDropped()
}

// collecting is held while dropped memory is collected.
var collecting sync.Mutex

// collectDropped collects what mini programs were followed with that are done, before the
// next one takes memory. Little is alive then, so that it takes less time than a collection
// in the middle of the next would, and the heap stays smaller.
func collectDropped() {
	if !collecting.TryLock() {
		return
	}
	defer collecting.Unlock()
	heap := []metrics.Sample{{Name: "/memory/classes/heap/objects:bytes"}, {Name: "/gc/heap/live:bytes"}}
	metrics.Read(heap)
	if paysToCollect(heap[0].Value.Uint64(), heap[1].Value.Uint64()) {
		runtime.GC()
	}
}

// paysToCollect reports whether a heap of so many bytes, of which so many were alive after
// the last collection, is one to collect between two mini programs.
func paysToCollect(objects, live uint64) bool {
	return objects >= droppedHeap && objects-objects/3 >= live
}

// perLook is how long the heap may grow after a collection before it is looked at what that
// left: by some megabytes.
const perLook = 5 * time.Millisecond

// fitGC fits the percentage to what each collection leaves. It looks again and again: a
// finalizer runs late while all cores are busy, and one that is set anew during the next
// collection not after that, so that the heap grew by what was right before.
func fitGC() {
	for percent := gcPercent; ; percent = fitted(percent) {
		time.Sleep(perLook)
	}
}

// fitted sets the percentage that fits, if it is another one, and returns it.
func fitted(percent int) int {
	next := percentNow()
	if next != percent {
		debug.SetGCPercent(next)
	}
	return next
}

// percentNow is by how much the heap may grow after the last collection.
func percentNow() int {
	heap := []metrics.Sample{{Name: "/gc/heap/live:bytes"}}
	metrics.Read(heap)
	return percentFor(heap[0].Value.Uint64())
}

// percentFor returns by how much a heap may grow of which so much is live.
func percentFor(live uint64) int {
	live = max(live, 1)
	switch {
	case live > hugeHeap:
		return leastGrowth
	case live > heapGoal:
		return largeGrowth
	}
	free := heapGoal - live
	return int(max(leastGrowth, min(gcPercent, 100*free/live)))
}
