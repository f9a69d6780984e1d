package resolve

import (
	"path"
	"slices"
	"strings"
	"testing"

	"github.com/beianlint/beianlint/lint/usage/markup"
)

// TestDeadFunctions names the functions of the files that nothing calls. Those
// whose name starts with d must be dead, all others live.
func TestDeadFunctions(t *testing.T) {
	const page = `app.json: {"pages": ["a"]}`
	tests := [][]string{
		{"a.js: function dead() {}"},
		{"a.js: function live() {} live()"},
		{"a.js: function live() {} setInterval(live, 1)"},
		{"a.js: function dead() { dead2() } function dead2() {}"},
		{"a.js: const dead = () => 1; let live = () => 2; const x = live; x()"},
		{"a.js: function live() {} const o = { live }; o.live()"},
		{"a.js: function live() {} const { live2 } = { live2: live }; live2()"},
		{"a.js: const o = { live() {}, dead() {} }; o.live()"},
		{"a.js: const o = { live() {}, live2() {} }; o[k]()"},
		{"a.js: const o = { live() {}, live2() {} }; const { [k]: f } = o; f()"},
		{"a.js: const o = { live() {}, live2() {} }; let f; ({ [k]: f } = o); f()"},
		{"a.js: const o = { dead() {}, live() {} }; const { ['live']: f } = o; f()"},
		{"a.js: const o = { live() {}, live2() {} }; f(o)"},
		{"a.js: const o = { live() { f(this) }, live2() {} }; o.live()"},
		{"a.js: const o = { live() { this.live2() }, live2() {}, dead() {} }; o.live()"},
		{"a.js: const o = { live() {}, live2() {} }; for (const k in o) k"},
		{"a.js: const o = { live() {}, live2() {} }; const p = { ...o }"},
		{"a.js: const o = { get live() {}, set live2(v) {} }"},
		{"a.js: const o = { p: { live() {}, dead() {} } }; o.p.live()"},
		{"a.js: const o = { p: { live() {}, live2() {} } }; f(o.p)"},
		{"a.js: const list = [function live() {}]; for (const f of list) f()"},
		{"a.js: class A { constructor() { live() } live2() {} dead() {} } function live() {} new A().live2()"},
		{"a.js: class A { dead() {} static dead2() {} } new A()"},
		{"a.js: class A { live() {} } f(new A())"},
		{"a.js: f(new class { live() {} }); g(new class { x = { live2() {} } })"},
		{"a.js: new class { dead() {} }; const x = new class { live() {} dead2() {} }; x.live()"},
		{"a.js: class A extends B { live() {} }"},
		{"a.js: class A { live() {} dead() {} } class C extends A {} new C().live()"},
		{"a.js: class A { f = live; live2 = () => {} } function live() {} const x = new A(); x.f(); x.live2()"},
		{"a.js: class A { static { live(); this.live2() } static live2() {} dead() {} } function live() {}"},
		{"a.js: function dead() { class A { static { dead2() } } } function dead2() {}"},
		{"a.js: @d class A { live() {} }"},
		{"a.js: class A { @d live() {} }"},
		{"a.js: import { A } from './b'; class P { @d a: A; f() { this.a.live() } }", "b.js: export class A { live() {} }"},
		{"a.js: import { A } from './b'; class P { a: A; f() { this.a.dead() } } new P().f()", "b.js: export class A { dead() {} }"},
		{"a.js: function A() { live() } A.prototype.dead = function () {}; function live() {} new A()"},
		{"a.js: function A() {} A.prototype.live = function () {}; new A().live()"},
		{"a.js: function A() {} A.prototype = { live() {}, dead() {} }; const x = new A(); x.live()"},
		{"a.js: function A() {} A.prototype.live = function () {}; f(A)"},
		{"a.js: const o = {}; f(o); const p = o; p.live = function () {}"},
		{"a.js: const o = {}, p = o; p.live = function () {}; f(o)"},
		{"a.js: const o = {}, p = o; p.dead = function () {}; o.x"},
		{"a.js: function A() {} const p = A.prototype; p.live = function () {}; f(new A())"},
		{"a.js: function A() {} A.fn = A.prototype = {}; A.fn.live = function () {}; f(new A())"},
		{"a.js: function A() {} A.fn = A.prototype; A.fn.dead = function () {}; new A()"},
		{"a.js: function A() { this.live = function () {} } function B() { A.call(this) } f(new B())"},
		{"a.js: function mix() { this.live = function () {} } const o = {}; mix.apply(o, []); f(o)"},
		{"a.js: function mix() { this.live = function () {} } const o = {}, m = mix.bind(o); m(); f(o)"},
		{"a.js: const o = { mix() { this.live = function () {} } }, p = {}, q = p; o.mix.call(q); f(p)"},
		{"a.js: function A() { this.live = function () {} } A.call(x())"},
		{"a.js: function A() { this.dead = function () {} } A.call(null); A.apply(undefined, []); A.call(void 0)"},
		{"a.js: function A() { this.dead = function () {} } A.call()"},
		{"a.js: class A { live() {} copy() { return new this.constructor() } } f(new A().copy())"},
		{"a.js: class A { dead() {} copy() { const x = new this.constructor() } } new A().copy()"},
		{"a.js: const s = wx.connectSocket(); s.live = function () {}"},
		{"a.js: const o = x.y; o.z.live = function () {}"},
		{"a.js: const o = { get z() { return this } }; o.z.live = function () {}; f(o)"},
		{"a.js: const o = { z: {} }; o.z.dead = function () {}"},
		{"a.js: window.live = function () {}"},
		{"a.js: function f(o) { o.live = function () {} } f({})"},
		{"a.js: class A { x() { this.s = wx.f(); this.s.live = () => {} } } new A().x()"},
		{"a.js: Page({ live() {} })"},
		// what leaks though nothing names it
		{"a.js: f(new (function () { function t() {} return t.prototype.live = function () {}, t }())())"},
		{"a.js: const x = new (function () { function t() {} return t.prototype.live = function () {}, t }())(); f(x)"},
		{"a.js: f(new function () { this.live = function () {} })"},
		{"a.js: f(new (c ? class { live() {} } : y)())"},
		{"a.js: f(new (c || class { live() {} })())"},
		{"a.js: f(new (1, A)()); class A { live() {} }"},
		{"a.js: f(new (A.bind(null))()); class A { live() {} }"},
		{"a.js: const B = A.bind(null); f(new B()); class A { live() {} }"},
		{"a.js: const g = A.bind(null); f(g); function A() { this.live = function () {} }"},
		{"a.js: throw { live() {} }"},
		{"a.js: throw new A(); class A { live() {} }"},
		{"a.js: try { throw { live() {} } } catch (e) { f(e) }"},
		{"a.js: x = { live() {} }; f(x)"},
		{"a.js: f(x)", "app.js: x = { live() {} }"},
		{"a.js: f(o[0]); const o = { 0: { live() {} } }"},
		{"a.js: const x = o[0]; f(x); const o = { 0: { live() {} } }"},
		{"a.js: o[0](); const o = { 0: function live() {} }"},
		{"a.js: const { 0: x } = o; x(); const o = { 0: function live() {} }"},
		{"a.js: f(h => { const C = class A { static m() { f(A) } static live() {} }; C.m() })"},
		{"a.js: const h = function g() { f(g) }; h.live = function () {}; h()"},
		{"a.js: f(g => { const h = function g() { f(g) }; h.live = function () {}; h() })"},
		{"a.js: const s = wx.f(); s.task.live = function () {}; const o = { task: {} }"},
		{"a.js: Page(new (function () { function t() {} return t.prototype.live = function () {}, t }())())"},
		{"a.js: f(x`${{ live() {} }}`)"},
		{"a.js: const y = `${{ toString() { return live() } }}`; function live() {}"},
		{"a.js: f(o.a); const o = { 'a': { live() {} } }"},
		{"a.js: const { [k]: x } = { live() {} }; x()"},
		{"a.js: f(class extends B { live() {} })"},
		{"a.js: const list = [{ live() {} }]; f(list[0])"},
		{"a.js: f((() => ({ live() {} }))())"},
		{"a.js: f((function () { return { live() {} } }).call(this))"},
		{"a.js: f(new (function () { return { live() {} } })())"},
		{"a.js: const o = { live() {} }; export { o as default }"},
		{"a.js: let r; f(r = { live() {} })"},
		{"a.js: f(o ||= { live() {} }); let o"},
		{"a.js: const o = { z: { f() {} } }; o.z.dead = function () {}"},
		{"a.js: throw o.x; const o = { dead() {} }"},
		{"a.js: const o = { 0: function dead() {}, 1: function live() {} }; o[1]()"},
		{"a.js: const h = { live: function () {} }; const g = { a: function dead() { f(dead) } }; f(h)"},
		// what is ready made
		{"a.js: const o = { dead() {} }; wx.dead(); console.dead(); 'a'.dead(); [o.x].dead(); `a${1}`.dead()"},
		{"a.js: import Taro from '@tarojs/taro'; const o = { dead() {} }; Taro.dead()"},
		{"a.js: import Taro from '@tarojs/taro'; Taro.live()", `tsconfig.json: {"compilerOptions": {"paths": {"@tarojs/taro": ["./b"]}}}`, "b.js: export default { live() {} }"},
		{"a.js: import * as Taro from './b'; Taro.live()", "b.js: export const live = () => 1"},
		{"a.js: import wx from './b'; wx.live()", "b.js: export default { live() {} }"},
		{"a.js: const o = { live() {} }; wx.live = o.live; wx.live()"},
		{"a.js: const o = { live() {} }; wx.o = o; wx.o.live()"},
		{"a.js: const o = { live() {} }; wx['o'] = o; wx[k].live()"},
		{"a.js: const o = { live() {} }; Object.assign(wx, o); wx.live()"},
		{"a.js: const o = { live() {} }; for (const k in o) wx[k] = o[k]; wx.live()"},
		{"a.js: const o = { live() {} }; Object.defineProperty(wx, 'live', { value: o.live }); wx.live()"},
		{"a.js: const o = { live() {} }; Object.defineProperty(wx, 'live', { get: () => o.live }); wx.live()"},
		{"a.js: const o = { live() {} }, api = wx; api.live = o.live; wx.live()"},
		{"a.js: const o = { live() {} }; function set(w) { w.live = o.live } set(wx); wx.live()"},
		{"a.js: const o = { live() {} }; (function (w) { w.live = o.live })(wx); wx.live()"},
		{"a.js: const o = { live() {} }; ({ live: wx.live } = o); wx.live()"},
		{"a.js: const o = { live() {} }; [wx.live] = [o.live]; wx.live()"},
		{"a.js: const o = { live() {} }; wx.live ||= o.live; wx.live()"},
		{"a.js: const o = { live() {} }; wx.live = wx.live || o.live; wx.live()"},
		{"a.js: const o = { live() {} }; globalThis.wx.live = o.live; wx.live()"},
		{"a.js: const o = { live() {} }; Reflect.set(wx, 'live', o.live); wx.live()"},
		{"a.js: wx = { live() {} }; wx.live()"},
		{"a.js: wx = o; wx.live()", "app.js: o = { live() {} }"},
		{"a.js: window.wx = { live() {} }; wx.live()"},
		{"a.js: Object.assign(window, { wx: { live() {} } }); wx.live()"},
		{"a.js: wx.live()", "app.js: var wx = { live() {} }"},
		{"a.js: const wx = { live() {}, dead() {} }; wx.live()"},
		{"a.js: (function (wx) { wx.live() })({ live() {} })"},
		{"a.js: function f(wx) { wx.live() } f({ live() {} })"},
		{"a.js: try { f() } catch (console) { console.live() } throw { live() {} }"},
		{"a.js: String.prototype.live = function () {}; 'a'.live()"},
		{"a.js: Array.prototype.live = function () {}; [1].live()"},
		{"a.js: const o = { live() {} }; Object.assign(String.prototype, o); `a`.live()"},
		{"a.js: const o = { live() {} }; Object.setPrototypeOf(wx, o); wx.live()"},
		{"a.js: const o = { live() {} }; wx.__proto__ = o; wx.live()"},
		{"a.js: class A { live() {} } const a = new A(); a.__proto__[k]()"},
		{"a.js: class A { live() {} } const a = new A(), p = a.__proto__; p[k]()"},
		{"a.js: class A { live() {} } const a = new A(); a.constructor.prototype[k]()"},
		{"a.js: class A { static live() {} } const a = new A(); a.constructor[k]()"},
		{"a.js: class B { live() {} } class A extends B {} const a = new A(); a.__proto__.__proto__[k]()"},
		{"a.js: class A { dead() {} } const a = new A(); a.__proto__.x()"},
		{"a.js: class P extends Promise { static live() {} } P.live()"},
		{"a.js: const Promise = require('./b'); Promise.live()", "b.js: exports.live = () => 1"},
		{"a.js: const p = { live() {} }; p.live2 = function () {}; Page(p)"},
		{"a.js: export default { live() {} }"},
		{"a.js: export function live() {}"},
		{"a.js: const live = () => <Live2/>; const Live2 = () => 1; f(<A b={live}/>)"},
		{"a.js: namespace N { export function live() {} } N.live()"},
		{"a.js: if (x) { y } else { live() } function live() {}"},
		{"a.js: function dead() {} if (process.env.TARO_ENV === 'h5') { dead() }"},
		{"a.js: import { live } from './b'; live()", "b.js: export const live = () => 1; export const dead = () => 2"},
		{"a.js: import * as b from './b'; b.live()", "b.js: export const live = () => 1; export const dead = () => 2"},
		{"a.js: import * as b from './b'; b[k]()", "b.js: export const live = () => 1; export const live2 = () => 2"},
		{"a.js: import b from './b'; b.live()", "b.js: export default { live() {}, dead() {} }"},
		{"a.js: import b from './b'; const o = { default: 1 }; f(o.default)", "b.js: export default function dead() {}"},
		{"a.js: import * as b from './b'; b.default()", "b.js: export default function live() {}"},
		{"a.js: const b = require('./b'); b.default()", "b.js: const c = { live() {} }; export { c as default }; c.live()"},
		{"a.js: const b = require('./b').default; b()", "b.js: export default function live() {}"},
		{"a.js: const { default: b } = require('./b'); b()", "b.js: export default function live() {}"},
		{"a.js: import('./b').then(b => b.default())", "b.js: export default function live() {}"},
		{"a.js: import { c } from './c'; c.default()", "c.js: export * as c from './b'", "b.js: export default function live() {}"},
		{"a.js: import { c } from './c'; c()", "c.js: export { default as c } from './b'", "b.js: export default function live() {}"},
		{"a.js: import { live } from './b'; live()", "b.js: export * from './c'", "c.js: export const live = () => 1; export const dead = () => 2"},
		{"a.js: import { x } from './b'; x()", "b.js: export { live as x } from './c'", "c.js: export const live = () => 1; export const dead = () => 2"},
		{"a.js: import { x } from './b'; x()", "b.js: export { default as x } from './c'", "c.js: export default function live() {}"},
		{"a.js: require('./b').live()", "b.js: exports.live = () => 1; exports.dead = () => 2"},
		{"a.js: const { live } = require('./b'); live()", "b.js: module.exports = { live() {}, dead() {} }"},
		{"a.js: const b = require('./b')", "b.js: module.exports = { dead() {} }; function dead2() {} module.exports.x = dead2"},
		{"a.js: f(require('./b'))", "b.js: module.exports = { live() {} }"},
		{"a.js: require(x)", "b.js: module.exports = { live() {} }"},
		{"a.js: import('./b').then(f)", "b.js: export const live = () => 1"},
		{"a.js: const c = require.context('./lib')", "lib/b.js: export const live = () => 1"},
		{"a.js: import './c'", `a.json: {"usingComponents": {"c": "c"}}`, "c.js: Component({ methods: { live() {} } })", "c.wxml: <view/>"},
		{"a.vue: <script>export default { methods: { live() {} } }</script>"},
		{"a.vue: <script>import b from './b'; export default { a() { b.live() } }</script>", "b.js: export default { live() {}, dead() {} }"},
		{"a.vue: <script>import b from './b'; export default { setup() { return { b } } }</script>", "b.js: export default { live() {}, live2() {} }"},
		{"a.vue: <script>import b from './b'; export default { methods: { ...b } }</script>", "b.js: export default { live() {}, live2() {} }"},
		{"a.vue: <script>import b from './b'; export default { methods: b }</script>", "b.js: export default { live() {}, live2() {} }"},
		{"a.vue: <script>import * as b from './b'; export default { created() { this.b = b } }</script>", "b.js: export function live() {}"},
		{"a.vue: <script>import b from './b'</script><script setup>const c = 1</script>", "b.js: export default { live() {}, live2() {} }"},
		{"a.vue: <script src='./c.js'></script>", "c.js: import b from './b'; export default { a: b }", "b.js: export default { live() {} }"},
		{"a.vue: <script src='./c.js'></script>", "c.js: import b from './b'; export default { a: 1 }", "b.js: export default { dead() {} }"},
		{"a.vue: <script setup>import { live } from './b'; function live2() {}</script>", "b.js: export const live = () => 1"},
		{"a.js: 1", `a.wxml: <wxs module="m" src="./m.wxs"/>{{m.live()}}`, "m.wxs: module.exports = { live: function () {} }"},
		// names in markup lead to what the page has, and to its scripts
		{"a.js: Page({ data: { dead: 1 } }); const o = { dead() {} }; o.x", `a.wxml: <view wx:if="{{dead}}" bindtap="dead"/>`},
		{"a.js: Page({ live() {} })", `a.wxml: <view wx:if="{{live}}" bindtap="live"/>`},
		{"a.js: const b = Behavior({ methods: { live() {} } }); Component({ behaviors: [b] })", `a.wxml: <view wx:if="{{live}}" bindtap="live"/>`},
		{"a.js: class A { live() {} } Page(new A())", `a.wxml: <view wx:if="{{live}}" bindtap="live"/>`},
		{"a.js: class B { live() {} } class A extends B {} Page(new A())", `a.wxml: <view wx:if="{{live}}" bindtap="live"/>`},
		{"a.js: const p = {}; p.live = function () {}; Page(p)", `a.wxml: <view wx:if="{{live}}" bindtap="live"/>`},
		{"a.js: function make(o) { return Page(o) } make({ live() {} })", `a.wxml: <view wx:if="{{live}}" bindtap="live"/>`},
		{"a.js: const make = o => Page({ ...o }); make({ live() {} })", `a.wxml: <view wx:if="{{live}}" bindtap="live"/>`},
		{"a.js: function A() {} A.prototype.live = function () {}; Page(new A())", `a.wxml: <view wx:if="{{live}}" bindtap="live"/>`},
		{"a.js: function A() { this.live = function () {} } Page(new A())", `a.wxml: <view wx:if="{{live}}" bindtap="live"/>`},
		{"a.js: Page(Object.create({ live() {} }))", `a.wxml: <view wx:if="{{live}}" bindtap="live"/>`},
		{"a.js: const P = { create(o) { Page(o) } }; P.create({ live() {} })", `a.wxml: <view wx:if="{{live}}" bindtap="live"/>`},
		{"a.js: let o = { live() {} }; App.page = o; Page(o)", `a.wxml: <view wx:if="{{live}}" bindtap="live"/>`},
		{"a.js: const o = { live() {} }; Page(Object.assign({}, o))", `a.wxml: <view wx:if="{{live}}" bindtap="live"/>`},
		{"a.js: const o = { methods: { live() {} } }; Component(o)", `a.wxml: <view wx:if="{{live}}" bindtap="live"/>`},
		{"a.js: const o = {}; o.methods = { live() {} }; Component(o)", `a.wxml: <view wx:if="{{live}}" bindtap="live"/>`},
		{"a.js: const live = () => 1; Page({ live })", `a.wxml: <view wx:if="{{live}}" bindtap="live"/>`},
		{"a.js: Page(require('./b'))", "b.js: exports.live = function () {}", `a.wxml: <view wx:if="{{live}}" bindtap="live"/>`},
		{"a.js: import b from './b'; Page({ ...b })", "b.js: export default { live() {} }", `a.wxml: <view wx:if="{{live}}" bindtap="live"/>`},
		{"a.js: import { live } from './b'; Page({ live })", "b.js: export { live } from './c'", "c.js: export const live = () => 1, dead = () => 2", `a.wxml: <view wx:if="{{live}}" bindtap="live"/>`},
		{"a.js: const o = { live() {} }; Page({ tap(e) { o[e.target.dataset.name]() } })", `a.wxml: <view data-name="live" bindtap="tap"/>`},
		{"a.js: 1", `a.wxml: <wxs module="m" src="./m.wxs"/><wxs module="n" src="./n.wxs"/>{{m.live()}}`, "m.wxs: module.exports = { live: function () {} }", "n.wxs: var m = require('./m.wxs')"},
		{"a.js: 1", `a.wxml: <wxs module="n" src="./n.wxs"/>{{n.f()}}`, "m.wxs: module.exports = { live: function () {}, dead: function () {} }", "n.wxs: var m = require('./m.wxs'); module.exports = { f: m.live }"},
		{"a.js: 1", `a.axml: <import-sjs from="./m.sjs" name="m"/><import-sjs from="./n.sjs" name="n"/>{{m.live()}}`, "m.sjs: export default { live() {} }", "n.sjs: import m from './m.sjs'; export const n = m.x"},
		{`a.vue: <script module="m" lang="wxs" src="./m.wxs"></script><script>1</script>`, "m.wxs: module.exports = { live: function () {} }", "n.wxs: var m = require('./m.wxs')", `b.js: 1`, `b.wxml: <wxs module="n" src="./n.wxs"/>`, `app.json: {"pages": ["a", "b"]}`},
	}
	for _, files := range tests {
		t.Run(strings.Join(files, " | "), func(t *testing.T) {
			checkDead(t, append([]string{page}, files...))
		})
	}
}

// checkDead reports functions of some files that are dead though their names do not begin with
// d, and those that are live though theirs do.
func checkDead(t *testing.T, files []string) {
	t.Helper()
	s := open(nil, files...)
	for _, m := range Reach(s).Modules {
		for _, f := range parsedFunctions(s, m) {
			if f != "" && (f[0] == 'd') != isStripped(m, f) && strings.ContainsAny(f[:1], "dlL") {
				t.Errorf("%s: dead is %v", f, isStripped(m, f))
			}
		}
	}
}

// TestDeadFunctionsWithoutEntries: any export can be used where nobody knows what
// the mini program starts from.
func TestDeadFunctionsWithoutEntries(t *testing.T) {
	files := []string{"a.js: import { used } from './b'; used()", "b.js: export const used = () => 1; export const other = () => 2"}
	for app, want := range map[string]bool{"app.json: {}": false, `app.json: {"pages": ["a"]}`: true} {
		for _, m := range Reach(open(nil, append(files, app)...)).Modules {
			if path.Base(m.Name) == "b.js" && isStripped(m, "other") != want {
				t.Errorf("%s: dead is %v", app, !want)
			}
		}
	}
}

// parsedFunctions are the names of the functions in the source of a module.
func parsedFunctions(s *Sources, m *Module) (names []string) {
	src := s.names.Files[m.Name].Bytes
	if m.IsVue() {
		src, _ = ComponentScript(src, slices.Collect(markup.Blocks(src)))
	}
	for _, f := range Parse(src, "tsx", nil).Funcs {
		names = append(names, f.Name)
	}
	return names
}

func isStripped(m *Module, name string) bool {
	for _, f := range m.Tree.Funcs {
		if f.Name == name {
			return false
		}
	}
	return true
}
