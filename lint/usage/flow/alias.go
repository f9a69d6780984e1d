package flow

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
func (p *Program) findRoots() {
	p.roots = append(p.roots, p.project.Sources...)
	for _, root := range append([]string{p.project.Root}, p.project.Sources...) {
		p.roots = append(p.roots, path.Join(root, "src"), root)
	}
}

// findAliases reads the aliases of tsconfig.json and jsconfig.json (paths),
// app.json (resolveAlias, https://developers.weixin.qq.com/miniprogram/dev/reference/configuration/app.html)
// and mini.project.json (compileOptions.resolveAlias), and adds the usual ones.
func (p *Program) findAliases() {
	for _, f := range p.project.Build {
		if f.Kind == miniprogram.Config || f.Ext() == "json" {
			p.aliasesOf(f)
		}
	}
	for _, f := range p.project.Configs {
		p.aliasesOf(f)
	}
	for _, prefix := range [...]string{"@/", "~/", "~@/", "src/"} {
		p.aliases = append(p.aliases, alias{pattern: prefix, targets: p.roots})
	}
}

func (p *Program) aliasesOf(f *miniprogram.File) {
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
	p.addAliases(compiler.Get("paths"), base)
	p.addAliases(root.Get("resolveAlias"), dir)
	p.addAliases(root.At("compileOptions", "resolveAlias"), dir)
}

func (p *Program) addAliases(n jsonc.Node, base string) {
	n.Each(func(key, target jsonc.Node) bool {
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
		p.aliases = append(p.aliases, a)
		return true
	})
}
