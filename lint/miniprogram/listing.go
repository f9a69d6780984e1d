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
}

func newListings() *listings {
	return &listings{listed: map[string]*listing{}, closed: map[string]message.ID{}, rules: map[string]*ignoreFile{}}
}

func (l *listings) forget() {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.listed, l.closed, l.rules = map[string]*listing{}, map[string]message.ID{}, map[string]*ignoreFile{}
}

// list returns what read says that a folder holds, the first time.
func (l *listings) list(folder string, read func() []fs.DirEntry) *listing {
	l.mu.Lock()
	defer l.mu.Unlock()
	known := l.listed[folder]
	if known == nil {
		known = newListing(read())
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

// rulesAbove returns what read says is in force for the folders in a folder, the first
// time.
func (l *listings) rulesAbove(folder string, read func() *ignoreFile) *ignoreFile {
	l.mu.Lock()
	defer l.mu.Unlock()
	rules, known := l.rules[folder]
	if !known {
		rules = read()
		l.rules[folder] = rules
	}
	return rules
}

// reason returns what why says of a folder, the first time. why may ask for others.
func (l *listings) reason(folder string, why func() message.ID) message.ID {
	l.mu.Lock()
	reason, known := l.closed[folder]
	l.mu.Unlock()
	if known {
		return reason
	}
	reason = why()
	l.mu.Lock()
	defer l.mu.Unlock()
	l.closed[folder] = reason
	return reason
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
