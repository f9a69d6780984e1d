package change

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"path"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func all(string) bool { return true }

// read makes a set of one repository, in the folder repo.
func read(t *testing.T, diff, files string) *Set {
	t.Helper()
	r := &Repository{}
	if err := r.ReadDiff(strings.NewReader(diff), all); err != nil {
		t.Fatal(err)
	}
	if err := r.ReadFiles(strings.NewReader(files)); err != nil {
		t.Fatal(err)
	}
	s := &Set{}
	s.Add("repo", r)
	return s
}

// files is what git ls-files prints for names.
func files(tagged ...string) string { return strings.Join(tagged, "\x00") + "\x00" }

func TestTouched(t *testing.T) {
	const diff = `diff --git a/a.js b/a.js
index 3b18e51..5f0a1b2 100644
--- a/a.js
+++ b/a.js
@@ -2,0 +3,2 @@ function f() {
+--- a/not a header
+diff --git a/x b/x
@@ -10 +12 @@
-old
\ No newline at end of file
+new
\ No newline at end of file
@@ -20,3 +21,0 @@
-one
-@@ -1 +1 @@
-three
diff --git a/b.js b/b.js
new file mode 100644
index 0000000..1111111
--- /dev/null
+++ b/b.js
@@ -0,0 +1 @@
+x
`
	s := read(t, diff, files("H a.js", "H b.js", "H c.js", "? d.js"))
	for _, c := range []struct {
		name        string
		first, last int
		want        bool
	}{
		{"a.js", 1, 2, false}, {"a.js", 3, 3, true}, {"a.js", 4, 9, true}, {"a.js", 5, 11, false},
		{"a.js", 12, 12, true}, {"a.js", 13, 99, false}, {"a.js", 1, 99, true},
		{"b.js", 7, 7, true}, {"c.js", 1, 1, false}, {"d.js", 1, 1, true}, {"ignored.js", 1, 1, true},
	} {
		if got := s.Touched("repo/"+c.name, c.first, c.last); got != c.want {
			t.Errorf("Touched(%s, %d, %d) = %t", c.name, c.first, c.last, got)
		}
	}
	if s.Touched("elsewhere/a.js", 3, 3) || s.Touched("repository/a.js", 3, 3) {
		t.Error("a file outside the repository is taken for a changed one")
	}
	if s.Names("x") || !s.Names("THREE") || !s.Names("old") {
		t.Error("Names looks at other lines than the removed ones")
	}
}

// stateDiff is what git says of files of every sort.
const stateDiff = `diff --git a/only mode b/only mode
old mode 100644
new mode 100755
diff --git a/pic.bin b/pic.bin
index 1111111..2222222 100644
Binary files a/pic.bin and b/pic.bin differ
diff --git a/old name b/new name
similarity index 100%
rename from old name
rename to new name
diff --git a/dead.txt b/dead.txt
deleted file mode 100644
index 1111111..0000000
--- a/dead.txt
+++ /dev/null
@@ -1 +0,0 @@
-Example.COM
diff --git a/link.js b/link.js
deleted file mode 120000
index 1111111..0000000
--- a/link.js
+++ /dev/null
@@ -1 +0,0 @@
-target
\ No newline at end of file
diff --git a/link.js b/link.js
new file mode 100644
index 0000000..1111111
--- /dev/null
+++ b/link.js
@@ -0,0 +1 @@
+x
diff --git a/sub b/sub
index 1111111..2222222 160000
--- a/sub
+++ b/sub
@@ -1 +1 @@
-Subproject commit 1111111111111111111111111111111111111111
+Subproject commit 2222222222222222222222222222222222222222
diff --git a/silenced.js b/silenced.js
index 1111111..2222222 100644
--- a/silenced.js
+++ b/silenced.js
@@ -4 +3,0 @@
-// beianlint-ignore-next-line unfiled-domain: legacy
* Unmerged path both.js
`

func TestStates(t *testing.T) {
	s := read(t, stateDiff, files("H only mode", "H pic.bin", "H new name", "H link.js", "H sub", "H same/sub", "H silenced.js", "? policy/"))
	got := map[string]State{}
	for _, name := range []string{"only mode", "pic.bin", "new name", "old name", "link.js", "sub/a.js", "same/sub/a.js", "silenced.js", "policy/a.txt"} {
		got[name], _ = s.Of("repo/" + name)
	}
	want := map[string]State{
		"only mode": Same, "pic.bin": Changed, "new name": Changed, "old name": Untracked, "link.js": New,
		"sub/a.js": New, "same/sub/a.js": Same, "silenced.js": Changed, "policy/a.txt": Untracked,
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	if s.Touched("repo/new name", 1, 99) {
		t.Error("a file that was only renamed is taken for a new one")
	}
	if !s.Touched("repo/pic.bin", 1, 1) || !s.Touched("repo/silenced.js", 9, 9) {
		t.Error("a file whose lines are not known is taken for an unchanged one")
	}
	if _, f := s.Of("repo/new name"); f.From != "repo/old name" {
		t.Errorf("From = %q", f.From)
	}
	gone := map[string]bool{}
	for _, f := range s.Gone() {
		gone[f.Name] = f.Moved
	}
	if diff := cmp.Diff(map[string]bool{"repo/dead.txt": false, "repo/old name": true}, gone); diff != "" {
		t.Error(diff)
	}
	if !s.Names("example.com") {
		t.Error("the lines of a deleted file are forgotten")
	}
}

func TestInnermostRepository(t *testing.T) {
	inner := &Repository{files: map[string]*File{}, known: map[string]bool{"a.js": true}}
	s := read(t, "", files("H other.js"))
	s.Add("repo/inner", inner)
	if state, _ := s.Of("repo/inner/a.js"); state != Same {
		t.Errorf("state %d, want %d", state, Same)
	}
}

// TestLongLines: neither a minified line nor a list that is thrown away fills
// the memory, and what is not kept counts as found.
func TestLongLines(t *testing.T) {
	line := strings.Repeat("x", 3*longestLine)
	diff := "diff --git a/a.txt b/a.txt\n--- a/a.txt\n+++ b/a.txt\n@@ -1 +1 @@\n-" + line + "\n+" + line + "\n@@ -9 +9 @@\n-a\n+b\n"
	s := read(t, diff, "")
	if !s.Touched("repo/a.txt", 9, 9) || s.Touched("repo/a.txt", 8, 8) {
		t.Error("what follows a long line is lost")
	}
	if !s.Names("anything") {
		t.Error("a removed line that was not kept is said not to name a domain")
	}
}

// names are names of files that need care.
var names = []string{
	"plain.js", "a b.js", " lead.js", "trail .js", "页面/首页.js", `quo"te.js`, `back\slash.js`, "tab\there.js",
	"line\nfeed.js", "bell\a.js", "\x01.js", "del\x7f.js", "a b/b.js", "emoji😀.js", "b/ b/b.js", "x and y differ.js",
	"gbk\xc4\xe3.js", "-dash.js", "::cmd.js", "a.js b/a.js", `"whole"`, "end ", "\\303.js",
	`ends in \`, `\`, `"`, `\"`, "gbk\xc4\xe3\t.js", "页\t.js", "cr\r.js",
}

// TestGit reads what the git of this machine prints, whatever its configuration.
func TestGit(t *testing.T) {
	if _, err := exec.LookPath("git"); err != nil {
		t.Skip("no git here")
	}
	for _, config := range [][]string{
		nil,
		{"diff.noprefix=true", "color.ui=always", "diff.context=9", "diff.interHunkContext=9", "diff.renames=false"},
		{"diff.mnemonicPrefix=true", "core.quotepath=true", "diff.submodule=log", "diff.suppressBlankEmpty=true"},
	} {
		t.Run(strings.Join(config, ","), func(t *testing.T) { testGit(t, config) })
	}
}

// sandbox is a repository of its own.
type sandbox struct {
	t   *testing.T
	dir string
}

func (b sandbox) git(args ...string) []byte {
	b.t.Helper()
	c := exec.Command("git", args...)
	c.Dir = b.dir
	c.Env = append(os.Environ(), "GIT_CONFIG_GLOBAL="+os.DevNull, "GIT_CONFIG_NOSYSTEM=1")
	out, err := c.Output()
	if err != nil {
		b.t.Fatalf("git %q: %v", args, err)
	}
	return out
}

func (b sandbox) write(name, text string) {
	b.t.Helper()
	path := filepath.Join(b.dir, filepath.FromSlash(name))
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		b.t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
		b.t.Skipf("this file system takes no %q: %v", name, err)
	}
}

// edit commits files of all names, and changes, moves and adds some.
func (b sandbox) edit() {
	for i, name := range names {
		b.write(name, fmt.Sprintln("1\n2\n\n4\n5\nown", i))
		b.write("moved/"+name, fmt.Sprintln("1\n2\n\n4\n5\n6\n7\n8\nmoved", i))
	}
	b.write("binary.js", "a\x00b\n")
	b.git("add", "-A")
	b.git("-c", "user.name=a", "-c", "user.email=a@example.com", "commit", "-qm", "x")
	for i, name := range names {
		b.write(name, fmt.Sprint("1\n2\n\nnew\n5\nown ", i, "\nno end of line"))
	}
	if err := os.Rename(filepath.Join(b.dir, "moved"), filepath.Join(b.dir, "there")); err != nil {
		b.t.Fatal(err)
	}
	b.write("binary.js", "a\x00c\n")
	b.git("add", "-A")
	b.write("untracked é.js", "x")
}

func testGit(t *testing.T, config []string) {
	b := sandbox{t, t.TempDir()}
	b.git("init", "-q", "-b", "main")
	for _, c := range config {
		key, value, _ := strings.Cut(c, "=")
		b.git("config", key, value)
	}
	b.edit()
	diff := b.git(append(append([]string{"-c", "diff.autoRefreshIndex=false", "diff"}, DiffArgs...), "HEAD", "--")...)
	s := read(t, string(diff), string(b.git(append([]string{"ls-files"}, FilesArgs...)...)))
	for _, name := range names {
		name, there, from := "repo/"+name, "repo/there/"+name, "repo/moved/"+name
		if s.Touched(name, 1, 3) || !s.Touched(name, 4, 4) || s.Touched(name, 5, 6) || !s.Touched(name, 7, 7) {
			t.Errorf("%q: the changed lines are others than 4 and 7", name)
		}
		state, f := s.Of(there)
		if state != Changed || f.From != from || s.Touched(there, 1, 9) {
			t.Errorf("%q was renamed: state %d, %+v", name, state, f)
		}
	}
	if !s.Touched("repo/binary.js", 1, 1) || !s.Touched("repo/untracked é.js", 1, 1) {
		t.Error("a binary or untracked file is taken for unchanged")
	}
	if got, want := len(s.repositories[0].files), 3*len(names)+1; got != want { // with the names that are gone
		t.Errorf("%d files, want %d", got, want)
	}
}

// quoted writes a name as git does with core.quotepath=on.
func quoted(name string) string {
	if !strings.ContainsFunc(name, func(r rune) bool { return r < ' ' || r >= 0x7f || r == '"' || r == '\\' }) {
		return name
	}
	var b strings.Builder
	b.WriteByte('"')
	for i := 0; i < len(name); i++ {
		c := name[i]
		at := strings.IndexByte("\a\b\t\n\v\f\r\"\\", c)
		switch {
		case at >= 0:
			b.WriteString(`\` + `abtnvfr"\`[at:at+1])
		case c < ' ' || c >= 0x7f:
			fmt.Fprintf(&b, `\%03o`, c)
		default:
			b.WriteByte(c)
		}
	}
	return b.String() + `"`
}

// FuzzReadDiff: whatever stands in a diff, reading it ends, and a file that is
// written as git would write it is found behind it.
func FuzzReadDiff(f *testing.F) {
	for i, name := range names {
		f.Add([]byte("@@ -1 +1 @@\n+diff --git a/x b/x\n"), name, i)
	}
	f.Add([]byte("diff --git \"a/\\\" \"b/\\\"\nrename from \"\\4\nrename to \"\\\"\n@@ -1,99999999999999999999 +\n@@ - +\n"), "x", 1)
	f.Add([]byte("diff --git a/x b/x\nold mode 1\n"), "x", 1)
	f.Fuzz(func(t *testing.T, junk []byte, name string, line int) {
		r := &Repository{}
		_ = r.ReadDiff(bytes.NewReader(junk), all) // which git would not write
		for _, file := range r.files {
			for _, run := range file.lines {
				if run[0] < 0 || run[1] < run[0] {
					t.Fatalf("lines %v", run)
				}
			}
		}
		if line %= 1 << 20; name != path.Clean(name) || path.IsAbs(name) || line < 1 || strings.ContainsAny(name, "\x00") || quoted(name) == name && strings.Contains(name, "\n") {
			return
		}
		a, b := quoted("a/"+name), quoted("b/"+name)
		end := ""
		if b[0] != '"' && strings.Contains(b, " ") {
			end = "\t"
		}
		diff := fmt.Sprintf("diff --git %s %s\nindex 1..2 100644\n--- %s%s\n+++ %s%s\n@@ -1,0 +%d @@\n+x\n", a, b, a, end, b, end, line)
		s := read(t, diff, "")
		if !s.Touched("repo/"+name, line, line) || s.Touched("repo/"+name, line+1, line+1) {
			t.Fatalf("%q in %q: %v", name, diff, s.repositories[0].files)
		}
	})
}
