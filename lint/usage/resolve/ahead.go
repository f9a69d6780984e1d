package resolve

import (
	"runtime"
	"sync"
	"sync/atomic"

	"github.com/beianlint/beianlint/lint/miniprogram"
	"github.com/beianlint/beianlint/lint/parallel"
	"github.com/beianlint/beianlint/lint/usage/ast"
)

// ahead reads scripts and configurations on other cores before they are asked for. Whether a script is
// read there or where it is asked for changes nothing but the time.
type ahead struct {
	read    func(*miniprogram.File) *Module
	stopped func() bool
	cores   int // besides the one that asks
	known   map[wanted]*reading
	led     map[lead]bool

	mu      sync.Mutex
	waiting []*reading
	first   []*reading // of what waits
	fresh   []*Module  // that were read ahead, see takeFresh
	running int
	group   sync.WaitGroup
}

// wanted is a script, or what configures a page or component.
type wanted struct {
	file   *miniprogram.File
	config bool
}

// lead is what a script imports, by the folder that it lies in.
type lead struct{ folder, spec string }

// reading is what is to be read, once.
type reading struct {
	wanted
	once   sync.Once
	begun  atomic.Bool
	ended  atomic.Bool
	module *Module
	caught *parallel.Panic
}

// maxAhead bounds how many other cores read for one mini program: by then reading
// takes less time than finding what is to be read.
const maxAhead = 3

// largeScript is from how many bytes on a script is read before others that wait: it may
// take as long as all of them, with nobody left to read beside it.
const largeScript = 1 << 16

func newAhead(s *Sources) *ahead {
	return &ahead{
		read: s.readModule, stopped: s.Stopped, cores: min(runtime.GOMAXPROCS(0)-1, maxAhead),
		known: map[wanted]*reading{}, led: map[lead]bool{},
	}
}

// want says that the script of a file will be asked for.
func (a *ahead) want(f *miniprogram.File) {
	if f.Kind == miniprogram.Script || f.Kind == miniprogram.Component {
		a.add(wanted{f, false}, len(f.Bytes) >= largeScript)
	}
}

// leadsOn reports whether what a script imports was not asked for before: many of a folder
// import the same.
func (a *ahead) leadsOn(l lead) bool {
	led := a.led[l]
	a.led[l] = true
	return !led
}

// wantConfig says that what configures a page or component will be asked for. It leads to
// scripts, so that it is read before these.
func (a *ahead) wantConfig(f *miniprogram.File) { a.add(wanted{f, true}, true) }

func (a *ahead) add(w wanted, isFirst bool) {
	if a.cores == 0 || w.file.Bytes == nil || a.known[w] != nil {
		return
	}
	r := &reading{wanted: w}
	a.known[w] = r
	a.mu.Lock()
	defer a.mu.Unlock()
	if isFirst {
		a.first = append(a.first, r)
	} else {
		a.waiting = append(a.waiting, r)
	}
	if a.running < a.cores {
		a.running++
		a.group.Go(a.work)
	}
}

// module returns the script of a file: read before, read now, or as soon as it has
// been read.
func (a *ahead) module(f *miniprogram.File) *Module { return a.of(wanted{f, false}) }

// config returns a configuration as module does a script.
func (a *ahead) config(f *miniprogram.File) *ast.Tree { return a.of(wanted{f, true}).Tree }

func (a *ahead) of(w wanted) *Module {
	r := a.known[w]
	if r == nil {
		return a.readOne(w)
	}
	for r.begun.Load() && !r.ended.Load() { // by another: meanwhile there is something to read
		other := a.small()
		if other == nil {
			break
		}
		a.readAhead(other)
	}
	r.once.Do(func() { a.fill(r) })
	r.caught.Again()
	return r.module
}

func (a *ahead) fill(r *reading) {
	r.begun.Store(true)
	defer r.ended.Store(true)
	r.caught = parallel.Catch(func() { r.module = a.readOne(r.wanted) })
}

func (a *ahead) readOne(w wanted) *Module {
	if !w.config {
		return a.read(w.file)
	}
	return &Module{File: w.file.File, Name: w.file.Name, Tree: Parse(w.file.Bytes, "json", a.stopped)}
}

// takeFresh returns the modules that were read ahead since the last time: what they import will
// be asked for.
func (a *ahead) takeFresh() []*Module {
	a.mu.Lock()
	defer a.mu.Unlock()
	list := a.fresh
	a.fresh = nil
	return list
}

// work reads until nothing waits. It begins with what was wanted last, since who asks
// begins with what was wanted first: they seldom wait for each other.
func (a *ahead) work() {
	for r := a.next(); r != nil; r = a.next() {
		a.readAhead(r)
	}
}

// readAhead reads what nobody has asked for yet.
func (a *ahead) readAhead(r *reading) {
	r.once.Do(func() {
		a.fill(r)
		if r.module != nil {
			a.mu.Lock()
			defer a.mu.Unlock()
			a.fresh = append(a.fresh, r.module)
		}
	})
}

// next takes the last of what waits; nil, and a core less is at work, if there is
// nothing.
func (a *ahead) next() *reading {
	a.mu.Lock()
	defer a.mu.Unlock()
	list := &a.waiting
	if len(a.first) > 0 {
		list = &a.first
	}
	r := lastOf(list)
	if r == nil || a.stopped() {
		a.running--
		return nil
	}
	return r
}

// small takes one of those that are read soon out of what waits, nil if there is none.
func (a *ahead) small() *reading {
	a.mu.Lock()
	defer a.mu.Unlock()
	return lastOf(&a.waiting)
}

// lastOf takes the last out of a list.
func lastOf(list *[]*reading) *reading {
	last := len(*list) - 1
	if last < 0 {
		return nil
	}
	r := (*list)[last]
	*list = (*list)[:last]
	return r
}

// finish leaves what was not read yet to who asks for it, and waits for the rest.
func (a *ahead) finish() {
	a.mu.Lock()
	a.waiting, a.first = nil, nil
	a.mu.Unlock()
	a.group.Wait()
	clear(a.known)
	clear(a.led)
	a.fresh = nil
}
