package eval

import (
	"context"
	"strings"
	"testing"

	"github.com/beianlint/beianlint/lint/usage/ast"
	"github.com/beianlint/beianlint/lint/usage/resolve"
	"github.com/beianlint/beianlint/lint/usage/usagetest"
)

// TestCompared: an address behind a comparison with itself is taken out of live code where
// the other side never is that. T is the address; a row says whether it stays.
func TestCompared(t *testing.T) {
	const config = "const c = {}; c.s = 'https://a.example.com'; "
	for src, stays := range map[string]bool{
		config + "if (c.s === T) connect(T)":                                                        false,
		config + "if (T == c.s) { const x = new Socket(T); x.open() }":                              false,
		config + "c.s === T ? connect(T) : 0":                                                       false,
		config + "if (y && c.s === T) connect(T)":                                                   false,
		config + "if (c.s !== T) { return } connect(T)":                                             false,
		config + "switch (c.s) { case T: connect(T) }":                                              false,
		config + "c.s = y ? null : ''; if (c.s === T) connect(T)":                                   false,
		"class A {} A.s = 'https://a.example.com'; if (A.s === T) connect(T)":                       true, // a field may have it
		"function A() {} A.s = 'https://a.example.com'; if (A.s === T) connect(T)":                  false,
		config + "f(1); function f(x) { if (x === 2) c.s = T } c.s === T && connect(T)":             false,
		config + "show(c); function show(o) { o.x } if (c.s === T) connect(T)":                      false,
		config + "Object.defineProperty(c, 'u', { get() { return y } }); if (c.s === T) connect(T)": false,
		// it may be that
		config + "Object.defineProperty(c, y, { get() { return y } }); if (c.s === T) connect(T)":   true,
		config + "c.s = T; if (c.s === T) connect(T)":                                               true,
		config + "c.s = y ? T : ''; if (c.s === T) connect(T)":                                      true,
		config + "c.s = y; if (c.s === T) connect(T)":                                               true,
		config + "c.s = y.s; if (c.s === T) connect(T)":                                             true,
		config + "c.s = 'https://' + y; if (c.s === T) connect(T)":                                  true,
		config + "c.s += '/v1'; if (c.s === T) connect(T)":                                          true,
		config + "c[y] = y; if (c.s === T) connect(T)":                                              true,
		config + "Object.assign(c, y); if (c.s === T) connect(T)":                                   true,
		config + "for (const k in y) c[k] = y[k]; if (c.s === T) connect(T)":                        true,
		config + "fill(c); if (c.s === T) connect(T)":                                               true,
		config + "y.fill(c); if (c.s === T) connect(T)":                                             true,
		config + "fill(c); function fill(o) { o.s = y } if (c.s === T) connect(T)":                  true,
		config + "({ s: c.s } = y); if (c.s === T) connect(T)":                                      true,
		config + "[c.s] = y; if (c.s === T) connect(T)":                                             true,
		config + "for (c.s of y) if (c.s === T) connect(T)":                                         true,
		config + "Object.defineProperty(c, 's', { value: y }); if (c.s === T) connect(T)":           true,
		config + "Object.defineProperty(c, 's', { get() { return y } }); if (c.s === T) connect(T)": true,
		config + "wx.getStorage({ success(r) { c.s = r.data } }); if (c.s === T) connect(T)":        true,
		"const c = { s: y }; c.s = ''; if (c.s === T) connect(T)":                                   true,
		"const c = { ...y }; c.s = ''; if (c.s === T) connect(T)":                                   true,
		"const c = { get s() { return y } }; c.s = ''; if (c.s === T) connect(T)":                   true,
		"const c = y(); c.s = ''; if (c.s === T) connect(T)":                                        true,
		"const c = {}; if (c.s === T) connect(T)":                                                   true, // where it is assigned is not seen
		"f({}); function f(c) { c.s = ''; if (c.s === T) connect(T) } f(y)":                         true,
		// another branch, or another address: an environment
		config + "if (c.s !== T) connect(T)":                                         true,
		config + "if (c.s === T) g(); connect(T)":                                    true,
		config + "if (c.s === T) g(); else connect(T)":                               true,
		config + "if (c.s === 'https://b.example.com') connect(T)":                   true,
		config + "if (c.s === 'test') connect(T)":                                    true,
		config + "switch (c.s) { case 'https://b.example.com': case T: connect(T) }": true,
	} {
		row := strings.ReplaceAll(src, "T", "'https://t.example.com'")
		if got := isGiven(t, row); got != stays {
			t.Errorf("%s: stays %t, want %t", src, got, stays)
		}
	}
}

// isGiven reports whether some call of live code is given T.
func isGiven(t *testing.T, src string) (found bool) {
	t.Helper()
	sources := resolve.Open(context.Background(), usagetest.Project([]byte("-- app.json --\n{\"pages\": [\"a\"]}\n-- a.js --\n"+src)), nil)
	live := resolve.Reach(sources)
	Define(context.Background(), sources).Link(live)
	for _, m := range live.Modules {
		for _, x := range m.Tree.Calls {
			for _, arg := range x.List {
				found = found || arg.Kind == ast.String && arg.Text == "https://t.example.com"
			}
		}
	}
	return found
}
