package resolve

import (
	"slices"
	"strings"

	"github.com/beianlint/beianlint/lint/miniprogram"
	"github.com/beianlint/beianlint/lint/platform"
	"github.com/beianlint/beianlint/lint/usage/ast"
	"github.com/beianlint/beianlint/lint/usage/model"
)

// holdersIn tells which objects in one module a framework has functions of for those who name
// them.
type holdersIn struct{ *referrer }

// object notes the methods and actions in an object, if it is the options of a component or
// a store.
func (v holdersIn) object(x *ast.Expr) {
	v.keepIn(x)
	if p := valueOf(x, "methods"); p != nil && v.isOptions(x) {
		v.hold(p)
	}
	if p := valueOf(x, model.StoreActions); p != nil && isStore(x) {
		if at := v.hold(p); at != none {
			v.unnamed.stores[at] = true
		}
	}
}

// valueOf returns the value of a property, or nil.
func valueOf(x *ast.Expr, key string) *ast.Expr {
	for i := range x.Props() {
		if x.Props()[i].Key == key {
			return x.Props()[i].Value
		}
	}
	return nil
}

// isStore reports whether an object has what stores have besides actions.
func isStore(x *ast.Expr) bool {
	for i := range x.Props() {
		switch x.Props()[i].Key {
		case "state", "mutations", "getters", "namespaced":
			return true
		}
	}
	return false
}

// isOptions reports whether an object may be the options of a component, all of whose code
// is there.
func (v holdersIn) isOptions(x *ast.Expr) bool {
	if v.sources.names.Project.Framework == miniprogram.Native && !v.isComponent(v.m) && !v.hasSiblings(v.m) {
		return false
	}
	for i := range x.Props() {
		switch p := &x.Props()[i]; {
		case p.Spread:
			return false
		case p.Value == nil:
		case p.Key == "mixins" || p.Key == "behaviors" || p.Key == "extends":
			if !v.isThere(p.Value) {
				return false
			}
		}
	}
	return true
}

// fewDefs is how many values of a name are looked at, at most.
const fewDefs = 8

// isThere reports whether all that an expression names is there.
func (v holdersIn) isThere(x *ast.Expr) bool {
	switch x.Kind {
	case ast.String:
		return true
	case ast.Array:
		for _, item := range x.List {
			if item == nil || !v.isThere(item) {
				return false
			}
		}
		return true
	case ast.Member:
		return v.isThere(x.L)
	case ast.Ident:
		b := x.Binding()
		if b == nil || len(b.Defs) > fewDefs {
			return false
		}
		for _, d := range b.Defs {
			if d.From != "" && v.sources.Load(v.m, d.From) == nil {
				return false
			}
		}
		return true
	}
	return false
}

// hold notes what a framework has functions of, and returns it, or none.
func (v holdersIn) hold(x *ast.Expr) int32 {
	if x.Kind == ast.Object {
		return v.add(carrierOf(v.references, v.objects, x, carrier{}), v.m)
	}
	b := onlyDef(x)
	if b == nil {
		return none
	}
	d := b.Defs[0]
	target := v.sources.Load(v.m, d.From)
	switch {
	case d.From == "" && d.Value != nil && d.Value.Kind == ast.Object:
		return v.hold(d.Value)
	case d.From != "" && target != nil && d.Name == "*":
		for i := range target.Tree.Exports {
			b := target.Tree.Scope.Own(target.Tree.Exports[i].Local)
			if b != nil && len(b.Defs) == 1 && b.Defs[0].Value != nil && b.Defs[0].Value.Kind == ast.Function {
				v.unnamed.functions[v.binding(b)] = true
			}
		}
		return v.add(v.exportsOf(target), target)
	}
	return none
}

func (v holdersIn) add(at int32, in *Module) int32 {
	v.unnamed.holders[at] = in
	return at
}

// class notes a class of WePY, which has its methods besides those in "methods".
func (v holdersIn) class(x *ast.Expr, at int32) {
	super := x.Class().Super
	if super == nil || super.Kind != ast.Member {
		return
	}
	if b := onlyDef(super.L); b == nil || platform.PrefixOfModule(b.Defs[0].From) == "" {
		return
	}
	for i := range x.Class().Members {
		if m := &x.Class().Members[i]; m.Key == "mixins" && m.Value != nil && !v.isThere(m.Value) {
			return
		}
	}
	v.add(at, v.m)
	for i := range x.Class().Members {
		if m := &x.Class().Members[i]; m.Key == "methods" && m.Value != nil {
			v.hold(m.Value)
		}
	}
}

// call notes the options of a page, and what may call any function of a page, component or store.
func (v holdersIn) call(x *ast.Expr) {
	if len(x.List) == 0 {
		return
	}
	first := x.List[0]
	v.give(x)
	switch {
	case namesGlobal(x.L, "Page"):
		if first.Kind == ast.Object && v.isOptions(first) {
			v.hold(first)
		}
	case x.L.Kind != ast.Member && x.L.Kind != ast.Ident:
	case x.L.Text == "mixin":
		v.unnamed.open = v.unnamed.open || first.Kind == ast.Ident && !v.isThere(first)
	case x.L.Text == "dispatch":
		v.unnamed.dispatched = v.unnamed.dispatched || !saysType(first)
	}
}

// saysType reports whether an expression is one of the texts that the program has: what an action is
// called by.
func saysType(x *ast.Expr) bool {
	switch x.Kind {
	case ast.String:
		return true
	case ast.Cond:
		return saysType(x.R) && saysType(x.C())
	case ast.Object:
		for i := range x.Props() {
			if p := &x.Props()[i]; p.Key == "type" && p.Value != nil {
				return saysType(p.Value)
			}
		}
	case ast.Member:
		for x.Kind == ast.Member {
			x = x.L
		}
		b := onlyDef(x)
		return b != nil && (b.Defs[0].From != "" || b.Defs[0].Value != nil && b.Defs[0].Value.Kind == ast.Object)
	case ast.Ident:
		b := onlyDef(x)
		return b != nil && (b.Defs[0].From != "" || b.Defs[0].Value != nil && b.Defs[0].Value.Kind == ast.String)
	}
	return false
}

// index notes that a page or component is asked for something by a name that is not written.
func (v holdersIn) index(x *ast.Expr, fates []fate) {
	isTaken := slices.ContainsFunc(fates, func(f fate) bool { return f.use&^touched != 0 || f.into.carrier != none })
	switch {
	case !isTaken || saysKey(x.R):
	case v.instancesIn(x.L, 0) == instance || isManifold(x.L) || isCalled(fates) && isMe(x.L) && v.isOfAll(x):
		v.unnamed.open = true
	case v.unnamed.asks[v.m] && isMe(x.L):
	case isMe(x.L):
		v.unnamed.asks[v.m] = true
		v.unnamed.open = v.unnamed.open || !v.isComponent(v.m) && !v.hasSiblings(v.m) && v.isMixin()
	case isCalled(fates) && v.mayBePage(x.L):
		v.unnamed.open = true
	}
}

// isManifold reports whether a name has too many values to look at.
func isManifold(x *ast.Expr) bool {
	return x.Kind == ast.Ident && x.Binding() != nil && len(x.Binding().Defs) > fewDefs
}

// mayBePage reports whether a name stands for what a function is given, in a module that asks for
// all pages: one of them, perhaps.
func (v holdersIn) mayBePage(x *ast.Expr) bool {
	if len(v.bundled.roles) > 0 || !isParameter(x) {
		return false
	}
	asks, ok := v.unnamed.paged[v.m]
	if !ok {
		asks = strings.Contains(v.m.Tree.Source, pageList)
		v.unnamed.paged[v.m] = asks
	}
	return asks
}

// isMixin reports whether the module being looked at has methods of components.
func (v holdersIn) isMixin() bool {
	return slices.ContainsFunc(v.m.Tree.Funcs, func(f *ast.Func) bool { return f.Object != nil }) && len(v.m.Tree.Exports) > 0
}

// pageList is the function that gives all pages
// (https://developers.weixin.qq.com/miniprogram/dev/reference/api/getCurrentPages.html).
const pageList = "getCurrentPages"
