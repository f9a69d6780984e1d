package eval

import (
	"strings"
	"testing"
)

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

// TestRenewedWithOthers renews a property that one assignment gives to many objects.
func TestRenewedWithOthers(t *testing.T) {
	objects := strings.Repeat("{},", manySubjects)
	if got := texts("const list = [" + objects + "]; list.forEach(o => { o.a = 'b' }); list[0].a = list[0].a + 'c'; const result = list[0].a"); got != "b bc" {
		t.Errorf("got %q", got)
	}
}

// TestSoFar: what is found is not replaced by a part of it.
func TestSoFar(t *testing.T) {
	m := newMemo(t.Context())
	key := readKey{1, m.name("a")}
	whole := Values{{Kind: Text, Text: "b"}, {Kind: Text, Text: "c"}}
	m.read(key, func() Values {
		m.noteSoFar(key, whole[:1])
		if got := m.read(key, nil); len(got) != 1 {
			t.Errorf("while it is found: %v", got)
		}
		return whole
	})
	m.noteSoFar(key, whole[:1])
	if got := m.read(key, nil); len(got) != 2 {
		t.Errorf("once it is found: %v", got)
	}
}
