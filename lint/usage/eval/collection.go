package eval

import (
	"slices"

	"github.com/beianlint/beianlint/lint/usage/ast"
	"github.com/beianlint/beianlint/lint/usage/model"
	"github.com/beianlint/beianlint/lint/usage/resolve"
)

// The names under which the calls that put something into a set or map are noted, as
// assignments to it: no property has them.
const (
	addedItem  = "[add]" // the value is the item
	addedEntry = "[set]" // the value is an array of key and value
)

// ofNative reads a property of an instance of a class of the language: it has none that
// is followed, but "*" reads the items of a set and the entries of a map.
func (p *properties) ofNative(v *Value, name string) Values {
	added := addedItem
	switch {
	case isGlobalObject(v):
		return p.ofGlobal(v, name)
	case name != "*":
		return nil
	case isMap(v):
		added = addedEntry
	case v.Text != "Set" && v.Text != "WeakSet":
		return nil
	}
	out := p.e.assigned.to(v, added)
	if len(v.expr.List) > 0 {
		out = out.Union(p.property(p.e.eval(v.expr.List[0], v.mod, nil), "*"))
	}
	return out
}

func isGlobalObject(v *Value) bool { return v.Kind == Native && v.Text == model.GlobalObject }

// ofGlobal reads a property of the global object, which the platform's object is one of.
func (p *properties) ofGlobal(v *Value, name string) Values {
	vs := p.e.assigned.to(v, name)
	if p.e.prefixes[name] {
		vs = vs.Add(&Value{Kind: API, Path: p.e.paths.root(name)})
	}
	return vs
}

// isMap reports whether a value is a map, whose forEach gives values and no entries.
func isMap(v *Value) bool { return v.Kind == Native && (v.Text == "Map" || v.Text == "WeakMap") }

// evalIterated evaluates keys, values and entries of a list, set or map: an array of
// which one element stands for all.
func evalIterated(c *calls, x *ast.Expr, m *resolve.Module, f *frame) (Values, bool) {
	var out Values
	for _, v := range c.e.eval(x.L.L, m, f) {
		if v.Kind != Array && (v.Kind != Native || v.expr == nil) {
			continue
		}
		keys, values := Values(nil), c.e.props.property(Values{v}, "*")
		switch {
		case isMap(v):
			keys, values = c.e.props.property(values, "0"), c.e.props.property(values, "1")
		case v.Kind == Native:
			keys = values
		}
		element := map[string]*ast.Expr{"keys": valued(c.e, keys, x), "values": valued(c.e, values, x)}
		entry := &ast.Expr{Kind: ast.Array, List: []*ast.Expr{element["keys"], element["values"]}, Start: x.Start, End: x.End}
		element["entries"] = entry
		out = out.Union(many(element[x.L.Text], x, m, f))
	}
	return out, len(out) > 0
}

// evalListFrom evaluates Array.from(of, f): an array of what f returns for the elements.
func evalListFrom(c *calls, x *ast.Expr, m *resolve.Module, f *frame) (Values, bool) {
	element := valued(c.e, c.e.props.property(c.e.eval(x.List[0], m, f), "*"), x)
	if len(x.List) > 1 {
		element = &ast.Expr{Kind: ast.Call, L: x.List[1], List: []*ast.Expr{element}, Start: x.Start, End: x.End, Scope: x.Scope}
	}
	return many(element, x, m, f), true
}

// evalItems evaluates Array.of(a, b).
func evalItems(_ *calls, x *ast.Expr, m *resolve.Module, f *frame) (Values, bool) {
	return listOf(x.List, x, m, f), true
}

// evalFromEntries evaluates Object.fromEntries(entries): any property may have any of the
// values.
func evalFromEntries(_ *calls, x *ast.Expr, m *resolve.Module, f *frame) (Values, bool) {
	value := &ast.Expr{Kind: ast.Index, L: anyElement(x.List[0], x), R: numbered(1, x), Start: x.Start, End: x.End}
	object := &ast.Expr{Kind: ast.Object, Parts: &ast.Parts{Props: []ast.Prop{{Computed: &ast.Expr{}, Value: value}}}, Start: x.Start, End: x.End}
	return Values{{Kind: Object, expr: object, mod: m, frame: f}}, true
}

// evalFilled evaluates list.fill(item).
func evalFilled(c *calls, x *ast.Expr, m *resolve.Module, f *frame) (Values, bool) {
	if len(x.List) == 0 {
		return nil, false
	}
	return many(x.List[0], x, m, f).Union(c.arrays(x.L.L, m, f)), true
}

// maxFlat is how many levels of lists in lists flat follows.
const maxFlat = 4

// evalFlat evaluates list.flat(): an array of which one element stands for all.
func evalFlat(c *calls, x *ast.Expr, m *resolve.Module, f *frame) (Values, bool) {
	lists := c.arrays(x.L.L, m, f)
	if len(lists) == 0 {
		return nil, false
	}
	vs := c.e.props.property(lists, "*")
	for i := 0; i < maxFlat && slices.ContainsFunc(vs, isList); i++ {
		vs = flattened(c, vs)
	}
	return many(valued(c.e, vs, x), x, m, f), true
}

func isList(v *Value) bool { return v.Kind == Array }

// flattened puts the elements of lists into the place of these.
func flattened(c *calls, vs Values) Values {
	if !slices.ContainsFunc(vs, isList) {
		return vs
	}
	inner := slices.DeleteFunc(slices.Clone(vs), func(v *Value) bool { return !isList(v) })
	return slices.DeleteFunc(slices.Clone(vs), isList).Union(c.e.props.property(inner, "*"))
}

// evalBorrowed evaluates a method that is called on what lacks it:
// Array.prototype.slice.call(arguments, 1) is arguments.slice(1), [].concat.apply([], lists)
// is [].concat(...lists).
func evalBorrowed(c *calls, x *ast.Expr, m *resolve.Module, f *frame) (Values, bool) {
	method := x.L.L
	if x.L.Text != "call" && x.L.Text != "apply" || len(x.List) == 0 || method.Kind != ast.Member || c.language().methods[method.Text] == nil {
		return nil, false
	}
	if of := method.L; of.Kind != ast.Array && (of.Kind != ast.Member || of.Text != "prototype" || of.L.Kind != ast.Ident || of.L.Text != "Array") {
		return nil, false
	}
	on := &ast.Expr{Kind: ast.Member, L: x.List[0], Text: method.Text, Start: method.Start, End: method.End}
	return c.method(&ast.Expr{Kind: ast.Call, L: on, List: HandedOn(x), Start: x.Start, End: x.End, Scope: x.Scope}, m, f)
}
