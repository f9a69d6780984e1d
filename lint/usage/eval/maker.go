package eval

import (
	"github.com/beianlint/beianlint/lint/usage/ast"
	"github.com/beianlint/beianlint/lint/usage/model"
	"github.com/beianlint/beianlint/lint/usage/resolve"
)

// objects returns the objects that a script defines a page or component with.
func (p *pages) objects(m *resolve.Module) Values {
	var out Values
	for _, x := range p.definitions(m) {
		out = out.Union(p.objectsOf(x, m))
	}
	return out
}

// definitions are what a script gives to the makers of pages and components, and what it
// exports. They are looked for once, until live code is cut.
func (p *pages) definitions(m *resolve.Module) []*ast.Expr {
	list, ok := p.defined[m]
	if ok {
		return list
	}
	for x := range p.e.facts.named.that(makes, m) {
		if isMaker(x) && len(x.List) > 0 {
			list = append(list, x.List[len(x.List)-1])
		}
	}
	for i := range m.Tree.Exports {
		if e := &m.Tree.Exports[i]; e.As == "default" && e.Value != nil {
			list = append(list, e.Value)
		}
	}
	p.defined[m] = list
	return list
}

// isMaker reports whether a call makes a page or component of its last argument.
func isMaker(x *ast.Expr) bool {
	if x.L.Kind == ast.Member {
		return model.CoreMakers[x.L.Text] && isCore(x.L.L)
	}
	return model.Makers[ast.NameOf(x.L)]
}

// isAppMaker reports whether a call makes the mini program of its argument.
func isAppMaker(x *ast.Expr) bool {
	if x.L.Kind == ast.Member {
		return x.L.Text == model.CoreAppMaker && isCore(x.L.L)
	}
	return x.L.Kind == ast.Ident && x.L.Text == model.AppMaker
}

// isCore reports whether a name is the import of the package whose methods are makers.
func isCore(x *ast.Expr) bool {
	if x.Kind != ast.Ident {
		return false
	}
	b := x.Binding()
	return b != nil && len(b.Defs) == 1 && b.Defs[0].From == model.CorePackage
}

func (p *pages) objectsOf(x *ast.Expr, m *resolve.Module) Values {
	var out Values
	for _, v := range p.e.eval(x, m, nil) {
		if v.Kind == Object || v.Kind == Instance {
			out = out.Add(v)
		}
		if v.Kind == Class {
			out = out.Add(&Value{Kind: Instance, class: v.class, mod: v.mod})
		}
	}
	if x.Kind == ast.Call && len(x.List) > 0 {
		out = out.Union(p.objectsOf(x.List[len(x.List)-1], m))
	}
	return out
}
