package eval

import (
	"strings"

	"github.com/beianlint/beianlint/lint/usage/ast"
	"github.com/beianlint/beianlint/lint/usage/resolve"
)

// withArgument is what a method with one argument gives back.
func withArgument(of, arg atom, method string) closed {
	if method == "split" {
		return split(of, arg)
	}
	return contains(of, arg, method)
}

// split returns the list of the parts of a text.
func split(of, at atom) closed {
	if of.kind != textAtom || of.open || at.kind != textAtom || at.open || at.text == "" {
		return unclear
	}
	list := &ast.Expr{Kind: ast.Array}
	for _, part := range strings.Split(of.text, at.text) {
		list.List = append(list.List, &ast.Expr{Kind: ast.String, Text: part})
	}
	return one(atom{kind: arrayAtom, expr: list})
}

// onlyRead reports whether a list that a name has is nowhere changed or handed on:
// only its elements and its length are read.
func (h handedLists) onlyRead(b *ast.Binding, m *resolve.Module) bool {
	in, ok := h[m]
	if !ok {
		in = handedIn(m)
		h[m] = in
	}
	return !in[b]
}

// handedLists are by module the names whose lists are handed on, once they were asked
// for.
type handedLists map[*resolve.Module]map[*ast.Binding]bool

// handedIn are the names of a module that are read for more than an element or the
// length of what they have. A bundle has thousands of lists: it is walked once.
func handedIn(m *resolve.Module) map[*ast.Binding]bool {
	handed := map[*ast.Binding]bool{}
	ast.Walk(m.Tree, func(x *ast.Expr, around []*ast.Expr) {
		if x.Kind == ast.Ident && !readsElement(x, around, m) {
			handed[x.Binding()] = true
		}
	})
	return handed
}

// readsElement reports whether a name is read for an element or the length of what
// it has, and nothing else is done with that place.
func readsElement(x *ast.Expr, around []*ast.Expr, m *resolve.Module) bool {
	if len(around) == 0 {
		return false
	}
	read := around[len(around)-1]
	if read.L != x || read.Kind != ast.Index && (read.Kind != ast.Member || read.Text != "length") || isCounted(m.Tree.Source, int(read.Start), int(read.End)) {
		return false
	}
	if len(around) == 1 {
		return true
	}
	outer := around[len(around)-2]
	return outer.Kind != ast.Array && (outer.Kind != ast.Assign || outer.L != read) // [a[0], a[1]] = …
}
