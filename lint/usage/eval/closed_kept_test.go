package eval

import "testing"

// TestKept: properties keep what calls give, as TestDecide has it.
func TestKept(t *testing.T) {
	for _, src := range []string{
		// an object of the module
		"const c = { a: '' }; function init(o) { c.a = o.a } init({ a: 'x' }); if (c.a === 'x') live(); if (c.a === 'y') dead()",
		"const c = {}; function init(a) { c.a = a } init('x'); switch (c.a) { case 'x': live(); break; case 'y': dead() }",
		"const c = {}; function init(a) { c.a = a } init('x'); f(c.a); function f(a) { switch (a) { case 'x': live(); break; case 'y': dead() } }",
		"const c = {}; function init(o) { if (o.a) c.a = o.a } init({ a: 'x' }); init(); if (c.a === 'y') dead(); else live()",
		"const c = {}; function init(a) { c.a = a } init('x'); init(y); if (c.a === 'y') live()",
		"const c = {}; function init(a) { c.a = a } init('x'); if (!c.a) live(); else live2()",
		"const c = { a: 'x' }; function init(a) { c.a = a } init('x'); if (!c.a) dead(); else live2()",
		"const c = {}; function init(a) { c.a = a } init('x'); c.a = z; if (c.a === 'y') live()",
		"const c = {}; function init(a) { c.a = a } init('x'); c[z] = 'y'; if (c.a === 'y') live()",
		"const c = {}; function init(a) { c.a = a } init('x'); Object.assign(c, z); if (c.a === 'y') live()",
		"const c = {}; function init(a) { c.a = a } init('x'); extend(c, z); if (c.a === 'y') live()",
		"const c = {}; function init(a) { c.a = a } init('x'); wx.f(c); if (c.a === 'y') live()",
		"const c = {}; function init(a) { c.a = a } init('x'); z.a = 'y'; if (c.a === 'y') live()",
		"const c = {}, d = {}; function init(a) { c.a = a } init('x'); d.a = 'y'; if (c.a === 'y') dead()",
		"const c = {}; function init(a) { c.a = a } init('x'); c.a++; if (c.a === 1) live()",
		"const c = {}; function init(a) { c.a = a } init('x'); [c.a] = z; if (c.a === 'y') live()",
		"const c = { ...z }; function init(a) { c.a = a } init('x'); if (c.a === 'y') live()",
		"const c = { get a() { return z } }; function init(a) { c.a = a } init('x'); if (c.a === 'y') live()",
		"let c = {}; function init(a) { c.a = a } init('x'); c = z; if (c.a === 'y') live()",
		"let c = { a: '' }; function init(a) { c = { a: '' }; c.a = a } init('x'); if (c.a === 'y') dead(); else live()",
		"let c = { a: '' }; function init(a) { c = { a: 'y' }; c.a = a } init('x'); if (c.a === 'y') live()",
		"let c = { a: '' }; function init(a) { c = { a: '' }; c.a = a; wx.f(c) } init('x'); if (c.a === 'y') live()",
		"let c = { a: '' }; function init(a) { c = { a: '' }; c.a = a } init('x'); [c] = z; if (c.a === 'y') live()",
		// a name of the module
		"let a = ''; function init(b) { a = b } init('x'); if (a === 'y') dead(); else live()",
		"let a = 'y'; function init(b) { a = b } init('x'); if (a === 'y') live()",
		"let a = ''; function init(b) { a = b } init('x'); a = z; if (a === 'y') live()",
		"let a = ''; function init(b) { a = b } init('x'); [a] = z; if (a === 'y') live()",
		"let a = ''; function init(b) { a = b } init('x'); a += 'y'; if (a === 'xy') live()",
		"let a = ''; function init(b) { a = b } init('x'); a ||= z; if (a === 'y') live()",
		"let a = ''; function init(b) { a = b } init('x'); for (a of z) if (a === 'y') live()",
		"let a; function init(b) { a = b } init('x'); if (!a) live()",
		"let a = 'x'; a = 'z'; if (a === 'y') live()", // constants of the program
		"go(); var a = 'x'; function init(b) { a = b } init('z'); function go() { if (!a) live() }",
		"go(); let a = 'x'; function init(b) { a = b } init('z'); function go() { if (!a) dead(); else live() }",
		"namespace N { export let a = ''; export function init(b) { a = b } export function go() { if (a === 'y') live() } } N.init('x'); N.a = 'y'; N.go()",
		"namespace N { export let c = { a: '' }; export function init(b) { c.a = b } export function go() { if (c.a === 'y') live() } } N.init('x'); N.c = { a: 'y' }; N.go()",
		// what is made by new this
		"function U(t) { if (t === 'y') live() } U.of = of; function of(z) { return new this(z) } new U('x'); U.of('y')",
		"function U(t) { if (t === 'y') live() } Object.defineProperty(U, 'of', { value: function (z) { return new this(z) } }); new U('x'); U.of('y')",
		"let o = ''; function U(t) { o = t } Object.defineProperty(U, 'of', { value: function (z) { return new this(z) } }); new U('x'); U.of('y'); if (o === 'y') live()",
		"const U = require('./b'); new U('x'); U.of('y') -- b.js: function U(t) { if (t === 'y') live() } define(U, [{ key: 'of', value: function (z) { return new this(z) } }]); module.exports = U; function define(o, list) { for (let i = 0; i < list.length; i++) Object.defineProperty(o, list[i].key, list[i]) }",
		"function U(t) { if (t === 'y') dead(); else live() } new U('x'); function V() {} V.of = function () { return new this() }; V.of()",
		// what another module exports
		"import { c, init, set } from './b'; init('x'); if (c.a === 'y') dead(); else live() -- b.js: export let c = { a: '' }; export function init(a) { c = { a: '' }; c.a = a }",
		"import { c, init, set } from './b'; init('x'); set(z); if (c.a === 'y') live() -- b.js: export let c = { a: '' }; export function init(a) { c = { a: '' }; c.a = a } export function set(o) { c = o }",
		"import { d, init, set } from './b'; init('x'); set(z); if (d.a === 'y') live() -- b.js: export { c as d, init, set } from './c' -- c.js: export let c = { a: '' }; export function init(a) { c.a = a } export function set(o) { c = o }",
		"import { c, init, set } from './b'; init('x'); set(z); if (c.a === 'y') live() -- b.js: export * from './c' -- c.js: export let c = { a: '' }; export function init(a) { c.a = a } export function set(o) { c = o }",
		"import d from './b'; let c = { a: '' }; function init(a) { c.a = a } init('x'); f(); function f() { c = d } if (c.a === 'y') live() -- b.js: let d = {}; d = JSON.parse(z); export default d",
		"const c = {}; function init(a) { c.a = c.a || a } init('x'); if (c.a === 'y') dead(); else live()",
		"const c = {}; function init(a) { if (a) c.a = 'y' } init(0); init2('x'); function init2(a) { c.a = a } if (c.a === 'y') dead()",
		"const c = {}; c.a = 'x'; if (c.a === 'y') live()", // a constant of the program
		"const c = {}; function init(o) { c.o = o } init({ a: 'x' }); if (c.o.a === 'y') dead(); else live()",
		"const c = {}; function init(a) { c.a = a } init('x'); module.exports = c; if (c.a === 'y') live()",
		"import c from './b'; c.init('x') -- b.js: export default { init(a) { this.a = a; if (this.a === 'y') dead(); else live() } }",
		"import c from './b'; c.init('x'); wx.f(c) -- b.js: export default { init(a) { this.a = a; if (this.a === 'y') live() } }",
		"import { init } from './b'; init('x') -- b.js: import c from './c'; export function init(a) { c.a = a } if (c.a === 'y') dead() -- c.js: export default {}",
		"Page({ data: {}, init(a) { this.data.a = a; if (this.data.a === 'y') live() }, onLoad() { this.init('x') } })",
		// options that a function makes for a call
		"const c = {}; function init(o) { c.a = o.a } function go() { const o = { a: 'x', b: z }; init(o) } go(); if (c.a === 'y') dead(); else live()",
		"function init(o) { if (o.a === 'y') live() } function go() { const o = { a: 'x' }; o.a = z; init(o) } go()",
		"const o = { a: 'x' }; init(o); function init(o) { if (o.a === 'y') live() }",
		// who does not get to the call
		"const c = {}; function init(a) { c.a = a } init('x'); up(); function up(o) { if (o) init(o.a) } if (c.a === 'y') dead(); else live()",
		// instances
		"class A { constructor(o) { this.a = o.a } f() { if (this.a === 'y') dead(); else live() } } new A({ a: 'x' }).f()",
		"class A { constructor(o) { this.a = o.a } f() { if (this.a) dead(); else live() } } new A({ a: false }).f()",
		"class A { constructor(o) { this.a = o.a } f() { if (this.a) dead(); else live() } } new A({}).f()",
		"class A { constructor(o) { this.a = o.a } f() { if (this.a) live(); else live2() } } new A({ a: true }).f()",
		"class A { a = 'x'; constructor(a) { this.a = a } f() { if (this.a === 'y') dead(); if (this.a === 'x') live() } } new A('x').f()",
		"class A { a = 'y'; constructor(a) { this.a = a } f() { if (this.a === 'y') live() } } new A('x').f()",
		"class A { constructor(a) { this.a = a } f() { if (this.a === 'y') live() } } new A('x').f(); new A(z)",
		"class A { constructor(o) { Object.assign(this, o); this.a = o.a } f() { if (this.a === 'y') live() } } new A({ a: 'x' }).f()",
		"class A { constructor(a) { this.a = a } f() { const t = this; g(() => { if (t.a === 'y') dead(); else live() }) } } new A('x').f()",
		"class A { constructor(a) { this.a = a } f() { if (this.a === 'y') live() } } const o = new A('x'); o.f(); o.a = 'y'",
		"class A { constructor(a) { this.a = a } f() { if (this.a === 'y') live() } } const o = new A('x'); o.f(); z(o).a = 'y'",
		"class A { constructor(a) { this.a = a } f() { if (this.a === 'y') live() } } class B extends A { g() { this.a = 'y' } } new B('x').f(); new B('x').g()",
		"class A { f() { if (this.a === 'y') live() } } class B extends A { a = 'y' } class C extends A { constructor(a) { super(); this.a = a } } new B().f(); new C('x')",
		"class A extends Z { constructor(a) { super(); this.a = a } f() { if (this.a === 'y') live() } } new A('x').f()",
		"@z class A { constructor(a) { this.a = a } f() { if (this.a === 'y') live() } } new A('x').f()",
		"function A(o) { this.a = o.a } A.prototype.f = function () { if (this.a === 'y') dead(); else live() }; new A({ a: 'x' }).f()",
		"function A(o) { this.a = o.a } A.prototype = { a: 'y', f() { if (this.a === 'y') live() } }; new A({ a: 'x' }).f()",
		"function A(o) { this.a = o.a } A.prototype = { f() { if (this.a === 'y') dead(); else live() } }; new A({ a: 'x' }).f()",
		"import { A } from './b'; new A({ a: false }).f() -- b.js: export class A { constructor(o) { this.a = o.a } f() { if (this.a) dead(); else live() } }",
		"function A() {} A.init = function (a) { A.a = a }; A.init('x'); if (A.a === 'y') live()",
	} {
		t.Run(src, func(t *testing.T) {
			rowIsDecided(t, src)
		})
	}
}
