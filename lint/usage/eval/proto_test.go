package eval

import (
	"testing"

	"github.com/beianlint/beianlint/lint/usage/ast"
)

// TestTakersAreBounded: one object may be what a thousand others have above them.
func TestTakersAreBounded(t *testing.T) {
	e := link("-- app.js --\nconst o = { c() {} }").e
	o := Values{{Kind: Object, expr: e.live[0].Tree.Bindings[0].Defs[0].Value, mod: e.live[0]}}
	found := takers{}
	for range 2 * maxSubjects {
		found.note(e, o, func() Values { return Values{{Kind: Object, expr: &ast.Expr{Kind: ast.Object}}} })
	}
	if got := len(found[e.memo.identity(o[0])]); got != maxSubjects {
		t.Errorf("%d take from one, want %d", got, maxSubjects)
	}
}

// TestTakersAreAll: where one thing that "this" is of a method is known, all others are, or none.
func TestTakersAreAll(t *testing.T) {
	const o = "var result; const o = { f() { result = this.a } }; const p = { ...o, a: 'b' }; p.f(); "
	runTable(t, []row{
		{o, "b"},
		{o + "const q = { ...[o][0], a: 'c' }; q.f()", "b c"},
		{o + "function Q(x) { Object.assign(this, x); this.a = 'c' } new Q(o).f()", "b c"},
		{o + "class Q { constructor() { Object.assign(this, o); this.a = 'c' } } new Q().f()", "b c"},
		{o + "o.f.call({ a: 'c' })", ""},
		{o + "const q = { f: o.f, a: 'c' }; q.f()", ""},
		{o + "const q = { a: 'c' }; q.f = o.f.bind(q)", ""},
		{o + "const { f } = o; f.apply({ a: 'c' })", ""},
	})
}
