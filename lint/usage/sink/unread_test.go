package sink

import "testing"

// TestUnread has addresses in constants of which nothing but a name that is read of
// something unknown tells that they may be contacted.
func TestUnread(t *testing.T) {
	const found = "request *, unknown a.example.com?"
	tests := []struct{ src, want string }{
		{"const o = { list: [{ path: 'https://a.example.com' }] }", "request *"},
		{"const o = { a: y || { path: 'https://a.example.com' } }", "request *"},
		{"function f() { let o; o = { path: 'https://a.example.com' } } f()", found}, // an assignment may be read as well
		{"function f(o = { path: 'https://a.example.com' }) {} f()", "request *"},
		{"const o = { path: 'https://a.example.com' }; f(); function f(o) { y(o, this.o) }", "request *"},
		// what is read, as far as can be seen
		{"const o = { list: [{ path: 'https://a.example.com' }] }; y = o", found},
		{"const o = { path: 'https://a.example.com' }; y(() => o)", found},
		{"const o = { path: 'https://a.example.com' }; module.exports = { o }", found},
		{"const o = { path: 'https://a.example.com' }; export default o", found},
		{"export const o = { path: 'https://a.example.com' }", found},
		{"const o = { path: 'https://a.example.com' }; export { o as p }", found},
		{"const o = { path: 'https://a.example.com' }; const { ...p } = o; y(p)", found},
		{"const o = { path: 'https://a.example.com' }; eval('o')", found},
		{"let o; const p = o = { path: 'https://a.example.com' }; y(p)", found},
		{"let o; y(() => o = { path: 'https://a.example.com' })", found},
		{"const { o } = { o: { path: 'https://a.example.com' } }", found},
		{"const o = y({ path: 'https://a.example.com' })", found},
		{"var o = { path: 'https://a.example.com' }; y(globalThis.o)", found},
		{"var o = { path: 'https://a.example.com' }; const { o: p } = globalThis; y(p)", found},
		{"var o = { path: 'https://a.example.com' }; f(); function f() { const { o } = globalThis; y(o) }", found},
		{"require('./b'); require('./c')\n-- b.js --\nvar o = { path: 'https://a.example.com' }\n-- c.js --\ny(o)", found},
	}
	for _, tt := range tests {
		t.Run(tt.src, func(t *testing.T) {
			if got := contacts("-- app.json --\n{}\n-- app.js --\nwx.request({ url: unknown.path }); " + tt.src); got != tt.want {
				t.Errorf("got %q, want %q", got, tt.want)
			}
		})
	}
}
