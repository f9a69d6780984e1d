package eval

import (
	"context"
	"iter"
	"maps"
	"slices"
	"strings"

	"github.com/beianlint/beianlint/lint/miniprogram"
	"github.com/beianlint/beianlint/lint/usage/ast"
	"github.com/beianlint/beianlint/lint/usage/resolve"
)

// Program is a mini program whose calls are all known: what its expressions can
// be is final. It is not safe for concurrent use.
type Program struct {
	e      *Evaluator
	sites  map[*ast.Func][]*site
	afresh int // what the work was when Afresh was called first
}

// Defined is a mini program of which only is known what its build puts in place
// of names.
type Defined struct{ e *Evaluator }

// Define reads what the build and the platform put in place of names.
func Define(ctx context.Context, s *resolve.Sources) *Defined {
	e := newEvaluator(ctx, s)
	e.defs.collect(s.Names().Project)
	return &Defined{e}
}

// Reach finds what the mini program can load. While dead functions are looked for, it goes
// through the scripts that were read, and reads the markup: few scripts have any, which are
// gone through again.
func (d *Defined) Reach() *resolve.Live {
	s, f := d.e.sources, d.e.facts
	live := resolve.ReachBeside(s, func(live *resolve.Live) func() {
		scripts, files := s.ReadSince(f.taken), liveFiles(s, live)
		return func() {
			f.walks.begin(scripts)(s.Stopped)
			d.e.pages.readTrees(files)
		}
	})
	for _, m := range live.Modules {
		if len(live.Dead[m.Name]) > 0 {
			delete(f.walks, m)
		}
	}
	return live
}

// Link collects the calls of the functions in live code.
func (d *Defined) Link(live *resolve.Live) *Program {
	e := d.e
	e.live = live.Modules
	e.facts.take(e.sources)
	l := &linker{e: e, live: live, sites: map[*ast.Func][]*site{}, done: map[*ast.Expr]bool{}, hooks: map[*resolve.Module][]hook{}, buses: buses{heard: map[heard]bool{}}}
	l.link()
	e.calling.contexts = newContexts(newDecider(e, live), l.sites)
	return &Program{e: e, sites: l.sites}
}

// Afresh forgets the answers that lack something because they were asked for within a
// circle of values, where who asks first is told all, so that the next question is the
// first one. It is for what was not found: false where that has taken enough work.
func (p *Program) Afresh() bool {
	m := &p.e.memo
	if p.afresh == 0 {
		p.afresh = m.spent
	}
	if taken := m.spent - p.afresh; taken > p.afresh/perAfresh || taken > (m.limit-m.spent)/2 {
		return false
	}
	m.spend(m.kept() / perForgotten)
	p.e.afresh()
	m.forgetAnswers()
	return true
}

// Again asks a question afresh, if that may take more work. What it takes too much for stays
// unknown, and is no bound that was met: it was answered before.
func (p *Program) Again(question func() Values) Values {
	if !p.Afresh() {
		return nil
	}
	m := &p.e.memo
	limit, met, bounds := m.limit, m.met, m.bounds
	m.limit = min(limit, m.spent+max(p.afresh/perAfresh, leastAgain))
	answer := question()
	m.limit, m.met, m.bounds = limit, met, bounds
	return answer
}

// Within asks what may take a small part of the work so far, and reports whether that was enough.
// What takes more is not known, and is no bound that the program meets.
func (p *Program) Within(ask func()) bool {
	m := &p.e.memo
	limit, met, bounds := m.limit, m.met, m.bounds
	m.limit = min(limit, m.spent+max(m.spent/perAside, leastAside))
	ask()
	ended := !m.over()
	m.limit, m.met, m.bounds = limit, met, bounds
	if !ended {
		m.forgetAnswers()
	}
	return ended
}

// Asked returns the answer of a question, and whether it may lack something for which
// Afresh has to be called.
func (p *Program) Asked(question func() Values) (answer Values, lacking bool) {
	m := &p.e.memo
	outer := m.provisional
	m.provisional = false
	answer = question()
	lacking = m.provisional
	m.provisional = outer || lacking
	return answer, lacking
}

// Eval returns what an expression can evaluate to: nothing when it is not known
// at all.
func (p *Program) Eval(x *ast.Expr, m *resolve.Module) Values { return p.e.eval(x, m, nil) }

// Binding returns everything that a name is ever given.
func (p *Program) Binding(b *ast.Binding, m *resolve.Module) Values {
	return p.e.evalBinding(b, m, nil)
}

// Property reads a property of every value; "*" reads all of them.
func (p *Program) Property(vs Values, name string) Values { return p.e.props.property(vs, name) }

// Read reads a property of one value.
func (p *Program) Read(v *Value, name string) Values { return p.e.props.read(v, name) }

// ReadPath reads "sources[].url" of values.
func (p *Program) ReadPath(vs Values, path string) Values {
	for path != "" {
		name, rest, _ := strings.Cut(path, ".")
		path = rest
		name, each := strings.CutSuffix(name, "[]")
		vs = p.Property(vs, name)
		if each {
			vs = p.Property(vs, "*").Union(vs.Texts())
		}
	}
	return vs
}

// Returned is what a function gives back when nothing is known of its call.
func (p *Program) Returned(fn *Value) Values { return p.e.props.returned(fn, fn.frame) }

// Above are what the class extends that is an expression's, or that it gives instances of:
// however far above it.
func (p *Program) Above(x *ast.Expr, m *resolve.Module) (all Values) {
	instances := p.e.eval(x, m, nil)
	if x.Kind == ast.Class {
		instances = Values{{Kind: Instance, class: x.Class(), mod: m}}
	}
	for range maxWrapped {
		instances = p.e.classes.above(instances)
		all = all.Union(instances)
	}
	return all
}

// CallsForEach reports whether a call is one of a method that calls what it is given for
// each element of a list.
func CallsForEach(call *ast.Expr) bool { return call.L.Kind == ast.Member && callbacks[call.L.Text] }

// Assigned returns the assignments to members of a name, anywhere.
func (p *Program) Assigned(name string) []Assign { return p.e.facts.assigns[name] }

// Set gives what functions set that are given it, (o, k, v) => { o[k] = v }, and what is copied
// member by member, with each thing of a package on which that is.
func (p *Program) Set(yield func(on *Value, given Values) bool) {
	for _, name := range slices.Sorted(maps.Keys(p.e.facts.assigns)) {
		for _, a := range p.e.facts.assigns[name] {
			fn, _ := paramNamed(a.Value)
			if fn == nil && name != copied {
				continue
			}
			for _, f := range p.settingCalls(a, fn) {
				for _, on := range p.e.eval(a.Target, a.Mod, f) {
					if on.Kind == Package && !yield(on, p.e.eval(a.Value, a.Mod, f)) {
						return
					}
				}
			}
		}
	}
}

// settingCalls are the calls of a function in which it sets something, told apart where one of
// them sets that on what another one does not: what they set on others is not given to a package.
func (p *Program) settingCalls(a Assign, fn *ast.Func) []*frame {
	if a.frame != nil || fn == nil || !slices.ContainsFunc(p.e.eval(a.Target, a.Mod, nil), func(v *Value) bool { return v.Kind == Package }) {
		return []*frame{a.frame}
	}
	l := &linker{e: p.e, sites: p.sites}
	params := l.keyParams(a.Target, fn)
	for _, at := range l.keyParams(a.Value, fn) {
		if !slices.Contains(params, at) {
			params = append(params, at)
		}
	}
	if calls := l.callsOf(fn, params, 0); len(calls) > 0 {
		return calls
	}
	return []*frame{nil}
}

// ElementCalls are the calls in live code that may make elements of components.
func (p *Program) ElementCalls(m *resolve.Module) iter.Seq[*ast.Expr] {
	return p.e.facts.named.that(makeElement, m)
}

// Called is the function that runs where a value is called or something is made of it: of a
// class its constructor, or that of the class which it extends. Nil where none is known.
func (p *Program) Called(v *Value) *ast.Func {
	switch v.Kind {
	case Function:
		return v.Fn
	case Class:
		for _, c := range p.e.classes.ofClass(v, "constructor", false) {
			if c.Kind == Function {
				return c.Fn
			}
		}
	}
	return nil
}

// IsComponent reports whether a value is what a component or page is made of.
func (p *Program) IsComponent(v *Value) bool {
	return v.Kind == Object && p.e.components.isComponent(v)
}

// IsCalled reports whether a call of a function is known.
func (p *Program) IsCalled(fn *ast.Func) bool { return len(p.sites[fn]) > 0 }

// Forwards reports whether a call calls what the function around it is called as on
// another object: t[k] = o => s[k](o).
func (p *Program) Forwards(call *ast.Expr) bool { return p.e.facts.forwards[call] }

// RunsModules reports whether a call is the one by which a bundle runs whatever module is
// required.
func (p *Program) RunsModules(call *ast.Expr) bool { return p.e.facts.bundles.runs[call] }

// Ends reports whether a call is a compiler's way to write return in a generator.
func (p *Program) Ends(call *ast.Expr) bool { return p.e.facts.machines.ending[call] }

// IsInBundle reports whether a call of a name that its file declares, as require often is,
// loads no file: a module of the bundle that it stands in.
func (p *Program) IsInBundle(call *ast.Expr) bool {
	known, loads := p.loads(call, func(l *loader) bool { return l.file != nil })
	return known && !loads
}

// IsBundled reports whether a call loads a module that the bundle has in which it stands.
func (p *Program) IsBundled(call *ast.Expr) bool {
	if len(call.List) == 0 || call.List[0].Kind != ast.String {
		return false
	}
	_, loads := p.loads(call, func(l *loader) bool {
		return l.of != nil && p.e.facts.bundles.find(l, call.List[0].Text) != nil
	})
	return loads
}

// loads reports whether a call is of a name that is declared, and whether that stands for
// a loader of a bundle that is as asked.
func (p *Program) loads(call *ast.Expr, is func(*loader) bool) (known, loads bool) {
	if call.L.Kind != ast.Ident {
		return false, false
	}
	b := call.L.Binding()
	return b != nil, b != nil && slices.ContainsFunc(b.Defs, func(d ast.Def) bool {
		f := p.e.facts.bundles.factories[d.Func]
		return f != nil && f.load != nil && is(f.load)
	})
}

// Variables are the variables of process.env that the build defines, and
// Constants the names.
func (p *Program) Variables() map[string]Values { return p.e.defs.env }

// Constants is explained with Variables.
func (p *Program) Constants() map[string]Values { return p.e.defs.defined }

// ExtConfigs are where ext stands that APIs give the code.
func (p *Program) ExtConfigs() []ExtConfig { return p.e.defs.extIn }

// Module returns the module of a file, or nil.
func (p *Program) Module(name string) *resolve.Module { return p.e.module(name) }

// Page returns the markup of a file for its expressions to be evaluated; nil where
// it has none.
func (p *Program) Page(f *miniprogram.File) *Page { return p.e.pages.page(f) }

// Bounds returns the limits that the evaluation met so far: values are missing.
func (p *Program) Bounds() []Bound { return p.e.memo.bounds }
