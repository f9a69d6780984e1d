package sink

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/beianlint/beianlint/lint/platform"
	"github.com/beianlint/beianlint/lint/usage/ast"
	"github.com/beianlint/beianlint/lint/usage/eval"
	"github.com/beianlint/beianlint/lint/usage/parser"
	"github.com/beianlint/beianlint/lint/usage/resolve"
	"github.com/beianlint/beianlint/lint/usage/usagetest"
)

// texts are values without a trail, as a literal gives them.
func texts(n int, of string) (vs eval.Values) {
	for i := range n {
		vs = append(vs, &eval.Value{Kind: eval.Text, Text: fmt.Sprintf("%s%d", of, i)})
	}
	return vs
}

// A large set that many calls are given is looked at once; another list of the same
// length that begins alike is another set.
func TestLargeSets(t *testing.T) {
	r := newRecord()
	to := contact{category: platform.Request, api: "wx.request"}
	one := texts(minLarge, "a")
	two := append(one[:1:1], texts(minLarge-1, "b")...)
	for range 3 {
		r.reaches(one, to)
	}
	if r.reaches(two, to); len(r.large) != 2 {
		t.Errorf("%d sets, want 2", len(r.large))
	}
	if to.category = platform.Upload; len(r.large) == 2 {
		r.reaches(one, to)
	}
	if len(r.large) != 3 {
		t.Errorf("%d sets, want 3: another category", len(r.large))
	}
	if small := texts(minLarge-1, "c"); len(small) > 0 {
		r.reaches(small, to)
	}
	if len(r.large) != 3 {
		t.Errorf("%d sets, want 3: a small set is not kept", len(r.large))
	}
}

// Where too much was looked at, where an address ends is not known, and a default may be
// one that is used.
func TestLookedBound(t *testing.T) {
	x := &ast.Expr{Kind: ast.String, Text: "https://api.example.com"}
	b := &ast.Binding{Defs: []ast.Def{{Value: x, Default: true}}}
	o := &outlets{index: index{reads: map[string]*[]read{}, bound: bound{x: b}}, looked: maxLooked + 1}
	if end := o.endsOf(x, x); end != lost {
		t.Errorf("it ends in %b, want %b", end, lost)
	}
	if o.isUnusedDefault(x, nil) {
		t.Error("the default counts as unused")
	}
}

// TestBounds reads what each bound lets through, and what is beyond it.
func TestBounds(t *testing.T) {
	const open = "wx.request({ url: unknown.path }); "
	names := func(n int, first, last string) string { // n0 to nn, each the one before
		var b strings.Builder
		b.WriteString("const n0 = " + first + "; ")
		for i := range n {
			fmt.Fprintf(&b, "const n%d = n%d; ", i+1, i)
		}
		return b.String() + fmt.Sprintf(last, n)
	}
	logged := func(n int) string {
		return "const a = 'https://a.example.com/b'; " + strings.Repeat("console.log(a)\n", n)
	}
	nodes := func(n int) string {
		return "\n-- p.js --\nPage({ data: { u: " + strings.Repeat("[{ children: ", n) + "[{ name: 'img', attrs: { src: 'https://a.example.com/b' } }]" + strings.Repeat(" }]", n) +
			" } })\n-- p.wxml --\n<rich-text nodes=\"{{u}}\"/>"
	}
	for name, tt := range map[string]struct{ src, want string }{
		"maxWays":             {open + logged(1900), "request *"},
		"maxWays, beyond":     {open + logged(2100), "request *, unknown a.example.com?"},
		"maxNames":            {open + names(3, "window.location", "const base = 'https://a.example.com'; n%d.setBase(base)"), "request *"},
		"maxNames, beyond":    {open + names(8, "window.location", "const base = 'https://a.example.com'; n%d.setBase(base)"), "request *, unknown a.example.com?"},
		"maxNested":           {nodes(2), "media a.example.com"},
		"maxNested, beyond":   {nodes(4), ""},
		"maxSegments":         {open + "function f(g) { g('https://a.example.com/b/c/d') } f(unknown)", "request *, unknown a.example.com?"},
		"maxSegments, beyond": {open + "function f(g) { g('https://a.example.com/b/c/d/e') } f(unknown)", "request *"},
	} {
		if got := contacts("-- app.json --\n{\"pages\": [\"p\"]}\n-- app.js --\n" + tt.src); got != tt.want {
			t.Errorf("%s: got %q, want %q", name, got, tt.want)
		}
	}
}

// TestSchemeIsBounded: an address that is encoded has its host behind its scheme, not
// behind the last slash of its path.
func TestSchemeIsBounded(t *testing.T) {
	found := collect("-- app.json --\n{\"pages\": [\"p\"]}\n-- app.js --\nwx.navigateTo({ url: '/p?u=https%3A%2F%2F' + 'a.example.com' + '%2Fb%2Fc%2Fd%2F' + 'e' })\n-- p.js --\nPage({})\n-- p.wxml --\n<web-view src=\"{{u}}\"/>")
	if got, want := describe(found.Uses), "app.js 'a.example.com' webview <web-view src> call"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

// TestNamesAreBounded: a callee has no name when too many expressions are in it, and what
// an API is called by when its name is not known has room in a line.
func TestNamesAreBounded(t *testing.T) {
	callee := func(n int) *ast.Expr {
		return parser.Parse([]byte("a"+strings.Repeat(".b", n)+"()"), parser.Options{}).Calls[0].L
	}
	project := usagetest.Project([]byte("-- app.json --\n{}\n-- app.js --\n"))
	sources := resolve.Open(context.Background(), project, nil)
	live := resolve.Reach(sources)
	known := newKnownCalls(nil, eval.Define(context.Background(), sources).Link(live))
	namesOf := func(x *ast.Expr) []string { return known.namesOf(x, nil, live.Modules[0]) }
	if got := namesOf(callee(maxWritten - 1)); !slices.ContainsFunc(got, func(name string) bool { return strings.HasPrefix(name, "a.b") }) {
		t.Errorf("got %q, want a name", got)
	}
	if got := namesOf(callee(maxWritten)); slices.ContainsFunc(got, func(name string) bool { return strings.HasPrefix(name, "a") }) {
		t.Errorf("got %q, want none", got)
	}
	found := collect("-- app.json --\n{}\n-- app.js --\nwx[" + strings.Repeat("n", maxShown) + "](o)")
	if len(found.NotFollowed) != 1 || found.NotFollowed[0].Args[0] != "wx["+strings.Repeat("n", maxShown-4)+"…" {
		t.Errorf("got %v, want one row with a name that is cut", found.NotFollowed)
	}
}

// TestKeptNamesAreBounded: of what is assigned to members of a name, only the first are
// looked at for what a callee is called.
func TestKeptNamesAreBounded(t *testing.T) {
	src := "class C { constructor() {" + strings.Repeat("this.s = new S();", 10*maxWritten) + "this.s.connect() } }; new C()"
	sources := resolve.Open(context.Background(), usagetest.Project([]byte("-- app.json --\n{}\n-- app.js --\n"+src)), nil)
	live := resolve.Reach(sources)
	known := newKnownCalls(nil, eval.Define(context.Background(), sources).Link(live))
	app := live.Modules[0]
	call := slices.IndexFunc(app.Tree.Calls, func(x *ast.Expr) bool { return ast.NameOf(x.L) == "connect" })
	if got := known.namesOf(app.Tree.Calls[call].L, nil, app); len(got) < 2 || len(got) > maxWritten {
		t.Errorf("got %d names, want some, at most %d", len(got), maxWritten)
	}
}

// TestLoadersRunAnyModule has a build of more modules than a set of values has room for:
// that its loader runs any of them is no bound that is met.
func TestLoadersRunAnyModule(t *testing.T) {
	var b strings.Builder
	b.WriteString("-- app.json --\n{}\n-- app.js --\nrequire('./runtime');require('./chunk')\n-- runtime.js --\n" +
		"(function(e){var t={};function p(a){for(var i in a[1])e[i]=a[1][i]}" +
		"function n(r){if(t[r])return t[r].exports;var o=t[r]={exports:{}};return e[r].call(o.exports,o,o.exports,n),o.exports}" +
		"var g=global.chunks=global.chunks||[];g.push=p;for(var i=0;i<g.length;i++)p(g[i]);for(i=0;i<4;i++)n(list[i])})([]);\n" +
		"-- chunk.js --\n(global.chunks=global.chunks||[]).push([[1],{")
	for i := range 1100 {
		fmt.Fprintf(&b, "m%d:function(e,t,n){wx.request({url:'https://api.example.com/%d'})},", i, i)
	}
	got := collect(b.String() + "}])")
	if rows := got.NotFollowed; len(rows) > 0 || len(got.Uses) != 1100 {
		t.Errorf("%d uses, not followed: %v", len(got.Uses), rows)
	}
}
