package eval

import (
	"slices"
	"strings"

	"github.com/beianlint/beianlint/lint/usage/ast"
	"github.com/beianlint/beianlint/lint/usage/model"
	"github.com/beianlint/beianlint/lint/usage/resolve"
)

// keyed is an assignment to a member whose name is computed: target[key] = value,
// Object.defineProperty(target, key, {value}). Compilers hand the fields of classes and
// the properties of literals to helpers that make such ones.
type keyed struct {
	Assign
	key *ast.Expr
}

// nameKeyed notes such assignments under the names that their keys can be, now that
// calls are known, and reports whether there are any.
func (l *linker) nameKeyed() (named bool) {
	named = tellInherits(l)
	named = l.namePaths() || named
	for _, k := range l.e.facts.keyed {
		switch {
		case l.e.memo.stopped:
			return named
		case mayOffer(k):
			l.offers = append(l.offers, offer{keyed: k})
		default:
			named = l.nameOne(k) || named
		}
	}
	for i := range l.offers {
		o := &l.offers[i]
		o.names = l.namesIn(o.keyed, nil)
		named = l.nameOne(o.keyed) || named
	}
	if named {
		l.e.memo.reset()
	}
	return named
}

// offer is an assignment of what may be another object's member of the same name, and the
// names that it was noted under.
type offer struct {
	keyed
	names []string
}

// nameOffers says anew what is offered, and what has other names, now that the names of all
// else are known.
func (l *linker) nameOffers() {
	var others []keyed
	gone := map[assignKey]bool{}
	for _, o := range l.offers {
		is, mixed := isOffered(l, o.keyed)
		if !is && slices.Equal(o.names, l.namesIn(o.keyed, nil)) {
			continue
		}
		gone[assignKeyOf(o.Assign)] = true
		if is {
			o.gets = getsUncallable
		}
		if !is || mixed {
			others = append(others, o.keyed)
		}
	}
	withdraw(l.e.facts, gone)
	for _, k := range others {
		l.nameOne(k)
	}
	changed := len(gone) > 0
	l.offers = nil
	if changed {
		l.e.memo.reset()
		l.pass(someCallers(l.sites))
	}
}

// nameOne notes one assignment: where its key can have several names, by the call in
// which it has each.
func (l *linker) nameOne(k keyed) bool {
	if isSum(l.e, l.sites, k.key, k.Mod) {
		if k.key.Kind == ast.Ident {
			return false
		}
		l.nameIn(k, anyName, nil)
		return true
	}
	if nameRenamed(l, k, nil) {
		return true
	}
	names := l.namesIn(k, nil)
	if len(names) == 0 {
		return false
	}
	fn := innermost(scopeOf(k.key))
	calls := l.callsOf(fn, l.keyParams(k.key, fn), 0)
	if len(calls) < 2 {
		for _, name := range names {
			l.nameIn(k, name, nil)
		}
		return true
	}
	for _, f := range calls {
		for _, name := range l.namesIn(k, f) {
			l.nameIn(k, name, f)
		}
	}
	return true
}

// namesIn are the names that a key has in a call, or in all: anyName where that is not
// known. Behind the first step of a path anything may follow: list[, and then an index.
func (l *linker) namesIn(k keyed, f *frame) (names []string) {
	if path, ok := l.indexed(k.key, k.Mod, f); ok {
		return []string{path}
	}
	vs := l.e.eval(k.key, k.Mod, f).Texts()
	if len(vs) == 0 {
		return []string{anyName}
	}
	for _, v := range vs {
		switch {
		case v.Kind == Constant: // an index
		case !v.Open:
			names = append(names, v.Text)
		case strings.ContainsAny(v.Text, ".["):
			names = append(names, v.Text+anyName)
		default:
			names = append(names, anyName)
		}
	}
	names = slices.Compact(slices.Sorted(slices.Values(names)))
	if len(names) > maxKeyNames {
		return nil
	}
	return names
}

// indexed returns the path that a key is made to be of pieces of which only indexes are
// not known: `list[${i}].url`.
func (l *linker) indexed(key *ast.Expr, m *resolve.Module, f *frame) (path string, ok bool) {
	if key.Kind == ast.Ident {
		if d := firstDef(key); d.Value != nil && len(d.Path) == 0 {
			key = d.Value
		}
	}
	if key.Kind != ast.Template && key.Kind != ast.Concat {
		return "", false
	}
	for _, piece := range key.List {
		vs := l.e.eval(piece, m, f)
		switch {
		case len(vs) == 1 && vs[0].Kind == Text && !vs[0].Open:
			path += vs[0].Text
		case strings.HasSuffix(path, "["):
			path += "0"
		default:
			return "", false
		}
	}
	return path, true
}

// nameIn notes an assignment under a name. A function that is assigned is the method of
// what it is assigned to.
func (l *linker) nameIn(k keyed, name string, f *frame) {
	a := k.Assign
	a.frame = f
	if a.gets != getsAll && name == anyName {
		a.gets = getsTexts
	}
	name, a = below(a, name)
	l.e.facts.noteAssign(name, a)
	for _, v := range l.e.eval(a.Value, a.Mod, f) {
		if v.Kind == Object && model.IsGroup(name) {
			l.e.facts.groups.assigned[v.expr] = a
		}
		if v.Kind == Function && !v.Fn.Arrow && v.Fn.Object == nil {
			if _, owned := l.e.facts.owner[v.Fn]; !owned {
				l.e.facts.owner[v.Fn] = a
			}
		}
	}
}

// namePaths notes what a setter is given by paths in a literal that stands elsewhere:
// const changes = {'a.b': value}; this.setData(changes).
func (l *linker) namePaths() (named bool) {
	e := l.e
	for _, whole := range e.facts.groups.wholes {
		target := e.pages.link(whole.Target, place{whole.Target, whole.Mod})
		for _, v := range e.eval(whole.Value, whole.Mod, nil) {
			if v.Kind != Object || v.expr.Kind != ast.Object {
				continue
			}
			for i := range v.expr.Props() {
				prop := &v.expr.Props()[i]
				if prop.Value == nil || !strings.ContainsAny(prop.Key, ".[") {
					continue
				}
				a := Assign{Target: target, Value: prop.Value, Mod: v.mod, Start: prop.Start, frame: v.frame}
				e.facts.noteAssign(below(a, prop.Key))
				named = true
			}
		}
	}
	return named
}

const (
	// maxForwards bounds through how many helpers a key is followed: those of compilers
	// hand it on once.
	maxForwards = 3
	// maxKeyNames is how many names a key has at most that says something: those of a table
	// of all the strings of an obfuscated script do not.
	maxKeyNames = 64
	// maxKeyed bounds how many calls of one helper are told apart.
	maxKeyed = 20_000
)

// keyParams are the parameters of a function by which a key is made.
func (l *linker) keyParams(key *ast.Expr, fn *ast.Func) (params []int) {
	ast.Walk(&ast.Tree{Body: []*ast.Stmt{{Expr: key}}}, func(x *ast.Expr, _ []*ast.Expr) {
		if x.Kind != ast.Ident {
			return
		}
		if b := x.Binding(); b != nil {
			for _, d := range b.Defs {
				if d.Func != nil && d.Func == fn && !slices.Contains(params, d.Param) {
					params = append(params, d.Param)
				}
			}
		}
	})
	return params
}

// callsOf returns the calls of a function, each within those of the function around it
// that give it a key.
func (l *linker) callsOf(fn *ast.Func, params []int, depth int) (calls []*frame) {
	if len(params) == 0 {
		return nil
	}
	for _, s := range l.sites[fn] {
		callers := []*frame{s.frame}
		if around := innermost(s.scope); s.frame == nil && around != nil && around != fn && depth < maxForwards {
			var handed []int
			for _, p := range params {
				handed = append(handed, l.keyParams(argument(s.args, p, false), around)...)
			}
			if within := l.callsOf(around, handed, depth+1); len(within) > 0 {
				callers = within
			}
		}
		for _, caller := range callers {
			calls = append(calls, &frame{fn: fn, args: s.args, mod: s.mod, caller: caller})
		}
		if l.e.memo.spend(len(callers)); len(calls) > maxKeyed {
			return nil
		}
	}
	return calls
}
