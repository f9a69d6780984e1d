package sink

import (
	"fmt"
	"strings"
	"testing"
)

// library is a module with so many functions that only itself are followed if it may contact
// somebody.
func library(n int, more string) string {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, "exports.f%d = function (a) { return a }\n", i)
	}
	return "-- lib.js --\n" + b.String() + more
}

// TestInert has large libraries that contact nobody: they are taken as packages whose code is
// not there. Those that may contact somebody are followed.
func TestInert(t *testing.T) {
	const most = 1500
	for _, tt := range []struct {
		name, script, library, want string
		told                        int
	}{
		{"a callback", "lib.f1(() => wx.request({ url: 'https://a.example.com' }))", library(most, ""), "request a.example.com", 0},
		{"what it gives back", "wx.request({ url: lib.f1('x') })", library(most, ""), "request *", 0},
		{"an address", "lib.f1('https://a.example.com')", library(most, ""), "unknown a.example.com?", 0},
		{"a base", "const server = { base: 'https://a.example.com' }; lib.f1(server.base)", library(most, ""), "unknown a.example.com?", 0},
		{"an object", "lib.f1({ url: 'https://a.example.com' })", library(most, ""), "unknown a.example.com?", 0},
		{"the platform", "lib.f1(wx)('https://a.example.com')", library(most, ""), "unknown a.example.com?", 0},
		{"fewer functions", "wx.request({ url: lib.f1('https://a.example.com') })", library(most-1, ""), "request a.example.com", 0},
		{"an address of its own", "wx.request({ url: lib.base })", library(most, "exports.base = 'https://a.example.com'"), "request a.example.com", 0},
		{"a name of its own", "wx.request({ url: 'https://a.example.com' })", library(most, "exports.svg = 'http://www.w3.org/2000/svg'"), "request a.example.com", 0},
		{"a scheme of its own", "wx.request({ url: lib.scheme + 'a.example.com' })", library(most, "exports.scheme = 'https://'"), "request a.example.com", 0},
		{"an address without a scheme", "wx.request({ url: 'https:' + lib.base })", library(most, "exports.base = '//a.example.com'"), "request a.example.com", 0},
		{"a request", "lib.go('https://a.example.com')", library(most, "exports.go = url => wx.request({ url })"), "request a.example.com", 0},
		{"a request by another name", "lib.go(wx, 'https://a.example.com')", library(most, "exports.go = (x, url) => x.request({ url })"), "request a.example.com", 0},
		{"a request by its name", "lib.go('https://a.example.com')", library(most, "const k = 'request'; exports.go = url => wx[k]({ url })"), "request a.example.com", 0},
		{"another module", "lib.go('https://a.example.com')", library(most, "exports.go = require('./go')\n-- go.js --\nmodule.exports = url => wx.request({ url })"), "request a.example.com", 0},
		{"what sends, and a base", "lib.base = 'https://a.example.com'; lib.send = wx.request", library(most, ""), "unknown a.example.com?", 0},
		{"what sends, and what gives", "lib.f1({ get: () => 'https://a.example.com', send: wx.request })", library(most, ""), "", 1},
		{"a request in a pattern", "lib.go(wx, 'https://a.example.com')", library(most, "exports.go = ({ request }, url) => request({ url })"), "request a.example.com", 0},
		{"a request of a global object", "lib.go('https://a.example.com')", library(most, "const w = globalThis.wx; exports.go = url => w.request({ url })"), "request a.example.com", 0},
		{"a host of its own", "wx.request({ url: 'https://' + lib.host })", library(most, "exports.host = 'a.example.com'"), "request a.example.com", 0},
		{"an address as a key", "for (const k in lib.servers) wx.request({ url: k })", library(most, "exports.servers = { 'https://a.example.com': 1 }"), "request a.example.com", 0},
		{"names with dots", "wx.request({ url: lib.f1('x') })", library(most, "exports.style = ['label.show', 'axis.name', 'image://a', 'path://M1']"), "request *", 0},
		{"the app", "lib.go()", library(most, "exports.go = () => getApp().send('https://a.example.com')\n-- app.js --\nApp({ send(url) { wx.request({ url }) } })"), "request a.example.com", 0},
		{"a chunk of a bundle", ";(global.webpackJsonp = global.webpackJsonp || []).push([['app'], { 1: function (e, t, n) { wx.request({ url: n(2).go('https://a.example.com') }) } }, [[1, 'lib']]])",
			"-- lib.js --\n(global.webpackJsonp = global.webpackJsonp || []).push([['lib'], { 2: function (e, t, n) { t.go = function (a) { return a } }, 3: function (e, t, n) {" + strings.Repeat("t(function () {})\n", most) + "} }])", "request a.example.com", 0},
		{"what it asks of the platform", "wx.request({ url: lib.f1('x') })", library(most, "exports.v = typeof wx === 'object' && wx.getSystemInfoSync().version"), "request *", 0},
	} {
		t.Run(tt.name, func(t *testing.T) {
			found := "-- app.json --\n{}\n-- index.js --\nconst lib = require('./lib')\n" + tt.script + "\n" + tt.library
			if got := contacts(found); got != tt.want {
				t.Errorf("got %q, want %q", got, tt.want)
			}
			if got := len(collect(found).NotFollowed); got != tt.told {
				t.Errorf("%d addresses are told, want %d", got, tt.told)
			}
		})
	}
}
