package eval

import (
	"path"
	"slices"
	"strings"

	"github.com/beianlint/beianlint/lint/miniprogram"
	"github.com/beianlint/beianlint/lint/platform"
	"github.com/beianlint/beianlint/lint/source"
	"github.com/beianlint/beianlint/lint/usage/ast"
	"github.com/beianlint/beianlint/lint/usage/markup"
	"github.com/beianlint/beianlint/lint/usage/model"
	"github.com/beianlint/beianlint/lint/usage/resolve"
)

// pages evaluates markup: what it shows stems from the script beside it.
type pages struct {
	e      *Evaluator
	byFile map[*source.File]*Page
	of     map[*resolve.Module]*Page      // by the module that stands for the markup
	trees  map[*source.File][]markup.Node // that were read ahead
	handed
	queries  *queries
	includes includes
	live     []*Page // that the mini program can load
	byTag    map[string][]*resolve.Module
	defined  map[*resolve.Module][]*ast.Expr // see definitions
}

func newPages(e *Evaluator) *pages {
	return &pages{queries: newQueries(e), includes: includes{}, e: e, byFile: map[*source.File]*Page{}, of: map[*resolve.Module]*Page{}, handed: newHanded(), defined: map[*resolve.Module][]*ast.Expr{}}
}

// Page is the markup of one page or component, with the script beside it.
type Page struct {
	File *source.File
	Src  []byte // of the whole file; what is no markup is blank

	e      *Evaluator
	source *miniprogram.File
	script *resolve.Module
	tags   tags
	wxs    map[string]*resolve.Module // modules of <wxs> and <import-sjs> by their names

	mod    *resolve.Module // stands for the markup: its expressions are evaluated in it
	nodes  []markup.Node
	index  map[int]int // of the nodes, by where they start
	scopes []*ast.Scope
	parsed map[int]*ast.Expr // by where they start
	inParsed

	handled *[]handler        // once they are known
	events  map[int]*ast.Expr // by element
	byRef   fields            // components by the names of their refs
}

// inParsed is what stands in the expressions that were parsed.
type inParsed struct {
	bytes    int
	calls    []*ast.Expr
	assigned []written
}

// page returns the markup of a file; nil where it has none.
func (p *pages) page(f *miniprogram.File) *Page {
	if g, ok := p.byFile[f.File]; ok {
		return g
	}
	var g *Page
	switch src := p.e.sources.Active(f); {
	case f.Bytes == nil:
	case f.Kind == miniprogram.Markup:
		g = p.newPage(f, src, "", p.beside(f.Name))
	case f.Kind == miniprogram.Component:
		if out, lang := resolve.ComponentMarkup(src, p.e.sources.Blocks(f, src)); out != nil {
			g = p.newPage(f, out, lang, p.e.module(f.Name))
		}
	}
	p.byFile[f.File] = g
	return g
}

// newPage reads what the names in markup mean.
func (p *pages) newPage(f *miniprogram.File, src []byte, lang string, script *resolve.Module) *Page {
	g := &Page{
		File: f.File, Src: src, e: p.e, source: f, script: script, tags: tags{known: map[string][]*resolve.Module{}}, wxs: map[string]*resolve.Module{},
		nodes: p.tree(f, src, lang), index: map[int]int{}, parsed: map[int]*ast.Expr{}, events: map[int]*ast.Expr{},
	}
	g.mod = &resolve.Module{File: f.File, Name: f.Name, Tree: &ast.Tree{Scope: &ast.Scope{}}}
	p.of[g.mod] = g
	g.scopes = make([]*ast.Scope, len(g.nodes))
	for i := range g.nodes {
		g.index[g.nodes[i].Start] = i
	}
	g.scripts()
	return g
}

// liveFiles are the files that the mini program can load.
func liveFiles(s *resolve.Sources, live *resolve.Live) (files []*miniprogram.File) {
	names := s.Names()
	for _, list := range [...][]*miniprogram.File{names.Imported, names.Project.Files} {
		for _, f := range list {
			if live.Files[f.Name] {
				files = append(files, f)
			}
		}
	}
	return files
}

// readTrees reads files of markup ahead.
func (p *pages) readTrees(files []*miniprogram.File) {
	p.trees = map[*source.File][]markup.Node{}
	for _, f := range files {
		if p.e.sources.Stopped() {
			return
		}
		if f.Kind == miniprogram.Markup && f.Bytes != nil {
			p.trees[f.File] = markup.Tree(p.e.sources.Active(f), "")
		}
	}
}

func (p *pages) tree(f *miniprogram.File, src []byte, lang string) []markup.Node {
	if nodes, ok := p.trees[f.File]; ok {
		return nodes
	}
	return markup.Tree(src, lang)
}

// beside returns the script of the page or component that a markup file is of.
func (p *pages) beside(name string) *resolve.Module {
	stem := strings.TrimSuffix(name, path.Ext(name))
	for _, ext := range [...]string{".js", ".ts"} {
		if m := p.e.module(stem + ext); m != nil {
			return m
		}
	}
	return nil
}

// scripts notes the modules that markup names: <wxs module="m" src="./m.wxs">,
// the same with its code inline, and <import-sjs name="m" from="./m.sjs">.
func (g *Page) scripts() {
	for i := range g.nodes {
		n := &g.nodes[i]
		if !resolve.IsScriptTag(n.Tag) {
			continue
		}
		for _, a := range n.Attrs {
			if a.Name != "module" && a.Name != "name" {
				continue
			}
			if m := g.namedScript(n); m != nil {
				for _, name := range strings.Split(strings.Trim(g.text(a), "{} "), ",") {
					g.wxs[strings.TrimSpace(name)] = m
				}
			}
		}
	}
}

// namedScript returns the module of one element, by the file it names or by the
// code in it.
func (g *Page) namedScript(n *markup.Node) *resolve.Module {
	for _, a := range n.Attrs {
		if a.Name == "src" || a.Name == "from" {
			if file, ok := g.e.sources.Names().Resolve(g.File.Name, g.text(a)); ok {
				return g.e.module(file)
			}
			return nil
		}
	}
	for start, end := range markup.InlineScripts(g.Src) {
		if start > n.Start {
			m := &resolve.Module{File: g.File, Name: g.File.Name, Base: int32(start), Tree: resolve.Parse(g.Src[start:end], "js", g.e.sources.Stopped)}
			g.e.facts.note(m)
			g.e.facts.named[m] = namedCalls(m)
			return m
		}
	}
	return nil
}

// HasTag reports whether an element of the markup has one of some names.
func (g *Page) HasTag(names map[string]bool) bool {
	return slices.ContainsFunc(g.nodes, func(n markup.Node) bool { return names[n.Tag] })
}

// IsOfComponent reports whether the element that has an attribute may stand for a component.
func (g *Page) IsOfComponent(a markup.Attr) bool { return len(g.mayBe(a.Tag)) > 0 }

// Attributes gives every attribute of the markup.
func (g *Page) Attributes() func(yield func(markup.Attr) bool) {
	return func(yield func(markup.Attr) bool) {
		for i := range g.nodes {
			for _, a := range g.nodes[i].Attrs {
				if !yield(a) {
					return
				}
			}
		}
	}
}

func (g *Page) text(a markup.Attr) string { return string(g.Src[a.Start:a.End]) }

// Span is the place of an attribute's value with its quotes.
func (g *Page) Span(a markup.Attr) source.Span {
	start, end := a.Start, a.End
	if a.Quoted {
		start, end = start-1, end+1
	}
	return source.Span{File: g.File, Start: start, End: end}
}

// name returns what a name means that nothing in the markup declares.
func (g *Page) name(name string) Values {
	if m := g.wxs[name]; m != nil {
		return g.e.exports.commonJS(m).Union(g.e.exports.exported(m, "default")).Add(&Value{Kind: Exports, mod: m})
	}
	memo := &g.e.memo
	return askOnce(memo, memo.composed.data, dataKey{g, name}, func() Values {
		if out := g.data(name); len(out) > 0 {
			return out
		}
		return g.e.pages.includes.handedIn(g, name)
	})
}

// data reads a name of the script beside the markup: of data, properties or
// computed values, or a top-level name of <script setup>.
func (g *Page) data(name string) Values {
	if g.script == nil {
		return nil
	}
	e := g.e
	var out Values
	for _, o := range e.pages.objects(g.script) {
		out = out.Union(e.props.property(e.props.property(Values{o}, "data"), name))
		out = out.Union(g.propertyDefault(o, name))
		out = out.Union(e.components.own(o, name)).Union(e.components.member(o, name)) // this.x = … in a hook
		for _, setup := range e.components.own(o, "setup") {
			if setup.Kind == Function {
				out = out.Union(e.props.property(e.props.returned(setup, setup.frame), name))
			}
		}
		out = out.Union(functionsIn(e.components.own(o, name))) // a handler of a page
	}
	if b := g.script.Tree.Scope.Own(name); b != nil && g.script.IsVue() {
		out = out.Union(e.evalBinding(b, g.script, nil))
	}
	for _, definer := range [...]string{model.PropsDefiner, model.DefaultsGiver} {
		for _, x := range g.script.CallsOf(definer) {
			out = out.Union(e.props.property(e.eval(x, g.script, nil), name))
		}
	}
	return e.calls.libraries.unwrapped(out)
}

// functionsIn leaves the functions.
func functionsIn(vs Values) Values {
	var out Values
	for _, v := range vs {
		if v.Kind == Function {
			out = out.Add(v)
		}
	}
	return out
}

// propertyDefault reads the default of a component's property: value on the
// platforms, default in Vue.
func (g *Page) propertyDefault(o *Value, name string) Values {
	props := g.e.props
	var out Values
	for _, group := range [...]string{"properties", "props"} {
		declared := props.property(props.property(Values{o}, group), name)
		out = out.Union(declared.Texts()).Union(props.property(declared, "value")).Union(props.property(declared, "default"))
	}
	return out
}

// dataset reads e.currentTarget.dataset.name in the script of a page, where nothing
// is known of e: the data-name attributes of the markup beside it
// (https://developers.weixin.qq.com/miniprogram/dev/framework/view/wxml/event.html).
func (p *pages) dataset(m *resolve.Module, name string) Values {
	var out Values
	for _, g := range p.besides(m) {
		for a := range g.Attributes() {
			if attribute, ok := dataAttribute(a.Name); ok && strings.EqualFold(attribute, name) {
				out = out.Union(g.eval(g.Given(a)))
			}
		}
	}
	return out
}

// besides returns the markup beside a script, or around it.
func (p *pages) besides(m *resolve.Module) (out []*Page) {
	stem := strings.TrimSuffix(m.Name, path.Ext(m.Name))
	add := func(name string) {
		if f := p.e.sources.Names().Files[name]; f != nil {
			if g := p.page(f); g != nil {
				out = append(out, g)
			}
		}
	}
	add(m.Name)
	for _, name := range m.Components() {
		add(name)
	}
	for _, ext := range platform.MarkupExtensions() {
		add(stem + ext)
	}
	return out
}

// dataAttribute returns the property of the dataset that an attribute is, as
// data-image-url is imageUrl. Names are compared without their case.
func dataAttribute(name string) (string, bool) {
	name = strings.TrimPrefix(strings.TrimPrefix(name, "v-bind"), ":")
	name, ok := strings.CutPrefix(name, model.DataPrefix)
	return camelCase(name), ok
}

// camelCase writes image-url as imageUrl.
func camelCase(name string) string {
	head, rest, ok := strings.Cut(name, "-")
	for ok {
		var part string
		part, rest, ok = strings.Cut(rest, "-")
		if part != "" {
			head += strings.ToUpper(part[:1]) + part[1:]
		}
	}
	return head
}
