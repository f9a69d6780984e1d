package sink

import (
	"strings"

	"github.com/beianlint/beianlint/lint/platform"
	"github.com/beianlint/beianlint/lint/usage/eval"
	"github.com/beianlint/beianlint/lint/usage/markup"
)

// maxNested bounds how deep the nodes of a rich text are read.
const maxNested = 6

// richText notes the pictures of <rich-text nodes>, which is HTML or a tree of nodes
// (https://developers.weixin.qq.com/miniprogram/dev/component/rich-text.html).
func (k *markups) richText(g *eval.Page, a markup.Attr) {
	to := contact{category: platform.Media, api: "<rich-text nodes>", place: g.Span(a)}
	if strings.HasPrefix(a.Name, ":") || strings.HasPrefix(a.Name, "v-bind:") {
		k.nodes(g.Expression(a, a.Start, a.End), to, 0)
		return
	}
	for start, end := range markup.Mustache(g.Src, a.Start, a.End) {
		k.nodes(g.Expression(a, start, end), to, 0)
	}
}

// nodes notes the pictures among nodes.
func (k *markups) nodes(vs eval.Values, to contact, depth int) {
	if len(vs) == 0 || depth == maxNested {
		return
	}
	var trees eval.Values
	for _, v := range vs {
		switch v.Kind {
		case eval.Text:
			k.html(v, to)
		case eval.Array:
			k.nodes(k.in.values.Read(v, "*"), to, depth+1)
		case eval.Object:
			trees = append(trees, v)
		}
	}
	k.record.reaches(k.in.values.Property(k.in.values.Property(trees, "attrs"), "src").Texts(), to)
	k.nodes(k.in.values.Property(trees, "children"), to, depth+1)
}

// html notes the addresses of the pictures in HTML.
func (k *markups) html(v *eval.Value, to contact) {
	src := []byte(v.Text)
	for a := range markup.Elements(src, "") {
		if _, ok := platform.MarkupCategory(k.in.project.Platforms, a.Tag, a.Name); a.Name == "src" && (ok || a.Tag == "img") {
			k.record.contacted(v.Inner(markup.Unescape(v.Text[a.Start:a.End]), a.Start+len("https://")), to)
		}
	}
}
