package eval

import (
	"bytes"
	"strings"

	"github.com/beianlint/beianlint/lint/usage/ast"
	"github.com/beianlint/beianlint/lint/usage/markup"
	"github.com/beianlint/beianlint/lint/usage/model"
)

// handler is a function that an event of an element calls.
type handler struct {
	callee *ast.Expr
	args   []*ast.Expr
}

// handlers finds the functions that events call. The calls that are written out,
// @click="open(item)", are among the calls of the page.
func (g *Page) handlers() []handler {
	if g.linked {
		return g.handled
	}
	g.linked = true
	for i := range g.nodes {
		for _, a := range g.nodes[i].Attrs {
			switch event, ok := model.EventOf(a.Name); {
			case a.Start >= a.End:
			case ok:
				g.handled = append(g.handled, g.handler(i, a, event)...)
			case isBound(a.Name) && bytes.IndexByte(g.Src[a.Start:a.End], '(') >= 0 && a.Name != model.VueLoop:
				g.Given(a)
			}
		}
	}
	return g.handled
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
	if x := g.parse(src, a.Start, scope); x != nil && (x.Kind == ast.Ident || x.Kind == ast.Member || x.Kind == ast.Function) {
		hs = append(hs, handler{x, args})
	}
	return hs
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

// eventArgs are what the handler of an event gets.
func (g *Page) eventArgs(node int, event string) []*ast.Expr {
	return []*ast.Expr{g.eventObject(node)}
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
	for i := range f.x.Props {
		if p := &f.x.Props[i]; p.Key == name {
			p.Value = &ast.Expr{Kind: ast.Logical, L: p.Value, R: value, Start: value.Start, End: value.End}
			return
		}
	}
	f.x.Props = append(f.x.Props, ast.Prop{Key: name, Start: value.Start, End: value.End, Value: value})
}
