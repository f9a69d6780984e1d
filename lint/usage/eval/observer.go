package eval

import (
	"slices"
	"strings"

	"github.com/beianlint/beianlint/lint/usage/ast"
	"github.com/beianlint/beianlint/lint/usage/markup"
	"github.com/beianlint/beianlint/lint/usage/model"
	"github.com/beianlint/beianlint/lint/usage/resolve"
)

// observer is a function that a component has for the changes of a property. A property
// that no markup gives and nothing sets stays what it is declared to be, and its observer
// never runs
// (https://developers.weixin.qq.com/miniprogram/dev/framework/custom-component/component.html).
type observer struct {
	fn       *ast.Expr
	property string
	of       *ast.Expr // the component
	in       *resolve.Module
}

// observers are those of a program for which nothing was found that runs them.
type observers struct {
	d    *decider
	left []observer
}

// idle adds the observers that nothing runs.
func (o observers) idle(untaken map[*resolve.Module][]resolve.Stretch) {
	o.find()
	if len(o.left) == 0 {
		return
	}
	o.keepGiven()
	o.keepSet()
	o.keepHanded()
	if o.d.e.memo.over() {
		return
	}
	for _, c := range o.left {
		untaken[c.in] = append(untaken[c.in], resolve.Stretch{Start: c.fn.Start, End: c.fn.End})
	}
}

// keep leaves the observers out that something may run.
func (o *observers) keep(may func(c observer) bool) { o.left = slices.DeleteFunc(o.left, may) }

// find looks for the observers of components that some markup has.
func (o *observers) find() {
	for _, m := range o.d.live.Modules {
		of := o.component(m)
		if of == nil {
			continue
		}
		for i := range of.Props() {
			if p := &of.Props()[i]; p.Key == model.PropertyGroup && p.Value != nil && isPlain(p.Value) {
				o.ofGroup(p.Value, of, m)
			}
		}
	}
}

// component returns the literal that a module makes a component of that some markup has;
// nil where others may have it as well, since a plugin exports it, or it is a page, and where
// the literal is not all that it is made of.
func (o *observers) component(m *resolve.Module) *ast.Expr {
	if _, ok := o.d.e.pages.given[m]; !ok || m.IsVue() || o.d.live.IsPage(m) || o.d.e.sources.Names().Project.Plugin || o.d.e.pages.hasGenerics() {
		return nil
	}
	calls := m.CallsOf(model.ComponentMaker)
	if len(calls) != 1 || len(calls[0].List) != 1 || calls[0].L.Scope.Lookup(model.ComponentMaker) != nil {
		return nil
	}
	of := calls[0].List[0]
	if !isPlain(of) || slices.ContainsFunc(of.Props(), func(p ast.Prop) bool { return model.IsMixing(p.Key) }) {
		return nil
	}
	return of
}

// isPlain reports whether an expression is an object literal whose keys are all written.
func isPlain(x *ast.Expr) bool {
	return x.Kind == ast.Object && !slices.ContainsFunc(x.Props(), func(p ast.Prop) bool { return p.Spread || p.Computed != nil })
}

// ofGroup adds the observers that stand in the declarations of properties.
func (o *observers) ofGroup(group, of *ast.Expr, m *resolve.Module) {
	for i := range group.Props() {
		declared := &group.Props()[i]
		if declared.Value == nil {
			continue
		}
		for j := range declared.Value.Props() {
			if p := &declared.Value.Props()[j]; p.Key == model.Observer && p.Value != nil && p.Value.Kind == ast.Function {
				o.left = append(o.left, observer{p.Value, declared.Key, of, m})
			}
		}
	}
}

// keepGiven keeps the observers of properties that elements give: those of the component,
// and those of which is not known what they are.
func (o *observers) keepGiven() {
	for _, g := range o.d.e.pages.live {
		for i := range g.nodes {
			n := &g.nodes[i]
			scripts := g.components(n.Tag)
			if o.d.e.memo.spend(len(o.left)); o.d.e.memo.over() {
				return
			}
			o.keep(func(c observer) bool {
				return (len(scripts) == 0 || slices.Contains(scripts, c.in)) && slices.ContainsFunc(n.Attrs, func(a markup.Attr) bool { return mayGive(a.Name, c.property) })
			})
		}
	}
	for _, m := range o.d.live.Modules {
		for _, x := range m.Tree.Elements {
			o.keep(func(c observer) bool { return elementMayGive(x, c.property) })
		}
	}
}

// mayGive reports whether an attribute gives a property, or all of an object.
func mayGive(attribute, property string) bool {
	whole, ok := model.PropertyOf(attribute)
	switch {
	case attribute == model.PropsOfBuild || attribute == model.ModelNamer || ok && whole == "":
		return true
	case ok && whole == model.DefaultModel || strings.HasSuffix(attribute, ":"+model.ModelOption):
		return property == model.DefaultModel || property == model.OldModel
	}
	name := attribute[strings.LastIndexByte(attribute, ':')+1:]
	name, _, _ = strings.Cut(name, ".")
	return name == "bind" || isAttribute(name, property)
}

// elementMayGive is mayGive for all that an element of JSX has.
func elementMayGive(x *ast.Expr, property string) bool {
	return slices.ContainsFunc(x.Props(), func(p ast.Prop) bool { return p.Spread || isAttribute(p.Key, property) })
}

// isAttribute reports whether a name in markup is that of a property: image-url is imageUrl.
func isAttribute(name, property string) bool {
	return strings.EqualFold(strings.ReplaceAll(name, "-", ""), strings.ReplaceAll(property, "-", ""))
}
