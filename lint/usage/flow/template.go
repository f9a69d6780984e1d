package flow

import (
	"bytes"
	"path"
	"slices"
	"strings"

	"github.com/beianlint/beianlint/lint/endpoint"
	"github.com/beianlint/beianlint/lint/miniprogram"
	"github.com/beianlint/beianlint/lint/platform"
	"github.com/beianlint/beianlint/lint/source"
	"github.com/beianlint/beianlint/lint/usage/ast"
	"github.com/beianlint/beianlint/lint/usage/markup"
	"github.com/beianlint/beianlint/lint/usage/model"
	"github.com/beianlint/beianlint/lint/usage/parser"
	"github.com/beianlint/beianlint/lint/usage/style"
)

// page is the markup of one page or component, with the script beside it.
type page struct {
	file   *source.File
	src    []byte // of the whole file; what is no markup is blank
	script *module
	loops  map[string]*ast.Expr // wx:for and v-for: item name to list
	wxs    map[string]*module   // modules of <wxs> and <import-sjs> by their names
}

// pages notes what markup contacts.
func (c *collector) pages() {
	for _, f := range append(c.imported, c.project.Files...) {
		if !c.live[f.Name] || f.Bytes == nil {
			continue
		}
		switch f.Kind {
		case miniprogram.Markup:
			c.page(&page{file: f.File, src: c.active(f.Bytes), script: c.beside(f.Name)})
		case miniprogram.Component:
			c.component(f)
		case miniprogram.Style:
			c.style(f.File, c.active(f.Bytes), 0, f.Ext())
		}
	}
}

// beside returns the script of the page or component that a markup file is of.
func (c *collector) beside(name string) *module {
	stem := strings.TrimSuffix(name, path.Ext(name))
	for _, ext := range [...]string{".js", ".ts"} {
		if m := c.module(stem + ext); m != nil {
			return m
		}
	}
	return nil
}

func (c *collector) component(f *miniprogram.File) {
	src := c.active(f.Bytes)
	for b := range markup.Blocks(src) {
		switch b.Kind {
		case markup.Template:
			out := blank(src)
			copy(out[b.Start:b.End], src[b.Start:b.End])
			c.page(&page{file: f.File, src: out, script: c.module(f.Name)})
		case markup.Style:
			c.style(f.File, src[b.Start:b.End], b.Start, b.Lang)
		}
	}
}

// style notes the URLs of a style sheet as media.
func (c *collector) style(f *source.File, src []byte, base int, lang string) {
	for u := range style.URLs(src, lang) {
		ep, ok := endpoint.ParseURL(string(src[u.Start:u.End]))
		if !ok || u.At == style.AtString && !usedVariable(src, u.Start) {
			continue
		}
		start, end := u.Start, u.End
		if u.Quoted {
			start, end = start-1, end+1
		}
		c.add(Use{Endpoint: ep, Category: platform.Media, API: "url()", Certainty: Call, Span: source.Span{File: f, Start: base + start, End: base + end}})
	}
}

// usedVariable reports whether a string is the value of a scss or less variable
// that the style uses.
func usedVariable(src []byte, at int) bool {
	line := src[bytes.LastIndexByte(src[:at], '\n')+1 : at]
	m := model.StyleVariable.Regexp().FindSubmatch(line)
	return m != nil && bytes.Count(src, m[1]) > 1
}

// prepare reads what the names in a page's markup mean.
func (c *collector) prepare(g *page) {
	g.loops, g.wxs = map[string]*ast.Expr{}, map[string]*module{}
	for a := range markup.Elements(g.src) {
		c.loop(g, a)
	}
	c.scripts(g)
}

func (c *collector) page(g *page) {
	c.prepare(g)
	for a := range markup.Elements(g.src) {
		c.attribute(g, a)
	}
}

// loop notes what the items of wx:for, a:for and v-for are taken from.
func (c *collector) loop(g *page, a markup.Attr) {
	value := string(g.src[a.Start:a.End])
	switch {
	case a.Name == "v-for":
		item, list, ok := strings.Cut(value, " in ")
		if !ok {
			item, list, _ = strings.Cut(value, " of ")
		}
		item, _, _ = strings.Cut(strings.Trim(item, " ()"), ",")
		g.loops[strings.TrimSpace(item)] = expression([]byte(list))
	case strings.HasSuffix(a.Name, ":for") || strings.HasSuffix(a.Name, ":for-items"):
		for start, end := range markup.Mustache(g.src, a.Start, a.End) {
			g.loops["item"] = expression(g.src[start:end])
			g.loops["\x00"+string(rune(a.TagStart))] = g.loops["item"]
		}
	case strings.HasSuffix(a.Name, ":for-item"):
		g.loops[value] = g.loops["item"]
	}
}

func expression(src []byte) *ast.Expr {
	tree := parser.ParseExpression(src)
	if len(tree.Body) == 0 {
		return nil
	}
	return tree.Body[0].Expr
}

// attribute notes what one attribute of an element contacts.
func (c *collector) attribute(g *page, a markup.Attr) {
	if a.Start >= a.End {
		return
	}
	name := strings.TrimPrefix(strings.TrimPrefix(a.Name, "v-bind"), ":")
	if name == "style" && a.Name != name {
		c.styleExpression(c.inPage(g, g.src[a.Start:a.End], a.Start), contact{category: platform.Media, api: "url()", place: g.span(a)})
		return
	}
	if name == "style" {
		c.style(g.file, g.src[a.Start:a.End], a.Start, "css")
		c.styleValues(g, a)
		return
	}
	category, known := platform.MarkupCategory(a.Tag, name)
	if model.Uploader.MatchString(a.Tag) && model.UploaderAttributes[name] {
		category, known = platform.Upload, true
	}
	switch {
	case a.Tag == "navigator" && name == "url":
		for _, v := range c.attributeValues(g, a) {
			c.embedded(v, g.file.Name, contact{category: platform.WebView, api: "<web-view src>", place: g.span(a)})
		}
	case known:
		c.reachesMarkup(g, a, category, "<"+a.Tag+" "+name+">")
	case !model.LinkAttributes[name] && !strings.HasPrefix(name, "data-"):
		if ep, ok := endpoint.ParseURL(string(g.src[a.Start:a.End])); ok && (isMedia(ep.Path) || model.MediaName.MatchString(name) || name == "src") {
			c.add(Use{Endpoint: ep, Category: platform.Media, API: "<" + a.Tag + " " + name + ">", Certainty: Literal, Span: g.span(a)})
		}
	}
}

// styleValues notes what the expressions in a style are: url({{banner}}).
func (c *collector) styleValues(g *page, a markup.Attr) {
	for start, end := range markup.Mustache(g.src, a.Start, a.End) {
		c.reaches(c.inPage(g, g.src[start:end], start), contact{category: platform.Media, api: "url()", place: g.span(a)})
	}
}

// styleExpression notes the texts of a bound style, which can be an object.
func (c *collector) styleExpression(vs values, to contact) {
	c.reaches(vs.text(), to)
	for _, v := range vs {
		if v.kind == object || v.kind == array {
			c.reaches(c.read(v, "*").text(), to)
		}
	}
}

func (c *collector) reachesMarkup(g *page, a markup.Attr, category platform.Category, api string) {
	vs := c.attributeValues(g, a)
	found, open := c.reaches(vs, contact{category: category, api: api, place: g.span(a)})
	if !found && open && category == platform.WebView {
		c.dynamic = append(c.dynamic, Use{Category: category, API: api, Certainty: Dynamic, Span: g.span(a)})
	}
}

// span is the place of an attribute's value with its quotes.
func (g *page) span(a markup.Attr) source.Span {
	start, end := a.Start, a.End
	if a.Quoted {
		start, end = start-1, end+1
	}
	return source.Span{File: g.file, Start: start, End: end}
}

// attributeValues evaluates an attribute: text, text with mustaches, or the
// expression of a bound attribute.
func (c *collector) attributeValues(g *page, a markup.Attr) values {
	src := g.src
	m := &module{file: g.file, name: g.file.Name}
	if strings.HasPrefix(a.Name, ":") || strings.HasPrefix(a.Name, "v-bind:") {
		return c.inPage(g, src[a.Start:a.End], a.Start)
	}
	whole := literal(&ast.Expr{Kind: ast.String, Start: int32(g.span(a).Start), End: int32(g.span(a).End)}, m)
	vs := values{{kind: str}}
	at := a.Start
	add := func(end int) {
		if end > at {
			piece := whole
			piece.text = string(src[at:end])
			vs = vs.append(values{piece})
		}
	}
	for start, end := range markup.Mustache(src, a.Start, a.End) {
		add(start - 2)
		next := c.inPage(g, src[start:end], start).text()
		if len(next) == 0 && at == a.Start && start-2 <= at {
			return nil
		}
		vs = vs.append(next)
		at = min(end+2, a.End)
	}
	add(a.End)
	return vs
}

// inPage evaluates an expression of markup: its names are the loops' items
// and the data of the page.
func (c *collector) inPage(g *page, src []byte, base int) values {
	tree := parser.ParseExpression(src)
	if len(tree.Body) == 0 || tree.Body[0].Expr == nil {
		return nil
	}
	m := &module{file: g.file, name: g.file.Name, base: int32(base), tree: tree}
	outer := c.scopeOf
	c.scopeOf = func(name string) values { return c.pageName(g, name, 0) }
	vs := c.eval(tree.Body[0].Expr, m, nil)
	c.scopeOf = outer
	return vs
}

func (c *collector) pageName(g *page, name string, depth int) values {
	if m := g.wxs[name]; m != nil {
		return c.whole(m).union(c.exported(m, "default")).add(&value{kind: exports, mod: m})
	}
	if list := g.loops[name]; list != nil && depth < 4 {
		m := &module{file: g.file, name: g.file.Name, tree: &ast.Tree{}}
		outer := c.scopeOf
		c.scopeOf = func(n string) values {
			if n == name {
				return c.data(g, n)
			}
			return c.pageName(g, n, depth+1)
		}
		vs := c.property(c.eval(list, m, nil), "*")
		c.scopeOf = outer
		if len(vs) > 0 {
			return vs
		}
	}
	return c.data(g, name)
}

// data reads a name of the script beside the markup: of data, properties or
// computed values, or a top-level name of <script setup>.
func (c *collector) data(g *page, name string) values {
	if g.script == nil {
		return nil
	}
	outer := c.scopeOf
	c.scopeOf = nil
	defer func() { c.scopeOf = outer }()
	var out values
	for _, o := range c.objects(g.script) {
		out = out.union(c.property(c.property(values{o}, "data"), name))
		out = out.union(c.propertyDefault(o, name))
		out = out.union(c.member(o, name))
		for _, setup := range c.own(o, "setup") {
			if setup.kind == function {
				out = out.union(c.property(c.returned(setup, setup.frame), name))
			}
		}
	}
	if b := g.script.tree.Scope.Names[name]; b != nil && g.script.isVue() {
		out = out.union(c.evalBinding(b, g.script, nil))
	}
	return out
}

// propertyDefault reads the default of a component's property: value on the
// platforms, default in Vue.
func (c *collector) propertyDefault(o *value, name string) values {
	var out values
	for _, group := range [...]string{"properties", "props"} {
		p := c.property(c.property(values{o}, group), name)
		out = out.union(p.text()).union(c.property(p, "value")).union(c.property(p, "default"))
	}
	return out
}

// objects returns the objects that a script defines a page or component with.
func (c *collector) objects(m *module) values {
	var out values
	for _, x := range m.tree.Calls {
		if x.L.Kind != ast.Ident || len(x.List) == 0 {
			continue
		}
		if model.Makers[x.L.Text] {
			out = out.union(c.objectsOf(x.List[len(x.List)-1], m))
		}
	}
	for i := range m.tree.Exports {
		if e := &m.tree.Exports[i]; e.As == "default" && e.Value != nil {
			out = out.union(c.objectsOf(e.Value, m))
		}
	}
	return out
}

func (c *collector) objectsOf(x *ast.Expr, m *module) values {
	var out values
	for _, v := range c.eval(x, m, nil) {
		if v.kind == object || v.kind == instance {
			out = out.add(v)
		}
		if v.kind == class {
			out = out.add(&value{kind: instance, class: v.class, mod: v.mod})
		}
	}
	if x.Kind == ast.Call && len(x.List) > 0 {
		out = out.union(c.objectsOf(x.List[len(x.List)-1], m))
	}
	return out
}

// webViewPage returns the file of the page at a path, as it is written in a
// file, when the page shows a web-view.
func (c *collector) webViewPage(from, page string) *miniprogram.File {
	for _, root := range append([]string{path.Dir(from)}, c.roots...) {
		for _, stem := range [...]string{path.Join(root, page), path.Join(root, page, "index")} {
			for _, ext := range append(platform.MarkupExtensions(), ".vue", ".mpx", ".wpy", ".nvue", ".tsx", ".jsx", ".js") {
				if f := c.files[stem+ext]; f != nil && c.webViewTag(f) {
					return f
				}
			}
		}
	}
	return nil
}

func (c *collector) webViewTag(f *miniprogram.File) bool {
	if f.Kind == miniprogram.Script {
		m := c.module(f.Name)
		return m != nil && slices.ContainsFunc(m.tree.Elements, func(x *ast.Expr) bool { return model.WebViews[x.Text] })
	}
	for a := range markup.Elements(f.Bytes) {
		if model.WebViews[a.Tag] {
			return true
		}
	}
	return false
}
