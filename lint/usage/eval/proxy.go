package eval

import (
	"maps"
	"slices"

	"github.com/beianlint/beianlint/lint/usage/ast"
	"github.com/beianlint/beianlint/lint/usage/resolve"
)

// proxyClass makes objects that answer for others, and getTrap is the method of its
// second argument that answers for their properties
// (https://tc39.es/ecma262/#sec-proxy-objects).
const (
	proxyClass = "Proxy"
	getTrap    = "get"
)

// proxyHandler returns the literal that says what a proxy does, where one stands there.
func proxyHandler(x *ast.Expr) *ast.Expr {
	if x.Kind != ast.New || x.L.Kind != ast.Ident || x.L.Text != proxyClass || len(x.List) < 2 || x.L.Scope.Lookup(proxyClass) != nil {
		return nil
	}
	handler := x.List[1]
	if handler.Kind == ast.Ident {
		b := handler.Binding()
		if b == nil || len(b.Defs) != 1 || b.Defs[0].Value == nil || len(b.Defs[0].Path) > 0 {
			return nil
		}
		handler = b.Defs[0].Value
	}
	if handler.Kind != ast.Object {
		return nil
	}
	return handler
}

// evalProxied evaluates new Proxy(target, handler): it has what its target has, and what
// noteProxy says. A handler that is not written out may do anything.
func evalProxied(c *calls, x *ast.Expr, m *resolve.Module, f *frame) (Values, bool) {
	if proxyHandler(x) == nil {
		return nil, true
	}
	return c.e.eval(x.List[0], m, f), true
}

// noteProxy notes what a proxy's trap gives back as what its target has under any name.
func noteProxy(f *facts, x *ast.Expr, m *resolve.Module) {
	handler := proxyHandler(x)
	if handler == nil {
		return
	}
	for i := range handler.Props() {
		p := &handler.Props()[i]
		if p.Key != getTrap || p.Value == nil || p.Value.Kind != ast.Function {
			continue
		}
		for _, given := range p.Value.Func().Returns {
			for _, value := range returned(given, p.Value.Func()) {
				noteTrapped(f, x, value, p.Value.Func(), m)
			}
		}
	}
}

// returned are the values of what a function returns: those of its own variable, which is
// given one in each branch.
func returned(x *ast.Expr, fn *ast.Func) []*ast.Expr {
	if x.Kind != ast.Ident {
		return []*ast.Expr{x}
	}
	b := x.Binding()
	if b == nil || b.Scope == nil || b.Scope.Func != fn {
		return []*ast.Expr{x}
	}
	var out []*ast.Expr
	for i := range b.Defs {
		d := &b.Defs[i]
		if d.Func != nil || len(d.Path) > 0 {
			return []*ast.Expr{x}
		}
		if d.Value != nil {
			out = append(out, d.Value)
		}
	}
	return out
}

// noteTrapped notes one value that a proxy's trap gives back.
func noteTrapped(f *facts, proxy, given *ast.Expr, get *ast.Func, m *resolve.Module) {
	a := Assign{Target: proxy, Value: given, Mod: m, Start: given.Start}
	if len(get.Params) > 1 {
		if noteOffered(f, a, get.Params[1].Binding) {
			return
		}
		if noteHandedOn(f, a, get.Params[1].Binding) {
			return
		}
		for _, c := range callees(nil, given, get.Params[1].Binding, 0) {
			noteCallee(f, a, c)
		}
	}
	f.assigns["*"] = append(f.assigns["*"], a)
	f.noteAssign(anyName, a)
}

// maxOffered bounds through how many calls noteOffered looks.
const maxOffered = 4

// noteOffered notes what is given to an object under a key and is made of another object's
// member of the same name, as runtimes of frameworks offer a platform's APIs:
// uni[name] = promisify(name, wrap(name, wx[name])). It is that member, whatever wraps it:
// the functions around it are handed every API there is, and call it where they stand.
func noteOffered(f *facts, a Assign, key *ast.Binding) bool {
	of := offered(nil, a.Value, key, 0)
	for _, object := range of {
		f.noteAssign(copied, Assign{Target: a.Target, Value: object, Mod: a.Mod, Start: object.Start, frame: a.frame, offers: a.Value.Kind != ast.Index})
	}
	return len(of) > 0
}

// mayOffer reports whether an assignment gives a member that is made of another object's
// of the same name.
func mayOffer(k keyed) bool {
	return k.key.Kind == ast.Ident && k.Value.Kind == ast.Call && len(offered(nil, k.Value, k.key.Binding(), 0)) > 0
}

// isOffered is noteOffered for such an assignment, where the other object has something to
// call. Where it has something else, too, mixed says so: of a text another text is made.
func isOffered(l *linker, k keyed) (is, mixed bool) {
	key := k.key.Binding()
	for _, object := range offered(nil, k.Value, key, 0) {
		vs := l.e.eval(object, k.Mod, nil)
		isBare := len(vs) == 1 && vs[0].Kind == Constant // Object.create(null), which gets no member by its name
		members := l.e.props.property(vs, "*")
		of := len(callable(members))
		is = is || isBare || vs.named() || of > 0
		mixed = mixed || of < len(members) || slices.ContainsFunc(vs, mayHaveMore)
	}
	return is && noteOffered(l.e.facts, k.Assign, key), mixed
}

// mayHaveMore reports whether an object is written with what is no function: it need not be
// known yet what that is.
func mayHaveMore(v *Value) bool {
	return v.Kind == Object && slices.ContainsFunc(v.expr.Props(), func(p ast.Prop) bool {
		return p.Value != nil && p.Value.Kind != ast.Function
	})
}

// assignKey tells assignments apart.
type assignKey struct {
	target *ast.Expr
	mod    *resolve.Module
	start  int32
}

func assignKeyOf(a Assign) assignKey { return assignKey{a.Target, a.Mod, a.Start} }

// withdraw forgets the names under which assignments were noted, of all at once: there are
// as many names as assignments.
func withdraw(f *facts, gone map[assignKey]bool) {
	if len(gone) == 0 {
		return
	}
	is := func(a Assign) bool { return !a.offers && gone[assignKeyOf(a)] }
	for _, assigns := range [...]map[string][]Assign{f.assigns, f.global} {
		for name, list := range assigns {
			if name != "*" && name != copied {
				assigns[name] = slices.DeleteFunc(list, is)
			}
		}
	}
	maps.DeleteFunc(f.owner, func(_ *ast.Func, a Assign) bool { return is(a) })
	maps.DeleteFunc(f.groups.assigned, func(_ *ast.Expr, a Assign) bool { return is(a) })
}

// callable leaves what can be called.
func callable(vs Values) Values { return vs.only(callables...) }

var callables = []Kind{API, Package, Function, Class}

// gets says which values an assignment gives of what is made of another object's member: that
// is offered, what wraps it makes something else of the rest.
type gets uint8

const (
	getsAll gets = iota
	getsUncallable
	getsTexts // under a name that is not known: it would have the objects of every other name
)

func (g gets) of(vs Values) Values {
	switch g {
	case getsUncallable:
		return slices.DeleteFunc(slices.Clone(vs), func(v *Value) bool { return slices.Contains(callables, v.Kind) })
	case getsTexts:
		return vs.Texts()
	}
	return vs
}

// offered adds the objects, of which one may be the platform's, of whose members of a
// key's name a value is made.
func offered(objects []*ast.Expr, x *ast.Expr, key *ast.Binding, depth int) []*ast.Expr {
	if x == nil || key == nil || depth > maxOffered {
		return objects
	}
	switch x.Kind {
	case ast.Index:
		if names(x.R, key) && x.L.Kind == ast.Ident {
			return append(objects, x.L)
		}
	case ast.Cond: // a[name] ? a[name] : wrap(wx[name])
		return offered(offered(objects, x.R, key, depth), x.C(), key, depth)
	case ast.Logical:
		return offered(offered(objects, x.L, key, depth), x.R, key, depth)
	case ast.Call:
		if x.L.Kind == ast.Member { // wx[name].bind(wx)
			objects = offered(objects, x.L.L, key, depth+1)
		}
		for _, arg := range x.List {
			objects = offered(objects, arg, key, depth+1)
		}
	}
	return objects
}

// callee is an object whose member of a key's name is called, or a member of that.
type callee struct {
	object *ast.Expr
	below  string
}

// keyedCallee returns the callee of a call, if it is one: wx[name](o), apis[name].fn(o).
func keyedCallee(x *ast.Expr, key *ast.Binding) (c callee, ok bool) {
	of := x.L
	if of.Kind == ast.Member {
		if of.Text != "call" && of.Text != "apply" { // wx[name].call(wx, o)
			c.below = of.Text
		}
		of = of.L
	}
	if of.Kind != ast.Index || !names(of.R, key) || of.L.Kind != ast.Ident {
		return c, false
	}
	c.object = of.L
	return c, true
}

// noteCallee notes that an object has what another's members of the same names do when they
// are called.
func noteCallee(f *facts, a Assign, c callee) {
	f.noteAssign(copied, Assign{Target: a.Target, Value: c.object, Mod: a.Mod, Start: c.object.Start, offers: true, below: c.below})
}

// noteHandedOn notes a function that is given to an object under a key and does nothing but
// call another object's member of the same name: (o, x) => apis[name].fn(o). It is that
// member.
func noteHandedOn(f *facts, a Assign, key *ast.Binding) bool {
	if a.Value.Kind != ast.Function || key == nil || !onlyReturns(a.Value.Func(), a.Value.Func().Body) {
		return false
	}
	var of []callee
	for _, x := range a.Value.Func().Returns {
		if x == nil || x.Kind != ast.Call {
			return false
		}
		c, ok := keyedCallee(x, key)
		if !ok || !areParameters(x.List, a.Value.Func()) {
			return false
		}
		of = append(of, c)
	}
	for _, c := range of {
		noteCallee(f, a, c)
	}
	return len(of) > 0
}

// onlyReturns reports whether the statements of a function do nothing but return values.
func onlyReturns(fn *ast.Func, list []*ast.Stmt) bool {
	return !slices.ContainsFunc(list, func(s *ast.Stmt) bool {
		if s.Kind != ast.Simple {
			return !onlyReturns(fn, s.Body()) || !onlyReturns(fn, s.Else())
		}
		return len(s.Exprs()) > 0 || !slices.Contains(fn.Returns, s.Expr)
	})
}

// areParameters reports whether expressions are parameters of a function, and nothing else.
func areParameters(list []*ast.Expr, fn *ast.Func) bool {
	for _, x := range list {
		given := false
		for _, p := range fn.Params {
			given = given || p.Binding != nil && names(x, p.Binding)
		}
		if !given {
			return false
		}
	}
	return true
}

// callees adds the callees in a function:
// options => new Promise((success, fail) => wx[name]({...options, success, fail})).
func callees(objects []callee, x *ast.Expr, key *ast.Binding, depth int) []callee {
	if x == nil || depth > maxOffered {
		return objects
	}
	switch x.Kind {
	case ast.Function:
		for _, returned := range x.Func().Returns {
			objects = callees(objects, returned, key, depth+1)
		}
	case ast.New, ast.Call:
		if c, ok := keyedCallee(x, key); ok {
			return append(objects, c)
		}
		for _, arg := range x.List {
			objects = callees(objects, arg, key, depth+1)
		}
	}
	return objects
}
