//go:build differential

package miniprogram

import (
	"bytes"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// TestGitIgnoreLikeGit compares .gitignore files that are put together of pieces with
// git check-ignore.
func TestGitIgnoreLikeGit(t *testing.T) {
	git, err := exec.LookPath("git")
	if err != nil {
		t.Skip(err)
	}
	dir := t.TempDir()
	if out, err := exec.Command(git, "init", "-q", dir).CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	paths := []string{"a.js", "a b", "b/a", "b/a.js", "b/c/a", "b/c/b.js", "c/a/b", "ab", "a-b", "[a]", "!a", "#a", "a/", "a/a/", "a/a/a", "b/b/"}
	for _, p := range paths {
		if strings.HasSuffix(p, "/") {
			if err := os.MkdirAll(filepath.Join(dir, p), 0o777); err != nil {
				t.Fatal(err)
			}
		}
	}
	pieces := []string{"a", "b", "c", "*", "**", "/", "?", "[ab]", "[!a]", "[a-c]", ".js", "\\", "!", "#", " ", "-", "[[:alpha:]]", "[", "]"}
	random := rand.New(rand.NewPCG(3, 4))
	wrong := 0
	const files = 400
	for range files {
		var b strings.Builder
		for range 1 + random.IntN(4) {
			for range 1 + random.IntN(5) {
				b.WriteString(pieces[random.IntN(len(pieces))])
			}
			b.WriteString("\n")
		}
		write(t, filepath.Join(dir, ".gitignore"), b.String())
		rules := parseIgnore("r", []byte(b.String()), nil)
		var in bytes.Buffer
		for _, p := range paths {
			in.WriteString(strings.TrimSuffix(p, "/") + "\x00") // git looks at the disk
		}
		cmd := exec.Command(git, "-C", dir, "-c", "core.excludesFile=", "check-ignore", "-z", "--no-index", "--stdin")
		cmd.Stdin = &in
		out, _ := cmd.Output() // the exit code says whether one is ignored
		ignored := map[string]bool{}
		for _, p := range strings.Split(string(out), "\x00") {
			ignored[p] = true
		}
		for _, p := range paths {
			name, isFolder := strings.CutSuffix(p, "/")
			if got := ignoredBelow(rules, name, isFolder); got != ignored[name] {
				if wrong++; wrong < 12 {
					t.Errorf("%q: %s: %v, git says %v", b.String(), p, got, ignored[name])
				}
			}
		}
	}
	t.Logf("%d of %d differ", wrong, files*len(paths))
}

// ignoredBelow reports whether rules ignore a path, or a folder above it.
func ignoredBelow(rules *ignoreFile, name string, isFolder bool) bool {
	for i := range len(name) {
		if name[i] == '/' && rules.ignored("r/"+name[:i], true) {
			return true
		}
	}
	return rules.ignored("r/"+name, isFolder)
}
