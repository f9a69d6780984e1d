package parallel_test

import (
	"strings"
	"sync/atomic"
	"testing"

	"github.com/beianlint/beianlint/lint/parallel"
)

func TestDo(t *testing.T) {
	var ran atomic.Int32
	parallel.Do(3, func() { ran.Add(1) })
	if ran.Load() != 3 {
		t.Errorf("work ran %d times, want 3", ran.Load())
	}
}

// The caller meets the panic of a goroutine once all have ended, with its stack; what
// catches it again keeps it as it is.
func TestPanics(t *testing.T) {
	var ran atomic.Int32
	p := parallel.Catch(func() {
		parallel.Do(4, func() {
			if ran.Add(1) == 2 {
				meetsMistake()
			}
		})
	})
	if p == nil || p.Cause != "a mistake" || !strings.Contains(string(p.Stack), "meetsMistake") {
		t.Fatalf("caught %+v", p)
	}
	if ran.Load() != 4 {
		t.Errorf("%d goroutines ran, want 4", ran.Load())
	}
	if again := parallel.Catch(p.Again); again != p {
		t.Errorf("caught again: %+v", again)
	}
	if none := parallel.Catch(func() {}); none != nil {
		t.Errorf("caught %+v of nothing", none)
	}
	var none *parallel.Panic
	none.Again()
}

func meetsMistake() { panic("a mistake") }

// What is begun ahead is there when it is asked for, every time; its panic is met where
// it is asked for.
func TestAhead(t *testing.T) {
	var ran atomic.Int32
	sum := parallel.Ahead(func() int32 { return ran.Add(1) })
	if first, again := sum(), sum(); first != 1 || again != 1 {
		t.Errorf("got %d, then %d; want 1", first, again)
	}
	failed := parallel.Ahead(func() int { meetsMistake(); return 0 })
	p := parallel.Catch(func() { failed() })
	if p == nil || p.Cause != "a mistake" || !strings.Contains(string(p.Stack), "meetsMistake") {
		t.Fatalf("caught %+v", p)
	}
}
