package cli

import (
	"os"
	"runtime"
	"runtime/debug"
	"strings"
	"sync"
	"testing"
)

// TestGrowInLargePages: only a heap that will be large is asked to be of large pages.
func TestGrowInLargePages(t *testing.T) {
	if _, err := os.Stat("/sys/kernel/mm/transparent_hugepage/enabled"); err != nil {
		t.Skip("this kernel has no large pages")
	}
	advised := func() bool {
		maps, err := os.ReadFile("/proc/self/smaps")
		if err != nil {
			t.Skip(err)
		}
		return strings.Contains(string(maps), " hg")
	}
	if before := advised(); before {
		t.Skip("large pages are asked for anyway")
	}
	runtime.GC()
	if heap := objects(); heap > largeHeap/2 {
		t.Skipf("other tests have left %d bytes", heap)
	}
	before := debug.SetGCPercent(gcPercent)
	pace.grows = sync.Once{} // of other tests
	if growsLarge(largeHeap / 8); advised() {
		t.Error("for a small file, large pages were asked for")
	}
	sources := make([]byte, largeHeap/2)
	growsLarge(largeHeap / 2)
	if percent := debug.SetGCPercent(before); percent != percentFor(largeHeap, 0) {
		t.Errorf("then the heap may grow by %d %%", percent)
	}
	if !advised() {
		t.Errorf("with %d bytes of sources no large pages were asked for", len(sources))
	}
}
