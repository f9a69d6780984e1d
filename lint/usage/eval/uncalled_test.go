package eval

import "testing"

// TestUncalled: a method is taken out of live code where every call of its name is of
// another object.
func TestUncalled(t *testing.T) {
	const both = "const o = { url() { live() } }, p = { url() { live2() } }; "
	for _, src := range []string{
		"const o = { url() { dead() } }, p = { url() { live() } }; p.url()",
		"const o = {}, p = { url() { live() } }; o.url = function () { dead() }; p.url()",
		"const o = { url() { dead() } }; class P { static url() { live() } } P.url()",
		"import p from './b'; const o = { url() { dead() } }; p.url() -- b.js: export default { url() { live() } }",
		"const p = require('./b'), o = { url() { dead() } }; p.url() -- b.js: module.exports = { url() { live() } }",
		"import './b'; const p = { url() { live() } }; p.url() -- b.js: const o = { url() { dead() } }",
		"const o = { url() { dead() } }, p = { url() { live() } }; p.url(); wx.a.url()",
		// others may be meant
		both + "p.url(); o.url()",
		both + "p.url(); g(o); function g(x) { x.url() }",
		both + "p.url(); const q = y ? o : p; q.url()",
		both + "p.url(); let q = p; q = o; q.url()",
		both + "p.url(); [o].forEach(x => x.url())",
		both + "p.url(); const { url } = o; url()",
		both + "p.url(); o[y]()",
		both + "p.url(); y(o)",
		both + "p.url(); module.exports = o",
		both + "p.url = o.url; p.url()",
		both + "Object.assign(p, o); p.url()",
		both + "for (const k in o) p[k] = o[k]; p.url()",
		both + "p.url(); const q = o; wx.a.url(); q.x",
		both + "p.url(); const { q } = { q: o }; q.url()",
		"const p = { url() { live() } }; p.url(); class O { url() { live2() } a() { this.url() } } new O().a()",
		"const p = { url() { live() } }; p.url(); class O { url() { live2() } } new O().url()",
		"const p = { url() { live() } }; p.url(); function O() {} O.prototype.url = function () { live2() }; const o = new O(); o.url()",
		"const p = { url() { live() } }; p.url(); class O { url() { live2() } } class Q extends O {} const q = new Q(); q.url()",
		"const p = { url() { live() } }; p.url(); class O { static url() { live2() } } class Q extends O {} Q.url()",
		"const o = { url() { live() } }, p = Object.create(o); p.url(); const q = { url() { live2() } }; q.url()",
		"import p from './b'; const o = { url() { live() } }; p.url = o.url; p.url() -- b.js: export default { url() { live2() } }",
		"import * as p from './b'; const o = { url() { live() } }; o.x; p.url() -- b.js: export * from './c'; export { o } from './c'",
	} {
		t.Run(src, func(t *testing.T) { rowIsDecided(t, src) })
	}
}
