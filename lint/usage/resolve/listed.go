package resolve

import (
	"strconv"
	"strings"

	"github.com/beianlint/beianlint/lint/usage/ast"
)

// listArguments takes the loops by which compilers and libraries for old phones put the
// arguments of a function into a list, args[i - 1] = arguments[i], for what they mean: the
// list is a parameter that takes the rest. It is done where a function hands them on to one
// that was given to a function around it, as bind(f, o) does, since it takes work to follow.
func listArguments(t *ast.Tree) {
	handed := handedLists(t)
	if len(handed) == 0 {
		return
	}
	lists, filling := map[*ast.Binding]ast.Def{}, map[*ast.Expr]bool{}
	for _, x := range t.Assigns {
		to, from := x.L, x.R
		if to.Kind != ast.Index || to.R.Kind == ast.Number || from.Kind != ast.Index || to.L.Kind != ast.Ident || !ast.IsArguments(from.L) || int(from.End) > len(t.Source) {
			continue
		}
		first, ok := firstListed(t.Source[to.R.Start:to.R.End], t.Source[from.R.Start:from.R.End])
		b, fn := to.L.Binding(), from.L.Scope.Callee()
		if ok && fn != nil && handed[b] && len(b.Defs) == 1 && len(b.Defs[0].Path) == 0 && isEmptyList(b.Defs[0].Value) && b.Scope.Callee() == fn {
			lists[b] = ast.Def{Func: fn, Param: first, Rest: true}
			filling[to] = true
		}
	}
	if len(lists) == 0 {
		return
	}
	changed := changedLists(t, lists, filling)
	for b, d := range lists {
		if changed[b] {
			b.Defs = append(b.Defs, d)
		} else {
			b.Defs[0] = d
		}
	}
}

// changedLists are the lists in which something else is put, or may be: whatever is done with
// one but to read of it and to hand it on.
func changedLists(t *ast.Tree, lists map[*ast.Binding]ast.Def, filling map[*ast.Expr]bool) map[*ast.Binding]bool {
	changed := map[*ast.Binding]bool{}
	written := map[*ast.Expr]bool{}
	for _, x := range t.Assigns {
		written[x.L] = !filling[x.L]
	}
	ast.Walk(t, func(x *ast.Expr, around []*ast.Expr) {
		if x.Kind != ast.Ident {
			return
		}
		b := x.Binding()
		if _, isList := lists[b]; !isList {
			return
		}
		by := (*ast.Expr)(nil)
		if len(around) > 0 {
			by = around[len(around)-1]
		}
		switch {
		case by == nil:
			changed[b] = true
		case by.Kind == ast.Index && by.L == x, by.Kind == ast.Member && by.Text == "length":
			changed[b] = changed[b] || written[by]
		case by.Kind == ast.Call && len(by.List) == 2 && by.List[1] == x && by.L.Kind == ast.Member && by.L.Text == "apply":
		default:
			changed[b] = true
		}
	})
	return changed
}

// handedLists are the names of what parameters of functions are called with: f.apply(o, args).
func handedLists(t *ast.Tree) map[*ast.Binding]bool {
	handed := map[*ast.Binding]bool{}
	for _, x := range t.Calls {
		if x.L.Kind != ast.Member || x.L.Text != "apply" || x.L.L.Kind != ast.Ident || len(x.List) != 2 || x.List[1].Kind != ast.Ident {
			continue
		}
		if f := x.L.L.Binding(); f != nil && len(f.Defs) > 0 && f.Defs[0].Func != nil {
			if list := x.List[1].Binding(); list != nil {
				handed[list] = true
			}
		}
	}
	return handed
}

// firstListed returns which argument is the first one that such a loop puts into the list,
// by the keys in it: i and i, i - 1 and i, or i and i + 1.
func firstListed(to, from string) (first int, ok bool) {
	to, from = bare.Replace(to), bare.Replace(from)
	if to == from {
		return 0, true
	}
	number, isBehind := strings.CutPrefix(to, from+"-")
	if !isBehind {
		number, isBehind = strings.CutPrefix(from, to+"+")
	}
	first, err := strconv.Atoi(number)
	return first, isBehind && err == nil && first > 0
}

// isEmptyList reports whether an expression is [], new Array(n) or Array(n).
func isEmptyList(x *ast.Expr) bool {
	switch {
	case x == nil:
		return false
	case x.Kind == ast.Array:
		return len(x.List) == 0
	}
	return (x.Kind == ast.New || x.Kind == ast.Call) && len(x.List) < 2 && isGlobal(x.L, "Array")
}
