package eval

import (
	"strings"
	"testing"
)

// TestLost: a method is taken out of live code whose name only branches said that are
// never taken, unless a computed name leads to it or code that is not seen may call it.
func TestLost(t *testing.T) {
	const (
		class = "function P() {} P.prototype.find = function () { live() }; P.prototype.start = function () { if (false) this.find() }; const p = new P(); p.start(); g(p); function g() {} "
		gone  = "function P() {} P.prototype.find = function () { dead() }; P.prototype.start = function () { if (false) this.find() }; const p = new P(); p.start(); g(p); function g() {} "
		both  = "function P() {} P.prototype.find = function () { this.last() }; P.prototype.last = function () { dead() }; P.prototype.start = function () { if (false) this.find() }; const p = new P(); p.start(); g(p); function g() {} "
	)
	for _, src := range []string{
		gone,
		gone + "h(p); function h(x) { x.start(false) }",
		both,
		gone + "p['st' + y](false)",
		gone + "const k = y ? 'start' : 'stop'; p[k](false)",
		gone + "const q = {}; for (const k in p) q[k] = p[k]; q.start(false)",
		gone + "p[y] === 1; if (p[y]) live1(); typeof p[y]; p[y] = 1; p[y].z",
		gone + "const a = [() => live1()]; for (let i = 0; i < a.length; i++) a[i]()",
		gone + "const o = { k() { live1() } }; o[y]()",
		gone + "const o = console; o[y](1); const f = y.z.log; f[y](2)",
		gone + "console.log(p); JSON.stringify(p); Object.keys(p); Object.create(p).start(false)",
		gone + "P.call(p); P.prototype.start.apply(p, [false])",
		gone + "p[" + strings.Repeat("y ? 'a' : ", maxKeyLooks/2-1) + "'start'](false)",
		gone + "(function (k) { p[k](false) })('start')",
		gone + "(function (x, k) { p[k](false) }).call(null, 1, 'st' + y)",
		gone + "P.prototype.all = function () { setTimeout(function (k) { this[k](false) }.bind(this, 'st' + y)) }; p.all()",
		"const o = {}; o.find = function find() { dead() }; o.start = function (on) { if (on) o.find() }; o.start(0); y(1)",
		// a computed name
		class + "p[y]()",
		class + "p[y].call(p)",
		class + "p['fi' + y]()",
		class + "const k = y ? 'start' : 'find'; p[k](false)",
		class + "p[" + strings.Repeat("y ? 'a' : ", maxKeyLooks) + "'start'](false)",
		class + "const f = p[y]; f()",
		class + "(function (k) { p[k]() })('find')",
		class + "(function (x, k) { p[k]() }).apply(null, [1, 'fi' + y])",
		class + "(function (k) { p[k]() })(...y)",
		class + "(function (...k) { p[k]() })('find')",
		class + "(function ({ k }) { p[k]() })({ k: 'find' })",
		class + "(function again(k) { p[k](false); again('find') })('start')",
		class + "(function (k) { p[k](false); arguments.callee('find') })('start')",
		class + "y(function (k) { p[k]() }.bind(null))",
		class + "let f; f = p[y]; f.apply(p)",
		class + "for (const k in p) h(p[k]); function h(f) { f() }",
		class + "Object.keys(p).forEach(k => p[k]())",
		class + "h(p); function h(x) { x[y]() }",
		class + "wx.a(x => x[y]())",
		class + "const q = {}; for (const k in p) q[k + 'Async'] = p[k]",
		class + "Object.assign({}, p)[y]()",
		class + "h(() => p[y]); function h(f) { f()() }",
		class + "export default p[y]",
		// code that is not seen
		class + "y(p)",
		class + "y.z(p)",
		class + "wx.a({ on: p })",
		class + "wx.a([p])",
		class + "new Y(p)",
		class + "y(P)",
		class + "Object.values(p)",
		class + "module.exports = p",
		class + "exports.p = p",
		class + "module.exports = { p }",
		class + "export { p }",
		class + "export default p",
		class + "export default P",
		"const s = wx.a(); s.find = function () { live() }; g(false); function g(on) { if (on) s.find() }",
		"function g(s, on) { s.find = function () { live() }; if (on) s.find() } g(y, false)",
		// another name
		class + "p.find()",
		class + "const { find } = p; find()",
		class + "P.prototype.look = P.prototype.find; p.look()",
		class + "P.prototype.find.call(p)",
	} {
		t.Run(src, func(t *testing.T) { rowIsDecided(t, src) })
	}
}
