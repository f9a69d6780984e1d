package miniprogram

import (
	"context"
	"io/fs"
	"slices"
	"sync/atomic"
	"testing"
	"testing/fstest"

	"github.com/beianlint/beianlint/lint/message"
)

// listCounter counts how often the folder of a name is listed.
type listCounter struct {
	fstest.MapFS
	folder string
	times  atomic.Int64
}

func (l *listCounter) ReadDir(name string) ([]fs.DirEntry, error) {
	if name == l.folder {
		l.times.Add(1)
	}
	return l.MapFS.ReadDir(name)
}

// A folder that holds many mini programs is listed once for all of them: else the work
// would grow with their square. What lies in a mini program is listed anew once it is
// released: else the memory of all would be held until the end. What the walk has read in
// whole is not listed again.
func TestListedOnce(t *testing.T) {
	for folder, want := range map[string]int64{"r": 1, "r/a/lib": 0, "r/a/.lib": 2} {
		fsys := &listCounter{MapFS: tree("r/.git/HEAD", "r/a/app.json", "r/a/lib/x.js", "r/a/.lib/x.js", "r/b/app.json", "r/c/app.json"), folder: folder}
		r, err := Load(context.Background(), fsys, Options{Dir: "r", Base: "."})
		if err != nil || len(r.Projects) != 3 {
			t.Fatalf("%d mini programs, %v", len(r.Projects), err)
		}
		fsys.times.Store(0)
		for _, p := range r.Projects {
			if folder != "r" && p != r.Projects[0] {
				continue
			}
			for range 2 {
				if first, again := p.List(folder), p.List(folder); len(first) == 0 || len(again) != len(first) {
					t.Errorf("%s lists %q, then %q", folder, first, again)
				}
				p.Release()
			}
		}
		if got := fsys.times.Load(); got != want {
			t.Errorf("%s is listed %d times, want %d", folder, got, want)
		}
	}
}

// What the walk has read in whole is what the file system would say.
func TestWalkedListing(t *testing.T) {
	fsys := tree("r/.git/HEAD", "r/app.json", "r/a/b/x.js", "r/a/b.js", "r/a/b-c/y.js", "r/a/bc", "r/d/.hidden.js", "r/d/e.js", "r/node_modules/f.js")
	r, err := Load(context.Background(), fsys, Options{Dir: "r", Base: "."})
	if err != nil {
		t.Fatal(err)
	}
	for _, folder := range []string{"r/a", "r/a/b", "r/d"} {
		found, err := fs.ReadDir(fsys, folder)
		if err != nil {
			t.Fatal(err)
		}
		if got, want := r.Projects[0].List(folder), newListing(found).names; !slices.Equal(got, want) {
			t.Errorf("%s holds %q, want %q", folder, got, want)
		}
	}
}

// A folder that the one above does not hold is not looked for: a config may name
// thousands. That git would ignore it is known all the same.
func TestMissingNotListed(t *testing.T) {
	files := tree("r/.git/HEAD", "r/app.json", "r/pages/a.js")
	files["r/.gitignore"] = &fstest.MapFile{Data: []byte("built/\n")}
	fsys := &listCounter{MapFS: files, folder: "r/pages/none"}
	r, err := Load(context.Background(), fsys, Options{Dir: "r", Base: "."})
	if err != nil {
		t.Fatal(err)
	}
	p := r.Projects[0]
	if got := p.List("r/pages"); len(got) != 1 || got[0] != "a.js" {
		t.Errorf("pages holds %v", got)
	}
	if got := p.List("r/pages/none"); len(got) > 0 || fsys.times.Load() != 0 {
		t.Errorf("what is missing holds %v and was listed %d times", got, fsys.times.Load())
	}
	for name, want := range map[string]message.ID{"r/pages/none/b.js": "", "r/pages/built/b.js": skipIgnored, "r/built/b.js": skipIgnored, "r/pages/b.js": ""} {
		if got := p.Refused(name); got != want {
			t.Errorf("%s is refused for %q, want %q", name, got, want)
		}
	}
}
