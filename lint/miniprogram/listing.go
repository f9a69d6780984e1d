package miniprogram

import (
	"cmp"
	"io/fs"
	"slices"
	"sync"

	"github.com/beianlint/beianlint/lint/message"
)

// listings remember what importers have asked of folders. The mini programs of a
// repository share those of the folders around them: one that holds thousands of mini
// programs is listed once.
type listings struct {
	mu     sync.Mutex
	listed map[string]*listing    // by fs name
	closed map[string]message.ID  // why folders are not read
	rules  map[string]*ignoreFile // in force in folders
	named  map[string]workspace   // what the files in folders name
}

func newListings() *listings {
	l := &listings{}
	l.forget()
	return l
}

func (l *listings) forget() {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.listed, l.closed = map[string]*listing{}, map[string]message.ID{}
	l.rules, l.named = map[string]*ignoreFile{}, map[string]workspace{}
}

// list returns what read says that a folder holds, the first time.
func (l *listings) list(folder string, read func() *listing) *listing {
	l.mu.Lock()
	defer l.mu.Unlock()
	known := l.listed[folder]
	if known == nil {
		known = read()
		l.listed[folder] = known
	}
	return known
}

// known returns what a folder that was listed holds, nil for others.
func (l *listings) known(folder string) *listing {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.listed[folder]
}

// rulesIn returns what read says is in force for the folders in a folder, the first time.
// read may ask for others.
func (l *listings) rulesIn(folder string, read func() *ignoreFile) *ignoreFile {
	return once(l, &l.rules, folder, read)
}

// reason returns what why says of a folder, the first time. why may ask for others.
func (l *listings) reason(folder string, why func() message.ID) message.ID {
	return once(l, &l.closed, folder, why)
}

// workspace returns what read says that the files in a folder name, the first time.
func (l *listings) workspace(folder string, read func() workspace) workspace {
	return once(l, &l.named, folder, read)
}

// once returns what is known of a folder, or else what find says, which may ask for
// others.
func once[V any](l *listings, known *map[string]V, folder string, find func() V) V {
	l.mu.Lock()
	value, ok := (*known)[folder]
	l.mu.Unlock()
	if ok {
		return value
	}
	value = find()
	l.mu.Lock()
	defer l.mu.Unlock()
	(*known)[folder] = value
	return value
}

// listing is what one folder holds.
type listing struct {
	names []string      // sorted; those of folders have a slash behind
	modes []fs.FileMode // of each name
}

func newListing(found []fs.DirEntry) *listing {
	slices.SortStableFunc(found, func(a, b fs.DirEntry) int { return cmp.Compare(listedName(a), listedName(b)) })
	l := &listing{names: make([]string, len(found)), modes: make([]fs.FileMode, len(found))}
	for i, e := range found {
		l.names[i], l.modes[i] = listedName(e), e.Type()
	}
	return l
}

func listedName(e fs.DirEntry) string {
	if e.IsDir() {
		return e.Name() + "/"
	}
	return e.Name()
}

// mode returns the type of the file or folder of that name.
func (l *listing) mode(base string) (mode fs.FileMode, there bool) {
	for _, name := range []string{base, base + "/"} {
		if i, found := slices.BinarySearch(l.names, name); found {
			return l.modes[i], true
		}
	}
	return 0, false
}
