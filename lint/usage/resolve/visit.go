package resolve

import (
	"github.com/beianlint/beianlint/lint/usage/ast"
)

// visit notes the references in an expression whose value has these fates.
func (v *referrer) visit(x *ast.Expr, fates []fate) {
	if x == nil {
		return
	}
	outer := v.at
	v.at.at = x.Start
	v.visitKind(x, fates)
	v.at = outer
}

func (v *referrer) visitKind(x *ast.Expr, fates []fate) {
	switch x.Kind {
	case ast.Ident:
		v.ident(x, fates)
	case ast.This:
		v.thisValue(fates)
	case ast.Member:
		v.member(x, fates)
	case ast.Index:
		v.index(x, fates)
	case ast.Call, ast.New:
		v.call(x, fates)
	case ast.Object:
		v.object(x, fates)
	case ast.Function:
		v.functionValue(x, fates)
	case ast.Class:
		v.class(x, fates)
	case ast.Assign:
		v.assign(x, fates)
	case ast.Logical:
		v.visit(x.L, fates)
		v.visit(x.R, fates)
	case ast.Cond:
		v.visit(x.L, dropped)
		v.visit(x.R, fates)
		v.visit(x.C(), fates)
	case ast.Sequence:
		v.sequence(x, fates)
	case ast.String:
		v.unnamed.say(x.Text)
	default:
		v.operands(x, fates)
	}
}

func (v *referrer) sequence(x *ast.Expr, fates []fate) {
	last := len(x.List) - 1
	for _, item := range x.List[:last] {
		v.visit(item, dropped)
	}
	v.visit(x.List[last], fates)
}

// operands visits the parts of what has no value that is followed.
func (v *referrer) operands(x *ast.Expr, fates []fate) {
	of := escaping
	switch x.Kind {
	case ast.Not, ast.Binary, ast.Concat, ast.Template:
		of = dropped
		v.unnamed.join(x.List)
	case ast.Array:
		holdersIn{v}.giveItems(x)
	case ast.Element:
		element(v, x)
	case ast.Unknown:
		v.strange(v.ofNothing(x, fates))
		if v.isUnary(x) {
			of = dropped
		}
	}
	v.visit(x.L, of)
	v.visit(x.R, of)
	for _, item := range x.List {
		v.visit(item, of)
	}
	for i := range x.Props() {
		v.visit(x.Props()[i].Computed, of)
		v.visit(x.Props()[i].Value, of)
	}
}

func (v *referrer) thisValue(fates []fate) {
	exchangesIn(v).readsThis()
	if v.this == none {
		v.strange(fates)
		return
	}
	if v.made {
		fates = ofInstance(fates)
	}
	v.note(v.this, fates)
}

// member notes the read of a property, by its name.
func (v *referrer) member(x *ast.Expr, fates []fate) {
	if at := v.moduleExports(x); at != none {
		loadsIn(v).noteModule(at, x, fates)
		return
	}
	if at := loadsIn(v).defaultIn(x); at != none {
		v.visit(x.L, dropped)
		v.note(at, fates)
		return
	}
	if x.Text == "prototype" {
		if len(fates) > 0 { // something else may inherit from it
			fates = alsoUsed(had, fates)
		}
		v.visit(x.L, fates)
		return
	}
	if len(v.bundled.roles) > 0 && loaderHelpers[x.Text] {
		if v.roleOf(x.L).loads() {
			v.bundled.seen[x.L] = true
		}
	}
	of := touched
	if x.Text == "bind" {
		of |= hidden
	}
	if loadsIn(v).isExportOf(x) {
		of = had
	}
	object := used(of)
	if x.Text == "__proto__" || x.Text == "constructor" { // what an object has of it
		object = alsoUsed(of, fates)
	}
	v.visit(x.L, object)
	if at := v.strangers.member(v.references, v.m, x); at != none {
		v.note(at, fates)
		return
	}
	v.note(exchangesIn(v).member(x), fates)
	if isOwnClass(x) && v.this != none {
		v.note(v.this, fates)
	}
}

// index notes the read of a property whose name is not known.
func (v *referrer) index(x *ast.Expr, fates []fate) {
	v.strange(fates)
	holdersIn{v}.index(x, fates)
	v.visit(x.R, dropped)
	if x.R.Kind == ast.Number {
		v.visit(x.L, used(touched))
		v.note(v.name(x.R.Text), fates)
		return
	}
	v.visit(x.L, escaping)
}

func (v *referrer) call(x *ast.Expr, fates []fate) {
	v.visited[x] = true
	if target := v.required(x); target != nil {
		v.imported[target] = true
		loadsIn(v).noteModule(v.exportsOf(target), x, fates)
		return
	}
	if v.load(x, fates) || v.loadLater(x, fates) || loadsIn(v).wrap(x, fates) {
		return
	}
	if x.L.Kind == ast.Ident && x.L.Text == "import" || x.L.Kind == ast.Member && x.L.Text == "async" {
		loadsIn(v).loaded(x)
	}
	v.seeEval(x)
	holdersIn{v}.call(x)
	at := none
	if x.Kind == ast.New {
		at = v.subject(x.L)
	}
	if at != none {
		v.note(at, ofInstance(fates))
	} else if result, ok := v.results[immediate(x)]; ok {
		v.note(result, fates)
	} else {
		v.strange(fates)
	}
	v.callee(x, fates)
	if describes(v, x) {
		describeAll(v, x, fates)
		return
	}
	for i, arg := range x.List {
		v.visit(arg, v.parameter(x, i, fates))
	}
}

// callee notes what a call calls: f.call(…) and f.apply(…) call f as well. What becomes of
// an instance becomes of what has no name that stands for it.
func (v *referrer) callee(x *ast.Expr, fates []fate) {
	v.calls = append(v.calls, Call{x, v.m, v.at.module, v.code})
	by := []fate{{use: called, into: flow{carrier: none}, call: int32(len(v.calls))}}
	if x.L.Kind == ast.Member && (x.L.Text == "call" || x.L.Text == "apply" || x.L.Text == "bind") {
		if by[0].use |= touched; x.L.Text == "bind" {
			by = append(used(touched|hidden), fates...)
		}
		v.visit(x.L.L, append(by, v.lend(x)...))
		v.note(v.name(x.L.Text), used(called))
		return
	}
	v.makesThis = v.makesThis || x.Kind == ast.New && x.L.Kind == ast.This
	if x.Kind == ast.New && v.subject(x.L) == none {
		by = append(by, ofInstance(fates)...)
	}
	v.visit(x.L, by)
}

// lend is what becomes of a function that a call gives its "this": f.call(o). What it
// assigns to that goes where the object goes.
func (v *referrer) lend(x *ast.Expr) []fate {
	if len(x.List) == 0 {
		return nil
	}
	object := v.subject(x.List[0])
	switch {
	case object != none:
		return []fate{held(v.memberOf(object), lent)}
	case v.isNothing(x.List[0]):
		return nil
	}
	return used(lent)
}

func (v *referrer) object(x *ast.Expr, fates []fate) {
	at := carrierOf(v.references, v.objects, x, carrier{})
	v.note(at, fates)
	holdersIn{v}.object(x)
	for i := range x.Props() {
		v.prop(&x.Props()[i], at)
	}
}

// prop notes a member of an object or class: it is referred to by its name, and
// by whoever has the whole.
func (v *referrer) prop(p *ast.Prop, owner int32) {
	v.visit(p.Computed, dropped)
	switch {
	case p.Value == nil:
	case p.Spread, p.Key == "":
		v.visit(p.Value, escaping)
	case p.Value.Kind == ast.Function && v.isAccessor(p):
		v.visit(p.Value, escaping)
	default:
		v.visit(p.Value, gatesIn(v).memberFates(p.Key, owner))
	}
}

func (v *referrer) functionValue(x *ast.Expr, fates []fate) {
	at := v.function(x.Func())
	v.note(at, fates)
	v.namedInside(x, x.Func().Name, x.Func().Scope.Parent, at)
	v.bodies[v.m] = append(v.bodies[v.m], body{at, x.Func(), Stretch{x.Start, x.End}})
	code, this, made, mark := v.code, v.this, v.made, len(v.doing)
	v.code = v.carriers[at].code
	v.this, v.made = v.thisIn(x.Func(), at)
	v.codes[v.code].this = v.this
	for _, pat := range x.Func().Params {
		v.pattern(pat)
	}
	v.statements(x.Func().Body)
	v.did(v.code, mark)
	v.code, v.this, v.made = code, this, made
}

// thisIn is what "this" means in a function: what it is a member of, or an
// instance that it makes. made tells the two apart.
func (v *referrer) thisIn(f *ast.Func, at int32) (this int32, made bool) {
	if exports, ok := v.bundled.factories[f]; ok && !f.Arrow {
		return exports, false
	}
	if of, ok := v.receiver[f]; ok {
		return of.carrier, of.made
	}
	switch {
	case f.Object != nil:
		return carrierOf(v.references, v.objects, f.Object, carrier{}), false
	case f.Class != nil:
		return carrierOf(v.references, v.classes, f.Class, carrier{}), v.made
	case f.Arrow:
		return v.this, v.made
	}
	return at, true
}

func (v *referrer) pattern(p *ast.Pattern) {
	v.visit(p.Default, v.given[p.Default])
	for _, part := range p.Parts {
		v.pattern(part)
	}
}

func (v *referrer) class(x *ast.Expr, fates []fate) {
	at := carrierOf(v.references, v.classes, x.Class(), carrier{})
	v.note(at, fates)
	holdersIn{v}.class(x, at)
	v.super(x.Class().Super, at)
	v.namedInside(x, x.Class().Name, scopeOf(x.Class()), at)
	this, made := v.this, v.made
	v.this = at
	for i := range x.Class().Members {
		m := &x.Class().Members[i]
		v.made = !m.Static && m.Key != ""
		if m.IsStaticBlock() {
			v.visit(m.Value, used(called|hidden)) // by what makes the class, whether or not somebody uses that
			continue
		}
		if m.Key == "constructor" || m.Key == "" {
			v.visit(m.Value, []fate{held(at, anyUse)})
			continue
		}
		v.prop(m, at)
	}
	v.this, v.made = this, made
	if v.m.Tree.Decorated {
		v.note(at, escaping)
	}
}

// super notes what a class extends: what is not seen calls any method.
func (v *referrer) super(x *ast.Expr, class int32) {
	if x == nil {
		return
	}
	above := none
	if x.Kind == ast.Ident || x.Kind == ast.Member {
		above = v.subject(x)
	}
	if above == none {
		v.note(class, escaping)
		v.visit(x, escaping)
		return
	}
	v.visit(x, used(hidden))
	v.flow(above, flow{class, anyUse})
	v.flow(class, flow{above, leaked})
	v.graph.assign(v.code, above, class)
}

func (v *referrer) assign(x *ast.Expr, fates []fate) {
	to := append(fates[:len(fates):len(fates)], v.given[x.R]...)
	switch x.L.Kind {
	case ast.Ident: // given by its definition
		if object := strangerIn(v.sources, v.m, x.L); object != "" {
			v.strangers.own[object] = true
		}
	case ast.Member:
		holdersIn{v}.keeps(x)
		v.strangers.mayReplace(x.L)
		keepAbove(v, x)
		exchangesIn(v).assignsAll(x, len(to) > 0)
		to = append(to, v.assigned(x)...)
	default:
		v.visit(x.L, dropped)
		to = append(to, escaping...)
	}
	v.visit(x.R, to)
}

// assigned is what becomes of a value that is assigned to a member.
func (v *referrer) assigned(x *ast.Expr) []fate {
	if at := v.moduleExports(x.L); at != none {
		return []fate{held(at, anyUse)}
	}
	object := v.subject(x.L.L)
	if object == none {
		v.visit(x.L.L, dropped)
		return escaping
	}
	if x.L.L.Kind != ast.Ident && x.L.L.Kind != ast.This {
		v.visit(x.L.L, dropped)
	}
	if x.R.Kind == ast.Function && !x.R.Func().Arrow && x.R.Func().Object == nil {
		v.receiver[x.R.Func()] = receiver{object, x.L.L.Kind == ast.Member && x.L.L.Text == "prototype"}
	}
	out := append(gatesIn(v).prototypeFates(x.L), held(v.memberOf(object), leaked))
	if x.L.L.Kind == ast.Member && x.L.L.Text != "prototype" && v.moduleExports(x.L.L) == none { // of another object, that may leak
		out = append(out, v.below(x.L.L)...)
	}
	at := loadsIn(v).moduleIn(x.L.L)
	if at != none {
		exchangesIn(v).assigned(x, at)
	}
	if at != none && x.L.Text == "default" {
		out[0] = held(at, anyUse)
		v.compiled.given = append(v.compiled.given, at)
	}
	return out
}
