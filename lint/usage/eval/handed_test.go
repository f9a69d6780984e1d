package eval

import "testing"

// TestHandedCalls have functions that call what they are given, and are known by what another
// call gives, as a build gives its modules the API.
func TestHandedCalls(t *testing.T) {
	const set = "var result; const q = { h: { set(f) { f('a') } } }; "
	runTable(t, []row{
		{set + "(function (u) { u.h.set(function (v) { result = v }) })(q)", "a"},
		{set + "(function (u) { u.h.set(function (v) { result = v }) }).call(this, q)", "a"},
		{set + "(u => u.h.set(v => { result = v }))(q)", "a"},
		{set + "(function (u) { u.h.set(function (v) { result = v }) })({ h: { set() {} } })", ""},
		{set + "function g(u) { u.h.set.call(q, function (v) { result = v }) } g(q)", "a"},
		{"var result; const q = { h: { set(f) { f.call(q, 'a') } } }; (u => u.h.set(v => { result = v }))(q)", "a"},
		{"var result; const q = { h: { set(f) { f.apply(q, ['a']) } } }; (u => u.h.set(v => { result = v }))(q)", "a"},
		{"var result; const q = { h: { set(g) { g(k => k('a')) } } }; (u => u.h.set(f => { f(v => { result = v }) }))(q)", "a"},
		{"var result; const q = { h: { set(f) { f('a'); later(f) } } }; (u => u.h.set(v => { result = v }))(q)", ""},
		{"var result; const q = { h: { set(f) { f('a'); arguments[0]('b') } } }; (u => u.h.set(v => { result = v }))(q)", ""},
		{"var result; const q = { h: { set(f) { f('a'); f.bind(q)('b') } } }; (u => u.h.set(v => { result = v }))(q)", ""},
		{"var result; const q = { h: { set(f) { f('a'); (() => f('b'))() } } }; (u => u.h.set(v => { result = v }))(q)", "a b"},
		{"var result; const q = { h: { set(f) { g('a') } } }, g = v => {}; (u => u.h.set(v => { result = v }))(q)", ""},
	})
}
