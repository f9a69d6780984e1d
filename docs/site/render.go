package main

import (
	"bytes"
	"errors"
	"fmt"
	"html/template"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strings"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
)

var markdown = goldmark.New(goldmark.WithExtensions(extension.GFM), goldmark.WithParserOptions(parser.WithAutoHeadingID()))

var errHTML = errors.New("HTML is not taken over: write it in Markdown, or between backticks")

// render makes the body of a page. Names are those of all documents.
func (d *document) render(repo string, names []string) error {
	data, err := os.ReadFile(filepath.Join(repo, filepath.FromSlash(d.source())))
	if err != nil {
		return err
	}
	tree := markdown.Parser().Parse(text.NewReader(data), parser.WithContext(parser.NewContext(parser.WithIDs(&anchors{used: map[string]bool{}}))))
	withoutTwin(tree, path.Base(d.name)+ending(!d.chinese)+".md")
	var problems []error
	var comments []ast.Node
	err = ast.Walk(tree, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		switch n := n.(type) {
		case *ast.Heading:
			if entering && n.Level == 1 && d.title == "" {
				d.title = textOf(n, data)
			}
		case *ast.Link:
			if entering {
				to, err := d.target(repo, string(n.Destination), names)
				n.Destination = []byte(to)
				problems = append(problems, err)
			}
		case *ast.HTMLBlock:
			if entering && strings.HasPrefix(string(n.Lines().Value(data)), "<!--") {
				comments = append(comments, n)
			} else if entering {
				problems = append(problems, errHTML)
			}
		case *ast.RawHTML:
			problems = append(problems, errHTML)
		}
		return ast.WalkContinue, nil
	})
	for _, n := range comments {
		n.Parent().RemoveChild(n.Parent(), n)
	}
	var b bytes.Buffer
	err = errors.Join(err, errors.Join(problems...), markdown.Renderer().Render(&b, data, tree))
	html := strings.NewReplacer("<table>", `<div class="scroll" tabindex="0"><table>`, "</table>", "</table></div>", "<pre>", `<pre tabindex="0">`).Replace(b.String())
	d.body = template.HTML(html)
	return err
}

// target is where a link of a document leads to on the site: to another page, or to
// the repository for a file that is none.
func (d *document) target(repo, to string, names []string) (string, error) {
	if strings.Contains(to, ":") || strings.HasPrefix(to, "#") {
		return to, nil
	}
	file, fragment, _ := strings.Cut(to, "#")
	name := path.Join(path.Dir(d.source()), file)
	if fragment != "" {
		fragment = "#" + fragment
	}
	if slices.Contains(names, name) {
		rel, err := filepath.Rel(path.Dir(d.address()), address(name))
		return filepath.ToSlash(rel) + fragment, err
	}
	info, err := os.Stat(filepath.Join(repo, filepath.FromSlash(name)))
	switch {
	case err != nil:
		return "", fmt.Errorf("a link to %s, which is not there", to)
	case info.IsDir():
		return strings.Replace(source, "/blob/", "/tree/", 1) + name, nil
	}
	return source + name + fragment, nil
}

// withoutTwin takes out the line that leads to the other language: the layout does.
func withoutTwin(tree ast.Node, twin string) {
	first := tree.FirstChild()
	if first == nil || first.Kind() != ast.KindParagraph {
		return
	}
	for n := first.FirstChild(); n != nil; n = n.NextSibling() {
		if l, ok := n.(*ast.Link); ok && string(l.Destination) == twin {
			tree.RemoveChild(tree, first)
			return
		}
	}
}

func textOf(n ast.Node, data []byte) string {
	var b strings.Builder
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		if t, ok := c.(*ast.Text); ok {
			b.Write(t.Segment.Value(data))
		} else {
			b.WriteString(textOf(c, data))
		}
	}
	return b.String()
}

// anchors gives headings the ids that GitHub gives them, on which fragments rely.
type anchors struct{ used map[string]bool }

var unnamed = regexp.MustCompile(`[^\p{L}\p{N} _-]`)

func (a *anchors) Generate(value []byte, _ ast.NodeKind) []byte {
	name := strings.ReplaceAll(unnamed.ReplaceAllString(strings.ToLower(string(value)), ""), " ", "-")
	id := name
	for n := 1; a.used[id]; n++ {
		id = fmt.Sprintf("%s-%d", name, n)
	}
	a.used[id] = true
	return []byte(id)
}

func (a *anchors) Put(value []byte) { a.used[string(value)] = true }
