package sink

import "testing"

// TestGivenToUnknown: what is put into something counts where that is given to unknown code.
func TestGivenToUnknown(t *testing.T) {
	testAddresses(t, []accounted{
		{"const l = []; l.push('https://a.example.com'); getApp().sdk.send(l)", 1},
		{"const l = []; l.push('https://a.example.com'); l.forEach(u => getApp().sdk.send(u))", 1},
		{"const l = []; l.push('https://a.example.com'); getApp().sdk.send({ l })", 1},
		{"const l = []; l.push('https://a.example.com'); getApp().sdk.go(l)", 1},
		{"const l = []; l.push('https://a.example.com'); this.unknown(l)", 1},
		{"const l = []; l.push('https://a.example.com'); module.exports = f => f(l)", 1},
		{"const l = []; l.push(`https://${'a.example.com'}/${x}`); getApp().sdk.send(l)", 1},
		{"const l = []; l.push({ u: 'https://a.example.com' }); if (l[0].u === x) getApp().sdk.send(l)", 1},
		{"const s = new Set(); s.add('https://a.example.com'); getApp().sdk.send(s)", 1},
		{"const o = Object.assign({}, { u: 'https://a.example.com' }); getApp().sdk.send(o)", 1},
		{"function f() { getApp().sdk.send(arguments) } f('https://a.example.com')", 1},
		{"function f() { g.apply(this, arguments) } function g(u) { getApp().sdk.send(u) } f('https://a.example.com')", 1},
		{"Promise.all(['https://a.example.com']).then(us => getApp().sdk.send(us))", 1},
		{"class C { constructor(b) { this.b = b } } getApp().sdk.send(new C('https://a.example.com'))", 1},
		{"class C { constructor(b) { this.b = b } } class D extends C {} getApp().sdk.send(new D('https://a.example.com'))", 1},
		{"class C { constructor(b) { this.b = b } } getApp().sdk.send(new C(1)); x(new C('https://a.example.com').b)", 1},
		{"class C { constructor(b) { this.b = b } } getApp().sdk.send(C.length); const c = new C('https://a.example.com')", 0},
		{"function fill(o) { o.b = 'https://a.example.com' } const o = {}; fill(o); getApp().sdk.send(o)", 1},
		{"function fill(o) { o.b = 'https://a.example.com' } const o = {}; fill(o); console.log(o)", 0},
		{"const o = { a: {} }; o.a.b = 'https://a.example.com'; getApp().sdk.send(o)", 1},
		{"const o = { a: {} }; o.a.b = 'https://a.example.com'; getApp().sdk.send(o.c)", 0},
		{"Promise.resolve('https://a.example.com').then(getApp().sdk.send)", 1},
		{"Promise.resolve('https://a.example.com').then(console.log)", 0},
		{"new Map([[1, 'https://a.example.com']]).forEach(getApp().sdk.send)", 1},
		{"setTimeout(getApp().sdk.send, 1, 'https://a.example.com')", 1},
		{"setTimeout(() => getApp().sdk.send(), 1, 'https://a.example.com')", 0},
		{"getApp().sdk.send(() => 'https://a.example.com')", 1},
		{"getApp().sdk.run(function* () { yield 'https://a.example.com' })", 1},
		{"getApp().sdk.send(() => { console.log('https://a.example.com') })", 0},
		{"Object.assign(getApp().sdk.options, { u: 'https://a.example.com' })", 1},
		{"const o = {}; Object.assign(o, { u: 'https://a.example.com' })", 0},
		{"const c = { data() { const l = []; l.push('https://a.example.com'); return { l } } }; getApp().sdk.send(c)", 1},
		{"const c = { data() { const l = []; l.push('https://a.example.com'); return { l } } }; module.exports = h => h(c)", 0}, // an element
		{"const l = []; l.push('https://a.example.com'); console.log(l)", 0},
		{"const l = []; l.push('https://a.example.com'); this.setData({ l })", 0},
		{"const l = []; l.push('https://a.example.com'); this.$emit('l', l)", 0},
		{"const l = []; l.push('https://a.example.com'); const p = new Promise(resolve => resolve(l))", 0},
		{"const l = []; l.push('https://a.example.com'); getApp().sdk.send(l.length)", 0},
		{"const l = []; l.push('https://a.example.com/a.png'); getApp().sdk.send(l)", 0},
		{"const l = []; l.push('https://a.example.com'); getApp().sdk.send([])", 0},
	})
}
