package eval

import (
	"slices"

	"github.com/beianlint/beianlint/lint/usage/ast"
	"github.com/beianlint/beianlint/lint/usage/resolve"
)

// lostMethod is a function that an assignment makes a method, and whose name only
// branches said that are never taken: p.probe = function … where if (false) o.probe() was
// its one call. It is dead unless a computed name leads to it, or code that is not seen
// has an object with it.
type lostMethod struct {
	fn    *ast.Func
	name  string
	in    *resolve.Module
	where resolve.Stretch
}

// maxLost bounds how many are looked at: of more, all stay.
const maxLost = 64

// lostMethods are those of a program for which nothing was found that may call them.
type lostMethods struct {
	d    *decider
	left []lostMethod
}

// uncalled adds the methods that nothing calls, and reports whether there are any.
func (l *lostMethods) uncalled(untaken map[*resolve.Module][]resolve.Stretch) bool {
	l.find()
	if len(l.left) > maxLost {
		return false
	}
	for _, m := range l.d.live.Modules {
		if len(l.left) == 0 || l.d.e.memo.stopped {
			return false
		}
		if l.d.live.IsOpen(m) {
			l.keepExported(m)
		}
		l.keepHanded(m)
		l.keepComputed(m)
	}
	if l.d.e.memo.over() {
		return false
	}
	for _, c := range l.left {
		untaken[c.in] = append(untaken[c.in], c.where)
	}
	return len(l.left) > 0
}

// find looks for the methods of objects that the program makes.
func (l *lostMethods) find() {
	for _, m := range l.d.live.Modules {
		for _, f := range l.d.live.Lost(m) {
			owner, ok := l.d.e.facts.owner[f.Func]
			if !ok || owner.Value.Kind != ast.Function {
				continue
			}
			of := l.d.e.eval(owner.Target, owner.Mod, nil)
			if len(of) > 0 && !slices.ContainsFunc(of, isForeign) {
				l.left = append(l.left, lostMethod{f.Func, l.nameOf(owner), m, f.Stretch})
			}
		}
	}
	l.left = slices.DeleteFunc(l.left, func(c lostMethod) bool { return c.name == "" })
}

// isForeign reports whether a value is none that code of the program makes.
func isForeign(v *Value) bool {
	return v.Kind != Object && v.Kind != Instance && v.Kind != Function && v.Kind != Class && v.Kind != Exports
}

// nameOf returns the name under which a function is assigned.
func (l *lostMethods) nameOf(owner Assign) string {
	for _, x := range owner.Mod.Tree.Assigns {
		if x.R == owner.Value && x.L.Kind == ast.Member {
			return x.L.Text
		}
	}
	return ""
}

// keep leaves the methods in that some values have, or what they make.
func (l *lostMethods) keep(vs Values, reads func(name string) bool) {
	if len(vs) == 0 {
		return
	}
	l.left = slices.DeleteFunc(l.left, func(c lostMethod) bool { return reads(c.name) && l.has(vs, c) })
}

func (l *lostMethods) has(vs Values, c lostMethod) bool {
	is := func(v *Value) bool { return v.Fn == c.fn }
	p := l.d.e.props
	return slices.ContainsFunc(p.property(vs, c.name), is) || slices.ContainsFunc(p.property(p.property(vs, "prototype"), c.name), is)
}

func everyName(string) bool { return true }

// keepExported leaves the methods in of what a module exports to code that is not seen.
func (l *lostMethods) keepExported(m *resolve.Module) {
	e := l.d.e
	for name := range e.exports.namesOf(m).byName {
		l.keep(e.exports.exported(m, name), everyName)
	}
	common := e.exports.commonJS(m)
	l.keep(common.Union(e.props.property(common, "*")), everyName)
	for _, x := range m.Tree.Assigns { // exports.a = b
		isOwn := func(v *Value) bool { return v.Kind == Exports && v.mod == m }
		if x.L.Kind == ast.Member && slices.ContainsFunc(e.eval(x.L.L, m, nil), isOwn) {
			l.keep(e.eval(x.R, m, nil), everyName)
		}
	}
}

// keepHanded leaves the methods in of what a module gives to a function that is not seen.
func (l *lostMethods) keepHanded(m *resolve.Module) {
	for _, x := range slices.Concat(m.Tree.Calls, m.Tree.Elements) {
		args := handedBy(x)
		if len(args) == 0 || l.isSeen(x, m) {
			continue
		}
		for _, arg := range args {
			l.keep(l.d.e.eval(arg, m, nil), everyName)
		}
	}
}

// handedBy are the arguments of a call, and the parts of those that are literals, that
// may be objects with methods.
func handedBy(x *ast.Expr) (args []*ast.Expr) {
	add := func(arg *ast.Expr) {
		if arg != nil && mayBeObject[arg.Kind] {
			args = append(args, arg)
		}
	}
	addProps := func(of *ast.Expr) {
		for _, p := range of.Props() {
			add(p.Value)
		}
	}
	for _, arg := range x.List {
		add(arg)
		addProps(arg)
		if arg.Kind == ast.Array {
			for _, item := range arg.List {
				add(item)
			}
		}
	}
	if x.Kind == ast.Element {
		addProps(x)
	}
	return args
}

// mayBeObject are the kinds of expressions that may be an object with a method.
var mayBeObject = map[ast.Kind]bool{
	ast.Ident: true, ast.This: true, ast.Member: true, ast.Index: true, ast.Call: true, ast.New: true, ast.Object: true,
	ast.Array: true, ast.Logical: true, ast.Cond: true, ast.Assign: true, ast.Sequence: true, ast.Spread: true, ast.Class: true,
}

// isSeen reports whether a call is only of functions of the program, or of one of the
// language that calls no methods.
func (l *lostMethods) isSeen(x *ast.Expr, m *resolve.Module) bool {
	if x.Kind == ast.Element {
		return false
	}
	callee := calleeOf(x)
	if callee == x.L && callee.Kind == ast.Member && quiet[ast.NameOf(callee.L)+"."+callee.Text] {
		return true
	}
	vs := l.d.e.eval(callee, m, nil)
	return slices.ContainsFunc(vs, isConstructor) &&
		!slices.ContainsFunc(vs, func(v *Value) bool { return v.Kind == Native || v.Kind == Package || v.Kind == API })
}

// quiet are functions of the language that hand no object on and call no method of it by
// a name of its own.
var quiet = map[string]bool{
	"Object.create": true, "Object.assign": true, "Object.keys": true, "Object.getOwnPropertyNames": true, "Object.getPrototypeOf": true,
	"Object.setPrototypeOf": true, "Object.freeze": true, "Object.defineProperty": true, "Object.defineProperties": true,
	"JSON.stringify": true, "console.log": true, "console.info": true, "console.warn": true, "console.error": true, "console.debug": true,
}
