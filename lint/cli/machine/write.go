package machine

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"syscall"
)

// Replace writes beside the file and renames, which readers see as one step.
func (FileSystem) Replace(name string, data []byte) error {
	path, err := osPath("write", name)
	if err != nil {
		return err
	}
	path = followed(path)
	mode := fs.FileMode(0o644)
	if info, err := os.Stat(path); err == nil {
		if !info.Mode().IsRegular() {
			return os.WriteFile(path, data, mode) // a device or a pipe cannot be renamed over
		}
		mode = info.Mode().Perm()
	}
	temp, err := draft(path)
	if err != nil {
		return err
	}
	err = fill(temp, data, mode)
	return files.end(temp, func() error {
		if err == nil {
			err = os.Rename(temp.Name(), path)
		}
		return kept(temp, err)
	})
}

// temporary are the names of files that become others when they are complete.
const temporary = ".beianlint-*"

// draft makes a file beside the one that is meant.
func draft(path string) (*os.File, error) {
	return files.begin(func() (*os.File, error) { return os.CreateTemp(filepath.Dir(path), temporary) })
}

// Writable makes a file beside the one that is meant and removes it: the only
// answer that holds for permissions, full disks and read-only ones alike.
func (FileSystem) Writable(name string) (target string, err error) {
	path, err := osPath("write", name)
	if err != nil {
		return "", err
	}
	path = followed(path)
	switch info, err := os.Stat(path); {
	case err == nil && info.IsDir():
		return "", &fs.PathError{Op: "write", Path: path, Err: syscall.EISDIR}
	case err == nil && !info.Mode().IsRegular():
		return Name(path), nil
	}
	temp, err := draft(path)
	if err != nil {
		return "", err
	}
	_ = temp.Close() // empty
	return Name(path), files.end(temp, func() error { return os.Remove(temp.Name()) })
}

// Remove takes away a regular file, and leaves a device or a pipe.
func (FileSystem) Remove(name string) error {
	path, err := osPath("remove", name)
	if err != nil {
		return err
	}
	info, err := os.Lstat(path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil
	case err != nil || !info.Mode().IsRegular():
		return err
	}
	return os.Remove(path)
}

// followed returns where symbolic links lead: the file's own, or those of the
// folders of a file that is not there yet.
func followed(path string) string {
	if target, err := filepath.EvalSymlinks(path); err == nil {
		return target
	}
	if dir, err := filepath.EvalSymlinks(filepath.Dir(path)); err == nil {
		return filepath.Join(dir, filepath.Base(path))
	}
	return path
}

// fill writes the file to the disk and closes it.
func fill(f *os.File, data []byte, mode fs.FileMode) error {
	_, err := f.Write(data)
	if err == nil {
		err = f.Chmod(mode)
	}
	if err == nil {
		err = f.Sync()
	}
	if closed := f.Close(); err == nil {
		err = closed
	}
	return err
}

// kept removes a file that is not what it was to be.
func kept(f *os.File, err error) error {
	if err != nil {
		_ = os.Remove(f.Name())
	}
	return err
}

// Create never touches what is there.
func (FileSystem) Create(name string, data []byte) error {
	path, err := osPath("write", name)
	if err != nil {
		return err
	}
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		return err
	}
	f, err := files.begin(func() (*os.File, error) { return os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o644) })
	if err != nil {
		return err
	}
	err = fill(f, data, 0o644)
	return files.end(f, func() error { return kept(f, err) })
}
