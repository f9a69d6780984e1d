package eval

import (
	"github.com/beianlint/beianlint/lint/usage/ast"
	"github.com/beianlint/beianlint/lint/usage/resolve"
)

// maxFiltered bounds how many lists one filter(Boolean) is followed for each by itself, and
// maxMaybe of how many of their elements it may leave out each or not: as many lists come of
// it as there are ways to do so.
const (
	maxFiltered = 4
	maxMaybe    = 2
)

// evalFilter evaluates list.filter(f): where f is Boolean, the elements that are something stay
// in their order, [path, query].filter(Boolean).join("?").
func evalFilter(c *calls, x *ast.Expr, m *resolve.Module, f *frame) (Values, bool) {
	if len(x.List) != 1 || x.List[0].Kind != ast.Ident || x.List[0].Text != "Boolean" || x.List[0].Binding() != nil {
		return evalReordered(c, x, m, f)
	}
	out := newSet(c.e)
	lists, mixed := listsOf(c, x.L.L, m, f, true)
	if len(lists) > maxFiltered {
		lists, mixed = nil, append(lists, mixed...)
	}
	for _, v := range lists {
		ways, few := filtered(c, v)
		if !few {
			mixed = append(mixed, v)
			continue
		}
		for _, items := range ways {
			out.union(listOf(items, x, v.mod, v.frame))
		}
	}
	out.union(manyOf(c, mixed, x, m, f))
	return out.values(), len(out.list) > 0
}

// filtered are the lists that are left of one without what is nothing; few is false where there
// are too many.
func filtered(c *calls, v *Value) (ways [][]*ast.Expr, few bool) {
	ways = [][]*ast.Expr{nil}
	maybe := 0
	for _, item := range v.expr.List {
		some, none := truths(c.e.eval(item, v.mod, v.frame))
		switch {
		case !some:
			continue
		case none:
			if maybe++; maybe > maxMaybe {
				return nil, false
			}
		}
		for i, way := range ways {
			kept := append(way[:len(way):len(way)], item)
			if none {
				ways = append(ways, kept)
			} else {
				ways[i] = kept
			}
		}
	}
	return ways, true
}

// truths reports whether values can be something, and whether they can be nothing.
func truths(vs Values) (some, none bool) {
	if len(vs) == 0 || vs.mayLack() {
		return true, true
	}
	for _, v := range vs {
		switch {
		case v.Kind == Constant:
			some, none = true, true
		case v.Kind == Text && v.Text == "":
			some, none = some || v.Open, true
		default:
			some = true
		}
	}
	return some, none
}
