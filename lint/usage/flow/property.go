package flow

import (
	"strconv"

	"github.com/beianlint/beianlint/lint/usage/ast"
	"github.com/beianlint/beianlint/lint/usage/model"
)

// property reads a property of every value; "*" reads all of them.
func (p *Program) property(vs values, name string) values {
	var out values
	for _, v := range vs {
		out = out.union(p.read(v, name))
	}
	return out
}

func (p *Program) read(v *value, name string) values {
	if v.kind == str || v.kind == constant || v.kind == unknown {
		return p.readKind(v, name)
	}
	if p.lacks(v, name) {
		return nil
	}
	key := readKey{v.thing(), name}
	return p.once(key, func() values { return p.readKind(v, name) })
}

// once answers what a property is the first time that it is asked for.
func (p *Program) once(key readKey, answer func() values) values {
	if a, ok := p.known.reads[key]; ok {
		return p.recall(a)
	}
	if p.exhausted() {
		return nil
	}
	outer := p.begin()
	p.known.reads[key] = cycle
	a := p.end(answer(), outer)
	p.known.reads[key] = a
	return a.values
}

// ofSpread reads a property of what is spread into an object literal: into the
// options of a hundred components the same.
func (p *Program) ofSpread(x *ast.Expr, v *value, name string) values {
	key := readKey{thing{identity{kind: spread, expr: x}, v.frame}, name}
	return p.once(key, func() values { return p.property(p.eval(x, v.mod, v.frame), name) })
}

// lacks reports whether an object literal surely has no property of a name: the
// answer to most questions, and found sooner than looked up.
func (p *Program) lacks(v *value, name string) bool {
	if v.kind != object || name == "*" || name[:min(len(name), 1)] == "$" || !plain(v.expr, name) || p.protos[v.expr] != nil {
		return false
	}
	if around := p.around[v.expr]; around != nil && !p.defaults[v.expr] && !p.noProperty(around, v.mod, name) {
		return false
	}
	return len(p.assigns[name]) == 0 && len(p.assignsOf(v, shaped)) == 0
}

// plain reports whether an expression is an object literal without the property,
// and without what could bring it.
func plain(x *ast.Expr, name string) bool {
	for i := range x.Props {
		if prop := &x.Props[i]; prop.Key == name || prop.Spread || prop.Computed != nil || prop.Key == "mixins" || model.IsGroup(prop.Key) {
			return false
		}
	}
	return x.Kind == ast.Object
}

// noProperty reports whether a component surely has no property of a name.
func (p *Program) noProperty(component *ast.Expr, m *module, name string) bool {
	for i := range component.Props {
		prop := &component.Props[i]
		if prop.Spread || prop.Computed != nil || prop.Key == "properties" && (prop.Value == nil || !p.lacks(&value{kind: object, expr: prop.Value, mod: m}, name)) {
			return false
		}
	}
	return component.Kind == ast.Object && len(p.assigns["properties"]) == 0
}

func (p *Program) readKind(v *value, name string) values {
	switch v.kind {
	case str:
		if name == model.RefValue || name == "*" { // a ref, or an element of what map made
			return values{v}
		}
		if _, err := strconv.Atoi(name); err == nil {
			return values{v}
		}
	case object:
		vs := p.own(v, name)
		if p.defaults[v.expr] { // {host: {type: String, value: '…'}}
			vs = vs.text().union(p.property(vs, "value")).union(p.property(vs, "default"))
		}
		if len(vs) == 0 && name != "*" {
			vs = p.member(v, name)
		}
		if around := p.around[v.expr]; len(vs) == 0 && around != nil && name != "*" && !p.defaults[v.expr] { // this.data.x of a property
			vs = p.property(p.ofObject(&value{kind: object, expr: around, mod: v.mod}, "properties"), name)
		}
		return vs
	case array:
		return p.ofArray(v, name).union(p.assigned(v, name))
	case function:
		if name == "prototype" {
			return values{{kind: instance, fn: v.fn, mod: v.mod}}
		}
		return p.assigned(v, name)
	case class:
		if name == "prototype" {
			return values{{kind: instance, class: v.class, mod: v.mod}}
		}
		return p.ofClass(v, name, true).union(p.assigned(v, name))
	case instance:
		vs := p.ofInstance(v, name)
		if len(vs) == 0 && name != "*" {
			vs = p.member(v, name)
		}
		return vs
	case exports:
		return p.exported(v.mod, name)
	case environ:
		return p.variable(v.text, name)
	case external, api:
		if v.path.IsCallOf(model.ExtGetter) && model.ExtResults[name] {
			return p.ext
		}
		given := p.assigned(v, name).union(p.option(v, name))
		v = v.copy()
		v.path = p.paths.member(v.path, name)
		v.trail = nil
		return given.add(v)
	}
	return nil
}

// option reads what a package was given: state of new Vuex.Store({state}).
func (p *Program) option(v *value, name string) values {
	if v.kind != external || v.expr == nil || len(v.expr.List) == 0 || !v.path.Called() {
		return nil
	}
	var out values
	for _, arg := range v.expr.List {
		for _, given := range p.eval(arg, v.mod, nil) {
			switch given.kind {
			case object:
				state := p.called(p.own(given, model.StoreState))
				out = out.union(p.own(given, name)).union(p.property(state, name))
				if name == model.StoreState {
					out = out.union(state)
				}
			case function: // defineStore('x', () => ({ url }))
				out = out.union(p.property(p.returned(given, given.frame), name))
			}
		}
	}
	return out
}

// called replaces functions by what they return.
func (p *Program) called(vs values) values {
	var out values
	for _, v := range vs {
		if v.kind == function {
			out = out.union(p.returned(v, v.frame))
			continue
		}
		out = out.add(v)
	}
	return out
}

func (p *Program) ofArray(v *value, name string) values {
	if i, err := strconv.Atoi(name); err == nil && i >= 0 && i < len(v.expr.List) {
		return p.eval(v.expr.List[i], v.mod, v.frame)
	}
	if name != "*" {
		return nil
	}
	var out values
	for _, x := range v.expr.List {
		if x.Kind == ast.Spread {
			out = out.union(p.property(p.eval(x.L, v.mod, v.frame), "*"))
			continue
		}
		out = out.union(p.eval(x, v.mod, v.frame))
	}
	return out
}

// ofObject reads a property of an object literal, of Object.assign(…), or of a
// component written as one.
func (p *Program) ofObject(v *value, name string) values {
	if v.expr.Kind != ast.Object { // Object.assign
		return p.merged(v, v.expr.List, name)
	}
	var out values
	for i := len(v.expr.Props) - 1; i >= 0; i-- {
		prop := &v.expr.Props[i]
		switch {
		case prop.Spread:
			out = out.union(p.ofSpread(prop.Value, v, name))
		case prop.Key == name && prop.Computed == nil, name == "*":
			vs := p.propValue(prop, v)
			if name != "*" && prop.Computed == nil {
				return out.union(vs)
			}
			out = out.union(vs)
		case prop.Computed != nil:
			if p.mayBe(prop, v, name) {
				out = out.union(p.propValue(prop, v))
			}
		}
	}
	return out
}

// merged reads a property of several objects of which a later one wins.
func (p *Program) merged(v *value, list []*ast.Expr, name string) values {
	var out values
	for i := len(list) - 1; i >= 0; i-- {
		out = out.union(p.property(p.eval(list[i], v.mod, v.frame), name))
		if has(list[i], name) {
			break
		}
	}
	return out
}

// has reports whether an object literal surely has a property.
func has(x *ast.Expr, name string) bool {
	for _, prop := range x.Props {
		if x.Kind == ast.Object && prop.Key == name && !prop.Spread {
			return true
		}
	}
	return false
}

func (p *Program) propValue(prop *ast.Prop, v *value) values {
	vs := p.eval(prop.Value, v.mod, v.frame)
	if prop.Getter && prop.Value.Kind == ast.Function {
		vs = p.returned(&value{kind: function, fn: prop.Value.Func, mod: v.mod, frame: v.frame}, v.frame)
	}
	return vs.through(step{prop.Key, v.mod, prop.Start, prop.End, nil})
}

// mayBe reports whether a computed key can have the name.
func (p *Program) mayBe(prop *ast.Prop, v *value, name string) bool {
	keys := p.eval(prop.Computed, v.mod, v.frame).text()
	for _, k := range keys {
		if k.open || k.text == name {
			return true
		}
	}
	return len(keys) == 0 || len(keys) >= maxPaths // there can be more
}

// returned is what a function gives back when nothing is known of its call.
func (p *Program) returned(fn *value, f *frame) values {
	var out values
	for _, x := range fn.fn.Returns {
		out = out.union(p.eval(x, fn.mod, f))
	}
	return out
}

func (p *Program) ofClass(v *value, name string, static bool) values {
	var out values
	for i := range v.class.Members {
		m := &v.class.Members[i]
		if m.Static == static && m.Value != nil && (m.Key == name || name == "*") {
			out = out.union(p.propValue(m, v))
		}
	}
	if v.class.Super == nil || len(out) > 0 && name != "*" {
		return out
	}
	for _, super := range p.eval(v.class.Super, v.mod, nil) {
		if super.kind == class && super.class != v.class {
			out = out.union(p.ofClass(super, name, static))
		}
	}
	return out
}

func (p *Program) ofInstance(v *value, name string) values {
	out := p.assigned(v, name)
	if v.class == nil {
		if v.fn != nil {
			out = out.union(p.property(p.assigned(&value{kind: function, fn: v.fn, mod: v.mod}, "prototype"), name))
		}
		return out
	}
	out = p.ofClass(v, name, false).union(out).union(p.ofSubclasses(v, name))
	if len(out) > 0 || v.class.Super == nil {
		return out
	}
	for _, super := range p.eval(v.class.Super, v.mod, nil) { // what the constructor above gives to this
		if super.kind == class && super.class != v.class {
			out = out.union(p.read(&value{kind: instance, class: super.class, mod: super.mod}, name))
		}
	}
	return out
}

// ofSubclasses reads what the subclasses of a class give to a property: the methods
// above are called on their instances.
func (p *Program) ofSubclasses(v *value, name string) values {
	if p.subclasses == nil {
		p.findSubclasses()
	}
	var out values
	for _, sub := range p.subclasses[v.class] {
		out = out.union(p.ofClass(sub, name, false)).union(p.assigned(sub, name))
	}
	return out
}

func (p *Program) findSubclasses() {
	p.subclasses = map[*ast.ClassBody]values{}
	for _, m := range p.order {
		for _, c := range m.tree.Classes {
			if c.Super == nil {
				continue
			}
			for _, super := range p.eval(c.Super, m, nil) {
				if super.kind == class && super.class != c {
					p.subclasses[super.class] = p.subclasses[super.class].add(&value{kind: instance, class: c, mod: m})
				}
			}
		}
	}
}
