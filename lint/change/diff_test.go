package change

import (
	"errors"
	"fmt"
	"strings"
	"testing"
	"testing/iotest"
)

// TestTooMuch: of a file with more changed lines than are kept, all are changed,
// and what stands behind it is read.
func TestTooMuch(t *testing.T) {
	const lines = mostOfFile/(lineCost+2) + 1
	diff := fmt.Sprintf("diff --git a/a.js b/a.js\n--- a/a.js\n+++ b/a.js\n@@ -7,0 +8,%d @@\n", lines) + strings.Repeat("+\n", lines) +
		"diff --git a/b.js b/b.js\n--- a/b.js\n+++ b/b.js\n@@ -9 +9 @@\n-a\n+b\n"
	s := read(t, diff, "")
	if !s.Touched("repo/a.js", 1, 1) || !s.Names("anything") {
		t.Error("what was not kept is taken for unchanged")
	}
	if s.Touched("repo/b.js", 8, 8) || !s.Touched("repo/b.js", 9, 9) {
		t.Error("what follows is lost")
	}
	if _, f := s.Of("repo/a.js"); !f.Lost() || !f.Whole() {
		t.Error("lines may be gone")
	}
}

// TestAddedText: what lines hold that were added is not kept, however much it is.
func TestAddedText(t *testing.T) {
	const lines = mostOfFile/longestLine + 10
	line := "+" + strings.Repeat("x", longestLine-2) + "\n"
	diff := fmt.Sprintf("diff --git a/a.js b/a.js\n--- a/a.js\n+++ b/a.js\n@@ -7,0 +8,%d @@\n", lines) + strings.Repeat(line, lines)
	if s := read(t, diff, ""); s.Touched("repo/a.js", 1, 7) || !s.Touched("repo/a.js", 8, 8) {
		t.Error("other lines than the added ones count as changed")
	}
}

// TestSwappedNames: two files that changed names are there, and none is gone.
func TestSwappedNames(t *testing.T) {
	const diff = "diff --git a/a.js b/b.js\nsimilarity index 100%\nrename from a.js\nrename to b.js\n" +
		"diff --git a/b.js b/a.js\nsimilarity index 100%\nrename from b.js\nrename to a.js\n"
	s := read(t, diff, files("H a.js", "H b.js"))
	for name, from := range map[string]string{"repo/a.js": "repo/b.js", "repo/b.js": "repo/a.js"} {
		if state, f := s.Of(name); state != Changed || f == nil || f.From != from {
			t.Errorf("%s: state %d, %+v", name, state, f)
		}
	}
	if gone := s.Gone(); len(gone) > 0 {
		t.Errorf("gone: %+v", gone[0])
	}
}

// TestManyRemovedLines: what is not kept of the removed lines counts as found.
func TestManyRemovedLines(t *testing.T) {
	line := strings.Repeat("x", 1000)
	for n, want := range map[int]bool{mostRemoved / 2000: false, mostRemoved/1000 + 1: true} {
		diff := fmt.Sprintf("diff --git a/a.txt b/a.txt\n--- a/a.txt\n+++ b/a.txt\n@@ -1,%d +0,0 @@\n", n) + strings.Repeat("-"+line+"\n", n)
		if got := read(t, diff, "").Names("example.com"); got != want {
			t.Errorf("%d lines: found %t, want %t", n, got, want)
		}
	}
}

// TestKeptLines: removed lines are kept of the files that are asked for.
func TestKeptLines(t *testing.T) {
	const diff = "diff --git a/a.txt b/a.txt\n--- a/a.txt\n+++ b/a.txt\n@@ -1 +0,0 @@\n-one\ndiff --git a/b.js b/b.js\n--- a/b.js\n+++ b/b.js\n@@ -1 +0,0 @@\n-two\n"
	r, s := &Repository{}, &Set{}
	if err := r.ReadDiff(strings.NewReader(diff), func(name string) bool { return name == "a.txt" }); err != nil {
		t.Fatal(err)
	}
	s.Add(".", r)
	if !s.Names("One") || s.Names("two") {
		t.Errorf("one: %t, two: %t", s.Names("One"), s.Names("two"))
	}
	if _, f := s.Of("b.js"); !f.Lost() || f.Whole() {
		t.Error("b.js has lost a line, and only that")
	}
}

// TestLineEnds: a carriage return belongs to a line, and a file may lack the end
// of its last one.
func TestLineEnds(t *testing.T) {
	const diff = "diff --git a/a.js b/a.js\n--- a/a.js\n+++ b/a.js\n@@ -3 +3 @@\n-old\r\n\\ No newline at end of file\n+new\r\n@@ -9 +9 @@\n-a\n+b\n\\ No newline at end of file\n"
	s := read(t, diff, "")
	for line, want := range map[int]bool{2: false, 3: true, 4: false, 8: false, 9: true, 10: false} {
		if got := s.Touched("repo/a.js", line, line); got != want {
			t.Errorf("line %d: %t, want %t", line, got, want)
		}
	}
	if !s.Names("old\r") {
		t.Error("the removed line is not kept")
	}
}

// TestNoDiff: what is no diff is an error, not an unchanged repository.
func TestNoDiff(t *testing.T) {
	for _, diff := range []string{
		"diff --git a/a.js b/a.js\n--- a/a.js\n+++ b/a.js\n@@ -1 +1,5 @@\n+cut off\n", "diff --git a/a.js b/a.js\n--- a/a.js\n+++ b/a.js\n@@ -x +1 @@\n+y\n",
		"diff --git \"a/\\9\" b/x\n",
	} {
		if err := (&Repository{}).ReadDiff(strings.NewReader(diff), all); err == nil || !strings.Contains(err.Error(), "git diff") {
			t.Errorf("%q: error %v", diff, err)
		}
	}
	broken := errors.New("broken pipe")
	if err := (&Repository{}).ReadDiff(iotest.ErrReader(broken), all); !errors.Is(err, broken) {
		t.Errorf("got %v, want %v", err, broken)
	}
	if err := (&Repository{}).ReadFiles(iotest.ErrReader(broken)); !errors.Is(err, broken) {
		t.Errorf("got %v, want %v", err, broken)
	}
}
