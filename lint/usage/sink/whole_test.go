package sink

import "testing"

// TestWhole has addresses in what is handed on as a whole to code that is not known, and in
// what is not.
func TestWhole(t *testing.T) {
	testAddresses(t, []accounted{
		{"const o = { a: 'https://a.example.com' }; getApp().send(o)", 1},
		{"const o = { b: { a: 'https://a.example.com' } }; new (getApp().Client)(o)", 1},
		{"const o = {}; o.a = 'https://a.example.com'; getApp().send(o)", 1},
		{"function f(o) { getApp().send(o) } f({ a: 'https://a.example.com' })", 1},
		{"function f(o) { getApp().send({ ...o }) } const o = { a: 'https://a.example.com' }; f(o)", 1},
		{"['https://a.example.com'].forEach(getApp().send)", 1},
		{"const o = { a: 'https://a.example.com', b: 1 }; getApp().send(o.b)", 0},
		{"const o = { a: 'https://a.example.com' }; console.log(o)", 0},
		{"function f(o) { return o.b } f({ a: 'https://a.example.com' })", 0},
		{"function f(o) { return new Promise(resolve => resolve(o)) } f({ a: 'https://a.example.com' })", 0},
		{"const o = { a: 'https://a.example.com' }; Page({ f() { this.setData(o) } })", 0},
		{"['https://a.example.com'].forEach(x => {})", 0},
		{"['https://a.example.com'].forEach(console.log)", 0},
		{"const servers = ['https://a.example.com'].filter(Boolean); getApp().connect({ servers })", 1},
	})
}
