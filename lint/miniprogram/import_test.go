package miniprogram

import (
	"io/fs"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"
)

// only loads a repository in which there is one mini program.
func only(t *testing.T, fsys fstest.MapFS, opt Options) *Project {
	t.Helper()
	r := load(t, fsys, opt)
	if len(r.Projects) != 1 {
		t.Fatalf("%d mini programs: %v", len(r.Projects), roots(r))
	}
	return r.Projects[0]
}

// asked says what Import gives: the kind of a file, why it is refused, or nothing.
func asked(p *Project, name string) string {
	if f := p.Import(name); f != nil {
		return f.Kind.String()
	}
	return strings.TrimPrefix(string(p.Refused(name)), "report.skip-")
}

func TestImport(t *testing.T) {
	fsys := tree("w/r/.git/HEAD", "w/r/.gitignore=/gen/\n/all/*\nenv.js\n", "w/r/mp/app.json", "w/r/mp/app.js",
		"w/r/mp/a.test.js", "w/r/mp/__tests__/a.js", "w/r/mp/.a.js", "w/r/mp/.a/b.js", "w/r/mp/b.d.ts", "w/r/mp/vite.config.js", "w/r/mp/cloudfunctions/c.js",
		"w/r/mp/node_modules/p/i.js", "w/r/gen/g.js", "w/r/all/g.js", "w/r/env.js", "w/r/lib/t.html", "w/r/lib/x.png", "w/r/lib/.env.pre",
		"w/r/lib/n.js=\x00", "w/r/lib/twin.ts", "w/r/lib/twin.js", "w/r/out/o.js", "w/o.js")
	fsys["w/r/lib/big.js"] = &fstest.MapFile{Data: make([]byte, maxFileSize+1)}
	fsys["w/r/lib/pipe.js"] = &fstest.MapFile{Mode: fs.ModeNamedPipe}
	for name, target := range map[string]string{
		"w/r/mp/l.js": "../lib/twin.js", "w/r/mp/away.js": "../../o.js", "w/r/mp/gone.js": "none.js", "w/r/mp/up": "../lib", "w/r/mp/far": "../..",
		"w/r/mp/npm.js": "node_modules/p/i.js", "w/r/mp/npm": "node_modules/p", "w/r/lib/loop": "../mp/up",
	} {
		fsys[name] = &fstest.MapFile{Data: []byte(target), Mode: fs.ModeSymlink}
	}
	p := only(t, fsys, Options{Dir: "w/r", Exclude: []string{"w/r/out"}})
	for name, want := range map[string]string{
		"w/r/mp/a.test.js": "script", "w/r/mp/__tests__/a.js": "script", "w/r/mp/.a.js": "script", "w/r/mp/.a/b.js": "script", "w/r/mp/b.d.ts": "script",
		"w/r/mp/vite.config.js": "script", "w/r/mp/cloudfunctions/c.js": "script", "w/r/env.js": "script", "w/r/mp/../lib/twin.js": "script",
		"w/r/lib/t.html": "markup", "w/r/lib/.env.pre": "dotenv", "w/r/mp/l.js": "script", "w/r/mp/up/twin.js": "script", "w/r/lib/loop/loop/loop/twin.js": "script",
		"w/r/lib/twin.ts": "", "w/r/lib/x.png": "", "w/r/lib/none.js": "", "w/r/none/a.js": "", "w/r/lib": "",
		"w/r/mp/node_modules/p/i.js": "node-modules", "w/r/node_modules/q/i.js": "node-modules", "w/r/.git/a.js": "git",
		"w/r/gen/g.js": "git-ignored", "w/r/gen/deep/g.js": "git-ignored", "w/r/all/g.js": "git-ignored", "w/r/out/o.js": "excluded",
		"w/o.js": "outside", "../o.js": "outside", "w/r/mp/away.js": "link-outside", "w/r/mp/far/o.js": "link-outside", "w/r/mp/gone.js": "link",
		"w/r/mp/npm.js": "node-modules", "w/r/mp/npm/i.js": "link", "w/r/lib/n.js": "binary", "w/r/lib/big.js": "too-large", "w/r/lib/pipe.js": "irregular",
	} {
		if got := asked(p, name); got != want {
			t.Errorf("%s: %q, want %q", name, got, want)
		}
	}
	if n := len(p.Imported); n != 14 {
		t.Errorf("%d imported: %v", n, p.Imported)
	}
	if f := p.Import("w/r/mp/l.js"); f.Name != "w/r/mp/l.js" || f != p.Import("w/r/mp/l.js") {
		t.Errorf("read twice, or under the name %s", f.Name)
	}
}

// TestImportWhatWasAskedFor: a folder that git ignores is read when it is what the
// user names, and so is everything with --no-ignore.
func TestImportWhatWasAskedFor(t *testing.T) {
	fsys := tree("r/.git/HEAD", "r/.gitignore=dist/\n", "r/dist/app.json", "r/dist/app.js", "r/dist/a.test.js", "r/dist/sub/dist/b.js")
	p := only(t, fsys, Options{Dir: "r/dist"})
	if got := asked(p, "r/dist/a.test.js"); got != "script" {
		t.Errorf("in the folder: %q", got)
	}
	if got := asked(p, "r/dist/sub/dist/b.js"); got != "git-ignored" {
		t.Errorf("ignored within it: %q", got)
	}
	p = only(t, fsys, Options{Dir: "r", NoIgnore: true})
	if got := asked(p, "r/dist/sub/dist/b.js"); got != "script" {
		t.Errorf("with NoIgnore: %q", got)
	}
}

func TestList(t *testing.T) {
	p := only(t, tree("r/app.json", "r/app.js", "r/env/.env", "r/env/a.js", "r/env/sub/b.js", "r/node_modules/x.js"), Options{Dir: "r"})
	got := p.List("r/env")
	slices.Sort(got)
	if diff := cmp.Diff([]string{".env", "a.js", "sub/"}, got); diff != "" {
		t.Error(diff)
	}
	if got := append(p.List("r/node_modules"), p.List("r/none")...); got != nil {
		t.Errorf("closed folders hold %v", got)
	}
}

// TestTextLink: where the system has no links, git writes their target as text.
func TestTextLink(t *testing.T) {
	fsys := tree("w/r/.git/HEAD", "w/r/app.json", "w/r/real.js=App({})", "w/r/app.js=real.js", "w/r/a.js=./lib/gone.js", "w/r/b.js=../../o.js", "w/r/c.js=x.y",
		"w/r/d.js=real.js\n", "w/r/e.wxml=real.js", "w/r/__tests__/f.js=../real.js", "w/r/__tests__/g.js=../gone.js", "w/o.js=secret")
	p := only(t, fsys, Options{Dir: "w/r"})
	got := map[string]string{}
	for _, f := range p.Files {
		got[f.Path] = string(f.Bytes)
	}
	want := map[string]string{"a.js": "", "app.js": "App({})", "b.js": "", "c.js": "x.y", "d.js": "real.js\n", "e.wxml": "real.js", "real.js": "App({})"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	for name, want := range map[string]string{"__tests__/f.js": "script", "__tests__/g.js": "link", "a.js": "link", "b.js": "link-outside"} {
		if got := asked(p, "w/r/"+name); got != want {
			t.Errorf("%s: %q, want %q", name, got, want)
		}
	}
}
