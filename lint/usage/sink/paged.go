package sink

import (
	"slices"

	"github.com/beianlint/beianlint/lint/usage/ast"
	"github.com/beianlint/beianlint/lint/usage/model"
	"github.com/beianlint/beianlint/lint/usage/resolve"
)

// paged are the objects that pages, components and the app are made of, by module, those that
// stand in no other one in source order. Nobody but who makes the mini program writes them: of
// what is minified they are the part that is no library.
type paged map[*resolve.Module][]*ast.Expr

// in are those of a module.
func (p paged) in(m *resolve.Module) []*ast.Expr {
	objects, known := p[m]
	if known {
		return objects
	}
	for _, x := range m.Tree.Calls {
		name := ast.NameOf(x.L)
		if n := len(x.List); n > 0 && x.List[n-1].Kind == ast.Object && (model.NativeMakers[name] || model.Makers[name]) {
			objects = append(objects, x.List[n-1])
		}
	}
	slices.SortFunc(objects, func(a, b *ast.Expr) int { return int(a.Start - b.Start) })
	var end int32
	objects = slices.DeleteFunc(objects, func(of *ast.Expr) bool {
		inner := of.End <= end
		end = max(end, of.End)
		return inner
	})
	p[m] = objects
	return objects
}

// have reports whether an expression stands in one of some objects.
func have(objects []*ast.Expr, x *ast.Expr) bool {
	after, _ := slices.BinarySearchFunc(objects, x.Start+1, func(of *ast.Expr, at int32) int { return int(of.Start - at) })
	return after > 0 && x.End <= objects[after-1].End
}

// isOfPage reports whether an address stands in what a page is made of, or that reads the name
// of a list or object which has it.
func isOfPage(o *outlets, p paged, x *ast.Expr, m *resolve.Module) bool {
	objects := p.in(m)
	if len(objects) == 0 {
		return false
	}
	isIn := func(x *ast.Expr) bool { return have(objects, x) }
	if isIn(x) {
		return true
	}
	for o.bound[x] == nil && x.Parent != nil && (hands[x.Parent.Kind] || x.Parent.Kind == ast.Object || x.Parent.Kind == ast.Array) {
		x = x.Parent
	}
	b := o.bound[x]
	if b == nil {
		return false
	}
	reads := o.readsOf(b)
	return slices.ContainsFunc(reads[:min(len(reads), maxNames)], isIn)
}
