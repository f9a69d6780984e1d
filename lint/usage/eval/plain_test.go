package eval

import (
	"strings"
	"testing"
)

// TestPlain: what an expression says by itself is read when nothing more may be spent.
func TestPlain(t *testing.T) {
	for _, c := range []struct{ src, want string }{
		{"const result = 'a'", "a"},
		{"const result = `a/${x}`", "a/"},
		{"const b = 'a'; const result = b + '/c'", "a"},
		{"const b = { c: 'a' }; const result = b.c", "a"},
		{"const b = { c: { d: 'a' } }; const result = b.c.d + '/e'", "a"},
		{"const result = wx.request", "wx.request"},
		{"import { b } from './b'; const result = b + '/c'\n-- b.js --\nexport const b = 'a'", "a"},
		{"import b from './b'; const result = b.c\n-- b.js --\nexport default { c: 'a' }", "a"},
		{"const b = require('./b'); const result = b.c\n-- b.js --\nmodule.exports = { c: 'a' }", "a"},
		{"import { b } from './b'; const result = b\n-- b.js --\nexport { b } from './c'\n-- c.js --\nexport { b } from './b'", ""},
		{"let b = 'a'; b = 'c'; const result = b", ""},
		{"const b = { c: b.c }; const result = b.c", ""},
		{"function f(b) { return b } const result = f('a')", ""},
		{"const result = a || 'b'", ""},
	} {
		p := link("-- app.js --\n" + c.src)
		m := p.Module("app/app.js")
		p.e.memo.reset()
		p.e.memo.spend(2 * maxWork)
		if got := said(p.e.eval(m.Tree.Scope.Own("result").Defs[0].Value, m, nil)); got != c.want {
			t.Errorf("%s: %q, want %q", c.src, got, c.want)
		}
	}
}

func said(vs Values) string {
	var out []string
	for _, v := range vs {
		if v.Kind == API {
			out = append(out, v.Path.String())
			continue
		}
		out = append(out, v.Text)
	}
	return strings.Join(out, " ")
}

// TestPlainIsBounded: no more is read than the bound, and through no more names.
func TestPlainIsBounded(t *testing.T) {
	var r plainReads
	for range maxPlainDepth {
		if !r.enter() {
			t.Fatal("less is read than the bound of the depth")
		}
	}
	if r.enter() {
		t.Error("more is read than the bound of the depth")
	}
	if r.leave(); !r.enter() {
		t.Error("what was read counts as deep")
	}
	if r = (plainReads{count: maxPlain - 1}); !r.enter() || r.enter() {
		t.Error("another number is read than the bound")
	}
}
