package eval

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// A file that doc.go does not name is one that a newcomer does not find.
func TestDocNamesFiles(t *testing.T) {
	doc, err := os.ReadFile("doc.go")
	if err != nil {
		t.Fatal(err)
	}
	_, places, _ := strings.Cut(string(doc), "Where to look:")
	named := map[string]bool{"doc": true}
	for _, word := range regexp.MustCompile(`\w+`).FindAllString(places, -1) {
		named[word] = true
	}
	files, err := filepath.Glob("*.go")
	if err != nil || len(files) == 0 {
		t.Fatal(files, err)
	}
	for _, file := range files {
		name := strings.TrimSuffix(file, ".go")
		if family, _, split := strings.Cut(name, "_"); !strings.HasSuffix(name, "_test") && !named[name] && !(split && family == "closed") {
			t.Errorf("doc.go does not say where %s belongs", file)
		}
	}
}
