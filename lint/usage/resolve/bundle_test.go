package resolve

import (
	"strings"
	"testing"
)

// TestLoaderCallers: what calls the loader of a bundle is not all seen as calls of it, since its
// modules know it by a name of their own.
func TestLoaderCallers(t *testing.T) {
	s := open(nil, `app.json: {"pages": ["a"]}`, `a.js: var o = function (e) {
		function loader(r) { var module = m[r] = {exports: {}}; return e[r].call(module.exports, module, module.exports, loader), module.exports }
		return loader(0) }([function (e, t, n) { e.exports = n(1) }, function (e) { e.exports = { live() {} } }]); o.live()`)
	live := Reach(s)
	for _, m := range live.Modules {
		for _, f := range m.Tree.Funcs {
			if _, all := live.Callers(f); f.Name == "loader" && all {
				t.Error("all callers of the loader are said to be seen")
			}
		}
	}
}

// TestBundles names the functions in the modules of bundles. Those whose name starts
// with d must be dead, all others live. LOAD is webpack's loader, around a table.
func TestBundles(t *testing.T) {
	const load = "function n(r) { var m = {exports: {}}; return e[r].call(m.exports, m, m.exports, n), m.exports } n.m = e, n.d = f, "
	const interop = "function r(e) { return e && e.__esModule ? e : { default: e } }"
	const push = "(wx.webpackJsonp = wx.webpackJsonp || []).push([['a'], "
	for _, src := range []string{
		"!function (e) { LOAD n(n.s = 0) }([function (e, t, n) { n(1).live() }, function (e) { e.exports = { live() {}, dead() {} } }])",
		"!function (e) { LOAD n(n.s = 0) }([function (e, t, n) { var a = n(1); a.live(); n.d(t, 'x', f) }, function (e) { var o = { live() {}, dead() {} }; e.exports = o }])",
		"!function (e) { LOAD n('./a') }({'./a': function (e, t, n) { n('./b').live() }, './b': function (module) { module.exports = { live() {}, dead() {} } }})",
		"var e = {1: (e, t, n) => { n(2).live() }, 2: e => { e.exports = { live() {}, dead() {} } }}; LOAD n(1)",
		// what the bundle gives, and what a module hands on
		"!function (e) { LOAD n(0) }([function (e) { e.exports = { live() {} } }])",
		"!function (e) { LOAD n(0) }([function (e, t, n) { f(n(1)) }, function (e) { e.exports = { live() {} } }])",
		"!function (e) { LOAD n(0) }([function (e, t, n) { e.exports = n(1) }, function (e) { e.exports = { live() {} } }])",
		"!function (e) { LOAD n(0) }([function (e, t, n) { new (n(1))() }, function (e) { function K() { live() } function live() {} e.exports = K }])",
		"!function (e) { LOAD n(0) }([function (e, t, n) { n(1)() }, function (e) { e.exports = function live() {} }])",
		"!function (e) { LOAD n(0) }([function (e, t, n) { }, function (e) { f(e); e.exports = { live() {} } }])",
		"!function (e) { LOAD n(0) }([function (e, t, n) { }, function (e) { e.exports = o; f(e.exports); var o = { live() {} } }])",
		"!function (e) { LOAD n(0) }([function (e, t, n) { var a = n(1); a.live = function () {} }, function (e) { e.exports = {} }])",
		// who has what a bundle gives, and what its loader can do
		"var o = function (e) { LOAD n.x = 1; return n(n.s = 0) }([function (e) { e.exports = { live() {}, dead() {} } }]); o.live()",
		"var o = function (e) { LOAD n.x = 1; return n(n.s = 0) }([function (e) { e.exports = { live() {} } }]); f(o)",
		"var o = function (e) { LOAD n.x = 1; return n(n.s = 0) }([function (e) { e.exports = { live() {} } }]); o[k]()",
		"f(function (e) { LOAD n.x = 1; return n(n.s = 0) }([function (e) { e.exports = { live() {} } }]))",
		"!function (e, t) { wx.o = t() }(this, function () { return function (e) { LOAD n.x = 1; return n(n.s = 0) }([function (e) { e.exports = { live() {} } }]) })",
		"var o = function (e) { function n(r) { var module = m[r] = {exports: {}}; return e[r].call(module.exports, module, module.exports, n), module.exports } n.t = function (k) { return n(k) }; return n(0) }([function (e) { e.exports = { live() {}, dead() {} } }]); o.live()",
		"var o = function (e) { function n(r) { var module = m[r] = {exports: {}}; return e[r].call(module.exports, module, module.exports, n), module.exports } n.t = function (k) { return n(k) }; return n(0) }([function (e, t, n) { n.t(k) }, function (e) { e.exports = { live() {} } }])",
		"var o = function (e) { function n(r) { var module = m[r] = {exports: {}}; return e[r].call(module.exports, module, module.exports, n), module.exports } n.t = function (k) { return n(k) }; g(n); return n(0) }([function (e, t, n) { }, function (e) { e.exports = { live() {} } }])",
		// what may load any module
		"!function (e) { LOAD n(0) }([function (e, t, n) { n(k) }, function (e) { e.exports = { live() {} } }])",
		"!function (e) { LOAD n(0) }([function (e, t, n) { n(7) }, function (e) { e.exports = { live() {} } }])",
		"!function (e) { LOAD n(0) }([function (e, t, n) { f(n) }, function (e) { e.exports = { live() {} } }])",
		"!function (e) { LOAD n(0) }([function (e, t, n) { n.t(1) }, function (e) { e.exports = { live() {} } }])",
		"!function (e) { LOAD n(0) }([function (e, t, n) { n.c[1] }, function (e) { e.exports = { live() {} } }])",
		"!function (e) { LOAD n(0) }([function (e, t, n) { n = n || f }, function (e) { e.exports = { live() {} } }])",
		"!function (e) { LOAD n(0) }([function (e, t, { x }) { }, function (e) { e.exports = { live() {} } }])",
		"!function (e) { LOAD n(0) }([function (e, t, n) { f(arguments) }, function (e) { e.exports = { live() {} } }])",
		"!function (e) { LOAD n(0) }([function (e, t, n) { (function () { f(arguments) })() }, function (e) { e.exports = { dead() {} } }])",
		"!function (e) { LOAD n(0) }([function (e, t, n) { eval('n(1)') }, function (e) { e.exports = { live() {} } }])",
		"!function (e) { LOAD n(0) }([function (e, t, n) { }, function (e, t) { t.dead = function () {} }])",
		"!function (e) { LOAD n(0) }([function (e, t, n) { n(1).live() }, function (e, t) { t.dead = function () {}; t.live = function () {}; this.dead2 = function () {} }])",
		"!function (e) { LOAD n(0) }([function (e, t, n) { f(n(1)) }, function (e, t) { t.live = function () {}; this.live2 = function () {} }])",
		"!function (e) { LOAD n(0) }([function (e, t, n) { n(1) }, function (e, t) { t.live = function () {}; f(t) }])",
		"!function (e) { LOAD n(0) }([function (e, t, n) { n(1) }, function (e, t) { t = f(t); t.live = function () {} }])",
		"!function (e) { LOAD n(0) }([function (e, t, n) { n.r(t); n(1).dead3; n.o(n(1), 'dead') }, function (e, t, n) { n.r(t); t.dead = function () {} }])",
		"!function (e) { LOAD n(0) }([function (e, t, n) { n(1).live() }, function (e, t, n) { n.r(t), n.d(t, 'live', function () { return live }); function live() {} t.dead = function () {} }])",
		// what interop helpers give back
		"!function (e) { LOAD n(0) }([function (e, t, n) { r(n(1)); INTEROP }, function (e) { e.exports.dead = function () {} }])",
		"!function (e) { LOAD n(0) }([function (e, t, n) { var a = r(n(1)); a.default.live(); INTEROP }, function (e, t) { t.default = { live() {}, dead() {} } }])",
		"!function (e) { LOAD n(0) }([function (e, t, n) { var a = r(n(1)); f(a.default); INTEROP }, function (e) { e.exports.live = function () {} }])",
		"!function (e) { LOAD n(0) }([function (e, t, n) { f(r(n(1))); INTEROP }, function (e) { e.exports.live = function () {} }])",
		"!function (e) { LOAD n(0) }([function (e, t, n) { r(n(1)); function r(mod) { return (mod && mod.__esModule) ? mod : { \"default\": mod } } }, function (e) { e.exports.dead = function () {} }])",
		"!function (e) { LOAD n(0) }([function (e, t, n) { r(n(1)); function r(e) { return e && e.__esModule ? e : { default: f(e) } } }, function (e) { e.exports.live = function () {} }])",
		"!function (e) { LOAD n(0) }([function (e, t, n) { var h = n(3), a = h(n(1)), b = h(n(2)); a.default.live(); f(b.default) }, function (e, t) { t.default = void 0; t.default = { live() {}, dead() {} } }, function (e, t) { t.default = { live() {} } }, function (e) { INTEROP e.exports = r }])",
		"!function (e) { LOAD n(0) }([function (e, t, n) { var h = n(3), a = h(n(1)); f(a.default) }, function (e, t) { t.default = { live() {} } }, function (e, t) { t.default = { dead() {} } }, function (e) { e.exports = function (e) { return e && e.__esModule ? e : { default: e } } }])",
		"!function (e) { LOAD n(0) }([function (e, t, n) { var h = n(3), a = h(n(1)); a.x }, function (e, t) { t.default = { live() {} } }, 0, function (e) { e.exports = function (e) { return e && e.__esModule ? e : { default: f(e) } } }])",
		"!function (e) { LOAD n(0) }([function (e, t, n) { var a = n(1), b = n(2); a.default(); f(b.default) }, function (e, t) { n.d(t, 'default', function () { return live }); function live() {} }, function (e, t) { t.default = { live() {} } }])",
		"!function (e) { LOAD n(0) }([function (e, t, n) { var a = n(1), b = { a }; b.a.default() }, function (e, t) { t.default = function live() {} }])",
		"!function (e) { LOAD n(0) }([function (e, t, n) { var a = n(1), b = n.n(a); b().live() }, function (e, t) { t.default = { live() {} } }])",
		// chunks
		"PUSH({ 1: function (e, t, n) { var h = n(4), a = h(n(2)); a.default.live(); f(h(n(3)).default) }, 2: function (e, t) { t.default = void 0; t.default = { live() {}, dead() {} } }, 3: function (e, t) { t.default = { live() {} } }, 4: function (e) { INTEROP e.exports = r } }])",
		"PUSH({ 1: function (e, t, n) { var h = n(4), a = h(n(2)); a.default.live(); f(h(n(3)).default) }, 3: function (e, t) { t.default = { live() {} } } }]); PUSH({ 2: function (e, t) { t.default = void 0; t.default = { live() {}, dead() {} } }, 4: function (e) { INTEROP e.exports = r, e.exports.__esModule = !0, e.exports.default = e.exports } }])",
		"PUSH({ 1: function (e, t, n) { n(2).live() }, 2: function (e, t) { t.live = function () {}; t.dead = function () {} } }])",
		"PUSH({ 1: function (e, t, n) { n(2).live() } }]); PUSH([, , function (e, t) { t.live = function () {}; t.dead = function () {} }]])",
		"PUSH({ 1: function (e, t, n) { n.e('b').then(n.bind(null, 2)).catch(n.oe) }, 2: function (e, t) { t.live = function () {} }, 3: function (e, t) { t.dead = function () {} } }])",
		"PUSH({ 1: function (e, t, n) { n.e('b').then(function () { f(n(2)) }.bind(null, n)) }, 2: function (e, t) { t.live = function () {} }, 3: function (e, t) { t.dead = function () {} } }])",
		"PUSH({ 1: function (e, t, n) { n.e('b').then(function (n) { f(n) }.bind(null, n)) }, 2: function (e, t) { t.live = function () {} } }])",
		"PUSH({ 1: function (e, t, n) { n.e('b').then(function () { f(arguments) }.bind(null, n)) }, 2: function (e, t) { t.live = function () {} } }])",
		"PUSH({ 1: function (e, t, n) { n.bind(null, k) }, 2: function (e, t) { t.live = function () {} } }])",
		"!function () { var e = { 1: function (e, t) { t.live = function () {} }, 2: function (e, t) { t.dead = function () {} } }, r = {}; function t(n) { var o = r[n] = { exports: {} }; return e[n](o, o.exports, t), o.exports } f(t.bind(t, 1)) }()",
		"PUSH({ 1: function (e, t, n) { f(function n() { f(n) }) }, 2: function (e, t) { t.dead = function () {} } }])",
		"PUSH({ 1: function (e, t, n) { var o = { n: function () { n(2).live() } }; o.n() }, 2: function (e, t) { t.live = function () {}; t.dead = function () {} } }])",
		"PUSH({ 1: function (e, t, n) { eval('require(1)') }, 2: function (e, t) { t.dead = function () {} } }])",
		"PUSH({ 1: function (e, t, n) { eval('n(1)') }, 2: function (e, t) { t.live = function () {} } }])",
		"PUSH({ 1: function (e, t, n) { eval(x) }, 2: function (e, t) { t.live = function () {} } }])",
		"!function (e) { LOAD n(n.s = k); for (var i in c) e[i] = c[i] }([]); PUSH({ 2: function (e, t) { t.dead = function () {} } }])",
		"!function (e) { LOAD n(2) }([]); PUSH({ 2: function (e, t) { t.live = function () {} }, 3: function (e, t) { t.dead = function () {} } }])",
		"!function (e) { LOAD f(n) }([]); PUSH({ 2: function (e, t) { t.live = function () {} } }])",
		"(wx.webpackChunk = wx.webpackChunk || []).push([['a'], { 2: function (e, t) { t.live = function () {} } }, function (n) { f(n(2)) }])",
		"(wx.webpackChunk = wx.webpackChunk || []).push([['a'], { 2: function (e, t) { t.dead = function () {} } }, [[2, 'b']]])",
		"audioChunks.push([['a'], { 2: function (e, t) { t.live = function () {} } }])",
		"list.push([['a'], { 2: function (e, t) { t.live = function () {} } }])",
		"var l = function (e) { LOAD n(0); return n }([function (e, t, n) { }, function (e) { e.exports = { live() {} } }])",
		"!function (e) { LOAD n(0); for (var i in c) e[i] = c[i] }([function (e, t, n) { }, function (e) { e.exports = { live() {} } }])",
	} {
		t.Run(src, func(t *testing.T) {
			src = strings.NewReplacer("LOAD", load, "INTEROP", interop, "PUSH(", push).Replace(src)
			s := open(nil, `app.json: {"pages": ["a"]}`, "a.js: "+src)
			for _, m := range Reach(s).Modules {
				for _, f := range parsedFunctions(s, m) {
					if f != "" && strings.ContainsAny(f[:1], "dl") && (f[0] == 'd') != isStripped(m, f) {
						t.Errorf("%s: dead is %v", f, isStripped(m, f))
					}
				}
			}
		})
	}
}
