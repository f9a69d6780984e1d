package miniprogram

import (
	"os"
	"regexp"
	"slices"
	"testing"

	"github.com/beianlint/beianlint/lint/platform"
)

// TestHookRunsOnWhatIsRead: a commit that changes a file which can change the
// verdict runs the pre-commit hook.
func TestHookRunsOnWhatIsRead(t *testing.T) {
	hooks, err := os.ReadFile("../../.pre-commit-hooks.yaml")
	if err != nil {
		t.Fatal(err)
	}
	files := regexp.MustCompile(string(regexp.MustCompile(`(?m)^  files: (.*)$`).FindSubmatch(hooks)[1]))
	names := append([]string{
		"filed-domains.txt", "ops/our-domains.txt", "备案.xlsx", "备案.csv", "list.tsv", ".github/filed-domains.txt",
		".beianlint.json", ".beianlint-baseline.json", ".gitignore", "mp/.gitignore", ".env", "mp/.env.production",
	}, slices.Concat(configNames(nil), platform.ProjectFiles())...)
	for _, ext := range words("", 4) {
		if _, ok := kindOf("a." + ext); ok {
			names = append(names, "页面/a."+ext)
		}
	}
	if len(names) < 30 {
		t.Errorf("only %d names", len(names))
	}
	for _, name := range names {
		if !files.MatchString(name) {
			t.Errorf("a commit of %s does not run the hook", name)
		}
	}
	for _, name := range []string{"README.md", "a.png", "notes.txt", "filed-domains.txt.bak", ".beianlint.jsonc", "main.go"} {
		if files.MatchString(name) {
			t.Errorf("a commit of %s runs the hook", name)
		}
	}
}

// words are all words of up to n letters that begin with begin.
func words(begin string, n int) (all []string) {
	if begin != "" {
		all = append(all, begin)
	}
	for c := 'a'; c <= 'z' && n > 0; c++ {
		all = append(all, words(begin+string(c), n-1)...)
	}
	return all
}
