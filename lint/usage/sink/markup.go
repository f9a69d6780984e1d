package sink

import (
	"slices"
	"strings"

	"github.com/beianlint/beianlint/lint/endpoint"
	"github.com/beianlint/beianlint/lint/miniprogram"
	"github.com/beianlint/beianlint/lint/platform"
	"github.com/beianlint/beianlint/lint/source"
	"github.com/beianlint/beianlint/lint/usage/ast"
	"github.com/beianlint/beianlint/lint/usage/eval"
	"github.com/beianlint/beianlint/lint/usage/markup"
	"github.com/beianlint/beianlint/lint/usage/model"
	"github.com/beianlint/beianlint/lint/usage/resolve"
)

// markups notes what markup and styles contact.
type markups struct {
	in         *inputs
	record     *record
	views      *webViews
	categories map[[2]string]attributeCategory // that were asked for, by element and attribute
}

// attributeCategory is what an attribute contacts, where it does.
type attributeCategory struct {
	category platform.Category
	ok       bool
}

func (k *markups) all() {
	k.elements()
	for f := range k.in.files() {
		k.page(f)
		switch f.Kind {
		case miniprogram.Component:
			k.component(f)
		case miniprogram.Style:
			k.style(f.File, k.in.sources.Active(f), 0, f.Ext())
		}
	}
}

func (k *markups) component(f *miniprogram.File) {
	src := k.in.sources.Active(f)
	for _, b := range k.in.sources.Blocks(f, src) {
		if b.Kind == markup.Style {
			k.style(f.File, src[b.Start:b.End], b.Start, b.Lang)
		}
	}
}

func (k *markups) page(f *miniprogram.File) {
	g := k.in.values.Page(f)
	if g == nil {
		return
	}
	for a := range g.Attributes() {
		k.attribute(g, a)
	}
}

// elements notes what the attributes of JSX elements contact.
func (k *markups) elements() {
	for m := range k.in.modules() {
		for _, x := range m.Tree.Elements {
			k.element(x, m)
		}
		for x := range k.in.values.ElementCalls(m) {
			if model.ElementMakers[ast.NameOf(x.L)] && len(x.List) > 1 {
				k.element(made(x), m)
			}
		}
	}
}

func (k *markups) element(x *ast.Expr, m *resolve.Module) {
	for _, prop := range x.Props() {
		switch place := m.Span(prop.Start, prop.End); {
		case prop.Value == nil:
		case prop.Spread:
			k.spread(x, k.in.values.Eval(prop.Value, m), place, m)
		default:
			k.elementAttribute(x, prop.Key, k.in.values.Eval(prop.Value, m), place, m)
		}
	}
}

// made is the element that a compiler makes jsx(WebView, { src }) of.
func made(call *ast.Expr) *ast.Expr {
	component, props := call.List[0], call.List[1]
	x := &ast.Expr{Kind: ast.Element, Text: ast.NameOf(component), Parts: props.Parts, Start: call.Start, End: call.End, Scope: call.Scope}
	if component.Kind == ast.String {
		x.Text = component.Text
	}
	if props.Kind != ast.Object {
		x.Parts = &ast.Parts{Props: []ast.Prop{{Spread: true, Value: props, Start: props.Start, End: props.End}}}
	}
	return x
}

// elementAttribute notes what one attribute of a JSX element contacts.
func (k *markups) elementAttribute(x *ast.Expr, name string, vs eval.Values, place source.Span, m *resolve.Module) {
	category, ok := k.elementCategory(x, name, m)
	if !ok {
		return
	}
	k.shows(vs, contact{category: category, api: "<" + x.Text + " " + name + ">", place: place})
}

// spread notes what a JSX element contacts by the members of an object that it gets all
// of, as far as they are not given by themselves.
func (k *markups) spread(x *ast.Expr, vs eval.Values, place source.Span, m *resolve.Module) {
	for _, name := range model.SpreadAttributes {
		if !slices.ContainsFunc(x.Props(), func(p ast.Prop) bool { return p.Key == name }) {
			k.elementAttribute(x, name, k.in.values.Property(vs, name), place, m)
		}
	}
}

// elementCategory is what the attribute of a JSX element contacts: a component of a
// package that is not there shows what an attribute for pictures has.
func (k *markups) elementCategory(x *ast.Expr, name string, m *resolve.Module) (platform.Category, bool) {
	if category, ok := k.category(x.Text, name); ok {
		return category, true
	}
	b := x.Binding()
	if b == nil || !model.MediaName.MatchString(name) {
		return platform.Media, false
	}
	return platform.Media, slices.ContainsFunc(k.in.values.Binding(b, m), func(v *eval.Value) bool { return v.Kind == eval.Package })
}

// attribute notes what one attribute of an element contacts.
func (k *markups) attribute(g *eval.Page, a markup.Attr) {
	if a.Start >= a.End {
		return
	}
	name := strings.TrimPrefix(strings.TrimPrefix(a.Name, "v-bind"), ":")
	if name == "style" && a.Name != name {
		k.styleExpression(k.in.values.Style(g, a), contact{category: platform.Media, api: "url()", place: g.Span(a)})
		return
	}
	if name == "style" || model.StyleDirectives[name] {
		k.style(g.File, g.Src[a.Start:a.End], a.Start, "css")
		k.styleValues(g, a)
		return
	}
	category, known := k.category(a.Tag, name)
	switch {
	case a.Name == "v-bind":
		k.bound(g, a)
	case a.Tag == "navigator" && name == "url":
		for _, v := range g.Values(a) {
			k.views.embedded(v, g.File.Name, contact{category: platform.WebView, api: "<web-view src>", place: g.Span(a)})
		}
	case a.Tag == "rich-text" && name == "nodes":
		k.richText(g, a)
	case known:
		k.reachesMarkup(g, a, category, "<"+a.Tag+" "+name+">")
	case !model.LinkAttributes[name] && !strings.HasPrefix(name, "data-"):
		if ep, ok := endpoint.ParseURL(markup.Unescape(string(g.Src[a.Start:a.End]))); ok && (isMedia(ep.Path) || model.MediaName.MatchString(name) || name == "src") {
			k.record.add(Use{Endpoint: ep, Category: platform.Media, API: "<" + a.Tag + " " + name + ">", Certainty: Literal, Span: g.Span(a)})
		}
	}
}

// bound notes what an element of a template contacts by the members of an object that it
// gets all of.
func (k *markups) bound(g *eval.Page, a markup.Attr) {
	vs := g.Expression(a, a.Start, a.End)
	for _, name := range model.SpreadAttributes {
		if category, known := k.category(a.Tag, name); known {
			k.record.reaches(k.in.values.Property(vs, name), contact{category: category, api: "<" + a.Tag + " " + name + ">", place: g.Span(a)})
		}
	}
}

// category is what an attribute of an element contacts.
func (k *markups) category(tag, name string) (platform.Category, bool) {
	key := [2]string{tag, name}
	c, known := k.categories[key]
	if !known {
		c.category, c.ok = platform.MarkupCategory(k.in.project.Platforms, tag, name)
		if !c.ok {
			c = attributeCategory{platform.Upload, model.Uploader.MatchString(tag) && model.UploaderAttributes[name]}
		}
		k.categories[key] = c
	}
	return c.category, c.ok
}

// styleValues notes what the expressions in a style are: url({{banner}}).
func (k *markups) styleValues(g *eval.Page, a markup.Attr) {
	for start, end := range markup.Mustache(g.Src, a.Start, a.End) {
		k.styleExpression(g.Expression(a, start, end), contact{category: platform.Media, api: "url()", place: g.Span(a)})
	}
}

// styleExpression notes the texts of a bound style, which can be an object, or a list of
// styles.
func (k *markups) styleExpression(vs eval.Values, to contact) {
	k.record.reaches(vs.Texts(), to)
	for _, v := range vs {
		if v.Kind != eval.Object && v.Kind != eval.Array {
			continue
		}
		of := k.in.values.Read(v, "*")
		k.record.reaches(of.Texts(), to)
		if v.Kind == eval.Array {
			for _, item := range of {
				if item.Kind == eval.Object {
					k.record.reaches(k.in.values.Read(item, "*").Texts(), to)
				}
			}
		}
	}
}

func (k *markups) reachesMarkup(g *eval.Page, a markup.Attr, category platform.Category, api string) {
	k.shows(g.Values(a), contact{category: category, api: api, place: g.Span(a)})
}

// shows notes what an element is given: of a web-view, also what is known of no host.
func (k *markups) shows(vs eval.Values, to contact) {
	found, open := k.record.reaches(vs, to)
	if to.category != platform.WebView {
		return
	}
	k.record.unreadable(vs, false, to, found)
	if !found && open {
		k.record.unknownAt(to)
	}
}
