package resolve

import (
	"slices"

	"github.com/beianlint/beianlint/lint/platform"
	"github.com/beianlint/beianlint/lint/usage/ast"
	"github.com/beianlint/beianlint/lint/usage/model"
)

// handed is what is known of pages and components that code gives to other code, which may call any
// function of them by a name that is not written: run(this, name) where function run(page, name) {
// page[name]() } stands.
type handed struct {
	by  map[*Module]bool   // the modules that give theirs
	any bool               // one is given of which it is not known whose it is
	all map[*ast.Func]bool // functions that all pages and components have
}

func newHanded() handed { return handed{by: map[*Module]bool{}, all: map[*ast.Func]bool{}} }

// mayCall reports whether any function may be called of what a module has.
func (h *handed) mayCall(m *Module) bool { return h.any || h.by[m] }

// saysKey reports whether a computed name is a number, a symbol or one of texts that are written.
func saysKey(x *ast.Expr) bool {
	switch x.Kind {
	case ast.Number, ast.String:
		return true
	case ast.Cond:
		return saysKey(x.R) && saysKey(x.C())
	case ast.Member:
		return namesGlobal(x.L, "Symbol")
	case ast.Ident:
		b := onlyDef(x)
		return b != nil && b.Defs[0].Value != nil && b.Defs[0].Value.Kind == ast.String
	}
	return false
}

// instances tells what an expression has of pages and components.
type instances uint8

const (
	noInstance instances = iota
	instanceList
	instance
)

// instancesIn tells whether an expression is a page or component, or a list of them, by what it is
// asked of: this.$refs.list, this.selectComponent("#list"), getCurrentPages().pop().
func (v holdersIn) instancesIn(x *ast.Expr, depth int) instances {
	switch x.Kind {
	case ast.Index:
		return itemOf(v.instancesIn(x.L, depth))
	case ast.Member:
		if x.L.Text == model.RefsMember {
			return instance
		}
		return relatives(x.Text)
	case ast.Call:
		return v.instancesOfCall(x, depth)
	case ast.Ident:
		b := x.Binding()
		if b == nil || depth >= maxInstance || len(b.Defs) > fewDefs {
			return noInstance
		}
		most := noInstance
		for _, d := range b.Defs {
			most = max(most, v.instancesOf(d, depth))
		}
		return most
	}
	return noInstance
}

func (v holdersIn) instancesOfCall(x *ast.Expr, depth int) instances {
	switch of := x.L; {
	case namesGlobal(of, pageList):
		return instanceList
	case of.Kind == ast.Ident:
		return relatives(of.Text)
	case of.Kind != ast.Member:
		return noInstance
	case slices.Contains(model.Selectors, of.Text):
		return instance
	case ofLists[of.Text]:
		return v.instancesIn(of.L, depth)
	case itemsOfLists[of.Text]:
		return itemOf(v.instancesIn(of.L, depth))
	}
	return noInstance
}

// instancesOf tells what a name gets: const { $refs } = this, [page] = getCurrentPages().
func (v holdersIn) instancesOf(d ast.Def, depth int) instances {
	n := len(d.Path)
	switch {
	case n > 0 && relatives(d.Path[n-1]) != noInstance:
		return relatives(d.Path[n-1])
	case d.Func != nil || d.Value == nil || n > 1:
		return noInstance
	case n == 1:
		return itemOf(v.instancesIn(d.Value, depth+1))
	}
	return v.instancesIn(d.Value, depth+1)
}

func itemOf(of instances) instances {
	if of == instanceList {
		return instance
	}
	return noInstance
}

// relatives tells what a property of a component, or a function, of such a name has of others.
func relatives(name string) instances {
	isList, is := model.Relatives[name]
	switch {
	case isList:
		return instanceList
	case is:
		return instance
	}
	return noInstance
}

// ofLists are the methods of lists that give lists of their items, and itemsOfLists give items.
var (
	ofLists      = map[string]bool{"concat": true, "filter": true, "reverse": true, "slice": true}
	itemsOfLists = map[string]bool{"at": true, "find": true, "pop": true, "shift": true}
)

// maxInstance bounds through how many names instancesIn looks.
const maxInstance = 3

// isOfAll reports whether an expression stands in a function that all pages and components have, or in
// one of an object outside of them, whose functions may be theirs.
func (v holdersIn) isOfAll(x *ast.Expr) bool {
	if v.isComponent(v.m) || v.hasSiblings(v.m) {
		return false
	}
	fn := receiverOf(x.Scope)
	return fn != nil && (fn.Object != nil || v.unnamed.handed.all[fn])
}

// receiverOf returns the function whose "this" a scope has, or nil.
func receiverOf(s *ast.Scope) *ast.Func {
	for ; s != nil; s = s.Parent {
		if s.Func != nil && !s.Func.Arrow {
			return s.Func
		}
	}
	return nil
}

// give notes that a call gives the page or component that it stands in to others, or that what is
// evaluated may ask for any function.
func (v holdersIn) give(x *ast.Expr) {
	if namesGlobal(x.L, "eval") || namesGlobal(x.L, "Function") {
		v.unnamed.open = v.unnamed.open || !saysKey(x.List[len(x.List)-1])
	}
	if isOfPlatform(x.L) || x.L.Kind == ast.Member && handsOn[x.L.Text] && isOwn(x.L.L) {
		return
	}
	for _, arg := range x.List {
		v.giveAway(arg)
	}
}

// giveAway notes that others get what an expression is, which may be a page or component.
func (v holdersIn) giveAway(x *ast.Expr) {
	switch {
	case x == nil:
	case isMe(x):
		v.unnamed.handed.by[v.m] = true
		v.unnamed.handed.any = v.unnamed.handed.any || v.isOfAll(x)
	case v.instancesIn(x, 0) != noInstance:
		v.unnamed.handed.any = true
	}
}

// giveItems notes what a list holds.
func (v holdersIn) giveItems(x *ast.Expr) {
	for _, item := range x.List {
		v.giveAway(item)
	}
}

// giveResults notes what the functions of the module give back.
func (v holdersIn) giveResults() {
	for _, f := range v.m.Tree.Funcs {
		for _, x := range f.Returns {
			v.giveAway(x)
		}
	}
}

// handsOn are the methods of functions that are given "this".
var handsOn = map[string]bool{"call": true, "apply": true, "bind": true}

// isOwn reports whether a function is one that stands there, or a method of the same object.
func isOwn(x *ast.Expr) bool {
	return x.Kind == ast.Function || x.Kind == ast.Member && isMe(x.L)
}

// isOfPlatform reports whether what is called is a function of the platform, or of what that returns:
// wx.createSelectorQuery().in(this).
func isOfPlatform(x *ast.Expr) bool {
	for x.Kind == ast.Member || x.Kind == ast.Call {
		x = x.L
	}
	return x.Kind == ast.Ident && x.Binding() == nil && slices.Contains(platform.APIPrefixes(), x.Text)
}

// keepIn notes what an object holds, and that a behavior is given the definitions of components.
func (v holdersIn) keepIn(x *ast.Expr) {
	for i := range x.Props() {
		p := &x.Props()[i]
		v.unnamed.open = v.unnamed.open || p.Key == model.DefinitionFilter
		v.giveAway(p.Value)
	}
}

// keeps notes that a member holds the page or component that it is assigned in, or a function that
// all of them have: Vue.prototype.run = function () {…}.
func (v holdersIn) keeps(x *ast.Expr) {
	if x.L.Kind != ast.Member {
		return
	}
	v.giveAway(x.R)
	switch of := x.L.L; {
	case x.R.Kind != ast.Function || of.Kind != ast.Member:
	case of.Text == model.GlobalsHolder || of.Text == "prototype" && !v.isMade(of.L):
		v.unnamed.handed.all[x.R.Func()] = true
	}
}

// isMade reports whether a constructor is one of the program.
func (v holdersIn) isMade(x *ast.Expr) bool {
	b := onlyDef(x)
	if b == nil {
		return false
	}
	d := b.Defs[0]
	if d.From != "" {
		return v.sources.Load(v.m, d.From) != nil
	}
	return d.Value != nil && (d.Value.Kind == ast.Function || d.Value.Kind == ast.Class)
}
