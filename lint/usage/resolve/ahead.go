package resolve

import (
	"runtime"
	"sync"

	"github.com/beianlint/beianlint/lint/miniprogram"
	"github.com/beianlint/beianlint/lint/parallel"
)

// ahead reads scripts on other cores before they are asked for. Whether a script is
// read there or where it is asked for changes nothing but the time.
type ahead struct {
	read    func(*miniprogram.File) *Module
	stopped func() bool
	cores   int // besides the one that asks
	known   map[*miniprogram.File]*reading

	mu      sync.Mutex
	waiting []*reading
	running int
	group   sync.WaitGroup
}

// reading is a script that is to be read, once.
type reading struct {
	file   *miniprogram.File
	once   sync.Once
	module *Module
	caught *parallel.Panic
}

// maxAhead bounds how many other cores read for one mini program: by then reading
// takes less time than finding what is to be read.
const maxAhead = 3

func newAhead(s *Sources) *ahead {
	return &ahead{
		read: s.readModule, stopped: s.Stopped, cores: min(runtime.GOMAXPROCS(0)-1, maxAhead),
		known: map[*miniprogram.File]*reading{},
	}
}

// want says that the script of a file will be asked for.
func (a *ahead) want(f *miniprogram.File) {
	if a.cores == 0 || f.Bytes == nil || f.Kind != miniprogram.Script && f.Kind != miniprogram.Component || a.known[f] != nil {
		return
	}
	r := &reading{file: f}
	a.known[f] = r
	a.mu.Lock()
	defer a.mu.Unlock()
	a.waiting = append(a.waiting, r)
	if a.running < a.cores {
		a.running++
		a.group.Go(a.work)
	}
}

// module returns the script of a file: read before, read now, or as soon as it has
// been read.
func (a *ahead) module(f *miniprogram.File) *Module {
	r := a.known[f]
	if r == nil {
		return a.read(f)
	}
	r.once.Do(func() { a.fill(r) })
	r.caught.Again()
	return r.module
}

func (a *ahead) fill(r *reading) {
	r.caught = parallel.Catch(func() { r.module = a.read(r.file) })
}

// work reads until nothing waits. It begins with what was wanted last, since who asks
// begins with what was wanted first: they seldom wait for each other.
func (a *ahead) work() {
	for r := a.next(); r != nil; r = a.next() {
		r.once.Do(func() { a.fill(r) })
	}
}

// next takes the last of what waits; nil, and a core less is at work, if there is
// nothing.
func (a *ahead) next() *reading {
	a.mu.Lock()
	defer a.mu.Unlock()
	last := len(a.waiting) - 1
	if last < 0 || a.stopped() {
		a.running--
		return nil
	}
	r := a.waiting[last]
	a.waiting = a.waiting[:last]
	return r
}

// finish leaves what was not read yet to who asks for it, and waits for the rest.
func (a *ahead) finish() {
	a.mu.Lock()
	a.waiting = nil
	a.mu.Unlock()
	a.group.Wait()
	clear(a.known)
}
