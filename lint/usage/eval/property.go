package eval

import (
	"strconv"

	"github.com/beianlint/beianlint/lint/usage/ast"
	"github.com/beianlint/beianlint/lint/usage/model"
)

// properties reads properties of values.
type properties struct {
	e        *Evaluator
	outlines outlines
}

// property reads a property of every value; "*" reads all of them.
func (p *properties) property(vs Values, name string) Values {
	return p.e.calls.libraries.unwrapped(p.ofAll(vs, name))
}

func (p *properties) ofAll(vs Values, name string) Values {
	if len(vs) == 1 {
		return p.read(vs[0], name).shared()
	}
	if len(vs) >= largeSet {
		return p.ofLargeSet(vs, name)
	}
	out := newSet(p.e)
	p.e.memo.spend(len(vs))
	for _, v := range vs {
		out.union(p.read(v, name))
	}
	return out.values()
}

func (p *properties) read(v *Value, name string) Values {
	if v.Kind == Text || v.Kind == Constant || v.Kind == Native && name != "*" || v.Kind == Loader {
		return p.readKind(v, name)
	}
	if p.lacks(v, name) {
		return nil
	}
	key := readKey{p.e.memo.subject(v), p.e.memo.name(name)}
	vs := p.e.memo.read(key, func() Values { return p.readKind(v, name) })
	if len(vs) == 0 && p.e.memo.over() {
		return unspent{p.e}.property(v, name)
	}
	return vs
}

func (p *properties) readKind(v *Value, name string) Values {
	switch v.Kind {
	case Text:
		return readText(v, name)
	case Native:
		return p.ofNative(v, name)
	case Object:
		return p.ofWritten(v, name)
	case Array:
		return itemOf(p, v, name)
	case Function:
		if name == "prototype" {
			return Values{{Kind: Instance, Fn: v.Fn, mod: v.mod}}
		}
		return p.e.classes.ofFunction(v, name)
	case Class:
		if name == "prototype" {
			return Values{{Kind: Instance, class: v.class, mod: v.mod}}
		}
		return p.e.classes.ofClass(v, name, true).Union(p.e.assigned.to(v, name))
	case Instance:
		vs := p.e.classes.member(v, name)
		if model.IsAttributes(name) {
			vs = vs.Union(p.e.components.given(v))
		}
		if len(vs) > 0 || name == "*" {
			return vs
		}
		return p.e.components.inherited(v, name)
	case Exports:
		return p.e.exports.exported(v.mod, name)
	case ModuleObject, Loader, Interop:
		return p.e.calls.bundled.read(v, name)
	case Query:
		return p.e.pages.queries.read(v, name)
	case Environment:
		return p.e.defs.variable(v.Text, name)
	case Package, API:
		return p.ofForeign(v, name)
	}
	return nil
}

// ofForeign reads a property of what a platform or package has.
func (p *properties) ofForeign(v *Value, name string) Values {
	if v.Path.IsCallOf(model.ExtGetter) && model.ExtResults[name] {
		return p.e.defs.ext
	}
	if v.Kind == API && name == model.StorageData && v.expr != nil {
		return storedIn(p.e.calls, p.e.eval(memberOf(v.expr.List[0], model.StorageKey), v.mod, nil).Texts())
	}
	if name == model.AppConfigMember {
		return p.e.defs.app
	}
	if name == model.AppInstance && v.Kind == API && v.Path.IsRoot() && len(p.e.facts.apps) > 0 {
		return p.e.calls.apps()
	}
	if v.Kind == Package && name == model.DefaultExport && v.Path.IsRoot() {
		return p.e.assigned.to(v, name).Add(v)
	}
	given := p.e.assigned.to(v, name).Union(p.option(v, name))
	v = v.copy()
	v.Path = p.e.paths.member(v.Path, name)
	v.trail = nil
	return given.Add(v)
}

// readText reads a property of a text.
func readText(v *Value, name string) Values {
	if name == "length" && !v.Open && isASCII(v.Text) {
		return Values{{Kind: Constant, Text: strconv.Itoa(len(v.Text))}}
	}
	if name == model.RefValue || name == "*" { // a ref, or an element of what map made
		return Values{v}
	}
	if _, ok := asIndex(name); ok {
		return Values{v}
	}
	return ofURL(v, name)
}

// ofWritten reads a property of an object, which can be a component, or a group of
// one.
func (p *properties) ofWritten(v *Value, name string) Values {
	vs := p.e.components.own(v, name).Union(p.e.components.ofStore(v, name))
	if p.e.facts.defaults[v.expr] { // {host: {type: String, value: '…'}}
		vs = vs.Texts().Union(p.property(vs, "value")).Union(p.property(vs, "default"))
	}
	if model.IsAttributes(name) {
		vs = vs.Union(p.e.components.given(v))
	}
	if len(vs) > 0 || name == "*" {
		return vs
	}
	return p.e.components.inherited(v, name)
}

// ofSpread reads a property of what is spread into an object literal: into the
// options of a hundred components the same.
func (p *properties) ofSpread(x *ast.Expr, v *Value, name string) Values {
	key := readKey{p.e.memo.handles.made(identity{kind: spread, expr: x}, v.frame), p.e.memo.name(name)}
	return p.e.memo.read(key, func() Values { return p.property(p.e.eval(x, v.mod, v.frame), name) })
}

// option reads what a package was given: state of new Vuex.Store({state}).
func (p *properties) option(v *Value, name string) Values {
	if v.Kind != Package || v.expr == nil || len(v.expr.List) == 0 || !v.Path.Called() {
		return nil
	}
	var out Values
	for _, arg := range v.expr.List {
		for _, given := range p.e.eval(arg, v.mod, nil) {
			switch given.Kind {
			case Object:
				state := p.called(p.e.components.own(given, model.StoreState))
				out = out.Union(p.e.components.own(given, name)).Union(p.property(state, name))
				if name == model.StoreState {
					out = out.Union(state)
				}
			case Function: // defineStore('x', () => ({ url }))
				out = out.Union(p.property(p.returned(given, given.frame), name))
			}
		}
	}
	return out
}

// called replaces functions by what they return.
func (p *properties) called(vs Values) Values {
	var out Values
	for _, v := range vs {
		if v.Kind == Function {
			out = out.Union(p.returned(v, v.frame))
			continue
		}
		out = out.Add(v)
	}
	return out
}

// returned is what a function gives back when nothing is known of its call.
func (p *properties) returned(fn *Value, f *frame) Values {
	out := newSet(p.e)
	for _, x := range fn.Fn.Returns {
		if vs := p.e.eval(x, fn.mod, f); !p.e.calling.contexts.skips(x, fn.mod, f, vs) {
			out.union(vs)
		}
	}
	if fn.Fn.Yields != nil {
		out.union(p.e.eval(fn.Fn.Yields, fn.mod, f))
	}
	return out.values()
}
