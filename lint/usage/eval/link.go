package eval

import (
	"slices"

	"github.com/beianlint/beianlint/lint/usage/ast"
	"github.com/beianlint/beianlint/lint/usage/model"
	"github.com/beianlint/beianlint/lint/usage/resolve"
)

// linker collects the calls of every function.
type linker struct {
	e     *Evaluator
	live  *resolve.Live
	sites map[*ast.Func][]site
	done  map[*ast.Expr]bool
	pages []*Page // live markup
	hooks map[*resolve.Module][]hook
}

// link collects the calls of every function. The first pass resolves the
// callees that do not depend on parameters, the second one those that do:
// callbacks, and functions that are handed on.
func (l *linker) link() {
	e := l.e
	l.livePages()
	e.pages.hand(l.pages)
	l.copyCalls()
	e.memo.reset() // modules were missing
	e.memo.share(2)
	l.pass(noCallers{})
	l.collect()
	e.memo.share(4)
	l.pass(someCallers(l.sites))
	l.collect()
	e.memo.share(6)
	l.decide()
	e.memo.share(8)
	l.pass(allCallers(l.sites))
}

// pass forgets what was provisional, and sorts the assignments that most answers
// need, now that no answer is being made that they would lack.
func (l *linker) pass(known callers) {
	e := l.e
	e.callers = known
	e.memo.forget()
	e.assigned.assignsOf(&Value{}, copied)
	e.assigned.assignsOf(&Value{}, shaped)
	e.memo.provisional = false
}

// collect notes the calls whose callees are known and were not before.
func (l *linker) collect() {
	for _, m := range l.live.Modules {
		if l.e.memo.stopped {
			return
		}
		for _, h := range l.hooksOf(m) {
			if !l.done[h.callee] {
				l.done[h.callee] = l.addCallees(l.e.eval(h.callee, h.mod, nil), site{h.args, h.mod, -1})
			}
		}
		for _, x := range m.Tree.Calls {
			if !l.done[x] {
				l.done[x] = l.addSites(x, m)
			}
		}
		for _, x := range m.Tree.Elements {
			if !l.done[x] {
				l.done[x] = l.addElement(x, m)
			}
		}
	}
	for _, g := range l.pages {
		l.collectPage(g)
	}
}

// collectPage notes what the events of markup call, and the calls in it.
func (l *linker) collectPage(g *Page) {
	for _, h := range g.handlers() {
		if !l.done[h.callee] {
			l.done[h.callee] = l.addCallees(g.eval(h.callee), site{h.args, g.mod, -1})
		}
	}
	for _, x := range g.calls {
		if !l.done[x] {
			l.done[x] = l.addSites(x, g.mod)
		}
	}
}

// livePages is the markup that the mini program can load.
func (l *linker) livePages() {
	names := l.e.sources.Names()
	for _, f := range slices.Concat(names.Imported, names.Project.Files) {
		if l.live.Files[f.Name] {
			if g := l.e.pages.page(f); g != nil {
				l.pages = append(l.pages, g)
			}
		}
	}
}

// callbacks are the methods that call their first argument with the elements
// of an array.
var callbacks = map[string]bool{"map": true, "forEach": true, "filter": true, "find": true, "some": true, "every": true, "flatMap": true}

// addSites notes what a call calls and reports whether that is known.
func (l *linker) addSites(x *ast.Expr, m *resolve.Module) bool {
	if x.L.Kind == ast.Member {
		switch {
		case x.L.Text == "call" || x.L.Text == "apply":
			if l.addCallees(l.e.eval(x.L.L, m, nil), site{handedOn(x), m, x.Start}) {
				return true
			}
		case callbacks[x.L.Text] && len(x.List) > 0:
			element := &ast.Expr{Kind: ast.Index, L: x.L.L, R: &ast.Expr{}, Start: x.L.Start, End: x.L.End}
			return l.addCallees(l.e.eval(x.List[0], m, nil), site{[]*ast.Expr{element}, m, x.Start})
		case x.L.Text == "then" && len(x.List) > 0:
			return l.addCallees(l.e.eval(x.List[0], m, nil), site{[]*ast.Expr{x.L.L}, m, x.Start})
		}
	}
	if ast.NameOf(x.L) == model.ExtGetter && len(x.List) > 0 { // its callback gets what the call stands for
		return l.addCallees(l.e.props.property(l.e.eval(x.List[0], m, nil), "success"), site{[]*ast.Expr{x}, m, x.Start})
	}
	if x.L.Kind == ast.This && x.L.Text == "super" {
		return l.addSuper(x, m)
	}
	return l.addCallees(l.e.eval(x.L, m, nil), site{x.List, m, x.Start})
}

// addSuper notes super(…) as a call of the constructor above.
func (l *linker) addSuper(x *ast.Expr, m *resolve.Module) bool {
	found := false
	for _, v := range l.e.components.this(x.Scope, m) {
		if v.class == nil || v.class.Super == nil {
			continue
		}
		for _, super := range l.e.eval(v.class.Super, v.mod, nil) {
			if super.Kind == Class {
				found = l.addConstructor(super, site{x.List, m, x.Start}) || found
			}
		}
	}
	return found
}

func (l *linker) addCallees(callees Values, s site) bool {
	found := false
	for _, v := range callees {
		switch v.Kind {
		case Function:
			l.sites[v.Fn] = append(l.sites[v.Fn], s)
			found = true
		case Class:
			found = l.addConstructor(v, s) || found
		}
	}
	return found
}

func (l *linker) addConstructor(v *Value, s site) bool {
	found := false
	for _, c := range l.e.classes.ofClass(v, "constructor", false) {
		if c.Kind == Function {
			l.sites[c.Fn] = append(l.sites[c.Fn], s)
			found = true
		}
	}
	return found
}

// addElement notes a JSX element as a call of its component with its
// attributes.
func (l *linker) addElement(x *ast.Expr, m *resolve.Module) bool {
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
	for _, v := range l.e.evalBinding(b, m, nil) {
		switch v.Kind {
		case Function:
			l.sites[v.Fn] = append(l.sites[v.Fn], site{[]*ast.Expr{props}, m, x.Start})
			found = true
		case Class: // this.props of a class component
			l.e.facts.assigns[model.ElementProps] = append(l.e.facts.assigns[model.ElementProps], Assign{Target: thisOfClass(v), Value: props, Mod: m, Start: x.Start})
			found = true
		}
	}
	return found
}

// thisOfClass is an expression that evaluates to an instance of a class.
func thisOfClass(v *Value) *ast.Expr {
	return &ast.Expr{Kind: ast.New, L: &ast.Expr{Kind: ast.Class, Class: v.class}}
}
