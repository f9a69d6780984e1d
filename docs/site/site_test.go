package main

import (
	"encoding/json"
	"io/fs"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
)

const repository = "../.."

func pages(t *testing.T) map[string][]byte {
	t.Helper()
	files, err := documents(repository)
	if err != nil {
		t.Fatal(err)
	}
	return files
}

// TestSite: every document is a page, in both languages, and no link is dead.
func TestSite(t *testing.T) {
	files := pages(t)
	if problems := deadLinks(files, true); problems != "" {
		t.Error(problems)
	}
	for _, name := range []string{"index.html", "index.zh-CN.html", "ci.html", "rules/unfiled-domain.html", "rules/unfiled-domain.zh-CN.html"} {
		if files[name] == nil {
			t.Errorf("no %s", name)
		}
	}
	if len(files) < 70 {
		t.Errorf("only %d files", len(files))
	}
	for name, data := range files {
		html := string(data)
		if !strings.HasSuffix(name, ".html") {
			continue
		}
		if lang := `<html lang="en">`; strings.Contains(name, ".zh-CN.") == strings.Contains(html, lang) {
			t.Errorf("%s has the wrong language", name)
		}
		if n := strings.Count(html, "<h1"); n != 1 {
			t.Errorf("%s has %d titles", name, n)
		}
		if n := strings.Count(html, `aria-current="page"`); n != 2 { // of the menu and of the column
			t.Errorf("%s stands %d times in its contents", name, n)
		}
		if strings.Contains(html, "<script") || strings.Contains(html, "raw HTML omitted") {
			t.Errorf("%s has what it should not have", name)
		}
	}
}

// TestDeadLinks: a link to no page, to no part of one, out of the site or to its root is
// found.
func TestDeadLinks(t *testing.T) {
	for link, want := range map[string]string{
		"b.html": "", "b.html#part": "", "#top": "", "sub/c.html": "", "https://example.com/": "", "playground/index.html#en": "",
		"none.html": "no such page", "b.html#none": "no such part", "#none": "no such part", "/b.html": "it is not relative",
		"../b.html": "no such page", "http://example.com/": "it is not relative", "javascript:x": "it is not relative",
	} {
		files := map[string][]byte{
			"a.html": []byte(`<p id="top"><a href="` + link + `">`), "b.html": []byte(`<p id="part">`), "sub/c.html": []byte(`<a href="../a.html#top">`),
		}
		problems := deadLinks(files, true)
		if want == "" && problems != "" || want != "" && problems != "a.html: "+link+": "+want+"\n" {
			t.Errorf("%s: %q, want %q", link, problems, want)
		}
	}
}

// TestTargets: links of a document become links of the site, or of the repository.
func TestTargets(t *testing.T) {
	d := &document{name: "docs/ci", chinese: true}
	names := []string{"README.zh-CN.md", "docs/ci.zh-CN.md", "docs/rules/ip-address.zh-CN.md"}
	for to, want := range map[string]string{
		"../README.zh-CN.md": "index.zh-CN.html", "rules/ip-address.zh-CN.md#why": "rules/ip-address.zh-CN.html#why", "#a": "#a",
		"https://example.com/x.md": "https://example.com/x.md", "../LICENSE": source + "LICENSE",
		"man": "https://github.com/beianlint/beianlint/tree/main/docs/man", "../go.mod#L3": source + "go.mod#L3",
	} {
		if got, err := d.target(repository, to, names); err != nil || got != want {
			t.Errorf("%s: %q, %v, want %q", to, got, err, want)
		}
	}
	if _, err := d.target(repository, "gone.md", names); err == nil {
		t.Error("a link to a file that is not there is taken")
	}
}

// TestAddresses: what beianlint and its documents name on the site is there.
func TestAddresses(t *testing.T) {
	files := pages(t)
	tracked, err := exec.Command("git", "-C", repository, "ls-files").Output()
	if err != nil {
		t.Skip(err)
	}
	address := regexp.MustCompile(`https://beianlint\.github\.io/beianlint/([\w./-]*\.html)?(#[\w-]+)?`)
	found := map[string]string{}
	for name := range strings.Lines(string(tracked)) {
		name = strings.TrimSpace(name)
		data, err := os.ReadFile(filepath.Join(repository, name))
		if err != nil {
			continue // it is gone
		}
		for _, m := range address.FindAllSubmatch(data, -1) {
			found[string(m[1])] = name
		}
	}
	for _, page := range slices.Sorted(maps.Keys(found)) {
		if page != "" && page != "playground/index.html" && files[page] == nil {
			t.Errorf("%s names %s, which is not on the site", found[page], page)
		}
	}
	for _, want := range []string{"rules/unfiled-domain.html", "rules/unfiled-domain.zh-CN.html"} {
		if found[want] == "" {
			t.Errorf("nothing names %s", want)
		}
	}
}

// TestTexts: the playground has every text in both languages, and no other.
func TestTexts(t *testing.T) {
	data, err := os.ReadFile("../playground/page/texts.json")
	if err != nil {
		t.Fatal(err)
	}
	var texts map[string]map[string]string
	if err := json.Unmarshal(data, &texts); err != nil {
		t.Fatal(err)
	}
	used := map[string]bool{}
	err = fs.WalkDir(os.DirFS("../playground"), ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || strings.HasSuffix(name, ".json") {
			return err
		}
		data, err := os.ReadFile(filepath.Join("../playground", name))
		for _, m := range regexp.MustCompile(`(?:data-(?:text|label)=|say\(|progress\(|trouble\(|Trouble\(|id = |[?:] )["']([a-zA-Z-]+)["']`).FindAllStringSubmatch(string(data), -1) {
			used[m[1]] = true
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	values := regexp.MustCompile(`\{\w+\}`)
	for id, english := range texts["en"] {
		if plural, one := strings.CutSuffix(id, "One"); one {
			if texts["en"][plural] == "" {
				t.Errorf("%s is one of nothing", id)
			}
			continue
		}
		chinese := texts["zh"][id]
		if chinese == "" {
			t.Errorf("%s is not there in Chinese", id)
		}
		if a, b := values.FindAllString(english, -1), values.FindAllString(chinese, -1); !slices.Equal(a, b) {
			t.Errorf("%s has the values %v and %v", id, a, b)
		}
		if !used[id] && !strings.HasPrefix(id, "save-") {
			t.Errorf("%s is not used", id)
		}
	}
	for id := range texts["zh"] {
		if texts["en"][id] == "" {
			t.Errorf("%s is not there in English", id)
		}
	}
}
