package eval

import "testing"

// TestRenewedProperties have properties that are made anew of what they were before.
func TestRenewedProperties(t *testing.T) {
	runTable(t, []row{
		{"const o = { a: 'b' }; o.a = o.a.replace('b', 'c'); const result = o.a", "b c"},
		{"const o = { a: 'b' }; o.a = o.a + 'c'; const result = o.a", "b bc"},
		{"const o = { a: 'b' }; o.a = `${o.a}c`; const result = o.a", "b bc"},
		{"const o = {}; o.a = 'b'; o.a = o.a.concat('c'); const result = o.a", "b bc"},
		{"const o = { a: 'b' }, p = { a: 'c' }; o.a = o.a + p.a; const result = o.a", "b bc"},
		{"const o = { a: 'b' }, p = { a: 'c' }; o.a = p.a; const result = o.a", "b c"},
		{"const o = { a: { b: '' } }; o.a = f(o.a); function f(c) { c.b = 'd'; return c }; const result = o.a.b", " d"},
		{"const o = { a: { b: 'c' } }; o.a = f(g(o.a)); function g(d) { return { ...d } } function f(d) { d.b = 'e'; return d }; const result = o.a.b", "c e"},
		{"function R() { this.a = { b: 'c' } } R.prototype.set = function (f) { this.a = f(this.a) }; const r = new R(); r.set(d => { d.b = 'e'; return d }); const result = r.a.b", "c e"},
		{"class R { constructor() { this.a = { b: 'c' } } set(f) { this.a = f(this.a) } } const r = new R(); r.set(d => { d.b = 'e'; return d }); const result = r.a.b", "c e"},
	})
}
