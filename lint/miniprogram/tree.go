package miniprogram

import (
	"context"
	"io/fs"
	"path"
	"sort"
	"strings"
	"sync/atomic"

	"github.com/beianlint/beianlint/lint/message"
	"github.com/beianlint/beianlint/lint/source"
)

// folder is one folder of the tree with all that was not skipped, in the order
// of names.
type folder struct {
	name    string // fs name
	up      *folder
	entries []entry
	marks   mark
	rules   *ignoreFile // in force for what the folder holds
	partial bool        // something that it holds is not in entries
	err     error       // why it could not be listed
}

type entry struct {
	name   string // without the folder
	link   bool   // a symbolic link
	folder *folder
}

// find returns the entry of that name, or nil.
func (f *folder) find(name string) *entry {
	i := sort.Search(len(f.entries), func(i int) bool { return f.entries[i].name >= name })
	if i == len(f.entries) || f.entries[i].name != name {
		return nil
	}
	return &f.entries[i]
}

// has reports whether the folder holds a file (or a link) of that name.
func (f *folder) has(name string) bool {
	e := f.find(name)
	return e != nil && e.folder == nil
}

// child returns the folder of that name in f; letter case is ignored when no name
// is equal, as on the systems that developer tools run on.
func (f *folder) child(name string) *folder {
	if e := f.find(name); e != nil {
		return e.folder
	}
	for _, e := range f.entries {
		if e.folder != nil && strings.EqualFold(e.name, name) {
			return e.folder
		}
	}
	return nil
}

// isWithin reports whether f is the folder g or lies below it.
func (f *folder) isWithin(g *folder) bool {
	for ; f != nil; f = f.up {
		if f == g {
			return true
		}
	}
	return false
}

// each calls visit for f and every folder below, in order. Where visit returns
// false, what is below is left out.
func (f *folder) each(visit func(*folder) bool) {
	if !visit(f) {
		return
	}
	for _, e := range f.entries {
		if e.folder != nil {
			e.folder.each(visit)
		}
	}
}

// folderTree are the folders that were walked.
type folderTree struct {
	*omitter
	ctx    context.Context
	base   string // fs name of the folder that was walked first
	top    *folder
	plain  func() bool        // isPlain, asked once
	others map[string]*folder // what else something leads to, by name
	walked atomic.Int64       // entries that were looked at

	listings *listings // for what is named outside of the mini programs
}

// folderAt returns the folder of that fs name, or nil. Letter case counts only
// where two names differ in nothing else. Links are followed. A folder outside of
// what was walked is walked now.
func (t *folderTree) folderAt(name string) *folder {
	rel, ok := source.Under(name, t.top.name)
	switch {
	case !ok:
		return t.otherTree(name)
	case rel == ".":
		return t.top
	}
	f := t.top
	for part := range strings.SplitSeq(rel, "/") {
		e := f.find(part)
		if f = f.child(part); f != nil {
			continue
		}
		if e == nil || !e.link {
			return nil
		}
		return t.linkedFolder(name)
	}
	return f
}

// linkedFolder returns the folder that a link leads to: one that was walked, or one
// outside of what was walked but in the repository; nil when it is neither.
func (t *folderTree) linkedFolder(name string) *folder {
	real, ok := t.resolve(name)
	if !ok || t.inSkipped(real) {
		return nil
	}
	return t.folderAt(real)
}

// otherTree walks a folder of the repository that lies outside of what was walked.
func (t *folderTree) otherTree(name string) *folder {
	if _, below := source.Under(name, t.repo); !below || t.inSkipped(name) {
		return nil
	}
	f, seen := t.others[name]
	if !seen {
		if info, err := fs.Stat(t.fsys, name); err == nil && info.IsDir() {
			f, _ = t.walk(name) // what cannot be listed is a problem already
		}
		t.others[name] = f
	}
	return f
}

// under returns the folder that a value of a project file names, or nil. It is read
// although its name begins with a dot.
func (t *folderTree) under(root *folder, value string) *folder {
	if value == "" {
		return nil
	}
	name := path.Join(root.name, cleanRoot(value))
	if f := t.folderAt(name); f != nil || t.whyLeftOut(name) != "" {
		return f
	}
	return t.otherTree(name)
}

// whyLeftOut returns why nothing in a folder of the repository is read, "" where its name
// may only begin with a dot, or nothing is there.
func (t *folderTree) whyLeftOut(name string) message.ID {
	between := foldersBetween(t.repo, name)
	if len(between) == 0 {
		return ""
	}
	for _, folder := range append(between[1:], name) {
		switch reason := neverRead(path.Base(folder)); {
		case reason != "":
			return reason
		case t.excluded(folder):
			return skipExcluded
		case t.ignores(t.rulesAbove(folder), folder):
			return skipIgnored
		}
	}
	return ""
}
