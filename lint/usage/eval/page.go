package eval

import (
	"path"
	"strings"

	"github.com/beianlint/beianlint/lint/platform"
	"github.com/beianlint/beianlint/lint/source"
	"github.com/beianlint/beianlint/lint/usage/ast"
	"github.com/beianlint/beianlint/lint/usage/markup"
	"github.com/beianlint/beianlint/lint/usage/parser"
	"github.com/beianlint/beianlint/lint/usage/resolve"
)

// pages evaluates markup: what it shows stems from the script beside it.
type pages struct{ e *Evaluator }

// Page is the markup of one page or component, with the script beside it.
type Page struct {
	File *source.File
	Src  []byte // of the whole file; what is no markup is blank

	e      *Evaluator
	script *resolve.Module
	wxs    map[string]*resolve.Module // modules of <wxs> and <import-sjs> by their names
	loops  map[string]*ast.Expr       // wx:for and v-for: item name to list
	lists  map[*ast.Expr]*frame       // in which the lists have their values
	frame  *frame                     // in which the expressions have theirs
}

// page reads what the names in markup mean.
func (p *pages) page(file *source.File, src []byte, script *resolve.Module) *Page {
	g := &Page{File: file, Src: src, e: p.e, script: script, wxs: map[string]*resolve.Module{}, loops: map[string]*ast.Expr{}, lists: map[*ast.Expr]*frame{}}
	g.frame = &frame{names: func(name string) Values { return g.nameAt(name, 0) }}
	for a := range markup.Elements(src) {
		g.loop(a)
	}
	g.scripts()
	return g
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

// dataset reads e.currentTarget.dataset.name in the script of a page: the
// data-name attributes of the markup beside it
// (https://developers.weixin.qq.com/miniprogram/dev/framework/view/wxml/event.html).
func (p *pages) dataset(m *resolve.Module, name string) Values {
	stem := strings.TrimSuffix(m.Name, path.Ext(m.Name))
	var out Values
	for _, ext := range platform.MarkupExtensions() {
		f := p.e.sources.Names().Files[stem+ext]
		if f == nil || f.Bytes == nil {
			continue
		}
		g := p.page(f.File, p.e.sources.Active(f.Bytes), m)
		for a := range markup.Elements(g.Src) {
			if attribute, ok := strings.CutPrefix(a.Name, "data-"); ok && datasetName(attribute) == strings.ToLower(name) {
				out = out.Union(g.Values(a))
			}
		}
	}
	return out
}

// loop notes what the items of wx:for, a:for and v-for are taken from.
func (g *Page) loop(a markup.Attr) {
	value := string(g.Src[a.Start:a.End])
	switch {
	case a.Name == "v-for":
		item, list, ok := strings.Cut(value, " in ")
		if !ok {
			item, list, _ = strings.Cut(value, " of ")
		}
		item, _, _ = strings.Cut(strings.Trim(item, " ()"), ",")
		g.loops[strings.TrimSpace(item)] = expression([]byte(list))
	case strings.HasSuffix(a.Name, ":for") || strings.HasSuffix(a.Name, ":for-items"):
		for start, end := range markup.Mustache(g.Src, a.Start, a.End) {
			g.loops["item"] = expression(g.Src[start:end])
			g.loops["\x00"+string(rune(a.TagStart))] = g.loops["item"]
		}
	case strings.HasSuffix(a.Name, ":for-item"):
		g.loops[value] = g.loops["item"]
	}
}

// scripts notes the modules that markup names: <wxs module="m" src="./m.wxs">,
// the same with its code inline, and <import-sjs name="m" from="./m.sjs">.
func (g *Page) scripts() {
	var named []markup.Attr
	for a := range markup.Elements(g.Src) {
		if resolve.IsScriptTag(a.Tag) && (a.Name == "module" || a.Name == "name") {
			named = append(named, a)
		}
	}
	for _, name := range named {
		if m := g.namedScript(name); m != nil {
			for _, n := range strings.Split(strings.Trim(string(g.Src[name.Start:name.End]), "{} "), ",") {
				g.wxs[strings.TrimSpace(n)] = m
			}
		}
	}
}

// namedScript returns the module of one element, by the file it names or by the
// code in it.
func (g *Page) namedScript(name markup.Attr) *resolve.Module {
	for a := range markup.Elements(g.Src) {
		if a.TagStart == name.TagStart && (a.Name == "src" || a.Name == "from") {
			if file, ok := g.e.sources.Names().Resolve(g.File.Name, string(g.Src[a.Start:a.End])); ok {
				return g.e.module(file)
			}
			return nil
		}
	}
	for start, end := range markup.InlineScripts(g.Src) {
		if start > name.TagStart {
			m := &resolve.Module{File: g.File, Name: g.File.Name, Base: int32(start), Tree: resolve.Parse(g.Src[start:end], "js", g.e.sources.Stopped)}
			g.e.facts.note(m)
			return m
		}
	}
	return nil
}

// Span is the place of an attribute's value with its quotes.
func (g *Page) Span(a markup.Attr) source.Span {
	start, end := a.Start, a.End
	if a.Quoted {
		start, end = start-1, end+1
	}
	return source.Span{File: g.File, Start: start, End: end}
}

// Values evaluates an attribute: text, text with mustaches, or the expression of
// a bound attribute.
func (g *Page) Values(a markup.Attr) Values {
	src := g.Src
	m := &resolve.Module{File: g.File, Name: g.File.Name}
	if strings.HasPrefix(a.Name, ":") || strings.HasPrefix(a.Name, "v-bind:") {
		return g.Expression(a.Start, a.End)
	}
	whole := Literal(&ast.Expr{Kind: ast.String, Start: int32(g.Span(a).Start), End: int32(g.Span(a).End)}, m)
	vs := Values{{Kind: Text}}
	at := a.Start
	add := func(end int) {
		if end > at {
			piece := whole.copy()
			piece.Text = markup.Unescape(string(src[at:end]))
			vs = vs.append(Values{piece})
		}
	}
	for start, end := range markup.Mustache(src, a.Start, a.End) {
		add(start - 2)
		next := g.Expression(start, end).Texts()
		if len(next) == 0 && at == a.Start && start-2 <= at {
			return nil
		}
		vs = vs.append(next)
		at = min(end+2, a.End)
	}
	add(a.End)
	return vs
}

// Expression evaluates an expression that stands in the markup: its names are
// the items of loops and the data of the page.
func (g *Page) Expression(start, end int) Values {
	tree := parser.ParseAttribute(g.Src[start:end])
	if len(tree.Body) == 0 || tree.Body[0].Expr == nil {
		return nil
	}
	m := &resolve.Module{File: g.File, Name: g.File.Name, Base: int32(start), Tree: tree}
	return g.e.eval(tree.Body[0].Expr, m, g.frame)
}

// maxLoops bounds how deep the lists of loops are followed into each other.
const maxLoops = 4

// nameAt returns what a name means in the list of so many loops.
func (g *Page) nameAt(name string, depth int) Values {
	if m := g.wxs[name]; m != nil {
		return g.e.exports.commonJS(m).Union(g.e.exports.exported(m, "default")).Add(&Value{Kind: Exports, mod: m})
	}
	if list := g.loops[name]; list != nil && depth < maxLoops {
		m := &resolve.Module{File: g.File, Name: g.File.Name, Tree: &ast.Tree{}}
		if vs := g.e.props.property(g.e.eval(list, m, g.listFrame(list, name, depth)), "*"); len(vs) > 0 {
			return vs
		}
	}
	return g.data(name)
}

// listFrame returns the environment of a loop's list: its own item is none of
// its names.
func (g *Page) listFrame(list *ast.Expr, item string, depth int) *frame {
	f := g.lists[list]
	if f == nil {
		f = &frame{names: func(name string) Values {
			if name == item {
				return g.data(name)
			}
			return g.nameAt(name, depth+1)
		}}
		g.lists[list] = f
	}
	return f
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
	}
	if b := g.script.Tree.Scope.Names[name]; b != nil && g.script.IsVue() {
		out = out.Union(e.evalBinding(b, g.script, nil))
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

func expression(src []byte) *ast.Expr {
	tree := parser.ParseAttribute(src)
	if len(tree.Body) == 0 {
		return nil
	}
	return tree.Body[0].Expr
}

// datasetName is the property that data-image-url becomes, in lower case.
func datasetName(attribute string) string {
	return strings.ToLower(strings.ReplaceAll(attribute, "-", ""))
}
