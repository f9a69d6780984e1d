package eval

import (
	"strings"
	"testing"
)

// TestCopies: a copy property by property is what Object.assign is.
func TestCopies(t *testing.T) {
	runTable(t, []row{
		{"const s = { a: 'b' }, t = {}; for (const k in s) t[k] = s[k]; const result = t.a", "b"},
		{"function f(t, s) { for (var k in s) Object.defineProperty(t, k, Object.getOwnPropertyDescriptor(s, k)) } const o = {}; f(o, { a: 'b' }); const result = o.a", "b"},
		{"function f(t, s) { for (var k in s) Object.defineProperty(t, k, Object.getOwnPropertyDescriptor(s, j)) } const o = {}; f(o, { a: 'b' }); const result = o.a", ""},
		{"var o = {}, t = o, s = { get a() { return 'b' } }; for (var k in s) Object.defineProperty(t, k, { get: Object.getOwnPropertyDescriptor(s, k).get }); const result = o.a", "b"},
		{"var o = {}, s = { get a() { return 'b' } }; for (var k in s) Object.defineProperty(o, k, { get: Object.getOwnPropertyDescriptor(s, j).get }); const result = o.a", ""},
		{"function f(t, s) { for (var k in s) Object.defineProperty(t, k, { get: Object.getOwnPropertyDescriptor(s, k).get }) } const o = {}; f(o, { get a() { return 'b' } }); const result = o.a", "b"},
		{"const s = { a: 'b' }, t = {}; for (const k in s) { if (s.hasOwnProperty(k)) t[k] = s[k] } const result = t.a", "b"},
		{"function copy(t, s) { for (const k in s) t[k] = s[k] } class C { static into = copy } const t = {}; C.into(t, { a: 'b' }); const result = t.a", "b"},
		{"const s = { a: 'b' }, t = {}; Object.keys(s).forEach(k => { t[k] = s[k] }); const result = t.a", "b"},
		{"const s = { a: 'b' }, t = {}; Object.keys(s).forEach(k => { const v = s[k]; t[k] = v }); const result = t.a", "b"},
		{"const s = { a: 'b' }, t = {}; for (const [k, v] of Object.entries(s)) t[k] = v; const result = t.a", "b"},
		{"const s = { a: 'b' }, t = {}; Object.entries(s).forEach(([k, v]) => { t[k] = v }); const result = t.a", "b"},
		{"const s = { a: 'b' }, t = {}; for (const k in s) t[k] = x[k] || s[k]; const result = t.a", "b"},
		{"const t = { c: 'd' }, s = {}; ['a'].forEach(k => { t[k] = s[k] || t.c + k }); const result = t.a", "da"},
		{"const t = {}, s = {}; function f(k) { t[k] = s[k] ? s[k] : 'b' } f('a'); const result = t.a", "b"},
		{"const s = { a: 'b' }, t = {}; for (const k in s) t[k] = x(s[k]); const result = t.a", ""},
		{"const f = function (t) { for (var i = 1; i < arguments.length; i++) { var s = arguments[i]; Object.keys(s).forEach(function (k) { var n; k = s[n = k], t[n] = k }) } return t }; const result = f({}, { a: 'b' }).a", "b"},
		{"const f = function (t) { for (var i = 1; i < arguments.length; i++) { var s = arguments[i]; Object.keys(s).forEach(function (k) { var n; k = s[n = x], t[k] = n }) } return t }; const result = f({}, { a: 'b' }).a", ""},
		{"const s = {}, t = {}; function set(k, v) { v = v || s[k]; t[k] = v } set('a', 'b'); const result = t.a", "b"},
		{"const s = { c: 'd' }, t = {}; function set(k, v) { if (!v) v = s[k]; t[k] = v } set('a', 'b'); set('c'); const result = t.a", "b d"},
		{"const s = {}, t = {}; for (const k in s) Object.defineProperty(t, k, { value: s[k] }); s.a = 'b'; const result = t.a", "b"},
		{"const s = { a: 'b', c: 'd' }, t = {}; for (const k in s) Object.defineProperty(t, k, { value: s[k] }); const result = t.a", "b"},
		{"const s = { a: 'b', c: 'd' }, t = {}; for (const k in s) Object.defineProperty(t, k, { value: s[j] }); const result = t.a", "b d"},
		{"const s = { a: 'b', c: 'd' }, t = {}; for (const k in s) t[k] = s[j]; const result = t.a", "b d"},
		{"const s = { a: 'b' }; for (const k in s) exports[k] = s[k]; const result = exports.a", "b"},
		{"function A(o) { for (const k in o) this[k] = o[k] } const result = new A({ a: 'b' }).a", "b"},
		{"function f(t, s) { for (const k in s) t[k] = s[k]; return t } const result = f({}, { a: 'b' }).a; f({}, { a: 'c' })", "b"},
		{"function f(t, s) { for (const k in s) t[k] = s[k] } const o = {}, p = {}; f(o, { a: 'b' }); f(p, { a: 'c' }); const result = o.a", "b"},
		{"function f(s) { const t = {}; for (const k in s) t[k] = s[k]; return t } const result = f({ a: 'b' }).a; f({ a: 'c' })", "b"},
		{"function f(s) { const t = Array.isArray(s) ? [] : {}; for (const k in s) t[k] = typeof s[k] === 'object' ? f(s[k]) : s[k]; return t } const result = f({ a: 'b' }).a", "b"},
		{"function f(t) { for (let i = 1; i < arguments.length; i++) for (const k in arguments[i]) t[k] = arguments[i][k]; return t } const result = f({}, { a: 'b' }, { c: 'd' }).c", "d"},
		{"function f(t) { for (let i = 1; i < arguments.length; i++) { const s = arguments[i]; for (const k in s) t[k] = s[k] } return t } const result = f({}, { a: 'b' }).a", "b"},
		{"function f(t) { var l = Array.prototype.slice.call(arguments, 1); for (var i = 0; i < l.length; i++) for (var k in l[i]) t[k] = l[i][k]; return t } const result = f({}, { a: 'b' }).a", "b"},
		{"function f(t, ...l) { l.forEach(s => { for (const k in s) t[k] = s[k] }); return t } const result = f({}, { a: 'b' }).a", "b"},
		{"function f(t, ...l) { for (const s of l) for (const k in s) t[k] = s[k]; return t } const result = f({}, ...[{ a: 'b' }]).a", "b"},
		{"function f() { var t = arguments[0] || {}, o, k; for (k in (o = arguments[1])) t[k] = o[k]; return t } const result = f({}, { a: 'b' }).a", "b"},
		{"function d(o, k, v) { return o[k] = v, o } function f(b, s) { const t = {}; for (const i in s) { const r = d({}, i, {}); for (const a in s[i]) r[i][a] = b + s[i][a]; t[i] = r[i] } return t } const result = f('a', { k: { c: 'b' } }).k.c", "ab"},
		{"function d(o, k) { return o } function f(s) { const t = {}; for (const k in s) { const r = d(s, k); t[k] = r[k] } return t } const result = f({ a: 'b' }).a", "b"},
		{"const u = { extend: function (t, s) { for (var k in s) t[k] = s[k] } }; const o = {}; u.extend(o, { a: 'b' }); const result = o.a", "b"},
		{"const u = {}; u.extend = function (t, s) { for (var k in s) t[k] = s[k] }; const o = {}; u.extend(o, { a: 'b' }); const result = o.a", "b"},
		{"import { f as g } from './b'; const o = {}; g(o, { a: 'b' }); const result = o.a\n-- b.js --\nexport function f(t, s) { for (var k in s) t[k] = s[k] }", "b"},
		{"function f(d, t, s) { for (const k in s) t[k] = s[k] } const o = {}; f(true, o, { a: 'b' }); const result = o.a", "b"},
		{"function f(s) { const n = Object.create(null); Object.keys(s).forEach(function (k) { const d = Object.getOwnPropertyDescriptor(s, k); Object.defineProperty(n, k, d.get ? d : { get: function () { return s[k] } }) }); return Object.freeze(n) } const result = f({ a: 'b' }).a", "b"},
		{"function f(s) { const n = Object.create(null); Object.keys(s).forEach(function (k) { Object.defineProperty(n, k, d.get ? d : { get: function () { return s[j] } }) }); return Object.freeze(n) } const result = f({ a: 'b' }).a", ""},
		{"function f(s) { const n = Object.create(null); return Object.keys(s).forEach(k => { Object.defineProperty(n, k, d.get ? d : { get: () => s[k] }) }), Object.freeze(n) } const result = f({ a: 'b' }).a", "b"},
		{"const s = { a: 'b' }, t = {}; Object.keys(s).forEach(k => { Object.defineProperty(t, k, d.get ? d : { get: function () { return s[k] } }) }); const result = t.a", "b"},
		{"const s = { a: 'b' }, t = Object.create(null); Object.keys(s).forEach(k => { Object.defineProperty(t, k, d.get ? d : { get: function () { return s[k] } }) }); const result = t.a", "b"},
		{"const e = (o, k, v) => { o[k] = v }, f = (t, s) => { for (const k in s) e(t, k, s[k]); return t }; const result = f({}, { a: 'b', c: 'd' }).a", "b"},
		{"const e = (o, k, v) => { o[k] = v }, f = (t, s) => (Object.keys(s).forEach(k => e(t, k, s[k])), t); const result = f({}, { a: 'b', c: 'd' }).a", "b"},
		{"const e = (o, k, v) => { o[v] = k }, f = (t, s) => { for (const k in s) e(t, k, s[k]); return t }; const result = f({}, { a: 'b', c: 'd' }).a", ""},
		{"const e = (o, k, v) => v, f = (t, s) => { for (const k in s) e(t, k, s[k]); return t }; const result = f({}, { a: 'b' }).a", ""},
		{"function f(s) { const n = Object.create(null); for (const k in s) Object.defineProperty(n, k, { get: function () { return s[k] } }); return g(n) } const result = f({ a: 'b' }).a", ""},
		{"var d = Object.defineProperties, g = Object.getOwnPropertyDescriptors, e = (o, k, v) => k in o ? Object.defineProperty(o, k, { value: v }) : o[k] = v, f = (t, s) => { for (var k in s || (s = {})) e(t, k, s[k]); return t }, h = (t, s) => d(t, g(s)); const result = h(f({}, { a: 'b' }), { c: 'd' }).a", "b"},
		{"const result = Object.defineProperties({ c: 'd' }, Object.getOwnPropertyDescriptors({ a: 'b' })).a", "b"},
		{"const o = {}; Object.defineProperties(o, Object.getOwnPropertyDescriptors({ a: 'b' })); const result = o.a", "b"},
		{"const result = Object.create({ c: 'd' }, Object.getOwnPropertyDescriptors({ a: 'b' })).a", "b"},
		{"const result = Object.create({ c: 'd' }, Object.getOwnPropertyDescriptors({ a: 'b' })).c", "d"},
		{"const result = Object.defineProperties({ c: 'd' }, Object.getOwnPropertyDescriptors(x)).a", ""},
		{"var d = Object.defineProperties, g = Object.getOwnPropertyDescriptors, h = (t, s) => d(t, g(s)); const result = h({ c: 'd' }, { a: 'b' }).a; h({}, { a: 'e' })", "b"},
		{"var d = Object.defineProperties, g = x.getOwnPropertyDescriptors, h = (t, s) => d(t, g(s)); const result = h({ c: 'd' }, { a: 'b' }).a", ""},
		{"function h(t, s) { return Object.defineProperties(t, Object.getOwnPropertyDescriptors(s)) } const o = {}, p = {}; h(o, { a: 'b' }); h(p, { a: 'c' }); const result = o.a", "b"},
		{"var d = Object.defineProperties, g = Object.getOwnPropertyDescriptors, h = (t, s) => d(t, g(s)); const result = h({ a: 'b' }, { a: 'c' }).a; h({}, { a: 'd' })", "c"},
		// what people write so is called in other ways, too
		{"function h(t, s) { return Object.assign(t, s) } const o = { a: 'b' }; [{ a: 'c' }].forEach(s => h(o, s)); h.call(0, o, { a: 'd' }); const result = o.a", "b c d"},
		{"function h(t, s) { const x = f(s); return Object.assign(t, x) } function f(o) { return { ...o, a: 'c' } } const result = h({ a: 'b' }, {}).a", "b c"},
		{"function h(s, t) { return Object.assign(t, s) } const o = { a: 'b' }; h({ a: 'c' }, o); const result = o.a", "b c"},
		{"var d = Object.defineProperties; d = x; const result = d({ a: 'b' }, y).a", ""},
		{"var Object = {}, d = Object.defineProperties; const result = d({ a: 'b' }, y).a", ""},
		{"const s = ['a'], t = []; for (let i = 0; i < 1; i++) t[i] = s[i]; const result = t[0]", "a"},
		{"const result = { ...(function (s) { const r = {}; for (const k in s) r[k] = s[k]; return r })({ a: 'b' }) }.a", "b"},
	})
}

// TestSourcesAreBounded: what names stand for is looked at again wherever they stand.
func TestSourcesAreBounded(t *testing.T) {
	copies := func(others int) string {
		return "const t = {}, s = { a: 'b' }; for (const k in s) { const o = merge(" + strings.Repeat("s.c, ", others) + "s[k]); t[k] = o } const result = t.a"
	}
	runTable(t, []row{{copies(maxSources - 3), "b"}, {copies(maxSources - 2), ""}})
	many := "v" + strings.Repeat(", v", 20_000)
	runTable(t, []row{{"const t = {}, s = {}; function set(k, v) { v = merge(" + many + ", s[k]); t[k] = v } set('a', 'b'); const result = t.a", "b"}}) // as a parameter
}

// TestBoundCopies: functions that are copied under their names are called by these, bound or
// wrapped in another function too.
func TestBoundCopies(t *testing.T) {
	const each = "function each(s, f) { for (var k in s) f(s[k], k) } "
	runTable(t, []row{
		{each + "function f(t, s) { each(s, function (v, k) { t[k] = v }) } const o = {}; f(o, { a: 'b' }); const result = o.a", "b"},
		{each + "function A() {} A.prototype.a = () => 'b'; function f(t, s) { each(s, function (v, k) { t[k] = v }) } const o = {}; f(o, A.prototype); const result = o.a()", "b"},
		{"const o = {}; function f(t, s) { lib.each(s, function (k, v) { t[k] = v }) } f(o, { a: 'b' }); const result = o.a", "b"},
		{"const o = {}; function f(t, s) { lib.each(s, function (v, k) { t[j] = v }) } f(o, { a: 'b' }); const result = o.a", ""},
		{"function bind(f, o) { return function () { return f.apply(o, arguments) } } const s = { a: () => 'b' }, t = {}; for (const k in s) t[k] = bind(s[k], s); const result = t.a()", "b"},
		{each + "function bind(f, o) { return function () { return f.apply(o, arguments) } } function f(t, s, o) { each(s, function (v, k) { t[k] = o && typeof v === 'function' ? bind(v, o) : v }) } const t = {}; f(t, { a: () => 'b', c: 'd' }, {}); const result = t.a() + t.c", "bd"},
		{"const s = { a: () => 'b' }, t = {}; Object.keys(s).forEach(k => { t[k] = s[k].bind(s) }); const result = t.a()", "b"},
		{"const s = { a: () => 'b' }, t = {}; for (const k in s) t[k] = log(s[k]); const result = t.a()", "b"},
		{"const s = { a: 'b' }, t = {}; for (const k in s) t[k] = log(s[k]); const result = t.a", ""},
		{"const u = { extend: f }; function f(t, s) { for (var k in s) t[k] = s[k] } const o = {}; u.extend(o, { a: 'b' }); const result = o.a", "b"},
		{"const u = {}; u.extend = f; function f(t, s) { for (var k in s) t[k] = s[k] } const o = {}; u.extend(o, { a: 'b' }); const result = o.a", "b"},
	})
}

// TestListedArguments: a list that the arguments are put in is what a parameter takes that
// takes the rest.
func TestListedArguments(t *testing.T) {
	const call = "; const result = bind(x => x, 1)('b')"
	runTable(t, []row{
		{"function bind(f, o) { return function () { var l = new Array(arguments.length); for (var i = 0; i < l.length; i++) { l[i] = arguments[i] } return f.apply(o, l) } }" + call, "b"},
		{"function bind(f, o) { return function () { for (var l = [], i = 0; i < arguments.length; i++) l[i] = arguments[i]; return f.apply(o, l) } }" + call, "b"},
		{"function bind(f, o) { return function () { for (var n = arguments.length, l = Array(n), i = 0; i < n; i++) l[i] = arguments[i]; return f.apply(o, l) } }" + call, "b"},
		{"function bind(f, o) { return function (t) { for (var l = [], i = 1; i < arguments.length; i++) l[i - 1] = arguments[i]; return f.apply(o, l) } }; const result = bind(x => x, 1)('a', 'b')", "b"},
		{"function bind(f, o) { return function (t) { for (var l = [], i = 0; i < arguments.length - 1; i++) l[i] = arguments[i + 1]; return f.apply(o, l) } }; const result = bind(x => x, 1)('a', 'b')", "b"},
		{"function bind(f, o) { return function () { var l = ['c']; for (var i = 0; i < 1; i++) l[i] = arguments[i]; return f.apply(o, l) } }; const result = bind(x => x, 1)()", "c"},
		{"function bind(f, o) { var l = []; return function () { for (var i = 0; i < 1; i++) l[i] = arguments[i]; return () => f.apply(o, l) } }; const result = bind(x => x, 1)('b')", ""},
		{"function bind(f, o) { return function () { var l = []; for (var i = 0; i < arguments.length; i++) l[i] = arguments[i]; l.push('c'); return f.apply(o, l) } }; const result = bind(x => x, 1)()", "c"},
	})
}

// TestOwnNames: the name of a function that is a value means it within it.
func TestOwnNames(t *testing.T) {
	runTable(t, []row{
		{"const o = function f(x) { const o = { a: x }; o.make = y => f(y); return o }('b'); const result = o.make('c').a", "c"},
		{"const f = 1, g = function f(x) { return x ? 'b' : f(1) }; const result = g(0)", "b"},
		{"const g = function f(f) { return f }; const result = g('b')", "b"},
		{"const g = function f() { var f = 'b'; return f }; const result = g()", "b"},
	})
}
