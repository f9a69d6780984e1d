package eval

import (
	"slices"

	"github.com/beianlint/beianlint/lint/usage/ast"
	"github.com/beianlint/beianlint/lint/usage/model"
	"github.com/beianlint/beianlint/lint/usage/resolve"
)

// libraries evaluates the calls of functions of libraries, of which the model says
// what they do. Each call has a function of its own: what two calls make is not
// the same.
type libraries struct {
	e      *Evaluator
	made   map[*ast.Expr][]*libraryCall
	shared map[*model.Library]*ast.Scope
	silent map[string]bool // code, and whether it says nothing before it is called
	keeps  []kept
	// elements are the calls that JSX elements with names of libraries stand for.
	elements map[*ast.Expr]*ast.Expr
	// refs: some call can make a ref.
	refs bool
}

// libraryCall is a call that can be one of a function of a library.
type libraryCall struct {
	of   model.Function
	call *ast.Expr
	mod  *resolve.Module // of the call
	// body is what the function does, of which it is the first value: nil until it is called
	// or has to say something.
	body *resolve.Module
}

func newLibraries(e *Evaluator) *libraries {
	return &libraries{e: e, made: map[*ast.Expr][]*libraryCall{}, shared: map[*model.Library]*ast.Scope{}, silent: map[string]bool{}, elements: map[*ast.Expr]*ast.Expr{}}
}

// prepare finds the calls in live code that can be ones of libraries.
func (l *libraries) prepare(live []*resolve.Module) {
	if len(live) == 0 {
		return
	}
	named := model.FunctionsNamed()
	for _, m := range live {
		for x := range l.e.facts.named.that(beLibrary, m) {
			for _, of := range named[ast.NameOf(x.L)] {
				l.add(of, x, m)
			}
			if isWholePackage(x.L) {
				for _, of := range named[model.DefaultExport] {
					l.add(of, x, m)
				}
			}
		}
		for _, x := range m.Tree.Elements {
			for _, of := range named[x.Text] {
				l.addElement(of, x, m)
			}
		}
	}
}

// isWholePackage reports whether a callee is what a package exports by default, or is,
// whatever the file calls it.
func isWholePackage(callee *ast.Expr) bool {
	if callee.Kind != ast.Ident {
		return false
	}
	b := callee.Binding()
	if b == nil || len(b.Defs) != 1 || len(b.Defs[0].Path) > 0 {
		return false
	}
	d := &b.Defs[0]
	return d.From != "" && d.Name == model.DefaultExport || d.Value != nil && d.Value.Kind == ast.Call && isRequire(d.Value)
}

// addElement adds an element that can be one of a library: it is called with its
// attributes.
func (l *libraries) addElement(of model.Function, x *ast.Expr, m *resolve.Module) {
	call := l.elements[x]
	if call == nil {
		name := &ast.Expr{Kind: ast.Ident, Text: x.Text, Start: x.Start, End: x.End, Scope: x.Scope}
		call = &ast.Expr{Kind: ast.Call, L: name, List: []*ast.Expr{attributesOf(x)}, Start: x.Start, End: x.End, Scope: x.Scope}
		l.elements[x] = call
	}
	l.add(of, call, m)
}

// attributesOf is an object of the attributes of an element.
func attributesOf(x *ast.Expr) *ast.Expr {
	props := &ast.Expr{Kind: ast.Object, Start: x.Start, End: x.End, Scope: x.Scope}
	for _, prop := range x.Props() {
		if prop.Value != nil {
			props.AddProp(prop)
		}
	}
	return props
}

// add notes a call. Most are of another function of the same name: what the function does is
// only read where it may say something of other values.
func (l *libraries) add(of model.Function, x *ast.Expr, m *resolve.Module) {
	c := &libraryCall{of: of, call: x, mod: m}
	l.made[x] = append(l.made[x], c)
	l.refs = l.refs || of.MakesRefs()
	if silent, known := l.silent[of.Code]; known && silent {
		return
	}
	l.read(c)
	l.silent[of.Code] = isSilent(c.body.Tree)
	l.e.facts.noteAssigns(c.body)
	for _, inner := range c.body.Tree.Calls {
		l.e.facts.noteGiven(inner, c.body)
		if inner.L.Text == keeper {
			l.keeps = append(l.keeps, kept{c, inner.List[0], inner.List[1]})
		}
	}
}

// read reads what the function of a call does.
func (l *libraries) read(c *libraryCall) {
	tree := resolve.Parse([]byte(c.of.Code), "js", nil)
	if l.shared[c.of.Library] == nil {
		l.shared[c.of.Library] = resolve.Parse([]byte(model.SharedCode), "js", nil).Scope
	}
	tree.Scope.Parent = l.shared[c.of.Library]
	c.body = &resolve.Module{Name: c.mod.Name, Tree: tree}
}

// isSilent reports whether the code of a function gives nothing to what is not its own, which
// is to be known before it is called: it assigns no members, keeps nothing, and hands on no
// more than one argument, or those of a primitive of which none is a list.
func isSilent(code *ast.Tree) bool {
	isList := func(x *ast.Expr) bool { return x.Kind == ast.Array }
	says := func(call *ast.Expr) bool {
		return len(call.List) > 1 && (call.L.Kind != ast.Ident || !primitives[call.L.Text] || slices.ContainsFunc(call.List, isList))
	}
	return len(code.Assigns) == 0 && !slices.ContainsFunc(code.Calls, says)
}

// of returns the function of a library that a call calls, or nil.
func (l *libraries) of(x *ast.Expr, m *resolve.Module, f *frame) *libraryCall {
	for _, c := range l.made[x] {
		if l.isCalled(c, l.e.eval(x.L, m, f)) {
			return c
		}
	}
	return nil
}

// isCalled reports whether the function of a library is among what a call calls.
func (l *libraries) isCalled(c *libraryCall, callees Values) bool {
	for _, v := range callees {
		switch v.Kind {
		case Function, Class:
			return false // one of the program's own
		case Package, API:
			if c.of.IsOf(v.Path.Root()) {
				return true
			}
		}
	}
	callee := c.call.L
	if callee.Kind == ast.Ident && callee.Binding() == nil {
		return c.of.Unasked
	}
	return len(callees) == 0 && c.of.Distinct
}

// call evaluates the call of a function of a library; false where it is none.
func (l *libraries) call(x *ast.Expr, m *resolve.Module, f *frame) (Values, bool) {
	if isOfLibrary(m) {
		if vs, ok := l.primitive(x, m, f); ok {
			return vs, true
		}
	}
	c := l.of(x, m, f)
	if c == nil {
		return nil, false
	}
	fn := l.value(c)
	inner, ok := l.e.enter(x, fn, m, f)
	if !ok {
		return nil, true
	}
	return l.e.props.returned(fn, inner), true
}

// value is the function of a call.
func (l *libraries) value(c *libraryCall) *Value {
	if c.body == nil {
		l.read(c)
	}
	return &Value{Kind: Function, Fn: c.body.Tree.Body[0].Expr.Func(), mod: c.body}
}

// innermost returns the function that a scope stands in; nil at the top.
func innermost(s *ast.Scope) *ast.Func {
	for ; s != nil; s = s.Parent {
		if s.Func != nil {
			return s.Func
		}
	}
	return nil
}

// isOfLibrary reports whether a module says what a function of a library does.
func isOfLibrary(m *resolve.Module) bool { return m.File == nil }

// isRef reports whether a value is a ref of Vue.
func isRef(v *Value) bool {
	return v.Kind == Object && len(v.expr.Props()) > 0 && v.expr.Props()[0].Key == model.RefMark
}

// unwrapped adds what refs hold.
func (l *libraries) unwrapped(vs Values) Values {
	if !l.refs {
		return vs
	}
	for _, v := range vs {
		if isRef(v) {
			vs = vs.Union(l.e.props.read(v, model.RefValue))
		}
	}
	return vs
}

// The functions with which libraries keep values under keys, and read them, and the one
// that gives the query of the page that is shown.
const (
	keeper = "keep"
	reader = "kept"
	opened = "query"
)

// kept is what a call of a library keeps under a key.
type kept struct {
	by         *libraryCall
	key, value *ast.Expr
}

// kept reads what is kept under a key: under any where one is not known.
func (l *libraries) kept(keys Values) Values {
	var out Values
	for _, k := range l.keeps {
		if l.of(k.by.call, k.by.mod, nil) != k.by {
			continue
		}
		under := l.e.eval(k.key, k.by.body, nil).Texts()
		if len(keys) == 0 || len(under) == 0 || under.meets(keys) {
			out = out.Union(l.e.eval(k.value, k.by.body, nil))
		}
	}
	return out
}
