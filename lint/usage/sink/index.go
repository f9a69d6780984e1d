package sink

import (
	"slices"
	"strings"

	"github.com/beianlint/beianlint/lint/usage/ast"
	"github.com/beianlint/beianlint/lint/usage/eval"
	"github.com/beianlint/beianlint/lint/usage/model"
	"github.com/beianlint/beianlint/lint/usage/resolve"
)

// index is what live code says without being evaluated: who reads which name, and what
// may be an address. It sets the parents of all expressions.
type index struct {
	bound     bound
	reads     map[string]*[]read             // by the name that is read
	modules   map[*ast.Scope]*resolve.Module // by the outermost scope
	addresses []read                         // in source order
}

// read is one expression that reads a name or property, or may be an address.
type read struct {
	expr *ast.Expr
	mod  *resolve.Module
}

// newIndex goes through all live modules. It may be called while they are evaluated.
func newIndex(in *inputs) index {
	x := index{bound: boundIn(in.live.Modules...), reads: map[string]*[]read{}, modules: map[*ast.Scope]*resolve.Module{}}
	for m := range in.modules() {
		x.module(m)
	}
	if x.asksForExt() {
		for _, ext := range in.values.ExtConfigs() {
			x.ext(ext)
		}
	}
	return x
}

// module notes what a module reads, and its addresses.
func (x *index) module(m *resolve.Module) {
	x.modules[m.Tree.Scope] = m
	renamed := renamedIn(m)
	ast.Walk(m.Tree, func(e *ast.Expr, around []*ast.Expr) {
		if len(around) > 0 {
			e.Parent = around[len(around)-1]
		}
		switch {
		case e.Kind == ast.Ident:
			x.note(e.Text, read{e, m})
			if len(renamed) > 0 {
				for _, name := range renamed[e.Binding()] {
					x.note(name, read{e, m})
				}
			}
		case e.Kind == ast.Member:
			x.note(e.Text, read{e, m})
		case mayBeAddress(e):
			x.addresses = append(x.addresses, read{e, m})
		}
	})
}

// asksForExt reports whether live code reads what ext.json gives it.
func (x *index) asksForExt() bool {
	for name := range model.ExtMembers {
		if x.reads[name] != nil {
			return true
		}
	}
	return x.reads[model.ExtGetter] != nil || x.reads[model.ExtGetterSync] != nil
}

// ext notes the addresses in what an ext.json gives the code.
func (x *index) ext(c eval.ExtConfig) {
	x.modules[c.Module.Tree.Scope] = c.Module
	ast.Walk(c.Module.Tree, func(e *ast.Expr, around []*ast.Expr) {
		if len(around) > 0 {
			e.Parent = around[len(around)-1]
		}
		if slices.Contains(around, c.Object) && mayBeAddress(e) {
			x.addresses = append(x.addresses, read{e, c.Module})
		}
	})
}

// mayBeAddress reports whether an expression is an address, or a text that is joined.
func mayBeAddress(x *ast.Expr) bool {
	switch x.Kind {
	case ast.Index:
		return isMade(x)
	case ast.String:
		_, ok := eval.ParseURL(strings.TrimSpace(x.Text))
		return ok
	case ast.Call: // "https://".concat(host)
		return x.L.Kind == ast.Member && x.L.Text == "concat" && x.L.L.Kind == ast.String || isMade(x)
	}
	return x.Kind == ast.Concat || x.Kind == ast.Template
}

// ancestors returns the expressions around one, the innermost last.
func ancestors(x *ast.Expr) (list []*ast.Expr) {
	for outer := x.Parent; outer != nil; outer = outer.Parent {
		list = append(list, outer)
	}
	slices.Reverse(list)
	return list
}

// note notes a read of a name.
func (x *index) note(name string, r read) {
	list := x.reads[name]
	if list == nil {
		list = new([]read)
		x.reads[name] = list
	}
	*list = append(*list, r)
}

// readsOfName are the reads of a name, anywhere.
func (x *index) readsOfName(name string) []read {
	if list := x.reads[name]; list != nil {
		return *list
	}
	return nil
}

// renamedIn are the properties and exports that the names of a module stand for under
// another name: b of const { a: b } = o, and of import { a as b }.
func renamedIn(m *resolve.Module) map[*ast.Binding][]string {
	renamed := map[*ast.Binding][]string{}
	for _, b := range m.Tree.Bindings {
		for _, d := range b.Defs {
			name := d.Name
			if n := len(d.Path); n > 0 {
				name = d.Path[n-1]
			}
			if name != "" && name != b.Name {
				renamed[b] = append(renamed[b], name)
			}
		}
	}
	return renamed
}
