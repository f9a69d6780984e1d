package main

import (
	"bytes"
	"cmp"
	"embed"
	"fmt"
	"html/template"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
)

// source is the address of the repository's files.
const source = "https://github.com/beianlint/beianlint/blob/main/"

//go:embed layout.html
var layouts embed.FS

// guides are the pages that are not about one rule, in the order of the navigation.
var guides = []string{"README", "docs/filed-list", "docs/configuration", "docs/ignoring", "docs/reports", "docs/ci", "docs/editors", "docs/how-it-finds-hosts", "docs/performance", "docs/security"}

// document is one page in one language.
type document struct {
	name    string // of the source, without the language and .md: docs/ci
	chinese bool
	title   string
	body    template.HTML
}

// ending is what names of a language end with.
func ending(chinese bool) string {
	if chinese {
		return ".zh-CN"
	}
	return ""
}

// source is the name of the file that the page is made of.
func (d *document) source() string { return d.name + ending(d.chinese) + ".md" }

// address is the name of the page on the site: as the repository has it below docs.
func (d *document) address() string { return address(d.source()) }

func address(source string) string {
	name := strings.TrimPrefix(strings.TrimSuffix(source, ".md"), "docs/")
	if rest, ok := strings.CutPrefix(name, "README"); ok {
		name = "index" + rest
	}
	return name + ".html"
}

// documents makes the pages of the repository and what they need.
func documents(repo string) (map[string][]byte, error) {
	all, err := readAll(repo)
	if err != nil {
		return nil, err
	}
	layout, err := template.ParseFS(layouts, "layout.html")
	if err != nil {
		return nil, err
	}
	files := map[string][]byte{".nojekyll": {}}
	for _, d := range all {
		var b bytes.Buffer
		if err := layout.Execute(&b, view(d, all)); err != nil {
			return nil, err
		}
		files[d.address()] = b.Bytes()
	}
	style, err := styles(repo, "docs/site/theme.css", "docs/site/style.css")
	files["style.css"] = []byte(style)
	return files, err
}

// styles joins style sheets.
func styles(repo string, names ...string) (string, error) {
	var all strings.Builder
	for _, name := range names {
		data, err := os.ReadFile(filepath.Join(repo, name))
		if err != nil {
			return "", err
		}
		all.Write(data)
	}
	return all.String(), nil
}

// readAll reads the documents, the guides in their order first.
func readAll(repo string) ([]*document, error) {
	var names []string
	for _, pattern := range []string{"README*.md", "docs/*.md", "docs/rules/*.md"} {
		found, err := filepath.Glob(filepath.Join(repo, pattern))
		if err != nil {
			return nil, err
		}
		for _, name := range found {
			rel, err := filepath.Rel(repo, name)
			if err != nil {
				return nil, err
			}
			names = append(names, filepath.ToSlash(rel))
		}
	}
	var all []*document
	for _, name := range names {
		base, chinese := strings.CutSuffix(strings.TrimSuffix(name, ".md"), ".zh-CN")
		d := &document{name: base, chinese: chinese}
		if err := d.render(repo, names); err != nil {
			return nil, fmt.Errorf("%s: %w", name, err)
		}
		all = append(all, d)
	}
	slices.SortFunc(all, func(a, b *document) int {
		return cmp.Or(cmp.Compare(order(a), order(b)), cmp.Compare(a.name, b.name), strings.Compare(a.source(), b.source()))
	})
	return all, nil
}

// order puts a guide at its place, and all that have none behind them.
func order(d *document) int {
	if at := slices.Index(guides, d.name); at >= 0 {
		return at
	}
	return len(guides)
}

// page is what layout.html shows.
type page struct {
	Lang, Title, Up   string
	Body              template.HTML
	Words             map[string]string
	Home, Twin, Other string // addresses of the first page and of the other language, and its tag
	Source            string
	Guides, Rules     []link
	InRules           bool
}

type link struct {
	Title, To string
	Here      bool
}

// words are those of the layout, English and Chinese.
var words = map[string][2]string{
	"skip": {"Skip to the page", "跳到正文"}, "contents": {"Contents", "目录"}, "rules": {"Rules", "规则"},
	"playground": {"Try it in the browser", "在浏览器中试用"}, "language": {"中文", "English"}, "source": {"Source of this page", "本页源文件"},
	"overview": {"Overview", "概览"},
}

func view(d *document, all []*document) *page {
	lang := 0
	p := &page{Lang: "en", Other: "zh-CN", Title: d.title, Body: d.body, Words: map[string]string{}, Source: source + d.source()}
	if d.chinese {
		lang, p.Lang, p.Other = 1, "zh-CN", "en"
	}
	for id, both := range words {
		p.Words[id] = both[lang]
	}
	p.InRules = strings.HasPrefix(d.name, "docs/rules/")
	if p.InRules {
		p.Up = "../"
	}
	p.Home = p.Up + address("README"+ending(d.chinese)+".md")
	p.Twin = path.Base(address(d.name + ending(!d.chinese) + ".md"))
	for _, other := range all {
		if other.chinese != d.chinese {
			continue
		}
		l := link{other.title, p.Up + other.address(), other == d}
		switch {
		case strings.HasPrefix(other.name, "docs/rules/"):
			p.Rules = append(p.Rules, l)
		case other.name == "README":
			p.Guides = append(p.Guides, link{p.Words["overview"], l.To, l.Here})
		default:
			p.Guides = append(p.Guides, l)
		}
	}
	return p
}
