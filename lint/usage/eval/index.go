package eval

import (
	"slices"
	"strconv"
	"strings"

	"github.com/beianlint/beianlint/lint/usage/ast"
	"github.com/beianlint/beianlint/lint/usage/lexer"
	"github.com/beianlint/beianlint/lint/usage/model"
	"github.com/beianlint/beianlint/lint/usage/resolve"
)

// evalIndex evaluates a[b]. A key that a caller chooses is taken as it is
// known; one that a constant or a variable of the program holds is a switch,
// and every property counts: its other values are an edit away.
func (e *Evaluator) evalIndex(x *ast.Expr, m *resolve.Module, f *frame) Values {
	if ast.IsArguments(x.L) {
		return e.evalArguments(x, m, f)
	}
	base := e.eval(x.L, m, f)
	if !chosen(x.R) && !base.named() {
		return e.switched(base, x.R)
	}
	keys := e.eval(x.R, m, f).Texts()
	if keys.mayLack() || e.hasOtherKeys(x.R, f) {
		return e.props.property(base, "*")
	}
	vs, read := newSet(e), map[string]bool{}
	for _, k := range keys {
		if k.Open {
			return e.props.property(base, "*")
		}
		if !read[k.Text] {
			read[k.Text] = true
			vs.union(e.props.property(base, k.Text))
		}
	}
	if len(vs.list) == 0 && !haveAll(base, keys) {
		return e.props.property(base, "*")
	}
	return vs.values()
}

// haveAll reports whether objects have properties of all of some names: when none of these
// is known, no other one is meant.
func haveAll(objects, names Values) bool {
	lacks := func(v *Value) bool {
		return v.Kind != Object || slices.ContainsFunc(names, func(name *Value) bool { return !has(v.expr, name.Text) })
	}
	return len(objects) > 0 && len(names) > 0 && !slices.ContainsFunc(objects, lacks)
}

// hasOtherKeys reports whether a call gives something that is not known to a
// parameter which chooses, or a loop goes through all names: an object can get more of
// them than those it is written with.
func (e *Evaluator) hasOtherKeys(x *ast.Expr, f *frame) bool {
	if x.Kind == ast.Logical {
		return e.hasOtherKeys(x.L, f)
	}
	if x.Kind != ast.Ident {
		return false
	}
	b := x.Binding()
	if b == nil || len(b.Defs) == 0 {
		return false
	}
	if b.Defs[0].Keys {
		return true
	}
	if b.Defs[0].Func == nil || len(b.Defs[0].Path) > 0 || f.of(b.Scope.Func) != nil {
		return false
	}
	for _, s := range e.callers.of(b.Defs[0].Func) {
		if arg := argument(s.args, b.Defs[0].Param, false); arg != nil && len(e.eval(arg, s.mod, nil)) == 0 {
			return true
		}
	}
	return false
}

// maxArguments bounds how many arguments are read by a key that is not known.
const maxArguments = 8

// evalArguments evaluates arguments[i].
func (e *Evaluator) evalArguments(x *ast.Expr, m *resolve.Module, f *frame) Values {
	fn := x.L.Scope.Callee()
	if fn == nil {
		return nil
	}
	from, to := 0, maxArguments
	if i, err := strconv.Atoi(x.R.Text); err == nil && x.R.Kind == ast.Number {
		from, to = i, i+1
	}
	out := newSet(e)
	for i := from; i < to; i++ {
		out.union(e.argumentAt(fn, i, m, f.of(fn)))
	}
	return out.values()
}

// argumentAt returns what calls give to a function at a place, whether it has a
// name there or not. A function can hand its arguments on to itself.
func (e *Evaluator) argumentAt(fn *ast.Func, i int, m *resolve.Module, f *frame) Values {
	key := readKey{e.memo.handles.made(identity{kind: Function, fn: fn}, f), e.memo.name("arguments." + strconv.Itoa(i))}
	return e.memo.read(key, func() Values {
		vs, _ := e.parameter(ast.Def{Func: fn, Param: i}, m, f)
		return vs
	})
}

// asIndex returns the number that the name of a property is, if it is one. Most are
// not: their errors need not be made.
func asIndex(name string) (int, bool) {
	if name == "" || strings.IndexByte("0123456789+-", name[0]) < 0 {
		return 0, false
	}
	i, err := strconv.Atoi(name)
	return i, err == nil
}

// switched reads every property of a table; where the target of the build
// chooses, not those of other targets: {h5: …, weapp: …}[process.env.TARO_ENV].
func (e *Evaluator) switched(base Values, key *ast.Expr) Values {
	if key.Kind != ast.Member || !resolve.IsEnvironment(key.L) {
		return e.props.property(base, "*")
	}
	out := newSet(e)
	for _, v := range base {
		if v.Kind != Object || v.expr.Kind != ast.Object {
			out.union(e.props.read(v, "*"))
			continue
		}
		for _, prop := range v.expr.Props() {
			if prop.Key != "" && !e.sources.IsOtherTarget(key.Text, prop.Key) {
				out.union(e.props.read(v, prop.Key))
			}
		}
	}
	return out.values()
}

// chosen reports whether a key is a literal or a parameter, with a literal or
// parameter in its place if it is missing.
func chosen(x *ast.Expr) bool {
	switch x.Kind {
	case ast.String, ast.Number, ast.Concat, ast.Template:
		return true
	case ast.Ident:
		b := x.Binding()
		return b != nil && len(b.Defs) > 0 && b.Defs[0].Func != nil
	case ast.Logical: // t[key || 'main']
		return x.Op != lexer.And && x.L.Kind == ast.Ident && chosen(x.L) && (chosen(x.R) || resolve.IsUntaken(x.R))
	}
	return false
}

func (e *Evaluator) evalMember(x *ast.Expr, m *resolve.Module, f *frame) Values {
	if resolve.IsEnvironment(x) {
		return Values{{Kind: Environment, Text: x.L.Text}}
	}
	if x.L.Kind == ast.Ident && x.L.Text == "module" && x.Text == "exports" && x.L.Scope.Lookup("module") == nil {
		return Values{{Kind: Exports, mod: m}}
	}
	if sent := e.facts.machines.sent[x]; sent != nil {
		return e.eval(sent, m, f)
	}
	base := e.eval(x.L, m, f)
	vs := e.props.property(base, x.Text)
	if x.Text == protoName { // Object.create(o) is o, see evalCreated
		vs = vs.Union(e.classes.protoOf(x.L, base)).Union(base.only(Object))
	}
	if len(base) == 0 {
		vs = e.assigned.ofUnknown(x)
	}
	if len(vs) == 0 && model.ExtMembers[x.Text] {
		vs = e.defs.ext
	}
	if len(vs) == 0 && x.L.Kind == ast.Member && x.L.Text == model.Dataset {
		if !e.callers.complete() {
			e.memo.provisional = true
		} else {
			vs = e.pages.dataset(m, x.Text)
		}
	}
	return vs.via(step{x.Text, m, x.End - int32(len(x.Text)), x.End, nil})
}

// argumentsOf evaluates the arguments of the function around a name, as a list.
func (e *Evaluator) argumentsOf(x *ast.Expr, m *resolve.Module, f *frame) Values {
	if x.Scope.Callee() == nil {
		return nil
	}
	list := make([]*ast.Expr, maxArguments)
	for i := range list {
		list[i] = &ast.Expr{Kind: ast.Index, L: x, R: &ast.Expr{Kind: ast.Number, Text: strconv.Itoa(i)}, Start: x.Start, End: x.End}
	}
	return listOf(list, x, m, f)
}
