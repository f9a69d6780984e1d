package resolve

import (
	"path"
	"strings"

	"github.com/beianlint/beianlint/lint/miniprogram"
	"github.com/beianlint/beianlint/lint/usage/ast"
	"github.com/beianlint/beianlint/lint/usage/markup"
	"github.com/beianlint/beianlint/lint/usage/model"
)

// entries adds what app.json, plugin.json, game.json or a framework's own
// configuration names, and reports whether any page was found.
func (r *reacher) entries() bool {
	known := false
	for _, root := range r.names.Roots {
		for _, name := range model.EntryNames {
			r.unit(path.Join(root, name))
		}
		if r.names.Project.Plugin {
			r.unit(path.Join(root, "index"))
		}
	}
	for _, f := range r.names.Project.Configs {
		switch path.Base(f.Name) {
		case "app.json", "plugin.json", "pages.json":
			known = r.pages(f, path.Dir(f.Name)) || known
		case "game.json":
			return false
		}
	}
	for _, f := range r.names.Project.Files {
		base := path.Base(f.Name)
		switch stem := strings.TrimSuffix(base, path.Ext(base)); {
		case stem == "app.config" || base == "app.tsx" || base == "app.jsx" || base == "app.wpy" || base == "app.mpx" || base == "app.js" || base == "app.ts":
			known = r.pages(f, path.Dir(f.Name)) || known
		case strings.HasPrefix(base, ".env"):
			r.add(f.Name)
		}
		if f.Kind == miniprogram.Component && isEasycom(f.Path) {
			r.add(f.Name)
		}
	}
	return known || r.filePages()
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

// isEasycom reports whether uni-app uses a component without an import:
// components/NAME/NAME.vue, also in uni_modules (https://uniapp.dcloud.net.cn/collocation/pages.html#easycom).
func isEasycom(name string) bool {
	stem := strings.TrimSuffix(path.Base(name), path.Ext(name))
	folder := path.Dir(name)
	return path.Base(folder) == stem && path.Base(path.Dir(folder)) == "components"
}

// pages adds every page and component whose path stands in a configuration.
func (r *reacher) pages(f *miniprogram.File, dir string) bool {
	tree := r.configTree(f)
	if tree == nil {
		return false
	}
	found := false
	ast.Walk(tree, func(x *ast.Expr, around []*ast.Expr) {
		if x.Kind != ast.String || x.Text == "" || strings.Contains(x.Text, "://") {
			return
		}
		for _, base := range append(subpackageRoots(around), "") {
			if r.unit(path.Join(dir, base, x.Text)) {
				found = true
			}
		}
		r.folder(path.Join(dir, x.Text), around)
	})
	return found
}

// folder adds all files of the folder that "workers" names.
func (r *reacher) folder(name string, around []*ast.Expr) {
	if len(around) == 0 {
		return
	}
	for _, prop := range around[len(around)-1].Props {
		if prop.Key == "workers" && prop.Value.Kind == ast.String && path.Base(name) == path.Base(prop.Value.Text) {
			for other := range r.names.Files {
				if strings.HasPrefix(other, name+"/") {
					r.add(other)
				}
			}
		}
	}
}

// subpackageRoots returns the root of the subpackages around a page.
func subpackageRoots(around []*ast.Expr) []string {
	var roots []string
	for _, x := range around {
		for _, prop := range x.Props {
			if prop.Key == "root" && prop.Value != nil && prop.Value.Kind == ast.String {
				roots = append(roots, prop.Value.Text)
			}
		}
	}
	return roots
}

func (r *reacher) configTree(f *miniprogram.File) *ast.Tree {
	if f.Ext() == "json" && f.Bytes != nil {
		return Parse(r.sources.Active(f.Bytes), "json")
	}
	if f.Kind == miniprogram.Component {
		for b := range markup.Blocks(f.Bytes) { // app.mpx
			if b.Kind == markup.Config {
				return Parse(f.Bytes[b.Start:b.End], "json")
			}
		}
	}
	if m := r.sources.Module(f.Name); m != nil {
		return m.Tree
	}
	return nil
}
