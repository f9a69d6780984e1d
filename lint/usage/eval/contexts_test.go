package eval

import "testing"

// TestReturns has functions of which a call gets to some returns alone.
func TestReturns(t *testing.T) {
	const (
		f     = "function f(x) { if (x === 'a') return 'https://a.example.com'; return 'https://b.example.com' } "
		both  = "https://a.example.com https://b.example.com"
		arrow = "const f = o => o.a ? 'https://a.example.com' : g(o); const g = o => { switch (o.b) { case 1: return 'b'; default: return 'c' } }; "
	)
	runTable(t, []row{
		{f + "const result = f('a')", "https://a.example.com"},
		{f + "const result = f('b')", "https://b.example.com"},
		{f + "const result = f()", "https://b.example.com"},
		{f + "const result = f(y)", both},
		{f + "const env = 'b'; const result = f(env)", both},
		{f + "const result = [f('b'), f('a')][y]", both},
		{f + "f('a'); const result = f('b') + '/c'", "https://b.example.com/c"},
		{f + "const h = x => f(x); h('a'); const result = h('b')", "https://b.example.com"},
		{f + "const h = x => f(x); unknown(h); const result = h(y)", both},
		{arrow + "const result = g({ b: 1 })", "b"},
		{arrow + "const result = g({ b: 2 })", "c"},
		{arrow + "const result = g({ ...y })", "b c"},
		{"function f(x) { x = y; if (x) return 'a'; return 'b' } const result = f(0)", "a b"},
	})
}

// TestShownSet has items whose condition is decided although a setter gives a property
// of a computed name, to another component.
func TestShownSet(t *testing.T) {
	const page = "var result; Page({ data: { a: [{ b: 'c', d: true }, { b: 'e' }] }, f(v) { result = v.currentTarget.dataset.x } })"
	const shown = "\n-- app.wxml --\n<view wx:for=\"{{a}}\"><view wx:if=\"{{!item.d}}\" data-x=\"{{item.b}}\"/></view>\n-- b.js --\n"
	runTable(t, []row{
		{page + shown + "Page({ g(k) { this.setData({ [k]: 1 }) } })\n-- b.wxml --\n<view/>", "e"},
		{page + shown + "Page({ g(k) { const that = this; that.setData({ [k]: 1 }) } })\n-- b.wxml --\n<view/>", "e"},
		{page + shown + "Page({ g(k) { const page = y; page.setData({ [k]: 1 }) } })\n-- b.wxml --\n<view/>", "c e"},
		{page + shown + "export default { g(k) { this.setData({ [k]: 1 }) } }", "c e"},
		{page + "; Page({ g(k) { this.setData({ [k]: 1 }) } })" + shown, "c e"},
	})
}
