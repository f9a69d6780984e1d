package lint_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"

	"github.com/beianlint/beianlint/lint/rule"
)

// TestRulesHaveFixtures: every rule fires in some mini program of testdata/err or
// testdata/policy.
func TestRulesHaveFixtures(t *testing.T) {
	fired := map[string]bool{}
	for _, name := range append(archives(t, "err"), archives(t, "policy")...) {
		a, err := txtar.ParseFile(name)
		if err != nil {
			t.Fatal(err)
		}
		for _, line := range wanted(a) {
			if i := strings.LastIndexByte(line, '['); i >= 0 {
				fired[strings.Trim(line[i:], "[]/")] = true
			}
		}
	}
	missing := slices.DeleteFunc(rule.IDs(), func(id string) bool { return fired[id] })
	if len(missing) > 0 {
		t.Errorf("no mini program of testdata is one that these rules fire in: %v", missing)
	}
}
