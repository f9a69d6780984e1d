package machine

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path"
	"strings"
)

// maxFile bounds what ReadInto takes into memory. The largest source met in
// real projects has 1.3 MB.
const maxFile = 64 << 20

// errTooLarge is what ReadInto says of a file above maxFile.
var errTooLarge = errors.New("file is larger than 64 MiB")

// FileSystem is the machine's file system, rooted at "/". Names are absolute,
// '/' separated and without the leading slash ("C:/…" on Windows, see windows.go). Unlike
// fs.ValidPath asks, a name need not be UTF-8: files named in GBK are met on
// Chinese machines and must not be lost.
type FileSystem struct{}

var (
	_ fs.ReadDirFS  = FileSystem{}
	_ fs.StatFS     = FileSystem{}
	_ fs.ReadLinkFS = FileSystem{}
)

// cleaned returns a name without empty parts, "." and "..".
func cleaned(name string) string {
	if name = strings.TrimPrefix(path.Clean("/"+name), "/"); name == "" {
		return "."
	}
	return name
}

// Open opens the named file or folder for reading.
func (FileSystem) Open(name string) (fs.File, error) {
	path, err := osPath("open", name)
	if err != nil {
		return nil, err
	}
	f, err := os.Open(path)
	if err != nil {
		return nil, err // a nil *os.File in an fs.File would not be nil
	}
	return f, nil
}

// ReadDir returns the folder's entries, sorted by name.
func (FileSystem) ReadDir(name string) ([]fs.DirEntry, error) {
	path, err := osPath("readdir", name)
	if err != nil {
		return nil, err
	}
	return os.ReadDir(path)
}

// Stat describes the named file, and what a symbolic link leads to.
func (FileSystem) Stat(name string) (fs.FileInfo, error) {
	path, err := osPath("stat", name)
	if err != nil {
		return nil, err
	}
	return os.Stat(path)
}

// Lstat describes the named file; of a symbolic link, the link itself.
func (FileSystem) Lstat(name string) (fs.FileInfo, error) {
	path, err := osPath("lstat", name)
	if err != nil {
		return nil, err
	}
	return os.Lstat(path)
}

// ReadLink returns where a symbolic link points, as it is written there.
func (FileSystem) ReadLink(name string) (string, error) {
	path, err := osPath("readlink", name)
	if err != nil {
		return "", err
	}
	target, err := os.Readlink(path)
	return linkTarget(target), err
}

// ReadInto returns the whole content of the named file in buf's memory, which
// grows where it is too small. It asks the system for the bytes and nothing
// else: no size, no poller (os.ReadFile in a loop costs half as much again).
// Errors are of type *fs.PathError.
func (FileSystem) ReadInto(name string, buf []byte) ([]byte, error) {
	path, err := osPath("read", name)
	if err != nil {
		return nil, err
	}
	data, err := readFile(path, buf[:0])
	if err != nil {
		return nil, &fs.PathError{Op: "read", Path: path, Err: err}
	}
	return data, nil
}

// readAll appends what read gives to buf until the end of the file. read
// returns 0 and no error (or io.EOF) there.
func readAll(read func([]byte) (int, error), buf []byte) ([]byte, error) {
	for {
		if len(buf) == cap(buf) {
			buf = append(buf, make([]byte, max(4096, len(buf)))...)[:len(buf)]
		}
		n, err := read(buf[len(buf):cap(buf)])
		buf = buf[:len(buf)+max(n, 0)]
		switch {
		case errors.Is(err, io.EOF) || n == 0 && err == nil:
			return buf, nil
		case err != nil:
			return nil, err
		case len(buf) > maxFile:
			return nil, errTooLarge
		}
	}
}

// osPath turns a name into a path of the machine. Names that leave the root
// are refused, as fs.FS asks.
func osPath(op, name string) (string, error) {
	path, ok := toPath(name)
	if !ok || name == "" || strings.HasPrefix(name, "/") || leavesRoot(name) {
		return "", &fs.PathError{Op: op, Path: name, Err: fmt.Errorf("%w: not a name below the root", fs.ErrInvalid)}
	}
	return path, nil
}

func leavesRoot(name string) bool {
	return name == ".." || strings.HasPrefix(name, "../") || strings.HasSuffix(name, "/..") || strings.Contains(name, "/../")
}
