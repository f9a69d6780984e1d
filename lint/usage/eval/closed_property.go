package eval

import (
	"slices"

	"github.com/beianlint/beianlint/lint/usage/ast"
	"github.com/beianlint/beianlint/lint/usage/markup"
	"github.com/beianlint/beianlint/lint/usage/model"
	"github.com/beianlint/beianlint/lint/usage/resolve"
)

// givenProperties finds what properties of components are of which all elements are seen,
// <x-list mode="plain"/>: what these give, as calls give arguments, and what the component
// declares where one gives nothing. Of what a script may change, nothing is known.
type givenProperties struct {
	d     *decider
	of    map[*resolve.Module]*ast.Expr // the components, once they were asked for
	found map[propertyKey]closed
	// called says of modules whether they only call the setter of components.
	called map[*resolve.Module]bool
}

type propertyKey struct {
	component *ast.Expr
	name      string
}

// group returns what this.data and this.properties of such a component are.
func (g *givenProperties) group(x *ast.Expr, m *resolve.Module) (closed, bool) {
	if x.Text != model.DataGroup && x.Text != model.PropertyGroup || !isSelf(x.L) {
		return closed{}, false
	}
	of := g.component(m)
	if of == nil || (&observers{d: g.d}).self(place{x.L, m}) != of {
		return closed{}, false
	}
	return closed{atoms: []atom{{kind: propertiesAtom, expr: of, mod: m}}, fixed: true}, true
}

// component returns the literal that a module makes a component of, if some markup has it
// and nothing else does; nil of all others.
func (g *givenProperties) component(m *resolve.Module) *ast.Expr {
	of, known := g.of[m]
	if !known {
		if of = (&observers{d: g.d}).component(m); of != nil && g.isOpened(of, m) {
			of = nil
		}
		g.of[m] = of
	}
	return of
}

// isOpened reports whether a component is handed to some function, is read before it has
// its properties, or has its data read as a whole.
func (g *givenProperties) isOpened(of *ast.Expr, m *resolve.Module) bool {
	o := observers{d: g.d}
	for _, x := range m.Tree.Calls {
		if slices.ContainsFunc(x.List, func(arg *ast.Expr) bool { return o.isIn(observer{of: of}, arg, m) }) {
			if to, known := o.receivers(x, m); !known || len(to) > 0 {
				return true
			}
		}
	}
	opened := isReadEarly(m)
	ast.Walk(m.Tree, func(x *ast.Expr, around []*ast.Expr) { opened = opened || isWholeData(x, around) })
	return opened || slices.ContainsFunc(m.Tree.Bindings, func(b *ast.Binding) bool {
		return slices.ContainsFunc(b.Defs, func(d ast.Def) bool { return len(d.Path) == 0 && d.Value != nil && isData(d.Value) })
	})
}

// isData reports whether an expression is this.data or this.properties.
func isData(x *ast.Expr) bool {
	return x.Kind == ast.Member && (x.Text == model.DataGroup || x.Text == model.PropertyGroup) && isSelf(x.L)
}

// isWholeData reports whether an expression is this.data, and goes elsewhere than to a
// property of it, or into a copy.
func isWholeData(x *ast.Expr, around []*ast.Expr) bool {
	if len(around) == 0 || !isData(x) {
		return false
	}
	switch outer := around[len(around)-1]; outer.Kind {
	case ast.Member:
		return outer.L != x
	case ast.Function: // it is declared, const { a } = this.data
		return slices.Contains(outer.Func().Returns, x)
	case ast.Object:
		return !slices.ContainsFunc(outer.Props(), func(p ast.Prop) bool { return p.Value == x && p.Spread })
	}
	return true
}

// read returns what a property of a component is.
func (g *givenProperties) read(a atom, name string) closed {
	key := propertyKey{a.expr, name}
	if c, ok := g.found[key]; ok {
		return c
	}
	g.found[key] = unclear
	if kind, declared, ok := declaredAs(a.expr, name); ok && !g.isChanged(a, name) {
		c := closed{fixed: true}
		if g.addGiven(&c, declaration{atom: a, name: name, kind: kind, value: declared}); !c.more && len(c.atoms) > 0 {
			g.found[key] = c
		}
	}
	return g.found[key]
}

// declaredAs returns the type that a component declares a property with, and what it is
// at first.
func declaredAs(component *ast.Expr, name string) (kind string, value atom, ok bool) {
	var declared *ast.Expr
	for i := range component.Props() {
		switch p := &component.Props()[i]; {
		case p.Value == nil:
		case p.Key == model.PropertyGroup:
			declared = propertyIn(p.Value, name)
		case p.Key == model.DataGroup && (p.Value.Kind != ast.Object || !isPlain(p.Value) || propertyIn(p.Value, name) != nil):
			return "", atom{}, false
		}
	}
	if declared == nil {
		return "", atom{}, false
	}
	typed := declared
	if declared.Kind == ast.Object {
		if !isPlain(declared) {
			return "", atom{}, false
		}
		typed = propertyIn(declared, "type")
	}
	if typed == nil || typed.Kind != ast.Ident {
		return "", atom{}, false
	}
	if x := propertyIn(declared, "value"); x != nil {
		value, ok = constantIn(x)
		return typed.Text, value, ok
	}
	value, ok = firstValues[typed.Text]
	return typed.Text, value, ok
}

// firstValues are what properties of a type are that declare no value
// (https://developers.weixin.qq.com/miniprogram/dev/framework/custom-component/component.html).
var firstValues = map[string]atom{"String": {kind: textAtom}, "Number": {kind: numberAtom, text: "0"}, "Boolean": {kind: booleanAtom, text: "false"}}

// propertyIn returns the value that a literal gives a property, or nil.
func propertyIn(object *ast.Expr, name string) *ast.Expr {
	for i := range object.Props() {
		if p := &object.Props()[i]; p.Key == name {
			return p.Value
		}
	}
	return nil
}

// constantIn returns the value of a text, a number, true or false.
func constantIn(x *ast.Expr) (atom, bool) {
	switch {
	case x.Kind == ast.String || x.Kind == ast.Number:
		c := literal(x, nil, nil)
		return append(c.atoms, atom{})[0], len(c.atoms) == 1
	case x.Kind == ast.Ident && (x.Text == "true" || x.Text == "false"):
		return boolean(x.Text == "true"), true
	}
	return atom{}, false
}

// isChanged reports whether a script may change a property of a component.
func (g *givenProperties) isChanged(a atom, name string) bool {
	o := observers{d: g.d, left: []observer{{property: name, of: a.expr, in: a.mod}}}
	o.keepSet()
	if len(o.left) == 0 || g.d.e.facts.counted[name] || g.d.e.memo.over() {
		return true
	}
	for _, m := range g.d.live.Modules {
		g.d.e.memo.spend(len(m.Tree.Assigns))
		for _, x := range m.Tree.Assigns {
			group := x.L.L
			named := x.L.Kind == ast.Member && x.L.Text == name || x.L.Kind == ast.Index
			if named && group.Kind == ast.Member && (group.Text == model.DataGroup || group.Text == model.PropertyGroup) && o.mayBe(o.left[0], place{group.L, m}) {
				return true
			}
		}
	}
	return false
}

// declaration is a property as its component declares it.
type declaration struct {
	atom
	name  string
	kind  string // the type
	value atom
}

// addGiven adds what all elements give a property: nothing is known where one may give it
// in a way that is not read.
func (g *givenProperties) addGiven(c *closed, of declaration) {
	for _, page := range g.d.e.pages.live {
		g.d.e.memo.spend(len(page.nodes))
		for i := range page.nodes {
			n := &page.nodes[i]
			if mine := slices.Contains(page.mayBe(n.Tag), of.mod); mine || len(page.components(n.Tag)) == 0 {
				if *c = c.or(g.givenBy(page, n, of, mine)); c.more {
					return
				}
			}
		}
	}
	for _, m := range g.d.live.Modules {
		for _, x := range m.Tree.Elements {
			c.more = c.more || elementMayGive(x, of.name)
		}
	}
}

// givenBy returns what one element gives a property, which is one of the component if mine.
func (g *givenProperties) givenBy(page *Page, n *markup.Node, of declaration, mine bool) closed {
	var given []markup.Attr
	for _, a := range n.Attrs {
		if mayGive(a.Name, of.name) {
			given = append(given, a)
		}
	}
	switch {
	case len(given) == 0 && mine:
		return one(of.value)
	case len(given) == 0:
		return closed{}
	case len(given) > 1 || !mine || !isAttribute(given[0].Name, of.name) || given[0].Start >= given[0].End:
		return unclear
	}
	value, ok := constantIn(page.Given(given[0]))
	if !ok || value.typeOf().text != typeOfProperty[of.kind] {
		return unclear
	}
	return one(value)
}

// typeOfProperty is what typeof says of the properties of a type.
var typeOfProperty = map[string]string{"String": "string", "Number": "number", "Boolean": "boolean"}
