package eval

import "testing"

// TestProxies has a line for what proxies give.
func TestProxies(t *testing.T) {
	runTable(t, []row{
		{"const result = new Proxy({ a: 'b' }, {}).a", "b"},
		{"const result = new Proxy({ a: 'b' }, { get: (of, name) => of[name] + 'c' }).a", "bc"},
		{"const p = new Proxy({}, { get: (of, name) => x => { result = x } }); p.a('b'); var result", "b"},
		{"const p = new Proxy({ a: 'b' }, { get: (of, name) => 'c' }); const result = p.d", "c"},
		{"const result = new Proxy({ a: 'b' }, { set: () => true }).c", ""},
	})
}
