package machine_test

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"testing"

	"github.com/beianlint/beianlint/lint/cli/machine"
)

func TestReplace(t *testing.T) {
	dir := t.TempDir()
	file, link := filepath.Join(dir, "hosts.json"), filepath.Join(dir, "link.json")
	if err := os.WriteFile(file, []byte("old"), 0o600); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink(file, link); err != nil {
		t.Skip(err)
	}
	if err := (machine.FileSystem{}).Replace(machine.Name(link), []byte("new")); err != nil {
		t.Fatal(err)
	}
	info, err := os.Lstat(link)
	if err != nil || info.Mode()&fs.ModeSymlink == 0 {
		t.Errorf("the link is gone: %v, %v", info, err)
	}
	if data, err := os.ReadFile(file); string(data) != "new" {
		t.Errorf("%q, %v", data, err)
	}
	if info, err := os.Stat(file); err != nil || info.Mode().Perm() != 0o600 {
		t.Errorf("the mode has changed: %v, %v", info.Mode(), err)
	}
	alone(t, dir, 2)
}

// A folder cannot be renamed over: nothing is left behind.
func TestReplaceFails(t *testing.T) {
	dir := t.TempDir()
	if err := (machine.FileSystem{}).Replace(machine.Name(filepath.Join(dir, "none", "a.json")), nil); err == nil {
		t.Error("the folder is not there")
	}
	if err := os.Mkdir(filepath.Join(dir, "folder"), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := (machine.FileSystem{}).Replace(machine.Name(filepath.Join(dir, "folder")), []byte("new")); err == nil {
		t.Error("it is a folder")
	}
	alone(t, dir, 1)
}

// Writable leaves nothing behind, and gives one name to one file.
func TestWritable(t *testing.T) {
	dir := t.TempDir()
	if err := os.MkdirAll(filepath.Join(dir, "real", "folder"), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(dir, "real", "file"), []byte("old"), 0o444); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink(filepath.Join(dir, "real"), filepath.Join(dir, "link")); err != nil {
		t.Skip(err)
	}
	for _, c := range []struct {
		name, same string
		ok         bool
	}{
		{"real/new", "link/new", true},
		{"real/file", "link/file", true},
		{"real/folder", "link/folder", false},
		{"none/new", "none/new", false},
		{"real/file/new", "real/file/new", false},
	} {
		one, err := machine.FileSystem{}.Writable(machine.Name(filepath.Join(dir, c.name)))
		other, _ := machine.FileSystem{}.Writable(machine.Name(filepath.Join(dir, c.same)))
		if (err == nil) != c.ok || one != other {
			t.Errorf("%s: %q and %q, %v", c.name, one, other, err)
		}
	}
	alone(t, filepath.Join(dir, "real"), 2)
	if name, err := (machine.FileSystem{}).Writable(machine.Name(os.DevNull)); err != nil || name == "" {
		t.Errorf("a device: %q, %v", name, err)
	}
}

func TestCreate(t *testing.T) {
	dir := t.TempDir()
	name := machine.Name(filepath.Join(dir, ".github", "workflows", "a.yml"))
	if err := (machine.FileSystem{}).Create(name, []byte("first")); err != nil {
		t.Fatal(err)
	}
	if err := (machine.FileSystem{}).Create(name, []byte("second")); !errors.Is(err, fs.ErrExist) {
		t.Errorf("got %v, want %v", err, fs.ErrExist)
	}
	if data, err := os.ReadFile("/" + name); string(data) != "first" && err == nil {
		t.Errorf("%q, %v", data, err)
	}
}

// alone fails when the folder holds more than it should, such as temporary files.
func alone(t *testing.T, dir string, want int) {
	t.Helper()
	entries, err := os.ReadDir(dir)
	if err != nil || len(entries) != want {
		t.Errorf("%d files in the folder, want %d (%v)", len(entries), want, err)
	}
}
