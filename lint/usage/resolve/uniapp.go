package resolve

import (
	"bytes"
	"path"
	"regexp"
	"slices"
	"strings"
	"sync"

	"github.com/beianlint/beianlint/lint/jsonc"
	"github.com/beianlint/beianlint/lint/miniprogram"
	"github.com/beianlint/beianlint/lint/platform"
	"github.com/beianlint/beianlint/lint/usage/ast"
	"github.com/beianlint/beianlint/lint/usage/markup"
)

// isForOther reports whether uni-app leaves a page out of every build of the
// project: below platforms/ stand the pages of one platform each
// (https://uniapp.dcloud.net.cn/tutorial/project.html).
func (r *reacher) isForOther(page string) bool {
	if r.names.Project.Framework != miniprogram.UniApp {
		return false
	}
	below, found := strings.CutPrefix(strings.TrimPrefix(page, "/"), "platforms/")
	name, _, _ := strings.Cut(below, "/")
	for _, id := range r.names.Project.Platforms {
		if platform.ByID(id).Names.Manifest == name {
			return false
		}
	}
	return found
}

// layouts adds the components that a plugin of the build wraps pages in
// (https://uni-helper.js.org/vite-plugin-uni-layouts).
func (r *reacher) layouts() {
	if !r.names.buildHas("uni-layouts") {
		return
	}
	for _, root := range r.names.Project.Sources {
		r.folder(path.Join(root, "layouts"))
	}
}

// buildHas reports whether a script that configures the build names a plugin.
func (n *Names) buildHas(plugin string) bool {
	for _, f := range n.Project.Build {
		if bytes.Contains(f.Bytes, []byte(plugin)) {
			return true
		}
	}
	return false
}

// easycom knows the components that uni-app builds where a template has their tag,
// without an import
// (https://uniapp.dcloud.net.cn/collocation/pages.html#easycom).
type easycom struct {
	byTag map[string][]string // by tag in kebab case
	rules []easycomRule
	known map[string][]string // files by tag
}

// easycomRule gives the component of the tags that match.
type easycomRule struct {
	tag       *regexp.Regexp
	component string // with $1 for what the first group matched
	config    string // the file that holds the rule
}

// components of uni-app that templates use by their tags; nil for every other
// framework.
func (n *Names) findEasycom() *easycom {
	e := &easycom{byTag: map[string][]string{}, known: map[string][]string{}}
	if n.Project.Framework != miniprogram.UniApp {
		return e
	}
	scanned := n.buildHas("uni-components") || n.buildHas("unplugin-vue-components")
	for _, f := range n.Project.Files {
		if f.Kind != miniprogram.Component {
			continue
		}
		if stem, ok := easycomTag(f.Path, scanned); ok {
			e.byTag[stem] = append(e.byTag[stem], f.Name)
		}
	}
	for _, f := range n.Project.Configs {
		if path.Base(f.Name) == "pages.json" && f.Doc != nil {
			e.addRules(f)
		}
	}
	return e
}

// easycomTag returns the tag of a component by its path: components/NAME/NAME.vue,
// also in uni_modules. Plugins of the build find every component in such a folder.
func easycomTag(name string, anywhere bool) (tag string, ok bool) {
	stem, folder := stemOf(name), path.Dir(name)
	switch {
	case path.Base(folder) == stem && path.Base(path.Dir(folder)) == "components":
		return KebabCase(stem), true
	case anywhere && strings.Contains("/"+folder+"/", "/components/"):
		if stem == "index" {
			stem = path.Base(folder)
		}
		return KebabCase(stem), true
	}
	return "", false
}

// addRules takes the rules of pages.json. One whose pattern Go does not know counts
// for every tag that its beginning may be of.
func (e *easycom) addRules(f *miniprogram.File) {
	f.Doc.Root().At("easycom", "custom").Each(func(pattern, component jsonc.Node) bool {
		if tag, err := regexp.Compile(pattern.String()); err == nil {
			e.rules = append(e.rules, easycomRule{tag, component.String(), f.Name})
		}
		return true
	})
}

// tags adds the components whose tags stand in markup.
func (r *reacher) tags(src []byte, lang string) {
	if r.names.easycom.isEmpty() {
		return
	}
	eachTag(src, lang, r.tag)
}

// eachTag gives the tags in markup.
func eachTag(src []byte, lang string, give func(string)) {
	for tag := range markup.Tags(src, lang) {
		give(tag)
	}
}

// elements adds the components whose tags stand in JSX.
func (r *reacher) elements(t *ast.Tree) {
	for _, x := range t.Elements {
		r.tag(x.Text)
	}
}

func (r *reacher) tag(name string) {
	for _, file := range r.names.easycomFiles(name) {
		r.add(file)
	}
}

func (e *easycom) isEmpty() bool { return len(e.byTag) == 0 && len(e.rules) == 0 }

// easycomFiles returns the files of the components that a tag stands for: those in
// a folder of its name, and where rules lead to, by an alias, below the sources, or
// in uni_modules.
func (n *Names) easycomFiles(tag string) []string {
	e := n.easycom
	if e.isEmpty() {
		return nil
	}
	files, ok := e.known[tag]
	if ok {
		return files
	}
	files = slices.Clone(e.byTag[KebabCase(tag)])
	for _, rule := range e.rules {
		for _, form := range []string{tag, KebabCase(tag)} {
			if m := rule.tag.FindStringSubmatchIndex(form); m != nil {
				if name, ok := n.Resolve(rule.config, string(rule.tag.ExpandString(nil, braced(rule.component), form, m))); ok {
					files = append(files, name)
				}
				break
			}
		}
	}
	e.known[tag] = files
	return files
}

var groupReference = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`\$(\d)`) })

// braced writes $1 as Go does where a letter follows.
func braced(s string) string { return groupReference().ReplaceAllString(s, "$${$1}") }

// KebabCase writes a name as tags and attributes are: UniPopup is uni-popup,
// imageUrl is image-url. Only ASCII capitals are changed.
func KebabCase(name string) string {
	var b strings.Builder
	for i, c := range name {
		if 'A' <= c && c <= 'Z' {
			if i > 0 {
				b.WriteByte('-')
			}
			c += 'a' - 'A'
		}
		b.WriteRune(c)
	}
	return b.String()
}
