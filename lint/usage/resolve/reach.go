package resolve

import (
	"cmp"
	"path"
	"slices"
	"strings"
	"sync"

	"github.com/beianlint/beianlint/lint/miniprogram"
	"github.com/beianlint/beianlint/lint/platform"
	"github.com/beianlint/beianlint/lint/usage/ast"
)

// Live is what a mini program can load.
type Live struct {
	Files   map[string]bool
	Modules []*Module // in path order
}

// Reach finds the files that the mini program can load, from its entries on:
// app, its pages and components, and what they import. Where the entries are
// not known, or a module is loaded by a computed name, every file counts.
func Reach(s *Sources) *Live {
	r := reacher{sources: s, names: s.names, live: map[string]bool{}}
	if r.entries() {
		r.run()
	} else {
		r.computed = true
	}
	files := s.names.Project.Files
	if r.computed {
		for _, f := range files {
			r.live[f.Name] = true
		}
	}
	return &Live{Files: r.live, Modules: r.modules(append(s.names.Imported, files...))}
}

// modules are the scripts among the live files.
func (r *reacher) modules(files []*miniprogram.File) []*Module {
	var live []*Module
	for _, f := range files {
		if !r.live[f.Name] || f.Kind != miniprogram.Script && f.Kind != miniprogram.Component {
			continue
		}
		if m := r.sources.Module(f.Name); m != nil {
			live = append(live, m)
		}
	}
	slices.SortFunc(live, func(a, b *Module) int { return cmp.Compare(a.Name, b.Name) })
	return live
}

type reacher struct {
	sources  *Sources
	names    *Names
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
			if r.names.Files[stem+ext] != nil {
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
		f := r.names.Files[name]
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

func (r *reacher) script(f *miniprogram.File) {
	m := r.sources.Module(f.Name)
	if m == nil {
		return
	}
	for _, imp := range m.Tree.Imports {
		if name, ok := r.names.Resolve(m.Name, imp.From); ok {
			r.add(name)
		}
	}
	for _, x := range m.Tree.Calls {
		if x.L.Kind != ast.Ident || len(x.List) == 0 {
			continue
		}
		if name := x.L.Text; (name == "require" || name == "import") && x.List[0].Kind != ast.String && x.L.Scope.Lookup(name) == nil {
			r.computed = r.computed || !m.Minified() && !strings.Contains(m.Name, "/miniprogram_npm/")
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
func (r *reacher) contexts(m *Module) {
	for _, x := range m.Tree.Calls {
		if x.L.Kind != ast.Member || x.L.Text != "context" && !strings.HasPrefix(x.L.Text, "glob") || len(x.List) == 0 || x.List[0].Kind != ast.String {
			continue
		}
		folder, _, _ := strings.Cut(x.List[0].Text, "*")
		if x.L.Text != "context" {
			folder = folder[:strings.LastIndexByte(folder, '/')+1]
		}
		at := path.Join(path.Dir(m.Name), folder)
		if rest, ok := strings.CutPrefix(folder, "@/"); ok {
			at = path.Join(r.names.rootOf(m.Name), rest)
		}
		for name := range r.names.Files {
			if strings.HasPrefix(name, at+"/") {
				r.add(name)
			}
		}
	}
}
