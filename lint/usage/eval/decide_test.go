package eval

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"github.com/beianlint/beianlint/lint/usage/resolve"
	"github.com/beianlint/beianlint/lint/usage/usagetest"
)

// TestDecideManyCases: a switch with more cases than are compared may get to any of them.
func TestDecideManyCases(t *testing.T) {
	for cases, want := range map[int]bool{maxCases: true, maxCases + 1: false} {
		var b strings.Builder
		for i := range cases {
			fmt.Fprintf(&b, "case %d: ", i)
		}
		src := "f(-1); function f(x) { switch (x) { " + b.String() + "dead() } }"
		if got := !called(src)["dead"]; got != want {
			t.Errorf("%d cases: taken out: %v, want %v", cases, got, want)
		}
	}
}

// TestDecide: the calls of names that start with dead are taken out of live code,
// those of names that start with live are not. A row is a.js; what follows "--"
// are more files.
func TestDecide(t *testing.T) {
	for _, src := range []string{
		// comparisons
		"f('a'); function f(x) { if (x === 'a') live(); else dead() }",
		"f('a'); function f(x) { if (x !== 'a') dead(); else live() }",
		"f('a'); function f(x) { if (x == 'b') dead(); if (x != 'b') live() }",
		"f('a'); f('b'); function f(x) { if (x === 'a') live(); if (x === 'b') live2(); if (x === 'c') dead() }",
		"f(1); function f(x) { if (x === 1.0) live(); if (x === '1') dead(); if (x == '1') live2() }",
		"f(2); function f(x) { if (x > 3) dead(); if (x <= 2) live(); x < 2 && dead2() }",
		"f('a'); function f(x) { 'b' === x ? dead() : live() }",
		"f(null); function f(x) { if (x === undefined) dead(); if (x == undefined) live() }",
		"f(-1); function f(x) { if (x === -1) live(); if (x === 1) dead() }",
		strings.Repeat("f(1); ", 500) + "function f(x) { x ? live() : dead() }",
		strings.Repeat("f(1); ", 500) + "f(0); function f(x) { x ? live() : live2() }",
		"f('a' + y); function f(x) { if (x === 'b') dead(); if (x === 'ac') live() }",
		"f(`a`); function f(x) { if (x === 'a') live(); else dead() }",
		// truth
		"f(); function f(x) { if (x) dead(); if (!x) live() }",
		"f(true); function f(x) { x ? live() : dead() }",
		"f(''); function f(x) { x && dead(); x || live() }",
		"f(0); function f(x) { x ?? dead(); !x && live() }",
		"f(null); function f(x) { x ?? live() }",
		"f({}); function f(x) { if (x) live(); else dead() }",
		"f(() => 1); function f(x) { if (!x) dead(); else live() }",
		"f(y); function f(x) { if (x) live(); else live2() }",
		"f(true); function f(x) { if (x && y) live(); else live2(); if (!x && y) dead() }",
		"f(true); function f(x) { if (x || y) live(); else dead() }",
		"f(true); function f(x) { const b = !!x; if (b) live(); else dead() }",
		"f(true); function f(x) { if (Boolean(x)) live(); else dead() }",
		// typeof, in, switch, look-ups
		"f('a'); function f(x) { if (typeof x === 'undefined') dead(); if (typeof x === 'string') live() }",
		"f(); function f(x) { typeof x === 'undefined' ? live() : dead() }",
		"f({ a: 1 }); function f(x) { if ('a' in x) live(); if ('b' in x) dead() }",
		"f(2); function f(x) { switch (x) { case 1: dead(); break; case 2: live(); break; default: dead2() } }",
		"f(3); function f(x) { switch (x) { case 1: dead(); default: live() } }",
		"f(1); function f(x) { switch (x) { case 1: live(); case 2: live2(); break; case 3: dead() } }",
		"f('b'); function f(x) { const t = { a: 1, b: 2 }; if (t[x] === 2) live(); if (t[x] === 1) dead() }",
		"f('b'); function f(x) { const t = { a: 1, b: 2 }; t.b = y; if (t[x] === 1) live() }",
		"f('b'); const t = { a: 1, b: 2 }; function f(x) { if (t[x] === 2) live(); else dead() }",
		"f(y); const t = { a: 1, b: 2 }; function f(x) { if (t[x] === 2) live(); else live2() }",
		"f('b'); function f(x) { if (['a', 'c'].includes(x)) dead(); if (['a', 'b'].indexOf(x) > -1) live() }",
		"f('Ab'); function f(x) { if (x.toLowerCase() === 'ab') live(); if (x.startsWith('B')) dead() }",
		// parts of texts
		"f('a-b'); function f(x) { if (x.slice(-2) === '-b') live(); else dead(); if (x.slice(0, 1) === 'b') dead2() }",
		"f('abc'); function f(x) { if (x.charAt(1) === 'b') live(); if (x.substr(-2, 1) === 'b') live2(); if (x.substring(2, 0) !== 'ab') dead() }",
		"f('abc'); function f(x) { if (x.slice(2, 1) === '') live(); if (x.slice(y) === 'z') live2() }",
		"f('é'); function f(x) { if (x.slice(1) === 'z') live() }",
		"f('a' + y); function f(x) { if (x.slice(1) === 'z') live() }",
		// functions
		"f('a'); const is = s => s === 'a'; function f(x) { if (is(x)) live(); else dead() }",
		"f('b'); function is(s) { return s === 'a' } function f(x) { if (is(x)) dead(); else live() }",
		"f('b'); function is(s) { if (s === 'a') { return true } return false } function f(x) { if (is(x)) dead(); else live() }",
		"f('b'); function is(s) { if (s === 'a') return true } function f(x) { if (is(x)) live(); else live2() }",
		"f('b'); function is(s) { if (s === 'a') return; return true } function f(x) { if (is(x)) live(); else live2() }",
		"f('b'); function is(s) { for (const c of s) return false; return true } function f(x) { if (is(x)) live(); else live2() }",
		"f('b'); async function is(s) { return s === 'a' } function f(x) { if (is(x)) live(); else live2() }",
		"f('b'); const is = async s => s === 'a'; function f(x) { if (is(x)) live(); else live2() }",
		"f('b'); function* is(s) { return s === 'a' } function f(x) { if (is(x)) live(); else live2() }",
		"f('b'); let is = s => s === 'a'; is = y; function f(x) { if (is(x)) live(); else live2() }",
		"f('b'); const on = () => false; function f(x) { if (on(x)) live(); else live2() }",
		"f('b'); const is = s => s === 'a' || is(s); function f(x) { if (is(x)) live(); else live2() }",
		"f(y); f('b'); const is = s => s === 'a'; function f(x) { if (is(x)) live(); else live2() }",
		// names that are given a value behind an early return
		"f('a'); function f(x) { if (y) return; var z = x; g(z) } function g(z) { if (z === 'a') live(); else dead() }",
		"f('a'); function f(x) { if (y) { var z = x } g(z) } function g(z) { if (z === 'a') live(); else live2() }",
		"f('a'); function f(x) { g(z); if (y) return; var z = x } function g(z) { if (z === 'a') live(); else live2() }",
		// parameters, before the function assigns to them
		"f('/a'); function f(x) { if (!x.startsWith('/a')) { x = dead() } if (x.startsWith('/a')) live(); else live2() }",
		"f('/a/' + y); function f(x) { if (x.startsWith('/a')) { x = '/b' + x; live() } else if (x.startsWith('/b')) dead() }",
		"f('/a'); f('/b'); function f(x) { if (x.startsWith('/a')) { x = live() } else live2() }",
		"f('/a'); function f(x) { x = '/b'; if (x.startsWith('/a')) live(); else live2() }",
		"f('/a'); function f(x) { for (const y of z) { if (x === '/a') live(); else live2(); x = '/b' } }",
		"f('/a'); function f(x) { do { if (x === '/a') live(); else live2(); x = '/b' } while (y) }",
		"f('/a'); function f(x) { g(); if (x === '/a') live(); else live2(); function g() { x = '/b' } }",
		"f('/a'); function f(x) { if (x === '/a') live(); else dead(); g({ h() { x = '/b' } }) }",
		"f('/a'); function f(x) { y.map(() => { if (x === '/a') live(); else live2() }); x = '/b' }",
		"f(); function f(x = '/a') { if (x === '/a') live(); else live2(); x = '/b' }",
		"f({ a: '/a' }); function f({ a }) { if (a === '/a') live(); else dead(); a = '/b' }",
		"f('/a'); function f(x) { if (x === '/a') live(); else dead(); x += '/b' }",
		"f('/a'); function f(x) { if (x === 'for') dead(); else live(); x = '/b' }",
		"f('/a'); function f(x) { arguments[0] = y; if (x === '/a') live(); else live2(); x = '/b' }",
		"f('/a'); function f(x) { if (x === '/a') live(); else dead(); x = '/b'; g(arguments) }",
		"f('/a'); function f(x) { eval('x = y'); if (x === '/a') live(); else live2(); x = '/b' }",
		"f('/a'); function f(x) { g(); if (x === '/a') live(); else live2(); x = '/b'; function g() { eval ('x = y') } }",
		"f('/a', y); function f(x, z) { ({ x = '/c' } = z); if (x === '/a') live(); else live2(); x = '/b' }",
		"f('/a', y); function f(x, z) { ({ ...x } = z); if (x === '/a') live(); else live2() }",
		"f('/a', y); function f(x, z) { [...x] = z; if (x === '/a') live(); else live2() }",
		"f('/a', y); function f(x, z) { [x = '/a'] = z; if (x === '/a') live(); else live2() }",
		"f('/a', y); function f(x, z) { ({ z: { x } = {} } = z); if (x) live(); else live2() }",
		"f('/a', y); function f(x, z) { ({ w = '/c' } = z); if (x === '/a') live(); else dead() }",
		// texts whose rest is not known
		"f('/a/' + y); function f(x) { if (x.startsWith('/a')) live(); else dead(); if (x.startsWith('/b')) dead2(); if (x.startsWith('/a/b')) live2() }",
		"f(`/a/${y}`); function f(x) { if (x.includes('/a')) live(); else dead(); if (x.includes('b')) live2(); else live3() }",
		"f('/a/' + y); function f(x) { if (x.indexOf('/a') === 0) live(); else dead(); if (x.indexOf('b') < 0) live2(); if (x.endsWith('a')) live3() }",
		"const p = '/a'; f(p + '/b'); function f(x) { if (x.startsWith('/a')) live(); else live2() }",
		"import { p } from './b'; f(`${p}/b`); function f(x) { if (x.startsWith('/a')) live(); else live2() } -- b.js: export const p = `/a`",
		// early returns
		"f('a'); function f(x) { if (x === 'a') return live(); dead() }",
		"f('a'); function f(x) { if (x !== 'a') return; live() }",
		"f('a'); function f(x) { if (x !== 'a') { dead() } else { return } dead2() }",
		// options
		"f({ a: 1 }); function f(o) { if (o.a) live(); if (o.b) dead(); if (!o.b) live2() }",
		"f({ a: 1 }); function f({ a, b }) { if (a === 1) live(); if (b) dead() }",
		"f({ a: { b: 1 } }); function f(o) { if (o.a.b === 1) live(); else dead() }",
		"f({ a: y }); function f(o) { if (o.a) live(); else live2() }",
		"f({ ...y }); function f(o) { if (o.a) live(); else live2() }",
		"f({ ...{ a: 1 } }); function f(o) { if (o.a) live(); else dead() }",
		"f({ a: 1, ...{ b: 1 } }); function f(o) { if (o.a) live(); else dead(); if (o.c) dead2() }",
		"f({ a: 1, ...y }); function f(o) { if (o.a) live(); else live2() }",
		"f({ ...y, a: 1 }); function f(o) { if (o.a) live(); else dead() }",
		"f({ a: 1 }); function f(o) { o = { ...o, b: 1, ...o }; if (o.a) live(); else live2(); if (o.b) live3() }",
		"f({ ...null, ...(y ? { a: 1 } : { a: 2 }) }); function f(o) { if (o.a) live(); else dead() }",
		"f({ ...(y ? { a: 1 } : {}) }); function f(o) { if (o.a) live(); else live2() }",
		"f({ a: 1 }); const d = { a: 0 }; function f(o) { const p = { ...d, ...o }; if (p.a) live(); else dead() }",
		"f({ b: 1 }); const d = { a: 0 }; function f(o) { const p = { ...d, ...o }; if (p.a) live(); else live2() }",
		"f({ a: 1 }); const d = { a: 0 }; function f(o) { const p = Object.assign({}, d, o); if (p.a) live(); else dead() }",
		"f({ b: 1 }); const d = { a: 0 }; function f(o) { const p = Object.assign({}, d, o); if (p.a) live(); else live2() }",
		"f({ a: 1 }); function f(o) { const p = Object.assign({}, y, o); if (p.a) live(); else dead() }",
		"f({ a: 1 }); function f(o) { const p = Object.assign({}, o, y); if (p.a) live(); else live2() }",
		"f({ a: 1 }); function f(o) { const p = Object.assign({}, o, ...y); if (p.a) live(); else live2() }",
		"f({ a: 1 }); function f(o) { const p = Object.assign({}, o); p.a = y; if (p.a) live(); else live2() }",
		"f({ a: 1 }); function f(o) { const p = Object.assign({}, o); Object.assign(p, y); if (p.a) live(); else live2() }",
		"f({ a: 1 }); function f(o) { const p = Object.assign({}, o); g(p); if (p.a) live(); else live2() } function g(q) { q.a = y }",
		"f({ a: 1 }); const Object = y; function f(o) { const p = Object.assign({}, o); if (p.a) live(); else live2() }",
		"f({ a: 1 }); function f(o) { const p = Object.assign(y, o); if (p.a) live(); else live2() }",
		"f({ a: 1 }); f(y); function f(o) { const p = Object.assign({}, o); if (p.a) live(); else live2() }",
		"f({ a: 1 }); function f(o) { const { a = 0, b = 1 } = Object.assign({}, o); if (a && b) live(); else dead() }",
		"f({ a: 1 }); function f(o) { let { a = 0 } = o; a = y; if (a) live(); else live2() }",
		"f({}); f({ a: 1 }); function f(o) { let { a = 0 } = o; if (a) live(); else live2() }",
		"f({ [y]: 1 }); function f(o) { if (o.a) live() }",
		"f({}); function f(o) { o.a = y; if (o.a) live() }",
		"f({}); function f(o) { g(o); if (o.a) live() } function g(p) { p.a = 1 }",
		"f({}); function f(o) { Object.assign(o, y); if (o.a) live() }",
		"f({}); function f(o) { extend(o, y); if (o.a) live() }",
		"f({}); function f(o) { o[y] = 1; if (o.a) live() }",
		"f({}); const k = S ? Symbol.a : undefined; function f(o) { o[k] = 1; o[Symbol.b] = 1; if (o.a) dead(); else live() }",
		"f({}); const k = S ? Symbol.a : z; function f(o) { o[k] = 1; if (o.a) live() }",
		"f({ a: 1 }); function f(o) { o.a++; if (o.a === 2) live() }",
		"f({ a: 1 }); function f(o) { o.a -= 1; if (o.a === 0) live() }",
		// what is exported by getters
		"const m = require('./b'); m.f('a'); -- b.js: Object.defineProperty(exports, 'f', { enumerable: true, get: function () { return f } }); function f(x) { if (x === 'a') live(); else dead() }",
		"const m = require('./b'); m.f('a'); -- b.js: Object.defineProperty(exports, 'f', { get: function () { g(f); return f } }); function f(x) { if (x === 'a') live(); else live2() }",
		"const m = require('./b'); m.f('a'); -- b.js: Object.defineProperty(exports, 'f', { get: () => f, set: g }); function f(x) { if (x === 'a') live(); else live2() }",
		"const m = require('./b'); m.f('a'); -- b.js: Object.defineProperty(exports, y, { get: () => f }); function f(x) { if (x === 'a') live(); else live2() }",
		"const m = require('./b'); m.f('a'); -- b.js: all(exports, { get f() { return f }, get g() { return f } }); function all(t, a) { for (var k in a) Object.defineProperty(t, k, { enumerable: true, get: Object.getOwnPropertyDescriptor(a, k).get }) } function f(x) { if (x === 'a') live(); else dead() }",
		"const m = require('./b'); m.f('a'); -- b.js: var d = Object.defineProperty; var all = (t, a) => { for (var k in a) d(t, k, { get: a[k], enumerable: !0 }) }; all(exports, { f: () => f }); function f(x) { if (x === 'a') live(); else dead() }",
		"const m = require('./b'); m.f('a'); -- b.js: all(exports, { f: () => f }); function all(t, a) { for (const k in a) { g(a[k]); Object.defineProperty(t, k, { get: a[k] }) } } function f(x) { if (x === 'a') live(); else live2() }",
		"const m = require('./b'); m.f('a'); -- b.js: all(exports, { f: () => f, ...y }); function all(t, a) { for (const k in a) Object.defineProperty(t, k, { get: a[k] }) } function f(x) { if (x === 'a') live(); else live2() }",
		"!function (t) { var r = {}; function n(i) { var m = r[i] = { exports: {} }; return t[i](m, m.exports, n), m.exports } n(0) }([function (e, t, n) { n(1).f('a') }, function (e, t, n) { n.d(t, { f: () => f }); function f(x) { if (x === 'a') live(); else dead() } }])",
		"!function (t) { var r = {}; function n(i) { var m = r[i] = { exports: {} }; return t[i](m, m.exports, n), m.exports } n(0) }([function (e, t, n) { n(1).f('a') }, function (e, t, n) { n.d(t, 'f', function () { return f }); function f(x) { if (x === 'a') live(); else dead() } }])",
		"!function (t) { var r = {}; function n(i) { var m = r[i] = { exports: {} }; return t[i](m, m.exports, n), m.exports } n(0) }([function (e, t, n) { n(1).f('a') }, function (e, t, n) { n.d(t, 'f', function () { return f }); g(t); function f(x) { if (x === 'a') live(); else live2() } }])",
		// defaults
		"f(); function f(x = 'a') { if (x === 'a') live(); else dead() }",
		"f('b'); function f(x = 'a') { if (x === 'a') dead(); else live() }",
		"f(); function f(x = y) { if (x) live(); else live2() }",
		"f(); function f(x) { x = x || 'a'; if (x === 'a') live(); else live2(); if (x === 'b') dead() }",
		"f('b'); function f(x) { x = x || 'a'; if (x === 'c') dead(); if (x === 'b') live() }",
		"f({}); function f({ x = true }) { if (x) live(); else dead() }",
		"f('a'); function f(x) { x = y; if (x === 'b') live() }",
		"f(1); function f(x) { while (y) { if (x === 3) live(); x++ } }",
		"f(1); function f(x) { x += 1; if (x === 2) live() }",
		"f(1); function f(x) { for (x of y) if (x === 2) live() }",
		"f('a'); function f(x) { let b; if (y) b = x; if (b) live(); else live2() }",
		"f('a'); function f(x) { let b; b = x; if (b === 'a') live(); else live2(); if (b === 'c') dead() }",
		"f('a'); function f(x) { var b, c = 1; b = x; if (b === 'c') dead() }",
		"f('a'); function f(x) { var arguments; if (y) arguments = x; if (arguments === 'c') live() }",
		"f('a'); function f(x) { try { g() } catch (b) { g(); if (y) b = x; if (b === 'c') live() } }",
		"f('a'); function f(x) { for (var b in y) { b = x; if (b === 'c') live() } }",
		"var wx; f('a'); function f(x) { wx = x; if (wx === 'c') live() }",
		// what a name is given that a call has
		"g(); function g() { const o = { a: 1 }; f(o) } function f(o) { if (o.a) live(); if (o.b) dead() }",
		"g(); function g() { var o; o = { a: 1 }; f(o) } function f(o) { if (o.a) live(); else live2(); if (o.b) dead() }",
		"g(); function g() { var o; o = { a: 1 }; if (y) o = { b: 1 }; f(o) } function f(o) { if (o.a) live(); if (o.b) live2(); if (o.c) dead() }",
		"g(); function g() { let o = { a: 1 }; if (y) o = { b: 1 }; f(o) } function f(o) { if (o.a) live(); if (o.b) live2(); if (!o) dead() }",
		"g(); function g() { var o; o = { a: 1 }; o.b = y; f(o) } function f(o) { if (o.b) live() }",
		"g(); function g() { var o; o = y || { a: 1 }; f(o) } function f(o) { if (o.b) live() }",
		"g(y); function g(o) { o = { a: 1 }; f(o) } function f(o) { if (o.b) live() }",
		// what decides nothing
		"const E = 'a'; if (E === 'a') live(); else live2()",
		"const E = 'a'; f(E); function f(x) { if (x === 'a') live(); else live2() }",
		"import { E } from './b'; f(E); function f(x) { if (x === 'a') live(); else live2() } -- b.js: export const E = 'a'",
		"f('a'); function f(x) { const E = 'b'; if (E === 'a') live(); else live2() }",
		// what is written out
		"if (false) dead(); if (1 === 2) dead2(); if (!0) live(); else dead3()",
		"false && dead(); true || dead2(); 0 ? dead3() : live()",
		"var undefined; if (undefined) live()",
		"const on = false; if (on) live(); if (x === false) live2()",
		"var on = !1; if (on) live(); else live2(); on && live3(); f(!1); function f(x) { if (x) dead() }",
		"if (!1) dead(); !0 || dead2()",
		// what stands behind a jump
		"function f() { return live(); dead() } f()",
		"function f() { throw live(); dead() } f()",
		"function f() { return g(); function g() { live() } } f()",
		"function f() { return g(); dead(); function g() { live() } } f()",
		"function f(x) { g(); if (x === 'b') return; function g() { live() } } f('b')",
		"for (;;) { if (x) break; live(); break; dead() }",
		"switch (x) { case 1: live(); break; case 2: live2() }",
		"function f() { try { return live() } finally { live2() } } f()",
		"function f() { if (x) { return live() } live2() } f()",
		// the parts of a text
		"f('a/b'); function f(x) { const p = x.split('/'); if (p[1] === 'b') live(); else dead(); if (p[2] === 'c') dead2() }",
		"f('a/b'); function f(x) { if (y) return; var p = x.split('/'); if (p[0] === 'a') live(); else dead() }",
		"f('a/b'); function f(x) { const p = x.split(y); if (p[1] === 'c') live() }",
		"f('a/' + y); function f(x) { const p = x.split('/'); if (p[1] === 'c') live() }",
		"f('a/b'); function f(x) { const p = x.split('/'); p[1] = y; if (p[1] === 'c') live() }",
		"f('a/b'); function f(x) { const p = x.split('/'); p[1]++; if (p[1] === 1) live() }",
		"f('a/b'); function f(x) { let p = x.split('/'); p = y; if (p[1] === 'c') live() }",
		"f('a/b'); function f(x) { const p = x.split('/'); p.reverse(); if (p[1] === 'a') live() }",
		"f('a/b'); function f(x) { const p = x.split('/'); [p[0], p[1]] = [p[1], p[0]]; if (p[1] === 'a') live() }",
		"f('a/b'); function f(x) { const p = x.split('/'), q = p; q[1] = y; if (p[1] === 'c') live() }",
		"f('a/b'); function f(x) { const p = x.split('/'); g(p); if (p[1] === 'c') live() }",
		// what the program has for the location of a page
		"GameGlobal.location = { href: 'a.js' }; if (location.href === 'a.js') live(); else dead()",
		"window.location = { href: 'a.js' }; if (window.location.href.indexOf('b') !== -1) dead(); else live()",
		"import './b'; if (location.href.split('/')[2] === 'b') dead(); else live() -- b.js: exports.location = undefined; var at = { href: 'a.js' }; exports.location = at",
		"function A(x) { this.location = x.location } new A(y); window.location = { href: 'a.js' }; if (location.href === 'b') dead()",
		"window.location = { href: 'a.js' }; window.location = { href: 'b' }; if (location.href === 'b') live(); else live2()",
		"if (location.href === 'b') live(); else live2()",
		"window.location = undefined; if (location) live(); else live2()",
		"const o = { location: { href: 'a.js' } }; if (location.href === 'b') live()",
		"window.location = { href: y }; if (location.href === 'b') live()",
		"window.location = y; window.location = { href: 'a.js' }; if (location.href === 'b') live()",
		"window.location = { href: 'a.js' }; location.href = y; if (location.href === 'b') live()",
		"window.location = { href: 'a.js' }; window.location.href = y; if (location.href === 'b') live()",
		"window.location = { href: 'a.js' }; location['href'] = y; if (location.href === 'b') live()",
		"window.location = { href: 'a.js' }; location = y; if (location.href === 'b') live()",
		"window.location = { href: 'a.js' }; Object.assign(location, y); if (location.href === 'b') live()",
		"window.location = { href: 'a.js' }; f(y); function f(location) { if (location.href === 'b') live() }",
		"const at = { href: 'a.js' }; window.location = at; at.href = y; if (location.href === 'b') live()",
		"window.location = {}; window.location = { href: 'a.js' }; if (location.href === 'b') dead()",
		"const at = {}; at.href = y; window.location = at; window.location = { href: 'a.js' }; if (location.href === 'b') live()",
		// who calls
		"const f = x => x ? live() : dead(); f(1)",
		"const f = x => x ? live() : live2(); f(1); f(y)",
		"const f = x => x ? live() : live2(); f(1); [0].map(f)",
		"const f = x => x ? live() : live2(); f(1); g(f)",
		"const f = x => x ? live() : live2(); f(1); module.exports = f",
		"const f = x => x ? live() : live2(); f(1); const h = f; h(0)",
		"const f = x => x ? live() : dead(); f(1); const h = f; h(2)",
		"const f = x => x ? live() : live2(); f(1); f.bind(null, 0)()",
		"const f = x => x ? live() : dead(); f.call(null, 1)",
		"const f = x => x ? live() : live2(); f.call(null, 1); f(0)",
		"const f = x => x ? live() : dead(); f.apply(null, [1])",
		"const f = x => x ? live() : live2(); f.apply(null, y)",
		"const f = x => x ? live() : dead(); f(...[1, 2])",
		"const f = x => x ? live() : live2(); f(...y)",
		"const f = (a, x) => x ? live() : dead(); f(...[y], 1)",
		"const f = (a, x) => x ? live() : live2(); f(...y, 1)",
		"const f = x => x ? live() : dead(); function g() { return f.apply(null, arguments) } g(1)",
		"const f = x => x ? live() : live2(); function g() { return f.apply(null, arguments) } g(1); g()",
		"const f = x => x ? live() : dead(); function g(...a) { return f(1) } g(0)",
		"const f = x => x ? live() : dead(); const g = z => f(z); g(1)",
		"const f = x => x ? live() : live2(); const g = z => f(z); g(1); g(y)",
		"function f() { if (arguments[0]) live(); else dead() } f(1)",
		"function f() { if (arguments.length > 1 && arguments[1] !== undefined) dead(); else live() } f(1)",
		"function f() { var x = arguments.length > 1 && arguments[1] !== undefined ? arguments[1] : true; if (x) live(); else dead() } f(1)",
		"function f(x) { if (x) live(); else dead(); if (y) f(x) } f(1)",
		"function f(x) { if (x) live(); else live2(); if (y) f(!x) } f(1)",
		"const o = { f(x) { x ? live() : dead() } }; o.f(1)",
		"const o = { f(x) { x ? live() : live2() } }; o.f(1); z.f(0)",
		"const o = { f(x) { x ? live() : dead() } }; const p = { f() {} }; o.f(1); p.f(0)",
		"const o = { f(x) { x ? live() : live2() } }; o.f(1); o[y](0)",
		"const o = { f(x) { x ? live() : live2() } }; o.f(1); g(o)",
		"const o = { f(x) { x ? live() : dead() } }; o.f(1); wx.f(0)",
		"class A { f(x) { x ? live() : live2() } } class B extends A { g() { this.f(0) } } new A().f(1); new B().g()",
		"class A { constructor(x) { x ? live() : dead() } } new A(1)",
		"class A { constructor(x) { x ? live() : live2() } } class B extends A { constructor() { super(0) } } new A(1); new B()",
		"function A(x) { x ? live() : dead() } new A(1)",
		// what a function gives back that is called where it stands, and what parameters hold
		"var A = function () { function A(x) { x ? live() : dead() } A.prototype.f = function () {}; return A }(); new A(1).f()",
		"var A = (function () { function A(x) { k(this, A); x ? live() : dead() } return A })(); new A(1); function k(i, c) { if (!(i instanceof c)) throw 1 }",
		"var A = (function () { function A(x) { x ? live() : live2() } return A })(); new A(1); wx.f(A)",
		"var A = (function () { function A(x) { x ? live() : live2() } return A })(); new A(1); new A(0)",
		"var A = (() => { class A { constructor(x) { x ? live() : dead() } } return A })(); new A(1)",
		"var A = (function f(y) { function A(x) { x ? live() : live2() } if (y) return A; wx.f(f(1)) })(1); new A(1)",
		"(async function () { function A(x) { x ? live() : live2() } return A })().then(wx.f); new A(1)",
		"(function (f) { f(1) })(x => x ? live() : dead())",
		"(function (f) { f(1) }).call(y, x => x ? live() : dead())",
		"(function () { arguments[0](y) })(x => x ? live() : live2())",
		"g(x => x ? live() : dead()); function g(f) { f(1) }",
		"g(x => x ? live() : live2()); function g(f) { f(1); wx.f(f) }",
		"g(x => x ? live() : live2()); function g(f) { h(...arguments) } function h(f) { f(1); f(0) }",
		"g(x => x ? live() : live2()); function g(f) { arguments[0](0); f(1) }",
		"g(y, x => x ? live() : live2()); function g(f) { arguments[1](0) }",
		"g(...y, x => x ? live() : live2()); function g(a, b) { b(1) }",
		"g(x => x ? live() : live2()); function g({ length }) { }",
		"g({ f: x => x ? live() : dead() }); function g(o) { o.f(1) }",
		"g(x => x ? live() : live2()); var g = f => f(1); g = y",
		"g(x => x ? live() : live2()); function g(...f) { f[0](1) }",
		"g(x => x ? live() : live2()); function g(f) { this.f = f; wx.f(this) }",
		"var A = (function () { function A(x) { x ? live() : dead() } c(A, [{ key: 'f', value: function (x) { x ? live2() : live3() } }]); return A })(); wx.a = new A(1); function c(t, p) { d(t.prototype, p) } function d(t, p) { for (var i = 0; i < p.length; i++) { var q = p[i]; Object.defineProperty(t, q.key, q) } }",
		"function A(x) { x ? live() : live2() } wx.f(Object.defineProperty(A, 'a', {})); new A(1)",
		"function A(x) { x ? live() : live2() } Object.defineProperty(y, 'a', { value: A }); new A(1)",
		"import { f } from './b'; f(1) -- b.js: Object.defineProperty(exports, '__esModule', { value: true }); exports.f = x => x ? live() : dead()",
		"const b = require('./b'); b.f(1); wx.g(b) -- b.js: Object.defineProperty(exports, '__esModule', { value: true }); exports.f = x => x ? live() : live2()",
		// who has an instance makes no other one
		"class A { constructor(x) { x ? live() : dead() } } Page({ onLoad() { this.a = new A(1) } })",
		"class A { constructor(x) { x ? live() : dead() } } const a = new A(1); wx.f(a)",
		"class A { constructor(x) { x ? live() : dead(); wx.f(this) } f() { return this } } new A(1).f()",
		"class A { constructor(x) { x ? live() : dead() } f(x) { x ? live2() : live3() } } wx.f(new A(1))",
		"class A { constructor(x) { x ? live() : live2() } static f() { wx.f(this) } } new A(1); A.f()",
		"class A { constructor(x) { x ? live() : live2() } } new A(1); wx.f(A)",
		"class A { constructor(x) { x ? live() : live2() } } new A(1); module.exports = A",
		"class A { constructor(x) { x ? live() : live2() } copy() { return new this.constructor(y) } } wx.f(new A(1).copy())",
		"wx.f(new class { constructor(x) { x ? live() : dead() } f(x) { x ? live2() : live3() } }(1))",
		"function A(x) { x ? live() : dead() } A.prototype.f = function (x) { x ? live2() : live3(); wx.g(this) }; wx.f(new A(1))",
		"function A(x) { x ? live() : live2() } A.f = function () { wx.f(this) }; new A(1); A.f()",
		"function A(x) { this.f = x => x ? live() : live2() } wx.f(new A(1))",
		"class A { constructor(x) { x ? live() : live2() } } const a = new A(1); wx.f(a); new a.constructor(0)",
		"class A { constructor(x) { x ? live() : live2() } } const a = new A(1); wx.f(a); const B = a.constructor; new B(0)",
		"class A { constructor(x) { x ? live() : live2() } f() { const B = this.constructor; new B(0) } } new A(1).f()",
		"function A() {} A.prototype.f = function (x) { x ? live() : dead() }; new A().f(1)",
		"Page({ onLoad(x) { if (x === 1) live() } })",
		"export default function f(x) { if (x === 1) live() } f(2)",
		"import { f } from './b'; f(1) -- b.js: export function f(x) { x ? live() : dead() }",
		"import { f } from './b'; import './c'; f(1) -- b.js: export function f(x) { x ? live() : live2() } -- c.js: import { f } from './b'; f(0)",
		"import f from './b'; f(1) -- b.js: const f = x => x ? live() : dead(); export default f",
		"import f from './b'; f(1); g({ default: y }) -- b.js: export default x => x ? live() : dead()",
		"import f from './b'; f(1); const g = require('./b'); g.default(0) -- b.js: export default x => x ? live() : live2()",
		"import f from './b'; f(1); import { g } from './c'; g.default(0) -- b.js: export default x => x ? live() : live2() -- c.js: export * as g from './b'",
		"import * as b from './b'; b.f(1) -- b.js: export const f = x => x ? live() : dead()",
		"import * as b from './b'; b.f(1); b[y](0) -- b.js: export const f = x => x ? live() : live2()",
		"const b = require('./b'); b.f(1) -- b.js: exports.f = x => x ? live() : dead()",
		"require('./b').f(1) -- b.js: module.exports = { f(x) { x ? live() : dead() } }",
		// what is only called from there
		"f(1); function f(x) { if (!x) g() } function g() { dead() }",
		"f(1); function f(x) { if (!x) g(); else h() } function g() { h() } function h() { live() }",
		"f(1); function f(x) { const u = x ? g() : h() } function g() { live() } function h() { dead() }",
		// the target of the build
		"import { web } from './b'; if (web) dead(); else live() -- b.js: export const web = process.env.TARO_ENV === 'h5'",
		"f(process.env.TARO_ENV === 'h5'); function f(x) { if (x) dead(); else live() }",
	} {
		t.Run(src, func(t *testing.T) {
			rowIsDecided(t, src)
		})
	}
}

// rowIsDecided checks which calls of a row are in live code.
func rowIsDecided(t *testing.T, src string) {
	t.Helper()
	seen := called(src)
	for _, word := range strings.FieldsFunc(src, func(r rune) bool { return r != '(' && (r < '0' || r > 'z') }) {
		name, ok := strings.CutSuffix(word, "(")
		if ok && (strings.HasPrefix(name, "live") || strings.HasPrefix(name, "dead")) && seen[name] != strings.HasPrefix(name, "live") {
			t.Errorf("%s: %t", name, seen[name])
		}
	}
}

// called are the names that live code calls.
func called(src string) map[string]bool {
	sources := resolve.Open(context.Background(), usagetest.Project([]byte("-- app.json --\n{\"pages\": [\"a\"]}\n-- a.js --\n"+rowFiles(src))), nil)
	live := resolve.Reach(sources)
	Define(context.Background(), sources).Link(live)
	seen := map[string]bool{}
	for _, m := range live.Modules {
		for _, x := range m.Tree.Calls {
			seen[x.L.Text] = true
		}
	}
	return seen
}

// rowFiles writes the files of a row behind the head of the first.
func rowFiles(row string) string {
	var b strings.Builder
	for i, part := range strings.Split(row, " -- ") {
		if name, content, ok := strings.Cut(part, ".js: "); ok && i > 0 {
			part = "-- " + name + ".js --\n" + content
		}
		b.WriteString(part + "\n")
	}
	return b.String()
}
