package eval

import (
	"strings"
	"testing"
)

// TestOverwrite: what a module of a bundle replaces while the bundle is loaded is not
// seen later. A row is the bodies of the modules: the first is the one that is loaded.
func TestOverwrite(t *testing.T) {
	for _, modules := range [][]string{
		{"n(1); n(3)", "var r = n(2); r.on = !0, r.url = null", "module.exports = { on: false, url: a( dead()) }", "var r = n(2); exports.f = function () { r.on ? live() : dead1() }"},
		{"n(1); exports.f = function () { n(3).f() }", "n(2).f = 1; var r = n(2); r.on = true; r.url = ''", "module.exports = { on: false, url: a( dead()) }", "var r = n(2); exports.f = function () { r.on ? live() : dead1(); g(r.url) }"},
		{"n(1); exports.f = n(3)", "n(2).on = true", "module.exports = { on: false }", "var r = n(2); module.exports = function () { r.on ? live() : live1() }"},
		{"n(1); exports.f = n(2).f", "var r = n(2); r.on = true", "var r = { on: false, f: function () { r.on ? live() : live1() } }; module.exports = r"},
		{"n(1); n(3)", "var r = n(2); r.on = true", "var r = { on: false, h: function () { r.on ? live() : dead() } }; module.exports = r", "var r = n(2); exports.f = function () { r.h() }"},
		{"n(1); n(3)", "var r = n(2); r.env = 'b', r.url = 'c'", "module.exports = { env: 'a', url: a( live()) }", "var r = n(2); exports.f = function () { r.env === 'b' ? live1() : live2() }"},
		// who reads it before
		{"n(1); n(3)", "var r = n(2); r.on = true", "var r = { on: false, h: function () { r.on ? live() : live1() } }; r.h(); module.exports = r", ""},
		{"n(1)", "var r = n(2); r.h(); r.on = true", "var r = { on: false, h: function () { r.on ? live() : live1() } }; module.exports = r"},
		{"n(3); n(1)", "var r = n(2); r.on = true, r.url = null", "module.exports = { on: false, url: a( live()) }", "var r = n(2); exports.f = function () { r.on ? live1() : live2(); g(r.url) }; exports.f()"},
		{"n(3); n(1)", "var r = n(2); r.on = true", "module.exports = { on: false }", "exports.f = function () { var r = n(2); r.on ? live1() : live2() }; exports.f()"},
		{"n(1)", "n(3)(); var r = n(2); r.on = true", "module.exports = { on: false }", "module.exports = function () { n(4) }", "var r = n(2); exports.f = function () { r.on ? live1() : live2() }; exports.f()"},
		{"n(1)", "var r = n(2); n(3)(r); r.on = true", "module.exports = { on: false }", "module.exports = function (o) { o.on ? live1() : live2() }"},
		{"n(1); exports.f = n(4)", "n(3); n(y); var r = n(2); r.on = true", "module.exports = { on: false }", "", "var r = n(2); module.exports = function () { r.on ? live1() : live2() }"},
		{"n(1); n(3)", "var r = n(2); r.url = null", "var r = { url: a( live()) }, { url: u } = r; g(u); module.exports = r", "var r = n(2); exports.f = function () { g(r.url) }"},
		{"n(1)", "var r = n(2); n(3); r.on = true", "module.exports = { on: false }", "var r = n(2), o = { h: function () { r.on ? live1() : live2() } }; for (var k in o) o[k]()"},
		// what is not surely loaded, or is given something else
		{"if (y) n(1); exports.f = n(3)", "var r = n(2); r.on = true, r.url = null", "module.exports = { on: false, url: a( live()) }", "var r = n(2); module.exports = function () { r.on ? live1() : live2() }"},
		{"exports.g = function () { n(1) }; exports.f = n(3)", "var r = n(2); r.on = true", "module.exports = { on: false }", "var r = n(2); module.exports = function () { r.on ? live1() : live2() }"},
		{"n(1); exports.f = n(3)", "var r = n(2); if (y) r.on = true", "module.exports = { on: false }", "var r = n(2); module.exports = function () { r.on ? live1() : live2() }"},
		{"exports.g = n(1); exports.f = n(3)", "var r = n(2); module.exports = function () { r.on = true }", "module.exports = { on: false }", "var r = n(2); module.exports = function () { r.on ? live1() : live2() }"},
		{"n(1); exports.f = n(3)", "var r = n(2); r.on = y, r.url = y", "module.exports = { on: false, url: a( live()) }", "var r = n(2); module.exports = function () { r.on ? live1() : live2() }"},
		{"n(1); exports.f = n(3); exports.g = n(4)", "var r = n(2); r.on = true", "module.exports = { on: false }", "var r = n(2); module.exports = function () { r.on ? live1() : live2() }", "var r = n(2); module.exports = function (v) { r.on = v }"},
		{"n(1); exports.f = n(3); exports.g = n(4)", "var r = n(2); r.on = true", "module.exports = { on: false }", "var r = n(2); module.exports = function () { r.on ? live1() : live2() }", "var r = n(2); module.exports = function (v) { Object.assign(r, v) }"},
		{"n(1); exports.f = n(3); exports.g = n(4)", "var r = n(2); r.on = true", "module.exports = { on: false }", "var r = n(2); module.exports = function () { r.on ? live1() : live2() }", "var r = n(2); module.exports = function (v) { r[v] = v }"},
		{"n(1); exports.f = n(3); exports.g = n(4)", "var r = n(2); r.on = true", "module.exports = { on: false }", "var r = n(2); module.exports = function () { r.on ? live1() : live2() }", "var r = n(2); module.exports = function (v) { r.on++ }"},
		{"exports.f = n(3)", "var r = n(2); r.on = true", "module.exports = { on: false }", "var r = n(2); module.exports = function () { r.on ? live1() : live2() }"},
	} {
		src := "var lib = require('./b'); lib.f && lib.f(); lib.g && lib.g(y) -- b.js: module.exports = (function (m) { var c = {}; function n(i) { if (c[i]) return c[i].exports; " +
			"var o = c[i] = { exports: {} }; return m[i].call(o.exports, o, o.exports, n), o.exports } return n(0) })(["
		for _, body := range modules {
			src += "function (module, exports, n) { " + body + " }, "
		}
		t.Run(strings.Join(modules, " | "), func(t *testing.T) { rowIsDecided(t, src+"])") })
	}
}
