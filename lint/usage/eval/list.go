package eval

import (
	"slices"
	"strconv"

	"github.com/beianlint/beianlint/lint/usage/ast"
	"github.com/beianlint/beianlint/lint/usage/resolve"
)

// maxElements is how many elements of a list are followed each by itself; in a
// longer one any element stands for all.
const maxElements = 64

// valued is an expression that stands where at does and has known values.
func valued(e *Evaluator, vs Values, at *ast.Expr) *ast.Expr {
	x := &ast.Expr{Start: at.Start, End: at.End, Scope: at.Scope}
	e.memo.made[x] = vs.shared()
	return x
}

// listOf is an array of expressions, which stands where at does.
func listOf(list []*ast.Expr, at *ast.Expr, m *resolve.Module, f *frame) Values {
	return Values{{Kind: Array, expr: &ast.Expr{Kind: ast.Array, List: list, Start: at.Start, End: at.End}, mod: m, frame: f}}
}

// many is an array of which any element is x: how many there are is not known.
func many(x, at *ast.Expr, m *resolve.Module, f *frame) Values {
	list := &ast.Expr{Kind: ast.Array, List: []*ast.Expr{x}, Start: at.Start, End: at.End}
	return listOf([]*ast.Expr{{Kind: ast.Spread, L: list, Start: at.Start, End: at.End}}, at, m, f)
}

// hasElements reports whether an array has the elements that are written in it, in their
// order, and no others.
func hasElements(c *calls, v *Value) bool {
	list := v.expr.List
	if v.Kind != Array || len(list) > maxElements || slices.ContainsFunc(list, isSpread) {
		return false
	}
	return c.e.assigned.assignsOf(v, "*").none() && c.e.assigned.assignsOf(v, moved).none()
}

// maxLists is how many lists one call is followed for each by itself: what is mapped and
// sliced again and again is more lists each time.
const maxLists = 512

// listsOf returns the lists among the values of an expression whose elements are followed
// each by itself, where a call keeps their order, and those of which any stands for all.
func listsOf(c *calls, x *ast.Expr, m *resolve.Module, f *frame, ordered bool) (lists, mixed Values) {
	all := c.arrays(x, m, f)
	c.e.memo.spend(len(all))
	for _, v := range all {
		if ordered && len(lists) < maxLists && hasElements(c, v) {
			lists = append(lists, v)
		} else {
			mixed = append(mixed, v)
		}
	}
	if len(lists) == maxLists && len(mixed) > 0 {
		c.e.memo.meet(Count, x, m)
	}
	return lists, mixed
}

// evalSplit evaluates text.split(separator).
func evalSplit(c *calls, x *ast.Expr, m *resolve.Module, f *frame) (Values, bool) {
	vs := c.e.eval(x.L.L, m, f).Texts()
	if len(vs) == 0 || len(x.List) == 0 {
		return nil, false
	}
	patterns := patternsOf(c, x.List[0], m, f)
	out := newSet(c.e)
	for _, v := range vs {
		rest := valued(c.e, Values{lostText(v)}, x)
		if len(patterns) != 1 {
			out.union(many(rest, x, m, f))
			continue
		}
		pieces := splitText(v, patterns[0])
		if len(pieces) > maxElements {
			out.union(many(rest, x, m, f))
			continue
		}
		var list []*ast.Expr
		for _, piece := range pieces {
			list = append(list, valued(c.e, Values{piece}, x))
		}
		out.union(listOf(withRest(list, rest, !v.Open), x, m, f))
	}
	return out.values(), true
}

// splitText returns the pieces of a text between the matches of a pattern. Where there
// are more than maxElements, the last one is not divided.
func splitText(v *Value, p pattern) Values {
	var out Values
	last := 0
	for _, loc := range p.re.FindAllStringIndex(v.Text, maxElements) {
		if loc[1] == 0 || loc[0] == len(v.Text) {
			continue // an empty match at a border
		}
		out = append(out, cutText(v, substring, last, loc[0], false))
		last = loc[1]
	}
	return append(out, cutText(v, substring, last, 0, true))
}

// evalJoin evaluates list.join(separator).
func evalJoin(c *calls, x *ast.Expr, m *resolve.Module, f *frame) (Values, bool) {
	separator := Values{{Kind: Text, Text: ","}}
	if len(x.List) > 0 {
		separator = c.e.eval(x.List[0], m, f).Texts()
	}
	lists := c.arrays(x.L.L, m, f)
	out := newSet(c.e)
	for _, v := range lists {
		vs := joinedList(c, v, separator, v.expr == x.L.L)
		if separator.areText("&") && (len(vs) == 0 || slices.ContainsFunc(vs, func(v *Value) bool { return v.Open })) {
			vs = vs.Union(c.e.props.property(Values{v}, "*").Texts().opened()) // each parameter of a query can come first
		}
		out.union(vs)
	}
	return out.values(), len(lists) > 0
}

// joinedList joins the elements of an array as far as they are known. One that is
// written where it is joined is changed by nobody.
func joinedList(c *calls, v *Value, separator Values, written bool) Values {
	var vs Values
	for i, item := range v.expr.List {
		if item.Kind == ast.Spread || i == maxElements {
			if vs == nil {
				return lostTexts(c.e.props.property(c.e.eval(item, v.mod, v.frame), "*"))
			}
			return vs.opened()
		}
		next := c.e.eval(item, v.mod, v.frame).Texts()
		if i == 0 {
			vs = next
			continue
		}
		vs = vs.append(separator).append(next)
	}
	if written {
		return vs
	}
	if !c.e.assigned.assignsOf(v, moved).none() {
		return lostTexts(c.e.props.property(Values{v}, "*"))
	}
	if !c.e.assigned.assignsOf(v, "*").none() { // pushed
		if len(v.expr.List) == 0 { // any of them can be the first
			vs = c.e.assigned.to(v, "*").Texts()
		}
		return vs.opened()
	}
	return vs
}

// evalMap evaluates list.map(f): an array of what f returns for the elements; of flatMap, of
// the elements of that.
func evalMap(c *calls, x *ast.Expr, m *resolve.Module, f *frame) (Values, bool) {
	lists, mixed := listsOf(c, x.L.L, m, f, x.L.Text != "flatMap")
	if len(x.List) == 0 || len(lists)+len(mixed) == 0 {
		return nil, false
	}
	callees := slices.DeleteFunc(slices.Clone(c.e.eval(x.List[0], m, f)), func(v *Value) bool { return v.Kind != Function })
	if len(callees) == 0 {
		return nil, false
	}
	out := newSet(c.e)
	for _, v := range lists {
		list := make([]*ast.Expr, len(v.expr.List))
		for i, item := range v.expr.List {
			list[i] = mappedCall(c, x, valued(c.e, c.e.eval(item, v.mod, v.frame), x), numbered(i, x))
		}
		out.union(listOf(list, x, m, f))
	}
	if len(mixed) > 0 {
		out.union(many(mappedCall(c, x, valued(c.e, c.e.props.property(mixed, "*"), x), nil), x, m, f))
	}
	if x.L.Text == "flatMap" {
		return many(valued(c.e, flattened(c, c.e.props.property(out.values(), "*")), x), x, m, f), true
	}
	return out.values(), true
}

// mappedCall is the call of what map is given for one element.
func mappedCall(c *calls, x, element, index *ast.Expr) *ast.Expr {
	call := &ast.Expr{Kind: ast.Call, L: x.List[0], List: []*ast.Expr{element}, Start: x.Start, End: x.End, Scope: x.Scope}
	if index != nil {
		call.List = append(call.List, index)
	}
	return call
}

func numbered(n int, at *ast.Expr) *ast.Expr {
	return &ast.Expr{Kind: ast.Number, Text: strconv.Itoa(n), Start: at.Start, End: at.End}
}

// evalKeys evaluates Object.keys(o).
func evalKeys(c *calls, x *ast.Expr, m *resolve.Module, f *frame) (Values, bool) {
	out := newSet(c.e)
	for _, v := range c.e.eval(x.List[0], m, f) {
		if v.Kind != Object {
			continue
		}
		var keys []*ast.Expr
		props, all := ownProps(c, v)
		for _, p := range props {
			keys = append(keys, keyText(p))
		}
		var rest Values
		for i := len(props); i < len(v.expr.Props()); i++ {
			if p := &v.expr.Props()[i]; p.Key != "" {
				rest = append(rest, Literal(keyText(p), v.mod))
			}
		}
		out.union(listOf(withRest(keys, valued(c.e, rest, x), all), x, v.mod, v.frame))
	}
	return out.values(), len(out.list) > 0
}

// keysOf returns the names that the properties of objects have: what for (name in object)
// goes through.
func keysOf(c *calls, of Values) Values {
	out := newSet(c.e)
	for _, v := range of {
		if v.Kind != Object {
			continue
		}
		props, all := ownProps(c, v)
		for _, p := range props {
			out.union(Values{Literal(keyText(p), v.mod)})
		}
		if !all {
			out.union(Values{{Kind: Text, Open: true}})
		}
	}
	return out.values()
}

// ownProps returns the properties of an object literal that have a name, those that are
// assigned to it later too; false where there can be others.
func ownProps(c *calls, v *Value) (props []*ast.Prop, all bool) {
	all = v.expr.Kind == ast.Object && c.e.assigned.assignsOf(v, shaped).none()
	for i := range v.expr.Props() {
		if p := &v.expr.Props()[i]; p.Key == "" || p.Spread || p.Value == nil || len(props) == maxElements {
			all = false
		} else {
			props = append(props, p)
		}
	}
	later, known := c.e.facts.added.to(v.expr)
	for i := range later {
		props = append(props, &later[i].Prop)
	}
	return props, all && known
}

func keyText(p *ast.Prop) *ast.Expr {
	return &ast.Expr{Kind: ast.String, Text: p.Key, Start: p.Start, End: p.End}
}

// withRest adds to a list what its other elements can be, where there can be some.
func withRest(list []*ast.Expr, rest *ast.Expr, all bool) []*ast.Expr {
	if all {
		return list
	}
	return append(list, &ast.Expr{Kind: ast.Spread, L: &ast.Expr{Kind: ast.Array, List: []*ast.Expr{rest}}})
}

// evalListOf makes the array of Object.values or Object.entries: of what is no
// literal, one element stands for all.
func evalListOf(c *calls, x *ast.Expr, m *resolve.Module, f *frame) (Values, bool) {
	entry := func(key, value *ast.Expr) *ast.Expr {
		if x.L.Text == "values" {
			return value
		}
		return &ast.Expr{Kind: ast.Array, List: []*ast.Expr{key, value}, Start: value.Start, End: value.End}
	}
	out := newSet(c.e)
	for _, v := range c.e.eval(x.List[0], m, f) {
		var list []*ast.Expr
		all := false
		if v.Kind == Object {
			var props []*ast.Prop
			props, all = ownProps(c, v)
			for _, p := range props {
				list = append(list, entry(keyText(p), p.Value))
			}
		}
		any := entry(&ast.Expr{}, valued(c.e, c.e.props.property(Values{v}, "*"), x))
		out.union(listOf(withRest(list, any, all), x, v.mod, v.frame))
	}
	return out.values(), true
}

// evalReordered evaluates methods that change the order of a list or leave some of
// it out: any element stands for all.
func evalReordered(c *calls, x *ast.Expr, m *resolve.Module, f *frame) (Values, bool) {
	out := newSet(c.e)
	lists, mixed := listsOf(c, x.L.L, m, f, x.L.Text == "reverse")
	for _, v := range lists {
		items := slices.Clone(v.expr.List)
		slices.Reverse(items)
		out.union(listOf(items, x, v.mod, v.frame))
	}
	out.union(manyOf(c, mixed, x, m, f))
	return out.values(), len(out.list) > 0
}

// manyOf is an array of elements of some lists, nobody knows which: one for all lists,
// as a list that is filtered and sorted again and again would be more each time.
func manyOf(c *calls, lists Values, x *ast.Expr, m *resolve.Module, f *frame) Values {
	if len(lists) == 0 {
		return nil
	}
	return many(valued(c.e, c.e.props.property(lists, "*"), x), x, m, f)
}

// bordersOf returns the arguments of slice; false where they are not known.
func bordersOf(c *calls, x *ast.Expr, m *resolve.Module, f *frame) (from, to int, known bool) {
	to, known = maxLength, true
	if len(x.List) > 0 {
		from, known = numberOf(c.e, x.List[0], m, f)
	}
	if len(x.List) > 1 && known {
		to, known = numberOf(c.e, x.List[1], m, f)
	}
	return from, to, known
}

// evalSlice evaluates slice of a list or of a text.
func evalSlice(c *calls, x *ast.Expr, m *resolve.Module, f *frame) (Values, bool) {
	out := newSet(c.e)
	from, to, known := bordersOf(c, x, m, f)
	lists, mixed := listsOf(c, x.L.L, m, f, known)
	for _, v := range lists {
		start, end := sliced(len(v.expr.List), from, to)
		out.union(listOf(v.expr.List[start:end], x, v.mod, v.frame))
	}
	out.union(manyOf(c, mixed, x, m, f))
	if len(out.list) > 0 {
		return out.values(), true
	}
	return evalCut(sliced)(c, x, m, f)
}

// evalConcat evaluates text.concat(…) and list.concat(…).
func evalConcat(c *calls, x *ast.Expr, m *resolve.Module, f *frame) (Values, bool) {
	lists := c.arrays(x.L.L, m, f)
	if len(lists) == 0 {
		return c.concatenated(x, m, f)
	}
	spread := func(vs Values) *ast.Expr {
		return &ast.Expr{Kind: ast.Spread, L: valued(c.e, vs, x), Start: x.Start, End: x.End}
	}
	list := []*ast.Expr{spread(lists)}
	for _, arg := range x.List {
		if arg.Kind == ast.Spread { // each element is an argument: [].concat(...lists)
			items := flattened(c, c.e.props.property(c.e.eval(arg.L, m, f), "*"))
			list = append(list, spread(many(valued(c.e, items, x), x, m, f)))
			continue
		}
		if vs := c.e.eval(arg, m, f); len(vs) == 0 || slices.ContainsFunc(vs, isList) {
			list = append(list, spread(vs))
			continue
		}
		list = append(list, arg)
	}
	return listOf(list, x, m, f), true
}
