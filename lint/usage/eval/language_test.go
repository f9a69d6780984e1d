package eval

import "testing"

// TestLanguage has a line for what decorators, tags, iterators and URLs hand on,
// with those that look like them.
func TestLanguage(t *testing.T) {
	runTable(t, []row{
		{"const base = u => C => { C.prototype.a = u }; @base('b') class D { m() { result = this.a } } var result", "b"},
		{"const base = u => C => class extends C { a = u }; @base('b') class D { m() { result = this.a } } var result", "b"},
		{"const put = v => (of, key) => { result = v + key }; class A { @put('b') c() {} } var result", "bc"},
		{"const wrap = (of, key, d) => { result = d.value() }; class A { @wrap c() { return 'b' } } var result", "b"},
		{"const unused = u => C => { C.prototype.a = u }; class D { m() { result = this.a } } var result", ""},

		{"const result = String.raw`a`", "a"},
		{"const result = String.raw`a${'b'}c`", "abc"},
		{"const tag = (texts, of) => texts[0] + of; const result = tag`a${'b'}`", "ab"},
		{"const tag = (texts, of) => of; const result = tag`a${'b'}`", "b"},

		{"const own = { concat: x => { result = x } }; ''.concat('b'); var result", ""},
		{"const own = { concat: x => { result = x } }; `a${c}`.concat('b').concat('c'); var result", ""},
		{"const own = { concat: x => { result = x } }; own.concat('b'); var result", "b"},
		{"const own = { concat: x => { result = x; return own } }; own.concat('b').concat('c'); var result", "b c"},

		{"const it = ['a', 'b'][Symbol.iterator](); const result = it.next().value", "a b"},
		{"const { value } = new Map([['a', 'b']]).values().next(); const result = value", "b"},
		{"function* g() { yield 'a' } const result = g().next().value", "a"},
		{"const own = { next: () => ({ value: 'a' }) }; const result = own.next().value", "a"},

		{"const result = new URL('https://a.example.com/b').href", "https://a.example.com/b"},
		{"const result = new URL('https://a.example.com/b').origin", "https://a.example.com"},
		{"const result = new URL('https://a.example.com:8/b').host", "a.example.com:8"},
		{"const result = new URL('https://a.example.com').pathname", ""},
	})
}

// TestKeyedAssignments has a line for what is assigned under a computed name.
func TestKeyedAssignments(t *testing.T) {
	runTable(t, []row{
		{"const a = {}, k = 'b'; a[k] = 'c'; const result = a.b", "c"},
		{"const a = {}, k = 'b'; a[k] = 'c'; const result = a.d", ""},
		{"const a = {}; const put = (k, v) => { a[k] = v }; put('b', 'c'); const result = a.b", "c"},
		{"const a = {}; const put = (k, v) => { a[k] = v }; put('b', 'c'); put('d', 'e'); const result = a.b", "c"},
		{"const a = {}; ['b', 'c'].forEach(k => { a[k] = v => { result = k + v } }); a.b('d'); var result", "bd cd"},
		{"class A { constructor() { ['b'].forEach(k => { this[k] = 'c' }) } } const result = new A().b", "c"},
		{"const a = {}; a[unknown] = 'b'; const result = a.c", "b"},
		{"const a = { b: 'c' }; for (let i = 0; i < 2; i++) a[i] = 'd'; const result = a.b", "c"},
	})
}
