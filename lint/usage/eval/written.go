package eval

import (
	"bytes"
	"strings"

	"github.com/beianlint/beianlint/lint/usage/ast"
	"github.com/beianlint/beianlint/lint/usage/markup"
	"github.com/beianlint/beianlint/lint/usage/model"
	"github.com/beianlint/beianlint/lint/usage/resolve"
)

// noteWritten takes in what the expressions in the markup of a page assign, and what
// its components send back.
func noteWritten(g *Page) {
	to := writes{g}
	g.handlers()
	for _, w := range g.assigned {
		if mayBeText(w.value) {
			to.write(w.target, w.value)
		}
	}
	g.assigned = nil
	for i := range g.nodes {
		for _, a := range g.nodes[i].Attrs {
			if property, events := model.TwoWay(a.Name); property != "" && a.Start < a.End {
				to.writeBack(i, a, property, events)
			}
		}
	}
}

// writes takes in what the markup of a page writes to its data.
type writes struct{ g *Page }

// written is an assignment in markup.
type written struct{ target, value *ast.Expr }

// writtenIn are the assignments of an expression. One to a name that the expression does
// not declare is none of its own.
func writtenIn(tree *ast.Tree) (list []written) {
	for _, x := range tree.Assigns {
		list = append(list, written{x.L, x.R})
	}
	for _, b := range tree.Scope.Declared() {
		for _, d := range b.Defs {
			if d.Value != nil && len(d.Path) == 0 {
				list = append(list, written{&ast.Expr{Kind: ast.Ident, Text: b.Name, Start: b.Start, End: b.Start, Scope: tree.Scope}, d.Value})
			}
		}
	}
	*tree.Scope = ast.Scope{Parent: tree.Scope.Parent, Func: tree.Scope.Func, Block: tree.Scope.Block}
	return list
}

// mayBeText reports whether an expression can give more than numbers and truth.
func mayBeText(x *ast.Expr) bool {
	switch x.Kind {
	case ast.Number, ast.Not:
		return false
	case ast.Ident:
		return x.Text != "true" && x.Text != "false" && x.Text != "null" && x.Text != "undefined"
	}
	return true
}

// statements makes the statements of a handler the body of a function, and returns how
// many bytes that puts in front of them.
func statements(src []byte) ([]byte, int) {
	const head = "() => {"
	if bytes.IndexByte(src, ';') < 0 && !bytes.HasPrefix(bytes.TrimSpace(src), []byte("if")) {
		return src, 0
	}
	return append(append([]byte(head), src...), '}'), len(head)
}

// write notes that markup gives a value to a name or a member of its page.
func (w writes) write(target, value *ast.Expr) {
	g, of, name := w.g, target.L, target.Text
	switch {
	case target.Kind == ast.Member:
	case target.Kind == ast.Index:
		name = "*"
	case target.Kind != ast.Ident || target.Scope.Lookup(name) != nil || g.script == nil: // an item of a loop
		return
	default:
		of = &ast.Expr{Kind: ast.This, Scope: g.mod.Tree.Scope}
		if !g.script.IsVue() {
			g.e.facts.groups.set[model.DataGroup] = true
			of = memberOf(of, model.DataGroup)
		} else if g.e.calls.libraries.refs {
			w.note(target, model.RefValue, value)
		}
	}
	w.note(of, name, value)
}

func (w writes) note(of *ast.Expr, name string, value *ast.Expr) {
	assigns := w.g.e.facts.assigns
	assigns[name] = append(assigns[name], Assign{Target: of, Value: value, Mod: w.g.mod, Start: value.Start})
}

// writeBack notes what a component gives to what its attribute stands for.
func (w writes) writeBack(node int, a markup.Attr, property string, events []string) {
	g := w.g
	target := g.Given(a)
	if target == nil {
		return
	}
	value := g.e.pages.link(target)
	native := strings.HasPrefix(a.Name, model.TwoWayPrefix)
	for _, m := range g.components(g.nodes[node].Tag) {
		for _, x := range modelCalls(m, property) {
			w.back(value, x, model.RefValue, m)
		}
		for _, o := range g.e.pages.objects(m) {
			if native {
				w.back(value, memberOf(componentOf(o), model.DataGroup), property, o.mod)
			}
			for _, v := range g.e.props.property(g.e.components.own(o, model.ModelOption), model.ModelEvent).Texts() {
				events = append(events, v.Text)
			}
		}
	}
	for _, event := range events {
		for _, s := range g.sent(node, event) {
			switch {
			case len(s.args) == 0:
			case s.detail:
				w.back(value, s.args[0], model.OldModel, s.mod)
			default:
				w.back(value, s.args[0], "", s.mod)
			}
		}
	}
	if len(g.e.pages.links[value]) > 0 {
		w.write(target, value)
	}
}

// back notes that something, or a member of it, is given back.
func (w writes) back(value, x *ast.Expr, name string, m *resolve.Module) {
	if name != "" {
		x = memberOf(x, name)
	}
	links := w.g.e.pages.links
	links[value] = append(links[value], place{x, m})
}

// giveModels gives an attribute to the models that <script setup> defines of it.
func giveModels(p *pages, m *resolve.Module, name string, value place) {
	for _, x := range modelCalls(m, name) {
		assigns := p.e.facts.assigns
		assigns[model.RefValue] = append(assigns[model.RefValue], Assign{Target: p.link(x, place{x, m}), Value: value.expr, Mod: value.mod, Start: value.expr.Start})
	}
}

// modelCalls are the calls that define the model of a property.
func modelCalls(m *resolve.Module, property string) (calls []*ast.Expr) {
	for _, x := range m.CallsOf(model.ModelDefiner) {
		name := model.DefaultModel
		if len(x.List) > 0 && x.List[0].Kind == ast.String {
			name = x.List[0].Text
		}
		if name == property {
			calls = append(calls, x)
		}
	}
	return calls
}

// memberOf is a member of what an expression gives: what an object literal has under the
// name, if it does.
func memberOf(of *ast.Expr, name string) *ast.Expr {
	for i := range of.Props() {
		if p := &of.Props()[i]; of.Kind == ast.Object && p.Key == name && p.Value != nil {
			return p.Value
		}
	}
	return &ast.Expr{Kind: ast.Member, L: of, Text: name, Start: of.Start, End: of.End, Scope: of.Scope}
}
