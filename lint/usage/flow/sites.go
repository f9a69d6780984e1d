package flow

import (
	"github.com/beianlint/beianlint/lint/usage/ast"
	"github.com/beianlint/beianlint/lint/usage/model"
)

// findSites collects the calls of every function. The first pass resolves the
// callees that do not depend on parameters, the second one those that do:
// callbacks, and functions that are handed on.
func (p *Program) findSites() {
	p.known = newKnown() // modules were missing
	p.noParameters = true
	done := map[*ast.Expr]bool{}
	p.startPass()
	p.sitesOf(done)
	p.noParameters = false
	p.startPass()
	p.sitesOf(done)
	p.allSites = true
	p.startPass()
}

// startPass forgets what was answered early, and sorts the assignments that most
// answers need, now that no answer is being made that they would lack.
func (p *Program) startPass() {
	p.known.forget()
	p.assignsOf(&value{}, copied)
	p.assignsOf(&value{}, shaped)
	p.known.early = false
}

func (p *Program) sitesOf(done map[*ast.Expr]bool) {
	for _, m := range p.order {
		for _, h := range p.handlersOf(m) {
			if !done[h.call] {
				done[h.call] = p.addCallees(p.eval(h.callee, m, nil), h.call.List, h.mod)
			}
		}
		for _, x := range m.tree.Calls {
			if !done[x] {
				done[x] = p.addSites(x, m)
			}
		}
		for _, x := range m.tree.Elements {
			if !done[x] {
				done[x] = p.addElement(x, m)
			}
		}
	}
}

// callbacks are the methods that call their first argument with the elements
// of an array.
var callbacks = map[string]bool{"map": true, "forEach": true, "filter": true, "find": true, "some": true, "every": true, "flatMap": true}

// addSites notes what a call calls and reports whether that is known.
func (p *Program) addSites(x *ast.Expr, m *module) bool {
	if x.L.Kind == ast.Member {
		switch {
		case x.L.Text == "call" && len(x.List) > 0:
			if p.addCallees(p.eval(x.L.L, m, nil), x.List[1:], m) {
				return true
			}
		case callbacks[x.L.Text] && len(x.List) > 0:
			element := &ast.Expr{Kind: ast.Index, L: x.L.L, R: &ast.Expr{}, Start: x.L.Start, End: x.L.End}
			return p.addCallees(p.eval(x.List[0], m, nil), []*ast.Expr{element}, m)
		case x.L.Text == "then" && len(x.List) > 0:
			return p.addCallees(p.eval(x.List[0], m, nil), []*ast.Expr{x.L.L}, m)
		}
	}
	if nameOf(x.L) == model.ExtGetter && len(x.List) > 0 { // its callback gets what the call stands for
		return p.addCallees(p.property(p.eval(x.List[0], m, nil), "success"), []*ast.Expr{x}, m)
	}
	if x.L.Kind == ast.This && x.L.Text == "super" {
		return p.addSuper(x, m)
	}
	return p.addCallees(p.eval(x.L, m, nil), x.List, m)
}

// addSuper notes super(…) as a call of the constructor above.
func (p *Program) addSuper(x *ast.Expr, m *module) bool {
	found := false
	for _, v := range p.this(x.Scope, m) {
		if v.class == nil || v.class.Super == nil {
			continue
		}
		for _, super := range p.eval(v.class.Super, v.mod, nil) {
			if super.kind == class {
				found = p.addConstructor(super, x.List, m) || found
			}
		}
	}
	return found
}

func (p *Program) addCallees(callees values, args []*ast.Expr, m *module) bool {
	found := false
	for _, v := range callees {
		switch v.kind {
		case function:
			p.sites[v.fn] = append(p.sites[v.fn], site{args, m})
			found = true
		case class:
			found = p.addConstructor(v, args, m) || found
		}
	}
	return found
}

func (p *Program) addConstructor(v *value, args []*ast.Expr, m *module) bool {
	found := false
	for _, c := range p.ofClass(v, "constructor", false) {
		if c.kind == function {
			p.sites[c.fn] = append(p.sites[c.fn], site{args, m})
			found = true
		}
	}
	return found
}

// addElement notes a JSX element as a call of its component with its
// attributes.
func (p *Program) addElement(x *ast.Expr, m *module) bool {
	b := x.Scope.Lookup(x.Text)
	if b == nil {
		return false
	}
	props := &ast.Expr{Kind: ast.Object, Start: x.Start, End: x.End, Scope: x.Scope}
	for _, prop := range x.Props {
		if prop.Value != nil {
			props.Props = append(props.Props, prop)
		}
	}
	found := false
	for _, v := range p.evalBinding(b, m, nil) {
		switch v.kind {
		case function:
			p.sites[v.fn] = append(p.sites[v.fn], site{[]*ast.Expr{props}, m})
			found = true
		case class: // this.props of a class component
			p.assigns[model.ElementProps] = append(p.assigns[model.ElementProps], assign{target: thisOfClass(v), value: props, mod: m, start: x.Start})
			found = true
		}
	}
	return found
}

// thisOfClass is an expression that evaluates to an instance of a class.
func thisOfClass(v *value) *ast.Expr {
	return &ast.Expr{Kind: ast.New, L: &ast.Expr{Kind: ast.Class, Class: v.class}}
}
