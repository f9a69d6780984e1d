package miniprogram

import (
	"context"
	"io/fs"
	"runtime"
	"sync"
)

// walker lists the folders of a tree with at most one worker a core, another one when more
// than one folder is waiting. Workers take the folder that was found last, so that few are.
type walker struct {
	*folderTree
	mu      sync.Mutex
	changed sync.Cond
	waiting []*folder
	open    int // folders that are waiting or being listed
	workers int
	group   sync.WaitGroup
}

// walk lists the folder and everything below it that is not skipped. An error is
// only returned for the folder itself.
func (t *folderTree) walk(name string) (*folder, error) {
	root := &folder{name: name, rules: t.rulesAbove(name)}
	w := &walker{folderTree: t, waiting: []*folder{root}, open: 1, workers: 1}
	w.changed.L = &w.mu
	w.work()
	w.group.Wait()
	if err := context.Cause(t.ctx); err != nil {
		return nil, err
	}
	return root, root.err
}

func (w *walker) work() {
	for f := w.next(); f != nil; f = w.next() {
		w.list(f)
		w.done(f)
	}
}

// next waits for a folder to list; nil when there will be no more.
func (w *walker) next() *folder {
	w.mu.Lock()
	defer w.mu.Unlock()
	for len(w.waiting) == 0 && w.open > 0 {
		w.changed.Wait()
	}
	if len(w.waiting) == 0 {
		return nil
	}
	last := len(w.waiting) - 1
	f := w.waiting[last]
	w.waiting = w.waiting[:last]
	return f
}

func (w *walker) done(f *folder) {
	w.mu.Lock()
	defer w.mu.Unlock()
	w.open--
	for _, e := range f.entries {
		if e.folder != nil {
			w.waiting = append(w.waiting, e.folder)
			w.open++
		}
	}
	if len(w.waiting) > 1 && w.workers < runtime.GOMAXPROCS(0) {
		w.workers++
		w.group.Go(w.work)
	}
	w.changed.Broadcast()
}

// perLook is how many entries are looked at between two looks at whether to stop.
const perLook = 1 << 8

// list fills in what the folder holds.
func (w *walker) list(f *folder) {
	if w.ctx.Err() != nil {
		return
	}
	found, err := fs.ReadDir(w.fsys, f.name)
	if err != nil {
		f.err = err // a problem if it is part of a mini program
		w.notes.skip(f.name, skipUnlisted)
	}
	w.walked.Add(int64(len(found)))
	w.addRules(f, found)
	if f.name != w.base && w.allIgnored(f, found) {
		w.notes.skip(f.name, skipIgnored)
		f.partial = true
		return
	}
	f.entries = make([]entry, 0, len(found))
	for i, e := range found {
		if i%perLook == 0 && w.ctx.Err() != nil {
			return
		}
		w.add(f, e)
	}
}

// add adds one entry to the folder, unless it is skipped.
func (w *walker) add(f *folder, e fs.DirEntry) {
	base, kind := e.Name(), e.Type()
	if reason := w.skipReason(f, base, kind); reason != "" {
		w.notes.skip(skipName(f, base, kind), reason)
		f.partial = true
		return
	}
	switch {
	case kind.IsDir():
		sub := &folder{name: join(f.name, base), up: f, rules: f.rules}
		f.entries = append(f.entries, entry{name: base, folder: sub})
		f.marks |= folderMark(base)
	case kind&fs.ModeSymlink != 0:
		f.entries = append(f.entries, entry{name: base, link: true})
		f.marks |= fileMarks()[base]
	case base[0] != '.' || isDotenv(base):
		f.entries = append(f.entries, entry{name: base})
		f.marks |= fileMarks()[base]
	default:
		f.partial = true
	}
}

// skipName is the name that a skip is counted under: folders by themselves,
// files by the folder they are in.
func skipName(f *folder, base string, kind fs.FileMode) string {
	if kind.IsDir() {
		return join(f.name, base)
	}
	return f.name
}

// join is path.Join for clean names, without its cost.
func join(folder, base string) string {
	if folder == "." {
		return base
	}
	return folder + "/" + base
}
