package eval

import (
	"slices"
	"strconv"

	"github.com/beianlint/beianlint/lint/usage/ast"
	"github.com/beianlint/beianlint/lint/usage/resolve"
)

// param returns what the calls of a function give to a parameter.
func (d *decider) param(def ast.Def, f *frame) closed {
	if def.Rest {
		return unclear
	}
	if f != nil {
		return d.given(f.args, def.Param, f.mod, f.caller)
	}
	return d.argument(def.Func, def.Param)
}

// argument returns what all calls of a function give at a place.
func (d *decider) argument(fn *ast.Func, at int) closed {
	key := paramKey{fn, at}
	if c, ok := d.params[key]; ok {
		return c
	}
	d.params[key] = unclear // who calls itself
	c := d.argumentOf(fn, at)
	d.params[key] = c
	return c
}

func (d *decider) argumentOf(fn *ast.Func, at int) closed {
	calls, all := d.callers(fn)
	if !all {
		return unclear
	}
	out := closed{fixed: true}
	for _, call := range calls {
		if d.reached(call.Expr.Guard, call.Module, nil) == ast.IsFalse {
			continue
		}
		if out = out.or(d.givenBy(call, at)); out.more {
			return unclear
		}
	}
	return out
}

// callers returns the calls of a function, and whether they are all. Those of
// other functions that are named alike are not among them.
func (d *decider) callers(fn *ast.Func) ([]*resolve.Call, bool) {
	calls, all := d.live.Callers(fn)
	if !all {
		return nil, false
	}
	own := calls[:0:0]
	var last Values // most calls by one name are of the same large set
	others := false
	for _, call := range calls {
		if callees := d.callees(call); !callees.is(last) {
			last, others = callees, d.areOthers(callees, fn)
		}
		if !others {
			own = append(own, call)
		}
	}
	return own, len(own) > 0
}

// allKnown reports whether all calls are known of the functions of a chain.
func (d *decider) allKnown(f *frame) bool {
	for ; f != nil; f = f.caller {
		if _, all := d.callers(f.fn); !all {
			return false
		}
	}
	return true
}

// callsOther reports whether a call surely calls something else.
func (d *decider) callsOther(call *resolve.Call, fn *ast.Func) bool {
	return d.areOthers(d.callees(call), fn)
}

// callees returns what a call surely calls: nothing where this is not sure, since a class
// below may have the function.
func (d *decider) callees(call *resolve.Call) Values {
	callee := call.Expr.L
	if isHandingOn(call.Expr) {
		callee = callee.L
	}
	root := callee
	for root.Kind == ast.Member {
		root = root.L
	}
	if root.Kind != ast.Ident {
		return nil
	}
	return d.e.eval(callee, call.Module, nil)
}

// areOthers reports whether callees are known and surely not a function.
func (d *decider) areOthers(callees Values, fn *ast.Func) bool {
	for _, v := range callees {
		switch v.Kind {
		case Function:
			if d.e.calls.binder.made[v.Fn] != nil {
				return false
			}
		case API, Package:
		case Class:
			if fn.Class == v.class {
				return false
			}
		default:
			return false
		}
		if v.Fn == fn {
			return false
		}
	}
	return len(callees) > 0
}

// givenBy returns what one call gives at a place: f.call(this, a), f.apply(this,
// [a]) and f.apply(this, arguments) too.
func (d *decider) givenBy(call *resolve.Call, at int) closed {
	if isHandingOn(call.Expr) {
		return d.given(HandedOn(call.Expr), at, call.Module, nil)
	}
	return d.given(call.Expr.List, at, call.Module, nil)
}

// isHandingOn reports whether a call is of the call or apply of a function.
func isHandingOn(x *ast.Expr) bool {
	return x.L.Kind == ast.Member && (x.L.Text == "call" || x.L.Text == "apply")
}

// calleeOf returns what a call calls: f of f(…), f.call(…), f.apply(…) and f.bind(…).
func calleeOf(x *ast.Expr) *ast.Expr {
	if isHandingOn(x) || x.L.Kind == ast.Member && x.L.Text == "bind" {
		return x.L.L
	}
	return x.L
}

// given returns what a list of arguments has at a place; undefined behind its end.
func (d *decider) given(args []*ast.Expr, at int, m *resolve.Module, f *frame) closed {
	for i, x := range resolve.SpreadOut(args) {
		switch {
		case x.Kind == ast.Spread && ast.IsArguments(x.L):
			return d.argumentsAt(x.L, one(atom{kind: numberAtom, text: strconv.Itoa(at - i)}), f)
		case x.Kind == ast.Spread:
			return unclear
		case i == at:
			d.basis.enter()
			c := d.argumentIs(x, m, f)
			d.basis.leave()
			c.fixed = true
			return c
		}
	}
	d.basis.lack()
	return closed{atoms: []atom{{kind: undefinedAtom}}, fixed: true}
}

// argumentIs returns what an argument can be. Literals that a name of the function around the call
// is given are made for the call: const options = {…}; init(options).
func (d *decider) argumentIs(x *ast.Expr, m *resolve.Module, f *frame) closed {
	made, empty := madeFor(x, m)
	if made == nil {
		return d.closed(x, m, f)
	}
	var out closed
	for _, literal := range made {
		out = out.or(d.closed(literal, m, f))
	}
	if empty {
		out = out.or(one(atom{kind: undefinedAtom}))
	}
	return out
}

// madeFor returns the object literals that a name of the function around a call stands for, and
// whether it has none of them at first; nil of what may be something else.
func madeFor(x *ast.Expr, m *resolve.Module) (made []*ast.Expr, empty bool) {
	if x.Kind != ast.Ident {
		return nil, false
	}
	b := x.Binding()
	if b == nil || b.Scope.Func == nil || len(b.Defs) == 0 || !b.Empty && !declares(b, b.Defs[0], m) {
		return nil, false
	}
	for _, def := range b.Defs {
		if def.Value == nil || def.Value.Kind != ast.Object || len(def.Path) > 0 || def.Default {
			return nil, false
		}
		made = append(made, def.Value)
	}
	return made, b.Empty
}

// argumentsAt returns arguments[i] of the function around a place.
func (d *decider) argumentsAt(x *ast.Expr, key closed, f *frame) closed {
	fn := x.Scope.Callee()
	if fn == nil {
		return unclear
	}
	var out closed
	for _, k := range key.atoms {
		i, err := strconv.Atoi(k.text)
		if err != nil || i < 0 {
			return unclear
		}
		out = out.or(d.param(ast.Def{Func: fn, Param: i}, f.of(fn)))
	}
	return out
}

// argumentCount returns arguments.length of the function around a place.
func (d *decider) argumentCount(x *ast.Expr, f *frame) closed {
	fn := x.Scope.Callee()
	if fn == nil {
		return unclear
	}
	d.basis.lack()
	if inner := f.of(fn); inner != nil {
		return count(inner.args)
	}
	calls, all := d.callers(fn)
	if !all {
		return unclear
	}
	out := closed{fixed: true}
	for _, call := range calls {
		args := call.Expr.List
		if isHandingOn(call.Expr) {
			args = HandedOn(call.Expr)
		}
		out = out.or(count(args))
	}
	return out
}

func count(args []*ast.Expr) closed {
	args = resolve.SpreadOut(args)
	if slices.ContainsFunc(args, isSpread) {
		return unclear
	}
	return closed{atoms: []atom{{kind: numberAtom, text: strconv.Itoa(len(args))}}, fixed: true}
}
