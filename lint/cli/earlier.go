package cli

import (
	"bytes"
	"io"
	"io/fs"
	"path"
	"slices"
	"strings"
	"time"

	"github.com/beianlint/beianlint/lint/change"
)

// earlier is the file system as it was at a revision: what git did not know then is not
// there, what has changed since has the content that it had. Links are followed as they
// are today.
type earlier struct {
	fs.FS
	set     *change.Set
	files   map[string][]byte          // by fs name
	folders map[string]map[string]bool // what lay in a folder by name: true for a folder
}

// newEarlier returns the file system with the files that were different.
func newEarlier(fsys fs.FS, set *change.Set, files map[string][]byte) *earlier {
	e := &earlier{FS: fsys, set: set, files: files, folders: map[string]map[string]bool{}}
	for name := range files {
		for at, isFolder := name, false; at != "."; at, isFolder = path.Dir(at), true {
			folder := path.Dir(at)
			if e.folders[folder] == nil {
				e.folders[folder] = map[string]bool{}
			}
			e.folders[folder][path.Base(at)] = isFolder
		}
	}
	return e
}

// Open opens a file or a folder as it was.
func (e *earlier) Open(name string) (fs.File, error) {
	if info := e.info(name); info != nil && !info.isFolder {
		return &openedEarlier{info, bytes.NewReader(info.content)}, nil
	}
	info, err := e.Stat(name)
	switch {
	case err != nil:
		return nil, err
	case info.IsDir():
		entries, err := e.ReadDir(name)
		return &openedFolder{info, entries}, err
	}
	return e.FS.Open(name)
}

// Stat describes a file or a folder as it was.
func (e *earlier) Stat(name string) (fs.FileInfo, error) { return e.describe("stat", name, fs.Stat) }

// Lstat is Stat of a link itself.
func (e *earlier) Lstat(name string) (fs.FileInfo, error) { return e.describe("lstat", name, fs.Lstat) }

func (e *earlier) describe(op, name string, today func(fs.FS, string) (fs.FileInfo, error)) (fs.FileInfo, error) {
	if info := e.info(name); info != nil {
		return info, nil
	}
	if e.set.Appeared(name) {
		return nil, gone(op, name)
	}
	return today(e.FS, name)
}

// ReadLink returns where a link leads that was one and is.
func (e *earlier) ReadLink(name string) (string, error) {
	if e.info(name) != nil || e.set.Appeared(name) {
		return "", gone("readlink", name)
	}
	return fs.ReadLink(e.FS, name)
}

// ReadDir lists a folder as it was, by name.
func (e *earlier) ReadDir(name string) ([]fs.DirEntry, error) {
	today, err := fs.ReadDir(e.FS, name)
	was := e.folders[name]
	if err != nil && was == nil {
		return nil, err
	}
	entries := slices.DeleteFunc(today, func(d fs.DirEntry) bool {
		at := path.Join(name, d.Name())
		return e.info(at) != nil || !d.IsDir() && e.set.Appeared(at)
	})
	for base := range was {
		if info := e.info(path.Join(name, base)); info != nil {
			entries = append(entries, fs.FileInfoToDirEntry(info))
		}
	}
	slices.SortStableFunc(entries, func(a, b fs.DirEntry) int { return strings.Compare(a.Name(), b.Name()) })
	return entries, nil
}

// info describes a file that was different, or a folder that is gone with one; nil for
// none.
func (e *earlier) info(name string) *earlierInfo {
	isFolder, ok := e.folders[path.Dir(name)][path.Base(name)]
	if !ok || path.Clean(name) != name || name == "." {
		return nil
	}
	if today, err := fs.Stat(e.FS, name); isFolder && err == nil && today.IsDir() {
		return nil
	}
	return &earlierInfo{path.Base(name), e.files[name], isFolder}
}

func gone(op, name string) error { return &fs.PathError{Op: op, Path: name, Err: fs.ErrNotExist} }

// earlierInfo describes what was different.
type earlierInfo struct {
	name     string
	content  []byte
	isFolder bool
}

func (i *earlierInfo) Name() string       { return i.name }
func (i *earlierInfo) Size() int64        { return int64(len(i.content)) }
func (i *earlierInfo) ModTime() time.Time { return time.Time{} }
func (i *earlierInfo) IsDir() bool        { return i.isFolder }
func (i *earlierInfo) Sys() any           { return nil }
func (i *earlierInfo) Mode() fs.FileMode {
	if i.isFolder {
		return fs.ModeDir | 0o755
	}
	return 0o644
}

// openedEarlier is a file that was different, open for reading.
type openedEarlier struct {
	*earlierInfo
	io.Reader
}

func (o *openedEarlier) Stat() (fs.FileInfo, error) { return o.earlierInfo, nil }
func (o *openedEarlier) Close() error               { return nil }

// openedFolder is a folder, open for reading.
type openedFolder struct {
	fs.FileInfo
	rest []fs.DirEntry
}

func (o *openedFolder) Stat() (fs.FileInfo, error) { return o.FileInfo, nil }
func (o *openedFolder) Close() error               { return nil }
func (o *openedFolder) Read([]byte) (int, error) {
	return 0, &fs.PathError{Op: "read", Path: o.Name(), Err: fs.ErrInvalid}
}

// ReadDir lists the next n entries, or all that are left.
func (o *openedFolder) ReadDir(n int) ([]fs.DirEntry, error) {
	if n > 0 && len(o.rest) == 0 {
		return nil, io.EOF
	}
	if n <= 0 || n > len(o.rest) {
		n = len(o.rest)
	}
	next := o.rest[:n]
	o.rest = o.rest[n:]
	return next, nil
}
