package resolve

import "testing"

// TestExportsByName: an export is none of the members of the same name that other objects
// have, as long as all who can ask for it are seen. Names are read as in TestDeadFunctions.
func TestExportsByName(t *testing.T) {
	const page = `app.json: {"pages": ["a"]}`
	const live, dead = "b.js: export function live() {}; export const x = 1", "b.js: export function dead() {}; export const x = 1"
	tests := [][]string{
		{"a.js: import { x } from './b'; Page({ f() { this.dead() } })", dead},
		{"a.js: import * as b from './b'; b.x; o.dead()", dead},
		{"a.js: const b = require('./b'); b.x; o.dead()", dead},
		{"a.js: const { x } = require('./b'), { dead } = o; dead()", dead},
		{"a.js: import { live } from './b'; const o = { dead() {} }; live(o.x)", live + "; export const y = 1"},
		{"a.js: import { dead } from './b'; dead(); const o = { dead() {} }; o.x", "b.js: export const dead = 1"},
		{"a.js: import { y } from './c'; o.dead(y)", "c.js: export { x as y } from './b'", dead},
		{"a.js: import { live } from './c'; live()", "c.js: export * from './b'", live},
		{"a.js: import * as c from './c'; c.y()", "c.js: export { live as y } from './b'", live},
		{"a.js: import { b } from './c'; b.live()", "c.js: export * as b from './b'", live},
		{"a.js: import b from './b'; b.live()", live},
		{"a.js: import { x } from './c'; x.live()", "c.js: export { default as x } from './b'", live},
		{"a.js: require('./b').default.live()", live},
		{"a.js: const { default: b } = require('./b'); b.live()", live},
		{"a.js: require('./b').live()", live},
		{"a.js: const { live: f } = require('./b'); f()", live},
		{"a.js: const { x: { live } } = require('./b'); live()", "b.js: export const x = { live() {} }"},
		{"a.js: const { x, ...b } = require('./b'); b.live()", live},
		{"a.js: import * as b from './b'; const c = { b }; c.b.live()", live},
		{"a.js: import * as b from './b'; const c = () => b; c().live()", live},
		{"a.js: import * as b from './b'; function f(c) { c.live() } f(b)", live},
		{"a.js: import * as b from './b'; (c ? b : d).live()", live},
		{"a.js: import * as b from './b'; for (const { live: f } of [b]) f()", live},
		{"a.js: import * as b from './b'; let f; ({ live: f } = b); f()", live},
		{"a.js: c.live(); var c = b; var b = require('./b')", live},
		{"a.js: import { x } from './b'; const r = require; r('./b').live()", live},
		{"a.js: import { x } from './b'; import('./b').then(b => b.live())", live},
		{"a.js: const b = require('./b'); b.y = function live() {}; b.y()", "b.js: export let y"},
		{"a.js: import { y } from './b'; y()", "b.js: export let y; exports.y = function live() {}"},
		{"a.js: import { y } from './b'; y()", "b.js: export let y; module.exports = { y: function live() {} }"},
		{"a.js: import { x } from './b'; x()", "b.js: export function live() {}; export const x = () => exports.live()"},
		{"a.js: import { A } from './b'; import * as b from './b'; b.A.prototype.live = () => 1; new A().live()", "b.js: export class A {}"},
		{"a.js: import * as b from './b'; class A extends b.B {} new A().live()", "b.js: export class B { live() {} dead() {} }"},
		{"a.js: 1", `a.axml: <import-sjs from="./m.sjs" name="m"/><import-sjs from="./n.sjs" name="n"/>{{m.live()}}`, "m.sjs: export const live = () => 1, x = 1", "n.sjs: import { x } from './m.sjs'; export const n = x"},
		// CommonJS
		{"a.js: const b = require('./b'); b.x(); o.dead()", "b.js: exports.dead = () => 1; exports.x = () => 2"},
		{"a.js: const { x } = require('./b'); x(); o.dead()", "b.js: function dead() {} function x() {} module.exports = { dead, x: x }"},
		{"a.js: const b = require('./b'); b.x(); o.dead(); o.dead2()", "b.js: module.exports = { dead() {}, x() {} }; module.exports.dead2 = () => 1"},
		{"a.js: import { live } from './b'; live(); const o = { dead() {} }; o.x", "b.js: function live() {} exports.live = live"},
		{"a.js: const b = require('./b'); b.y()", "b.js: function live() {} module.exports = { y: live }"},
		{"a.js: import b from './b'; b.live()", "b.js: module.exports = { live() {} }"},
		{"a.js: const b = require('./b'); b.live()", "b.js: const o = module.exports = { live() {} }; o.x"},
		{"a.js: const b = require('./b'); b.x()", "b.js: const o = module.exports = { live() {}, x() { o.live() } }"},
		{"a.js: const b = require('./b'); b.live()", "b.js: class A { live() {} } module.exports = new A(); exports.live = 1; module.exports.live = 2"},
		{"a.js: const b = require('./b'); b.live()", "b.js: const o = exports; o.live = () => 1; exports.x = 1"},
		{"a.js: const b = require('./b'); b.live()", "b.js: module.exports = { ...require('./c'), x: 1 }", "c.js: exports.live = () => 1"},
		{"a.js: const b = require('./b'); b.live()", "b.js: Object.assign(exports, require('./c')); exports.x = 1", "c.js: exports.live = () => 1"},
		{"a.js: const b = require('./b'); b.y()", "b.js: exports.y = void 0; Object.defineProperty(exports, 'y', { get: function () { return c.live } }); const c = require('./c')", "c.js: exports.live = () => 1"},
		{"a.js: const b = require('./b'); b.y()", "b.js: exports.y = () => 1", "c.js: const b = require('./b'); b.y = function live() {}", "app.js: require('./c')"},
		{"a.js: const c = require('./c'); c.b.live()", "b.js: exports.live = () => 1", "c.js: const b = require('./b'); module.exports = { b }"},
		{"a.js: Page(require('./b'))", "b.js: module.exports = { live() {} }"},
		// a function that asks what it is a member of
		{"a.js: const b = require('./b'); b.x()", "b.js: module.exports = { live() {}, x() { this.live() } }"},
		{"a.js: const b = require('./b'); b.x()", "b.js: function live() {} function x() { const o = this; o.live() } module.exports = { live, x }"},
		{"a.js: const b = require('./b'); b.x()", "b.js: exports.live = () => 1; exports.x = function () { this.live() }"},
		{"a.js: import * as b from './b'; b.x()", "b.js: export function live() {} export function x() { this.live() }"},
		{"a.js: import * as b from './b'; b.x()", "b.js: export function live() {} export { x } from './c'", "c.js: export { x } from './d'", "d.js: export function x() { this.live() }"},
		{"a.js: import * as b from './b'; b.x()", "b.js: import { x } from './c'; export function live() {} export { x }", "c.js: export function x() { this.live() }"},
		{"a.js: const b = require('./b'); b.x()", "b.js: const o = { x() { this.live() } }; module.exports = { live() {}, x: o.x }"},
		{"a.js: const b = require('./b'); b.x()", "b.js: const { x } = require('./c'); module.exports = { live() {}, x }", "c.js: exports.x = function () { this.live() }"},
		{"a.js: const b = require('./b'); b.x()", "b.js: const o = { x() { this.live() } }; exports.live = () => 1; exports.x = o.x"},
		{"a.js: const b = require('./b'); b.x()", "b.js: exports.live = () => 1; exports.x = 1; this.live()"},
		{"a.js: const b = require('./b'); new b.A(); o.dead()", "b.js: class A { constructor() { this.x() } x() {} } module.exports = { A, dead() {} }"},
	}
	for _, files := range tests {
		checkDead(t, append(files, page))
	}
}
