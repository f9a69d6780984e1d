package eval

import "testing"

// TestInherits has a line for what constructors inherit from each other by helpers.
func TestInherits(t *testing.T) {
	const (
		babel = "function inherits(t, e) { t.prototype = Object.create(e && e.prototype, {}) } "
	)
	runTable(t, []row{
		{"class A { get() { result = this.a } } class B extends A {} class C extends B { a = 'b' } new C().get(); var result", "b"},

		{babel + "function B() {} B.prototype.get = function (x) { result = x }; inherits(D, B); function D() {} D.prototype.get = function (x) { get(proto(D.prototype), 'get', this).call(this, 'b' + x) }; new D().get('c'); var result", "bc"},
		{babel + "function B() {} B.prototype.get = function (x) { result = x }; inherits(D, B); function D() {} D.prototype.get = function (x) { sup(D, 'get', this, 3)(['b' + x]) }; new D().get('c'); var result", "bc"},
		{babel + "function B() {} B.prototype.get = function (x) { result = x }; inherits(D, B); function D() {} D.prototype.get = function () { var me = this; return () => sup(D, 'get', me, 3)(arguments) }; new D().get('c'); var result", "c"},
		{"const pick = (a, b, c, d) => list => list[0]; const result = pick({}, 'b', {}, 3)(['a'])", "a"},

		{"const result = Object.getOwnPropertyDescriptor({ a: 'b' }, 'a').value", "b"},
		{"const o = Object.defineProperties({ a: 'b' }, {}); const result = o.a", "b"},
		{"const result = String.raw(['a', 'c'], 'b')", "abc"},
		{"const o = { a: 'b' }, result = Object.getPrototypeOf(o).a", ""},
	})
}

// TestAssignedGroups has a line for groups of a component that are assigned.
func TestAssignedGroups(t *testing.T) {
	runTable(t, []row{
		{"class A { constructor() { this.methods = { go() { this.open('b') } } } open(x) { result = x } } Page(new A()); var result", "b"},
		{"class A { constructor() { put(this, 'methods', { go() { this.open('b') } }) } open(x) { result = x } } const put = (o, k, v) => { o[k] = v }; Page(new A()); var result", "b"},
		{"class A { constructor() { this.other = { go() { this.open('b') } } } open(x) { result = x } } Page(new A()); var result", ""},
		{"const c = { 'a.b': 'c' }; Page({ data: {}, onLoad() { this.setData(c) }, f() { result = this.data.a.b } }); var result", "c"},
		{"const put = (o, k, v) => (o[k] = v, o); Page({ data: {}, onLoad() { this.setData(put({ 'a.b': 'c' }, 'a.d', 'e')) }, f() { result = this.data.a.b + this.data.a.d } }); var result", "ce"},
		{"const c = { 'a.b': 'c' }; Page({ data: {}, onLoad() { this.setData(c) }, f() { result = this.data.a.d } }); var result", ""},
	})
}
