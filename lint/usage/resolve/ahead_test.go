package resolve

import (
	"fmt"
	"strings"
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
	return &ahead{read: read, stopped: func() bool { return false }, cores: cores, known: map[wanted]*reading{}}
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

// TestAheadOrder: what leads on and what takes long is read before what was wanted later.
func TestAheadOrder(t *testing.T) {
	started, goOn := make(chan bool), make(chan bool)
	var order []string
	a := aheadOf(1, func(f *miniprogram.File) *Module {
		if order = append(order, f.Name); len(order) == 1 {
			started <- true
			<-goOn
		}
		return nil
	})
	files := scripts(4)
	files[2].File = source.NewFile("large.js", make([]byte, largeScript))
	a.want(files[0])
	<-started
	for _, f := range files[1:] {
		a.want(f)
	}
	close(goOn)
	a.group.Wait()
	if got, want := strings.Join(order, " "), "0.js large.js 3.js 1.js"; got != want {
		t.Errorf("read %s, want %s", got, want)
	}
}

// TestAheadHelps: who waits for a script reads others meanwhile.
func TestAheadHelps(t *testing.T) {
	files := scripts(2)
	started, read := make(chan bool), make(chan bool)
	a := aheadOf(1, func(f *miniprogram.File) *Module {
		if f == files[0] {
			started <- true
			<-read
		} else {
			close(read)
		}
		return &Module{Name: f.Name}
	})
	a.want(files[0])
	<-started
	a.want(files[1])
	if m := a.module(files[0]); m == nil || m.Name != "0.js" {
		t.Errorf("read %v", m)
	}
	if fresh := a.takeFresh(); len(fresh) == 0 || fresh[0].Name != "1.js" {
		t.Errorf("read ahead: %v", fresh)
	}
}

// TestForesee: what is read ahead leads on to what it imports, and to the scripts of the
// components that it names.
func TestForesee(t *testing.T) {
	s := open(nil, `app.json: {"pages": ["p/a"]}`, `p/a.json: {"usingComponents": {"b": "../c/b", "d": "/c/d"}}`, "p/a.js: require('../e'); import './f.js'; require('left')",
		"c/b.js: 0", "c/d/index.js: 0", "e.js: 0", "p/f.js: 0", "left.js: 0")
	s.ahead.cores = 1
	r := reacher{sources: s, names: s.names}
	s.ahead.want(s.names.Files["app/p/a.js"])
	s.ahead.wantConfig(s.names.Files["app/p/a.json"])
	s.ahead.group.Wait()
	r.foresee()
	for name, want := range map[string]bool{"c/b.js": true, "c/d/index.js": true, "e.js": true, "p/f.js": true, "left.js": false} {
		if got := s.ahead.known[wanted{s.names.Files["app/"+name], false}] != nil; got != want {
			t.Errorf("%s is foreseen: %t", name, got)
		}
	}
	s.ahead.finish()
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
