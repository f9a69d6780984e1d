package flow

import (
	"bytes"
	"path"
	"strings"
	"sync"

	"github.com/beianlint/beianlint/lint/platform"
	"github.com/beianlint/beianlint/lint/source"
	"github.com/beianlint/beianlint/lint/usage/ast"
	"github.com/beianlint/beianlint/lint/usage/parser"
)

// module is one script: a file, or the script of a single-file component.
type module struct {
	file *source.File
	name string // the file's name
	base int32  // where the tree's source starts in the file
	tree *ast.Tree
	// imports are the modules that the names in its imports lead to.
	imports map[string]*module
	// commonJS are the values that are assigned to module.exports.
	commonJS []*ast.Expr
	byName   map[string][]*ast.Expr // calls
}

// callsOf returns the calls of a bare name.
func (m *module) callsOf(name string) []*ast.Expr {
	if m.byName == nil {
		m.byName = map[string][]*ast.Expr{}
		for _, x := range m.tree.Calls {
			if x.L.Kind == ast.Ident {
				m.byName[x.L.Text] = append(m.byName[x.L.Text], x)
			}
		}
	}
	return m.byName[name]
}

// span returns the place of bytes of the module's source in its file.
func (m *module) span(start, end int32) source.Span {
	return source.Span{File: m.file, Start: int(m.base + start), End: int(m.base + end)}
}

// parse reads a script. JSON is read as an expression.
func parse(src []byte, lang string) *ast.Tree {
	switch lang {
	case "json":
		return parser.ParseExpression(bytes.TrimPrefix(src, []byte("\ufeff")))
	case "ts", "mts", "cts":
		return parser.Parse(src, parser.Options{TypeScript: true})
	case "tsx":
		return parser.Parse(src, parser.Options{TypeScript: true, JSX: true})
	}
	return parser.Parse(src, parser.Options{JSX: true})
}

// extensions are tried in turn when an import names none: the platforms' own
// order, with Taro's and mpx's platform suffixes first
// (https://docs.taro.zone/docs/envs).
var extensions = sync.OnceValue(func() []string {
	list := []string{"", ".ts", ".js", ".tsx", ".jsx", ".vue", ".mpx", ".wpy", ".nvue", ".mjs", ".cjs", ".json"}
	list = append(list, platform.ScriptExtensions()...)
	list = append(list, platform.Variants()...)
	list = append(list, ".mp.js", ".mp.ts")
	list = append(list, "/index.ts", "/index.js", "/index.tsx", "/index.jsx", "/index.vue", "/index.mpx", "/index.json")
	for _, variant := range platform.Variants() {
		list = append(list, "/index"+variant)
	}
	return list
})

// locate returns the name of the file that a path without or with an
// extension stands for.
func (p *Program) locate(name string) (string, bool) {
	name = path.Clean(name)
	for _, ext := range extensions() {
		if _, ok := p.files[name+ext]; ok {
			return name + ext, true
		}
	}
	if i := strings.LastIndexByte(name, '.'); i > 0 && (strings.HasSuffix(name, ".js") || strings.HasSuffix(name, ".ts")) {
		if _, ok := p.files[name[:i]+".ts"]; ok { // TypeScript's ".js" of a ".ts"
			return name[:i] + ".ts", true
		}
	}
	return "", false
}

// resolve returns the name of the file that an import means.
func (p *Program) resolve(from, spec string) (string, bool) {
	if i := strings.IndexByte(spec, '?'); i > 0 {
		spec = spec[:i]
	}
	switch {
	case spec == "":
		return "", false
	case strings.HasPrefix(spec, "."):
		name := path.Join(path.Dir(from), spec)
		if found, ok := p.locate(name); ok {
			return found, true
		}
		return p.outside(name)
	case strings.HasPrefix(spec, "/"):
		return p.below(spec)
	}
	for _, a := range p.aliases {
		if rest, ok := a.match(spec); ok {
			for _, target := range a.targets {
				if name, ok := p.locate(path.Join(target, rest)); ok {
					return name, true
				}
			}
		}
	}
	if name, ok := p.installed(from, spec); ok {
		return name, true
	}
	if c := spec[0]; c == '@' || c == '~' {
		if name, ok := p.below(strings.TrimLeft(spec, "@~")); ok {
			return name, true
		}
	}
	if name, ok := p.locate(path.Join(path.Dir(from), spec)); ok { // the platforms take "utils/a" for "./utils/a"
		return name, true
	}
	return p.below(spec)
}

// outsideExtensions are tried for an import that leaves the sources.
var outsideExtensions = []string{"", ".js", ".ts", ".json", ".vue", "/index.js", "/index.ts"}

// outside looks for a file that is imported from outside the sources.
func (p *Program) outside(name string) (string, bool) {
	if p.project.Import == nil || p.isInside(name) {
		return "", false
	}
	for _, ext := range outsideExtensions {
		if f := p.project.Import(name + ext); f != nil {
			p.files[f.Name] = f
			p.imported = append(p.imported, f)
			return f.Name, true
		}
	}
	return "", false
}

func (p *Program) isInside(name string) bool {
	for _, root := range p.project.Sources {
		if root == "." || strings.HasPrefix(name, root+"/") {
			return true
		}
	}
	return false
}

// below looks for a path below the source folders.
func (p *Program) below(spec string) (string, bool) {
	for _, root := range p.roots {
		if name, ok := p.locate(path.Join(root, spec)); ok {
			return name, true
		}
	}
	return "", false
}

// installed looks for a package in the miniprogram_npm folders above a file.
// node_modules is never looked at: the verdict must not depend on an install.
func (p *Program) installed(from, spec string) (string, bool) {
	for dir := path.Dir(from); dir != "." && dir != "/"; dir = path.Dir(dir) {
		if name, ok := p.locate(path.Join(dir, "miniprogram_npm", spec)); ok {
			return name, true
		}
	}
	return "", false
}
