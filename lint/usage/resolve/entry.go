package resolve

import (
	"path"
	"slices"
	"strings"

	"github.com/beianlint/beianlint/lint/miniprogram"
	"github.com/beianlint/beianlint/lint/platform"
	"github.com/beianlint/beianlint/lint/usage/ast"
	"github.com/beianlint/beianlint/lint/usage/markup"
	"github.com/beianlint/beianlint/lint/usage/model"
)

// entries adds what app.json, plugin.json, game.json or a framework's own
// configuration names, and reports whether any page was found.
func (r *reacher) entries() bool {
	known, listed := false, map[string]bool{} // folders of native projects whose app.json lists the pages
	for _, root := range r.names.Roots {
		ships := slices.Contains(r.names.Project.Sources, root)
		for _, name := range model.EntryNames {
			r.unitOf(path.Join(root, name), ships && name != model.PluginEntry)
		}
		if r.names.Project.Plugin {
			r.unit(path.Join(root, "index"))
		}
	}
	for _, f := range r.names.Project.Configs {
		switch path.Base(f.Name) {
		case "app.json", "plugin.json", "pages.json":
			before := r.listedPages()
			known = r.pages(f, path.Dir(f.Name), false) || known
			listed[path.Dir(f.Name)] = r.names.Project.Framework == miniprogram.Native && r.listedPages() > before
		case "game.json":
			return false
		}
	}
	for _, f := range r.names.Project.Files {
		base := path.Base(f.Name)
		switch stem := strings.TrimSuffix(base, path.Ext(base)); {
		case isApp(stem, base) && slices.Contains(r.names.Roots, path.Dir(f.Name)):
			known = r.pages(f, path.Dir(f.Name), isEntry(base) && listed[path.Dir(f.Name)]) || known
		case strings.HasPrefix(base, ".env"):
			r.add(f.Name)
		}
	}
	r.layouts()
	return known || r.filePages()
}

// isEntry reports whether a script is the one of the mini program, which says what pages there are
// where a build makes app.json of it.
func isEntry(base string) bool { return base == "app.js" || base == "app.ts" }

// isApp reports whether a file of the root can say what pages there are.
func isApp(stem, base string) bool {
	return stem == "app.config" || base == "app.tsx" || base == "app.jsx" || base == "app.wpy" || base == "app.mpx" || isEntry(base)
}

// filePages adds the pages of a uni-app project that has a build make
// pages.json of its files (https://uni-helper.js.org/vite-plugin-uni-pages):
// everything in folders that are named for pages or layouts.
func (r *reacher) filePages() bool {
	if r.names.Project.Framework != miniprogram.UniApp {
		return false
	}
	found := false
	for _, f := range r.names.Project.Files {
		for _, folder := range strings.Split(path.Dir(f.Path), "/") {
			if f.Kind == miniprogram.Component && (strings.HasPrefix(folder, "pages") || strings.HasPrefix(folder, "sub") || folder == "layouts") {
				r.add(f.Name)
				found = true
			}
		}
	}
	return found
}

// pages adds every page and component whose path stands in a configuration; listed: but those of a
// script beside an app.json that lists the pages. It reports whether that says what pages there are.
func (r *reacher) pages(f *miniprogram.File, dir string, listed bool) bool {
	c := r.configOf(f)
	if c == nil {
		return false
	}
	found := false
	roots := packageRoots{}
	ast.Walk(c.tree, func(x *ast.Expr, around []*ast.Expr) {
		if x.Kind == ast.Object {
			r.runs(x, dir)
		}
		if x.Kind != ast.String || x.Text == "" || strings.Contains(x.Text, "://") || r.isForOther(x.Text) {
			return
		}
		if (mpxPackages{r}).hold(x, around) {
			found = mpxPackages{r}.add(c, x) || found
			return
		}
		var missed []string
		for _, base := range append(roots.around(around), "") {
			at := path.Join(dir, base, x.Text)
			if listed && r.hasMarkup(at) {
				continue
			}
			if r.unit(at) || r.named(at) {
				missed, found = nil, found || isPage(x, around) || c.lists(x, around)
				r.opens[at] = r.opens[at] || isPage(x, around)
				break
			}
			missed = append(missed, at)
		}
		if len(missed) > 0 && isPage(x, around) && !r.quiet {
			r.names.missPart(missed, spanOf(c.file, x, c.base))
		}
	})
	return found || routes{r}.add(f, dir)
}

// listedPages is how many pages configurations list that are there.
func (r *reacher) listedPages() (n int) {
	for _, isPage := range r.opens {
		if isPage {
			n++
		}
	}
	return n
}

// hasMarkup reports whether a path is that of a page or component, by its markup.
func (r *reacher) hasMarkup(at string) bool {
	return slices.ContainsFunc(platform.MarkupExtensions(), func(ext string) bool {
		return r.names.Files[at+ext] != nil || r.names.Files[path.Join(at, "index")+ext] != nil
	})
}

// named adds a script or component that a configuration names with its extension
// (https://mpxjs.cn/guide/basic/single-file.html).
func (r *reacher) named(name string) bool {
	if !slices.Contains(componentEnds, path.Ext(name)) || r.names.File(name) == nil {
		return false
	}
	r.add(name)
	return true
}

// pageKeys are the keys of lists of pages, and under which an item of one has its path: "routes" is
// Rax's (https://www.npmjs.com/package/build-plugin-rax-app, lib/Loaders/RouteLoader.js).
var pageKeys = map[string]string{"pages": "path", "routes": "source"}

// isPage reports whether a string is the path of a page: an item of a list of pages, or the path of one.
func isPage(x *ast.Expr, around []*ast.Expr) bool {
	n, key := len(around), ""
	if n > 2 && around[n-1].Kind == ast.Object {
		key, n = propOf(around[n-1], x), n-1
	}
	if n < 2 || around[n-1].Kind != ast.Array {
		return false
	}
	at, ok := pageKeys[propOf(around[n-2], around[n-1])]
	return ok && (n == len(around) || key == at)
}

// propOf returns the key under which an object holds a value, or "".
func propOf(object, value *ast.Expr) string {
	for i := range object.Props() {
		if object.Props()[i].Value == value {
			return object.Props()[i].Key
		}
	}
	return ""
}

// runs adds what the platform runs for a key of app.json besides pages.
func (r *reacher) runs(object *ast.Expr, dir string) {
	for i := range object.Props() {
		prop := &object.Props()[i]
		switch at := prop.Value; {
		case at == nil:
		case model.EntryUnits[prop.Key] != "":
			r.unit(path.Join(dir, model.EntryUnits[prop.Key]))
		case model.EntryFolders[prop.Key] != "":
			r.folder(path.Join(dir, model.EntryFolders[prop.Key]))
		case prop.Key == model.WorkersKey:
			r.folder(path.Join(dir, workersOf(at)))
		}
	}
}

// workersOf returns the folder of the workers: a string, or an object with a path.
func workersOf(x *ast.Expr) string {
	for i := range x.Props() {
		if x.Props()[i].Key == "path" && x.Props()[i].Value != nil {
			x = x.Props()[i].Value
			break
		}
	}
	return x.Text
}

// folder adds all files of a folder.
func (r *reacher) folder(name string) {
	for other := range r.names.Files {
		if strings.HasPrefix(other, name+"/") {
			r.add(other)
		}
	}
}

// packageRoots are what objects say under "root", each looked through once: a bundle can be one
// object with thousands of strings in it.
type packageRoots map[*ast.Expr][]string

// around returns the roots of the subpackages around a page.
func (p packageRoots) around(objects []*ast.Expr) []string {
	var roots []string
	for _, x := range objects {
		if x.Kind != ast.Object {
			continue
		}
		of, ok := p[x]
		if !ok {
			of = rootsOf(x)
			p[x] = of
		}
		roots = append(roots, of...)
	}
	return roots
}

// rootsOf returns what an object says under "root".
func rootsOf(object *ast.Expr) (roots []string) {
	for _, prop := range object.Props() {
		if prop.Key == "root" && prop.Value != nil && prop.Value.Kind == ast.String {
			roots = append(roots, prop.Value.Text)
		}
	}
	return roots
}

// config is what a file says of the mini program.
type config struct {
	file *miniprogram.File
	tree *ast.Tree
	base int // where that begins in the file
	// lists tells the paths in it that list what there is: a script opens pages, too, and the tab bar
	// names some that a build lists elsewhere.
	lists func(x *ast.Expr, around []*ast.Expr) bool
}

// configOf returns what a file says of the mini program, or nil.
func (r *reacher) configOf(f *miniprogram.File) *config {
	if f.Ext() == "json" && f.Bytes != nil {
		c := &config{f, Parse(r.sources.Active(f), "json", r.sources.Stopped), 0, isPage}
		if path.Base(f.Name) == "plugin.json" {
			c.lists = isOfPlugin
		}
		return c
	}
	if f.Kind == miniprogram.Component {
		for _, b := range r.sources.Blocks(f, f.Bytes) {
			if b.Kind == markup.Config {
				return r.configBlock(f, b)
			}
		}
	}
	m := r.sources.Module(f.Name)
	switch {
	case m == nil:
		return nil
	case strings.HasPrefix(path.Base(f.Name), "app.config."):
		return &config{f, m.Tree, 0, isItem}
	}
	return &config{f, m.Tree, 0, isPage}
}

// configBlock returns what a block of a component says, or the file that it names.
func (r *reacher) configBlock(f *miniprogram.File, b markup.Block) *config {
	if b.Src == "" {
		return &config{f, configIn(r.sources, f, b).Tree, b.Start, isItem}
	}
	name, _ := r.names.Resolve(f.Name, b.Src)
	src := r.names.Files[name]
	if src == nil || src.Kind == miniprogram.Component {
		return nil
	}
	c := r.configOf(src)
	if c != nil {
		c.lists = isItem
	}
	return c
}

// isItem reports whether a string stands in a list, which may have another name: const list =
// ["pages/a"]; export default { pages: list }.
func isItem(_ *ast.Expr, around []*ast.Expr) bool {
	return len(around) > 0 && around[len(around)-1].Kind == ast.Array
}

// isOfPlugin: plugin.json names each page and component by itself.
func isOfPlugin(*ast.Expr, []*ast.Expr) bool { return true }
