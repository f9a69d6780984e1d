package sink

import (
	"slices"
	"strings"

	"github.com/beianlint/beianlint/lint/endpoint"
	"github.com/beianlint/beianlint/lint/miniprogram"
	"github.com/beianlint/beianlint/lint/platform"
	"github.com/beianlint/beianlint/lint/usage/ast"
	"github.com/beianlint/beianlint/lint/usage/eval"
	"github.com/beianlint/beianlint/lint/usage/markup"
	"github.com/beianlint/beianlint/lint/usage/model"
	"github.com/beianlint/beianlint/lint/usage/resolve"
)

// markups notes what markup and styles contact.
type markups struct {
	in     *inputs
	record *record
	views  *webViews
}

func (k *markups) all() {
	k.elements()
	for f := range k.in.files() {
		k.page(f)
		switch f.Kind {
		case miniprogram.Component:
			k.component(f)
		case miniprogram.Style:
			k.style(f.File, k.in.sources.Active(f.Bytes), 0, f.Ext())
		}
	}
}

func (k *markups) component(f *miniprogram.File) {
	src := k.in.sources.Active(f.Bytes)
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
			for _, prop := range x.Props() {
				category, ok := k.elementCategory(x, prop.Key, m)
				if !ok || prop.Value == nil {
					continue
				}
				to := contact{category: category, api: "<" + x.Text + " " + prop.Key + ">", place: m.Span(prop.Start, prop.End)}
				found, open := k.record.reaches(k.in.values.Eval(prop.Value, m), to)
				if !found && open && category == platform.WebView {
					k.record.dynamic = append(k.record.dynamic, Use{Category: category, API: to.api, Certainty: Dynamic, Span: to.place})
				}
			}
		}
	}
}

// elementCategory is what the attribute of a JSX element contacts: a component of a
// package that is not there shows what an attribute for pictures has.
func (k *markups) elementCategory(x *ast.Expr, name string, m *resolve.Module) (platform.Category, bool) {
	if category, ok := platform.MarkupCategory(k.in.project.Platforms, x.Text, name); ok {
		return category, true
	}
	if model.Uploader.MatchString(x.Text) && model.UploaderAttributes[name] {
		return platform.Upload, true
	}
	b := x.Scope.Lookup(x.Text)
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
		k.styleExpression(g.Expression(a, a.Start, a.End), contact{category: platform.Media, api: "url()", place: g.Span(a)})
		return
	}
	if name == "style" {
		k.style(g.File, g.Src[a.Start:a.End], a.Start, "css")
		k.styleValues(g, a)
		return
	}
	category, known := platform.MarkupCategory(k.in.project.Platforms, a.Tag, name)
	if model.Uploader.MatchString(a.Tag) && model.UploaderAttributes[name] {
		category, known = platform.Upload, true
	}
	switch {
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

// styleValues notes what the expressions in a style are: url({{banner}}).
func (k *markups) styleValues(g *eval.Page, a markup.Attr) {
	for start, end := range markup.Mustache(g.Src, a.Start, a.End) {
		k.record.reaches(g.Expression(a, start, end), contact{category: platform.Media, api: "url()", place: g.Span(a)})
	}
}

// styleExpression notes the texts of a bound style, which can be an object.
func (k *markups) styleExpression(vs eval.Values, to contact) {
	k.record.reaches(vs.Texts(), to)
	for _, v := range vs {
		if v.Kind == eval.Object || v.Kind == eval.Array {
			k.record.reaches(k.in.values.Read(v, "*").Texts(), to)
		}
	}
}

func (k *markups) reachesMarkup(g *eval.Page, a markup.Attr, category platform.Category, api string) {
	vs := g.Values(a)
	found, open := k.record.reaches(vs, contact{category: category, api: api, place: g.Span(a)})
	if !found && open && category == platform.WebView {
		k.record.dynamic = append(k.record.dynamic, Use{Category: category, API: api, Certainty: Dynamic, Span: g.Span(a)})
	}
}
