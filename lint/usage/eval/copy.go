package eval

import (
	"maps"
	"slices"

	"github.com/beianlint/beianlint/lint/usage/ast"
	"github.com/beianlint/beianlint/lint/usage/model"
	"github.com/beianlint/beianlint/lint/usage/resolve"
)

// copier is what a function does that copies the properties of its arguments, as
// Object.assign does.
type copier struct {
	to int // the parameter that gets them; -1: a new object
	// returns: a call gives the object that got them.
	returns bool
	// getters: what is copied are functions that return the values.
	getters bool
	offers  bool // only functions are copied
}

// copying is what copies or hands on property by property.
type copying struct {
	copiers    map[*ast.Func]copier
	copierKeys map[string]bool // the properties that are copiers
	copierIn   map[*resolve.Module]bool
	forwards   map[*ast.Expr]bool // calls by the name under which the function around them is called
	filled     map[*ast.Expr]bool // what makes an object to which another one is copied
	inherits   inheriting         // functions that let one prototype have what another has
	lists      map[listIn]*givenList
	handed     map[*ast.Expr]bool // calls of Object.assign that are given nothing but what the function around them is
}

func newCopying() copying {
	return copying{copiers: map[*ast.Func]copier{}, copierKeys: map[string]bool{}, copierIn: map[*resolve.Module]bool{}, forwards: map[*ast.Expr]bool{}, filled: map[*ast.Expr]bool{}, inherits: inheriting{of: map[*ast.Func]*inherits{}}, lists: map[listIn]*givenList{}, handed: map[*ast.Expr]bool{}}
}

// fill notes that an object is copied to what a name stands for.
func (c *copying) fill(name *ast.Expr) {
	if name.Kind != ast.Ident {
		return
	}
	if b := name.Binding(); b != nil {
		for _, d := range b.Defs {
			if d.Value != nil && len(d.Path) == 0 {
				c.filled[d.Value] = true
			}
		}
	}
}

// copyNotes finds the copies that a module makes property by property:
// for (k in s) t[k] = s[k].
type copyNotes struct {
	f         *facts
	m         *resolve.Module
	callbacks map[*ast.Func]*ast.Expr // functions that calls are given first, to the call
	items     map[*ast.Func]*ast.Expr // those that they are given second: each(s, function (v, k) {…})
	setters   map[*ast.Func]bool      // function (o, k, v) { o[k] = v }
	as        copiedAs
}

// copiedAs says how a value is made of the property that it is a copy of.
type copiedAs struct {
	loose   bool // it may be something else, too
	wrapped bool // by a call, which is given a function and gives one back
	plain   bool // it is the property itself
	looked  int  // how many expressions were looked at for it
}

// offers reports whether only functions are copied.
func (as copiedAs) offers() bool { return as.wrapped && !as.plain }

// noted remembers that what was found in a value is copied as it is.
func (n *copyNotes) noted(from *ast.Expr) *ast.Expr {
	n.as.plain = n.as.plain || from != nil
	return from
}

// note takes in target[key] = value where that is a copy, and reports whether it is
// nothing else: the function around it copies what it is called with, or something is
// copied into one object.
func (n *copyNotes) note(x *ast.Expr) bool {
	if x.L.Kind != ast.Index || x.L.R.Kind != ast.Ident {
		return false
	}
	key := x.L.R.Binding()
	if key == nil {
		return false
	}
	n.as = copiedAs{}
	from := n.source(x.R, key, 0)
	if from == nil || n.as.wrapped && isSameName(from, x.L.L) { // a[k] = f(a[k], b)
		n.noteForward(x, key)
		return false
	}
	if fn, param := n.target(x.L.L); !n.noteCopier(fn, param, from, false) {
		n.f.noteAssign(copied, Assign{Target: x.L.L, Value: from, Mod: n.m, Start: from.Start, offers: n.as.offers()})
	}
	return !n.as.loose && n.isWhole(x.R)
}

// isWhole reports whether a value is nothing but what is copied: s[k] || 'x' is a text, too.
func (n *copyNotes) isWhole(x *ast.Expr) bool {
	switch x.Kind {
	case ast.Logical:
		return n.isWhole(x.L) && n.isWhole(x.R)
	case ast.Cond:
		return n.isWhole(x.R) && n.isWhole(x.C())
	}
	return x.Kind != ast.String && x.Kind != ast.Template && x.Kind != ast.Concat
}

// maxWrapped bounds how deep an expression is looked into for what is copied, and maxSources
// how many expressions are: names stand for others.
const (
	maxWrapped = 6
	maxSources = 1000
)

// source returns the object whose property of the same key a value is: s of s[k],
// of s[k] || x, of clone(s[k]), of bind(s[k], o), of v where [k, v] is an entry of s, and in
// each(s, function (v, k) {…}).
func (n *copyNotes) source(x *ast.Expr, key *ast.Binding, depth int) *ast.Expr {
	if depth == 0 {
		n.as.looked = 0
	}
	if x == nil || depth > maxWrapped {
		return nil
	}
	if n.as.looked++; n.as.looked > maxSources {
		n.as.loose = true
		return nil
	}
	switch x.Kind {
	case ast.Index:
		at := x.R
		if at.Kind == ast.Assign { // s[n = k], as minifiers write it
			at = at.L
		}
		if at.Kind == ast.Ident && at.Binding() == key {
			return n.noted(x.L)
		}
	case ast.Logical:
		return n.sources(key, depth, x.L, x.R)
	case ast.Cond:
		return n.sources(key, depth, x.R, x.C())
	case ast.Member:
		if x.L.Kind == ast.Call && (x.Text == "get" || x.Text == "value") {
			return n.noted(described(x.L, key))
		}
	case ast.Call:
		if name := ast.NameOf(x.L); model.Merges.MatchString(name) || n.f.copiers[funcOf(x.L)].returns {
			return n.sources(key, depth, x.List...)
		}
		return n.wrapped(x, key, depth)
	case ast.Ident:
		return n.ofName(x.Binding(), key, depth)
	}
	return nil
}

// ofName is source for a name. A minifier keeps the value in the place of a parameter
// that was read: function (k) { var n; k = s[n = k]; t[n] = k }. Another parameter may still
// be what it was given: function (k, v) { v = v || s[k]; t[k] = v }.
func (n *copyNotes) ofName(b, key *ast.Binding, depth int) *ast.Expr {
	if b == nil || b == key || len(b.Defs) == 0 {
		return nil
	}
	d := b.Defs[0]
	switch {
	case len(b.Defs) == 2 && d.Func != nil && b.Defs[1].Value != nil && len(b.Defs[1].Path) == 0:
		n.as.loose = n.as.loose || !movesKey(b.Defs[1].Value, b)
		return n.source(b.Defs[1].Value, key, depth+1)
	case len(b.Defs) > 1:
		return nil
	case len(d.Path) > 0:
		return n.noted(n.ofEntry(d))
	case d.Func != nil:
		return n.noted(n.ofItem(d, key))
	}
	return n.source(d.Value, key, depth+1)
}

// movesKey reports whether a value is s[n = k] for a name k.
func movesKey(x *ast.Expr, k *ast.Binding) bool {
	return x.Kind == ast.Index && x.R.Kind == ast.Assign && x.R.R.Kind == ast.Ident && x.R.R.Binding() == k
}

// sources is source for any of several values.
func (n *copyNotes) sources(key *ast.Binding, depth int, list ...*ast.Expr) (all *ast.Expr) {
	for _, x := range list {
		switch from := n.source(x, key, depth+1); {
		case from == nil:
		case all == nil:
			all = from
		default:
			all = &ast.Expr{Kind: ast.Logical, L: all, R: from, Start: from.Start, End: from.End}
		}
	}
	return all
}

// ofEntry returns the object whose entries a definition takes apart:
// for (const [k, v] of Object.entries(s)), Object.entries(s).forEach(([k, v]) => …).
func (n *copyNotes) ofEntry(d ast.Def) *ast.Expr {
	entries := d.Value
	if call := n.callbacks[d.Func]; d.Func != nil && call != nil && call.L.Kind == ast.Member {
		entries = call.L.L
	}
	if entries == nil || entries.Kind != ast.Call || ast.NameOf(entries.L) != "entries" || len(entries.List) != 1 {
		return nil
	}
	return entries.List[0]
}

// funcOf returns the function that is written out, or that a name is beside it.
func funcOf(x *ast.Expr) *ast.Func {
	if x == nil {
		return nil
	}
	if x.Kind == ast.Function {
		return x.Func()
	}
	if x.Kind == ast.Ident {
		if d := firstDef(x); d.Value != nil && d.Value.Kind == ast.Function {
			return d.Value.Func()
		}
	}
	return nil
}

// noteCopies takes in the copies that a module makes.
func (f *facts) noteCopies(m *resolve.Module) map[*ast.Expr]bool {
	n := &copyNotes{f: f, m: m, callbacks: map[*ast.Func]*ast.Expr{}, items: map[*ast.Func]*ast.Expr{}, setters: map[*ast.Func]bool{}}
	for _, x := range m.Tree.Calls {
		if len(x.List) > 0 && x.List[0].Kind == ast.Function {
			n.callbacks[x.List[0].Func()] = x
		} else if len(x.List) > 1 && x.List[1].Kind == ast.Function {
			n.items[x.List[1].Func()] = x
		}
	}
	are, known := map[*ast.Expr]bool{}, len(f.copiers)
	for _, x := range m.Tree.Assigns {
		n.noteSetter(x)
		if n.note(x) {
			are[x] = true
		}
	}
	for _, x := range m.Tree.Calls {
		n.noteDefined(x)
		n.noteHanded(x)
	}
	if len(f.copiers) > known {
		f.copierIn[m] = true
	}
	return are
}

// noteCopierKeys notes under which names an object or class has copiers.
func (c *copying) noteCopierKeys(props []ast.Prop) {
	for i := range props {
		if fn := funcOf(props[i].Value); fn != nil && c.isCopier(fn) {
			c.copierKeys[props[i].Key] = true
		}
	}
}

// copyCalls notes what is copied into the arguments of live calls: as what is
// assigned to them.
func (l *linker) copyCalls() {
	f := l.e.facts
	if len(f.copiers) == 0 {
		return
	}
	named := f.copierNames(l.live.Modules)
	for _, m := range l.live.Modules {
		for _, x := range m.Tree.Calls {
			if len(x.List) < 2 || !named[ast.NameOf(x.L)] {
				continue
			}
			for _, v := range l.e.eval(x.L, m, nil) {
				if c, ok := f.copiers[v.Fn]; ok && v.Kind == Function && c.to >= 0 {
					f.noteCopyCall(x, c, m)
				}
			}
		}
	}
}

// noteCopyCall notes a call of a copier. A flag may stand before the target.
func (f *facts) noteCopyCall(x *ast.Expr, c copier, m *resolve.Module) {
	list := x.List[min(c.to, len(x.List)-1):]
	if target := list[0]; target.Kind == ast.Ident && (target.Text == "true" || target.Text == "false") {
		list = list[1:]
	}
	if len(list) < 2 || list[0].Kind == ast.Object && c.returns { // the call alone gives it
		return
	}
	for _, from := range list[1:] {
		if c.getters {
			f.giveAllGot(list[0], from, m)
			continue
		}
		if to := list[0]; to.Kind == ast.Member && to.Text == "prototype" {
			f.copyTo(to, from, m)
			continue
		}
		f.noteAssign(copied, Assign{Target: list[0], Value: from, Mod: m, Start: from.Start, offers: c.offers})
	}
}

// copierNames are the names under which copiers are called.
func (f *facts) copierNames(modules []*resolve.Module) map[string]bool {
	named := maps.Clone(f.copierKeys)
	for fn := range f.copiers {
		named[fn.Name] = true
	}
	for name, list := range f.assigns {
		for _, a := range list {
			if f.makesCopier(a.Value) {
				named[name] = true
				break
			}
		}
	}
	for _, m := range modules {
		for _, b := range m.Tree.Bindings {
			for _, d := range b.Defs {
				if d.From != "" && (named[d.Name] || d.Name == "default") || d.Value != nil && (f.makesCopier(d.Value) || d.Value.Kind == ast.Member && named[d.Value.Text]) {
					named[b.Name] = true
				}
			}
		}
	}
	delete(named, "")
	return named
}

// makesCopier reports whether an expression is a copier, or the call of a function beside it
// that returns one: _.extend = createAssigner(_.allKeys).
func (f *facts) makesCopier(x *ast.Expr) bool {
	if fn := funcOf(x); fn != nil {
		return f.isCopier(fn)
	}
	if x.Kind != ast.Call || x.L.Kind != ast.Ident {
		return false
	}
	made := funcOf(x.L)
	return made != nil && slices.ContainsFunc(made.Returns, func(r *ast.Expr) bool {
		return r.Kind == ast.Function && f.isCopier(r.Func())
	})
}

func (c *copying) isCopier(fn *ast.Func) bool {
	_, ok := c.copiers[fn]
	return ok
}
