package docs

import (
	"encoding/json"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"go.yaml.in/yaml/v3"
)

var fenced = regexp.MustCompile("(?ms)^```(yaml|json)\n(.*?)^```$")

// TestSnippets: what the pages show as YAML or JSON can be read, and has the same
// keys in both languages; but for lang, which the Chinese README adds.
func TestSnippets(t *testing.T) {
	for _, page := range []string{"ci", "editors", "../README"} {
		english, chinese := snippets(t, page+".md"), snippets(t, page+".zh-CN.md")
		if len(english) == 0 {
			t.Errorf("%s.md shows nothing", page)
		}
		if diff := cmp.Diff(english, chinese, cmpopts.IgnoreSliceElements(func(key string) bool { return key == `"lang":` })); diff != "" {
			t.Errorf("%s: the twins show different things:\n%s", page, diff)
		}
	}
}

// snippets returns the keys of each YAML and JSON block of a page.
func snippets(t *testing.T, page string) (all [][]string) {
	t.Helper()
	text, err := os.ReadFile(page)
	if err != nil {
		t.Fatal(err)
	}
	for _, m := range fenced.FindAllStringSubmatch(string(text), -1) {
		var node any
		decode := map[string]func([]byte, any) error{"yaml": yaml.Unmarshal, "json": json.Unmarshal}[m[1]]
		if err := decode([]byte(m[2]), &node); err != nil {
			t.Errorf("%s: %v in\n%s", page, err, m[2])
		}
		all = append(all, keys(node, nil))
	}
	return all
}

// keys are the paths of the keys of a document, sorted as a map is printed.
func keys(node any, found []string) []string {
	switch node := node.(type) {
	case map[string]any:
		text, _ := json.Marshal(node) // maps are written with their keys in order
		found = append(found, regexp.MustCompile(`"[^"]*":`).FindAllString(string(text), -1)...)
	case []any:
		for _, n := range node {
			found = keys(n, found)
		}
	}
	return found
}

// TestLinks: a link to a file of the repository leads to one, and a fragment to a
// heading of it.
func TestLinks(t *testing.T) {
	pages, err := filepath.Glob("*.md")
	if err != nil || len(pages) == 0 {
		t.Fatal(pages, err)
	}
	for _, page := range append(pages, "../README.md", "../README.zh-CN.md", "../CONTRIBUTING.md") {
		for _, m := range regexp.MustCompile(`\]\(([^)\s:]+)\)`).FindAllStringSubmatch(document(t, page), -1) {
			name, fragment, _ := strings.Cut(m[1], "#")
			target := filepath.Join(filepath.Dir(page), name)
			if name == "" {
				target = page
			}
			if _, err := os.Stat(target); err != nil {
				t.Errorf("%s: %v", page, err)
			} else if fragment != "" && !anchors(document(t, target))[fragment] {
				t.Errorf("%s: %s has no heading #%s", page, target, fragment)
			}
		}
	}
}

// anchors are the fragments that GitHub gives the headings of a page.
func anchors(text string) map[string]bool {
	found := map[string]bool{}
	for _, m := range regexp.MustCompile(`(?m)^#+ (.*)$`).FindAllStringSubmatch(text, -1) {
		heading := regexp.MustCompile(`[^\p{L}\p{N} _-]`).ReplaceAllString(strings.ToLower(m[1]), "")
		found[strings.ReplaceAll(heading, " ", "-")] = true
	}
	return found
}
