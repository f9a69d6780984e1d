package eval

import (
	"slices"
	"strings"

	"github.com/beianlint/beianlint/lint/usage/ast"
	"github.com/beianlint/beianlint/lint/usage/model"
	"github.com/beianlint/beianlint/lint/usage/resolve"
)

// linker collects the calls of every function.
type linker struct {
	e     *Evaluator
	live  *resolve.Live
	sites map[*ast.Func][]*site
	done  map[*ast.Expr]bool
	pages []*Page // live markup
	hooks map[*resolve.Module][]hook
	buses buses
	inner []innerCall // of which is not known what they call
	partial
	offers []offer // while it is not known whether they are
}

// link collects the calls of every function. The first pass resolves the
// callees that do not depend on parameters, the second one those that do:
// callbacks, and functions that are handed on.
func (l *linker) link() {
	e := l.e
	l.livePages()
	e.pages.live = l.pages
	e.pages.hand(l.pages)
	e.pages.queries.find(l.pages)
	e.pages.queries.giveProperties()
	e.pages.includes.note(l.pages)
	e.calls.libraries.prepare(l.live.Modules)
	for _, g := range l.pages {
		noteWritten(g)
	}
	l.copyCalls()
	e.memo.reset() // modules were missing
	e.memo.share(2)
	l.gather()
	e.memo.reset() // "this" was less
	l.pass(noCallers{})
	l.collect()
	e.callers = someCallers(l.sites)
	e.memo.forget()
	named := l.nameKeyed()
	e.memo.share(4)
	l.pass(someCallers(l.sites))
	l.nameOffers()
	if named {
		l.gather()
	}
	before, partial := someCallers(l.sites).known(), l.partial.calls
	l.collect()
	collectPartial(l, partial)
	if tellInherits(l) {
		e.memo.reset()
	}
	l.collectHanded(before)
	e.memo.share(6)
	l.decide()
	e.memo.share(8)
	l.pass(allCallers(l.sites))
}

// gather finds what components are made of, and what all of them are given.
func (l *linker) gather() {
	l.e.components.within.gather(l.e, l.live.Modules)
	l.e.facts.groups.mixed.gather(l.e)
}

// pass begins to answer with more calls that are known.
func (l *linker) pass(known callers) {
	l.e.callers = known
	l.e.afresh()
}

// collect notes the calls whose callees are known and were not before.
func (l *linker) collect() {
	l.buses.note(l.e, l.live.Modules)
	inner := l.inner
	l.inner = nil
	for _, c := range inner {
		l.follow(c)
	}
	for _, m := range l.live.Modules {
		if l.e.memo.stopped {
			return
		}
		for _, h := range l.hooksOf(m) {
			if !l.done[h.callee] && l.addCallees(l.e.eval(h.callee, h.mod, nil), site{args: h.args, mod: h.mod, at: -1}) {
				l.done[h.callee] = true
			}
		}
		for _, x := range m.Tree.Calls {
			l.buses.listen(l, x, m)
			if !l.done[x] {
				collectCall(l, x, m)
			}
		}
		for _, class := range m.Tree.Classes {
			l.buses.listenIn(l, class, m)
		}
		for _, x := range m.Tree.Elements {
			if !l.done[x] && l.addElement(x, m) {
				l.done[x] = true
			}
		}
	}
	for _, g := range l.pages {
		l.collectPage(g)
	}
}

// collectHanded notes the calls of what functions are given of which no call was known
// before: set(f) calls f, and who calls set is known by what another call gives. What is
// called so can call what it is given in turn.
func (l *linker) collectHanded(before map[*ast.Func]bool) {
	calls := paramCalls(l.live.Modules)
	var todo []*ast.Func
	for fn := range calls {
		if !before[fn] && len(l.sites[fn]) > 0 {
			todo = append(todo, fn)
		}
	}
	slices.SortFunc(todo, func(a, b *ast.Func) int { return calls[a][0].number - calls[b][0].number })
	for len(todo) > 0 && !l.e.memo.stopped {
		fn := todo[0]
		todo = todo[1:]
		for _, c := range onlyCalled(fn, calls[fn]) {
			if l.done[c.call] {
				continue
			}
			given, _ := l.e.givenBy(l.sites[fn], c.param.Defs[0])
			for _, v := range given {
				if v.Kind == Function && len(l.sites[v.Fn]) == 0 {
					todo = append(todo, v.Fn)
				}
			}
			l.done[c.call] = l.addCallees(given, site{args: c.args, mod: c.mod, at: c.call.Start, scope: c.call.Scope})
		}
	}
}

// collectPage notes what the events of markup call, and the calls in it.
func (l *linker) collectPage(g *Page) {
	for _, h := range g.handlers() {
		if !l.done[h.callee] && l.addCallees(g.eval(h.callee), site{args: h.args, mod: g.mod, at: -1}) {
			l.done[h.callee] = true
		}
	}
	for _, x := range g.calls {
		if !l.done[x] && l.addSites(x, g.mod) {
			l.done[x] = true
		}
	}
}

// livePages is the markup that the mini program can load.
func (l *linker) livePages() {
	for _, f := range liveFiles(l.e.sources, l.live) {
		if l.e.sources.Stopped() {
			return
		}
		if g := l.e.pages.page(f); g != nil {
			l.pages = append(l.pages, g)
		}
	}
}

// hooksOf finds the functions that are called for the properties of the pages and
// components of a module: observer and observers, watch, setup(props).
func (l *linker) hooksOf(m *resolve.Module) []hook {
	if hs, ok := l.hooks[m]; ok {
		return hs
	}
	var hs []hook
	for _, o := range l.e.pages.objects(m) {
		h := hooks{l.e, o, componentOf(o)}
		hs = append(hs, h.all()...)
	}
	for _, x := range m.Tree.Calls {
		if x.L.Kind == ast.Ident && model.LoadHooks[x.L.Text] && len(x.List) > 0 {
			hs = append(hs, hook{x.List[0], []*ast.Expr{l.e.pages.queries.expr(m)}, m})
		}
	}
	l.hooks[m] = hs
	return hs
}

// callbacks are the methods that call their first argument with the elements
// of an array.
var callbacks = map[string]bool{"map": true, "forEach": true, "filter": true, "find": true, "findLast": true, "some": true, "every": true, "flatMap": true}

// addSites notes what a call calls and reports whether that is known.
func (l *linker) addSites(x *ast.Expr, m *resolve.Module) bool {
	if l.e.facts.bundles.runs[x] {
		return true // the modules are given what they are known to be
	}
	if c := l.e.calls.libraries.of(x, m, nil); c != nil {
		l.addLibraryCall(c)
		return true
	}
	if x.L.Kind == ast.Member {
		switch {
		case x.L.Text == "call" || x.L.Text == "apply":
			if l.addCallees(l.e.eval(x.L.L, m, nil), site{args: HandedOn(x), mod: m, at: x.Start, scope: x.Scope}) {
				return true
			}
		case callbacks[x.L.Text] && len(x.List) > 0:
			return l.addCallees(l.e.eval(x.List[0], m, nil), site{args: l.eachArgs(x, m), mod: m, at: x.Start, scope: x.Scope})
		case x.L.Text == "from" && len(x.List) == 2: // Array.from(list, f)
			return l.addCallees(l.e.eval(x.List[1], m, nil), site{args: []*ast.Expr{anyElement(x.List[0], x.L)}, mod: m, at: x.Start, scope: x.Scope})
		case x.L.Text == "bind" && len(x.List) > 1:
			call := l.e.calls.binder.bound(x, m).call
			if l.addCallees(l.e.eval(x.L.L, m, nil), site{args: HandedOn(call), mod: m, at: x.Start, scope: call.Scope}) {
				return true
			}
		case (x.L.Text == "reduce" || x.L.Text == "reduceRight") && len(x.List) > 0:
			return l.addCallees(l.e.eval(x.List[0], m, nil), site{args: reducedArgs(x), mod: m, at: x.Start, scope: x.Scope})
		case (x.L.Text == "then" || x.L.Text == model.StorePatch) && len(x.List) > 0:
			return l.addCallees(l.e.eval(x.List[0], m, nil), site{args: []*ast.Expr{x.L.L}, mod: m, at: x.Start, scope: x.Scope})
		}
	}
	name := ast.NameOf(x.L)
	if first, ok := model.Timers[name]; ok && len(x.List) > 0 {
		return l.addCallees(l.e.eval(x.List[0], m, nil), site{args: x.List[min(first, len(x.List)):], mod: m, at: x.Start, scope: x.Scope})
	}
	if (name == model.ExtGetter || name == model.StorageReader) && len(x.List) > 0 { // its callback gets what the call stands for
		return l.addCallees(l.e.props.property(l.e.eval(x.List[0], m, nil), "success"), site{args: []*ast.Expr{x}, mod: m, at: x.Start, scope: x.Scope})
	}
	if x.L.Kind == ast.This && x.L.Text == "super" {
		return l.addSuper(x, m)
	}
	if x.L.Kind == ast.Member && (l.e.facts.isOfLanguage(x.L.Text) || model.LanguageMethods[x.L.Text] && isText(x.L.L)) {
		return false // what it is called on need not be evaluated
	}
	return l.addCallees(l.e.eval(x.L, m, nil), site{args: x.List, mod: m, at: x.Start, scope: x.Scope})
}

// eachArgs are what a method that goes through a list gives to its function: an element,
// or the value and key of a map.
func (l *linker) eachArgs(x *ast.Expr, m *resolve.Module) []*ast.Expr {
	if x.L.Text != "forEach" || !slices.ContainsFunc(l.e.eval(x.L.L, m, nil), isMap) {
		return []*ast.Expr{anyElement(x.L.L, x.L)}
	}
	part := func(name string) *ast.Expr {
		method := &ast.Expr{Kind: ast.Member, L: x.L.L, Text: name, Start: x.L.Start, End: x.L.End}
		return anyElement(&ast.Expr{Kind: ast.Call, L: method, Start: x.L.Start, End: x.L.End, Scope: x.Scope}, x.L)
	}
	return []*ast.Expr{part("values"), part("keys")}
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
				found = l.addConstructor(super, &site{args: x.List, mod: m, at: x.Start}) || found
			}
		}
	}
	return found
}

func (l *linker) addCallees(callees Values, s site) bool {
	if l.isTooMuch(callees) || !slices.ContainsFunc(callees, isConstructor) {
		return false // as of most calls, none of which is kept
	}
	found, call := false, new(site)
	*call = s
	for _, v := range callees {
		switch v.Kind {
		case Function:
			found = true
			if isOfLibrary(v.mod) {
				l.addInner(v, call)
				continue
			}
			noteSite(l, v.Fn, call)
		case Class:
			found = l.addConstructor(v, call) || found
		}
	}
	return found
}

func (l *linker) addConstructor(v *Value, s *site) bool {
	found := false
	for _, c := range l.e.classes.ofClass(v, "constructor", false) {
		if c.Kind == Function {
			noteSite(l, c.Fn, s)
			found = true
		}
	}
	return found
}

// addElement notes a JSX element as a call of its component with its
// attributes.
func (l *linker) addElement(x *ast.Expr, m *resolve.Module) bool {
	if call := l.e.calls.libraries.elements[x]; call != nil && l.addSites(call, m) {
		return true
	}
	props, found := attributesOf(x), false
	for _, v := range l.component(x, m) {
		switch v.Kind {
		case Function:
			found = l.addCallees(Values{v}, site{args: []*ast.Expr{props}, mod: m, at: x.Start})
		case Class: // this.props of a class component
			l.show(v, props, m, x.Start)
			found = true
		}
	}
	return found
}

// component returns what the name of an element means: Card, or Theme.Provider.
func (l *linker) component(x *ast.Expr, m *resolve.Module) Values {
	first, path, _ := strings.Cut(x.Text, ".")
	b := x.Scope.Lookup(first)
	if b == nil {
		return nil
	}
	vs := l.e.evalBinding(b, m, nil)
	if path != "" {
		vs = l.e.follow(vs, strings.Split(path, "."))
	}
	return vs
}

// thisOfClass is an expression that evaluates to an instance of a class.
func thisOfClass(v *Value) *ast.Expr {
	return &ast.Expr{Kind: ast.New, L: &ast.Expr{Kind: ast.Class, Parts: &ast.Parts{Class: v.class}}}
}

// addLibraryCall notes what the function of a library calls where it is called.
func (l *linker) addLibraryCall(c *libraryCall) {
	l.addInner(l.e.calls.libraries.value(c), &site{args: c.call.List, mod: c.mod, at: c.call.Start})
}

// addInner notes the call of a function of a library, or of one that it made, and
// those that it makes itself: with what this call gives it.
func (l *linker) addInner(v *Value, s *site) {
	l.sites[v.Fn] = append(l.sites[v.Fn], s)
	call := &ast.Expr{Kind: ast.Call, List: s.args}
	inner, ok := l.e.enter(call, v, s.mod, s.frame)
	if !ok || inner == nil {
		return
	}
	for _, x := range v.mod.Tree.Calls {
		if innermost(x.Scope) == v.Fn {
			l.follow(innerCall{x, v.mod, inner})
		}
	}
}

// innerCall is a call in a function of a library that is called itself.
type innerCall struct {
	call  *ast.Expr
	mod   *resolve.Module
	frame *frame
}

// follow notes what a call in a function of a library calls, or keeps it for the next
// time.
func (l *linker) follow(c innerCall) {
	x := c.call
	if l.e.calls.libraries.of(x, c.mod, c.frame) != nil {
		return
	}
	callees := l.e.eval(x.L, c.mod, c.frame)
	found := l.addCallees(callees, site{args: x.List, mod: c.mod, at: -1, frame: c.frame})
	for _, v := range callees {
		if v.Kind == Class && x.Kind == ast.Call && len(x.List) > 0 { // a component that is shown
			found = true
			l.show(v, valued(l.e, l.e.eval(x.List[0], c.mod, c.frame), x), c.mod, x.Start)
		}
	}
	if !found {
		l.inner = append(l.inner, c)
	}
}

// show gives attributes to a class component, which reads them from this.props.
func (l *linker) show(class *Value, props *ast.Expr, m *resolve.Module, at int32) {
	assigns := l.e.facts.assigns
	assigns[model.ElementProps] = append(assigns[model.ElementProps], Assign{Target: thisOfClass(class), Value: props, Mod: m, Start: at})
}
