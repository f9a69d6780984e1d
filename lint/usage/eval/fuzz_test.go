package eval

import (
	"strings"
	"testing"
)

// FuzzEval: whatever an expression is, its evaluation ends within its bounds.
func FuzzEval(f *testing.F) {
	for _, seed := range []string{
		"'https://a.example.com/' + x", "`https://${h || 'a'}/${p}`", "['a', 'b'].map(x => x + 'c').join('/')", "JSON.parse('{\"a\":[1,\"b\"]}').a",
		"(function f(x) { return x ? f(x + 'a') : x })('b')", "'a'.replace('\xf3', 'b')", "'a'.replace(/(.)/g, '$1$1').split('')", "Object.assign({}, { a: 'b' }, x).a",
		"new (class { constructor(u) { this.u = u } get() { return this.u } })('a').get()", "decodeURIComponent('%E4%BD%A0')", "atob('aHR0cHM6Ly9h')",
		"(o => o.a)({ a: 'b', ...y })", "x['a' + 'b'] = y = [z] = { q: ['c'] }", "(() => { switch (x) { case 'a': return 'b'; default: return 'c' } })()",
		"1" + strings.Repeat("0", 1500), "0x" + strings.Repeat("f", 1500) + " + 'a'",
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, expression string) {
		if len(expression) > 2000 || strings.Contains(expression, "\n-- ") {
			t.Skip()
		}
		p := link("-- app.js --\nvar result = " + expression)
		m := p.Module("app/app.js")
		b := m.Tree.Scope.Own("result")
		if b == nil {
			return
		}
		values := p.Binding(b, m)
		if len(values) > maxValues {
			t.Errorf("%d values", len(values))
		}
		for _, v := range values {
			if len(v.Text) > maxText || len(v.Parts) > maxParts {
				t.Errorf("a text of %d bytes and %d parts", len(v.Text), len(v.Parts))
			}
		}
	})
}
