package eval

import "testing"

// TestPlainCalls: calls that hand a function its "this" and its arguments are followed, and
// methods of the program that only have such a name are left alone.
func TestPlainCalls(t *testing.T) {
	runTable(t, []row{
		{"let result; function f(x, y) { result = y } f.bind(null, 'a')('b')", "b"},
		{"let result; function f(x, y) { result = x + y } const g = f.bind(null, 'a'); g('b')", "ab"},
		{"let result; function f(x, y) { result = x } later(f.bind(null, 'a'))", "a"},
		{"const f = (x, y) => x + y; const result = ['b'].map(f.bind(null, 'a'))[0]", "ab"},
		{"const o = { a: 'b', f(x) { return this.a + x } }; const result = o.f.bind(o, 'c')()", "b…"},
		{"const me = this, f = x => x; const result = f.bind(me, 'a')()", "a"},
		{"const f = (x, y = 'b') => x + y; const result = f.bind(null, 'a')()", "ab"},
		{"let result; function f(x, y) { result = y } const g = f.bind(null, 5); g('a')", "a"},
		{"let result; later(function (x) { result = x }.bind(this, 'a'))", "a"},
		{"const o = { bind(x, y) { return y } }; const result = o.bind('a', 'b')", "b"},
		{"let result; const o = { bind(x, y) { result = y } }; o.bind(null, 'a'); o.bind(this, 'b'); o.bind(o, 'c')", "a b c"},
		{"let result; class A { bind(x, y) { result = y } } new A().bind(null, 'a')", "a"},
		{"let result; class A { static bind(x, y) { result = y } } A.bind(null, 'a')", "a"},
		{"let result; const o = { bind(x, y) { result = y } }; function g(f) { f.bind(null, 'a') } g(o)", "a"},
		{"let result; const wx = { f: { bind(x, y) { result = y } } }; wx.f.bind(wx, 'a')", "a"},
		{"const result = Reflect.apply(x => x, null, ['a'])", "a"},
		{"const list = ['a']; const result = Reflect.apply(x => x, null, list)", "a"},
		{"const Reflect = { apply: (x, y, z) => z }; const result = Reflect.apply('a', 'b', 'c')", "c"},
		{"class A { constructor(x) { this.a = x } } const result = Reflect.construct(A, ['a']).a", "a"},
		{"class A { constructor(x) { this.a = x } } const result = Reflect.construct(A, ['a'], A).a", "a"},
		{"const result = globalThis.Reflect.apply(x => x, null, ['a'])", "a"},
		{"const o = { f: x => x }; const result = o.f.call(o, 'a')", "a"},
		{"const o = { f: x => x }; const result = o.f.apply(o, ['a'])", "a"},
		{"const o = { p: { f: x => x } }; const result = o.p.f.call(o.p, 'a')", "a"},
		{"const f = x => x; const result = f.call(undefined, 'a')", "a"},
		{"const f = (x, y) => y; const result = f(...['a', 'b'])", "b"},
		{"const me = { a: 'b' }, f = (x, y) => x.a + y; later(f.bind(null, me)); const result = f(me, 'c')", "bc"},
		{"const f = x => x; const result = f.apply(void 0, ['a'])", "a"},
		{"const o = { call: (x, y) => x }; const result = o.call('a', 'b')", "a"},
		{"let result; const o = { call(x, y) { result = y } }; o.call(null, 'a'); o.call(this, 'b')", "a b"},
		{"let result; const o = { apply(x, y) { result = y[0] } }; o.apply(null, ['a']); o.apply(o, ['b'])", "a b"},
		{"let result; class A { call(x, y) { result = y } } const a = new A(); a.call(null, 'a')", "a"},
		{"let result; class A { apply(x, y) { result = y.b } } new A().apply(null, { b: 'a' })", "a"},
		{"let result; class A { static call(x, y) { result = y } } A.call(null, 'a')", "a"},
		{"let result; class A { static apply(x, y) { result = y[0] } } A.apply(undefined, ['a'])", "a"},
		{"const o = { p: { call: (x, y) => y } }; const result = o.p.call(o, 'a')", "a"},
		{"const o = { replace: x => x + 'b' }; const result = o.replace('a')", "ab"},
		{"class A { map(x) { return x } } const result = new A().map('a')", "a"},
	})
}
