package resolve

import (
	"cmp"
	"path"
	"slices"
	"strings"
	"sync"

	"github.com/beianlint/beianlint/lint/miniprogram"
	"github.com/beianlint/beianlint/lint/platform"
	"github.com/beianlint/beianlint/lint/source"
	"github.com/beianlint/beianlint/lint/usage/ast"
)

// Live is what a mini program can load.
type Live struct {
	Files   map[string]bool
	Modules []*Module // in path order
	// Dead is where the functions stand that nothing calls, by file.
	Dead map[string][]Stretch
	// untaken is where the branches stand that no call takes.
	untaken map[string]stretches
	// references is who calls what; nil where others can call anything.
	references *references
	// lost are the names that only branches said which were taken out.
	lost map[int32]bool
	// unmade is what components that are never made would be made of.
	unmade map[*Module]stretches
	// pages are the paths of configurations that are of a page, and those that are not.
	pages map[string]bool
}

// Forget drops what only the evaluation needs.
func (l *Live) Forget() { l.Modules, l.references, l.pages, l.unmade = nil, nil, nil, nil }

// IsPage reports whether a script may be the one of a page, which can be opened with any
// query.
func (l *Live) IsPage(m *Module) bool {
	stem := strings.TrimSuffix(m.Name, path.Ext(m.Name))
	index, _ := strings.CutSuffix(stem, "/index")
	return len(l.pages) == 0 || l.pages[stem] || l.pages[index] || l.pages[m.Name]
}

// Reach finds the files that the mini program can load, from its entries on:
// app, its pages and components, and what they import. Where the entries are
// not known, or a module is loaded by a computed name, every file counts. Functions that
// nothing calls are taken out.
func Reach(s *Sources) *Live { return ReachBeside(s, func(*Live) func() { return func() {} }) }

// ReachBeside is Reach that calls what a function returns on another core while dead functions
// are looked for: no tree changes before it returns.
func ReachBeside(s *Sources, beside func(*Live) func()) *Live {
	r := reacher{sources: s, names: s.names, live: map[string]bool{}, opened: map[string]bool{}, opens: map[string]bool{}}
	r.mounts = mounts{seen: map[string]bool{}, unneeded: map[string]bool{}}
	defer s.ahead.finish()
	known := r.entries()
	r.quiet = !known
	r.mounts.runAll(&r)
	files := s.names.Project.Files
	if r.computed || !known {
		r.quiet = true
		for _, f := range files {
			r.add(f.Name)
		}
		clear(r.mounts.unneeded)
		r.run()
	}
	live := &Live{Files: r.live, Modules: r.modules(slices.Concat(s.names.Imported, files, s.names.Project.Build)), Dead: map[string][]Stretch{}, untaken: map[string]stretches{}, pages: r.opens}
	live.unmade = r.mounts.unmade(live.Modules)
	stripDead(s, live, r.opened, r.computed || !known, beside)
	return live
}

// modules are the scripts among the live files.
func (r *reacher) modules(files []*miniprogram.File) []*Module {
	var live []*Module
	for _, f := range files {
		if !r.live[f.Name] || f.Kind != miniprogram.Script && f.Kind != miniprogram.Component {
			continue
		}
		if m := r.sources.Module(f.Name); m != nil && m.File == f.File {
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
	opened   map[string]bool // loaded by a name that is not all known
	taken    map[string]bool // configurations of mpx whose pages another takes
	opens    map[string]bool // paths of configurations, and whether they are of a page
	mounts   mounts
	place    []byte // of a name that is put together
	quiet    bool   // what leads to nothing is not noted: not all that is looked at ships
}

// miss notes that a name leads to nothing that was read.
func (r *reacher) miss(from, spec string, at source.Span) {
	if !r.quiet && !isPackaged(from) {
		r.names.miss(from, spec, at) // packages that were built hold the modules that they name
	}
}

func (r *reacher) add(name string) {
	name = ownName(r.names.Files[name], name)
	if !r.live[name] {
		r.live[name] = true
		r.queue = append(r.queue, name)
		if f := r.names.Files[name]; f != nil {
			r.sources.ahead.want(f)
			if f.Ext() == "json" && mayUseComponents(f.Bytes) {
				r.sources.ahead.wantConfig(f)
			}
		}
	}
}

// siblings are the files that make up a page or component together.
var siblings = sync.OnceValue(func() []string {
	return slices.Concat(
		[]string{".js", ".ts", ".json"}, platform.MarkupExtensions(), platform.StyleExtensions(),
		[]string{".less", ".scss", ".vue", ".nvue", ".uvue", ".uts", ".mpx", ".wpy", ".tsx", ".jsx", ".config.ts", ".config.js", ".css", ".sass", ".styl"},
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
func (r *reacher) unit(stem string) bool { return r.unitOf(stem, true) }

// unitOf is unit; what was left out of the mini program counts when it is named.
func (r *reacher) unitOf(stem string, named bool) bool {
	return r.ownUnit(stem, named) || named && r.copiedUnit(path.Clean(stem))
}

// ownUnit is unitOf without what a build copies there.
func (r *reacher) ownUnit(stem string, named bool) bool {
	found := false
	for _, stem := range [...]string{path.Clean(stem), path.Join(stem, "index")} {
		if !r.names.mayBe(stem) {
			continue
		}
		base := path.Base(stem)
		var beside folder
		if named {
			beside = r.names.on(path.Dir(stem))
		}
		for _, ext := range siblings() { // none of most, for which nothing is allocated
			r.place = append(append(r.place[:0], stem...), ext...)
			if r.names.Files[string(r.place)] != nil || beside.holds(base+ext) && r.names.read(stem+ext) != nil {
				r.mounts.addPart(r, stem+ext)
				found = true
			}
		}
		if found {
			break
		}
	}
	return found
}

// copiedUnit adds the files of a page or component that the build copies to where it is named.
func (r *reacher) copiedUnit(stem string) bool {
	for _, root := range r.names.Project.Sources {
		below, ok := strings.CutPrefix(stem, root+"/")
		if !ok {
			continue
		}
		for _, c := range r.sources.build.copied {
			if rest, ok := c.holds(below); ok && r.ownUnit(path.Join(c.from, rest), true) {
				return true
			}
		}
	}
	return false
}

func (r *reacher) run() {
	for len(r.queue) > 0 && !r.sources.Stopped() {
		r.foresee()
		name := r.queue[0]
		r.queue = r.queue[1:]
		f := r.names.Files[name]
		if f != nil && f.Bytes == nil && (f.Kind == miniprogram.Data || f.Kind == miniprogram.Script) {
			f = r.names.read(name) // too large to be kept unasked, or a link to nothing
		}
		if f == nil || f.Bytes == nil {
			continue
		}
		switch f.Kind {
		case miniprogram.Markup:
			r.markup(f, f.Bytes, "", 0)
		case miniprogram.Style:
			r.style(f, f.Bytes, f.Ext(), 0)
		case miniprogram.Data, miniprogram.Config:
			r.components(f)
		default:
			r.script(f)
		}
	}
}

// foresee lets other cores read what leads on from what they have read. It will be asked for,
// but not before all that was found sooner: the last script of a chain of imports can be the
// largest one, with nothing left to be read beside it.
func (r *reacher) foresee() {
	for _, m := range r.sources.ahead.takeFresh() {
		if m.IsJSON() {
			eachComponent(m.Json(), func(_ string, c *ast.Prop) { r.foreseeScript(m.Name, c.Value) })
		}
		for i := range m.Tree.Imports {
			l := lead{path.Dir(m.Name), m.Tree.Imports[i].From}
			if strings.HasPrefix(l.spec, ".") && r.sources.ahead.leadsOn(l) {
				r.foreseeFile(path.Join(l.folder, l.spec))
			}
		}
	}
}

func (r *reacher) foreseeFile(at string) {
	if name, ok := r.names.locate(at); ok {
		r.sources.ahead.want(r.names.Files[name])
	}
}

func (r *reacher) script(f *miniprogram.File) {
	m := r.sources.Module(f.Name)
	if m == nil {
		return
	}
	if m.File != f.File { // it is added where the block names it
		r.blocks(f)
		return
	}
	for _, imp := range m.Tree.Imports {
		name, ok := r.names.Resolve(m.Name, imp.From)
		if ok {
			r.add(name)
		}
		if (!ok || r.names.isLost(name)) && !m.Minified() {
			r.miss(m.Name, imp.From, m.Span(imp.Start, imp.End))
		}
	}
	for _, x := range m.Tree.Calls {
		if x.L.Kind != ast.Ident || len(x.List) == 0 {
			continue
		}
		if name := x.L.Text; (name == "require" || name == "import") && x.List[0].Kind != ast.String && x.L.Scope.Lookup(name) == nil {
			r.computed = r.computed || !m.Minified() && !isPackaged(m.Name) && !isRequireOfTool(x)
			r.below(m, headOf(x.List[0]))
		}
	}
	r.contexts(m)
	r.elements(m.Tree)
	for _, x := range scriptConfigs(m) {
		r.usingComponents(f, x, 0)
	}
	if f.Kind == miniprogram.Component {
		r.blocks(f)
		return
	}
	if stem, ok := strings.CutSuffix(f.Name, path.Ext(f.Name)); ok && !r.mounts.unneeded[f.Name] {
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
		if folder == "" || !strings.ContainsRune("./@", rune(folder[0])) {
			folder = "./" + folder
		}
		r.below(m, strings.TrimSuffix(folder, "/")+"/")
	}
}

// headOf returns the constant that a computed name begins with: "../a/" of
// "../a/" + name.
func headOf(x *ast.Expr) string {
	if x.Kind == ast.Call && x.L.Kind == ast.Member && x.L.Text == "concat" { // as compilers write it
		x = x.L.L
	}
	if (x.Kind == ast.Concat || x.Kind == ast.Template) && len(x.List) > 0 {
		x = x.List[0]
	}
	if x.Kind != ast.String {
		return ""
	}
	return x.Text
}

// below adds the files whose paths begin with what a script names.
func (r *reacher) below(m *Module, head string) {
	begin := path.Join(path.Dir(m.Name), head)
	switch rest, rooted := strings.CutPrefix(head, "@/"); {
	case rooted:
		begin = path.Join(r.names.rootOf(m.Name), rest)
	case strings.HasPrefix(head, "/"):
		begin = path.Join(r.names.rootOf(m.Name), head)
	case !strings.HasPrefix(head, "."):
		return
	}
	if strings.HasSuffix(head, "/") {
		begin += "/"
	}
	for name := range r.names.Files {
		if strings.HasPrefix(name, begin) {
			r.opened[name] = true
			r.add(name)
		}
	}
}
