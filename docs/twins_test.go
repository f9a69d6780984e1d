// Package docs holds no code: its test keeps the documents together.
package docs

import (
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"unicode"
)

// alone are documents of one language, and why.
var alone = map[string]string{
	"../CONTRIBUTING.md": "it is for those who work on beianlint: code and commits are in English",
	"../CHANGELOG.md":    "it is for those who work on beianlint and for release notes; what changes for users stands in the READMEs",
}

// TestDocumentsInBothLanguages: every document has its twin, with as many
// headings, tables and code blocks, and the two point to each other.
func TestDocumentsInBothLanguages(t *testing.T) {
	var documents []string
	for _, root := range []string{"..", "."} {
		err := filepath.WalkDir(root, func(name string, d fs.DirEntry, err error) error {
			if err == nil && root == ".." && d.IsDir() && name != root {
				return fs.SkipDir
			}
			if strings.HasSuffix(name, ".md") {
				documents = append(documents, filepath.ToSlash(name))
			}
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	if len(documents) < 50 {
		t.Fatalf("only %d documents", len(documents))
	}
	for _, name := range documents {
		if alone[name] == "" {
			checkTwin(t, name)
		}
	}
}

func checkTwin(t *testing.T, name string) {
	t.Helper()
	base, chinese := strings.CutSuffix(name, ".zh-CN.md")
	twin := base + ".md"
	if !chinese {
		twin = strings.TrimSuffix(name, ".md") + ".zh-CN.md"
	}
	text, other := document(t, name), document(t, twin)
	if other == "" {
		t.Errorf("%s has no twin %s", name, twin)
		return
	}
	if chinese && !strings.ContainsFunc(text, func(r rune) bool { return unicode.Is(unicode.Han, r) }) {
		t.Errorf("%s has no Chinese in it", name)
	}
	if !strings.Contains(text, "]("+path.Base(twin)+")") {
		t.Errorf("%s does not point to %s", name, twin)
	}
	for what, pattern := range map[string]string{"headings": `(?m)^#+ `, "tables": `(?m)^\|---`, "code blocks": "(?m)^```"} {
		count := func(s string) int { return len(regexp.MustCompile(pattern).FindAllString(s, -1)) }
		if n, m := count(text), count(other); n != m {
			t.Errorf("%s has %d %s, %s has %d", name, n, what, twin, m)
		}
	}
}

// document returns a document without the text of its code blocks, where # is
// a comment; "" where there is none.
func document(t *testing.T, name string) string {
	t.Helper()
	data, err := os.ReadFile(name)
	if err != nil {
		return ""
	}
	return regexp.MustCompile("(?ms)^```.*?^```").ReplaceAllString(string(data), "```")
}
