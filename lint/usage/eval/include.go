package eval

import (
	"github.com/beianlint/beianlint/lint/usage/ast"
	"github.com/beianlint/beianlint/lint/usage/markup"
	"github.com/beianlint/beianlint/lint/usage/model"
)

// includes are the pages that name a markup file, by its name: what <include> shows has
// their data, what a <template> of an <import> shows what its data attribute gives
// (https://developers.weixin.qq.com/miniprogram/dev/reference/wxml/template.html).
type includes map[string][]*Page

// note collects what live markup names.
func (i includes) note(live []*Page) {
	for _, g := range live {
		for n := range g.nodes {
			node := &g.nodes[n]
			if src, ok := node.Attr("src"); ok && model.Includes[node.Tag] && src.Start < src.End {
				if file, ok := g.e.sources.Names().Resolve(g.File.Name, g.text(src)); ok {
					i[file] = append(i[file], g)
				}
			}
		}
	}
}

// handedIn reads a name that templates are given, or that the pages have which show the
// markup as their own.
func (i includes) handedIn(g *Page, name string) Values {
	if i.asked(g) {
		g.e.memo.provisional = true
		return nil
	}
	out := newSet(g.e)
	out.union(templateData(g, name))
	for _, q := range i[g.File.Name] {
		out.union(templateData(q, name))
		if g.script == nil {
			out.union(q.name(name))
		}
	}
	delete(i, asking+g.File.Name)
	return out.values()
}

// asking begins the keys of the pages that are being asked: markup can include itself.
const asking = "?"

func (i includes) asked(g *Page) bool {
	key := asking + g.File.Name
	if _, is := i[key]; is {
		return true
	}
	i[key] = nil
	return false
}

// templateData reads a name of what the templates in a page are given.
func templateData(g *Page, name string) Values {
	out := newSet(g.e)
	for n := range g.nodes {
		if g.nodes[n].Tag != model.TemplateTag {
			continue
		}
		data, ok := g.nodes[n].Attr("data")
		if x := objectOf(g, n, data); ok && x != nil {
			out.union(g.e.props.property(g.eval(x), name))
		}
	}
	return out.values()
}

// objectOf returns the object that a data attribute stands for: {{a, b: c, ...d}}.
func objectOf(g *Page, node int, data markup.Attr) *ast.Expr {
	key := -data.Start - 1
	if x, ok := g.parsed[key]; ok {
		return x
	}
	var x *ast.Expr
	for start, end := range markup.Mustache(g.Src, data.Start, data.End) {
		if x == nil {
			src := append(append([]byte("({"), g.Src[start:end]...), "})"...)
			x = g.parse(src, start-len("({"), g.scope(node))
		}
	}
	if x != nil && x.Kind != ast.Object {
		x = nil
	}
	g.parsed[key] = x
	return x
}
