package eval

import (
	"strings"

	"github.com/beianlint/beianlint/lint/usage/ast"
	"github.com/beianlint/beianlint/lint/usage/model"
	"github.com/beianlint/beianlint/lint/usage/resolve"
)

// hook is a function that a framework calls with values of a component.
type hook struct {
	callee *ast.Expr
	args   []*ast.Expr
	mod    *resolve.Module
}

// componentOf returns an expression that evaluates to a component.
func componentOf(o *Value) *ast.Expr {
	if o.Kind == Instance {
		return thisOfClass(o)
	}
	return o.expr
}

// hooks finds the hooks of one component.
type hooks struct {
	e    *Evaluator
	of   *Value
	self *ast.Expr
}

func (h hooks) all() (hs []hook) {
	for _, group := range model.WatchGroups {
		h.eachMember(group, func(p *ast.Prop, m *resolve.Module) {
			hs = append(hs, h.watcher(p.Value, h.paths(p.Key), m)...)
		})
	}
	h.eachMember(model.PropertyGroup, func(p *ast.Prop, m *resolve.Module) {
		for i := range p.Value.Props() {
			if inner := &p.Value.Props()[i]; inner.Key == model.Observer && inner.Value != nil {
				hs = append(hs, h.watcher(inner.Value, h.paths(p.Key), m)...)
			}
		}
	})
	if h.of.mod != nil {
		loaded := []*ast.Expr{h.e.pages.queries.expr(h.of.mod)}
		if preloaded := h.e.pages.preloaded(); len(preloaded.x.Props()) > 0 {
			given := newFields(h.self)
			given.add(model.Preloaded, preloaded.x)
			loaded = append(loaded, given.x)
		}
		hs = append(hs, hook{h.member(h.self, model.PageLoad), loaded, h.of.mod})
	}
	for name, group := range model.GroupHooks {
		callee := h.member(h.self, name)
		hs = append(hs, hook{callee, []*ast.Expr{h.member(h.self, group)}, h.of.mod})
	}
	return hs
}

// eachMember gives the members of a group of the component.
func (h hooks) eachMember(group string, found func(p *ast.Prop, m *resolve.Module)) {
	if h.of.Kind == Object && !has(h.of.expr, group) {
		return
	}
	for _, g := range h.e.components.own(h.of, group) {
		if g.Kind != Object || g.expr.Kind != ast.Object {
			continue
		}
		for i := range g.expr.Props() {
			if p := &g.expr.Props()[i]; p.Key != "" && p.Value != nil {
				found(p, g.mod)
			}
		}
	}
}

// watcher is what calls a function, an object's handler, or the method of a name.
func (h hooks) watcher(x *ast.Expr, args []*ast.Expr, m *resolve.Module) (hs []hook) {
	switch x.Kind {
	case ast.String:
		return []hook{{h.member(h.self, x.Text), args, h.of.mod}}
	case ast.Array:
		for _, item := range x.List {
			hs = append(hs, h.watcher(item, args, m)...)
		}
		return hs
	case ast.Object:
		for i := range x.Props() {
			if p := &x.Props()[i]; p.Key == model.WatchHandler && p.Value != nil {
				hs = append(hs, h.watcher(p.Value, args, m)...)
			}
		}
		return hs
	}
	return []hook{{x, args, m}}
}

// paths are the values that "a, b.c" names: of the data and properties, or of what
// "this" has.
func (h hooks) paths(key string) (args []*ast.Expr) {
	for _, path := range strings.Split(key, ",") {
		var x *ast.Expr
		for _, name := range strings.FieldsFunc(path, func(c rune) bool { return strings.ContainsRune(".[] *", c) }) {
			if x == nil {
				data := h.member(h.self, "data")
				x = &ast.Expr{Kind: ast.Logical, L: h.member(data, name), R: h.member(h.self, name), Scope: h.self.Scope}
				continue
			}
			x = h.member(x, name)
		}
		if x == nil {
			x = &ast.Expr{}
		}
		args = append(args, x)
	}
	return args
}

func (h hooks) member(of *ast.Expr, name string) *ast.Expr {
	return &ast.Expr{Kind: ast.Member, L: of, Text: name, Start: h.self.Start, End: h.self.Start, Scope: h.self.Scope}
}
