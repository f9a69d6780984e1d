package cli

import (
	"runtime"
	"runtime/debug"
	"runtime/metrics"
	"sync"
	"sync/atomic"
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
	// perSource is by how many times the bytes of its sources the heap grows for a mini program
	// whose trees take much: below that, most is alive, and to collect it is in vain.
	perSource = 30
	// mostExpected bounds what is expected: what real trees keep.
	mostExpected = 192 << 20
	// largeHeap is what is on the heap, once sources are read, whose strings take tens of
	// megabytes to follow: those of some 400 kB. What is about to be read counts as read.
	largeHeap = 2 << 20
)

// pace is what the collector is to know of a run.
var pace struct {
	grows      sync.Once
	collecting sync.Mutex    // held while dropped memory is collected
	expected   atomic.Uint64 // how large the heap gets in any case, where that is more than heapGoal
}

// PaceGC makes the garbage collector let the heap grow as fits a short run.
func PaceGC() {
	debug.SetGCPercent(gcPercent)
	time.AfterFunc(perLook, fitGC) // most small runs have ended
}

// growsLarge prepares for a heap that is about to grow, once in a process: to follow strings,
// or to read so many bytes.
func growsLarge(bytes int64) {
	if objects()+uint64(bytes) >= largeHeap {
		pace.grows.Do(growInLargePages)
	}
}

// objects returns how many bytes are on the heap.
func objects() uint64 {
	heap := []metrics.Sample{{Name: "/memory/classes/heap/objects:bytes"}}
	metrics.Read(heap)
	return heap[0].Value.Uint64()
}

// beginsToFollow prepares for a mini program whose strings are about to be followed, with
// so many bytes of sources.
func beginsToFollow(sources int) {
	growsLarge(0)
	collectDropped()
	if expected := expectedOf(sources); pace.expected.Swap(expected) != expected {
		debug.SetGCPercent(percentNow())
	}
}

// expectedOf is how large the heap gets in any case for so many bytes of sources.
func expectedOf(sources int) uint64 {
	if expected := min(uint64(sources)*perSource, mostExpected); expected > heapGoal {
		return expected
	}
	return 0
}

// collectDropped collects what mini programs were followed with that are done, before the
// next one takes memory. Little is alive then, so that it takes less time than a collection
// in the middle of the next would, and the heap stays smaller.
func collectDropped() {
	if !pace.collecting.TryLock() {
		return
	}
	defer pace.collecting.Unlock()
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
	return percentFor(heap[0].Value.Uint64(), pace.expected.Load())
}

// percentFor returns by how much a heap may grow of which so much is live, and which is
// expected to get so large.
func percentFor(live, expected uint64) int {
	live = max(live, 1)
	switch {
	case live > hugeHeap:
		return leastGrowth
	case live > heapGoal:
		return largeGrowth
	}
	most := max(gcPercent, 100*expected/leastHeap)
	free := max(heapGoal, expected) - live
	return int(max(leastGrowth, min(most, 100*free/live)))
}
