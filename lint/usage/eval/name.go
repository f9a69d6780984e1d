package eval

import (
	"slices"
	"strings"

	"github.com/beianlint/beianlint/lint/usage/ast"
	"github.com/beianlint/beianlint/lint/usage/model"
	"github.com/beianlint/beianlint/lint/usage/resolve"
)

func (e *Evaluator) evalIdent(x *ast.Expr, m *resolve.Module, f *frame) Values {
	if b := x.Binding(); b != nil {
		return e.evalBinding(b, m, f).via(step{x.Text, m, x.Start, x.End, nil})
	}
	switch x.Text {
	case model.GlobalObject:
		return Values{{Kind: Native, Text: x.Text}}
	case "undefined", "null", "true", "false":
		return Values{{Kind: Constant, Text: x.Text}}
	case "exports":
		return Values{{Kind: Exports, mod: m}}
	case "arguments":
		return e.argumentsOf(x, m, f)
	case "module":
		return Values{{Kind: ModuleObject, mod: m}}
	}
	if g := e.pages.of[m]; g != nil {
		if vs := g.name(x.Text); len(vs) > 0 {
			return vs
		}
	}
	if e.prefixes[x.Text] {
		return Values{{Kind: API, Path: e.paths.root(x.Text)}}
	}
	return e.global(x.Text).via(step{x.Text, m, x.Start, x.End, nil})
}

// global returns what a name is that nothing declares.
func (e *Evaluator) global(name string) Values {
	assigned := e.facts.global[name]
	if len(assigned) == 0 {
		return e.defs.defined[name]
	}
	return askOnce(&e.memo, e.memo.composed.names, name, func() Values {
		all := newSet(e)
		all.union(e.defs.defined[name])
		for i, a := range assigned {
			if e.memo.spend(1); i > 0 && e.memo.exhausted() { // each that is being found asks for all of them
				break
			}
			all.union(e.eval(a.Value, a.Mod, a.frame))
		}
		return all.values()
	})
}

// isGlobalName reports whether an expression is the global object by one of its names.
func isGlobalName(x *ast.Expr) bool {
	return x.Kind == ast.Ident && model.GlobalObjects[x.Text] && x.Binding() == nil
}

// evalBinding returns everything that a name is ever given.
func (e *Evaluator) evalBinding(b *ast.Binding, m *resolve.Module, f *frame) Values {
	if fn := b.Scope.Func; fn == nil || f.of(fn) == nil {
		f = nil
	} else {
		f = f.of(fn)
	}
	if a, ok := e.memo.bindings.of(b, b.Number, f); ok {
		return e.memo.recall(a)
	}
	outer := e.memo.begin()
	place := e.memo.bindings.place(b, &b.Number, f)
	place.set(cycle)
	a := e.memo.end(e.bindingOf(b, m, f, place), outer)
	place.set(a)
	return a.Values
}

// bindingOf is evalBinding for a name that was not asked for before. What is known so far
// stands in its place.
func (e *Evaluator) bindingOf(b *ast.Binding, m *resolve.Module, f *frame, place *answer) Values {
	vs := newSet(e)
	given := false
	for _, d := range b.Defs {
		switch {
		case d.Func != nil:
			args, always := e.parameter(d, m, f)
			given = given || always
			vs.union(args)
		case d.From != "":
			vs.union(e.exports.importedName(m, d.From, d.Name))
		case d.Default && given:
		case rewrites(d.Value, b):
		case d.Keys:
			vs.union(keysOf(e.calls, e.eval(d.Value, m, f)))
		default:
			below := e.follow(e.eval(d.Value, m, f), d.Path)
			given = given || len(d.Path) > 0 && below.replaceDefault()
			vs.union(below)
		}
		place.set(answer{Values: vs.values(), provisional: true, partial: true}) // x += y sees what x had before
	}
	return vs.values()
}

// rewrites reports whether an assignment only changes text that is no part of an
// address: s = s.replace(/&amp;/g, '&'). Decoders have hundreds of them.
func rewrites(x *ast.Expr, b *ast.Binding) bool {
	if x == nil || x.Kind != ast.Call || x.L.Kind != ast.Member || x.L.Text != "replace" || len(x.List) == 0 {
		return false
	}
	of, pattern := x.L.L, x.List[0]
	return of.Kind == ast.Ident && of.Binding() == b && (pattern.Kind == ast.String || pattern.Kind == ast.Regex) && strings.ContainsAny(pattern.Text, "&<>;\"'\n ")
}

// parameter returns what calls give to a parameter, and whether every call
// gives something.
func (e *Evaluator) parameter(d ast.Def, m *resolve.Module, f *frame) (Values, bool) {
	if vs := e.calls.bundled.parameter(d.Func, d.Param); vs != nil {
		return e.follow(vs, d.Path), true
	}
	if state := e.facts.machines.states[d.Func]; state != nil && d.Param == 0 {
		return Values{{Kind: Object, expr: state, mod: m}}, true
	}
	if f != nil {
		arg := argument(f.args, d.Param, d.Rest)
		vs := e.follow(e.eval(arg, f.mod, f.caller), d.Path)
		return vs, vs.replaceDefault() && !mayLackValue(arg, f.mod)
	}
	e.memo.provisional = e.memo.provisional || !e.callers.complete()
	sites := e.callers.of(d.Func)
	if len(sites) < largeSet || len(d.Path) > 0 {
		return e.givenBy(sites, d)
	}
	return e.memo.composed.params.given(&e.memo, sites, d, func() (Values, bool) { return e.givenBy(sites, d) })
}

// givenBy returns what some calls give to a parameter, and whether each gives something.
func (e *Evaluator) givenBy(sites []*site, d ast.Def) (Values, bool) {
	all := newSet(e)
	always := len(sites) > 0
	for _, s := range sites {
		arg := argument(s.args, d.Param, d.Rest)
		vs := e.follow(e.eval(arg, s.mod, s.frame), d.Path)
		always = always && vs.replaceDefault() && !mayLackValue(arg, s.mod)
		all.union(vs)
	}
	return all.values(), always
}

// mayLackValue reports whether an argument is a name that is declared without a value, or of
// a list that may be too short: f.apply(this, arguments).
func mayLackValue(x *ast.Expr, m *resolve.Module) bool {
	if x.Kind == ast.Index && (x.R.Kind == ast.Unknown || ast.IsArguments(x.L)) {
		return true
	}
	if x.Kind != ast.Ident {
		return false
	}
	b := x.Binding()
	if b == nil || len(b.Defs) == 0 || b.Defs[0].Value == nil || b.Defs[0].From != "" {
		return false
	}
	first := b.Defs[0].Value
	from, to := int(b.Start)+len(b.Name), int(first.Start)
	if first.Kind == ast.Function || first.Kind == ast.Class || to > len(m.Tree.Source) {
		return false
	}
	if from > to {
		return true // it is assigned above
	}
	head := strings.TrimLeft(m.Tree.Source[from:to], " \t\r\n!?")
	return head == "" || strings.IndexByte("=:,}])", head[0]) < 0 || strings.Contains(head, ";")
}

// isVoid reports whether an expression is void 0, as minifiers write undefined.
func isVoid(x *ast.Expr, m *resolve.Module) bool {
	return len(x.List) == 1 && m != nil && int(x.Start) < len(m.Tree.Source) && strings.HasPrefix(m.Tree.Source[x.Start:], "void")
}

// replaceDefault reports whether some values, which are all that is known of what is
// given, surely stand in for a default: undefined does not, nor may what is not known.
func (vs Values) replaceDefault() bool {
	return len(vs) > 0 && !slices.ContainsFunc(vs, func(v *Value) bool { return v.Kind == Constant && v.Text == "undefined" })
}

// follow reads a path of properties.
func (e *Evaluator) follow(vs Values, path []string) Values {
	for _, name := range path {
		if i, rest, ok := ast.ItemOf(name); ok {
			vs = itemsAt(e.props, vs, i, rest)
		} else {
			vs = e.props.property(vs, name)
		}
	}
	return vs
}
