package eval

import (
	"strings"
	"testing"
)

// TestSelves has a line for the ways in which a call gives a function a "this", with those that
// look like them.
func TestSelves(t *testing.T) {
	const (
		babel = "const run = fn => function () { const me = this, args = arguments; return new Promise((res, rej) => { step(fn.apply(me, args), res, rej) }) }; var result; "
		ts    = "const run = (me, args, P, fn) => new (P || Promise)((res, rej) => { step((fn = fn.apply(me, args)).next()) }); var result; "
	)
	method := func(body string) string {
		return "class A { constructor() { this.a = 'b' } get() { " + body + " } } new A().get(); var result"
	}
	nested := func(n int) string {
		return "import wrap from 'wrap'; const o = { a: 'b' }; " + strings.Repeat("wrap(", n) + "function () { result = this.a }" + strings.Repeat(")", n) + ".call(o); var result"
	}
	given := func(n int) string {
		return "var f; " + strings.Repeat("f = null; ", n) + "f = function () { result = this.a }; f.call({ a: 'b' }); var result"
	}
	runTable(t, []row{
		{ts + method("return run(this, void 0, void 0, function () { result = this.a })"), "b"},
		{ts + method("return run(this, void 0, void 0, function () { return gen(this, function (s) { result = this.a; return [2] }) })"), "b"},
		{ts + method("return run(this, null, function* () { result = this.a })"), "b"},
		{babel + method("return run(function* () { result = this.a }).call(this)"), "b"},
		{babel + method("return get.apply(this, arguments)") + "; var get = run(r().m(function g() { return r().w(function (c) { switch (c.n) { case 0: result = this.a; case 1: return c.a(2) } }, g, this) }))", "b"},
		{babel + method("return run(function () { return gen(this, function (s) { result = this.a; return [2] }) }).call(this)"), "b"},
		{ts + "class A { get() { return run(this, void 0, void 0, function () { this.a = 'b' }) } } const o = new A(); o.get(); result = o.a", "b"},
		{method("[1].forEach(function () { result = this.a }, this)"), "b"},
		{method("var me = this; [1].forEach(function () { result = this.a }, me)"), "b"},
		{method("(function () { result = this.a }).call(this)"), "b"},
		{method("const f = function () { result = this.a }; f.call(this)"), "b"},
		{method("on(function () { result = this.a }.bind(this))"), "b"},
		{"function f() { result = this.a } f.apply({ a: 'b' }); var result", "b"},
		{"function f() { result = this.a } f.call({ a: 'b' }); f.call({ a: 'c' }); var result", "b c"},

		{method("on(function () { result = this.a })"), ""},
		{method("[1].forEach(function () { result = this.a })"), ""},
		{method("[1].forEach(function () { result = this.a }, null)"), ""},
		{method("(function () { result = this.a }).call(null)"), ""},
		{method("(function () { result = this.a }).call(...list)"), ""},
		{"const o = { a: 'b' }; [1].map(function () { result = this.a }, 1); f(o); var result", ""},
		{"var f = g; function g() { result = this.a } f.call({ a: 'b' }); var result", ""},
		{nested(maxLooks / 2), "b"},
		{nested(maxLooks), ""},
		{given(maxLooks / 2), "b"},
		{given(maxLooks), ""},
	})
}
