package eval

import (
	"slices"

	"github.com/beianlint/beianlint/lint/usage/ast"
	"github.com/beianlint/beianlint/lint/usage/model"
	"github.com/beianlint/beianlint/lint/usage/resolve"
)

// globalMixins are the objects whose members every component has: Vue.mixin({methods: …}).
type globalMixins struct {
	given  []place // to the calls
	values Values
	names  map[string]bool // of the members that they can have
	open   bool            // they can have others
}

// note takes in a call that gives all components something.
func (g *globalMixins) note(x *ast.Expr, m *resolve.Module) {
	if x.L.Kind == ast.Member && x.L.Text == model.GlobalMixer && len(x.List) == 1 {
		g.given = append(g.given, place{x.List[0], m})
	}
}

// gather evaluates what was given. Only objects that have groups are parts of a component:
// lodash has a method of the same name.
func (g *globalMixins) gather(e *Evaluator) {
	g.values, g.names, g.open = nil, map[string]bool{}, false
	for _, p := range g.given {
		for _, v := range e.eval(p.expr, p.mod, nil) {
			if v.Kind == Object && hasGroup(v.expr) {
				g.values = g.values.Add(v)
				g.name(e, v)
			}
		}
	}
}

// name notes the names of the members that a mixin can have.
func (g *globalMixins) name(e *Evaluator, mixin *Value) {
	for i := range mixin.expr.Props() {
		prop := &mixin.expr.Props()[i]
		g.open = g.open || prop.Spread || prop.Computed != nil || model.IsMixing(prop.Key)
		if prop.Value == nil || !model.IsGroup(prop.Key) {
			g.names[prop.Key] = true
			continue
		}
		for _, group := range e.props.called(e.eval(prop.Value, mixin.mod, mixin.frame)) {
			if group.Kind != Object {
				continue
			}
			for _, member := range group.expr.Props() {
				g.names[member.Key] = true
				g.open = g.open || member.Spread || member.Computed != nil
			}
		}
	}
}

// mayHave reports whether a mixin can have a member of a name. A setter that it makes does
// what the one of the platform does: its calls are known by its name.
func (g *globalMixins) mayHave(name string) bool {
	return len(g.values) > 0 && (g.open || g.names[name]) && model.Setters[name] == ""
}

// member reads a name that mixins give to a component.
func (g *globalMixins) member(c *components, v *Value, name string) (out Values) {
	if !g.mayHave(name) || v.Kind != Object || !c.isComponent(v) {
		return nil
	}
	for _, mixin := range g.values {
		out = out.Union(c.e.props.read(mixin, name))
	}
	return out
}

// isComponent reports whether an object is what a component is made of.
func (c *components) isComponent(v *Value) bool {
	return hasGroup(v.expr) || v.mod != nil && slices.ContainsFunc(c.e.pages.objects(v.mod), func(o *Value) bool { return o.identity() == v.identity() })
}

func hasGroup(x *ast.Expr) bool {
	return slices.ContainsFunc(x.Props(), func(p ast.Prop) bool { return model.IsGroup(p.Key) })
}
