package eval

import (
	"context"
	"slices"

	"github.com/beianlint/beianlint/lint/platform"
	"github.com/beianlint/beianlint/lint/usage/ast"
	"github.com/beianlint/beianlint/lint/usage/model"
	"github.com/beianlint/beianlint/lint/usage/resolve"
)

// Evaluator says what an expression can be. It evaluates lazily, without running
// anything: every expression has a set of possible values, a name has every
// value that is ever assigned to it, and a parameter those of all calls. Its
// parts know one kind of value or construct each and ask each other through it.
type Evaluator struct {
	sources  *resolve.Sources
	live     []*resolve.Module
	facts    *facts
	defs     *definitions
	callers  callers
	memo     memo
	calling  calling
	paths    paths
	prefixes map[string]bool // the objects that hold a platform's API

	props      *properties
	classes    *classes
	assigned   *assignments
	components *components
	calls      *calls
	exports    *exporter
	pages      *pages
}

// calling are the calls that are followed each by itself.
type calling struct {
	frames map[frameKey]*frame
	count  map[*ast.Func]int
	// contexts are there once all calls are known.
	contexts *contexts
}

func newEvaluator(ctx context.Context, s *resolve.Sources) *Evaluator {
	e := &Evaluator{sources: s, facts: newFacts(), callers: noCallers{}, memo: newMemo(ctx), paths: paths{}, prefixes: map[string]bool{}}
	e.calling = calling{frames: map[frameKey]*frame{}, count: map[*ast.Func]int{}}
	for _, prefix := range platform.APIPrefixes() {
		e.prefixes[prefix] = true
	}
	e.defs = &definitions{e: e, env: map[string]Values{}, defined: map[string]Values{}}
	e.props, e.assigned, e.components = &properties{e, outlines{}}, &assignments{e: e}, &components{e, newWithin()}
	e.classes, e.calls, e.exports, e.pages = &classes{e: e, climbing: map[sought]bool{}}, newCalls(e), &exporter{e: e, names: map[*resolve.Module]exportNames{}}, newPages(e)
	return e
}

// module returns the module of a file, and takes in what it says about others.
func (e *Evaluator) module(name string) *resolve.Module {
	m := e.sources.Module(name)
	e.facts.take(e.sources)
	return m
}

// load returns the module that an import in m means, or nil.
func (e *Evaluator) load(m *resolve.Module, spec string) *resolve.Module {
	target := e.sources.Load(m, spec)
	e.facts.take(e.sources)
	return target
}

// afresh forgets what was provisional, and sorts the assignments that most answers
// need, now that no answer is being made that they would lack.
func (e *Evaluator) afresh() {
	e.memo.forget()
	e.classes.heirs, e.classes.takers = nil, nil // of what a parameter is
	e.assigned.assignsOf(&Value{}, copied)
	e.assigned.assignsOf(&Value{}, shaped)
	if of := e.calls.libraries; of.refs {
		of.refs = false // what is assigned to a ref is no part of what is assigned to
		e.assigned.assignsOf(&Value{}, model.RefValue)
		of.refs = true
	}
	e.memo.provisional = false
}

// eval returns what an expression can evaluate to: nothing when it is not
// known at all.
func (e *Evaluator) eval(x *ast.Expr, m *resolve.Module, f *frame) Values {
	if x == nil {
		return nil
	}
	if vs := e.memo.leaf(x, m, f); vs != nil {
		return vs
	}
	if a, ok := e.memo.exprs.of(x, x.Number, f); ok {
		if a.open && x.Kind == ast.Ident && x.Binding() != nil { // s = s.replace(…): what s had before
			e.memo.provisional = true
			return e.evalIdent(x, m, f)
		}
		return e.memo.recall(a)
	}
	if e.memo.exhausted() {
		if e.memo.depth >= maxDepth {
			e.memo.meet(Depth, x, m)
		}
		if e.memo.over() {
			return unspent{e}.of(x, m, f)
		}
		return nil
	}
	outer := e.memo.begin()
	place := e.memo.exprs.place(x, &x.Number, f)
	place.set(cycle)
	a := e.memo.end(e.evalKind(x, m, f), outer)
	place.set(a)
	if len(a.Values) >= maxSubjects && a.Values.full() {
		e.memo.meet(Count, x, m)
	}
	return a.Values
}

func (e *Evaluator) evalKind(x *ast.Expr, m *resolve.Module, f *frame) Values {
	switch x.Kind {
	case ast.Template, ast.Concat:
		return e.calling.contexts.reached(x, m, f, e.evalJoined(x, m, f))
	case ast.Ident:
		return e.evalIdent(x, m, f)
	case ast.This:
		if x.Text == "super" {
			return e.classes.above(e.components.this(x.Scope, m))
		}
		return e.components.this(x.Scope, m)
	case ast.Member:
		return e.evalMember(x, m, f)
	case ast.Index:
		return e.evalIndex(x, m, f)
	case ast.Call, ast.New:
		return e.calling.contexts.reached(x, m, f, e.calls.evalCall(x, m, f))
	case ast.Object:
		if first := e.facts.same[x]; first != nil {
			return e.eval(first, m, f)
		}
		return Values{{Kind: Object, expr: x, mod: m, frame: f}}
	case ast.Array:
		return Values{{Kind: Array, expr: x, mod: m, frame: f}}
	case ast.Logical:
		if StandsForHost(x) {
			return e.eval(x.L, m, f)
		}
		return e.eval(x.L, m, f).Union(e.eval(x.R, m, f))
	case ast.Cond:
		return e.evalBranches(x, m, f)
	case ast.Assign:
		return e.eval(x.R, m, f)
	case ast.Sequence:
		return e.eval(x.List[len(x.List)-1], m, f)
	case ast.Function:
		return Values{{Kind: Function, Fn: x.Func(), mod: m, frame: f}}
	case ast.Spread:
		return e.eval(x.L, m, f)
	case ast.Unknown:
		if isVoid(x, m) {
			return Values{{Kind: Constant, Text: "undefined"}}
		}
		return e.memo.made[x].Union(e.pages.linked(x)).Union(e.pages.shown.values(e, x)).Union(e.pages.queries.value(x, m))
	}
	return nil
}

// cut notes that texts are some of more. Words, dates and numbers are joined without end
// in code that contacts nothing, so those without an address only matter where they
// become part of one.
func (e *Evaluator) cut(vs Values, x *ast.Expr, m *resolve.Module) Values {
	if slices.ContainsFunc(vs, func(v *Value) bool { return startsURL(v.Text) }) {
		e.memo.meet(Count, x, m)
		return vs
	}
	return vs.markCut()
}

// evalBranches evaluates a ? b : c ? d : …, which can be a long chain.
func (e *Evaluator) evalBranches(x *ast.Expr, m *resolve.Module, f *frame) Values {
	out := newSet(e)
	for ; x != nil && x.Kind == ast.Cond; x = x.C() {
		out.union(e.eval(x.R, m, f))
	}
	out.union(e.eval(x, m, f))
	return out.values()
}

// evalJoined evaluates a template or a chain of +.
func (e *Evaluator) evalJoined(x *ast.Expr, m *resolve.Module, f *frame) Values {
	vs := Values{{Kind: Text}}
	for i, piece := range x.List {
		next := e.eval(piece, m, f).Texts()
		if i == 0 || len(vs) == 1 && vs[0].Text == "" && len(vs[0].Parts) == 0 && !vs[0].Open {
			if len(next) == 0 {
				return nil
			}
		}
		most, all := mostJoined(vs, next), len(vs)*len(next)
		vs = vs.append(next)
		if all > most && len(vs) >= most {
			vs = e.cut(vs, x, m)
		}
		e.memo.spend(perJoin * len(vs))
		if vs.allSettled() || e.memo.over() {
			break
		}
	}
	return vs
}
