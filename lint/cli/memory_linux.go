package cli

import (
	"math"
	"runtime"
	"runtime/debug"
	"syscall"
)

const (
	// growth is how much of what the heap grows by is asked for in large pages: what the largest
	// programs need.
	growth = 320 << 20
	// perSpan is how much of that is one span: the runtime clears, and so takes, the whole of a
	// span where it begins in memory that was used.
	perSpan = 16 << 20
)

// growInLargePages asks the kernel to give the heap memory by 2 MB instead of 4 kB where
// much will be needed: to fault in 100 MB page by page takes a tenth of a run. The runtime
// cannot be told so, but takes what is freed before it asks for more. Who limits its
// memory (GOMEMLIMIT) is not given any ahead.
func growInLargePages() {
	if debug.SetMemoryLimit(-1) != math.MaxInt64 {
		return
	}
	debug.SetGCPercent(-1) // a collection meanwhile would take it for used
	for range growth / perSpan {
		ahead := make([]byte, perSpan)                    // takes no memory before it is written to
		_ = syscall.Madvise(ahead, syscall.MADV_HUGEPAGE) // without it, pages are small
	}
	runtime.GC() // it is free
	debug.SetGCPercent(percentNow())
}
