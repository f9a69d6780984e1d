package docs

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"unicode/utf8"
)

// TestSentencesOnce: no page says the same sentence twice.
func TestSentencesOnce(t *testing.T) {
	for _, page := range pages(t) {
		seen := map[string]bool{}
		for _, s := range sentences(document(t, page)) {
			if seen[s] {
				t.Errorf("%s says twice: %s", page, s)
			}
			seen[s] = true
		}
	}
}

// sentences are those of a page that are long enough to be said once, without its
// tables and indented examples.
func sentences(text string) (all []string) {
	text = regexp.MustCompile(`(?m)^(\||    ).*$`).ReplaceAllString(text, "")
	for _, s := range regexp.MustCompile(`[.。]\s|[。：]|\n\n`).Split(text, -1) {
		if s = strings.Join(strings.Fields(s), " "); utf8.RuneCountInString(s) > 25 {
			all = append(all, s)
		}
	}
	return all
}

// TestWords: the words that a reader stumbles over, and those of which there is a
// better one in use, are in no page.
func TestWords(t *testing.T) {
	words := regexp.MustCompile(`\bcan not\b|\banew\b|Http or|Https? and|\bone a line\b|the filing of .* is still pending|域名配置[^。]*白名单|平台域名|[^我为]你[^好]|[^案骤]清单|文件夹|标注|批注|\bits kin\b|\b[Rr]obots?\b|platform list|\btext list\b|[Cc]onsole list`)
	official := strings.NewReplacer("H5域名配置", "")
	for _, page := range pages(t) {
		if found := words.FindString(official.Replace(document(t, page))); found != "" {
			t.Errorf("%s: %q", page, found)
		}
	}
}

// TestChineseExamples: comments in the examples of a Chinese page are in Chinese.
func TestChineseExamples(t *testing.T) {
	comment := regexp.MustCompile(`(?m)^[^\n"']*?(?:^|\s)(?:#|//) (.*)$`)
	for _, page := range pages(t) {
		if !strings.HasSuffix(page, ".zh-CN.md") {
			continue
		}
		data, err := os.ReadFile(page)
		if err != nil {
			t.Fatal(err)
		}
		for _, block := range regexp.MustCompile("(?ms)^```.*?^```").FindAllString(string(data), -1) {
			for _, m := range comment.FindAllStringSubmatch(block, -1) {
				if words := regexp.MustCompile(`^[a-z]+ [a-z]+ [a-z]+`).FindString(m[1]); words != "" {
					t.Errorf("%s: a comment in English: %s", page, m[1])
				}
			}
		}
	}
}

func pages(t *testing.T) (all []string) {
	t.Helper()
	for _, pattern := range []string{"*.md", "rules/*.md", "../README*.md"} {
		found, err := filepath.Glob(pattern)
		if err != nil || len(found) == 0 {
			t.Fatal(pattern, err)
		}
		all = append(all, found...)
	}
	return all
}
