package eval

import (
	"maps"
	"slices"

	"github.com/beianlint/beianlint/lint/usage/ast"
	"github.com/beianlint/beianlint/lint/usage/markup"
	"github.com/beianlint/beianlint/lint/usage/model"
	"github.com/beianlint/beianlint/lint/usage/resolve"
)

// replacedDefaults are the values that components declare for properties which every
// element gives a text of its own, as the default of a parameter that every call replaces:
// by the component and the property.
type replacedDefaults map[*resolve.Module]map[string]*ast.Expr

// replacedBy looks for them.
func replacedBy(d *decider) replacedDefaults {
	r := replacedDefaults{}
	o := observers{d: d}
	for _, m := range d.live.Modules {
		if of := o.component(m); of != nil {
			if found := defaultsOf(of); len(found) > 0 && !isReadEarly(m) {
				r[m] = found
			}
		}
	}
	if len(r) > 0 {
		r.keepLacking(d)
	}
	return r
}

// unread adds the values that nobody reads.
func (r replacedDefaults) unread(untaken map[*resolve.Module][]resolve.Stretch) {
	for m, values := range r {
		for _, value := range values {
			untaken[m] = append(untaken[m], resolve.Stretch{Start: value.Start, End: value.End})
		}
	}
}

// defaultsOf returns the values that a component declares for properties, by their names;
// an observer with two parameters reads one.
func defaultsOf(component *ast.Expr) map[string]*ast.Expr {
	found := map[string]*ast.Expr{}
	group := propertyIn(component, model.PropertyGroup)
	if group == nil || !isPlain(group) {
		return nil
	}
	for i := range group.Props() {
		p := &group.Props()[i]
		if p.Value == nil || !isPlain(p.Value) {
			continue
		}
		observer := propertyIn(p.Value, model.Observer)
		if value := propertyIn(p.Value, "value"); value != nil && value.Kind == ast.String && (observer == nil || observer.Kind == ast.Function && len(observer.Func().Params) < 2) {
			found[p.Key] = value
		}
	}
	return found
}

// isReadEarly reports whether a component runs something before it has its properties.
func isReadEarly(m *resolve.Module) bool {
	early := false
	ast.Walk(m.Tree, func(x *ast.Expr, _ []*ast.Expr) {
		early = early || slices.ContainsFunc(x.Props(), func(p ast.Prop) bool { return p.Key == model.Created })
	})
	return early
}

// keepLacking drops the values of properties that some element may not give.
func (r replacedDefaults) keepLacking(d *decider) {
	for _, page := range d.e.pages.live {
		for i := range page.nodes {
			n := &page.nodes[i]
			for _, m := range page.mayBe(n.Tag) {
				maps.DeleteFunc(r[m], func(name string, _ *ast.Expr) bool { return !givesText(page, n, name) })
			}
		}
	}
	for _, m := range d.live.Modules {
		for _, x := range m.Tree.Elements {
			for _, of := range d.e.pages.tagged()[resolve.KebabCase(x.Text)] {
				delete(r, of)
			}
		}
	}
}

// givesText reports whether an element surely gives a property a text that is not empty:
// where it gives what turns out to be undefined, the component may have its own.
func givesText(page *Page, n *markup.Node, name string) bool {
	return slices.ContainsFunc(n.Attrs, func(a markup.Attr) bool {
		if !isAttribute(a.Name, name) || a.Start >= a.End {
			return false
		}
		x := page.Given(a)
		return x != nil && (x.Kind == ast.String && x.Text != "" || x.Kind == ast.Concat && slices.ContainsFunc(x.List, func(p *ast.Expr) bool { return p.Kind == ast.String && p.Text != "" }))
	})
}
