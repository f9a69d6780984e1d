// Package dropped is the file system of what somebody drops on the playground's page:
// a folder, whose files the browser hands over, or an archive. It lies in memory, holds
// names and sizes, and reads a file when it is asked for.
package dropped

import (
	"bytes"
	"errors"
	"io"
	"io/fs"
	"path"
	"slices"
	"strings"
	"sync"
	"time"
)

// The bounds of what is taken. What comes from a browser is as hostile as any
// repository, and one tab has to live with it.
const (
	MaxFiles = 200_000
	maxFile  = 128 << 20 // of a file; beyond that no list is read either
	maxRead  = 512 << 20 // of all that is read in one run
	maxName  = 1 << 10   // of a path, in bytes
)

// ErrTooMany says that there are more files than a page can hold.
var ErrTooMany = errors.New("more than 200,000 files")

var (
	errTooLarge = errors.New("more than 128 MiB")
	errBudget   = errors.New("the files that were read have more than 512 MiB")
)

// File is one that was dropped.
type File struct {
	Name string // relative, with '/'
	Size int64  // as the browser or the archive gives it
	Read func() ([]byte, error)
}

// Tree is an fs.FS, from which several goroutines can read once its files are there. The
// zero Tree is not one: see New.
type Tree struct {
	Refused int    // files whose names lead elsewhere or clash with another
	OnRead  func() // is called for each file that is read, one at a time; nil calls nobody

	root  *node
	files int

	mu   sync.Mutex // guards read, the entries listed, and the calls of OnRead
	read int64      // bytes
}

// node is a file, or a folder if it has no file.
type node struct {
	name    string
	file    *File
	entries map[string]*node
	listed  []fs.DirEntry // entries in order, once they were asked for
}

// New returns a tree without files.
func New() *Tree { return &Tree{root: folder(".")} }

func folder(name string) *node { return &node{name: name, entries: map[string]*node{}} }

// Files counts the files of the tree.
func (t *Tree) Files() int { return t.files }

// Add puts a file below a folder of the tree. A name that leads out of it is refused,
// and so is one that is taken.
func (t *Tree) Add(below string, f File) error {
	if t.files >= MaxFiles {
		return ErrTooMany
	}
	if !t.put(path.Join(below, f.Name), f) {
		t.Refused++
	}
	return nil
}

func (t *Tree) put(name string, f File) bool {
	if !fs.ValidPath(f.Name) || f.Name == "." || len(name) > maxName || strings.ContainsRune(name, 0) {
		return false
	}
	at := t.root
	parts := strings.Split(name, "/")
	base := parts[len(parts)-1]
	for _, part := range parts[:len(parts)-1] {
		next := at.entries[part]
		if next == nil {
			next = folder(part)
			at.entries[part] = next
		}
		if next.file != nil {
			return false
		}
		at, at.listed = next, nil
	}
	if at.entries[base] != nil {
		return false
	}
	at.entries[base] = &node{name: base, file: &f}
	at.listed = nil
	t.files++
	return true
}

// Top returns the names at the root, in order.
func (t *Tree) Top() (names []string) {
	for _, e := range t.list(t.root) {
		names = append(names, e.Name())
	}
	return names
}

func (t *Tree) find(op, name string) (*node, error) {
	if !fs.ValidPath(name) {
		return nil, &fs.PathError{Op: op, Path: name, Err: fs.ErrInvalid}
	}
	at := t.root
	for part := range strings.SplitSeq(name, "/") {
		if part == "." {
			continue
		}
		if at = at.entries[part]; at == nil {
			return nil, &fs.PathError{Op: op, Path: name, Err: fs.ErrNotExist}
		}
	}
	return at, nil
}

// Stat returns what is known of a file or folder.
func (t *Tree) Stat(name string) (fs.FileInfo, error) {
	n, err := t.find("stat", name)
	if err != nil {
		return nil, err
	}
	return info{n}, nil
}

// ReadDir lists a folder.
func (t *Tree) ReadDir(name string) ([]fs.DirEntry, error) {
	n, err := t.find("readdir", name)
	if err == nil && n.file != nil {
		err = &fs.PathError{Op: "readdir", Path: name, Err: errors.New("not a folder")}
	}
	if err != nil {
		return nil, err
	}
	return slices.Clone(t.list(n)), nil
}

// Open opens a file, which is read now, or a folder.
func (t *Tree) Open(name string) (fs.File, error) {
	n, err := t.find("open", name)
	if err != nil {
		return nil, err
	}
	if n.file == nil {
		return &openFolder{info: info{n}, left: t.list(n)}, nil
	}
	data, err := t.content(n.file)
	if err != nil {
		return nil, &fs.PathError{Op: "read", Path: name, Err: err}
	}
	return &openFile{info{n}, bytes.NewReader(data)}, nil
}

// content reads a file within the bounds.
func (t *Tree) content(f *File) ([]byte, error) {
	if err := t.spend(f.Size); err != nil {
		return nil, err
	}
	data, err := f.Read()
	if err == nil && int64(len(data)) > f.Size {
		err = errSize
	}
	return data, err
}

// spend counts a file of some bytes among those that are read.
func (t *Tree) spend(size int64) error {
	t.mu.Lock()
	defer t.mu.Unlock()
	if t.OnRead != nil {
		t.OnRead()
	}
	switch {
	case size > maxFile:
		return errTooLarge
	case t.read+size > maxRead:
		return errBudget
	}
	t.read += size
	return nil
}

// Rewind lets another run read as much again.
func (t *Tree) Rewind() {
	t.mu.Lock()
	defer t.mu.Unlock()
	t.read = 0
}

func (t *Tree) list(n *node) []fs.DirEntry {
	t.mu.Lock()
	defer t.mu.Unlock()
	if n.listed == nil {
		for _, e := range n.entries {
			n.listed = append(n.listed, fs.FileInfoToDirEntry(info{e}))
		}
		slices.SortFunc(n.listed, func(a, b fs.DirEntry) int { return strings.Compare(a.Name(), b.Name()) })
	}
	return n.listed
}

// info is what is known of a node. Nothing here has a time.
type info struct{ *node }

func (i info) Name() string       { return i.name }
func (i info) IsDir() bool        { return i.file == nil }
func (i info) ModTime() time.Time { return time.Time{} }
func (i info) Sys() any           { return nil }

func (i info) Mode() fs.FileMode {
	if i.IsDir() {
		return fs.ModeDir | 0o555
	}
	return 0o444
}

func (i info) Size() int64 {
	if i.IsDir() {
		return 0
	}
	return i.file.Size
}

type openFile struct {
	info
	*bytes.Reader
}

func (f *openFile) Stat() (fs.FileInfo, error) { return f.info, nil }
func (f *openFile) Close() error               { return nil }
func (f *openFile) Size() int64                { return f.info.Size() }

type openFolder struct {
	info
	left []fs.DirEntry
}

func (f *openFolder) Stat() (fs.FileInfo, error) { return f.info, nil }
func (f *openFolder) Close() error               { return nil }

func (f *openFolder) Read([]byte) (int, error) {
	return 0, &fs.PathError{Op: "read", Path: f.name, Err: errors.New("is a folder")}
}

// ReadDir returns the next n entries, or all that are left.
func (f *openFolder) ReadDir(n int) ([]fs.DirEntry, error) {
	if n > 0 && len(f.left) == 0 {
		return nil, io.EOF
	}
	if n <= 0 || n > len(f.left) {
		n = len(f.left)
	}
	next := slices.Clone(f.left[:n])
	f.left = f.left[n:]
	return next, nil
}
