package machine_test

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/beianlint/beianlint/lint/cli/machine"
)

// tree makes a folder with the files and returns its name in the file system.
func tree(t *testing.T, files map[string]string) (name, dir string) {
	t.Helper()
	dir = t.TempDir()
	for file, content := range files {
		path := filepath.Join(dir, filepath.FromSlash(file))
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(content), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return machine.Name(dir), dir
}

func TestFileSystem(t *testing.T) {
	name, _ := tree(t, map[string]string{"app.json": "{}", "页面/a b.js": "x"})
	sub, err := fs.Sub(machine.FileSystem{}, name)
	if err != nil {
		t.Fatal(err)
	}
	if err := fstest.TestFS(sub, "app.json", "页面/a b.js"); err != nil {
		t.Error(err)
	}
}

func TestReadInto(t *testing.T) {
	big := strings.Repeat("0123456789", 20_000)
	name, _ := tree(t, map[string]string{"big": big, "empty": "", "small": "abc"})
	for _, buf := range [][]byte{nil, make([]byte, 0, 3), make([]byte, 7, 1<<20)} {
		for file, want := range map[string]string{"big": big, "empty": "", "small": "abc"} {
			got, err := machine.FileSystem{}.ReadInto(name+"/"+file, buf)
			if err != nil || string(got) != want {
				t.Errorf("%s into %d of %d bytes: %d bytes, error %v", file, len(buf), cap(buf), len(got), err)
			}
		}
	}
	buf := make([]byte, 0, 100)
	got, err := machine.FileSystem{}.ReadInto(name+"/small", buf)
	if err != nil || &got[0] != &buf[:1][0] {
		t.Error("the buffer's memory is not used")
	}
}

func TestReadIntoErrors(t *testing.T) {
	name, dir := tree(t, map[string]string{"a": "x"})
	for _, file := range []string{name + "/none", name, "../etc", "/etc", ""} {
		if _, err := (machine.FileSystem{}).ReadInto(file, nil); err == nil {
			t.Errorf("%q: no error", file)
		}
	}
	_, err := machine.FileSystem{}.ReadInto(name+"/none", nil)
	var p *fs.PathError
	if !errors.Is(err, fs.ErrNotExist) || !errors.As(err, &p) {
		t.Errorf("got %v, want a *fs.PathError that is fs.ErrNotExist", err)
	}
	if runtime.GOOS == "windows" {
		return
	}
	// a sparse file: larger than what is read, without taking the room
	large := filepath.Join(dir, "large")
	if err := errors.Join(os.WriteFile(large, nil, 0o644), os.Truncate(large, 65<<20)); err != nil {
		t.Fatal(err)
	}
	if _, err := (machine.FileSystem{}).ReadInto(name+"/large", nil); err == nil || !strings.Contains(err.Error(), "64 MiB") {
		t.Errorf("65 MiB: got error %v", err)
	}
}

func TestLinks(t *testing.T) {
	name, dir := tree(t, map[string]string{"a/b": "x"})
	if err := os.Symlink("a", filepath.Join(dir, "link")); err != nil {
		t.Skip(err)
	}
	fsys := machine.FileSystem{}
	if to, err := fsys.ReadLink(name + "/link"); err != nil || to != "a" {
		t.Errorf("ReadLink: %q, %v", to, err)
	}
	if info, err := fsys.Lstat(name + "/link"); err != nil || info.Mode()&fs.ModeSymlink == 0 {
		t.Errorf("Lstat: %v, %v", info, err)
	}
	if info, err := fsys.Stat(name + "/link"); err != nil || !info.IsDir() {
		t.Errorf("Stat: %v, %v", info, err)
	}
}

// TestNamesNeedNotBeUTF8: file names in GBK are files too.
func TestNamesNeedNotBeUTF8(t *testing.T) {
	name, dir := tree(t, nil)
	gbk := "\xd2\xb3\xc3\xe6.js"
	if err := os.WriteFile(filepath.Join(dir, gbk), []byte("x"), 0o644); err != nil {
		t.Skip(err)
	}
	entries, err := machine.FileSystem{}.ReadDir(name)
	if err != nil || !slices.ContainsFunc(entries, func(e fs.DirEntry) bool { return e.Name() == gbk }) {
		t.Fatalf("ReadDir: %v, %v", entries, err)
	}
	if got, err := (machine.FileSystem{}).ReadInto(name+"/"+gbk, nil); err != nil || string(got) != "x" {
		t.Errorf("ReadInto: %q, %v", got, err)
	}
}

func BenchmarkReadInto(b *testing.B) {
	name := machine.Name(b.TempDir()) + "/file"
	if err := os.WriteFile("/"+name, make([]byte, 4000), 0o644); err != nil {
		b.Skip(err)
	}
	buf := make([]byte, 0, 8192)
	for b.Loop() {
		if _, err := (machine.FileSystem{}).ReadInto(name, buf); err != nil {
			b.Fatal(err)
		}
	}
}
