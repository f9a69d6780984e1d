package sink

import (
	"fmt"
	"strings"
	"testing"
)

// hosts evaluates a mini program and returns what it calls.
func hosts(files string) string {
	found := collect("-- app.json --\n{}\n" + files)
	var out []string
	for _, u := range found.Uses {
		if u.Certainty == Call {
			out = append(out, u.Endpoint.Host)
		}
	}
	return strings.Join(out, " ")
}

// What is dropped, merged or answered early to save time must not be a host.
func TestNothingLost(t *testing.T) {
	var deep, words strings.Builder
	for i := range 80 {
		fmt.Fprintf(&deep, "const a%d = a%d\n", i, i+1)
	}
	var want []string
	for i := range 30 {
		fmt.Fprintf(&words, "go('h%02d.example.com')\n", i)
		want = append(want, fmt.Sprintf("h%02d.example.com", i))
	}
	paths := ""
	for i := range 20 {
		paths += fmt.Sprintf("go('/p%d')\n", i)
	}
	tests := []struct{ name, files, want string }{
		{"constants in a row", deep.String() + "const a80 = 'https://a.example.com'\nwx.request({ url: a0 })", "a.example.com"},
		{"hosts of many calls", "function go(h) { wx.request({ url: 'https://' + h }) }\n" + words.String(), strings.Join(want, " ")},
		{"a host after many paths", "function go(h) { wx.request({ url: 'https://' + h }) }\n" + paths + "go('a.example.com')", "a.example.com"},
		{"keys with spaces", "const t = { 'a b': 'https://a.example.com', 'c d': 'https://b.example.com' }\nconst f = k => wx.request({ url: t[k] })\nf('a b'); f('c d')", "a.example.com b.example.com"},
		{"a computed key of many", "const f = k => { const t = { [k]: 'https://a.example.com' }; wx.request({ url: t['h29.example.com'] }) }\n" + strings.ReplaceAll(words.String(), "go(", "f("), "a.example.com"},
		{"white space in front", "const b = 'https://a.example.com'\nwx.request({ url: `\n ${b}/x` })", "a.example.com"},
		{"a placeholder", "const b = 'https://a.example.com'\nwx.request({ url: '<base>/x'.replace('<base>', b) })", "a.example.com"},
		{"groups given later", "const o = {}\no.data = { url: 'https://a.example.com' }\nwx.request({ url: o.url })", "a.example.com"},
		{"properties copied to", "const more = { url: { type: String, value: 'https://a.example.com' } }\nconst o = { data: {}, properties: {}, methods: { go() { wx.request({ url: this.data.url }) } } }\nObject.assign(o.properties, more)\nComponent(o)", "a.example.com"},
		{"two stores of a package", "import { createStore } from 'vuex'\nconst a = createStore({ state: { url: 'https://a.example.com' } })\nconst b = createStore({ state: { url: 'https://b.example.com' } })\nwx.request({ url: a.state.url }); wx.request({ url: b.state.url })", "a.example.com b.example.com"},
		{"attributes of an element below", "\n-- a.jsx --\nexport class A { go() { this.props.load('x'); wx.request({ url: this.props.url }) } }\n-- b.jsx --\nimport { A } from './a'\nexport const B = () => <A url=\"https://a.example.com\"/>", "a.example.com"},
		{"data copied from another file", "import { a } from './a'\nimport { b } from './b'\nObject.assign(b, a)\n-- a.js --\nexport const a = { data: {} }\n-- b.js --\nexport const b = { go() { this.setData({ url: 'https://a.example.com' }) } }\n-- c.js --\nimport { a } from './a'\nwx.request({ url: a.url })", "a.example.com"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := hosts("-- app.js --\n" + tt.files); got != tt.want {
				t.Errorf("got %q, want %q", got, tt.want)
			}
		})
	}
}
