package lint_test

import (
	"fmt"
	"maps"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	gocmp "github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/txtar"

	"github.com/beianlint/beianlint/lint"
	"github.com/beianlint/beianlint/lint/change"
	"github.com/beianlint/beianlint/lint/filedlist"
	"github.com/beianlint/beianlint/lint/finding"
)

// TestPullRequestUnderAPolicy: what testdata/policy tries is tried by a pull request. With
// --since as well, no error is lost.
func TestPullRequestUnderAPolicy(t *testing.T) {
	for _, name := range archives(t, "policy") {
		a, err := txtar.ParseFile(name)
		if err != nil {
			t.Fatal(err)
		}
		c := newCase(t, a)
		whole, request := c.options(t), c.options(t)
		request.Since, request.Before = c.pulled(t)
		if diff := gocmp.Diff(errorsIn(t, whole), errorsIn(t, request)); diff != "" {
			t.Errorf("%s: other errors in the pull request (-whole +request):\n%s", filepath.Base(name), diff)
		}
	}
}

// alwaysThere are the files that the branch has which a pull request is made to.
var alwaysThere = []string{"app.json", "project.config.json", "mini.project.json", "filed-domains.txt", "manifest.json", "pages.json"}

// pulled is a pull request that brings all other files of the repository.
func (c testCase) pulled(t *testing.T) (*change.Set, fstest.MapFS) {
	t.Helper()
	var diff, there strings.Builder
	before := maps.Clone(c.files)
	for _, name := range slices.Sorted(maps.Keys(c.files)) {
		below, ours := strings.CutPrefix(name, root+"/")
		switch {
		case !ours || strings.HasPrefix(below, ".git/"):
		case slices.Contains(alwaysThere, path.Base(name)):
			there.WriteString("H " + below + "\x00")
		default:
			delete(before, name)
			there.WriteString("H " + below + "\x00")
			fmt.Fprintf(&diff, "diff --git a/%s b/%[1]s\nnew file mode 100644\n--- /dev/null\n+++ b/%[1]s\n", below)
			lines := strings.Split(strings.TrimSuffix(string(c.files[name].Data), "\n"), "\n")
			fmt.Fprintf(&diff, "@@ -0,0 +1,%d @@\n+%s\n", len(lines), strings.Join(lines, "\n+"))
		}
	}
	repository, set := &change.Repository{}, &change.Set{}
	if err := repository.ReadDiff(strings.NewReader(diff.String()), filedlist.IsData); err != nil {
		t.Fatal(err)
	}
	if err := repository.ReadFiles(strings.NewReader(there.String())); err != nil {
		t.Fatal(err)
	}
	set.Add(root, repository)
	return set, before
}

func errorsIn(t *testing.T, o lint.Options) (list []string) {
	t.Helper()
	r, err := lint.Run(t.Context(), o)
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range r.Findings {
		if f.Severity == finding.Error {
			list = append(list, fmt.Sprintf("%s %s %d", f.Rule, f.Host, f.Span.Start))
		}
	}
	return list
}
