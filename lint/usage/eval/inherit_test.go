package eval

import (
	"strconv"
	"strings"
	"testing"

	"github.com/beianlint/beianlint/lint/usage/ast"
)

// TestInherits has a line for what constructors inherit from each other by helpers.
func TestInherits(t *testing.T) {
	const (
		babel = "function inherits(t, e) { t.prototype = Object.create(e && e.prototype, {}) } "
		ts    = "var extend = function (d, b) { function A() { this.constructor = d } d.prototype = b === null ? Object.create(b) : (A.prototype = b.prototype, new A()) }; "
		old   = "var extend = function (d, b) { function A() { this.constructor = d } A.prototype = b.prototype; d.prototype = new A() }; "
		plain = "function inh(t, e) { t.prototype = Object.create(e.prototype) } "
		all   = "function B() {} B.prototype.get = function () { result = this.a }; function A() { this.a = 'a' } function D() { this.a = 'b' } var result; "
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
		{above + "Object.setPrototypeOf(D.prototype, B.prototype); function D() { this.a = 'b' } new D().get()", "b"},
		{above + "D.prototype.__proto__ = B.prototype; function D() { this.a = 'b' } new D().get()", "b"},
		{above + "function put(d, b) { Object.setPrototypeOf(d.prototype, b.prototype) } put(D, B); function D() { this.a = 'b' } put(E, C); function E() { this.a = 'c' } new D().get(); new E().get()", "b"},
		{above + "B.prototype.get = function () { result = this.f() }; B.prototype.f = function () { return 'x' }; D.prototype = Object.create(B.prototype); function D() {} D.prototype.f = function () { return 'b' }; new D().get()", "b x"},
		{above + "class D { a = 'b' } Object.setPrototypeOf(D.prototype, B.prototype); new D().get()", "b"},
		{above + "class D extends B { a = 'b' } class E extends C { a = 'c' } new D().get(); new E()", "b"},
		{above + "function put(d, b) { d.prototype = {}; d.above = b.prototype } put(D, B); function D() { this.a = 'b' } new D()", ""},
		// calls of the helper that cannot be told apart, beside some that can be
		{plain + all + "inh(A, B); const q = inh.bind(null, D); q(B); new A().get(); new D().get()", "a b"},
		{plain + all + "inh(A, B); inh.call(null, ...list); new A().get(); new D().get()", "a"},
		{"function inh(t, e) { e = e || B; t.prototype = Object.create(e.prototype) } " + all + "inh(A, B); inh(D); new A().get(); new D().get()", "a b"},
		{"function inh(t, e = B) { t.prototype = Object.create(e.prototype) } " + all + "inh(A, B); inh(D); new A().get(); new D().get()", "a b"},
		{"function inh(t, e) { e = e || inh.root; t.prototype = Object.create(e.prototype) } inh.root = B; " + all + "inh(A, B); inh(D, null); new A().get(); new D().get()", "a b"},
		{"function inh(t, e) { if (e) t.prototype = Object.create(e.prototype); else t.prototype = Object.create(B.prototype) } " + all + "inh(A, B); inh(D); new A().get(); new D().get()", "a b"},
		// helpers that give more than the prototype above
		{"function put(t, e) { t.prototype = e.prototype.conf } function B() {} B.prototype.conf = { a: 'b' }; function A() {} put(A, B); const result = new A().a", "b"},
		{"function put(t, e, o) { t.prototype = o || e.prototype } function B() {} function A() {} put(A, B, { a: 'b' }); const result = new A().a", "b"},
		{"function put(t, e, o) { t.prototype = Object.create(e.prototype, o) } function B() {} B.prototype.a = 'b'; function A() {} put(A, B, {}); const result = new A().a", "b"},
		{"const create = Object.create; function inh(t, e) { t.prototype = create(e && e.prototype, { constructor: { value: t } }) } " + above + "inh(D, B); function D() { this.a = 'b' } inh(E, C); function E() { this.a = 'c' } new D().get(); new E().get()", "b"},
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

// TestGivenLists: what many classes are given by one name of a list is kept once.
func TestGivenLists(t *testing.T) {
	const n = 40
	files := "-- app.js --\nvar l = [" + repeated(n, "{ key: 'a%d', value: 'b%[1]d' },") + "]\n" +
		repeated(n, "function A%d() {}; c(A%[1]d, l)") + "const result = new A0().a0 + new A39().a39"
	p := link(files)
	assigns := 0
	for i := range n {
		assigns += len(p.e.facts.assigns["a"+strconv.Itoa(i)])
	}
	if assigns > n*(maxGiven+1) {
		t.Errorf("%d assignments", assigns)
	}
	m := p.Module("app/app.js")
	if got := p.Binding(m.Tree.Scope.Own("result"), m); len(got) != 1 || got[0].Text != "b0b39" {
		t.Errorf("%v", got)
	}
}

// TestNestedPrototypes: a value is not looked into deeply, nor for what stands in its functions.
func TestNestedPrototypes(t *testing.T) {
	nested := func(n int) string { return strings.Repeat("[", n) + "e.prototype" + strings.Repeat("]", n) }
	for value, want := range map[string]int{
		nested(maxInheriting - 1):                    1,
		nested(maxInheriting):                        -1,
		strings.Repeat("0, ", 9) + "e.prototype":     -1,
		"function () { return e.prototype.a }":       -1,
		"{ a() { return e.prototype.a } }":           -1,
		"class { a = e.prototype }":                  -1,
		"make(function () { t.a = e.prototype })":    -1,
		"mix(Object.create(e.prototype), { a: '' })": 1,
	} {
		list := link("-- app.js --\nfunction f(t, e) { t.prototype = (" + value + ") }\nf(1, 2)").e.facts.inherits.list
		if len(list) != 1 || list[0].sub != 0 || list[0].above != want {
			t.Errorf("%s: %v", value, list)
		}
	}
}

// TestHeirsAreBounded: of classes above each other each has all that are below it.
func TestHeirsAreBounded(t *testing.T) {
	classes := make([]ast.ClassBody, 2*maxHeirs)
	h := &heirs{direct: map[extended]Values{}, all: map[extended]Values{}}
	for i := range classes[1:] {
		h.direct[extended{class: &classes[i]}] = Values{{Kind: Instance, class: &classes[i+1]}}
	}
	if got := len(h.of(&Value{class: &classes[0]})); got != maxHeirs || !h.cut {
		t.Errorf("%d below one", got)
	}
	found := 0
	for i := range classes {
		found += len(h.of(&Value{class: &classes[i]}))
	}
	if found > maxAllHeirs {
		t.Errorf("%d below all", found)
	}
	got := link("-- app.js --\nclass A0 { get() { return this.a } }\n" + repeated(maxHeirs+1, "class B%d extends A0 {}") + "const result = new A0().get()")
	m := got.Module("app/app.js")
	got.Binding(m.Tree.Scope.Own("result"), m)
	if len(got.e.memo.bounds) == 0 {
		t.Error("nothing is said")
	}
}

// TestManyCallsLeft: what a helper says is kept for a few calls one by one, or for all.
func TestManyCallsLeft(t *testing.T) {
	files := func(n int) string {
		return "-- app.js --\nfunction B() {}\nfunction inh(t, e) {\n" + strings.Repeat("t.prototype = e.prototype;", n) + "}\n" +
			"function A() {}; inh(A, B)\n" + repeated(n, "function A%d() {}; inh(A%[1]d)") + "const result = new A().a"
	}
	if got := len(link(files(maxLeft + 1)).e.facts.assigns[prototypeName]); got > 2*maxLeft {
		t.Errorf("%d assignments", got)
	}
}
