package miniprogram

import (
	"io"
	"io/fs"
	"os"
	"path/filepath"
)

// osFS is the file system of the machine as package cli passes it: rooted at "/",
// with a fast way to read.
type osFS struct{}

func (osFS) path(name string) string                      { return filepath.FromSlash("/" + name) }
func (o osFS) Open(name string) (fs.File, error)          { return os.Open(o.path(name)) }
func (o osFS) ReadDir(name string) ([]fs.DirEntry, error) { return os.ReadDir(o.path(name)) }
func (o osFS) Stat(name string) (fs.FileInfo, error)      { return os.Stat(o.path(name)) }
func (o osFS) Lstat(name string) (fs.FileInfo, error)     { return os.Lstat(o.path(name)) }
func (o osFS) ReadLink(name string) (string, error)       { return os.Readlink(o.path(name)) }

func (o osFS) ReadInto(name string, buf []byte) ([]byte, error) {
	return readRaw(o.path(name), buf[:0])
}

// appendAll appends what is read to buf, up to the end of the file.
func appendAll(read func([]byte) (int, error), buf []byte) ([]byte, error) {
	for {
		if len(buf) == cap(buf) {
			buf = append(buf, make([]byte, max(4096, len(buf)))...)[:len(buf)]
		}
		n, err := read(buf[len(buf):cap(buf)])
		buf = buf[:len(buf)+max(n, 0)]
		if err == io.EOF || n == 0 && err == nil {
			return buf, nil
		}
		if err != nil {
			return nil, err
		}
	}
}
