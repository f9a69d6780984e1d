package cli

import (
	"io/fs"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/beianlint/beianlint/lint/change"
)

// TestEarlier: the file system of a revision is one by the book, with what was
// different, without what is new, and with what git does not speak of.
func TestEarlier(t *testing.T) {
	r := &change.Repository{}
	diff := "diff --git a/same b/same\nold mode 100644\nnew mode 100755\n" +
		"diff --git a/changed b/changed\n--- a/changed\n+++ b/changed\n@@ -1 +1 @@\n-was\n+is\n" +
		"diff --git a/new b/new\nnew file mode 100644\n--- /dev/null\n+++ b/new\n@@ -0,0 +1 @@\n+is\n" +
		"diff --git a/d/gone b/d/gone\ndeleted file mode 100644\n--- a/d/gone\n+++ /dev/null\n@@ -1 +0,0 @@\n-was\n" +
		"diff --git a/from b/to\nsimilarity index 100%\nrename from from\nrename to to\n"
	if err := r.ReadDiff(strings.NewReader(diff), func(string) bool { return false }); err != nil {
		t.Fatal(err)
	}
	if err := r.ReadFiles(strings.NewReader("H same\x00H changed\x00H new\x00H to\x00? untracked\x00")); err != nil {
		t.Fatal(err)
	}
	set := &change.Set{}
	set.Add("r", r)
	today := fstest.MapFS{}
	for _, name := range []string{"same", "changed", "new", "to", "untracked", "ignored"} {
		today["r/"+name] = &fstest.MapFile{Data: []byte("is")}
	}
	held := map[string][]byte{}
	for _, o := range set.Old() {
		held[o.Name] = []byte("was")
	}
	e := newEarlier(today, set, held)
	if err := fstest.TestFS(e, "r/same", "r/changed", "r/d/gone", "r/from", "r/ignored"); err != nil {
		t.Error(err)
	}
	for name, want := range map[string]string{
		"r/same": "was", "r/changed": "was", "r/d/gone": "was", "r/from": "was", "r/ignored": "is", "r/new": "", "r/to": "", "r/untracked": "",
	} {
		data, err := fs.ReadFile(e, name)
		if got := string(data); got != want || (err != nil) != (want == "") {
			t.Errorf("%s: %q, %v, want %q", name, got, err, want)
		}
	}
}
