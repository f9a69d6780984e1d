package docs

import (
	"path/filepath"
	"strings"
	"testing"
)

// TestPolicyTable: each way to loosen a policy that is tested stands in the table of
// both pages; allowed.txtar is what happens where all of them are allowed, and
// NAME-outside.txtar more of NAME.
func TestPolicyTable(t *testing.T) {
	fixtures, err := filepath.Glob("../testdata/policy/*.txtar")
	if err != nil || len(fixtures) < 15 {
		t.Fatal(len(fixtures), err)
	}
	for _, page := range []string{"ignoring.md", "ignoring.zh-CN.md"} {
		text := document(t, page)
		for _, f := range fixtures {
			f = strings.Replace(f, "-outside", "", 1)
			if filepath.Base(f) != "allowed.txtar" && !strings.Contains(text, "("+filepath.ToSlash(f)+") |") {
				t.Errorf("%s does not name %s", page, f)
			}
		}
	}
}
