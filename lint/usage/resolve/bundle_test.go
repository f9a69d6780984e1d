package resolve

import (
	"strings"
	"testing"
)

// TestBundles names the functions in the modules of bundles. Those whose name starts
// with d must be dead, all others live. LOAD is webpack's loader, around a table.
func TestBundles(t *testing.T) {
	const load = "function n(r) { var m = {exports: {}}; return e[r].call(m.exports, m, m.exports, n), m.exports } n.m = e, n.d = f, "
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
		"!function (e) { LOAD n(0) }([function (e, t, n) { }, function (e, t) { t.live = function () {} }])",
		"var l = function (e) { LOAD n(0); return n }([function (e, t, n) { }, function (e) { e.exports = { live() {} } }])",
		"!function (e) { LOAD n(0); for (var i in c) e[i] = c[i] }([function (e, t, n) { }, function (e) { e.exports = { live() {} } }])",
	} {
		t.Run(src, func(t *testing.T) {
			src = strings.Replace(src, "LOAD", load, 1)
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
