package eval

import (
	"bytes"
	"slices"
	"strings"

	"github.com/beianlint/beianlint/lint/usage/ast"
	"github.com/beianlint/beianlint/lint/usage/markup"
	"github.com/beianlint/beianlint/lint/usage/model"
	"github.com/beianlint/beianlint/lint/usage/resolve"
)

// handler is a function that an event of an element calls.
type handler struct {
	callee *ast.Expr
	args   []*ast.Expr
}

// handlers finds the functions that events call. The calls that are written out,
// @click="open(item)", are among the calls of the page.
func (g *Page) handlers() []handler {
	if g.handled != nil {
		return *g.handled
	}
	var hs []handler
	g.handled = &hs
	for i := range g.nodes {
		for _, a := range g.nodes[i].Attrs {
			switch event, ok := model.EventOf(a.Name); {
			case a.Start >= a.End:
			case ok:
				hs = append(hs, g.handler(i, a, event)...)
			case a.Name == model.RefAttribute:
				hs = append(hs, g.refHandler(i, a)...)
			case isBound(a.Name) && bytes.IndexByte(g.Src[a.Start:a.End], '(') >= 0 && a.Name != model.VueLoop:
				g.Given(a)
			}
		}
	}
	return hs
}

// handler returns what an attribute calls for an event: a method by its name, or
// what an expression gives.
func (g *Page) handler(node int, a markup.Attr, event string) []handler {
	args := g.eventArgs(node, event)
	var hs []handler
	src := unbraced(g.Src[a.Start:a.End])
	if _, native := model.NativeEvent(a.Name); native && bytes.IndexByte(src, '(') < 0 {
		for _, name := range g.methodNames(a) {
			hs = append(hs, handler{name, args})
		}
		return hs
	}
	scope := declared(g.scope(node), model.EventName, ast.Def{Value: args[0]})
	src, before := statements(src)
	if x := g.parse(src, a.Start-before, scope); x != nil && (x.Kind == ast.Ident || x.Kind == ast.Member || x.Kind == ast.Function) {
		hs = append(hs, handler{x, args})
	}
	return hs
}

// refHandler returns the method that Alipay gives a component to: ref="saveRef"
// (https://opendocs.alipay.com/mini/framework/component-ref).
func (g *Page) refHandler(node int, a markup.Attr) []handler {
	of := g.instances(node)
	if len(of) == 0 || g.script == nil || g.script.IsVue() {
		return nil
	}
	callee := &ast.Expr{Kind: ast.Ident, Text: g.text(a), Start: int32(a.Start), End: int32(a.End), Scope: g.mod.Tree.Scope}
	return []handler{{callee, []*ast.Expr{g.e.pages.link(callee, of...)}}}
}

// unbraced blanks the braces of mustaches: WePY takes @tap="open({{item}})".
func unbraced(src []byte) []byte {
	if !bytes.Contains(src, []byte("{{")) {
		return src
	}
	return bytes.ReplaceAll(bytes.ReplaceAll(src, []byte("{{"), []byte("  ")), []byte("}}"), []byte("  "))
}

// methodNames are the methods that the text of an attribute names:
// bindtap="{{shown ? 'hide' : 'show'}}".
func (g *Page) methodNames(a markup.Attr) (names []*ast.Expr) {
	x := g.Given(a)
	if x == nil {
		return nil
	}
	ast.Walk(&ast.Tree{Body: []*ast.Stmt{{Expr: x}}}, func(x *ast.Expr, _ []*ast.Expr) {
		if x.Kind == ast.String {
			names = append(names, &ast.Expr{Kind: ast.Ident, Text: strings.TrimSpace(x.Text), Start: x.Start, End: x.End, Scope: g.mod.Tree.Scope})
		}
	})
	return names
}

// eventObject is an object literal for the event of an element, made once:
// currentTarget is the element itself, target can be one in it, and marks are of
// all elements around the target
// (https://developers.weixin.qq.com/miniprogram/dev/framework/view/wxml/event.html).
func (g *Page) eventObject(node int) *ast.Expr {
	if x := g.events[node]; x != nil {
		return x
	}
	n := &g.nodes[node]
	at := &ast.Expr{Start: int32(n.Start), End: int32(n.Start + 1), Scope: g.mod.Tree.Scope}
	own, inner, marks := newFields(at), newFields(at), newFields(at)
	g.fields(node, own, marks)
	g.fields(node, inner, newFields(at))
	for i := node + 1; i < len(g.nodes) && g.isIn(i, node); i++ {
		g.fields(i, inner, marks)
	}
	for i := n.Parent; i >= 0; i = g.nodes[i].Parent {
		g.fields(i, newFields(at), marks)
	}
	current, target := newFields(at), newFields(at)
	current.add(model.Dataset, own.x)
	target.add(model.Dataset, inner.x)
	event := newFields(at)
	event.add(model.CurrentTarget, current.x)
	event.add(model.EventTarget, target.x)
	event.add(model.Marks, marks.x)
	g.events[node] = event.x
	return event.x
}

// isIn reports whether an element is within another one.
func (g *Page) isIn(node, outer int) bool {
	for node > outer {
		node = g.nodes[node].Parent
	}
	return node == outer
}

// fields notes what the data-… and mark:… attributes of an element give.
func (g *Page) fields(node int, dataset, marks fields) {
	for _, a := range g.nodes[node].Attrs {
		if name, ok := dataAttribute(a.Name); ok {
			dataset.add(name, g.Given(a))
		} else if name, ok := strings.CutPrefix(a.Name, model.MarkPrefix); ok {
			marks.add(name, g.Given(a))
		}
	}
}

// fields is an object literal that is being made.
type fields struct{ x *ast.Expr }

func newFields(at *ast.Expr) fields {
	return fields{&ast.Expr{Kind: ast.Object, Start: at.Start, End: at.End, Scope: at.Scope}}
}

// add gives the object a property, which has the values of all that it is given.
func (f fields) add(name string, value *ast.Expr) {
	if value == nil {
		return
	}
	for i := range f.x.Props() {
		if p := &f.x.Props()[i]; p.Key == name {
			p.Value = &ast.Expr{Kind: ast.Logical, L: p.Value, R: value, Start: value.Start, End: value.End}
			return
		}
	}
	f.x.AddProp(ast.Prop{Key: name, Start: value.Start, End: value.End, Value: value})
}

// sent are the emissions of an event by the component of an element, or by what
// the component's script imports.
func (g *Page) sent(node int, event string) (out []emission) {
	p := g.e.pages
	add := func(m *resolve.Module) {
		for _, s := range p.emissions(m) {
			if sameEvent(s.event, event) {
				out = append(out, s)
			}
		}
	}
	scripts := g.components(g.nodes[node].Tag)
	for _, m := range scripts {
		add(m)
	}
	if len(out) > 0 {
		return out
	}
	for _, m := range scripts {
		for _, imp := range m.Tree.Imports {
			if shared := g.e.load(m, imp.From); shared != nil && !slices.Contains(scripts, shared) {
				add(shared)
			}
		}
	}
	return out
}

// eventArgs are what the handler of an event gets: the event, or what a component
// of Vue sends in place of it.
func (g *Page) eventArgs(node int, event string) []*ast.Expr {
	own := g.eventObject(node)
	sent := g.sent(node, event)
	if len(sent) == 0 {
		return []*ast.Expr{own}
	}
	p := g.e.pages
	detail := &ast.Expr{Kind: ast.Object, Parts: &ast.Parts{Props: slices.Clone(own.Props())}, Start: own.Start, End: own.End, Scope: own.Scope}
	var details []place
	var args []*ast.Expr
	for _, s := range sent {
		for i, arg := range s.args {
			switch {
			case s.detail && i == 0:
				details = append(details, place{arg, s.mod})
			case s.detail:
			case i == len(args):
				args = append(args, p.link(own, place{arg, s.mod}))
			case i < len(args):
				p.links[args[i]] = append(p.links[args[i]], place{arg, s.mod})
			}
		}
	}
	if len(details) == 0 && len(args) > 0 {
		return args
	}
	fields{detail}.add(model.EventDetail, p.link(own, details...))
	if len(args) > 0 {
		p.links[args[0]] = append(p.links[args[0]], place{detail, g.mod})
		return args
	}
	return []*ast.Expr{detail}
}
