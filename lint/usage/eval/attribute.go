package eval

import (
	"slices"
	"strings"

	"github.com/beianlint/beianlint/lint/miniprogram"
	"github.com/beianlint/beianlint/lint/usage/ast"
	"github.com/beianlint/beianlint/lint/usage/markup"
	"github.com/beianlint/beianlint/lint/usage/model"
	"github.com/beianlint/beianlint/lint/usage/resolve"
)

// place is an expression with the module in which it has its value.
type place struct {
	expr *ast.Expr
	mod  *resolve.Module
}

// handed is what markup gives to components and takes from them.
type handed struct {
	// links are the expressions of other modules that an expression stands for.
	links map[*ast.Expr][]place
	// given are the attributes of components, by their scripts, and owner the script
	// of a component's object.
	given  map[*resolve.Module]fields
	owner  map[handle]*resolve.Module
	global map[string][]place // components that are registered for every template
	// emitted are the calls of components that send an event.
	emitted map[*resolve.Module][]emission
	// handedOn is what pages hand to the next one.
	handedOn fields
	// shown are the items that elements are there for.
	shown shownItems
}

func newHanded() handed {
	return handed{
		links: map[*ast.Expr][]place{}, given: map[*resolve.Module]fields{}, owner: map[handle]*resolve.Module{},
		global: map[string][]place{}, emitted: map[*resolve.Module][]emission{}, shown: shownItems{},
	}
}

// link returns an expression that stands for one of another module.
func (h *handed) link(at *ast.Expr, places ...place) *ast.Expr {
	x := &ast.Expr{Start: at.Start, End: at.End, Scope: at.Scope}
	h.links[x] = places
	return x
}

// linked evaluates what an expression stands for.
func (p *pages) linked(x *ast.Expr) Values {
	out := newSet(p.e)
	for _, l := range p.links[x] {
		out.union(p.e.eval(l.expr, l.mod, nil))
	}
	return out.values()
}

// hand gives the attributes of components to their scripts.
func (p *pages) hand(live []*Page) {
	for _, m := range p.e.live {
		for x := range p.e.facts.named.that(register, m) {
			if x.L.Kind == ast.Member && x.L.Text == model.ComponentDefiner && len(x.List) == 2 && x.List[0].Kind == ast.String {
				p.global[resolve.KebabCase(x.List[0].Text)] = append(p.global[resolve.KebabCase(x.List[0].Text)], place{x.List[1], m})
			}
		}
	}
	for _, g := range live {
		for i := range g.nodes {
			for _, m := range g.components(g.nodes[i].Tag) {
				p.give(m, g, i)
			}
		}
		p.nameRefs(g)
	}
}

// give takes in what one element gives to its component.
func (p *pages) give(m *resolve.Module, g *Page, node int) {
	given := p.attributesOf(m)
	for _, a := range g.nodes[node].Attrs {
		name, ok := model.PropertyOf(a.Name)
		if !ok || a.Start >= a.End {
			continue
		}
		x := g.Given(a)
		if _, event := model.NativeEvent(a.Name); event && x != nil && x.Kind == ast.String { // Alipay: onOpen="open"
			x = &ast.Expr{Kind: ast.Ident, Text: x.Text, Start: x.Start, End: x.End, Scope: g.mod.Tree.Scope}
		}
		if x == nil {
			continue
		}
		p.giveTo(given, camelCase(name), place{x, g.mod})
		giveModels(p, m, camelCase(name), place{x, g.mod})
		if name == model.DefaultModel {
			p.giveTo(given, model.OldModel, place{x, g.mod})
			for _, v := range p.e.props.property(p.e.props.property(p.objects(m), model.ModelOption), model.ModelProperty).Texts() {
				p.giveTo(given, v.Text, place{x, g.mod})
			}
		}
	}
}

// giveTo gives a property one more value; "" takes all properties of it.
func (p *pages) giveTo(given fields, name string, value place) {
	for i := range given.x.Props() {
		if prop := &given.x.Props()[i]; prop.Key == name {
			p.links[prop.Value] = append(p.links[prop.Value], value)
			return
		}
	}
	link := p.link(&ast.Expr{Start: value.expr.Start, End: value.expr.End}, value)
	given.x.AddProp(ast.Prop{Key: name, Value: link, Spread: name == "", Start: link.Start, End: link.End})
}

// attributesOf returns the object with the attributes of a component.
func (p *pages) attributesOf(m *resolve.Module) fields {
	given, ok := p.given[m]
	if !ok {
		given = newFields(&ast.Expr{Scope: m.Tree.Scope})
		p.given[m] = given
		for _, o := range p.objects(m) {
			p.owner[p.e.memo.identity(o)] = m
		}
	}
	return given
}

// attributes is the object with the attributes of a component; nothing where no
// markup has it.
func (p *pages) attributes(component *Value) Values {
	if len(p.owner) == 0 {
		return nil
	}
	return p.attributesIn(p.owner[p.e.memo.identity(component)])
}

func (p *pages) attributesIn(m *resolve.Module) Values {
	given, ok := p.given[m]
	if !ok {
		return nil
	}
	return Values{{Kind: Object, expr: given.x, mod: m}}
}

// components returns the scripts of the components that a tag may stand for.
func (g *Page) components(tag string) []*resolve.Module {
	out, ok := g.tags.known[tag]
	if !ok {
		out = g.configured().Scripts(tag)
		if len(out) == 0 {
			out = g.named(tag)
		}
		g.tags.known[tag] = out
	}
	return out
}

// configured are the components that configurations name.
func (g *Page) configured() *resolve.Tags {
	if g.tags.named == nil {
		g.tags.named = resolve.NewTags(g.e.sources, g.source)
	}
	return g.tags.named
}

// mayBe returns the components that a tag may stand for: where no configuration of the file
// says it, as in one that is imported, that of another.
func (g *Page) mayBe(tag string) []*resolve.Module {
	if scripts := g.components(tag); len(scripts) > 0 {
		return scripts
	}
	return g.e.pages.tagged()[tag]
}

// tagged are the components of all live markup by their tags.
func (p *pages) tagged() map[string][]*resolve.Module {
	if p.byTag == nil {
		p.byTag = map[string][]*resolve.Module{}
		for _, g := range p.live {
			g.configured().Each(func(tag string, m *resolve.Module) {
				if !slices.Contains(p.byTag[tag], m) {
					p.byTag[tag] = append(p.byTag[tag], m)
				}
			})
		}
	}
	return p.byTag
}

// hasGenerics reports whether some component leaves it to others what its tags stand for.
func (p *pages) hasGenerics() bool {
	return slices.ContainsFunc(p.live, func(g *Page) bool { return g.configured().Generic })
}

// tags are the components of a page by their tags.
type tags struct {
	named *resolve.Tags
	known map[string][]*resolve.Module // that were asked for
}

// named returns the components that the script names: in components, among the
// names of <script setup>, or for every template.
func (g *Page) named(tag string) (out []*resolve.Module) {
	p := g.e.pages
	camel := camelCase(tag)
	names := []string{tag, camel, strings.ToUpper(camel[:1]) + camel[1:]}
	if m := g.script; m != nil {
		for _, o := range p.objects(m) {
			for _, name := range names {
				out = p.addModules(out, g.e.props.property(g.e.components.own(o, model.ComponentsOption), name))
			}
		}
		for _, name := range names {
			if b := m.Tree.Scope.Own(name); b != nil {
				out = p.addBinding(out, b, m)
			}
		}
	}
	for _, c := range p.global[resolve.KebabCase(tag)] {
		out = p.addModules(out, g.e.eval(c.expr, c.mod, nil))
	}
	return out
}

// addBinding adds the component that a name is, if it is one: a file alone can be
// one without an export.
func (p *pages) addBinding(out []*resolve.Module, b *ast.Binding, m *resolve.Module) []*resolve.Module {
	for _, d := range b.Defs {
		if target := p.e.load(m, d.From); d.From != "" && target != nil && isComponentFile(p.e.sources.Names().Files[target.Name]) {
			return append(out, target)
		}
	}
	if m.IsVue() {
		out = p.addModules(out, p.e.evalBinding(b, m, nil))
	}
	return out
}

func isComponentFile(f *miniprogram.File) bool {
	return f != nil && f.Kind == miniprogram.Component
}

// addModules adds the modules that values are the components of.
func (p *pages) addModules(out []*resolve.Module, vs Values) []*resolve.Module {
	for _, v := range vs {
		switch v.Kind {
		case Exports, Object, Class, Instance:
			if !slices.Contains(out, v.mod) && v.mod != nil {
				out = append(out, v.mod)
			}
		case Function: // () => import('./a.vue')
			for _, w := range p.e.props.returned(v, v.frame) {
				if w.Kind == Exports && !slices.Contains(out, w.mod) {
					out = append(out, w.mod)
				}
			}
		}
	}
	return out
}

// slot returns the object that a component gives to what stands in one of its slots: to
// a template in it, or to any element
// (https://vuejs.org/guide/components/slots.html#scoped-slots,
// https://opendocs.alipay.com/mini/framework/component-template).
func (g *Page) slot(node int, name string) *ast.Expr {
	p := g.e.pages
	n := &g.nodes[node]
	at := &ast.Expr{Start: int32(n.Start), End: int32(n.Start + 1), Scope: g.mod.Tree.Scope}
	scripts := g.components(n.Tag)
	if len(scripts) == 0 && n.Parent >= 0 {
		scripts = g.components(g.nodes[n.Parent].Tag)
	}
	if a, ok := n.Attr("slot"); ok && a.Start < a.End {
		name = g.text(a)
	}
	given := newFields(at)
	for _, m := range scripts {
		for _, child := range p.besides(m) {
			for i := range child.nodes {
				if slot := &child.nodes[i]; slot.Tag == "slot" && child.slotName(slot) == name {
					for _, a := range slot.Attrs {
						if property, ok := model.PropertyOf(a.Name); ok && a.Start < a.End {
							p.giveTo(given, camelCase(property), place{child.Given(a), child.mod})
						}
					}
				}
			}
		}
	}
	return given.x
}

func (g *Page) slotName(n *markup.Node) string {
	if a, ok := n.Attr("name"); ok && a.Start < a.End {
		return g.text(a)
	}
	return "default"
}

// instances are expressions for the components that an element stands for.
func (g *Page) instances(node int) (out []place) {
	p := g.e.pages
	for _, m := range g.components(g.nodes[node].Tag) {
		for _, o := range p.objects(m) {
			out = append(out, place{componentOf(o), o.mod})
		}
		for _, x := range m.CallsOf(model.Exposer) {
			if len(x.List) > 0 {
				out = append(out, place{x.List[0], m})
			}
		}
	}
	return out
}

// matches reports whether an element has what the last part of a selector names.
func (g *Page) matches(n *markup.Node, selector string) bool {
	parts := strings.FieldsFunc(selector, func(c rune) bool { return strings.ContainsRune(" >,", c) })
	if len(parts) == 0 {
		return false
	}
	last := parts[len(parts)-1]
	name, attribute := last[1:], "id"
	switch last[0] {
	case '#':
	case '.':
		attribute = "class"
	default:
		return n.Tag == last
	}
	a, ok := n.Attr(attribute)
	return ok && slices.ContainsFunc(strings.Fields(g.text(a)), func(s string) bool { return s == name || strings.Contains(s, "{{") })
}

// refs is the object with the components that attributes name: this.$refs.
func (g *Page) refs() fields {
	if g.byRef.x != nil {
		return g.byRef
	}
	g.byRef = newFields(&ast.Expr{Scope: g.mod.Tree.Scope})
	for i := range g.nodes {
		a, ok := g.nodes[i].Attr(model.RefAttribute)
		if !ok || a.Start >= a.End {
			continue
		}
		if of := g.instances(i); len(of) > 0 {
			g.byRef.add(g.text(a), g.e.pages.link(&ast.Expr{Start: int32(a.Start), End: int32(a.End)}, of...))
		}
	}
	return g.byRef
}

// preloaded is the object with what pages hand to the next one under a name.
func (p *pages) preloaded() fields {
	if p.handedOn.x != nil {
		return p.handedOn
	}
	p.handedOn = newFields(&ast.Expr{})
	for _, m := range p.e.live {
		for x := range p.e.facts.named.that(preload, m) {
			if x.L.Kind == ast.Member && x.L.Text == model.Preloader && len(x.List) == 2 && x.List[0].Kind == ast.String {
				p.handedOn.add(x.List[0].Text, p.link(x, place{x.List[1], m}))
			}
		}
	}
	return p.handedOn
}
