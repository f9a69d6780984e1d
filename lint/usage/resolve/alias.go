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

// findAliases reads the aliases of tsconfig.json and jsconfig.json (paths) and of what
// these extend or consist of (https://www.typescriptlang.org/tsconfig/#extends, #references),
// app.json (resolveAlias, https://developers.weixin.qq.com/miniprogram/dev/reference/configuration/app.html)
// and mini.project.json (compileOptions.resolveAlias), and adds the usual ones.
func (n *Names) findAliases() {
	var configs []*miniprogram.File
	for _, f := range n.Project.Build {
		if f.Kind == miniprogram.Config || f.Ext() == "json" {
			configs = append(configs, f)
		}
	}
	seen := map[string]bool{}
	for i := 0; i < len(configs); i++ {
		if f := configs[i]; !seen[f.Name] {
			seen[f.Name] = true
			configs = append(configs, n.basesOf(f.Name, n.aliasesOf(f), seen)...)
		}
	}
	for _, f := range n.Project.Configs {
		n.aliasesOf(f)
	}
	for _, prefix := range [...]string{"@/", "~/", "~@/", "src/"} {
		n.aliases = append(n.aliases, alias{pattern: prefix, targets: n.Roots})
	}
}

// basesOf returns the files that a tsconfig.json extends, or consists of: where it does
// not name them in full, with what the compiler adds. Those of packages are not there.
func (n *Names) basesOf(name string, root jsonc.Node, seen map[string]bool) (bases []*miniprogram.File) {
	add := func(value jsonc.Node) bool {
		spec := value.String()
		for _, end := range [...]string{"", ".json", "/tsconfig.json"} {
			at := path.Join(path.Dir(name), spec+end)
			if !strings.HasPrefix(spec, ".") || path.Ext(at) != ".json" || seen[at] {
				continue
			}
			if f := n.config(at); f != nil {
				bases = append(bases, f)
				return true
			}
		}
		return true
	}
	extends := root.Get("extends")
	add(extends)
	extends.Each(func(_, value jsonc.Node) bool { return add(value) })
	root.Get("references").Each(func(_, part jsonc.Node) bool { return add(part.Get("path")) })
	return bases
}

// config returns a JSON file that configures the build: it may lie around the sources,
// and is none of them.
func (n *Names) config(name string) *miniprogram.File {
	f := n.Files[name]
	if f == nil && n.Project.Import != nil && n.on(path.Dir(name)).holds(path.Base(name)) {
		f = n.Project.Import(name)
	}
	return f
}

// aliasesOf adds the aliases of a file, whose top it returns.
func (n *Names) aliasesOf(f *miniprogram.File) (root jsonc.Node) {
	doc := f.Doc
	if doc == nil && f.Bytes != nil {
		doc, _ = jsonc.Parse(source.NewFile(f.Name, f.Bytes))
	}
	if doc == nil {
		return root
	}
	dir := path.Dir(f.Name)
	root = doc.Root()
	compiler := root.Get("compilerOptions")
	base := dir
	if url := compiler.Get("baseUrl"); url.Exists() {
		base = path.Join(dir, url.String())
	}
	n.addAliases(compiler.Get("paths"), base)
	n.addAliases(root.Get("resolveAlias"), dir)
	n.addAliases(root.At("compileOptions", "resolveAlias"), dir)
	return root
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
