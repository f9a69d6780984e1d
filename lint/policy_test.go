package lint_test

import (
	"path/filepath"
	"strings"
	"testing"

	gocmp "github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/txtar"

	"github.com/beianlint/beianlint/lint"
	"github.com/beianlint/beianlint/lint/config"
	"github.com/beianlint/beianlint/lint/message"
)

// Every txtar of testdata/policy is a repository that tries against a policy what is in
// its name, with the findings in its section want.
func TestPolicies(t *testing.T) {
	for _, name := range archives(t, "policy") {
		t.Run(filepath.Base(name), func(t *testing.T) {
			a, err := txtar.ParseFile(name)
			if err != nil {
				t.Fatal(err)
			}
			c := newCase(t, a)
			got := c.run(t)
			if *update {
				rewrite(t, name, a, got)
				return
			}
			if want := wanted(a); !same(want, got) {
				t.Errorf("findings (-want +got):\n%s", gocmp.Diff(want, got))
			}
			report, _ := lint.Run(t.Context(), c.options(t))
			for _, f := range report.Findings {
				if zh := message.Chinese.Message(f.Message, f.Args...); strings.Contains(zh, "%!") || !hasHan(zh) || strings.Contains(message.Chinese.Help(f.Message, f.Args...), "%!") {
					t.Errorf("%s: %q", f.Message, zh)
				}
			}
		})
	}
}

// What a policy allows, the repository does: without a key of allow, something is held.
func TestAllowedSingly(t *testing.T) {
	a, err := txtar.ParseFile(filepath.Join(testdata, "policy", "allowed.txtar"))
	if err != nil {
		t.Fatal(err)
	}
	c := newCase(t, a)
	policy := string(c.files["work/org/policy.json"].Data)
	for _, key := range strings.Fields("ignore lower exclude env") {
		c.files["work/org/policy.json"].Data = []byte(strings.Replace(policy, `"`+key+`": true`, `"`+key+`": false`, 1))
		if got := c.run(t); len(got) == 0 {
			t.Errorf("nothing needs %s", key)
		}
	}
}

// What is wrong with a policy beside the repository is said without its content.
func TestBrokenPolicy(t *testing.T) {
	for text, want := range map[string]string{
		"{\n  kept": "line 2", "{\n\n \"kept\": 1}": "line 3", `{"allow": {"ignore": ["kept"]}}`: "line 1", `{"projects": []}`: "line 1",
	} {
		c := newCase(t, txtar.Parse([]byte("policy: ../org/policy.json\n-- app.json --\n{\"pages\": []}\n-- ../org/policy.json --\n"+text)))
		got := strings.Join(c.run(t), "\n")
		if !strings.Contains(got, "the policy policy.json cannot be used, see its "+want) || strings.Contains(got, "kept") {
			t.Errorf("%s: %s", text, got)
		}
	}
	c := newCase(t, txtar.Parse([]byte("policy: ../org/policy.json\n-- app.json --\n{\"pages\": []}\n")))
	if _, err := lint.Run(t.Context(), c.options(t)); err == nil || err.(*config.Error).Problems[0].Message != "config.policy" {
		t.Errorf("no policy: %v", err)
	}
}
