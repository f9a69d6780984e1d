package eval

import (
	"slices"

	"github.com/beianlint/beianlint/lint/usage/ast"
	"github.com/beianlint/beianlint/lint/usage/model"
	"github.com/beianlint/beianlint/lint/usage/resolve"
)

func (p *properties) ofArray(v *Value, name string) Values {
	if i, ok := asIndex(name); ok && i >= 0 {
		list := v.expr.List
		if slices.ContainsFunc(list[:min(i+1, len(list))], isSpread) {
			return p.ofArray(v, "*")
		}
		if i < len(list) {
			return p.e.eval(list[i], v.mod, v.frame)
		}
	}
	if name != "*" {
		return nil
	}
	out := newSet(p.e)
	for _, x := range v.expr.List {
		if x.Kind == ast.Spread {
			out.union(p.property(p.e.eval(x.L, v.mod, v.frame), "*"))
			continue
		}
		out.union(p.e.eval(x, v.mod, v.frame))
	}
	return out.values()
}

// ofObject reads a property of an object literal, of Object.assign(…), or of a
// component written as one.
func (p *properties) ofObject(v *Value, name string) Values {
	if v.expr.Kind != ast.Object { // Object.assign, new Object
		out := p.merged(v, v.expr.List, name)
		if name == "*" {
			out = out.Union(p.ofAdded(v))
		}
		return out
	}
	out := newSet(p.e)
	p.e.memo.spend(len(v.expr.Props()))
	for i := len(v.expr.Props()) - 1; i >= 0; i-- {
		prop := &v.expr.Props()[i]
		switch {
		case prop.Spread:
			out.union(p.ofSpread(prop.Value, v, name))
		case prop.Key == name && prop.Computed == nil, name == "*":
			out.union(p.propValue(prop, v))
			if name != "*" && prop.Computed == nil {
				return out.values()
			}
		case prop.Computed != nil:
			if p.mayBe(prop, v, name) {
				out.union(p.propValue(prop, v))
			}
		}
	}
	if name == "*" {
		out.union(p.ofAdded(v))
	}
	return out.values()
}

// ofAdded reads what an object is given that is not written in it.
func (p *properties) ofAdded(v *Value) Values {
	list, all := p.e.facts.added.to(v.expr)
	if !all {
		p.e.memo.meet(Count, v.expr, v.mod)
	}
	out := newSet(p.e)
	for i := range list {
		out.union(p.propValue(&list[i].Prop, v))
	}
	return out.values()
}

// merged reads a property of several objects of which a later one wins.
func (p *properties) merged(v *Value, list []*ast.Expr, name string) Values {
	var out Values
	for i := len(list) - 1; i >= 0; i-- {
		vs := p.e.eval(list[i], v.mod, v.frame)
		if list[i].Kind == ast.Spread {
			vs = p.property(vs, "*")
		}
		out = out.Union(p.property(vs, name))
		if has(list[i], name) {
			break
		}
	}
	if name == "default" && len(out) == 0 && v.expr.Kind == ast.Call { // of a module of CommonJS the whole
		for _, x := range list {
			out = out.Union(p.e.eval(x, v.mod, v.frame))
		}
	}
	return out
}

// has reports whether an object literal surely has a property.
func has(x *ast.Expr, name string) bool {
	for _, prop := range x.Props() {
		if x.Kind == ast.Object && prop.Key == name && !prop.Spread {
			return true
		}
	}
	return false
}

func (p *properties) propValue(prop *ast.Prop, v *Value) Values {
	vs := p.e.eval(prop.Value, v.mod, v.frame)
	if prop.Getter && prop.Value.Kind == ast.Function {
		vs = p.returned(&Value{Kind: Function, Fn: prop.Value.Func(), mod: v.mod, frame: v.frame}, v.frame)
	}
	return vs.via(step{prop.Key, v.mod, prop.Start, prop.End, nil})
}

// mayBe reports whether a computed key can have the name.
func (p *properties) mayBe(prop *ast.Prop, v *Value, name string) bool {
	keys := p.e.eval(prop.Computed, v.mod, v.frame).Texts()
	for _, k := range keys {
		if k.Open || k.Text == name {
			return true
		}
	}
	return len(keys) == 0 || len(keys) >= maxPaths // there can be more
}

// lacks reports whether a value surely has no property of a name: the answer to most
// questions, and found sooner than looked up.
func (p *properties) lacks(v *Value, name string) bool {
	switch v.Kind {
	case Function:
		return name != prototypeName && p.e.assigned.none(v, name, anyName, copied, prototypeName)
	case Array:
		_, isIndex := asIndex(name)
		return !isIndex && name != "*" && p.e.assigned.none(v, name, anyName, copied)
	case Object:
		return p.lacksWritten(v, name)
	}
	return false
}

// lacksWritten reports whether an object literal surely has no property of a name.
func (p *properties) lacksWritten(v *Value, name string) bool {
	if name == "*" || name[:min(len(name), 1)] == "$" || !p.outlines.lacks(v.expr, name) || p.e.facts.protos[v.expr] != nil {
		return false
	}
	if groups := &p.e.facts.groups; groups.set[name] || groups.stores[v.expr] || model.IsAttributes(name) || name == model.PageOptions && groups.pages[v.expr] {
		return false
	}
	if p.e.facts.groups.mixed.mayHave(name) {
		return false
	}
	if around := p.e.facts.around[v.expr]; around != nil && !p.e.facts.defaults[v.expr] && !p.noProperty(around, v.mod, name) {
		return false
	}
	if len(p.e.facts.assigns[name]) > 0 {
		return p.e.pages.attributes(v) == nil && p.e.assigned.none(v, name, shaped)
	}
	return p.e.pages.attributes(v) == nil && p.e.assigned.assignsOf(v, shaped).none()
}

// noProperty reports whether a component surely has no property of a name.
func (p *properties) noProperty(component *ast.Expr, m *resolve.Module, name string) bool {
	for i := range component.Props() {
		prop := &component.Props()[i]
		if prop.Spread || prop.Computed != nil || prop.Key == "properties" && (prop.Value == nil || !p.lacks(&Value{Kind: Object, expr: prop.Value, mod: m}, name)) {
			return false
		}
	}
	return component.Kind == ast.Object && len(p.e.facts.assigns["properties"]) == 0
}
