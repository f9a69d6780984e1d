package eval

import (
	"fmt"
	"strings"
	"testing"

	"github.com/beianlint/beianlint/lint/usage/ast"
	"github.com/beianlint/beianlint/lint/usage/parser"
)

// TestParameters: an address is taken apart with the expressions in it.
func TestParameters(t *testing.T) {
	tests := []struct{ src, want string }{
		{"'/a?b=c&d=e'", "/a b c, /a d e"},
		{"'/a?b=' + x + '&d=e'", "/a b x, /a d e"},
		{"`/a?b=${x}/y&d=${z}`", "/a b x+/y, /a d z"},
		{"'/a?b=' + encodeURIComponent(x)", "/a b encodeURIComponent|x"},
		{"'/a?b=%2F'", "/a b %2F|/"},
		{"page + '?b=c'", " b c"},
		{"'/a?b&c=d&=e'", "/a c d"},
		{"'/a'", ""},
		{"'/a?' + x + '=b'", ""},
	}
	for _, test := range tests {
		x := parser.ParseExpression([]byte(test.src), nil).Body[0].Expr
		pieces := x.List
		if x.Kind == ast.String {
			pieces = []*ast.Expr{x}
		}
		var got []string
		read, _ := parametersIn(pieces)
		for _, p := range read {
			got = append(got, p.page+" "+p.name+" "+shape(decodedToo(p.value)))
		}
		if got := strings.Join(got, ", "); got != test.want {
			t.Errorf("%s: %q, want %q", test.src, got, test.want)
		}
	}
}

// TestOpened evaluates what pages are opened with, wherever it is written and read.
func TestOpened(t *testing.T) {
	const q = "'/app?u=b&v=c'"
	runTable(t, []row{
		{"var result; Page({ onLoad(o) { result = o.u } }); wx.navigateTo({ url: " + q + " })", "b …"},
		{"var result; Page({ onShow() { result = this.options.u } }); wx.navigateTo({ url: " + q + " })", "b …"},
		{"var result; Page({ onShow() { result = this.options.u } }); wx.navigateTo({ url: '/q?u=b' })", ""},
		{"var result; const x = { f() { result = this.options.u } }; wx.navigateTo({ url: " + q + " })", ""},
		{"var result; Page({ onShow() { result = this.$mp.query.u } }); wx.navigateTo({ url: " + q + " })", "b …"},
		{"var result; Page({ onLoad(o) { result = o.u }, onShareAppMessage() { return { path: " + q + " } } })", "b …"},
		{"var result; Page({ onLoad(o) { result = o.u }, onShareAppMessage() { const s = { path: " + q + " }; return s } })", "b b …"},
		{"var result; Page({ onLoad(o) { result = o.u }, onShareAppMessage() { return { title: " + q + " } } })", ""},
		{"var result; Page({ onLoad(o) { result = o.u }, onShareTimeline() { return { query: 'u=b&v=c' } } })", "b …"},
		{"var result; onShareAppMessage(() => ({ path: " + q + " })); onLoad(o => { result = o.u })", "b …"},
		{"var result; Component({ properties: { u: String }, attached() { result = this.data.u } }); wx.navigateTo({ url: " + q + " })", "b …"},
		{"var result; Component({ properties: { u: String }, attached() { result = this.data.u } }); wx.navigateTo({ url: '/q?u=b' })", ""},
		{"import { useRouter } from '@tarojs/taro'; var result; const { params } = useRouter(); result = params.u; wx.navigateTo({ url: " + q + " })", "b …"},
		{"import Taro from '@tarojs/taro'; const result = Taro.getCurrentInstance().router.params.u; wx.navigateTo({ url: '/q?u=b' })", "b …"},
		{"import { useQuery } from 'remax'; const { u: result } = useQuery(); wx.navigateTo({ url: '/q?u=b' })", "b …"},
		{"import { useQuery } from 'other'; const { u: result } = useQuery(); wx.navigateTo({ url: '/q?u=b' })", ""},
		{"var result; Page({ onLoad(o) { result = o.u } }); import qs from 'qs'; wx.navigateTo({ url: '/app?' + qs.stringify({ v: 'c', u: 'b' }) })", "b b …"},
		{"var result; Page({ onLoad(o) { result = o.u } }); import { stringify } from 'query-string'; wx.navigateTo({ url: '/app?v=1&' + stringify({ w: x, u: 'b' }) })", "b b …"},
		{"var result; Page({ onLoad(o) { result = o.u } }); import qs from 'qs'; wx.navigateTo({ url: '/app?' + qs.stringify({ v: 'c' }) })", ""},
		{"var result; Page({ onLoad(o) { result = o.u } }); import qs from 'qs'; const p = { u: 'b' }; wx.navigateTo({ url: '/app?' + qs.stringify({ ...p, v: 'c' }) })", "b b …"},
		{"var result; Page({ onLoad(o) { result = o.u } }); import qs from 'qs'; wx.navigateTo({ url: '/app?' + qs.stringify(Object.assign({}, { u: 'b' }, x)) })", "b b …"},
		{"var result; Page({ onLoad(o) { result = o.u } }); import qs from 'qs'; const p = {}; p.u = 'b'; wx.navigateTo({ url: '/app?' + qs.stringify(p) })", "b b …"},
		{"var result; Page({ onLoad(o) { result = o.u } }); const p = { v: x, u: 'b' }; wx.navigateTo({ url: '/app?' + Object.entries(p).map(([k, v]) => `${k}=${v}`).join('&') })", "b b …"},
		{"var result; Page({ onLoad(o) { result = o.u } }); const p = { v: x, u: 'b' }; wx.navigateTo({ url: '/app?' + Object.entries(p).map(([k, v]) => `${k}=${v}`).join('/') })", ""},
		{"var result; Page({ onLoad(o) { result = o.u } }); const p = { u: '/b' }; wx.navigateTo({ url: `/app?${new URLSearchParams(p)}` })", "%2Fb /b …"},
		{"var result; Page({ onLoad(o) { result = o.u } }); const list = []; for (const k in { u: 1 }) list.push(k + '=b'); wx.navigateTo({ url: '/app?' + list.join('&') })", "b b …"},
		{"var result; Page({ onLoad(o) { result = o.u } }); router.push({ path: '/app', query: { u: 'b' } })", "b …"},
		{"var result; Page({ onLoad(o) { result = o.u } }); router.replace({ name: 'other', params: { u: 'b' } })", "b …"},
		{"var result; Page({ onLoad(o) { result = o.u } }); const q = { u: 'b' }; router.push({ path: '/app', query: q })", "b b …"},
		{"var result; Page({ onLoad(o) { result = o.u } }); router.push({ path: '/q', query: { u: 'b' } }); list.push({ path: '/app', u: 'c' })", ""},
		{"const all = getCurrentPages(); const result = all[all.length - 1].options.u; wx.navigateTo({ url: '/q?u=b' })", "b …"},
	})
}

// TestIsPage: a path in a file means a page by its end.
func TestIsPage(t *testing.T) {
	tests := []struct {
		page, written string
		want          bool
	}{
		{"app/pages/a/a.js", "/pages/a/a", true},
		{"app/pages/a/a.vue", "../a/a", true},
		{"app/pages/a/index.js", "/pages/a", true},
		{"app/pages/a/a.js", "", true},
		{"app/pages/a/a.js", "/pages/b/a", false},
		{"app/pages/aa/aa.js", "a/aa", false},
	}
	for _, test := range tests {
		if got := isPage(test.page, test.written); got != test.want {
			t.Errorf("%s as %s: %v", test.page, test.written, got)
		}
	}
}

// shape writes an expression for a test.
func shape(x *ast.Expr) string {
	switch x.Kind {
	case ast.Concat:
		var parts []string
		for _, piece := range x.List {
			parts = append(parts, shape(piece))
		}
		return strings.Join(parts, "+")
	case ast.Logical:
		return shape(x.L) + "|" + shape(x.R)
	case ast.Call:
		return shape(x.L)
	}
	return x.Text
}

// isOpened finds the pages that isPage accepts.
func TestIsOpened(t *testing.T) {
	files := []string{"app.js", "pages/a.js", "pages/a/index.vue", "sub/pages/a/index.js", "a/index.js", "index.js", "pages/ba.js"}
	written := []string{"/pages/a", "../a", "a", "pages/a/index", " /pages/a ", "./", "index", "b/a", "sub/pages/a", "app"}
	opened := 0
	for _, file := range files {
		for _, w := range written {
			q := &queries{pages: map[string]bool{asPage(w): true, "nowhere": true}}
			if got, want := q.isOpened(file), isPage(file, w); got != want {
				t.Errorf("%s, written %q: opened is %v, want %v", file, w, got, want)
			} else if got {
				opened++
			}
		}
	}
	if opened < 15 {
		t.Errorf("only %d pages were opened", opened)
	}
}

// TestQueryIsWrittenOnce: what an object is made of is written once, by however many ways
// it comes there.
func TestQueryIsWrittenOnce(t *testing.T) {
	spreads := func(n int) string {
		src := "import qs from 'qs'; const o0 = { u: 'b' }\n"
		for i := range 6 {
			src += fmt.Sprintf("const o%d = {%s}\n", i+1, strings.Repeat(fmt.Sprintf("...o%d, ", i), n))
		}
		return src + "const result = qs.stringify(o6)"
	}
	once, twice := workOn("-- app.js --\n"+spreads(8)), workOn("-- app.js --\n"+spreads(16))
	if twice > 4*once {
		t.Errorf("%d units of work for 8 spreads of each of 6 objects, %d for 16", once, twice)
	}
}
