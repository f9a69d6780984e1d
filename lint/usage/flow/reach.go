package flow

import (
	"path"
	"slices"
	"sort"
	"strings"
	"sync"

	"github.com/beianlint/beianlint/lint/miniprogram"
	"github.com/beianlint/beianlint/lint/platform"
	"github.com/beianlint/beianlint/lint/usage/ast"
	"github.com/beianlint/beianlint/lint/usage/markup"
	"github.com/beianlint/beianlint/lint/usage/model"
	"github.com/beianlint/beianlint/lint/usage/style"
)

// reach marks the files that the mini program can load, from its entries on:
// app, its pages and components, and what they import. Where the entries are
// not known, or a module is loaded by a computed name, every file counts.
func (p *Program) reach() map[string]bool {
	r := reacher{Program: p, live: map[string]bool{}}
	if r.entries() {
		r.run()
	} else {
		r.computed = true
	}
	if r.computed {
		for _, f := range p.project.Files {
			r.live[f.Name] = true
		}
	}
	for _, f := range append(p.imported, p.project.Files...) {
		if m := p.liveModule(f, r.live); m != nil {
			p.order = append(p.order, m)
		}
	}
	sort.Slice(p.order, func(i, j int) bool { return p.order[i].name < p.order[j].name })
	return r.live
}

func (p *Program) liveModule(f *miniprogram.File, live map[string]bool) *module {
	if !live[f.Name] || f.Kind != miniprogram.Script && f.Kind != miniprogram.Component {
		return nil
	}
	return p.module(f.Name)
}

type reacher struct {
	*Program
	live     map[string]bool
	queue    []string
	computed bool
}

func (r *reacher) add(name string) {
	if !r.live[name] {
		r.live[name] = true
		r.queue = append(r.queue, name)
	}
}

// siblings are the files that make up a page or component together.
var siblings = sync.OnceValue(func() []string {
	return slices.Concat(
		[]string{".js", ".ts", ".json"}, platform.MarkupExtensions(), platform.StyleExtensions(),
		[]string{".less", ".scss", ".vue", ".nvue", ".mpx", ".wpy", ".tsx", ".jsx", ".config.ts", ".config.js", ".css", ".sass", ".styl"},
	)
})

// markupEnds and styleEnds are tried in turn for a file that markup or a style
// names.
var (
	markupEnds = sync.OnceValue(func() []string { return append([]string{""}, platform.MarkupExtensions()...) })
	styleEnds  = sync.OnceValue(func() []string {
		return slices.Concat([]string{""}, platform.StyleExtensions(), []string{".css", ".less", ".scss", ".sass", ".styl"})
	})
)

// unit adds the files of a page or component, and those of a folder's index.
func (r *reacher) unit(stem string) bool {
	found := false
	for _, stem := range [...]string{path.Clean(stem), path.Join(stem, "index")} {
		for _, ext := range siblings() {
			if r.files[stem+ext] != nil {
				r.add(stem + ext)
				found = true
			}
		}
		if found {
			break
		}
	}
	return found
}

func (r *reacher) run() {
	for len(r.queue) > 0 {
		name := r.queue[0]
		r.queue = r.queue[1:]
		f := r.files[name]
		if f == nil || f.Bytes == nil {
			continue
		}
		switch f.Kind {
		case miniprogram.Markup:
			r.markup(f, f.Bytes)
		case miniprogram.Style:
			r.style(f, f.Bytes, f.Ext())
		case miniprogram.Data, miniprogram.Config:
			r.components(f)
		default:
			r.script(f)
		}
	}
}

// components adds what a page's or component's JSON uses.
func (r *reacher) components(f *miniprogram.File) {
	tree := parse(f.Bytes, "json")
	if len(tree.Body) == 0 || tree.Body[0].Expr == nil {
		return
	}
	r.usingComponents(f, tree.Body[0].Expr)
}

func (r *reacher) usingComponents(f *miniprogram.File, x *ast.Expr) {
	for _, prop := range x.Props {
		if prop.Value == nil || prop.Value.Kind != ast.Object {
			continue
		}
		if !model.ComponentLists[prop.Key] {
			continue
		}
		for _, c := range prop.Value.Props {
			r.component(f, c.Value)
		}
	}
}

func (r *reacher) component(f *miniprogram.File, x *ast.Expr) {
	if x == nil || x.Kind == ast.Object {
		if x != nil {
			for _, prop := range x.Props {
				r.component(f, prop.Value)
			}
		}
		return
	}
	if x.Kind != ast.String || strings.Contains(x.Text, "://") {
		return
	}
	if !strings.HasPrefix(x.Text, "/") && r.unit(path.Join(path.Dir(f.Name), x.Text)) {
		return
	}
	if name, ok := r.resolve(f.Name, x.Text); ok {
		r.unit(strings.TrimSuffix(name, path.Ext(name)))
		return
	}
	for _, root := range r.roots {
		if r.unit(path.Join(root, x.Text)) {
			return
		}
	}
}

func (r *reacher) script(f *miniprogram.File) {
	m := r.module(f.Name)
	if m == nil {
		return
	}
	for _, imp := range m.tree.Imports {
		if name, ok := r.resolve(m.name, imp.From); ok {
			r.add(name)
		}
	}
	for _, x := range m.tree.Calls {
		if x.L.Kind != ast.Ident || len(x.List) == 0 {
			continue
		}
		if name := x.L.Text; (name == "require" || name == "import") && x.List[0].Kind != ast.String && x.L.Scope.Lookup(name) == nil {
			r.computed = r.computed || !m.minified() && !strings.Contains(m.name, "/miniprogram_npm/")
		}
	}
	r.contexts(m)
	if f.Kind == miniprogram.Component {
		r.blocks(f)
		return
	}
	if stem, ok := strings.CutSuffix(f.Name, path.Ext(f.Name)); ok {
		r.unit(stem) // a script that a page imports may be a component with markup beside it
	}
}

// contexts adds the files that require.context and import.meta.glob load: all
// below the folder that their constant begins with
// (https://webpack.js.org/guides/dependency-management/, https://vite.dev/guide/features#glob-import).
func (r *reacher) contexts(m *module) {
	for _, x := range m.tree.Calls {
		if x.L.Kind != ast.Member || x.L.Text != "context" && !strings.HasPrefix(x.L.Text, "glob") || len(x.List) == 0 || x.List[0].Kind != ast.String {
			continue
		}
		folder, _, _ := strings.Cut(x.List[0].Text, "*")
		if x.L.Text != "context" {
			folder = folder[:strings.LastIndexByte(folder, '/')+1]
		}
		at := path.Join(path.Dir(m.name), folder)
		if rest, ok := strings.CutPrefix(folder, "@/"); ok {
			at = path.Join(r.rootOf(m.name), rest)
		}
		for name := range r.files {
			if strings.HasPrefix(name, at+"/") {
				r.add(name)
			}
		}
	}
}

// blocks follows the markup, styles and configuration of a component.
func (r *reacher) blocks(f *miniprogram.File) {
	for b := range markup.Blocks(f.Bytes) {
		content := f.Bytes[b.Start:b.End]
		switch b.Kind {
		case markup.Template:
			r.markup(f, content)
		case markup.Style:
			r.style(f, content, b.Lang)
		case markup.Config:
			if tree := parse(content, "json"); len(tree.Body) > 0 && tree.Body[0].Expr != nil {
				r.usingComponents(f, tree.Body[0].Expr)
			}
		}
		if b.Src != "" {
			if name, ok := r.resolve(f.Name, b.Src); ok {
				r.add(name)
			}
		}
	}
}

func (r *reacher) markup(f *miniprogram.File, src []byte) {
	for a := range markup.Elements(src) {
		if !model.Includes[a.Tag] && !slices.Contains(scriptTags(), a.Tag) || a.Name != "src" && a.Name != "from" {
			continue
		}
		spec := string(src[a.Start:a.End])
		if name, ok := r.resolve(f.Name, spec); ok {
			r.add(name)
		}
		for _, ext := range markupEnds() {
			for _, at := range [...]string{path.Join(path.Dir(f.Name), spec), path.Join(r.rootOf(f.Name), spec)} {
				if r.files[at+ext] != nil {
					r.add(at + ext)
				}
			}
		}
	}
}

// rootOf returns the source folder that a file lies in.
func (r *reacher) rootOf(name string) string {
	for _, root := range r.project.Sources {
		if strings.HasPrefix(name, root+"/") {
			return root
		}
	}
	return r.project.Root
}

func (r *reacher) style(f *miniprogram.File, src []byte, lang string) {
	for u := range style.URLs(src, lang) {
		if u.At != style.AtImport {
			continue
		}
		spec := strings.TrimPrefix(string(src[u.Start:u.End]), "~")
		for _, at := range [...]string{path.Join(path.Dir(f.Name), spec), path.Join(r.rootOf(f.Name), spec), path.Join(path.Dir(f.Name), path.Dir(spec), "_"+path.Base(spec))} {
			for _, ext := range styleEnds() {
				if r.files[at+ext] != nil {
					r.add(at + ext)
				}
			}
		}
		if name, ok := r.resolve(f.Name, spec); ok {
			r.add(name)
		}
	}
}
