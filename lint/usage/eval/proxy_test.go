package eval

import (
	"slices"
	"strings"
	"testing"
)

// TestOfferedBounds wraps the member of a platform's object that a proxy gives in as many
// calls and functions as are looked into, and in one more.
func TestOfferedBounds(t *testing.T) {
	calls := func(n int) string { return strings.Repeat("f(", n) + "wx[n]" + strings.Repeat(")", n) }
	functions := func(n int) string { return strings.Repeat("x => ", n) + "wx[n](o)" }
	isOffered := func(trap string) bool {
		p := link("-- app.js --\nconst f = o => o, p = new Proxy({}, { get: (t, n) => " + trap + " }), result = p.request")
		m := p.Module("app/app.js")
		return slices.ContainsFunc(p.Binding(m.Tree.Scope.Own("result"), m), func(v *Value) bool { return v.Kind == API && v.Path.Last() == "request" })
	}
	for name, wrap := range map[string]func(int) string{"calls": calls, "functions": functions} {
		if !isOffered(wrap(maxOffered)) || isOffered(wrap(maxOffered+1)) {
			t.Errorf("%s: %d are looked into: %t, one more: %t", name, maxOffered, isOffered(wrap(maxOffered)), isOffered(wrap(maxOffered+1)))
		}
	}
}

// TestOfferedRest: of an object that has a function, what a call makes of its other members
// counts, too.
func TestOfferedRest(t *testing.T) {
	const copies = "function copy(s) { const t = {}; Object.keys(s).forEach(k => { t[k] = f(s[k]) }); return t } "
	const twice = "function f(v) { return v } function merge(a, b) { const n = {}; ['u', 'f'].forEach(k => { n[k] = f(b[k]) }); n.f = a.f; return n } " +
		"let result; function ask(e) { e = merge({ f(c) { result = c.u } }, e); e.f(e) } "
	runTable(t, []row{
		{copies + "const f = v => v, result = copy({ u: 'a', f() {} }).u", "a"},
		{copies + "const f = v => v, result = copy({ u: 'a', v: 'b', f() {} }).u", "a b"}, // texts under each name
		{copies + "const f = v => v === 'a' ? 'b' : v, result = copy({ u: 'a', f() {} }).u", "a b"},
		{copies + "const f = v => v.p ? { w: 'b' } : v, result = copy({ u: { p: 'a' }, f() {} }).u.w", "b"},
		{copies + "const f = v => v, s = { u: 'a' }; s[x] = () => 'c'; const result = copy(s).u", "a"},
		{copies + "const f = v => 'b', result = copy({ f() {} }).f", ""},
		{copies + "const f = v => v, result = copy({ u: 'a', f() { return 'b' } }).f()", "b"},
		{twice + "ask({ u: 'a' }); (u => ask(merge({}, { u })))('b')", "a b"},
		{twice + "ask({ w: 'a' })", ""},
		{copies + "const f = v => v; let result; function hand(h) { run(h.f) } function run(f) { f('a') } hand({ f: u => { result = copy({ u, f() {} }).u } })", "a"}, // known late
	})
}
