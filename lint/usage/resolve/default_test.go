package resolve

import (
	"strings"
	"testing"
)

// TestDefaults: what is read as the default of a module is that of this one. LEAK lets the
// default of another one leak, HELP is the helper that compilers give a default with, BASE
// has a default that is dead but for what a row does with it.
func TestDefaults(t *testing.T) {
	replace := strings.NewReplacer(
		"HELP", "function h(e) { return e && e.__esModule ? e : { default: e } }",
		"LEAK", "; var z = h(require('./z')); g(z.default); new z.default(); z.default()",
		"BASE", "exports.default = function dead() {}",
		"USED", "exports.default = function live() {}",
		"EACH", "exports.default = { live() {}, dead() {} }",
	)
	const page, other = `app.json: {"pages": ["a"]}`, "z.js: exports.default = { live() {} }"
	for _, files := range [][]string{
		{"a.js: HELP var b = h(require('./b')); b.x LEAK", "b.js: BASE"},
		{"a.js: HELP var b = h(require('./b')); b.x LEAK", "b.js: module.exports = { dead() {} }"},
		{"a.js: HELP var b = require('./b'); b.x LEAK", "b.js: BASE"},
		{"a.js: HELP var b = require('./b'), c = h(b); c.x LEAK", "b.js: BASE"},
		{"a.js: HELP import * as b from './b'; b.x LEAK", "b.js: export default function dead() {}"},
		{"a.js: HELP require('./b').x LEAK", "b.js: BASE"},
		{"a.js: HELP var b = h(require('./b')); b.default.live() LEAK", "b.js: EACH"},
		{"a.js: HELP var b = h(require('./b')); b.default.live() LEAK", "b.js: module.exports = { live() {}, dead() {} }"},
		{"a.js: HELP var b = require('./b'), c = h(b); c.default.live() LEAK", "b.js: EACH"},
		{"a.js: HELP import * as b from './b'; b.default.live() LEAK", "b.js: export default { live() {}, dead() {} }"},
		{"a.js: HELP require('./b').default.live() LEAK", "b.js: EACH"},
		{"a.js: HELP h(require('./b')).default.live() LEAK", "b.js: EACH"},
		{"a.js: HELP var { default: b } = require('./b'); b.live() LEAK", "b.js: EACH"},
		{"a.js: HELP var b = h(require('./b')), { default: c } = b; c.live() LEAK", "b.js: EACH"},
		{"a.js: HELP var b = h(require('./b')); b['default'].live() LEAK", "b.js: exports['default'] = { live() {}, dead() {} }"},
		{"a.js: var h = this && this.h || function (e) { return (e && e.__esModule) ? e : { 'default': e } }; var b = h(require('./b')); b.default.live() LEAK", "b.js: EACH"},
		{"a.js: HELP var b = h(require('./b')); b.default.live() LEAK", "b.js: exports.default = void 0; EACH"},
		{"a.js: HELP var b = h(require('./b')); b.default.live() LEAK", "b.js: exports.default = exports.x = undefined; EACH"},
		// helpers in modules of their own
		{"a.js: var h = require('./h'), b = h(require('./b')); b.default.live() LEAK", "b.js: EACH", "h.js: HELP module.exports = h, module.exports.__esModule = true, module.exports.default = module.exports"},
		{"a.js: var b = require('./h')(require('./b')); b.default.live(); var h = require('./h') LEAK", "b.js: EACH", "h.js: module.exports = function (e) { return e && e.__esModule ? e : { default: e } }"},
		{"a.js: var h = require('@babel/runtime/helpers/interopRequireDefault'), b = h(require('./b')); b.default.live() LEAK", "b.js: EACH"},
		{"a.js: var b = require('@babel/runtime/helpers/other')(require('./b')); b.x", "b.js: USED"},
		{"a.js: var h = require('./h'), b = h(require('./b')); b.x", "b.js: USED", "h.js: module.exports = function (e) { return e && e.__esModule ? e : { default: f(e) } }"},
		// what is done with it
		{"a.js: HELP var b = h(require('./b')); b.default()", "b.js: USED"},
		{"a.js: HELP var b = h(require('./b')); (0, b.default)()", "b.js: USED"},
		{"a.js: HELP var b = h(require('./b')); f(b.default)", "b.js: USED"},
		{"a.js: HELP var b = h(require('./b')); b.default.call(x)", "b.js: USED"},
		{"a.js: HELP var b = h(require('./b')); f(b.default.bind(x))", "b.js: USED"},
		{"a.js: HELP var b = h(require('./b')); new b.default().live()", "b.js: exports.default = class { live() {} dead() {} }"},
		{"a.js: HELP var b = h(require('./b')); new b.default()", "b.js: class A { constructor() { live() } dead() {} } function live() {} exports.default = A"},
		{"a.js: HELP var b = h(require('./b')); f(new b.default())", "b.js: exports.default = class { live() {} }"},
		{"a.js: HELP var b = h(require('./b')); class C extends b.default {} f(new C())", "b.js: exports.default = class { live() {} }"},
		{"a.js: HELP var b = h(require('./b')); b.default.live = function () {}; f(b.default)", "b.js: exports.default = {}"},
		{"a.js: HELP var b = h(require('./b')); b.default.prototype.live = function () {}; f(new b.default())", "b.js: exports.default = class {}"},
		{"a.js: HELP var b = h(require('./b')); b.default[k]()", "b.js: exports.default = { live() {} }"},
		{"a.js: HELP var b = h(require('./b')); (b || x).default[k]()", "b.js: exports.default = { live() {} }"},
		{"a.js: HELP var b; (b || (b = require('./b'))).default[k]()", "b.js: exports.default = { live() {} }"},
		{"a.js: HELP var { default: b } = x ? require('./b') : {}; b[k]()", "b.js: exports.default = { live() {} }"},
		{"a.js: HELP var b = h(require('./b')), c = b.default; c.live()", "b.js: EACH"},
		{"a.js: HELP var b = h(require('./b')), { live } = b.default; live()", "b.js: EACH"},
		{"a.js: HELP var b = h(require('./b')), { default: { live } } = b; live()", "b.js: EACH"},
		{"a.js: HELP var b = h(require('./b')); b.default = function live() {}; b.default()", "b.js: exports.x = 1"},
		// who else has the module
		{"a.js: HELP var b = h(require('./b')), c = b; c.default()", "b.js: USED"},
		{"a.js: HELP var b = h(require('./b')), c = b; c.default()", "b.js: module.exports = function live() {}"},
		{"a.js: HELP var b = require('./b'), c = { b }; c.b.default()", "b.js: USED"},
		{"a.js: HELP var b = require('./b'), c; c = x ? b : y; c.default()", "b.js: USED"},
		{"a.js: HELP var b; b = h(require('./b')); b.default()", "b.js: USED"},
		{"a.js: HELP var b; if (x) b = h(require('./b')); else b = h(require('./c')); b.default()", "b.js: USED", "c.js: exports.default = function live2() {}"},
		{"a.js: HELP var b = h(x ? require('./b') : require('./c')); b.default()", "b.js: USED", "c.js: exports.default = function live2() {}"},
		{"a.js: HELP var b = require('./b'); exports.b = b", "b.js: USED"},
		{"a.js: HELP var b = require('./c'); b.b.default()", "c.js: exports.b = require('./b')", "b.js: USED"},
		{"a.js: HELP var b = require('./c'); b.default()", "c.js: module.exports = require('./b')", "b.js: USED"},
		{"a.js: import { b } from './c'; b.default()", "c.js: import * as b from './b'; export { b }", "b.js: export default function live() {}"},
		{"a.js: import b from './c'; b.default()", "c.js: import * as b from './b'; export default b", "b.js: export default function live() {}"},
		{"a.js: HELP var b = h(require('./b')); function g(x) { x.default() } g(b)", "b.js: USED"},
		{"a.js: HELP (function (x) { x.default() })(h(require('./b')))", "b.js: USED"},
		{"a.js: HELP var b = h(require('./b')); const get = () => b; get().default()", "b.js: USED"},
		{"a.js: HELP var b = h(require('./b')); [b].map(x => x.default())", "b.js: USED"},
		{"a.js: HELP var b = h(require('./b')); b[k]()", "b.js: USED"},
		{"a.js: HELP var b = h(require('./b')), { ...c } = b; c.default()", "b.js: USED"},
		{"a.js: let c; ({ default: c } = require('./b')); c()", "b.js: USED"},
		{"a.js: var _b = require('./b')", "c.js: _b.default()", "b.js: USED", `app.json: {"pages": ["a", "c"]}`},
		{"a.js: import('./b').then(b => b.default())", "b.js: USED"},
		// how it becomes the default
		{"a.js: HELP var b = h(require('./b')); b.default()", "b.js: module.exports = function live() {}"},
		{"a.js: HELP var b = h(require('./b')); b.default()", "b.js: module.exports = { default: function live() {}, __esModule: true }"},
		{"a.js: HELP var b = h(require('./b')); b.default()", "b.js: module.exports = { default: x }; function x() { live() } function live() {}"},
		{"a.js: HELP var b = h(require('./b')); b.default()", "b.js: module.exports.default = function live() {}"},
		{"a.js: HELP var b = h(require('./b')); b.default()", "b.js: var _default = exports.default = function live() {}"},
		{"a.js: HELP var b = h(require('./b')); b.default()", "b.js: var e = exports; e.default = function live() {}"},
		{"a.js: HELP var b = h(require('./b')); b.default()", "b.js: var e = module.exports = {}; e.default = function live() {}"},
		{"a.js: HELP var b = h(require('./b')); b.default()", "b.js: function x() {} module.exports = x; x.default = function live() {}"},
		{"a.js: HELP var b = h(require('./b')); b.default()", "b.js: USED; module.exports = exports.default"},
		{"a.js: HELP var b = h(require('./b')); b.default()", "b.js: Object.assign(exports, { default: function live() {} })"},
		{"a.js: HELP var b = h(require('./b')); b.default()", "b.js: Object.defineProperty(exports, 'default', { enumerable: true, get: function () { return live } }); function live() {}"},
		{"a.js: HELP var b = h(require('./b')); b.default()", "b.js: exports[k] = function live() {}"},
		{"a.js: HELP var b = h(require('./b')); b.default()", "b.js: export { default } from './c'", "c.js: export default function live() {}"},
		{"a.js: HELP var b = h(require('./b')); b.default()", "b.js: export { live as default } from './c'", "c.js: export function live() {}"},
		{"a.js: HELP var b = h(require('./b')); b.default()", "b.js: function live() {} export { live as default }"},
		{"a.js: HELP var b = h(require('./b')); b.default()", "b.js: HELP var c = h(require('./c')); exports.default = c.default", "c.js: USED"},
		{"a.js: HELP var b = h(require('./b')); b.live()", "b.js: HELP var c = h(require('./c')); Object.defineProperty(exports, 'live', { enumerable: true, get: function () { return c.default } })", "c.js: USED"},
		{"a.js: HELP var b = h(require('./b')); b.default()", "b.js: (function (e) { e.default = function live() {} })(exports)"},
		{"a.js: HELP var b = h(require('./b')); b.default()", "b.js: this.default = function live() {}"},
		{"a.js: HELP var b = h(require('./b')); f(b)", "b.js: exports.default = void 0; exports.default = { live() {} }"},
		{"a.js: HELP var b = h(require('./b')); b.default = f(); b.default.live = function () {}", "b.js: exports.default = void 0"},
		{"a.js: const o = { default: function live() {} }; o.default()"},
		{"a.js: const o = { default: function dead() {} }; o.x"},
		{"a.js: class A { static default() { live() } } A.default(); function live() {}"},
	} {
		t.Run(strings.Join(files, " | "), func(t *testing.T) {
			parts := append([]string{page, other}, files...)
			for i := range parts {
				parts[i] = replace.Replace(parts[i])
			}
			s := open(nil, parts...)
			for _, m := range Reach(s).Modules {
				for _, f := range parsedFunctions(s, m) {
					if f != "" && f != "default" && strings.ContainsAny(f[:1], "dl") && (f[0] == 'd') != isStripped(m, f) {
						t.Errorf("%s: %s: dead is %v", m.Name, f, isStripped(m, f))
					}
				}
			}
		})
	}
}
