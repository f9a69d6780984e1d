package sink

import "testing"

// What a method of an unknown object is given is in the account whatever it is called: it may
// send it. What is heard as an event, or opens a page by its path, is followed there, and what
// is of the language does nothing with it.
func TestPassed(t *testing.T) {
	testAddresses(t, []accounted{
		{"getApp().sdk.call({ url: 'https://a.example.com' })", 1},
		{"getApp().sdk.push('https://a.example.com')", 1},
		{"getApp().sdk.replace('https://a.example.com')", 1},
		{"getApp().sdk.replace('https://a.example.com', '')", 0},
		{"getApp().sdk.options = { root: 'https://a.example.com' }", 1},
		{"import sdk from 'sdk'; sdk.options = { root: 'https://a.example.com' }", 1},
		{"import sdk from 'lodash'; sdk.options = { root: 'https://a.example.com' }", 0},
		{"const sdk = { options: 0 }; sdk.options = { root: 'https://a.example.com' }", 0},
		{"this.$emit('open', 'https://a.example.com')", 0},
		{"this.$invoke('a', 'open', 'https://a.example.com')", 0},
		{"this.$router.push({ path: '/pages/a', query: { url: 'https://a.example.com' } })", 0},
		{"this.$router.push({ url: 'https://a.example.com' })", 1},
		{"this.$navigate('/pages/a', { url: 'https://a.example.com' })", 0},
		{"const sdk = require('sdk'); sdk.message('https://a.example.com')", 1},
		{"import { notify } from 'sdk'; notify('https://a.example.com', 1)", 1},
		{"import sdk from 'sdk'; sdk['toast']('https://a.example.com')", 1},
		{"import sdk from 'sdk'; sdk['alert']('https://a.example.com')", 1},
		{"import sdk from 'sdk'; sdk.url.startsWith('https://a.example.com')", 0},
		{"import sdk from 'lodash'; sdk.startsWith(x, 'https://a.example.com')", 0},
		{"import sdk from 'sdk'; if (sdk.message === 'https://a.example.com') f()", 0},
		{"getApp().sdk['https://a.example.com'] = 1", 1},
		{"f(getApp().sdk['https://a.example.com'])", 1},
		{"const o = {}; o['https://a.example.com'] = 1", 0},
		{"function f(u) { getApp().sdk.call(u) } f('https://a.example.com')", 1},
		{"const f = (a, { u }) => getApp().sdk.call(u); f(1, { u: 'https://a.example.com' })", 1},
		{"function f(u) { g(u) } function g(u) { getApp().sdk.call(u) } f('https://a.example.com')", 1},
		{"const o = { f(u) { getApp().sdk.call(u) } }; o.f('https://a.example.com')", 1},
		{"function f(u) { console.log(u) } f('https://a.example.com')", 0},
		{"function f(u, v) { getApp().sdk.call(v) } f('https://a.example.com')", 0},
		{"function f(u) { return new Promise((resolve, reject) => { setTimeout(() => resolve(u)) }) } f('https://a.example.com').then(console.log)", 0},
		{"function f(u) { return new Promise((resolve, reject) => reject(u)) } f('https://a.example.com')", 0},
		{"function f(u) { return new Queue((resolve, reject) => resolve(u)) } f('https://a.example.com')", 1},
		{"function f(u) { return new Promise(({ resolve }) => resolve(u)) } f('https://a.example.com')", 1},
		{"function f(u) { return new Promise(resolve => { const g = sdk => sdk(u); resolve(g) }) } f('https://a.example.com')", 1},
		{"const o = {}; function f(k, u) { o[k] = u } f(x, 'https://a.example.com')", 0}, // which is followed
		{"function f(u) { wx.request({ url: u }) } f('https://a.example.com')", 0},
		{"function f(a) { a && (a += 'https://a.example.com'); getApp().sdk.call(a) } f(x)", 1},
		{"function f(a) { a && (a += 'https://a.example.com'); return a.length } f(x); getApp().sdk.call(getApp().sdk.a)", 0}, // another a
		{"[].unknown('https://a.example.com')", 0},
		{"'a'.unknown('https://a.example.com')", 0},
	})
}
