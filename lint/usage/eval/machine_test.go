package eval

import "testing"

// TestMachines has a line for generators and async functions as compilers write them for
// old phones, with those that look like them.
func TestMachines(t *testing.T) {
	const (
		babel = "const run = fn => function () { const me = this, args = arguments; return new Promise((res, rej) => { step(fn.apply(me, args), res, rej) }) }; "
		ts    = "const run = (me, args, P, fn) => new (P || Promise)((res, rej) => { step((fn = fn.apply(me, args)).next()) }); "
	)
	runTable(t, []row{
		// TypeScript and swc
		{"function f() { return gen(this, function (s) { return [2, 'a'] }) } const result = f()", "a"},
		{"function f() { return gen(this, function (s) { switch (s.label) { case 0: return [4, 'a']; case 1: s.sent(); return [2] } }) } const result = f().next().value", "a"},
		{"function f() { return gen(this, function (s) { switch (s.label) { case 0: return [5, values(['a'])]; case 1: return [2] } }) } function values(l) { return l } const result = f().next().value", "a"},
		{ts + "function f() { return run(this, void 0, void 0, function () { return gen(this, function (s) { switch (s.label) { case 0: return [4, 'a']; case 1: result = s.sent() + 'b'; return [2] } }) }) } f(); var result", "ab"},
		{ts + "function f() { return run(this, void 0, void 0, function () { return gen(this, function (s) { switch (s.label) { case 0: return [4, 'a']; case 1: s.sent(); return [4, 'b']; case 2: return [2, s.sent() + 'c'] } }) }) } const result = f()", "bc"},
		{"const result = ['a'].map(function (s) { return [2, s] })[0][1]", "a"},
		{"const other = (me, f) => f('a'); function f() { return other(this, function (s) { return s }) } const result = f()", "a"},

		// Babel
		{"function f() { return r().wrap(function (c) { while (1) switch (c.prev = c.next) { case 0: return c.abrupt('return', 'a'); case 1: case 'end': return c.stop() } }, f) } const result = f()", "a"},
		{"function f() { return r().w(function (c) { while (1) switch (c.n) { case 0: c.n = 1; return 'a'; case 1: return c.a(2) } }, f) } const result = f().next().value", "a"},
		{"function f() { return r().w(function (c) { for (;;) switch (c.n) { case 0: return c.n = 1, 'a'; case 1: return c.a(2, c.v + 'b') } }, f) } const result = f()", "ab"},
		{babel + "const f = run(r().m(function g() { return r().w(function (c) { switch (c.n) { case 0: return c.a(2, 'a') } }, g) })); const result = f()", "a"},
		{babel + "const f = run(r().mark(function g(u) { return r().wrap(function (c) { switch (c.prev = c.next) { case 0: return c.abrupt('return', u + 'b'); case 1: return c.stop() } }, g) })); const result = f('a')", "ab"},
		{babel + "function f() { return (f = run(r().mark(function g(u) { return r().wrap(function (c) { switch (c.prev = c.next) { case 0: c.next = 2; return u; case 2: c.t0 = c.sent; c.t1 = c.t0 + 'b'; result = c.t1; case 5: return c.stop() } }, g) }))).apply(this, arguments) } f('a'); var result", "ab"},
		{"import run from 'helpers'; const f = run(r().m(function g() { return r().w(function (c) { switch (c.n) { case 0: return c.a(2, 'a') } }, g) })); const result = f()", "a"},
		{"function f() { return r.async(function (c) { switch (c.prev = c.next) { case 0: c.next = 2; return r.awrap('a'); case 2: result = c.sent; case 3: return c.stop() } }) } f(); var result", "a"},
		{"function f() { return r().w(function (c) { switch (c.n) { case 0: c.n = 1; return c.d(g(), 1); case 1: return c.a(2) } }, f) } function* g() { yield 'a' } const result = f().next().value", "a"},
		{"const on = f => f({ stop: () => 'a' }); const result = on(function (e) { return e.stop() })", "a"},
		{"const on = f => f({ next: 'b' }); const result = on(function (e) { return e.next })", "b"},
	})
}
