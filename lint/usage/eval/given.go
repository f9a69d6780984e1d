package eval

import (
	"slices"

	"github.com/beianlint/beianlint/lint/platform"
	"github.com/beianlint/beianlint/lint/usage/ast"
	"github.com/beianlint/beianlint/lint/usage/model"
	"github.com/beianlint/beianlint/lint/usage/resolve"
)

// noteGiven takes calls that give properties to something as the assignments
// that they are: Object.assign(this, {a: b}), and the helper to which compilers
// hand the methods of a class, createClass(A, [{key: "a", value: f}]).
func (f *facts) noteGiven(x *ast.Expr, m *resolve.Module) {
	if len(x.List) < 2 {
		return
	}
	target := x.List[0]
	if x.L.Kind == ast.Member && x.L.Text == model.Getters && target.Kind == ast.Ident {
		f.giveGetters(x, m)
		return
	}
	if describesMembers(x) {
		f.giveAllDescribed(describedBy(x), x.List[1], m)
		return
	}
	if x.L.Kind == ast.Member && x.L.Text == "set" && len(x.List) > 2 && ast.NameOf(x.L.L) == "Reflect" {
		if x.List[1].Kind == ast.String {
			f.give(target, x.List[1].Text, x.List[2], m)
		} else {
			f.noteKeyed(x.List[1], Assign{Target: target, Value: x.List[2], Mod: m, Start: x.List[2].Start})
		}
		return
	}
	if x.L.Kind == ast.Member && x.L.Text == protoSetter {
		noteProto(f, target, x.List[1], m)
		return
	}
	if x.L.Kind == ast.Member && x.L.Text == model.PropertyDefiner && len(x.List) > 2 {
		if x.List[1].Kind == ast.String {
			f.giveDescribed(target, x.List[1].Text, x.List[2], m)
		} else {
			f.noteDescriptor(x, m)
		}
		return
	}
	if assigns(x.L) && target.Kind != ast.Object {
		f.copyAll(x, m)
		return
	}
	if ast.NameOf(x.L) == model.PromisifyAll && x.List[1].Kind == ast.Ident {
		if b := x.List[1].Binding(); b != nil {
			b.Defs = append(b.Defs, ast.Def{Value: target})
		}
		return
	}
	switch {
	case target.Kind == ast.Ident || target.Kind == ast.Function:
		prototype := &ast.Expr{Kind: ast.Member, L: target, Text: prototypeName, Start: target.Start, End: target.End, Scope: target.Scope}
		f.giveMembers(prototype, x.List[1], m)
		if len(x.List) > 2 {
			f.giveMembers(target, x.List[2], m)
		}
	case target.Kind == ast.Member && target.Text == prototypeName: // the helper in the helper, where a minifier put one into the other
		f.giveMembers(target, x.List[1], m)
	}
}

// givenList is a list of members that has a name, by which calls give it.
type givenList struct {
	calls   int
	targets *ast.Expr // an array of what the later ones give it to
}

// listIn is the name of a list in a module.
type listIn struct {
	name *ast.Binding
	m    *resolve.Module
}

// maxGiven is up to how many targets are given the members of a list one by one: from there
// on whatever has them does together.
const maxGiven = 16

// giveNamed gives the members of the lists that a name stands for.
func (f *facts) giveNamed(target, list *ast.Expr, m *resolve.Module) {
	b := list.Binding()
	if b == nil {
		return
	}
	key := listIn{b, m}
	of := f.lists[key]
	if of == nil {
		of = &givenList{}
		f.lists[key] = of
	}
	if of.calls++; of.targets != nil {
		of.targets.List = append(of.targets.List, target)
		return
	}
	if of.calls > maxGiven {
		of.targets = &ast.Expr{Kind: ast.Array, List: []*ast.Expr{target}, Start: target.Start, End: target.End, Scope: target.Scope}
		target = anyElement(of.targets, target)
	}
	for _, d := range b.Defs {
		if d.Value != nil && d.Value.Kind == ast.Array && len(d.Path) == 0 {
			f.giveMembers(target, d.Value, m)
		}
	}
}

// giveMembers gives the members that a list describes: [{key: "a", value: f}, {key: "b", get: g}],
// which may have a name.
func (f *facts) giveMembers(target, list *ast.Expr, m *resolve.Module) {
	if list.Kind == ast.Ident {
		f.giveNamed(target, list, m)
		return
	}
	if list.Kind != ast.Array {
		return
	}
	for _, member := range list.List {
		if name := keyOf(member); name != "" {
			f.giveDescribed(target, name, member, m)
		}
	}
}

// assigns reports whether a callee is Object.assign, or a name for it.
func assigns(callee *ast.Expr) bool {
	if callee.Kind != ast.Ident {
		return callee.Kind == ast.Member && callee.Text == model.Copies
	}
	of := firstDef(callee)
	switch x := of.Value; {
	case x == nil:
		return false
	case x.Kind == ast.Member && len(of.Path) == 0: // const extend = Object.assign
		return x.Text == model.Copies && x.L.Kind == ast.Ident && x.L.Text == "Object"
	default: // const { assign } = Object
		return x.Kind == ast.Ident && x.Text == "Object" && len(of.Path) == 1 && of.Path[0] == model.Copies
	}
}

// copyAll gives the first argument of Object.assign what is copied from the others.
func (f *facts) copyAll(x *ast.Expr, m *resolve.Module) {
	if f.handed[x] {
		return
	}
	for _, arg := range x.List[1:] {
		f.copyTo(x.List[0], arg, m)
	}
}

// noteIntercepted notes whose the functions are that WePY's app is given for its interceptors:
// it calls them with itself as this.
func (f *facts) noteIntercepted(x *ast.Expr, m *resolve.Module) {
	isApp := func(imp ast.Import) bool { return platform.PrefixOfModule(imp.From) != "" }
	if x.L.Kind == ast.Member && x.L.L.Kind == ast.This && x.L.Text == model.AppInterceptor && len(x.List) > 1 && x.List[1].Kind == ast.Object && slices.ContainsFunc(m.Tree.Imports, isApp) {
		f.groups.assigned[x.List[1]] = Assign{Target: x.L.L, Value: x.List[1], Mod: m}
	}
}

// copyTo gives a target what is copied from something: the members of an object that is
// written there, whose functions become its methods.
func (f *facts) copyTo(target, from *ast.Expr, m *resolve.Module) {
	if from.Kind == ast.Object {
		f.giveAll(target, from.Props(), m)
		return
	}
	f.noteAssign(copied, Assign{Target: target, Value: from, Mod: m, Start: from.Start})
}

func (f *facts) giveAll(target *ast.Expr, props []ast.Prop, m *resolve.Module) {
	for _, prop := range props {
		if prop.Key != "" && prop.Value != nil && !prop.Spread {
			f.give(target, prop.Key, prop.Value, m)
		}
	}
}

func (f *facts) give(target *ast.Expr, name string, value *ast.Expr, m *resolve.Module) {
	a := Assign{Target: target, Value: value, Mod: m, Start: value.Start}
	f.noteAssign(name, a)
	f.added.note(target, name, ast.Prop{Value: value, Start: value.Start, End: value.Start}, m)
	if value.Kind == ast.Function {
		f.own(value.Func(), a)
	}
}

// own makes a function the method of what it is assigned to.
func (f *facts) own(fn *ast.Func, a Assign) {
	if !fn.Arrow {
		f.owner[fn] = a
		fn.Object = nil
	}
}

// keyOf reads the name in {key: "name", value: function}; "" where there is none.
func keyOf(x *ast.Expr) string {
	if x.Kind != ast.Object {
		return ""
	}
	for _, prop := range x.Props() {
		if prop.Key == "key" && prop.Value != nil && prop.Value.Kind == ast.String {
			return prop.Value.Text
		}
	}
	return ""
}

// giveGetters takes webpack's n.d(target, "a", function () { return x }) and
// n.d(target, {a: () => x}) as the assignments that they stand for.
func (f *facts) giveGetters(x *ast.Expr, m *resolve.Module) {
	target, given := x.List[0], x.List[1]
	if given.Kind == ast.String && len(x.List) > 2 {
		f.giveGot(target, given.Text, x.List[2], m)
	}
	if given.Kind == ast.Object {
		f.giveAllGot(target, given, m)
	}
	if given.Kind == ast.Array {
		f.giveListed(target, given.List, m)
	}
}

// giveListed gives what stands in a list behind names, as newer versions of webpack
// write it (lib/runtime/DefinePropertyGettersRuntimeModule.js of 5.113): "a", getter,
// "b", 0, value.
func (f *facts) giveListed(target *ast.Expr, list []*ast.Expr, m *resolve.Module) {
	for len(list) > 1 && list[0].Kind == ast.String {
		name := list[0].Text
		if list[1].Kind != ast.Number {
			f.giveGot(target, name, list[1], m)
			list = list[2:]
			continue
		}
		if len(list) < 3 {
			return
		}
		f.give(target, name, list[2], m)
		list = list[3:]
	}
}

// giveAllGot gives what the functions of an object literal return.
func (f *facts) giveAllGot(target, getters *ast.Expr, m *resolve.Module) {
	for i := range getters.Props() {
		if p := &getters.Props()[i]; p.Key != "" {
			f.giveGot(target, p.Key, p.Value, m)
		}
	}
}

// giveGot gives a target what a function returns.
func (f *facts) giveGot(target *ast.Expr, name string, getter *ast.Expr, m *resolve.Module) {
	if getter.Kind != ast.Function {
		return
	}
	f.own(getter.Func(), Assign{Target: target, Value: getter, Mod: m, Start: getter.Start})
	for _, value := range getter.Func().Returns {
		f.noteAssign(name, Assign{Target: target, Value: value, Mod: m, Start: value.Start})
	}
}

// giveDescribed takes Object.defineProperty(target, "a", {value: x}) as an
// assignment: {get() { return x }} too.
func (f *facts) giveDescribed(target *ast.Expr, name string, descriptor *ast.Expr, m *resolve.Module) {
	for i := range descriptor.Props() {
		switch p := &descriptor.Props()[i]; {
		case p.Key == "value" && p.Value != nil:
			f.give(target, name, p.Value, m)
		case p.Key == "get" && p.Value != nil:
			f.giveGot(target, name, p.Value, m)
		}
	}
}

// giveAllDescribed takes Object.defineProperties(target, {a: {value: x}}) as assignments.
func (f *facts) giveAllDescribed(target, descriptors *ast.Expr, m *resolve.Module) {
	for i := range descriptors.Props() {
		if p := &descriptors.Props()[i]; p.Key != "" && p.Value != nil {
			f.giveDescribed(target, p.Key, p.Value, m)
		}
	}
}

// noteKeyed notes an assignment to a member whose name is computed.
func (f *facts) noteKeyed(key *ast.Expr, a Assign) {
	if key.Kind != ast.Number {
		f.keyed = append(f.keyed, keyed{a, key})
	}
}

// noteDescriptor takes Object.defineProperty(target, key, {value: x}) as an assignment:
// {get() { return x }} too, and what stands in for a descriptor that may be there.
func (f *facts) noteDescriptor(x *ast.Expr, m *resolve.Module) {
	by := otherwise(x.List[2])
	for i := range by.Props() {
		switch p := &by.Props()[i]; {
		case p.Value == nil:
		case p.Key == "value" && isEach(p.Value, x.List[1]):
			f.noteAssign(copied, Assign{Target: x.List[0], Value: p.Value.L, Mod: m, Start: p.Value.Start})
		case p.Key == "value":
			f.noteKeyed(x.List[1], Assign{Target: x.List[0], Value: p.Value, Mod: m, Start: p.Value.Start})
		case p.Key == "get" && p.Value.Kind == ast.Member && x.List[1].Kind == ast.Ident: // Object.getOwnPropertyDescriptor(o, key).get
			if from := described(p.Value.L, x.List[1].Binding()); from != nil {
				f.noteAssign(copied, Assign{Target: x.List[0], Value: from, Mod: m, Start: from.Start})
			}
		case p.Key == "get" && p.Value.Kind == ast.Function:
			for _, given := range p.Value.Func().Returns {
				for _, value := range returned(given, p.Value.Func()) {
					f.noteGot(x.List[1], Assign{Target: x.List[0], Value: value, Mod: m, Start: value.Start})
				}
			}
		}
	}
}

// noteGot notes what a getter gives whose name is computed.
func (f *facts) noteGot(key *ast.Expr, a Assign) {
	if key.Kind == ast.Ident {
		b := key.Binding()
		if b != nil && a.Value.Kind == ast.Index && names(a.Value.R, b) { // the same property of another object
			a.Value = a.Value.L
			f.noteAssign(copied, a)
			f.fill(a.Target)
			return
		}
		if noteHandedOn(f, a, b) || a.Value.Kind == ast.Logical && noteOffered(f, a, b) {
			return
		}
	}
	f.noteKeyed(key, a)
}

// isEach reports whether a value is each property of an object in turn, under its own name:
// for (const key in object) Object.defineProperty(target, key, {value: object[key]}).
func isEach(value, key *ast.Expr) bool {
	if key.Kind != ast.Ident || value.Kind != ast.Index {
		return false
	}
	b := key.Binding()
	return b != nil && len(b.Defs) == 1 && b.Defs[0].Keys && names(value.R, b)
}
