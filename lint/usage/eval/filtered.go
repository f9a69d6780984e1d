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
		some := isSomething(item)
		if some == ast.IsFalse {
			continue
		}
		if some == ast.Maybe {
			if maybe++; maybe > maxMaybe {
				return nil, false
			}
		}
		for i, way := range ways {
			kept := append(way[:len(way):len(way)], item)
			if some == ast.Maybe {
				ways = append(ways, kept)
			} else {
				ways[i] = kept
			}
		}
	}
	return ways, true
}

// isSomething is what is written of whether an element is something. What is known of a name
// is no answer: it may have other values, too.
func isSomething(x *ast.Expr) ast.Truth {
	switch x.Kind {
	case ast.String:
		if x.Text == "" {
			return ast.IsFalse
		}
		return ast.IsTrue
	case ast.Object, ast.Array, ast.Function, ast.Class, ast.New:
		return ast.IsTrue
	case ast.Concat, ast.Template:
		for _, part := range x.List {
			if part.Kind == ast.String && part.Text != "" {
				return ast.IsTrue
			}
		}
	case ast.Ident:
		if x.Binding() == nil && (x.Text == "undefined" || x.Text == "null" || x.Text == "false") {
			return ast.IsFalse
		}
	}
	return ast.Maybe
}
