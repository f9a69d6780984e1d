package parser

import (
	"strconv"

	"github.com/beianlint/beianlint/lint/usage/ast"
)

// declare adds a name to the scope that holds it: a var belongs to its
// function, everything else to its block.
func (p *parser) declare(name string, start int32, isVar bool) *ast.Binding {
	s := p.scope
	for isVar && s.Block && s.Parent != nil {
		s = s.Parent
	}
	if b := s.Names[name]; b != nil {
		return b
	}
	if s.Names == nil {
		s.Names = map[string]*ast.Binding{}
	}
	b := &ast.Binding{Name: name, Scope: s, Start: start}
	s.Names[name] = b
	p.tree.Bindings = append(p.tree.Bindings, b)
	return b
}

// inScope runs f inside a new scope; fn is nil for a block.
func (p *parser) inScope(fn *ast.Func, f func()) *ast.Scope {
	outer := p.scope
	s := &ast.Scope{Parent: outer, Func: fn, Block: fn == nil}
	if fn == nil && outer != nil {
		s.Func = outer.Func
	}
	p.scope = s
	f()
	p.scope = outer
	return s
}

// bind gives every name of a pattern its part of a value.
func bind(pat *ast.Pattern, d ast.Def) {
	if pat == nil {
		return
	}
	if pat.Binding != nil {
		pat.Binding.Defs = append(pat.Binding.Defs, d)
		if pat.Default != nil {
			pat.Binding.Defs = append(pat.Binding.Defs, ast.Def{Value: pat.Default, Default: true, Guard: d.Guard})
		}
		return
	}
	for _, part := range pat.Parts {
		below := d
		if !part.Rest {
			below.Path = append(append([]string(nil), d.Path...), part.Key)
		}
		bind(part, below)
	}
	if pat.Default != nil {
		bind(&ast.Pattern{Parts: pat.Parts, Array: pat.Array}, ast.Def{Value: pat.Default, Default: true, Guard: d.Guard})
	}
}

// bindAssigned gives the names of an assignment's target its value.
func (p *parser) bindAssigned(target, value *ast.Expr, path []string) {
	switch target.Kind {
	case ast.Ident:
		b := target.Scope.Lookup(target.Text)
		if b == nil { // a global that nothing declares lives in the module
			p.later = append(p.later, assigned{target, value, path, p.guard})
			return
		}
		b.Defs = append(b.Defs, ast.Def{Value: value, Path: path, Guard: p.guard})
	case ast.Object:
		for _, prop := range target.Props {
			if prop.Value != nil && prop.Key != "" {
				p.bindAssigned(prop.Value, value, append(append([]string(nil), path...), prop.Key))
			}
		}
	case ast.Array: // [a, b] = [b, a]
		for i, element := range target.List {
			if element.Kind == ast.Ident || element.Kind == ast.Array || element.Kind == ast.Object {
				p.bindAssigned(element, value, append(append([]string(nil), path...), strconv.Itoa(i)))
			}
		}
	}
}

// assigned is an assignment whose name may be declared further down.
type assigned struct {
	target, value *ast.Expr
	path          []string
	guard         *ast.Guard
}

// bindLater binds the assignments to names that were not declared above them.
func (p *parser) bindLater() {
	for _, a := range p.later {
		b := a.target.Scope.Lookup(a.target.Text)
		if b == nil {
			outer := p.scope
			p.scope = p.tree.Scope
			b = p.declare(a.target.Text, a.target.Start, false)
			p.scope = outer
		}
		b.Defs = append(b.Defs, ast.Def{Value: a.value, Path: a.path, Guard: a.guard})
	}
}

// defaults appends the default values of a pattern.
func defaults(pat *ast.Pattern, list []*ast.Expr) []*ast.Expr {
	if pat.Default != nil {
		list = append(list, pat.Default)
	}
	for _, part := range pat.Parts {
		list = defaults(part, list)
	}
	return list
}
