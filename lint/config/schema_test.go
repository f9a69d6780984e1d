package config_test

import (
	"bytes"
	"encoding/json"
	"flag"
	"fmt"
	"maps"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/txtar"
	"github.com/santhosh-tekuri/jsonschema/v6"

	"github.com/beianlint/beianlint/lint/config"
	"github.com/beianlint/beianlint/lint/finding"
	"github.com/beianlint/beianlint/lint/jsonc"
	"github.com/beianlint/beianlint/lint/message"
	"github.com/beianlint/beianlint/lint/rule"
	"github.com/beianlint/beianlint/lint/source"
)

var update = flag.Bool("update", false, "rewrite the schema")

// The JSON Schemas of the config and of a policy, for editors.
const (
	schemaFile = "../../docs/beianlint.schema.json"
	policyFile = "../../docs/beianlint.policy.schema.json"
)

// TestSchema keeps the published schemas and the table below together.
func TestSchema(t *testing.T) {
	for file, schema := range map[string]object{schemaFile: schema(), policyFile: policySchema()} {
		var want bytes.Buffer
		enc := json.NewEncoder(&want)
		enc.SetEscapeHTML(false)
		enc.SetIndent("", "  ")
		if err := enc.Encode(schema); err != nil {
			t.Fatal(err)
		}
		if *update {
			if err := os.WriteFile(file, want.Bytes(), 0o644); err != nil {
				t.Fatal(err)
			}
		}
		got, err := os.ReadFile(file)
		if diff := cmp.Diff(want.String(), string(got)); err != nil || diff != "" {
			t.Errorf("%s, -want +got (go test ./lint/config -update rewrites it): %v\n%s", file, err, diff)
		}
	}
}

// TestSchemaKnowsEveryKey: what the reader takes has a place in the schema, and
// the other way round. A new table of keys in the reader needs a row here.
func TestSchemaKnowsEveryKey(t *testing.T) {
	tables := []struct {
		config string // with an unknown key in the table
		at     []any  // where the schema has it
	}{
		{`{"?": 1}`, nil},
		{`{"rules": {"unfiled-domain": {"?": 1}}}`, []any{"properties", "rules", "properties", "unfiled-domain", "allOf", 0, "anyOf", 1}},
		{`{"filed": [{"?": 1}]}`, []any{"properties", "filed", "items", "anyOf", 1}},
		{`{"ignore": [{"?": 1}]}`, []any{"properties", "ignore", "items"}},
		{`{"projects": [{"?": 1}]}`, []any{"properties", "projects", "items"}},
		{`{"clients": [{"?": 1}]}`, []any{"properties", "clients", "items"}},
	}
	for _, c := range tables {
		properties, _ := at(published(t, schemaFile), append(c.at, "properties")...).(map[string]any)
		known := strings.Join(slices.Sorted(maps.Keys(properties)), ", ")
		if got := knownKeys(t, c.config); got != known {
			t.Errorf("%s: the reader takes %s, the schema has %s", c.config, got, known)
		}
	}
	n := 0
	for _, name := range []string{"decode.go", "decode_project.go", "decode_filed.go", "decode_clients.go"} {
		code, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		n += bytes.Count(code, []byte("[]jsonc.Key{\n"))
	}
	if n != len(tables) {
		t.Errorf("the reader has %d tables of keys, this test looks at %d", n, len(tables))
	}
	if got, want := slices.Sorted(maps.Keys(at(published(t, schemaFile), "properties", "rules", "properties").(map[string]any))), slices.Sorted(slices.Values(rule.IDs())); !slices.Equal(got, want) {
		t.Errorf("rules of the schema: %s", got)
	}
}

// knownKeys returns the keys that the reader proposes in place of "?".
func knownKeys(t *testing.T, text string) string {
	t.Helper()
	for _, p := range refusal(text) {
		if p.Message == "config.unknown-key" {
			return p.Args[1].(string)
		}
	}
	t.Fatalf("%s: the reader has nothing against the key", text)
	return ""
}

// refusal is what the reader has against a config.
func refusal(text string) []*source.Problem {
	fsys := fstest.MapFS{config.Name: {Data: []byte(text)}, "root/app.json": {Data: []byte("{}")}}
	_, err := config.Read(source.Root{FS: fsys, Folder: "."}, config.Name, rule.IDs())
	if bad, ok := err.(*config.Error); ok {
		return bad.Problems
	}
	return nil
}

// Entries that are held against every finding are bounded; those of one host are not.
func TestIgnoresAreBounded(t *testing.T) {
	entries := func(n int, host string) string {
		list := strings.Repeat(`{"host": "`+host+`", "reason": "r"},`, n)
		return `{"ignore": [` + strings.TrimSuffix(list, ",") + `]}`
	}
	for text, want := range map[string]int{
		`{"exclude": [` + strings.Repeat(`"a",`, 499) + `"b"]}`: 0, `{"exclude": [` + strings.Repeat(`"a",`, 502) + `"b"]}`: 1,
		entries(500, "*.example.com"): 0, entries(501, "*.example.com"): 1, entries(502, "*.example.com"): 1, entries(2000, "a.example.com"): 0,
	} {
		if got := len(refusal(text)); got != want {
			t.Errorf("%.40s…: %d problems, want %d", text, got, want)
		}
	}
}

// at goes down a JSON value by keys and indexes.
func at(v any, path ...any) any {
	for _, step := range path {
		switch step := step.(type) {
		case string:
			m, _ := v.(map[string]any)
			v = m[step]
		case int:
			v = v.([]any)[step]
		}
	}
	return v
}

func published(t *testing.T, file string) (s map[string]any) {
	t.Helper()
	data, err := os.ReadFile(file)
	if err == nil {
		err = json.Unmarshal(data, &s)
	}
	if err != nil {
		t.Fatal(err)
	}
	return resolved(s, s["definitions"].(map[string]any)).(map[string]any)
}

// resolved returns a schema with the definitions in place of their references.
func resolved(v any, definitions map[string]any) any {
	switch v := v.(type) {
	case map[string]any:
		if name, ok := v["$ref"].(string); ok {
			return definitions[path.Base(name)]
		}
		for key, value := range v {
			v[key] = resolved(value, definitions)
		}
	case []any:
		for i, value := range v {
			v[i] = resolved(value, definitions)
		}
	}
	return v
}

// beyond are mistakes that a schema cannot see: what is on disk, what stands
// twice, what a pattern, a host or a day is.
var beyond = []message.ID{"config.no-folder", "config.glob", "config.endpoint", "config.duplicate-key", "config.allowlist-box", "config.allowlist"}

// TestSchemaAgreesWithTheReader: the schema takes every config that the reader
// takes, and refuses those that it refuses for their shape.
func TestSchemaAgreesWithTheReader(t *testing.T) {
	all := map[string]string{}
	for name, texts := range examples(t) {
		for i, text := range texts {
			all[fmt.Sprintf("%s %d", name, i)] = text
		}
	}
	for i, text := range append(accepted(), mistakes()...) {
		all[fmt.Sprintf("%d", i)] = text
	}
	schema := compiled(t, schemaFile)
	taken, refused := 0, 0
	for _, name := range slices.Sorted(maps.Keys(all)) {
		doc, problems := jsonc.Parse(source.NewFile(config.Name, []byte(all[name])))
		if len(problems) > 0 {
			continue
		}
		wrong, found := schema.Validate(plain(doc.Root())), refusal(all[name])
		problems = slices.DeleteFunc(slices.Clone(found), func(p *source.Problem) bool {
			return slices.Contains(beyond, p.Message) || p.Message == "config.date" && len(p.Args[0].(string)) == len("2026-02-30")
		})
		switch {
		case len(problems) > 0:
			refused++
		case len(found) > 0:
			continue // a schema may see it or not
		default:
			taken++
		}
		if (wrong == nil) != (len(problems) == 0) {
			t.Errorf("%s: the reader says %v, the schema %v\n%s", name, problems, wrong, all[name])
		}
	}
	if taken < 50 || refused < 30 {
		t.Errorf("%d configs are taken and %d refused: the examples are not found", taken, refused)
	}
}

// TestSchemaRefusesSingly: each mistake alone is enough.
func TestSchemaRefusesSingly(t *testing.T) {
	schema := compiled(t, schemaFile)
	for _, text := range mistakes() {
		doc, problems := jsonc.Parse(source.NewFile(config.Name, []byte(text)))
		if len(problems) > 0 || len(refusal(text)) == 0 || schema.Validate(plain(doc.Root())) == nil {
			t.Errorf("not refused by both: %s", text)
		}
	}
	for _, text := range accepted() {
		if problems := refusal(text); len(problems) > 0 {
			t.Errorf("refused by the reader: %s: %v", text, problems)
		}
	}
}

// compiled returns the published schema, ready to validate.
func compiled(t *testing.T, name string) *jsonschema.Schema {
	t.Helper()
	file, err := os.Open(name)
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	doc, err := jsonschema.UnmarshalJSON(file)
	if err != nil {
		t.Fatal(err)
	}
	c := jsonschema.NewCompiler()
	if err := c.AddResource("schema.json", doc); err != nil {
		t.Fatal(err)
	}
	schema, err := c.Compile("schema.json")
	if err != nil {
		t.Fatal(err)
	}
	return schema
}

// plain returns a JSON value as encoding/json reads it.
func plain(n jsonc.Node) (v any) {
	switch n.Kind() {
	case jsonc.Array:
		items := []any{}
		n.Each(func(_, item jsonc.Node) bool { items = append(items, plain(item)); return true })
		return items
	case jsonc.Object:
		members := map[string]any{}
		n.Each(func(key, value jsonc.Node) bool { members[key.String()] = plain(value); return true })
		return members
	}
	_ = json.Unmarshal([]byte(n.Raw()), &v)
	return v
}

// accepted are configs of every enum's every value.
func accepted() (all []string) {
	for _, s := range finding.Severities() {
		for _, r := range rule.All {
			all = append(all, fmt.Sprintf(`{"rules": {%q: %q}, "ignore": [{"rule": %q, "reason": "x"}]}`, r.ID, s, r.ID))
		}
		all = append(all, fmt.Sprintf(`{"rules": {"stale-list": {"severity": %q, "ignorable": false}}}`, s))
	}
	for _, c := range config.Boxes {
		all = append(all, fmt.Sprintf(`{"projects": [{"appid": "x", "uses": {%q: ["a.example.com"]}, "allowlist": {%[1]q: ["https://a.example.com"]}}], "clients": [{"call": "a.b", "category": %[1]q}]}`, c))
	}
	return append(all, `{}`, `{"$schema": "x", "baseline": "b.json", "countApps": true, "maxAge": 1, "env": {"A": "b"}}`,
		`{"filed": ["a", {"path": "b", "authority": "org"}, {"path": "c", "authority": "project", "sha256": "`+strings.Repeat("aB", 32)+`"}]}`,
		`{"allowLocal": true, "projects": [{"root": "root", "platform": "alipay", "allowlist": {"requestDomain": ["https://a.example.com"], "safe_domains": "a.example.com"}}]}`,
		`{"allowLocal": ["a.example.com"], "projects": [{"root": "root", "platform": "wechat", "tenants": "t/*/ext.json"}, {"appid": "x", "tenants": ["ext.json"], "entities": ["x"]}]}`,
		`{"clients": [{"call": "send"}, {"call": "@acme/http.send", "argument": 15, "option": "a.b[].c-d"}, {"call": "this.$http.get", "argument": 0, "option": "urls[]"}]}`,
		`{"exclude": ["dist/**"], "ignore": [{"host": "*.example.com", "path": "a", "until": "2026-12-31", "reason": "x"}]}`)
}

// mistakes are configs with one mistake each.
func mistakes() []string {
	return []string{
		`[]`, `{"rule": {}}`, `{"rules": []}`, `{"rules": {"no-rule": "off"}}`, `{"rules": {"ip-address": "fatal"}}`, `{"rules": {"ip-address": 1}}`,
		`{"rules": {"ip-address": {"sevrity": "off"}}}`, `{"rules": {"ip-address": {"ignorable": "no"}}}`, `{"rules": {"ip-address": {"severity": "loud"}}}`,
		`{"filed": "a.txt"}`, `{"filed": [1]}`, `{"filed": [{}]}`, `{"filed": [{"path": "a", "authority": "me"}]}`, `{"filed": [{"path": "a", "sha256": "ab"}]}`, `{"filed": [{"path": "a", "x": 1}]}`,
		`{"allowLocal": "a.example.com"}`, `{"allowLocal": [1]}`, `{"maxAge": 0}`, `{"maxAge": 1.5}`, `{"maxAge": "90"}`, `{"countApps": "yes"}`, `{"countApps": null}`,
		`{"exclude": "dist"}`, `{"exclude": [1]}`, `{"exclude": [""]}`, `{"env": []}`, `{"env": {"A": 1}}`, `{"baseline": 1}`,
		`{"ignore": {}}`, `{"ignore": [{"host": "a.example.com"}]}`, `{"ignore": [{"host": "a.example.com", "reason": " "}]}`, `{"ignore": [{"reason": "x"}]}`,
		`{"ignore": [{"rule": "no-rule", "reason": "x"}]}`, `{"ignore": [{"host": "", "reason": "x"}]}`, `{"ignore": [{"host": "a", "reason": "x", "until": "soon"}]}`, `{"ignore": ["a"]}`,
		`{"projects": [{}]}`, `{"projects": [{"platform": "wechat"}]}`, `{"projects": [{"appid": "x", "platform": "weixin"}]}`, `{"projects": [{"appid": ""}]}`, `{"projects": [{"appid": 1}]}`,
		`{"projects": [{"appid": "x", "uses": {"donwload": []}}]}`, `{"projects": [{"appid": "x", "uses": {"request": "a"}}]}`, `{"projects": [{"appid": "x", "entities": "a"}]}`,
		`{"projects": [{"appid": "x", "tenants": "t/*/app.json"}]}`, `{"projects": [{"appid": "x", "tenants": 1}]}`, `{"projects": [{"appid": "x", "allowlist": 1}]}`, `{"projects": [{"appid": "x", "allowlist": {"request": 1}}]}`,
		`{"projects": [{"appid": "x", "allowlist": {"request": [1]}}]}`,
		`{"clients": {}}`, `{"clients": ["send"]}`, `{"clients": [{}]}`, `{"clients": [{"call": 1}]}`, `{"clients": [{"call": ""}]}`, `{"clients": [{"call": "send()"}]}`,
		`{"clients": [{"call": "a b"}]}`, `{"clients": [{"call": "a."}]}`, `{"clients": [{"call": "a", "argument": -1}]}`, `{"clients": [{"call": "a", "argument": 16}]}`,
		`{"clients": [{"call": "a", "argument": "0"}]}`, `{"clients": [{"call": "a", "argument": 0.5}]}`, `{"clients": [{"call": "a", "option": ""}]}`, `{"clients": [{"call": "a", "option": "b."}]}`,
		`{"clients": [{"call": "a", "category": "http"}]}`, `{"clients": [{"call": "a", "category": 1}]}`,
	}
}

// examples are the configs of testdata and of the READMEs.
func examples(t *testing.T) map[string][]string {
	t.Helper()
	all := map[string][]string{}
	for _, folder := range []string{"ok", "err", "script"} {
		files, err := filepath.Glob("../../testdata/" + folder + "/*.txtar")
		if err != nil || len(files) == 0 {
			t.Fatal(folder, err)
		}
		for _, file := range files {
			a, err := txtar.ParseFile(file)
			if err != nil {
				t.Fatal(err)
			}
			for _, f := range a.Files {
				if path.Base(f.Name) == config.Name {
					all[file] = append(all[file], string(f.Data))
				}
			}
		}
	}
	for _, file := range []string{"../../README.md", "../../README.zh-CN.md", "../../docs/configuration.md", "../../docs/configuration.zh-CN.md"} {
		doc, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		for _, rest := range strings.Split(string(doc), "```jsonc\n")[1:] {
			text, _, _ := strings.Cut(rest, "```")
			all[file] = append(all[file], text)
		}
	}
	return all
}
