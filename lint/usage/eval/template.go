package eval

import (
	"strings"

	"github.com/beianlint/beianlint/lint/usage/ast"
	"github.com/beianlint/beianlint/lint/usage/markup"
	"github.com/beianlint/beianlint/lint/usage/model"
	"github.com/beianlint/beianlint/lint/usage/parser"
)

// Values evaluates an attribute: text, text with mustaches, or the expression of
// a bound attribute.
func (g *Page) Values(a markup.Attr) Values { return g.eval(g.Given(a)).Texts() }

// Expression evaluates an expression that stands in an attribute: its names are
// the items of loops and the data of the page.
func (g *Page) Expression(a markup.Attr, start, end int) Values {
	return g.eval(g.expression(g.nodeOf(a), start, end))
}

func (g *Page) eval(x *ast.Expr) Values { return g.e.eval(x, g.mod, nil) }

// nodeOf returns the index of the element that has an attribute.
func (g *Page) nodeOf(a markup.Attr) int { return g.index[a.TagStart] }

// Given returns the expression that an attribute gives; nil for none.
func (g *Page) Given(a markup.Attr) *ast.Expr {
	if a.Start >= a.End {
		return nil
	}
	if isBound(a.Name) {
		return g.expression(g.nodeOf(a), a.Start, a.End)
	}
	if x, ok := g.parsed[a.Start]; ok {
		return x
	}
	x := g.joined(a)
	g.parsed[a.Start] = x
	return x
}

// isBound reports whether the value of an attribute is an expression.
func isBound(name string) bool {
	return strings.HasPrefix(name, ":") || strings.HasPrefix(name, "v-")
}

// joined returns the expression that text with mustaches is.
func (g *Page) joined(a markup.Attr) *ast.Expr {
	span := g.Span(a)
	var pieces []*ast.Expr
	at := a.Start
	text := func(end int) {
		if end > at {
			pieces = append(pieces, &ast.Expr{Kind: ast.String, Text: markup.Unescape(string(g.Src[at:end])), Start: int32(span.Start), End: int32(span.End)})
		}
	}
	for start, end := range markup.Mustache(g.Src, a.Start, a.End) {
		text(start - 2)
		x := g.expression(g.nodeOf(a), start, end)
		if x == nil {
			x = &ast.Expr{}
		}
		pieces = append(pieces, x)
		at = min(end+2, a.End)
	}
	text(a.End)
	if len(pieces) == 1 {
		return pieces[0]
	}
	return &ast.Expr{Kind: ast.Concat, List: pieces, Start: int32(span.Start), End: int32(span.End)}
}

// expression reads an expression that stands in the markup of an element, once.
func (g *Page) expression(node, start, end int) *ast.Expr {
	if x, ok := g.parsed[start]; ok {
		return x
	}
	x := g.parse(g.Src[start:end], start, g.scope(node))
	g.parsed[start] = x
	return x
}

// maxMarkup bounds the bytes of the expressions in a file of markup: a tree takes more
// than a hundred times as many, and nothing ends its reading.
const maxMarkup = 1 << 20

// parse reads an expression that stands at an offset of the markup, in a scope.
func (g *Page) parse(src []byte, at int, scope *ast.Scope) *ast.Expr {
	if !g.mayRead(len(src), at) {
		return nil
	}
	tree := parser.ParseAttribute(src)
	if len(tree.Body) == 0 {
		return nil
	}
	tree.Scope.Parent = scope
	ast.Walk(tree, func(x *ast.Expr, _ []*ast.Expr) { move(x, int32(at)) })
	g.calls = append(g.calls, tree.Calls...)
	g.assigned = append(g.assigned, writtenIn(tree)...)
	return tree.Body[0].Expr
}

// mayRead counts n more bytes of expressions, at an offset of the markup.
func (g *Page) mayRead(n, at int) bool {
	if g.bytes += n; g.bytes <= maxMarkup {
		return true
	}
	g.e.memo.meet(Size, &ast.Expr{Start: int32(max(at, 0)), End: int32(min(at+n, len(g.Src)))}, g.mod)
	return false
}

// move moves an expression to where it stands in its file.
func move(x *ast.Expr, by int32) {
	x.Start, x.End = x.Start+by, x.End+by
	for i := range x.Props() {
		x.Props()[i].Start, x.Props()[i].End = x.Props()[i].Start+by, x.Props()[i].End+by
	}
	if x.Func() != nil {
		x.Func().Start += by
	}
}

// scope returns the scope of an element: what its own loop and those around it
// declare.
func (g *Page) scope(node int) *ast.Scope {
	if node < 0 {
		return g.mod.Tree.Scope
	}
	if s := g.scopes[node]; s != nil {
		return s
	}
	n := &g.nodes[node]
	outer := g.scope(n.Parent)
	s := outer
	for _, a := range n.Attrs {
		if loop := g.loop(n, a, outer); loop != nil {
			s = loop
		}
		if slot, ok := model.SlotOf(a.Name); ok && a.Start < a.End {
			if given := g.parameters(a.Start, g.text(a), s, g.slot(node, slot)); given != nil {
				s = given
			}
		}
	}
	s = g.e.pages.shown.scope(g, n, s)
	g.scopes[node] = s
	return s
}

// loop returns the scope that an attribute opens: with the items of wx:for, a:for
// and v-for.
func (g *Page) loop(n *markup.Node, a markup.Attr, outer *ast.Scope) *ast.Scope {
	switch {
	case a.Name == model.VueLoop:
		return g.vueLoop(a, outer)
	case !strings.HasSuffix(a.Name, model.LoopEnd) && !strings.HasSuffix(a.Name, model.OldLoopEnd):
		return nil
	}
	item := "item"
	for _, other := range n.Attrs {
		if strings.HasSuffix(other.Name, model.LoopItemEnd) {
			item = g.text(other)
		}
	}
	for start, end := range markup.Mustache(g.Src, a.Start, a.End) {
		if list := g.parse(g.Src[start:end], start, outer); list != nil {
			return declared(outer, item, ast.Def{Value: anyElement(list, list)})
		}
	}
	return nil
}

// declared returns a scope with one name.
func declared(outer *ast.Scope, name string, def ast.Def) *ast.Scope {
	s := &ast.Scope{Parent: outer, Block: true}
	s.Declare(&ast.Binding{Name: name, Defs: []ast.Def{def}, Scope: s})
	return s
}

// vueLoop returns the scope of v-for="(item, index) in list".
func (g *Page) vueLoop(a markup.Attr, outer *ast.Scope) *ast.Scope {
	value := g.text(a)
	at, n := strings.Index(value, " in "), len(" in ")
	if i := strings.Index(value, " of "); i >= 0 && (at < 0 || i < at) {
		at = i
	}
	if at < 0 {
		return nil
	}
	start := a.Start + at + n
	list := g.parse(g.Src[start:a.End], start, outer)
	if list == nil {
		return nil
	}
	return g.parameters(a.Start, value[:at], outer, anyElement(list, list))
}

// parameters returns a scope with the names that the parameters of a function
// would have: all of the first one, which has a value. The list stands at an offset of
// the markup.
func (g *Page) parameters(at int, list string, outer *ast.Scope, value *ast.Expr) *ast.Scope {
	if !g.mayRead(len(list), at) {
		return nil
	}
	list = strings.TrimSpace(list)
	if !strings.HasPrefix(list, "(") {
		list = "(" + list + ")"
	}
	tree := parser.ParseExpression([]byte(list+" => 0"), nil)
	if len(tree.Body) == 0 || tree.Body[0].Expr == nil || tree.Body[0].Expr.Kind != ast.Function {
		return nil
	}
	fn := tree.Body[0].Expr.Func()
	s := &ast.Scope{Parent: outer, Block: true}
	for _, b := range fn.Scope.Declared() {
		bound := &ast.Binding{Name: b.Name, Scope: s}
		for _, d := range b.Defs {
			switch {
			case d.Func != fn:
				bound.Defs = append(bound.Defs, d)
			case d.Param == 0:
				bound.Defs = append(bound.Defs, ast.Def{Value: value, Path: d.Path})
			}
		}
		s.Declare(bound)
	}
	return s
}
