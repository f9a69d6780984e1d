package miniprogram

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// ignoreCases are held against the matcher and, where git is installed, against
// git check-ignore. A path that ends in a slash is a folder.
var ignoreCases = []struct {
	name     string
	patterns string
	ignored  string // paths that are ignored, separated by spaces
	kept     string
}{
	{"name in every folder", "dist", "dist/ a/dist/ a/dist", "dist2/ xdist a/dist.js"},
	{"folders only", "dist/", "dist/ a/dist/", "b/dist dist.js"},
	{"anchored", "/dist", "dist/", "a/dist/ a/b/dist"},
	{"anchored by a slash inside", "a/dist", "a/dist/", "b/a/dist dist/"},
	{"star does not cross a slash", "a/*.js", "a/x.js a/.js", "a/b/x.js a/x.ts"},
	{"suffix", "*.log", "x.log a/b/y.log .log", "x.log2 log"},
	{"all of a folder", "dist/*", "dist/x dist/sub/", "other/x"},
	{"negation", "*.js\n!keep.js", "a.js b/c.js", "keep.js b/keep.js"},
	{"later rules win", "!a.js\n*.js", "a.js", "a.ts"},
	{"question mark is a byte", "a?c", "abc a-c", "ac abbc a/c"},
	{"class", "[a-c]x", "ax bx cx", "dx -x x"},
	{"negated classes", "[!a-c]x\n[^0]y", "dx ay", "ax 0y"},
	{"bracket in a class", "[]x]", "] x", "y"},
	{"dash at the end of a class", "[a-]z", "az -z", "bz"},
	{"posix class", "v[[:digit:]].[[:alpha:]]", "v1.a", "va.1 v1.1"},
	{"no posix class", "[[:nope:]]x", "", "nx :x"},
	{"range after range", "[a-c-e]", "a b c - e", "d"},
	{"class without its end", "[abc", "", "a [abc"},
	{"class never is a slash", "a[!x]b", "a-b", "a/b axb"},
	{"leading stars", "**/out", "out/ a/out/ a/b/out", "aout"},
	{"stars in the middle", "a/**/b", "a/b a/x/b a/x/y/b", "a/xb ab c/a/b"},
	{"stars at the end", "a/**", "a/x a/b/c", "b/a"},
	{"three stars", "a/***/b", "a/b a/x/b", "ab"},
	{"stars within a name", "a**b/c", "axb/c ab/c", "ax/b/c"},
	{"stars after the first wildcard", "?a**/c", "xab/c", "xa/b/c xab/d/c"},
	{"stars after a name", "a**/c", "ab/c ab/d/c a/c", "b/c"},
	{"stars with a suffix", "**/*.min.js", "x.min.js a/x.min.js", "x.js"},
	{"everything but", "/*\n!/src", "a b/", "src/ src/a"},
	{"escapes", "\\#a\n\\!b\n\\*c\nd\\?", "#a !b *c d?", "xc de"},
	{"comment and empty lines", "# x\n\n  \n/y", "y", "x #"},
	{"space at the end", "a  \nb\\ ", "a", "b"},
	{"carriage return", "a\r\nb\r\n", "a b", "c"},
	{"byte order mark", "\ufeffdist", "dist/", "b"},
	{"no newline at the end", "x\ny", "x y", "z"},
	{"backslash at the end", "a\\", "", "a a\\"},
	{"a slash alone", "/", "", "a b/"},
	{"stars and a slash", "**/", "a/ b/c/", "x y"},
	{"Chinese", "构建*\n/页面/*.js", "构建产物/ 页面/首页.js", "页面/首页.ts 首页.js"},
	{"hostile", "*a*a*a*a*a*a*a*a*a*b", strings.Repeat("a", 20) + "b", strings.Repeat("a", 60)},
}

func TestIgnored(t *testing.T) {
	for _, c := range ignoreCases {
		g := parseIgnore("repo", []byte(c.patterns), nil)
		for _, p := range strings.Fields(c.ignored) {
			if !ignoredWithParents(g, p) {
				t.Errorf("%s: %q is not ignored", c.name, p)
			}
		}
		for _, p := range strings.Fields(c.kept) {
			if ignoredWithParents(g, p) {
				t.Errorf("%s: %q is ignored", c.name, p)
			}
		}
	}
}

// ignoredWithParents asks as the walk does: from the top down.
func ignoredWithParents(g *ignoreFile, p string) bool {
	p, dir := strings.CutSuffix(p, "/")
	for i := range len(p) {
		if p[i] == '/' && g.ignored("repo/"+p[:i], true) {
			return true
		}
	}
	return g.ignored("repo/"+p, dir)
}

func TestIgnoredNested(t *testing.T) {
	top := parseIgnore("r", []byte("*.js\n/a/skip\nbuild"), nil)
	a := parseIgnore("r/a", []byte("!keep.js\n/local"), top)
	for name, want := range map[string]bool{
		"r/a/x.js": true, "r/a/keep.js": false, "r/keep.js": true, "r/a/skip": true,
		"r/a/local": true, "r/a/b/local": false, "r/a/b/build": true,
	} {
		g := a
		if !strings.HasPrefix(name, "r/a/") {
			g = top
		}
		if got := g.ignored(name, true); got != want {
			t.Errorf("ignored(%q) = %v", name, got)
		}
	}
	if g := parseIgnore("r", []byte("# nothing\n"), top); g != top {
		t.Error("a file without rules is kept in the chain")
	}
}

// TestIgnoredLikeGit holds the cases against git itself.
func TestIgnoredLikeGit(t *testing.T) {
	git, err := exec.LookPath("git")
	if err != nil {
		t.Skip("git is not installed")
	}
	for _, c := range ignoreCases {
		dir := t.TempDir()
		if out, err := exec.Command(git, "init", "-q", dir).CombinedOutput(); err != nil {
			t.Fatalf("git init: %s", out)
		}
		write(t, filepath.Join(dir, ".gitignore"), c.patterns)
		paths := append(strings.Fields(c.ignored), strings.Fields(c.kept)...)
		got := checkIgnore(t, git, dir, paths)
		if diff := cmp.Diff(append([]string{}, strings.Fields(c.ignored)...), got); diff != "" {
			t.Errorf("%s: the case differs from git (-case +git):\n%s", c.name, diff)
		}
	}
}

// checkIgnore returns those of the paths that git ignores. A path that ends in a
// slash is made a folder, as git looks at the disk.
func checkIgnore(t *testing.T, git, dir string, paths []string) []string {
	t.Helper()
	got := []string{}
	for _, p := range paths {
		if strings.HasSuffix(p, "/") {
			if err := os.MkdirAll(filepath.Join(dir, p), 0o777); err != nil {
				t.Fatal(err)
			}
		}
		cmd := exec.Command(git, "-C", dir, "-c", "core.excludesFile=", "check-ignore", "-q", "--no-index", "--", strings.TrimSuffix(p, "/"))
		switch err := cmd.Run().(type) {
		case nil:
			got = append(got, p)
		case *exec.ExitError:
			if err.ExitCode() != 1 {
				t.Fatalf("git check-ignore %q: %v", p, err)
			}
		}
	}
	return got
}

func write(t testing.TB, name, content string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(name), 0o777); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(name, []byte(content), 0o666); err != nil {
		t.Fatal(err)
	}
}

// FuzzIgnored looks for a crash, and for a glob that answers differently from the
// plain way to match one.
func FuzzIgnored(f *testing.F) {
	for _, c := range ignoreCases {
		for pattern := range strings.SplitSeq(c.patterns, "\n") {
			f.Add(pattern, strings.Fields(c.ignored + " x")[0])
		}
	}
	f.Fuzz(func(t *testing.T, pattern, name string) {
		parseIgnore(".", []byte(pattern), nil).ignored(name, true)
		for _, paths := range []bool{false, true} {
			g, _ := compileGlob(pattern, paths)
			if strings.Count(pattern, "*") < 5 && len(name) < 40 && g.match(name) != g.matchSlowly(name) {
				t.Errorf("pattern %q (paths %v), name %q: %v", pattern, paths, name, g.match(name))
			}
		}
	})
}

// matchSlowly tries everything that a star can stand for.
func (g glob) matchSlowly(s string) bool {
	if len(g) == 0 {
		return s == ""
	}
	switch rest := g[1:]; g[0].kind {
	case anyRest:
		return true
	case anyFolders:
		for i := range len(s) {
			if s[i] == '/' && rest[1:].matchSlowly(s[i+1:]) {
				return true
			}
		}
		return rest[1:].matchSlowly(s)
	case anyName:
		for i := 0; i < len(s) && s[i] != '/'; i++ {
			if rest.matchSlowly(s[i+1:]) {
				return true
			}
		}
		return rest.matchSlowly(s)
	default:
		return s != "" && g[0].takes(s[0]) && rest.matchSlowly(s[1:])
	}
}
