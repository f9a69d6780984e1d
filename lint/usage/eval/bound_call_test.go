package eval

import "testing"

// TestPlainCalls: calls that hand a function its "this" and its arguments are the plain calls
// that they mean, but for methods that only have such a name.
func TestPlainCalls(t *testing.T) {
	runTable(t, []row{
		{"let result; function f(x, y) { result = y } f.bind(null, 'a')('b')", "b"},
		{"let result; function f(x, y) { result = x + y } const g = f.bind(null, 'a'); g('b')", "ab"},
		{"let result; function f(x, y) { result = x } later(f.bind(null, 'a'))", "a"},
		{"const f = (x, y) => x + y; const result = ['b'].map(f.bind(null, 'a'))[0]", "ab"},
		{"const o = { a: 'b', f(x) { return this.a + x } }; const result = o.f.bind(o, 'c')()", "bc"},
		{"const me = this, f = x => x; const result = f.bind(me, 'a')()", "a"},
		{"const f = (x, y = 'b') => x + y; const result = f.bind(null, 'a')()", "ab"},
		{"const o = { bind(x, y) { return y } }; const result = o.bind('a', 'b')", "b"},
		{"const result = Reflect.apply(x => x, null, ['a'])", "a"},
		{"const list = ['a']; const result = Reflect.apply(x => x, null, list)", "a"},
		{"const Reflect = { apply: (x, y, z) => z }; const result = Reflect.apply('a', 'b', 'c')", "c"},
		{"class A { constructor(x) { this.a = x } } const result = Reflect.construct(A, ['a']).a", "a"},
		{"const o = { f: x => x }; const result = o.f.call(o, 'a')", "a"},
		{"const o = { f: x => x }; const result = o.f.apply(o, ['a'])", "a"},
		{"const o = { p: { f: x => x } }; const result = o.p.f.call(o.p, 'a')", "a"},
		{"const f = x => x; const result = f.call(undefined, 'a')", "a"},
		{"const f = (x, y) => y; const result = f(...['a', 'b'])", "b"},
		{"const me = { a: 'b' }, f = (x, y) => x.a + y; later(f.bind(null, me)); const result = f(me, 'c')", "bc"},
		{"const f = x => x; const result = f.apply(void 0, ['a'])", "a"},
		{"const o = { call: (x, y) => x }; const result = o.call('a', 'b')", "a"},
		{"const o = { replace: x => x + 'b' }; const result = o.replace('a')", "ab"},
		{"class A { map(x) { return x } } const result = new A().map('a')", "a"},
	})
}
