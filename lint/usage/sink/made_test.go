package sink

import (
	"strings"
	"testing"
)

// TestMadeAddresses: an address that is made of texts which are none goes where what is made goes.
func TestMadeAddresses(t *testing.T) {
	testAddresses(t, []accounted{
		{"module.exports = f => f(['https://a', 'example', 'com'].join('.'))", 1},
		{"module.exports = f => f('x|https://a.example.com'.split('|')[1])", 1},
		{"module.exports = f => f('xx https://a.example.com'.slice(3))", 1},
		{"module.exports = f => f('https://{env}.example.com'.replace('{env}', 'a'))", 1},
		{"module.exports = f => f(decodeURIComponent('https%3A%2F%2Fa.example.com'))", 1},
		{"module.exports = f => f(atob('aHR0cHM6Ly9hLmV4YW1wbGUuY29t'))", 1},
		{`module.exports = f => f(JSON.parse('{"all":[{"u":"https://a.example.com"}]}'))`, 1},
		{`const o = JSON.parse('{"u":"https://a.example.com"}'); module.exports = f => f(o.u)`, 1},
		{`const o = JSON.parse('{"u":"https://a.example.com","v":"/x"}'); module.exports = f => f(o.v)`, 0},
		{"const o = { u: ['https://a', 'example', 'com'].join('.') }; module.exports = f => f(o.u)", 1},
		{"const o = { u: ['https://a', 'example', 'com'].join('.') }; module.exports = f => f(o.v)", 0},
		{"const h = 'a.example.com', o = { u: 'https://' + h }; module.exports = f => f(o.u)", 1},
		{"const h = 'a.example.com', o = { u: 'https://' + h }; module.exports = f => f(o)", 1},
		{"const h = 'a.example.com', o = { u: 'https://' + h }; module.exports = f => f(o.v)", 0},
		{"console.log(['https://a', 'example', 'com'].join('.'))", 0},
		{"const u = 'https://a' + '.example.com'; module.exports = f => f(u)", 1},
		{"const h = 'a.example.com', go = u => u.slice(0) === x; go('https://' + h)", 0},
		{"const u = ['https://a', 'example', 'com'].join('.'); if (x === u) x()", 0},
		{"module.exports = f => f(['https://www.w3.org', '2000', 'svg'].join('/'))", 0}, // a name
	})
}

// TestMadeOfLiterals: minified code is asked for what stands there alone.
func TestMadeOfLiterals(t *testing.T) {
	for code, want := range map[string]int{
		"sdk.init({base:decodeURIComponent('https%3A%2F%2Fa.example.com')})":         1,
		"sdk.init({base:['https://a','example','com'].join('.')})":                   1,
		"sdk.init({base:'x|https://a.example.com'.split('|')[1]})":                   1,
		`sdk.init(JSON.parse('{"base":"https://a.example.com"}'))`:                   1,
		"var t=['https://a','example','com'];sdk.init({base:t.join('.')})":           0,
		"var t='https%3A%2F%2Fa.example.com';sdk.init({base:decodeURIComponent(t)})": 0,
	} {
		minified := "-- app.json --\n{}\n-- app.js --\nvar sdk=require('sdk');var " + strings.Repeat("a=1,", 600) + "b=2;"
		if got := collect(minified + code).Uses; len(got) != want {
			t.Errorf("%s: %d uses, want %d", code, len(got), want)
		}
	}
}

// TestMadeOnce: an address that is cut again and again is one.
func TestMadeOnce(t *testing.T) {
	testAddresses(t, []accounted{
		{"const h = '.example.com', u = 'https://a' + h; module.exports = f => { f(u.slice(0)); f(u.slice(0, 99)); f(u.substring(0)) }", 1},
	})
}

// TestComputedKeys: what stands under a name that is computed counts where the object, or what is
// read of it by that name, is given to unknown code.
func TestComputedKeys(t *testing.T) {
	testAddresses(t, []accounted{
		{"module.exports = (f, k) => f({ [k]: 'https://a.example.com' })", 1},
		{"const o = k => ({ [k]: 'https://a.example.com' }); module.exports = (f, k) => f(o(k)[k])", 1},
		{"const K = 'b', o = { [K]: 'https://a.example.com' }; module.exports = f => f(o[K])", 1},
		{"const K = 'b', o = { [K]: 'https://a.example.com', c: 1 }; module.exports = f => f(o.c)", 0},
		{"const E = { A: 'a', B: 'b' }, o = { [E.A]: 'https://a.example.com', [E.B]: '/x' }; module.exports = f => f(o[E.A])", 1},
		{"const E = { A: 'a', B: 'b' }, o = { [E.A]: 'https://a.example.com', [E.B]: '/x' }; module.exports = f => f(o['b'])", 0},
		{"const o = ['https://a.example.com', '/x']; module.exports = f => f(o[0])", 1},
		{"const o = ['https://a.example.com', '/x']; module.exports = f => f(o[1])", 0},
		{"const o = ['https://a.example.com', '/x'], g = i => getApp().f(o[i]); g(1); module.exports = f => f(g)", 1},
		{"const o = ['https://a.example.com', { u: '/x' }]; module.exports = f => f(o[1])", 1},
		{"module.exports = f => f({ ['title']: 'https://a.example.com' })", 0},
		{"const o = { ['a' + x]: 'https://a.example.com' }; console.log(o)", 0},
		{"Page({ f(x) { this.setData({ ['a' + x]: 'https://a.example.com' }) } })", 0},
	})
}
