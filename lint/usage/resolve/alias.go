package resolve

import (
	"path"
	"strings"

	"github.com/beianlint/beianlint/lint/jsonc"
	"github.com/beianlint/beianlint/lint/miniprogram"
	"github.com/beianlint/beianlint/lint/source"
)

// alias maps imports to folders: "@/*" to "src/*".
type alias struct {
	pattern string // what stands before the "*", or all
	exact   bool
	targets []string // fs names
}

// match returns what follows the alias in an import.
func (a alias) match(spec string) (string, bool) {
	if a.exact {
		return "", spec == a.pattern
	}
	return strings.CutPrefix(spec, a.pattern)
}

// findRoots lists the folders that absolute imports are looked for in.
func (n *Names) findRoots() {
	n.Roots = append(n.Roots, n.Project.Sources...)
	for _, root := range append([]string{n.Project.Root}, n.Project.Sources...) {
		n.Roots = append(n.Roots, path.Join(root, "src"), root)
	}
}

// findAliases reads the aliases of tsconfig.json and jsconfig.json (paths),
// app.json (resolveAlias, https://developers.weixin.qq.com/miniprogram/dev/reference/configuration/app.html)
// and mini.project.json (compileOptions.resolveAlias), and adds the usual ones.
func (n *Names) findAliases() {
	for _, f := range n.Project.Build {
		if f.Kind == miniprogram.Config || f.Ext() == "json" {
			n.aliasesOf(f)
		}
	}
	for _, f := range n.Project.Configs {
		n.aliasesOf(f)
	}
	for _, prefix := range [...]string{"@/", "~/", "~@/", "src/"} {
		n.aliases = append(n.aliases, alias{pattern: prefix, targets: n.Roots})
	}
}

func (n *Names) aliasesOf(f *miniprogram.File) {
	doc := f.Doc
	if doc == nil {
		if f.Bytes == nil {
			return
		}
		doc, _ = jsonc.Parse(source.NewFile(f.Name, f.Bytes))
	}
	if doc == nil {
		return
	}
	dir, root := path.Dir(f.Name), doc.Root()
	compiler := root.Get("compilerOptions")
	base := dir
	if url := compiler.Get("baseUrl"); url.Exists() {
		base = path.Join(dir, url.String())
	}
	n.addAliases(compiler.Get("paths"), base)
	n.addAliases(root.Get("resolveAlias"), dir)
	n.addAliases(root.At("compileOptions", "resolveAlias"), dir)
}

func (n *Names) addAliases(table jsonc.Node, base string) {
	table.Each(func(key, target jsonc.Node) bool {
		pattern, wild := strings.CutSuffix(key.String(), "*")
		a := alias{pattern: pattern, exact: !wild}
		add := func(t jsonc.Node) {
			a.targets = append(a.targets, path.Join(base, strings.TrimSuffix(t.String(), "*")))
		}
		if target.Kind() == jsonc.Array {
			target.Each(func(_, t jsonc.Node) bool { add(t); return true })
		} else if target.Kind() == jsonc.String {
			add(target)
		}
		n.aliases = append(n.aliases, a)
		return true
	})
}
