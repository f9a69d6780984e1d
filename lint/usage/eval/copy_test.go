package eval

import "testing"

// TestCopies: a copy property by property is what Object.assign is.
func TestCopies(t *testing.T) {
	runTable(t, []row{
		{"const s = { a: 'b' }, t = {}; for (const k in s) t[k] = s[k]; const result = t.a", "b"},
		{"function f(t, s) { for (var k in s) Object.defineProperty(t, k, Object.getOwnPropertyDescriptor(s, k)) } const o = {}; f(o, { a: 'b' }); const result = o.a", "b"},
		{"function f(t, s) { for (var k in s) Object.defineProperty(t, k, Object.getOwnPropertyDescriptor(s, j)) } const o = {}; f(o, { a: 'b' }); const result = o.a", ""},
		{"function f(t, s) { for (var k in s) Object.defineProperty(t, k, { get: Object.getOwnPropertyDescriptor(s, k).get }) } const o = {}; f(o, { get a() { return 'b' } }); const result = o.a", "b"},
		{"const s = { a: 'b' }, t = {}; for (const k in s) { if (s.hasOwnProperty(k)) t[k] = s[k] } const result = t.a", "b"},
		{"const s = { a: 'b' }, t = {}; Object.keys(s).forEach(k => { t[k] = s[k] }); const result = t.a", "b"},
		{"const s = { a: 'b' }, t = {}; Object.keys(s).forEach(k => { const v = s[k]; t[k] = v }); const result = t.a", "b"},
		{"const s = { a: 'b' }, t = {}; for (const [k, v] of Object.entries(s)) t[k] = v; const result = t.a", "b"},
		{"const s = { a: 'b' }, t = {}; Object.entries(s).forEach(([k, v]) => { t[k] = v }); const result = t.a", "b"},
		{"const s = { a: 'b' }, t = {}; for (const k in s) t[k] = x[k] || s[k]; const result = t.a", "b"},
		{"const s = { a: 'b' }, t = {}; for (const k in s) t[k] = x(s[k]); const result = t.a", ""},
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
		{"const u = { extend: function (t, s) { for (var k in s) t[k] = s[k] } }; const o = {}; u.extend(o, { a: 'b' }); const result = o.a", "b"},
		{"const u = {}; u.extend = function (t, s) { for (var k in s) t[k] = s[k] }; const o = {}; u.extend(o, { a: 'b' }); const result = o.a", "b"},
		{"import { f as g } from './b'; const o = {}; g(o, { a: 'b' }); const result = o.a\n-- b.js --\nexport function f(t, s) { for (var k in s) t[k] = s[k] }", "b"},
		{"function f(d, t, s) { for (const k in s) t[k] = s[k] } const o = {}; f(true, o, { a: 'b' }); const result = o.a", "b"},
		{"const s = ['a'], t = []; for (let i = 0; i < 1; i++) t[i] = s[i]; const result = t[0]", "a"},
		{"const result = { ...(function (s) { const r = {}; for (const k in s) r[k] = s[k]; return r })({ a: 'b' }) }.a", "b"},
	})
}
