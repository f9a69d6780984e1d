package miniprogram

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"path"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"

	"github.com/beianlint/beianlint/lint/message"
	"github.com/beianlint/beianlint/lint/platform"
)

// roots are the roots of what was loaded.
func roots(r *Repository) []string {
	names := []string{}
	for _, p := range r.Projects {
		names = append(names, p.Root)
	}
	return names
}

func paths(files []*File) []string {
	names := []string{}
	for _, f := range files {
		names = append(names, f.Path)
	}
	return names
}

var shops = tree(
	"w/r/.git/HEAD", "w/r/README.md", "w/r/docs/a.js", "w/r/.gitignore=/build/\nlocal\n",
	`w/r/shop/project.config.json={"miniprogramRoot":"mp"}`, "w/r/shop/mp/app.json", "w/r/shop/mp/pages/a/a.js", "w/r/shop/doc/x.md",
	"w/r/shop/mp/inner/app.json", "w/r/shop/mp/inner/b/b.js",
	"w/r/taro/package.json={\"dependencies\":{\"@tarojs/taro\":\"3\"}}", "w/r/taro/src/app.config.ts", "w/r/taro/src/pages/a.tsx",
	"w/r/ali/mini.project.json", "w/r/ali/app.json", "w/r/ali/app.acss",
	"w/r/build/app.json", "w/r/build/local/x.js", "w/r/build/a.js",
	"w/app.json", "w/app.js",
)

func TestDirChooses(t *testing.T) {
	for dir, want := range map[string][]string{
		"w/r":                          {"w/r/ali", "w/r/shop", "w/r/shop/mp/inner", "w/r/taro"},
		"w/r/README.md":                {},
		"w/r/docs":                     {},
		"w/r/shop":                     {"w/r/shop", "w/r/shop/mp/inner"},
		"w/r/shop/project.config.json": {"w/r/shop"},
		"w/r/shop/mp":                  {"w/r/shop", "w/r/shop/mp/inner"},
		"w/r/shop/mp/pages/a":          {"w/r/shop"},
		"w/r/shop/mp/pages/a/a.js":     {"w/r/shop"},
		"w/r/shop/doc":                 {"w/r/shop"},
		"w/r/shop/doc/x.md":            {"w/r/shop"},
		"w/r/shop/mp/inner/b/b.js":     {"w/r/shop/mp/inner"},
		"w/r/taro/src/pages":           {"w/r/taro"},
		"w/r/taro/src/pages/a.tsx":     {"w/r/taro"},
		"w/r/taro/src":                 {"w/r/taro"},
		"w/r/build":                    {"w/r/build"},
		"w/r/build/a.js":               {"w/r/build"},
		"w":                            {"w", "w/r/ali", "w/r/shop", "w/r/shop/mp/inner", "w/r/taro"},
	} {
		if diff := cmp.Diff(want, roots(load(t, shops, Options{Dir: dir}))); diff != "" {
			t.Errorf("%s (-want +got):\n%s", dir, diff)
		}
	}
}

func TestDirIsTheTop(t *testing.T) {
	fsys := tree(".git/HEAD", ".gitignore=/x/\n", "x/a.js", "app.json", "a/b.js")
	want := []string{". [.] [wechat] native", "  config app.json", "  file a/b.js", "skip .git git 1", "skip x git-ignored 1"}
	for _, dir := range []string{".", "a", "a/b.js"} {
		if diff := cmp.Diff(want, show(load(t, fsys, Options{Dir: dir}))); diff != "" {
			t.Errorf("%s (-want +got):\n%s", dir, diff)
		}
	}
}

func TestDirIsMissing(t *testing.T) {
	_, err := Load(context.Background(), shops, Options{Dir: "w/none"})
	if !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("error %v", err)
	}
}

func TestRepositoryRoot(t *testing.T) {
	fsys := tree("a/r/.git/HEAD", "a/r/s/.git=gitdir: x", "a/r/s/t/f.js", "a/r/u/f.js", "b/c/f.js", "a/m/.hg/x", "a/m/b/f.js", "a/v/.svn/wc.db", "a/v/b/f.js")
	for _, c := range []struct{ dir, around, want string }{
		{"a/r", "", "a/r"}, {"a/r/u", "", "a/r"}, {"a/r/s/t", "", "a/r/s"}, {"a/r/u/f.js", "", "a/r"}, {"b/c", "", "b/c"}, {"a", "", "a"}, {".", "", "."},
		{"a/m/b", "", "a/m"}, {"a/v/b", "", "a/v"},
		{"b/c", "b", "b"}, {"b/c", "b/c", "b/c"}, {"b/c", "b/c/d", "b/c"}, {"b/c", ".", "b/c"}, {"bc", "b", "bc"}, {"a/r/u", "a/r/u", "a/r"}, {"a/r/u", "a", "a/r"},
	} {
		if got := RepositoryRoot(fsys, c.dir, c.around); got != c.want {
			t.Errorf("RepositoryRoot(%q, %q) = %q, want %q", c.dir, c.around, got, c.want)
		}
	}
}

func TestPlatform(t *testing.T) {
	r := load(t, shops, Options{Dir: "w/r", Platforms: []platform.ID{platform.Alipay}})
	if diff := cmp.Diff([]string{"w/r/ali", "w/r/taro"}, roots(r)); diff != "" {
		t.Error(diff)
	}
	for _, p := range r.Projects {
		if diff := cmp.Diff([]platform.ID{platform.Alipay}, p.Platforms); diff != "" {
			t.Error(diff)
		}
	}
	// A framework builds for more than the platforms that are assumed.
	if diff := cmp.Diff([]string{"w/r/taro"}, roots(load(t, shops, Options{Dir: "w/r", Platforms: []platform.ID{"douyin"}}))); diff != "" {
		t.Error(diff)
	}
	all := load(t, shops, Options{Dir: "w/r/taro"})
	if diff := cmp.Diff([]platform.ID{platform.WeChat, platform.Alipay}, all.Projects[0].Platforms); diff != "" {
		t.Errorf("the table was changed: %s", diff)
	}
}

func TestNoIgnore(t *testing.T) {
	r := load(t, shops, Options{Dir: "w/r", NoIgnore: true})
	want := []string{"w/r/ali", "w/r/build", "w/r/shop", "w/r/shop/mp/inner", "w/r/taro"}
	if diff := cmp.Diff(want, roots(r)); diff != "" {
		t.Error(diff)
	}
}

func TestIgnoreAboveAndExclude(t *testing.T) {
	fsys := tree("r/.git/HEAD", "r/.git/info/exclude=mine\n", "r/.gitignore=*.gen/\n/a/top\n", "r/a/.gitignore=!keep.gen/\nsub\n",
		"r/a/app.json", "r/a/x.gen/x.js", "r/a/keep.gen/x.js", "r/a/top/x.js", "r/a/sub/x.js", "r/a/mine/x.js", "r/a/b/top/x.js",
		"r/a/m/.git=gitdir: ../../.git/modules/m", "r/a/m/sub/x.js", "r/a/m/.gitignore=own\n", "r/a/m/own/x.js")
	want := []string{"b/top/x.js", "keep.gen/x.js", "m/sub/x.js"}
	if diff := cmp.Diff(want, paths(load(t, fsys, Options{Dir: "r/a"}).Projects[0].Files)); diff != "" {
		t.Error(diff)
	}
}

func TestExclude(t *testing.T) {
	fsys := tree("r/.git/HEAD", "r/app.json", "r/a/x.js", "r/a/y.js", "r/b/c/x.js", "r/b/x.js", "r/old/app.json", "r/d.min.js")
	for _, c := range []struct {
		globs []string
		base  string
		want  []string
	}{
		{[]string{"a", "b/**", "old/"}, "r", []string{"d.min.js"}},
		{[]string{"**/x.js", "./old"}, "r", []string{"a/y.js", "d.min.js"}},
		{[]string{"*.{min,x}.js", "old"}, "r", []string{"a/x.js", "a/y.js", "b/c/x.js", "b/x.js"}},
		{[]string{"r/b", "r/old", "r/a"}, ".", []string{"d.min.js"}},
		{[]string{"x.js"}, "r/a", []string{"a/y.js", "b/c/x.js", "b/x.js", "d.min.js"}},
	} {
		r := load(t, fsys, Options{Dir: "r", Exclude: c.globs, Base: c.base})
		if diff := cmp.Diff(c.want, paths(r.Projects[0].Files)); diff != "" {
			t.Errorf("%q in %s (-want +got):\n%s", c.globs, c.base, diff)
		}
	}
	if _, err := Load(context.Background(), fsys, Options{Dir: "r", Exclude: []string{"a[b"}}); err == nil {
		t.Error("a malformed glob is taken")
	}
}

func TestHints(t *testing.T) {
	fsys := tree("r/.git/HEAD", "r/known/project.config.json={\"miniprogramRoot\":\"mp\"}", "r/known/mp/app.json", "r/known/mp/a.js",
		"r/package.json={\"dependencies\":{\"@tarojs/taro\":\"3\"}}", "r/taro/app.config.ts", "r/odd/code/a.js", "r/dy/app.json", "r/dy/p.ttml")
	r := load(t, fsys, Options{Dir: "r", Roots: []RootHint{
		{Root: "r/known/mp", AppID: "wxhint"},
		{Root: "r/taro", Platforms: []platform.ID{platform.Alipay}},
		{Root: "r/odd", Platforms: []platform.ID{platform.Alipay}},
		{Root: "r/dy", Platforms: []platform.ID{platform.WeChat}},
		{Root: "r/none"},
	}})
	want := []string{
		"r [r/taro] [alipay] taro", "  file taro/app.config.ts",
		"r/dy [r/dy] [wechat] native", "  config app.json",
		"r/known [r/known/mp] [wechat] native wxhint", "  config mp/app.json", "  config project.config.json", "  file mp/a.js",
		"r/odd [r/odd] [alipay] native", "  file code/a.js",
	}
	if diff := cmp.Diff(append(want, "skip r/.git git 1"), show(r)); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if diff := cmp.Diff([]string{"r/none"}, r.Missing); diff != "" {
		t.Error(diff)
	}
}

func TestKeep(t *testing.T) {
	fsys := tree("r/app.json", "r/a.js=https://example.com", "r/b.js=nothing", "r/b.wxml=", "r/vite.config.js=x")
	var mu sync.Mutex
	asked := map[string]Kind{}
	r := load(t, fsys, Options{Dir: "r", Keep: func(kind Kind, name string, data []byte) bool {
		mu.Lock()
		defer mu.Unlock()
		asked[name] = kind
		return bytes.Contains(data, []byte("://"))
	}})
	if diff := cmp.Diff(map[string]Kind{"r/a.js": Script, "r/b.js": Script, "r/b.wxml": Markup}, asked); diff != "" {
		t.Errorf("asked (-want +got):\n%s", diff)
	}
	kept := map[string]string{}
	for _, f := range append(r.Projects[0].Files, r.Projects[0].Build...) {
		if f.Bytes != nil {
			kept[f.Path] = string(f.Bytes)
		}
	}
	if diff := cmp.Diff(map[string]string{"a.js": "https://example.com", "vite.config.js": "x"}, kept); diff != "" {
		t.Errorf("kept (-want +got):\n%s", diff)
	}
	if r.Read != 5 {
		t.Errorf("%d files read", r.Read)
	}
}

func TestConfigIsParsed(t *testing.T) {
	r := load(t, tree("r/app.json", "r/manifest.json", "r/pages.json"), Options{Dir: "r"})
	for _, c := range r.Projects[0].Configs {
		if c.Kind != Config || !c.Doc.Root().Exists() || c.Bytes == nil {
			t.Errorf("%s: kind %v, root %v", c.Path, c.Kind, c.Doc.Root().Exists())
		}
	}
	files := load(t, tree("r/app.json", "r/empty.js="), Options{Dir: "r"}).Projects[0].Files
	if files[0].Bytes == nil {
		t.Error("an empty file counts as not kept")
	}
}

// TestSameEveryTime holds two runs against each other, with many folders.
func TestSameEveryTime(t *testing.T) {
	fsys := fstest.MapFS{}
	for _, dir := range strings.Fields("a a-b a/b a.b z z/y b b/c") {
		for _, base := range strings.Fields("app.json x.js b.wxml .gitignore") {
			fsys[path.Join("r", dir, base)] = &fstest.MapFile{Data: []byte(plausible[base])}
		}
		fsys[path.Join("r", dir, "node_modules/x/y.js")] = &fstest.MapFile{}
	}
	first := show(load(t, fsys, Options{Dir: "r"}))
	for range 20 {
		if diff := cmp.Diff(first, show(load(t, fsys, Options{Dir: "r"}))); diff != "" {
			t.Fatal(diff)
		}
	}
	wantRoots := []string{"r/a", "r/a/b", "r/a-b", "r/a.b", "r/b", "r/b/c", "r/z", "r/z/y"}
	if diff := cmp.Diff(wantRoots, roots(load(t, fsys, Options{Dir: "r"}))); diff != "" {
		t.Error(diff)
	}
}

func TestContextEnds(t *testing.T) {
	ctx, cancel := context.WithCancelCause(context.Background())
	reason := errors.New("enough")
	cancel(reason)
	if _, err := Load(ctx, shops, Options{Dir: "w"}); !errors.Is(err, reason) {
		t.Errorf("error %v", err)
	}
	ctx, cancel = context.WithCancelCause(context.Background())
	_, err := Load(ctx, shops, Options{Dir: "w", Keep: func(Kind, string, []byte) bool { cancel(reason); return true }})
	if !errors.Is(err, reason) {
		t.Errorf("while reading: error %v", err)
	}
}

func TestReasonsHaveWords(t *testing.T) {
	for _, id := range []message.ID{
		skipGit, skipModules, "report.skip-tea", "report.skip-mini-ide", skipHidden, skipIgnored, skipExcluded, skipCloud, skipUnpacked, skipOutput,
		skipSuperseded, skipCompiled, skipTest, skipTypes, skipTool, skipOtherFile, skipPlatform, skipUnselected, skipLink,
		skipLinkOut, skipLinkTwice, skipIrregular, skipBinary, skipUnlisted,
		"unreadable-file.permission", "unreadable-file.failed", "unreadable-file.directory", "unreadable-file.link",
		"unreadable-file.too-large", "unreadable-file.utf16", "unreadable-file.binary",
	} {
		if message.Lookup(id) == nil {
			t.Errorf("no message %s", id)
		}
	}
}

// TestMuch: it is told once that much is kept, and not of less, nor of what is not kept.
func TestMuch(t *testing.T) {
	for _, c := range []struct {
		files, bytes int
		keep         bool
		told         int
	}{{4, muchKept / 2, true, 1}, {4, muchKept / 5, true, 0}, {4, muchKept / 2, false, 0}, {1, muchKept, true, 1}} {
		fsys := fstest.MapFS{"app.json": {Data: []byte(`{"pages": []}`)}}
		for i := range c.files {
			fsys[fmt.Sprintf("p%d.js", i)] = &fstest.MapFile{Data: bytes.Repeat([]byte(" "), c.bytes)}
		}
		var told atomic.Int32
		load(t, fsys, Options{
			Dir: ".", Keep: func(Kind, string, []byte) bool { return c.keep },
			Much: func(n int64) {
				if told.Add(1); n < muchKept || n > int64(c.files*c.bytes) {
					t.Errorf("%+v: told of %d bytes", c, n)
				}
			},
		})
		if int(told.Load()) != c.told {
			t.Errorf("%+v: told %d times, want %d", c, told.Load(), c.told)
		}
	}
}
