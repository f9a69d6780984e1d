package miniprogram

import (
	"io/fs"
	"slices"
	"strings"

	"github.com/beianlint/beianlint/lint/source"
)

// walked returns the folder of exactly that fs name that the first walk has read, without a
// link on the way; nil for any other. What it says of a folder needs no question to the
// file system.
func (i *importer) walked(name string) *folder {
	rel, ok := source.Under(name, i.top.name)
	if !ok || !i.plain() {
		return nil
	}
	f := i.top
	if rel == "." {
		return f
	}
	for part := range strings.SplitSeq(rel, "/") {
		e := f.find(part)
		if e == nil || e.folder == nil {
			return nil
		}
		f = e.folder
	}
	return f
}

// inWhole is walked for a folder of which nothing was left out.
func (i *importer) inWhole(name string) *folder {
	if f := i.walked(name); f != nil && !f.partial && f.err == nil {
		return f
	}
	return nil
}

// isPlain reports whether the folder that was walked first is where its name says, and
// may be read.
func (t *folderTree) isPlain() bool {
	if _, links := t.fsys.(fs.ReadLinkFS); !links {
		return true
	}
	real, ok := t.resolve(t.top.name)
	return ok && real == t.top.name && !t.inSkipped(real)
}

// listing returns what the walk has found in the folder.
func (f *folder) listing() *listing {
	l := &listing{names: make([]string, len(f.entries)), modes: make([]fs.FileMode, len(f.entries))}
	ordered := true
	for i, e := range f.entries {
		l.names[i] = e.name
		switch {
		case e.folder != nil:
			l.names[i], l.modes[i] = e.name+"/", fs.ModeDir
		case e.link:
			l.modes[i] = fs.ModeSymlink
		}
		ordered = ordered && (i == 0 || l.names[i-1] < l.names[i])
	}
	if !ordered { // "a.b" and "a/"
		l.sort()
	}
	return l
}

// sort puts the names in order.
func (l *listing) sort() {
	type row struct {
		name string
		mode fs.FileMode
	}
	rows := make([]row, len(l.names))
	for i := range rows {
		rows[i] = row{l.names[i], l.modes[i]}
	}
	slices.SortStableFunc(rows, func(a, b row) int { return strings.Compare(a.name, b.name) })
	for i, r := range rows {
		l.names[i], l.modes[i] = r.name, r.mode
	}
}
