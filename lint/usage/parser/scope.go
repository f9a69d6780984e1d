package parser

import (
	"slices"
	"strconv"

	"github.com/beianlint/beianlint/lint/usage/ast"
)

// binder knows what names mean at a place, and puts into the tree what it learns of
// them.
type binder struct {
	nodes
	tree  *ast.Tree
	scope *ast.Scope
	later []assigned
	// crossed are the assignments to names of functions around, in their order: each may
	// be one to a var of its own function that stands below it.
	crossed map[string][]assigned
}

// declare adds a name to the scope that holds it: a var belongs to its
// function, everything else to its block.
func (n *binder) declare(name string, start int32, isVar bool) *ast.Binding {
	s := n.scope
	for isVar && s.Block && s.Parent != nil {
		s = s.Parent
	}
	if b := s.Own(name); b != nil {
		return b
	}
	b := n.bindings.add(ast.Binding{Name: name, Scope: s, Start: start})
	s.Declare(b)
	n.tree.Bindings = append(n.tree.Bindings, b)
	if crossed := n.crossed[name]; len(crossed) > 0 && s.Func != nil && !s.Block {
		n.hoist(b, crossed)
	}
	return b
}

// hoist gives a name of a function the assignments in it that stand above its declaration,
// which minifiers put behind a return.
func (n *binder) hoist(b *ast.Binding, crossed []assigned) {
	outer := b.Scope.Parent.Lookup(b.Name)
	if outer == nil {
		return
	}
	first := len(crossed)
	for first > 0 && crossed[first-1].target.Start >= b.Scope.Func.Start {
		first--
	}
	moved := map[*ast.Expr]bool{}
	for _, a := range crossed[first:] {
		if a.target.Scope.Lookup(b.Name) == b {
			moved[a.def.Value] = true
			n.define(b, a.def)
		}
	}
	outer.Defs = without(outer.Defs, moved)
}

// without leaves out the definitions by some values, which are among the last.
func without(defs []ast.Def, values map[*ast.Expr]bool) []ast.Def {
	first := len(defs)
	for left := len(values); left > 0 && first > 0; {
		if first--; values[defs[first].Value] {
			left--
		}
	}
	kept := slices.DeleteFunc(defs[first:], func(d ast.Def) bool { return values[d.Value] })
	return defs[:first+len(kept)]
}

// inScope runs f inside a new scope; fn is nil for a block.
func (n *binder) inScope(fn *ast.Func, f func()) *ast.Scope {
	outer := n.scope
	s := n.scopes.add(ast.Scope{Parent: outer, Func: fn, Block: fn == nil})
	if fn == nil && outer != nil {
		s.Func = outer.Func
	}
	n.scope = s
	f()
	n.scope = outer
	return s
}

// bind gives every name of a pattern its part of a value.
func (n *binder) bind(pat *ast.Pattern, d ast.Def) {
	if pat == nil {
		return
	}
	if pat.Binding != nil {
		n.define(pat.Binding, d)
		if pat.Default != nil {
			n.define(pat.Binding, ast.Def{Value: pat.Default, Default: true, Guard: d.Guard})
		}
		return
	}
	for _, below := range pat.Parts {
		if below.Rest && !pat.Array {
			n.bind(below, d)
		} else {
			n.bind(below, part(d, below.Key))
		}
	}
	if pat.Default != nil {
		n.bind(n.patterns.add(ast.Pattern{Parts: pat.Parts, Array: pat.Array}), ast.Def{Value: pat.Default, Default: true, Guard: d.Guard})
	}
}

// bindAssigned gives the names of an assignment's target its value, or their parts
// of it.
func (n *binder) bindAssigned(target *ast.Expr, d ast.Def) {
	switch target.Kind {
	case ast.Ident:
		b := target.Binding()
		if b == nil { // a global that nothing declares lives in the module
			n.later = append(n.later, assigned{target, d})
			return
		}
		if b.Scope.Func != target.Scope.Func {
			if n.crossed == nil {
				n.crossed = map[string][]assigned{}
			}
			n.crossed[target.Text] = append(n.crossed[target.Text], assigned{target, d})
		}
		n.define(b, d)
	case ast.Member, ast.Index:
		n.assignPart(target, d)
	case ast.Object:
		for _, prop := range target.Props() {
			n.bindProperty(prop, d)
		}
	case ast.Array: // [a, b] = [b, a]
		for i, element := range target.List {
			switch {
			case element.Kind == ast.Spread && element.L != nil:
				n.bindAssigned(element.L, part(d, ast.RestKey(i)))
			case isTarget[element.Kind]:
				n.bindAssigned(element, part(d, strconv.Itoa(i)))
			}
		}
	case ast.Assign: // what has a default, which is bound already: [a = 1] = b
		if len(d.Path) <= maxDefaults {
			n.bindAssigned(target.L, d)
		}
	}
}

// isTarget are the kinds of expressions that a pattern assigns to: [a, b.c, [d], { e }, f = 1] = list.
var isTarget = [ast.Element + 1]bool{ast.Ident: true, ast.Member: true, ast.Index: true, ast.Array: true, ast.Object: true, ast.Assign: true}

// assignPart takes what a pattern gives to a member as an assignment of a name that has that part
// of the value, and that nothing else can read: [a.b] = list.
func (n *binder) assignPart(target *ast.Expr, d ast.Def) {
	name := &ast.Binding{Name: target.Text, Scope: &ast.Scope{Parent: target.Scope, Func: target.Scope.Func, Block: true}, Start: target.Start, Defs: []ast.Def{d}}
	name.Scope.Declare(name)
	value := &ast.Expr{Kind: ast.Ident, Text: name.Name, Start: target.Start, End: target.End, Scope: name.Scope}
	n.tree.Assigns = append(n.tree.Assigns, n.expr(ast.Expr{Kind: ast.Assign, Op: '=', L: target, R: value, Start: target.Start, End: target.End, Scope: target.Scope, Guard: d.Guard}))
}

// maxDefaults bounds how deep parts that have defaults are given their part of a value: each
// of them is one of the value of every one around.
const maxDefaults = 16

// bindProperty gives the names of a property of an assignment's target their part of a value.
func (n *binder) bindProperty(prop ast.Prop, d ast.Def) {
	switch key := patternKey(prop); {
	case prop.Value == nil:
	case prop.Spread && isTarget[prop.Value.Kind]:
		n.bindAssigned(prop.Value, d)
	case key == "":
	case prop.Value.Kind == ast.Logical: // { a = 1 }
		n.bindAssigned(prop.Value.L, ast.Def{Value: prop.Value.R, Guard: d.Guard})
		n.bindAssigned(prop.Value.L, part(d, key))
	default:
		n.bindAssigned(prop.Value, part(d, key))
	}
}

// part returns what gives a name the part of a value that lies at a key.
func part(d ast.Def, key string) ast.Def {
	d.Path = append(append([]string(nil), d.Path...), key)
	return d
}

// assigned is an assignment whose name may be declared further down.
type assigned struct {
	target *ast.Expr
	def    ast.Def
}

// bindNames looks up the names that were read, now that all is declared. Markup is not read
// as a whole: what it declares is known later.
func (n *binder) bindNames() {
	for _, block := range n.exprs.blocks {
		for i := range block {
			if x := &block[i]; x.Kind == ast.Ident {
				x.Bind()
			}
		}
	}
}

// bindLater binds the assignments to names that were not declared above them.
func (n *binder) bindLater() {
	for _, a := range n.later {
		b := a.target.Binding()
		if b == nil {
			outer := n.scope
			n.scope = n.tree.Scope
			b = n.declare(a.target.Text, a.target.Start, false)
			n.scope = outer
		}
		n.define(b, a.def)
	}
}
