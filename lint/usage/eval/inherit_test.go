package eval

import "testing"

// TestInherits has a line for what constructors inherit from each other by helpers.
func TestInherits(t *testing.T) {
	const (
		babel = "function inherits(t, e) { t.prototype = Object.create(e && e.prototype, {}) } "
		ts    = "var extend = function (d, b) { function A() { this.constructor = d } d.prototype = b === null ? Object.create(b) : (A.prototype = b.prototype, new A()) }; "
		old   = "var extend = function (d, b) { function A() { this.constructor = d } A.prototype = b.prototype; d.prototype = new A() }; "
		above = "function B() {} B.prototype.get = function () { result = this.a }; function C() {} C.prototype.get = function () { other = this.a }; var result, other; "
	)
	runTable(t, []row{
		{babel + above + "inherits(D, B); function D() { this.a = 'b' } inherits(E, C); function E() { this.a = 'c' } new D().get(); new E().get()", "b"},
		{ts + above + "extend(D, B); function D() { this.a = 'b' } extend(E, C); function E() { this.a = 'c' } new D().get(); new E().get()", "b"},
		{old + above + "extend(D, B); function D() { this.a = 'b' } extend(E, C); function E() { this.a = 'c' } new D().get(); new E().get()", "b"},
		{babel + above + "inherits(D, B); inherits(E, D); function D() {} function E() { this.a = 'b' } new E().get()", "b"},
		{babel + above + "(function (s) { inherits(D, s); function D() { var me = s.apply(this, arguments) || this; me.a = 'b' } new D() })(B); (function (s) { inherits(D, s); function D() { this.a = 'c' } new D() })(C)", "b"},
		{above + "D.prototype = new B(); function D() { this.a = 'b' } new D().get()", "b"},
		{above + "D.prototype = Object.create(B.prototype); function D() { this.a = 'b' } new D().get()", "b"},
		{above + "class D extends B { a = 'b' } class E extends C { a = 'c' } new D().get(); new E()", "b"},
		{above + "function put(d, b) { d.prototype = {}; d.above = b.prototype } put(D, B); function D() { this.a = 'b' } new D()", ""},
		// what the one below sets in place of something else: an address alone
		{above + "D.prototype = new B(); function D() { this.a = 'https://b' } B.prototype.a = 'https://b.c'; new D().get()", "https://b.c"},
		{above + "D.prototype = new B(); function D() { this.a = 'https://c.d' } B.prototype.a = 'https://b.c'; new D().get()", "https://b.c https://c.d"},
		{above + "D.prototype = new B(); function D() { this.a = 'c' } B.prototype.a = ''; new D().get()", " c"},
		// what another one below sets that is beside it
		{"function B() {} D.prototype = new B(); function D() { result = this.a } E.prototype = new B(); function E() { this.a = 'b' } new D(); new E(); var result", ""},
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

// TestConstructorsInACircle: how often a constructor is read that is above itself is bounded.
func TestConstructorsInACircle(t *testing.T) {
	if got := workOn("-- app.js --\nfunction B() {} function D() {} D.prototype = new B(); B.prototype = new D(); const result = new D().a"); got > 100*maxAbove {
		t.Errorf("%d steps", got)
	}
}
