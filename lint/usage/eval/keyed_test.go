package eval

import (
	"fmt"
	"strings"
	"testing"
)

// TestKeyed: what is assigned to a member whose name is computed is read under the
// names that it can have.
func TestKeyed(t *testing.T) {
	const set = "function set(o, k, v) { o[k] = v } "
	const define = "function define(o, k, v) { return (k = k + '') in o ? Object.defineProperty(o, k, { value: v }) : o[k] = v, o } "
	const classes = "function members(t, l) { for (var i = 0; i < l.length; i++) { var d = l[i]; Object.defineProperty(t, d.key, d) } } function make(c, own, all) { return own && members(c.prototype, own), all && members(c, all), c } "
	runTable(t, []row{
		{set + "const o = {}; set(o, 'a', 'b'); const result = o.a", "b"},
		{set + "const o = {}; set(o, 'a', 'b'); set(o, 'c', 'd'); const result = o.a", "b"},
		{set + "const o = {}, p = {}; set(o, 'a', 'b'); set(p, 'a', 'c'); const result = o.a", "b"},
		{set + "const o = {}; set(o, 'c', 'b'); const result = o.a", ""},
		{set + "const o = {}; function to(k, v) { set(o, k, v) } to('a', 'b'); to('c', 'd'); const result = o.a", "b"},
		{set + "const o = {}; ['a', 'c'].forEach(k => set(o, k, k + '1')); const result = o.a", "a1 c1"},
		{"const o = {}; function put(k, v) { o['$' + k] = v } put('a', 'b'); put('c', 'd'); const result = o.$a", "b"},
		{"const o = {}; for (const k of ['a']) o[`${k}Url`] = 'b'; const result = o.aUrl", "b"},
		{"const o = {}; for (const [k, v] of [['a', 'b']]) o[k] = v; const result = o.a", "b"},
		{"const o = {}; x.forEach(i => { o[i.name] = 'b' }); const result = o.a", "b"},
		{"const o = {}; for (let i = 0; i < 3; i++) o[i] = 'b'; const result = o.a", ""},
		{"class Store { constructor() { this.m = {} } set(k, v) { this.m[k] = v } } const s = new Store(); s.set('a', 'b'); s.set('c', 'd'); const result = s.m.a", "b"},
		{define + "function A() { define(this, 'a', 'b'); define(this, 'c', 'd') } const result = new A().a", "b"},
		{define + "function A() {} define(A, 'a', 'b'); const result = A.a", "b"},
		{define + "const result = define(define({}, 'a', 'b'), 'c', 'd').a", "b"},
		{"function define(o, k, v) { Object.defineProperty(o, k, { get() { return v } }) } const o = {}; define(o, 'a', 'b'); define(o, 'c', 'd'); const result = o.a", "b"},
		{define + "var result; function A() { define(this, 'a', 'b'); define(this, 'f', function () { result = this.a }) } new A().f()", "b"},
		{classes + "function A() {} make(A, [{ key: 'a', get: function () { return 'b' } }]); const result = new A().a", "b"},
		{classes + "function A() {} make(A, null, [{ key: 'a', value: 'b' }]); const result = A.a", "b"},
		{classes + "function A() {} make(A, [{ key: 'a', value: 'b' }]); const result = A.a", ""},
		// what is left of that where a minifier put the helper into its caller
		{classes + "const A = make(function () {}, [{ key: 'a', value: 'b' }]); const result = new A().a", "b"},
		{"function x() {} (function (t, e) { f(t, e) })(x.prototype, [{ key: 'a', value: 'b' }]); const result = new x().a", "b"},
		{"function x() {} var e; (e = [{ key: 'a', value: 'b' }]) && make(x.prototype, e); const result = new x().a", "b"},
		{"function x() {} var e = [{ key: 'a', value: 'b' }]; make(x.other, e); const result = new x().a", ""},
		{"function x() {} make(x, f({ key: 'a', value: 'b' })); const result = new x().a", ""},
	})
}

// TestKeyedSums: a sum of numbers can be any name, and is not joined as a text is.
func TestKeyedSums(t *testing.T) {
	const put = "const o = {}; function put(x, y) { o[x + 2 * y] = 'b' } "
	chain := func(n int) string {
		src := "const o = {}; const n0 = 1;"
		for i := range n {
			src += fmt.Sprintf("const n%d = n%d + 1;", i+1, i)
		}
		return src + fmt.Sprintf("o[n%d + 1] = 'b'; const result = o.a", n)
	}
	runTable(t, []row{
		{put + "put(1, 2); const result = o[5]", "b"},
		{put + "put(1, 2); put(y - 1, y); const result = o[5]", "b"},
		{put + "put('a', 'c'); const result = o.d", "b"},
		{"const o = {}; function put(x) { o[x + 1] = 'b' } put('a'); const result = o.a1", "b"},
		{"const o = {}; function put(x) { o[x + 1] = 'b' } put('a'); const result = o.a2", ""},
		{"const o = {}; function put(x) { o[x + 1] = 'b' } put(1); put(t()); function t() { return 'a' } const result = o.a1", "b"},
		{"const o = {}; let i = 0; i = i + 1; o[i] = 'b'; const result = o.a", ""},
		{"const o = {}; let i = 0; i = i + 1; o[i] = 'b'; const result = o[x]", "b"},
		{"const o = {}, l = ['a']; const result = o.a1; let i = l[x] + 1; o[i] = 'b'", "b"},
		{"const o = {}, l = [0]; l[1] = 'a'; const result = o.a1; o[l[x] + 1] = 'b'", "b"},
		{"const o = {}, l = [0, 4]; function f() { return 1 } o[l[x] + f() + !x] = 'b'; const result = o.a", "b"},
		{chain(maxSums/3 - 2), "b"}, {chain(maxSums / 3), ""},
	})
}

// TestSumsHoldNoURL: no address is looked for in a sum of numbers.
func TestSumsHoldNoURL(t *testing.T) {
	for src, want := range map[string]bool{
		"const n = 2, result = n + 3 * n":                                          false,
		"const h = 'https://a.example.com', result = h + 3":                        true,
		"function f(h) { return h } const result = f('https://a.example.com') + 3": true,
	} {
		p := link("-- app.js --\n" + src)
		m := p.Module("app/app.js")
		if got := p.MayHoldURL(m.Tree.Scope.Own("result").Defs[0].Value, m, true); got != want {
			t.Errorf("%s: may hold a URL: %t, want %t", src, got, want)
		}
	}
}

// TestKeyedRenamed: what is put under another name is what has the first one, not all.
func TestKeyedRenamed(t *testing.T) {
	const each = "function each(s, t, m) { Object.keys(m).forEach(function (k) { if (s[k]) { t[m[k]] = s[k] } }) } "
	const short = "var each = (s, t, m) => { Object.keys(m).forEach(k => s[k] && (t[m[k]] = s[k])) }; "
	const made = "function make(s) { var t = {}; each(s, t, { a: 'c', b: 'd' }); return t } "
	runTable(t, []row{
		{each + "const o = {}; each({ a: '1', b: '2' }, o, { a: 'c', b: 'd' }); const result = o.c", "1"},
		{short + "const o = {}; each({ a: '1', b: '2' }, o, { a: 'c', b: 'd' }); const result = o.d", "2"},
		{each + made + "make({ a: '1', b: '2' }); const result = make({ a: '3' }).c", "1 3"},
		{each + "const o = {}; each({ a: '1', b: '2' }, o, { a: 'b', b: 'a' }); const result = o.a", "2"},
		{each + "const o = {}; each({ a: '1', b: '2' }, o, { a: 'c', b: 'c' }); const result = o.c", "1 2"},
		// each may be any other where a key or a name is not known
		{each + "const o = {}; each({ a: '1', b: '2' }, o, { a: 'c', b: x }); const result = o.c", "1 2"},
		{each + "const o = {}; each({ a: '1', b: '2' }, o, m); const result = o.c", "1 2"},
		{each + "const o = {}, s = {}; s[x] = '1'; each(s, o, { a: 'c', b: 'd' }); const result = o.c", "1"},
		{"const o = {}, s = { a: '1', b: '2' }, m = { a: 'c', b: 'd' }; for (const k in m) o[m[k]] = s[k]; const result = o.c", "1 2"},
		{"const o = {}, s = { a: '1', b: '2' }, m = { a: 'c', b: 'd' }; function f(k, j) { o[m[k]] = s[j] } f('a', 'b'); f('b', 'a'); const result = o.c", "2"},
	})
}

// TestKeyedOffers: what may be another object's member of the same name is named with all
// else, and told from it once that is known.
func TestKeyedOffers(t *testing.T) {
	const set = "const q = {}, t = {}, o = {}, k = t.a, apis = t.b, x = { c: 'd' }; q[k] = 1; q[apis] = 1; function set(n, v) { t[n] = v } "
	const wrap = "function f(v) { return typeof v == 'string' ? v : 'e' } "
	runTable(t, []row{
		{set + wrap + "set('a', 'c'); set('b', wx); o[k] = f(x[k]); const result = o.c", "d e"},
		{set + wrap + "set('a', 'c'); set('b', wx); o[k] = f(x[k]); const result = o.d", ""},
		{set + wrap + "set('a', 'c'); set('b', wx); for (const n of ['c', 'd']) o[n] = f(apis[n]); const result = o.c", ""},
		{set + wrap + "set('a', 'c'); set('b', x); for (const n of ['c', 'd']) o[n] = f(apis[n]); const result = o.c", "d e"},
	})
}

// TestKeyedProperties: what a wrapper puts among the properties is data, too, as it is where
// a component has no other data.
func TestKeyedProperties(t *testing.T) {
	const wrap = "function make(s) { var t = {}; Object.keys(m).forEach(k => { t[m[k]] = s[k] }); Component(t) } const m = { data: 'data', props: 'properties', methods: 'methods' }; var result; "
	runTable(t, []row{
		{"var result; Component({ properties: { p: { type: String, value: 'a' } }, methods: { f() { result = this.data.p } } })", "a"},
		{"var result; Component({ data: {}, properties: { p: { type: String, value: 'a' } }, methods: { f() { result = this.data.p } } })", "a"},
		{wrap + "make({ props: { p: { type: String, value: 'a' } }, methods: { f() { result = this.data.p } } })", "a"},
		{wrap + "make({ data: {}, props: { p: { type: String, value: 'a' } }, methods: { f() { result = this.data.p } } })", "a"},
		{wrap + "make({ data: { q: 'b' }, props: { p: { type: String, value: 'a' } }, methods: { f() { result = this.data.q } } })", "b"},
	})
}

// TestKeyedState: setData takes names and paths that are computed.
func TestKeyedState(t *testing.T) {
	runTable(t, []row{
		{"var result; Page({ data: {}, set(k, v) { this.setData({ [k]: v }) }, onLoad() { this.set('a', 'b'); this.set('c', 'd') }, f() { result = this.data.a } })", "b"},
		{"var result; Page({ data: {}, set(k, v) { const o = {}; o[k] = v; this.setData(o) }, onLoad() { this.set('a', 'b') }, f() { result = this.data.a } })", "b"},
		{"var result; Page({ data: {}, set(k, v) { this.setData({ ['o.' + k]: v }) }, onLoad() { this.set('a', 'b') }, f() { result = this.data.o.a } })", "b"},
		{"var result; Page({ data: {}, onLoad(q) { this.setData({ [`l[${q.i}].a`]: 'b' }) }, f(i) { result = this.data.l[i].a } })", "b"},
		{"var result; Page({ data: {}, onLoad(q) { this.setData({ [`l[${q.i}].a`]: 'b' }) }, f(i) { result = this.data.l[i].c } })", ""},
		{"var result; Page({ data: {}, onLoad(q) { const k = 'l.' + q.i; this.setData({ [k]: 'b' }) }, f(i) { result = this.data.l[i] } })", "b"},
		{"var result; Page({ data: {}, onLoad(q) { this.setData({ [`l.${q.i}.a`]: 'b' }) }, f(i) { result = this.data.l[i].a } })", "b"},
		{"var result; Page({ data: {}, onLoad() { this.setData({ 'l[0].a': 'b' }) }, f() { result = this.data.l[0].a } })", "b"},
	})
}

// TestKeyedBounds: a key that can be any of all the strings of a script says nothing.
func TestKeyedBounds(t *testing.T) {
	names := func(n int) string {
		var b strings.Builder
		for i := range n {
			fmt.Fprintf(&b, "'n%d', ", i)
		}
		return "const o = {}, l = [" + b.String() + "]; function f(i) { o[l[i]] = 'b' } f(x); const result = o.n1"
	}
	forwards := func(n int) string {
		src := "const o = {}; function f0(k, v) { o[k] = v }"
		for i := range n {
			src += fmt.Sprintf("function f%d(k, v) { f%d(k, v) }", i+1, i)
		}
		return src + fmt.Sprintf("f%d('a', 'b'); f%[1]d('c', 'd'); const result = o.a", n)
	}
	renames := func(n int) string {
		var from, to strings.Builder
		for i := range n {
			fmt.Fprintf(&from, "a%d: 'v%[1]d', ", i)
			fmt.Fprintf(&to, "a%d: 'b%[1]d', ", i)
		}
		return "const s = {" + from.String() + "}, m = {" + to.String() + "}, o = {}; Object.keys(m).forEach(k => { o[m[k]] = s[k] }); const result = o.b1"
	}
	runTable(t, []row{{renames(maxKeyNames), "v1"}, {renames(maxKeyNames + 1), ""}})
	runTable(t, []row{{names(maxKeyNames), "b"}, {names(maxKeyNames + 1), ""}, {forwards(maxForwards), "b"}, {forwards(maxForwards + 1), "b d"}})
}

// TestLacksHost: between a scheme and a path nothing is known.
func TestLacksHost(t *testing.T) {
	for src, want := range map[string]bool{
		"const result = 'https://' + (x || '') + '/a.example.com'": false,
		"const result = 'https://' + 'a.example.com' + '/b'":       true,
		"const result = 'https:/' + '/a.example.com'":              true,
		"const result = 'https:///a.example.com'":                  true,
	} {
		got := false
		p := link("-- app.js --\n" + src)
		m := p.Module("app/app.js")
		for _, v := range p.Binding(m.Tree.Scope.Own("result"), m) {
			_, ok := EndpointOf(v, false)
			got = got || ok
		}
		if got != want {
			t.Errorf("%s: a host is read: %v, want %v", src, got, want)
		}
	}
}
