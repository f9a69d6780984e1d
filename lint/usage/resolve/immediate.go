package resolve

import (
	"slices"
	"strings"

	"github.com/beianlint/beianlint/lint/usage/ast"
	"github.com/beianlint/beianlint/lint/usage/model"
)

// immediate returns the function that a call calls where it stands, (function () { … })()
// and (function () { … }).call(this), or nil.
func immediate(x *ast.Expr) *ast.Func {
	callee := x.L
	if x.Kind != ast.Call || callee == nil {
		return nil
	}
	if callee.Kind == ast.Member && callee.Text == "call" {
		callee = callee.L
	}
	if callee.Kind != ast.Function {
		return nil
	}
	return callee.Func()
}

// findResults finds the functions that are called where they stand, and by nothing else:
// what they return is the value of the call.
func (v *referrer) findResults() {
	for _, x := range v.m.Tree.Calls {
		if f := immediate(x); f != nil && f.Name == "" && f.Yields == nil && !isAsync(f, v.m.Tree.Source) {
			v.results[f] = v.add(carrier{})
		}
	}
}

// isAsync reports whether a function gives back a promise.
func isAsync(f *ast.Func, src string) bool {
	at := min(int(f.Start), len(src))
	return strings.HasPrefix(src[at:], "async") || strings.HasSuffix(strings.TrimRight(src[max(0, at-len("async \n\t")):at], " \t\n"), "async")
}

// parameter is what becomes of an argument of a call whose value has these fates: the
// parameter holds it where it is known which function is called.
func (v *referrer) parameter(x *ast.Expr, i int, fates []fate) []fate {
	if arg := x.List[i]; v.bundled.seen[arg] && v.bundled.roles[onlyDef(arg)].kind == loaderRole {
		return used(hidden) // modules call it; what else they do with it is noted there
	}
	if i == 0 && isDefiner(x) {
		v.compiled.helped[x.List[0]] = true
		return fates
	}
	if x.L.Kind == ast.Member && ownHelpers[x.L.Text] && i == 0 && v.roleOf(x.L.L).loads() {
		return dropped
	}
	f, shift := immediate(x), 0
	if f != nil && x.L.Kind == ast.Member {
		shift = 1
	}
	if f == nil && x.L.Kind == ast.Ident {
		f = declaredFunction(x.L)
		if i == 0 && f != nil && isInterop(f, v.m.Tree.Source) {
			v.compiled.helped[x.List[0]] = true
			if len(fates) == 0 {
				return used(touched)
			}
			return append(fates[:len(fates):len(fates)], fate{use: touched, into: flow{carrier: none}}, held(v.name("default"), anyUse))
		}
	}
	if f == nil || i < shift || i-shift >= len(f.Params) {
		return escaping
	}
	for _, before := range x.List[:i+1] {
		if before.Kind == ast.Spread {
			return escaping
		}
	}
	if p := f.Params[i-shift]; p.Binding != nil && !p.Rest && len(p.Parts) == 0 {
		return []fate{held(v.binding(p.Binding), anyUse)}
	}
	return escaping
}

// ownHelpers are the properties of webpack's loader that give members to the exports of
// the module that calls them, or ask for one.
var ownHelpers = map[string]bool{"d": true, "r": true, "o": true}

// isInterop reports whether a function gives back what it gets, or an object with that as
// its default: function (e) { return e && e.__esModule ? e : { default: e } }.
func isInterop(f *ast.Func, src string) bool {
	if f == nil || len(f.Params) != 1 || len(f.Returns) != 1 || f.Params[0].Binding == nil || int(f.Returns[0].End) > len(src) {
		return false
	}
	p, text := f.Params[0].Binding.Name, src[f.Returns[0].Start:f.Returns[0].End]
	want := p + "&&" + p + ".__esModule?" + p + ":{default:" + p + "}"
	return len(text) < maxInterop && strings.Contains(text, "__esModule") && bare.Replace(text) == want
}

// maxInterop is how long what it returns is in bytes, at most, however it is laid out.
const maxInterop = 400

// bare takes out what ways of writing the same differ in.
var bare = strings.NewReplacer(" ", "", "\n", "", "\r", "", "\t", "", "(", "", ")", "", `"`, "", "'", "")

// isDefiner reports whether a call only gives a property to its first argument, and gives
// that back: Object.defineProperty(A, "a", …). What the property is, leaks by itself.
func isDefiner(x *ast.Expr) bool {
	return x.Kind == ast.Call && x.L.Kind == ast.Member && x.L.Text == model.PropertyDefiner && namesGlobal(x.L.L, "Object")
}

// declaredFunction returns the function that a name always stands for, or nil.
func declaredFunction(x *ast.Expr) *ast.Func {
	b := x.Binding()
	if b == nil || len(b.Defs) != 1 || len(b.Defs[0].Path) > 0 {
		return nil
	}
	if value := b.Defs[0].Value; value != nil && value.Kind == ast.Function {
		return value.Func()
	}
	return nil
}

// shareArguments notes that arguments has what the parameters of a function have.
func (v *referrer) shareArguments(x *ast.Expr) {
	fn := x.Scope.Callee()
	if fn == nil {
		return
	}
	for _, p := range fn.Params {
		if p.Binding != nil {
			v.note(v.binding(p.Binding), escaping)
		}
	}
}

// namedInside notes that a function or class has a name of its own in it, which may be
// declared further out as something else: const f = function g() { g.a() }.
func (v *referrer) namedInside(x *ast.Expr, name string, outer *ast.Scope, at int32) {
	if x.Kind == ast.Function {
		if b := x.Func().Scope.Own(name); b != nil && b.Defs[0].Value == x {
			v.flow(at, flow{v.binding(b), anyUse})
			return
		}
	}
	if !hasOwnName(v.m.Tree.Source[min(int(x.Start), len(v.m.Tree.Source)):], name) {
		return
	}
	as := v.name(name)
	if b := outer.Lookup(name); b != nil {
		if as = v.binding(b); slices.ContainsFunc(b.Defs, func(d ast.Def) bool { return d.Value == x }) {
			return
		}
	}
	v.flow(at, flow{as, anyUse})
}

// hasOwnName reports whether the source of a function or class begins with a word and its
// name.
func hasOwnName(src, name string) bool {
	if name == "" {
		return false
	}
	head, _, _ := strings.Cut(src[:min(len(src), len(name)+32)], name)
	for _, word := range strings.FieldsFunc(head, func(r rune) bool { return !isWord(byte(r)) }) {
		if word != "async" && word != "function" && word != "class" {
			return false
		}
	}
	return !strings.Contains(head, "(") && (strings.Contains(head, "function") || strings.Contains(head, "class"))
}

// scopeOf returns the scope around a class, as far as one of its members tells it.
func scopeOf(c *ast.ClassBody) *ast.Scope {
	for i := range c.Members {
		if x := c.Members[i].Value; x != nil && x.Kind == ast.Function {
			return x.Func().Scope.Parent
		}
	}
	return nil
}

// ofNothing leaves out what modules get where an expression is none: compilers begin with
// exports.default = void 0.
func (v *referrer) ofNothing(x *ast.Expr, fates []fate) []fate {
	if !v.isNothing(x) {
		return fates
	}
	isOther := func(f fate) bool { return f.into.carrier == none || !v.carriers[f.into.carrier].named }
	out := slices.DeleteFunc(slices.Clone(fates), isOther)
	for i := range out {
		out[i].into.mask &^= gated // what it is a member of was left out
	}
	return out
}

// isNothing reports whether an expression is null, undefined, void 0 or a literal.
func (v *referrer) isNothing(x *ast.Expr) bool {
	switch x.Kind {
	case ast.String, ast.Number:
		return true
	case ast.Ident:
		return x.Text == "null" || x.Text == "undefined"
	case ast.Unknown:
		return v.isUnary(x)
	}
	return false
}
