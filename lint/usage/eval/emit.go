package eval

import (
	"slices"
	"strings"

	"github.com/beianlint/beianlint/lint/usage/ast"
	"github.com/beianlint/beianlint/lint/usage/model"
	"github.com/beianlint/beianlint/lint/usage/resolve"
)

// emission is a call that sends an event: triggerEvent, $emit, bus.emit.
type emission struct {
	event string
	args  []*ast.Expr
	mod   *resolve.Module
	// detail: the arguments come in the event, not in place of it.
	detail bool
}

// emissions are the calls of a component that send an event.
func (p *pages) emissions(m *resolve.Module) []emission {
	out, ok := p.emitted[m]
	if ok {
		return out
	}
	out = emissionsIn(m.Tree.Calls, m)
	for _, g := range p.besides(m) {
		g.handlers()
		out = append(out, emissionsIn(g.calls, g.mod)...)
	}
	p.emitted[m] = out
	return out
}

func emissionsIn(calls []*ast.Expr, m *resolve.Module) (out []emission) {
	for _, x := range calls {
		detail, ok := model.Emitters[ast.NameOf(x.L)]
		if ok && len(x.List) > 0 && x.List[0].Kind == ast.String {
			out = append(out, emission{x.List[0].Text, x.List[1:], m, detail})
		}
	}
	return out
}

// sameEvent reports whether two names are of one event: updateUrl is update-url.
func sameEvent(a, b string) bool {
	plain := func(s string) string { return strings.ReplaceAll(s, "-", "") }
	return strings.EqualFold(plain(a), plain(b))
}

// selected evaluates this.selectComponent(selector): the components of the markup
// beside the script that have the id, class or tag.
func (p *pages) selected(m *resolve.Module, selectors Values) Values {
	var out Values
	for _, g := range p.besides(m) {
		for i := range g.nodes {
			if !slices.ContainsFunc(selectors, func(v *Value) bool { return v.Open || g.matches(&g.nodes[i], v.Text) }) && len(selectors) > 0 {
				continue
			}
			for _, c := range g.instances(i) {
				out = out.Union(instancesOf(p.e.eval(c.expr, c.mod, nil)))
			}
		}
	}
	return out
}

// instancesOf turns classes into their instances.
func instancesOf(vs Values) Values {
	var out Values
	for _, v := range vs {
		if v.Kind == Class {
			v = &Value{Kind: Instance, class: v.class, mod: v.mod}
		}
		out = out.Add(v)
	}
	return out
}

// refsOf is the object with the components that the markup of a script names.
func (p *pages) refsOf(m *resolve.Module) (out Values) {
	if m == nil {
		return nil
	}
	for _, g := range p.besides(m) {
		out = out.Add(&Value{Kind: Object, expr: g.refs().x, mod: g.mod})
	}
	return out
}

// nameRefs gives the names of <script setup> the components that they are the refs
// of: const list = ref(), <x-list ref="list"/>.
func (p *pages) nameRefs(g *Page) {
	if g.script == nil || !g.script.IsVue() {
		return
	}
	for _, ref := range g.refs().x.Props() {
		if b := g.script.Tree.Scope.Own(ref.Key); b != nil {
			held := newFields(ref.Value)
			held.add(model.RefValue, ref.Value)
			b.Defs = append(b.Defs, ast.Def{Value: held.x})
		}
	}
}
