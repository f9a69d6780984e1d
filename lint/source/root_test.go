package source_test

import (
	"fmt"
	"io/fs"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/beianlint/beianlint/lint/message"
	"github.com/beianlint/beianlint/lint/source"
)

// linked is a file system in which links are only told of, as on a machine, where a
// circle is an error and not the end of the process.
type linked struct{ files fstest.MapFS }

func (l linked) Open(name string) (fs.File, error) {
	if _, err := l.ReadLink(name); err == nil {
		return nil, fs.ErrInvalid
	}
	return l.files.Open(name)
}

func (l linked) Lstat(name string) (fs.FileInfo, error) { return l.files.Lstat(name) }

func (l linked) ReadLink(name string) (string, error) {
	if f := l.files[name]; f != nil && f.Mode&fs.ModeSymlink != 0 {
		return string(f.Data), nil
	}
	return "", fs.ErrInvalid
}

func link(target string) *fstest.MapFile {
	return &fstest.MapFile{Data: []byte(target), Mode: fs.ModeSymlink}
}

func text(s string) *fstest.MapFile { return &fstest.MapFile{Data: []byte(s)} }

var linkedFiles = linked{fstest.MapFS{
	"w/r/a.txt": text("A"), "w/r/d/b.txt": text("B"), "w/out.txt": text("OUT"),
	"w/r/to-b": link("d/b.txt"), "w/r/to-d": link("d"), "w/r/d/up": link("../a.txt"), "w/r/chain": link("to-d/up"),
	"w/r/out": link("../out.txt"), "w/r/abs": link("/w/r/a.txt"), "w/r/abs-out": link("/w/out.txt"), "w/r/windows": link(`d\b.txt`), "w/r/drive": link(`C:\b.txt`),
	"w/r/self": link("self"), "w/r/ping": link("pong"), "w/r/pong": link("ping"), "w/r/back": link("../r/a.txt"),
	"w/r/gone": link("nothing"), "w/r/text.txt": text("d/b.txt"), "w/r/text-out.txt": text("../out.txt"), "w/r/text-gone.txt": text("./nothing.txt"),
	"w/r/plain.txt": text("example.txt"), "w/r/long.txt": text(strings.Repeat("d/../", 300) + "d/b.txt"), "w/r/text.csv": text("d/b.txt"), "w/r/line.txt": text("d/b.txt\n"),
}}

func TestResolve(t *testing.T) {
	root := source.Root{FS: linkedFiles, Folder: "w/r"}
	for name, want := range map[string]string{
		"w/r/a.txt": "w/r/a.txt", "w/r/to-b": "w/r/d/b.txt", "w/r/to-d/b.txt": "w/r/d/b.txt", "w/r/chain": "w/r/a.txt", "w/r/back": "w/r/a.txt",
		"w/r/abs": "w/r/a.txt", "w/r/windows": "w/r/d/b.txt", "w/r/gone": "w/r/nothing",
		"w/r/out": "", "w/r/abs-out": "", "w/r/drive": "", "w/r/self": "", "w/r/ping": "", "w/r/../out.txt": "", "w/out.txt": "",
	} {
		real, ok := root.Resolve(name)
		if ok != (want != "") || ok && real != want {
			t.Errorf("%s leads to %s, %v; want %s", name, real, ok, want)
		}
	}
}

func TestRootRead(t *testing.T) {
	root := source.Root{FS: linkedFiles, Folder: "w/r"}
	for name, want := range map[string]string{
		"w/r/a.txt": "A", "w/r/to-b": "B", "w/r/text.txt": "B", "w/r/plain.txt": "example.txt", "w/r/text.csv": "d/b.txt", "w/r/line.txt": "d/b.txt\n",
		"w/r/out": "it leads out of", "w/r/text-out.txt": "it leads out of", "w/r/../out.txt": "it leads out of", "w/out.txt": "it leads out of",
		"w/r/text-gone.txt": "there is no such file", "w/r/gone": "there is no such file", "w/r/d": "it is not a file", "w/r/self": "it leads out of",
	} {
		f, problem := root.Read(name, 100, "list.unreadable")
		got := ""
		if problem != nil {
			got = problem.Args[1].(message.Text).In(message.English)
		} else {
			got = string(f.Bytes)
		}
		if !strings.HasPrefix(got, want) {
			t.Errorf("%s: %q, want %q", name, got, want)
		}
	}
	if f, problem := root.Read("w/r/long.txt", 2000, "list.unreadable"); problem != nil || len(f.Bytes) < 1500 {
		t.Error("a long text is taken for a link")
	}
	if _, problem := root.Read("w/r/line.txt", 3, "list.unreadable"); problem == nil {
		t.Error("a file above the limit is read")
	}
}

// without is a file system that knows no links.
type without struct{ files fstest.MapFS }

func (w without) Open(name string) (fs.File, error) { return w.files.Open(name) }

func TestRootWithoutLinks(t *testing.T) {
	root := source.Root{FS: without{fstest.MapFS{"w/r/d/a.txt": text("A"), "w/out/a.txt": text("OUT")}}, Folder: "w/r"}
	for name, want := range map[string]bool{"w/r/d": true, "w/out": false, "w/r/../out": false} {
		_, problem := root.Read(name+"/a.txt", 100, "list.unreadable")
		_, err := root.Stat(name + "/a.txt")
		entries, _ := root.ReadDir(name)
		if (problem == nil) != want || (err == nil) != want || (len(entries) == 1) != want {
			t.Errorf("%s: read %v, described %v, listed %v; want %v", name, problem == nil, err == nil, entries, want)
		}
	}
}

// What lies outside is not told of either, and a link leads to what it is a link to.
func TestRootStat(t *testing.T) {
	root := source.Root{FS: linkedFiles, Folder: "w/r"}
	for name, want := range map[string]bool{"w/r/a.txt": true, "w/r/to-b": true, "w/r/to-d": true, "w/r/out": false, "w/r/abs-out": false, "w/out.txt": false, "w/r/self": false} {
		if _, err := root.Stat(name); (err == nil) != want {
			t.Errorf("Stat(%s): %v", name, err)
		}
	}
	for name, want := range map[string]bool{"w/r/d": true, "w/r/to-d": true, "w": false, "w/r/to-d/../..": false} {
		if entries, _ := root.ReadDir(name); (len(entries) > 0) != want {
			t.Errorf("ReadDir(%s): %v", name, entries)
		}
	}
}

func TestRootFor(t *testing.T) {
	for name, want := range map[string]string{"w/r/a": "w/r", "w/r": "w/r", "w/r/../x": ".", "w/rr/a": ".", "x": "."} {
		if got := source.RootFor(linkedFiles, "w/r", name).Folder; got != want {
			t.Errorf("%s may be read within %s, want %s", name, got, want)
		}
	}
}

// TestHops: a name leads through so many links.
func TestHops(t *testing.T) {
	files := fstest.MapFS{"r/l0": text("A")}
	for i := range 41 {
		files[fmt.Sprintf("r/l%d", i+1)] = link(fmt.Sprintf("l%d", i))
	}
	root := source.Root{FS: linked{files}, Folder: "r"}
	for name, want := range map[string]bool{"r/l40": true, "r/l41": false} {
		if _, ok := root.Resolve(name); ok != want {
			t.Errorf("%s leads to a file: %v", name, ok)
		}
	}
}
