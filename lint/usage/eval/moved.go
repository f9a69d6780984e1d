package eval

import (
	"slices"
	"strconv"

	"github.com/beianlint/beianlint/lint/usage/ast"
	"github.com/beianlint/beianlint/lint/usage/resolve"
)

// moved stands for the places of a list's items, which are others once something changes
// the list where it is: list.reverse(), list[i] = x, list.length = 0.
const moved = "[]"

// movers are the methods of lists that change the places of items, and push; the value is
// the first of their arguments that is a new item, -1 for none.
var movers = map[string]int{"push": 0, "reverse": -1, "sort": -1, "shift": -1, "copyWithin": -1, "unshift": 0, "fill": 0, "splice": 2}

// makers are the methods that make a list, which nothing else has.
var makers = map[string]bool{"split": true, "map": true, "filter": true, "slice": true, "concat": true, "keys": true, "values": true, "entries": true, "from": true}

// noteMoved collects what changes the places of the items of lists.
func noteMoved(f *facts, m *resolve.Module) {
	for _, x := range m.Tree.Calls {
		if x.L.Kind != ast.Member {
			continue
		}
		callee, of, args := x.L, x.L.L, x.List
		if isHandingOn(x) && of.Kind == ast.Member && len(args) > 0 { // [].reverse.call(list)
			callee, of, args = of, args[0], HandedOn(x)
		}
		first, ok := movers[callee.Text]
		if !ok || of.Kind == ast.Array || of.Kind == ast.Call && makers[ast.NameOf(of.L)] {
			continue
		}
		if callee.Text != "push" {
			f.assigns[moved] = append(f.assigns[moved], Assign{Target: of, Value: of, Mod: m, Start: x.Start})
		}
		if first >= 0 && first < len(args) {
			noteItems(f, of, args[first:], m)
		}
	}
}

// noteItems notes that a list gets items.
func noteItems(f *facts, list *ast.Expr, items []*ast.Expr, m *resolve.Module) {
	for _, x := range items {
		if x.Kind == ast.Spread {
			x = anyElement(x.L, x)
		}
		f.assigns["*"] = append(f.assigns["*"], Assign{Target: list, Value: x, Mod: m, Start: x.Start})
	}
}

// movedBy adds that something is assigned to an item of a list, or to its length.
func movedBy(list []Assign, target *ast.Expr, m *resolve.Module) []Assign {
	switch target.Kind {
	case ast.Index:
	case ast.Member:
		if target.Text != "length" {
			return list
		}
	case ast.Array: // [a[0], a[1]] = [a[1], a[0]]
		for _, part := range target.List {
			list = movedBy(list, part, m)
		}
		return list
	default:
		return list
	}
	return append(list, Assign{Target: target.L, Value: target.L, Mod: m, Start: target.Start})
}

// itemOf reads a property of a list, an item by its number.
func itemOf(p *properties, v *Value, name string) Values {
	vs := p.ofArray(v, name).Union(p.e.assigned.to(v, name))
	if _, ok := asIndex(name); ok && !p.e.assigned.assignsOf(v, moved).none() {
		return vs.Union(p.property(Values{v}, "*"))
	}
	return vs
}

// itemsAt returns the item at a place of each list, or a list of those from there on; any
// item of what has no places.
func itemsAt(p *properties, vs Values, i int, rest bool) Values {
	out := newSet(p.e)
	for _, v := range vs {
		switch {
		case rest:
			out.union(restOf(p, v, i))
		case v.Kind != Array:
			out.union(p.property(Values{v}, "*"))
		case i < len(v.expr.List) || slices.ContainsFunc(v.expr.List, isSpread):
			out.union(p.property(Values{v}, strconv.Itoa(i)))
		case !p.e.assigned.assignsOf(v, "*").none(): // pushed
			out.union(p.property(Values{v}, "*"))
		}
	}
	return out.values()
}

// restOf is a list of the items of another one from a place on.
func restOf(p *properties, v *Value, i int) Values {
	if v.Kind != Array || v.expr.Kind != ast.Array {
		return Values{v}
	}
	if list := v.expr.List; hasElements(p.e.calls, v) {
		return listOf(list[min(i, len(list)):], v.expr, v.mod, v.frame)
	}
	return many(valued(p.e, p.property(Values{v}, "*"), v.expr), v.expr, v.mod, v.frame)
}
