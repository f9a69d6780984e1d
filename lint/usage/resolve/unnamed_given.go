package resolve

import (
	"slices"

	"github.com/beianlint/beianlint/lint/platform"
	"github.com/beianlint/beianlint/lint/usage/ast"
	"github.com/beianlint/beianlint/lint/usage/model"
)

// handed is what is known of pages and components that code gives to other code, which may call any
// function of them by a name that is not written: run(this, name) of function run(page, name) {
// page[name]() }.
type handed struct {
	by    map[*Module]bool   // the modules that give theirs
	any   bool               // one is given of which it is not known whose it is
	calls bool               // something calls what it is given by such names
	all   map[*ast.Func]bool // functions that all pages and components have
}

func newHanded() handed { return handed{by: map[*Module]bool{}, all: map[*ast.Func]bool{}} }

// mayCall reports whether any function may be called of what a module has.
func (h *handed) mayCall(m *Module) bool { return h.calls && (h.any || h.by[m]) }

// callsGiven notes that a property is called whose name is not written.
func (v holdersIn) callsGiven(x *ast.Expr) {
	of := &v.unnamed.handed
	switch {
	case saysKey(x.R):
	case v.isInstance(x.L, 0) || isMe(x.L) && v.isOfAll(x):
		v.unnamed.open = true
	case isMe(x.L) || v.mayBeGiven(x.L):
		of.calls = true
	}
}

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

// isInstance reports whether an expression is a page or component by what it is asked of:
// this.$refs.list, this.selectComponent("#list").
func (v holdersIn) isInstance(x *ast.Expr, depth int) bool {
	for ; ; x = x.L {
		switch x.Kind {
		case ast.Call, ast.Index:
		case ast.Member:
			if isInstances(x.Text) {
				return true
			}
		case ast.Ident:
			b := x.Binding()
			if b == nil {
				return x.Text == pageList
			}
			return depth < maxInstance && len(b.Defs) <= fewDefs && slices.ContainsFunc(b.Defs, func(d ast.Def) bool {
				return len(d.Path) > 0 && isInstances(d.Path[len(d.Path)-1]) || d.Func == nil && d.Value != nil && d.Value != x && v.isInstance(d.Value, depth+1)
			})
		default:
			return false
		}
	}
}

// maxInstance bounds through how many names isInstance looks.
const maxInstance = 3

// isInstances reports whether a property is one that has or gives pages or components.
func isInstances(name string) bool {
	return model.Relatives[name] || slices.Contains(model.Selectors, name)
}

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

// mayBeGiven reports whether an expression may be something that a function is given, or has of others.
func (v holdersIn) mayBeGiven(x *ast.Expr) bool {
	for x.Kind == ast.Member || x.Kind == ast.Index || x.Kind == ast.Call {
		x = x.L
	}
	if x.Kind != ast.Ident {
		return x.Kind == ast.This
	}
	b := x.Binding()
	if b == nil {
		return false
	}
	return slices.ContainsFunc(b.Defs, func(d ast.Def) bool {
		return d.From == "" && (d.Value == nil || d.Value.Kind != ast.Object && d.Value.Kind != ast.Array && d.Value.Kind != ast.Function && d.Value.Kind != ast.Class)
	})
}

// give notes that a call gives the page or component that it stands in to others, or that what is
// evaluated may ask for any function.
func (v holdersIn) give(x *ast.Expr) {
	switch {
	case x.L.Kind == ast.Ident && (x.L.Text == "eval" || x.L.Text == "Function") && x.L.Binding() == nil:
		v.unnamed.open = v.unnamed.open || !saysKey(x.List[len(x.List)-1])
	case isReflected(x):
		v.callsGiven(&ast.Expr{Kind: ast.Index, L: x.List[0], R: x.List[1], Start: x.Start, End: x.End, Scope: x.Scope})
	}
	if isOfPlatform(x.L) || x.L.Kind == ast.Member && handsOn[x.L.Text] && isOwn(x.L.L) {
		return
	}
	for _, arg := range x.List {
		if v.isInstance(arg, 0) {
			v.unnamed.handed.any = true
		}
		if isMe(arg) || arg.Kind == ast.Array && slices.ContainsFunc(arg.List, isMeItem) {
			v.giveMe(x)
		}
	}
}

// giveMe notes that the page or component that an expression stands in is given to others.
func (v holdersIn) giveMe(x *ast.Expr) {
	v.unnamed.handed.by[v.m] = true
	v.unnamed.handed.any = v.unnamed.handed.any || v.isOfAll(x)
}

func isReflected(x *ast.Expr) bool {
	return x.L.Kind == ast.Member && x.L.Text == "get" && len(x.List) > 1 && namesGlobal(x.L.L, "Reflect")
}

func isMeItem(x *ast.Expr) bool { return x != nil && isMe(x) }

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

// keepIn notes that an object holds the page or component that it stands in, and the functions of
// objects of which it is not known what calls them.
func (v holdersIn) keepIn(x *ast.Expr) {
	for i := range x.Props() {
		p := &x.Props()[i]
		switch {
		case p.Key == model.DefinitionFilter:
			v.unnamed.open = true
		case p.Value != nil && isMe(p.Value):
			v.giveMe(x)
		}
	}
}

// keeps notes that a member holds the page or component that it is assigned in, or a function that
// all of them have: Vue.prototype.run = function () {…}.
func (v holdersIn) keeps(x *ast.Expr) {
	if x.L.Kind != ast.Member {
		return
	}
	switch of := x.L.L; {
	case isMe(x.R):
		v.giveMe(x)
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
