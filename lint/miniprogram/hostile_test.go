package miniprogram

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"

	"github.com/beianlint/beianlint/lint/message"
	"github.com/beianlint/beianlint/lint/source"
)

// brokenFS fails for some names.
type brokenFS struct {
	fstest.MapFS
	errs map[string]error
}

func (b brokenFS) Open(name string) (fs.File, error) {
	if err := b.errs[name]; err != nil {
		return nil, &fs.PathError{Op: "open", Path: name, Err: err}
	}
	return b.MapFS.Open(name)
}

func (b brokenFS) ReadDir(name string) ([]fs.DirEntry, error) {
	if err := b.errs[name]; err != nil {
		return nil, &fs.PathError{Op: "readdir", Path: name, Err: err}
	}
	return b.MapFS.ReadDir(name)
}

func TestUnreadable(t *testing.T) {
	fsys := brokenFS{
		tree("r/.git/HEAD", "r/project.config.json", "r/app.json", "r/a.js", "r/b.js", "r/locked/c.js", "r/.gitignore=a", "r/z.js"),
		map[string]error{"r/project.config.json": fs.ErrPermission, "r/a.js": fs.ErrPermission, "r/b.js": errors.New("input/output error"), "r/locked": fs.ErrPermission, "r/.gitignore": fs.ErrPermission},
	}
	r, err := Load(context.Background(), fsys, Options{Dir: "r", Base: "."})
	if err != nil {
		t.Fatal(err)
	}
	want := []string{
		"r [r] [wechat] native", "  config app.json", "  file a.js", "  file b.js", "  file z.js",
		"skip r/.git git 1", "skip r/locked unlisted 1",
		"problem r/.gitignore unreadable-file.permission",
		"problem r/a.js unreadable-file.permission",
		"problem r/b.js unreadable-file.failed",
		"problem r/locked unreadable-file.permission",
		"problem r/project.config.json unreadable-file.permission",
	}
	if diff := cmp.Diff(want, show(r)); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if got := r.Problems[2].Args; !cmp.Equal(got, []any{message.Text{EN: "input/output error", ZH: "输入输出错误"}}) {
		t.Errorf("arguments %q", got)
	}
	fsys.errs = map[string]error{"r": fs.ErrPermission}
	if _, err := Load(context.Background(), fsys, Options{Dir: "r", Base: "."}); !errors.Is(err, fs.ErrPermission) {
		t.Errorf("the folder itself: error %v", err)
	}
}

func TestTooLarge(t *testing.T) {
	fsys := tree("r/app.json", "r/a.js=x")
	fsys["r/big.js"] = &fstest.MapFile{Data: make([]byte, maxFileSize+1)}
	r := load(t, fsys, Options{Dir: "r"})
	want := []string{"r [r] [wechat] native", "  config app.json", "  file a.js", "  file big.js", "problem r/big.js unreadable-file.too-large"}
	if diff := cmp.Diff(want, show(r)); diff != "" {
		t.Error(diff)
	}
}

// large reads files fast, and scripts are too large.
type large struct{ fstest.MapFS }

func (l large) ReadInto(name string, _ []byte) ([]byte, error) {
	if strings.HasSuffix(name, ".js") {
		return make([]byte, maxFileSize+1), nil
	}
	return l.ReadFile(name)
}

func TestTooLargeReadFast(t *testing.T) {
	r, err := Load(t.Context(), large{tree("r/app.json", "r/a.js=x")}, Options{Dir: "r", Base: ".", NoIgnore: true})
	if err != nil {
		t.Fatal(err)
	}
	if p := r.Problems; len(p) != 1 || p[0].Message != "unreadable-file.too-large" {
		t.Errorf("problems %v", p)
	}
}

// The rules of a .gitignore that is too large do not count, and that is said.
func TestIgnoreIsTooLarge(t *testing.T) {
	for size, want := range map[int]int{maxIgnoreSize: 0, maxIgnoreSize + 1: 1} {
		rules := "mp/q\n" + strings.Repeat("#", size-len("mp/q\n"))
		r := load(t, tree("r/.git/HEAD", "r/mp/app.json", "r/mp/q/a.js", "r/.gitignore="+rules), Options{Dir: "r"})
		if files := len(r.Projects[0].Files); files != want || len(r.Problems) != want {
			t.Errorf("%d bytes: %d files, problems %v", size, files, r.Problems)
		}
	}
}

// Every folder is held against the patterns with wildcards: with more of them than there
// may be, a .gitignore does not count, and that is said. Plain names are looked up.
func TestIgnoreGlobsAreBounded(t *testing.T) {
	plain, half := strings.Repeat("x\n", 2*maxGlobs), strings.Repeat("x*\n", maxGlobs/2)
	for name, c := range map[string]struct {
		above, here string
		files       int
	}{
		"plain":           {plain, plain + "q\n", 0},
		"few":             {half, half + "q\n", 0},
		"too many":        {half, half + "*y\nq\n", 1},
		"too many, above": {half + half + "*y\nq\n", "", 1},
		"others count":    {"q\n", half + half + "*y\n!q\n", 0},
	} {
		r := load(t, tree("r/.git/HEAD", "r/mp/app.json", "r/mp/q/a.js", "r/.gitignore="+c.above, "r/mp/.gitignore="+c.here), Options{Dir: "r"})
		said := slices.ContainsFunc(r.Problems, func(p *source.Problem) bool { return p.Message == "unreadable-file.wildcards" })
		if files := len(r.Projects[0].Files); files != c.files || said != strings.Contains(c.above+c.here, "*y") {
			t.Errorf("%s: %d files, want %d; problems %v", name, files, c.files, r.Problems)
		}
	}
}

// endsRun is a file system in which listing a folder ends the run.
type endsRun struct {
	fstest.MapFS
	end func()
}

func (e endsRun) ReadDir(name string) ([]fs.DirEntry, error) {
	e.end()
	return e.MapFS.ReadDir(name)
}

// TestWalkStops: a run that ends while a large folder is being listed takes in no entry.
func TestWalkStops(t *testing.T) {
	fsys := tree("r/a.js", "r/b/c.js")
	ctx, cancel := context.WithCancel(t.Context())
	tree := &folderTree{omitter: &omitter{checkout: &checkout{fsys: endsRun{fsys, cancel}, repo: "r"}}, ctx: ctx, base: "r"}
	f := &folder{name: "r"}
	w := &walker{folderTree: tree}
	if w.list(f); len(f.entries) > 0 {
		t.Errorf("%d entries", len(f.entries))
	}
	if w.list(&folder{name: "nothing"}); len(tree.notes.skips) > 0 {
		t.Errorf("another folder is listed: %v", tree.notes.skips)
	}
}

func TestLinks(t *testing.T) {
	fsys := tree("r/.git/HEAD", "r/mp/app.json", "r/mp/lib/l.js", "r/shared/s.js", "r/shared/deep/d.js", "r/other/o.js", "r/node_modules/p/p.js", "out/o.js")
	for name, target := range map[string]string{
		"r/mp/shared":       "../shared",
		"r/mp/twice":        "./shared",
		"r/mp/own":          "lib",
		"r/mp/up":           "..",
		"r/mp/loop":         "loop",
		"r/mp/a":            "b",
		"r/mp/b":            "a",
		"r/mp/outside":      "../../out",
		"r/mp/single.js":    "../other/o.js",
		"r/mp/npm":          "../node_modules/p",
		"r/mp/gone.js":      "nothing.js",
		"r/mp/lib/back":     "../../shared/deep",
		"r/shared/to-mp":    "../mp",
		"r/shared/deep/top": "../../shared",
	} {
		fsys[name] = &fstest.MapFile{Data: []byte(target), Mode: fs.ModeSymlink}
	}
	r := load(t, fsys, Options{Dir: "r/mp"})
	want := []string{
		"r/mp [r/mp] [wechat] native", "  config app.json",
		"  file lib/l.js", "  file shared/deep/d.js", "  file shared/s.js", "  file single.js",
		"skip r/mp/a link-outside 1", "skip r/mp/b link-outside 1",
		"skip r/mp/gone.js link 1",
		"skip r/mp/lib/back link-twice 1",
		"skip r/mp/loop link-outside 1",
		"skip r/mp/npm link 1",
		"skip r/mp/outside link-outside 1",
		"skip r/mp/own link-twice 1",
		"skip r/mp/shared/deep/top link-twice 1",
		"skip r/mp/shared/to-mp link-twice 1",
		"skip r/mp/twice link-twice 1",
		"skip r/mp/up link-twice 1",
	}
	got := show(r)
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// opened notes what is opened.
type opened struct {
	fstest.MapFS
	names *[]string
}

func (o opened) Open(name string) (fs.File, error) {
	*o.names = append(*o.names, name)
	return o.MapFS.Open(name)
}

// TestIrregular: what is no file, folder or link is not opened, whatever asks for it:
// reading a pipe or a device may never end.
func TestIrregular(t *testing.T) {
	for _, mode := range []fs.FileMode{fs.ModeNamedPipe, fs.ModeSocket, fs.ModeDevice, fs.ModeDevice | fs.ModeCharDevice, fs.ModeIrregular} {
		fsys := tree("r/.git/HEAD", "r/package.json", "r/mp/app.json", "r/mp/a.js")
		odd := []string{
			"r/.gitignore", "r/pnpm-workspace.yaml", "r/lerna.json", "r/lib/env.js", "r/lib/package.json",
			"r/mp/.gitignore", "r/mp/.env", "r/mp/app.js", "r/mp/ext.json", "r/mp/project.config.json", "r/mp/tsconfig.json", "r/mp/vite.config.js", "r/mp/p/.gitignore",
		}
		for _, name := range odd {
			fsys[name] = &fstest.MapFile{Mode: mode}
		}
		for name, target := range map[string]string{"r/mp/l.js": "app.js", "r/mp/plugin.json": "ext.json", "r/mp/.env.pre": ".env", "r/mp/lib": "../lib"} {
			fsys[name] = &fstest.MapFile{Data: []byte(target), Mode: fs.ModeSymlink}
		}
		var names []string
		r, err := Load(t.Context(), opened{fsys, &names}, Options{Dir: "r/mp", Base: "."})
		if err != nil {
			t.Fatal(err)
		}
		p := r.Projects[0]
		for _, name := range []string{"r/lib/env.js", "r/mp/l.js", "r/mp/lib/env.js", "r/mp/app.js"} {
			if p.Import(name) != nil || p.Refused(name) == "" {
				t.Errorf("%v: %s is imported, or nobody says why not", mode, name)
			}
		}
		p.Package("x", "")
		for _, name := range append(odd, "r/mp/l.js", "r/mp/plugin.json", "r/mp/.env.pre") {
			if slices.Contains(names, name) {
				t.Errorf("%v: %s is opened", mode, name)
			}
		}
		if !slices.Contains(r.Skipped, Skip{Name: "r/mp", Reason: skipIrregular, Count: 7}) {
			t.Errorf("%v: nobody says what was left out: %v", mode, r.Skipped)
		}
	}
}

// TestLinksOutAreNotOpened: what is a link out of the repository, or into a folder that
// is never read, is not opened, whatever asks for it.
func TestLinksOutAreNotOpened(t *testing.T) {
	for _, target := range []string{"w/out", "w/r/node_modules/p"} {
		fsys := tree("w/r/.git/HEAD", "w/r/package.json", "w/r/mp/app.json", "w/r/mp/a.js", target+"/app.json", target+"/b.js", target+"/d/c.js")
		links := map[string]string{"w/r/mp/out": "", "w/r/lib": "", "w/r/mp/one.js": "/b.js", "w/r/mp/deep": "/d"}
		for _, base := range []string{".env", "ext.json", "project.config.json", "tsconfig.json", "vite.config.js", "server-domains.json", "plugin.json"} {
			links["w/r/mp/"+base] = "/app.json"
		}
		for name, to := range links {
			up := strings.Repeat("../", strings.Count(name, "/"))
			fsys[name] = &fstest.MapFile{Data: []byte(up + target + to), Mode: fs.ModeSymlink}
		}
		var names []string
		r, err := Load(t.Context(), opened{fsys, &names}, Options{Dir: "w/r/mp", Base: "."})
		if err != nil {
			t.Fatal(err)
		}
		p := r.Projects[0]
		for _, name := range []string{"w/r/mp/out/b.js", "w/r/lib/b.js", "w/r/mp/one.js", "w/r/mp/deep/c.js", "w/r/lib/d/c.js"} {
			if p.Import(name) != nil {
				t.Errorf("%s: %s is imported", target, name)
			}
		}
		for _, folder := range []string{"w/r/lib", "w/r/mp/out", "w/r/mp/deep", "w/out", "w"} {
			if list := p.List(folder); slices.Contains(list, "b.js") || slices.Contains(list, "c.js") {
				t.Errorf("%s: %s is listed: %v", target, folder, list)
			}
		}
		for _, name := range names {
			if _, isLink := links[name]; isLink || strings.HasPrefix(name, target) {
				t.Errorf("%s: %s is opened", target, name)
			}
		}
		if got := paths(p.Files); len(r.Projects) != 1 || !slices.Equal(got, []string{"a.js"}) {
			t.Errorf("%s: files %v of %v", target, got, roots(r))
		}
	}
}

// TestIgnoreIsNoLink: as for git, a .gitignore that is a link holds nothing, in the
// folder that is linted and in those above.
func TestIgnoreIsNoLink(t *testing.T) {
	for _, name := range []string{"w/r/.gitignore", "w/r/mp/.gitignore", "w/r/mp/p/.gitignore"} {
		fsys := tree("w/r/.git/HEAD", "w/r/mp/app.json", "w/r/mp/p/q/a.js", "w/ignore=q\n")
		fsys[name] = &fstest.MapFile{Data: []byte(strings.Repeat("../", strings.Count(name, "/")-1) + "ignore"), Mode: fs.ModeSymlink}
		if got := paths(only(t, fsys, Options{Dir: "w/r/mp"}).Files); len(got) != 1 {
			t.Errorf("%s is followed: files %v", name, got)
		}
	}
}

// noLinks hides that the file system knows links.
type noLinks struct{ fs.ReadDirFS }

func TestLinksUnknown(t *testing.T) {
	fsys := tree("r/app.json", "r/a/x.js")
	fsys["r/b"] = &fstest.MapFile{Data: []byte("a"), Mode: fs.ModeSymlink}
	r, err := Load(context.Background(), noLinks{fsys}, Options{Dir: "r", Base: "."})
	if err != nil {
		t.Fatal(err)
	}
	want := []string{"r [r] [wechat] native", "  config app.json", "  file a/x.js", "skip r/b link-outside 1"}
	if diff := cmp.Diff(want, show(r)); diff != "" {
		t.Error(diff)
	}
}

// TestOnDisk meets what only a disk has: links in circles, odd files, names that
// are not UTF-8.
func TestOnDisk(t *testing.T) {
	dir := t.TempDir()
	write(t, filepath.Join(dir, ".git", "HEAD"), "")
	write(t, filepath.Join(dir, "app.json"), plausible["app.json"])
	write(t, filepath.Join(dir, "页 面", "a.js"), "x")
	for name, target := range map[string]string{"loop": ".", "abs": dir, "etc": "/etc", "页 面/b.js": "a.js"} {
		if err := os.Symlink(target, filepath.Join(dir, name)); err != nil {
			t.Skip(err)
		}
	}
	latin := os.WriteFile(filepath.Join(dir, "caf\xe9.js"), nil, 0o666)
	r, err := Load(context.Background(), osFS{}, Options{Dir: fsName(dir), Base: "."})
	if err != nil {
		t.Fatal(err)
	}
	want := []string{"页 面/a.js", "页 面/b.js"}
	if latin == nil {
		want = append([]string{"caf\xe9.js"}, want...)
	}
	if diff := cmp.Diff(want, paths(r.Projects[0].Files)); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	reasons := map[string]string{}
	for _, s := range r.Skipped {
		reasons[strings.TrimPrefix(s.Name, fsName(dir)+"/")] = strings.TrimPrefix(string(s.Reason), "report.skip-")
	}
	wantReasons := map[string]string{".git": "git", "abs": "link-twice", "loop": "link-twice", "etc": "link-outside"}
	if diff := cmp.Diff(wantReasons, reasons); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func fsName(dir string) string { return strings.Trim(filepath.ToSlash(dir), "/") }

// TestManyLinks bounds links that would multiply if each was followed: 2^40 of
// them would not end.
func TestManyLinks(t *testing.T) {
	fsys := tree("r/app.json")
	for i := range 40 {
		from, to := "r/"+strings.Repeat("x", i+1), strings.Repeat("x", i+2)
		fsys[from+"/f.js"] = &fstest.MapFile{}
		fsys[from+"/a"] = &fstest.MapFile{Data: []byte("../" + to), Mode: fs.ModeSymlink}
		fsys[from+"/b"] = &fstest.MapFile{Data: []byte("../" + to), Mode: fs.ModeSymlink}
	}
	if n := len(load(t, fsys, Options{Dir: "r"}).Projects[0].Files); n != 40 {
		t.Errorf("%d files", n)
	}
}

// FuzzProjectFile looks for a project file that leads out of the repository, reads
// a file twice, or ends in a crash.
func FuzzProjectFile(f *testing.F) {
	for _, l := range append(nativeLayouts, fileLayouts...) {
		for _, file := range l.files {
			if content, ok := strings.CutPrefix(file, "r/project.config.json="); ok {
				f.Add(content)
			}
		}
	}
	f.Add(`{"miniprogramRoot":"../../out","pluginRoot":"..","cloudfunctionRoot":"/","srcMiniprogramRoot":"\\","packOptions":{"ignore":[{"type":"glob","value":"[a"}]}}`)
	f.Fuzz(func(t *testing.T, content string) {
		fsys := tree("w/r/.git/HEAD", "w/r/s/app.json", "w/r/s/a.js", "w/r/plugin/p.js", "w/r/dist/b.js", "w/out/app.json", "w/out/o.js")
		fsys["w/r/project.config.json"] = &fstest.MapFile{Data: []byte(content)}
		r := load(t, fsys, Options{Dir: "w/r"})
		seen := map[string]bool{}
		for _, p := range r.Projects {
			for _, file := range append(p.Files, p.Configs...) {
				if seen[file.Name] || !strings.HasPrefix(file.Name, "w/r/") {
					t.Errorf("%q: reads %s", content, file.Name)
				}
				seen[file.Name] = true
			}
		}
	})
}
