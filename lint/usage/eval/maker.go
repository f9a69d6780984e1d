package eval

import (
	"github.com/beianlint/beianlint/lint/usage/ast"
	"github.com/beianlint/beianlint/lint/usage/model"
	"github.com/beianlint/beianlint/lint/usage/resolve"
)

// objects returns the objects that a script defines a page or component with.
func (p *pages) objects(m *resolve.Module) Values {
	var out Values
	for _, x := range m.Tree.Calls {
		if x.L.Kind != ast.Member && len(x.List) > 0 && model.Makers[ast.NameOf(x.L)] {
			out = out.Union(p.objectsOf(x.List[len(x.List)-1], m))
		}
	}
	for i := range m.Tree.Exports {
		if e := &m.Tree.Exports[i]; e.As == "default" && e.Value != nil {
			out = out.Union(p.objectsOf(e.Value, m))
		}
	}
	return out
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
