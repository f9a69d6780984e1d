package resolve

import (
	"fmt"
	"sync/atomic"
	"testing"

	"github.com/beianlint/beianlint/lint/miniprogram"
	"github.com/beianlint/beianlint/lint/parallel"
	"github.com/beianlint/beianlint/lint/source"
)

func scripts(n int) (files []*miniprogram.File) {
	for i := range n {
		f := &miniprogram.File{Kind: miniprogram.Script}
		f.File = source.NewFile(fmt.Sprintf("%d.js", i), []byte("a"))
		files = append(files, f)
	}
	return files
}

func aheadOf(cores int, read func(*miniprogram.File) *Module) *ahead {
	return &ahead{read: read, stopped: func() bool { return false }, cores: cores, known: map[*miniprogram.File]*reading{}}
}

// TestAhead: every script that was wanted or asked for is read once, and is what its
// file holds.
func TestAhead(t *testing.T) {
	for cores := range maxAhead + 1 {
		var reads atomic.Int32
		a := aheadOf(cores, func(f *miniprogram.File) *Module {
			reads.Add(1)
			return &Module{Name: f.Name}
		})
		files := scripts(500)
		for _, f := range files[1:] {
			a.want(f)
			a.want(f)
		}
		for _, f := range files {
			if m := a.module(f); m == nil || m.Name != f.Name {
				t.Fatalf("%d cores: %s is %v", cores, f.Name, m)
			}
		}
		a.finish()
		if n := reads.Load(); n != 500 {
			t.Errorf("%d cores: 500 scripts were read %d times", cores, n)
		}
	}
}

// TestAheadUnasked: what nobody asks for ends with the rest.
func TestAheadUnasked(t *testing.T) {
	started, goOn := make(chan bool), make(chan bool)
	var reads atomic.Int32
	a := aheadOf(1, func(*miniprogram.File) *Module {
		if reads.Add(1) == 1 {
			started <- true
			<-goOn
		}
		return nil
	})
	files := scripts(100)
	a.want(files[0])
	<-started
	for _, f := range files[1:] {
		a.want(f)
	}
	close(goOn)
	a.finish()
	if a.running != 0 || len(a.waiting) > 0 {
		t.Errorf("%d cores read on, %d scripts wait", a.running, len(a.waiting))
	}
}

// TestAheadPanic: a mistake on another core is one of who asks for the script.
func TestAheadPanic(t *testing.T) {
	files := scripts(2)
	a := aheadOf(1, func(f *miniprogram.File) *Module {
		if f == files[1] {
			panic("a mistake")
		}
		return &Module{}
	})
	for _, f := range files {
		a.want(f)
	}
	a.group.Wait()
	if a.module(files[0]) == nil {
		t.Error("the other script is not read")
	}
	if p := parallel.Catch(func() { a.module(files[1]) }); p == nil || p.Cause != "a mistake" {
		t.Errorf("caught %v", p)
	}
	if p := parallel.Catch(func() { a.module(files[1]) }); p == nil {
		t.Error("asked again, it is nothing")
	}
}

// TestAheadStopped: nothing is begun once the run is to stop.
func TestAheadStopped(t *testing.T) {
	var reads atomic.Int32
	a := aheadOf(2, func(*miniprogram.File) *Module { reads.Add(1); return nil })
	a.stopped = func() bool { return true }
	for _, f := range scripts(50) {
		a.want(f)
	}
	a.finish()
	if n := reads.Load(); n != 0 {
		t.Errorf("%d scripts were read", n)
	}
}

// TestBlocksOnce: the blocks of a component are found once, but for what conditional
// compilation leaves of it.
func TestBlocksOnce(t *testing.T) {
	s := open(nil, `app.json: {"pages": ["a"]}`, "a.vue: <template><b/></template>\n<script>let a</script>")
	f := s.names.Files["app/a.vue"]
	whole := s.Blocks(f, f.Bytes)
	if again := s.Blocks(f, f.Bytes); len(whole) != 2 || &again[0] != &whole[0] {
		t.Errorf("%d blocks were found again", len(whole))
	}
	if left := s.Blocks(f, Blank(f.Bytes)); len(left) != 0 {
		t.Errorf("%d blocks are left of a blank source", len(left))
	}
}
