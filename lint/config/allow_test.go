package config_test

import (
	"fmt"
	"maps"
	"os"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"

	"github.com/beianlint/beianlint/lint/config"
	"github.com/beianlint/beianlint/lint/jsonc"
	"github.com/beianlint/beianlint/lint/rule"
	"github.com/beianlint/beianlint/lint/source"
)

func readPolicy(text string) (*config.Config, error) {
	fsys := fstest.MapFS{"org/policy.json": {Data: []byte(text)}}
	return config.ReadPolicy(source.Root{FS: fsys, Folder: "."}, "org/policy.json", "repo", rule.IDs())
}

// The keys of a policy are those of its schema, and both refuse the same.
func TestPolicySchema(t *testing.T) {
	schema := compiled(t, policyFile)
	all := map[string]bool{
		`{}`: true, `{"allow": {}}`: true, `{"allow": {"ignore": true, "baseline": ["unfiled-domain"], "lower": []}}`: true,
		`{"rules": {"ip-address": "off"}, "strict": true, "filed": ["a.txt"], "allow": {"ifdef": true}}`: true,
		`{"allow": true}`: false, `{"allow": {"ignore": "all"}}`: false, `{"allow": {"lower": ["no-rule"]}}`: false, `{"allow": {"twins": 1}}`: false,
		`{"allow": {"everything": true}}`: false, `{"baseline": "b.json"}`: false, `{"projects": []}`: false, `{"fild": []}`: false,
	}
	for _, key := range slices.Sorted(maps.Keys(published(t, policyFile)["properties"].(map[string]any)["allow"].(map[string]any)["properties"].(map[string]any))) {
		all[fmt.Sprintf(`{"allow": {%q: true}}`, key)] = true
	}
	if len(all) < 25 {
		t.Errorf("%d policies", len(all))
	}
	for text, want := range all {
		doc, _ := jsonc.Parse(source.NewFile("p", []byte(text)))
		_, err := readPolicy(text)
		if valid := schema.Validate(plain(doc.Root())) == nil; (err == nil) != want || valid != want {
			t.Errorf("%s: the reader says %v, the schema %v, want %v", text, err, valid, want)
		}
	}
}

// Nothing is allowed that is not said to be, and a config says nothing of that.
func TestAllow(t *testing.T) {
	c, err := readPolicy(`{"allow": {"ignore": ["media-domain"], "baseline": true, "exclude": true}}`)
	if err != nil {
		t.Fatal(err)
	}
	a := c.Allow
	want := config.Allow{config.AllowIgnore: {Named: []string{"media-domain"}}, config.AllowBaseline: {All: true}, config.AllowExclude: {All: true}}
	if diff := cmp.Diff(want, a); diff != "" {
		t.Error(diff)
	}
	if !a[config.AllowIgnore].Has("media-domain") || a[config.AllowIgnore].Has("unfiled-domain") || !a[config.AllowBaseline].Has("unfiled-domain") || a[config.AllowLower].Has("media-domain") {
		t.Errorf("%v", a)
	}
	if problems := refusal(`{"allow": {}}`); len(problems) != 1 || !strings.HasPrefix(string(problems[0].Message), "config.unknown-key") {
		t.Errorf("a config: %v", problems)
	}
}

// Patterns of files are about the repository, lists lie beside the policy.
func TestPolicyNames(t *testing.T) {
	c, err := readPolicy(`{"filed": ["a.txt"], "exclude": ["docs/**"], "ignore": [{"path": "x/*", "reason": "y"}]}`)
	if err != nil {
		t.Fatal(err)
	}
	if c.Filed[0].Name != "org/a.txt" || c.Exclude[0].Name != "repo/docs/**" || c.Ignores[0].Path != "repo/x/*" || !c.Ignores[0].OfPolicy {
		t.Errorf("%+v %+v %+v", c.Filed[0], c.Exclude[0], c.Ignores[0])
	}
}

// The policy that the pages show can be used.
func TestPolicyInPages(t *testing.T) {
	for _, page := range []string{"ignoring.md", "ignoring.zh-CN.md"} {
		data, err := os.ReadFile("../../docs/" + page)
		if err != nil {
			t.Fatal(err)
		}
		_, text, shown := strings.Cut(string(data), "```jsonc\n")
		text, _, _ = strings.Cut(text, "```")
		if c, err := readPolicy(text); !shown || err != nil || !c.Allow[config.AllowIfdef].All {
			t.Errorf("%s: %v\n%s", page, err, text)
		}
	}
}
