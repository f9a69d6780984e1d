package sink

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/beianlint/beianlint/lint/message"
	"github.com/beianlint/beianlint/lint/source"
	"github.com/beianlint/beianlint/lint/usage/account"
	"github.com/beianlint/beianlint/lint/usage/eval"
	"github.com/beianlint/beianlint/lint/usage/lexer"
	"github.com/beianlint/beianlint/lint/usage/model"
	"github.com/beianlint/beianlint/lint/usage/resolve"
	"github.com/beianlint/beianlint/lint/usage/usagetest"
)

// collect evaluates the files of a txtar.
func collect(files string, rows ...model.TeamCall) Result {
	sources := resolve.Open(context.Background(), usagetest.Project([]byte(files)), nil)
	defined := eval.Define(context.Background(), sources)
	live := defined.Reach()
	return Collect(sources, live, defined.Link(live), rows)
}

// describe lists uses: file, literal, category, API and certainty.
func describe(uses []Use) string {
	var out []string
	for _, u := range uses {
		out = append(out, fmt.Sprintf("%s %s %s %s %s", strings.TrimPrefix(u.Span.File.Name, "app/"), u.Span.Text(), u.Category, u.API, u.Certainty))
	}
	return strings.Join(out, "\n")
}

func TestTrail(t *testing.T) {
	src := `
-- app.json --
{"pages": ["a"]}
-- a.js --
import { get } from './http'
get('/x')
-- config.js --
export const host = 'https://api.example.com'
-- http.js --
import { host } from './config'
const base = host + '/v1'
export function get(path) {
  wx.request({ url: base + path })
}
`
	found := collect(src)
	uses := found.Uses
	if len(uses) != 1 {
		t.Fatalf("uses:\n%s", describe(uses))
	}
	var got []string
	for _, s := range uses[0].Trail {
		p := s.Span.Position()
		got = append(got, fmt.Sprintf("%s %s:%d:%d", s.Name, s.Span.File.Name, p.Line, p.Column))
	}
	want := []string{"host app/http.js:2:14", "base app/http.js:4:21", "url app/http.js:4:16", "wx.request app/http.js:4:3"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

// What nests too deep to be read is in the account, with its place.
func TestTooDeep(t *testing.T) {
	chain := func(n int) account.List {
		return collect("-- app.json --\n{}\n-- app.js --\nwx.request({ url: " + strings.Repeat("c ? 'https://a.example.com' : ", n) + "'https://b.example.com' })").NotFollowed
	}
	if got := chain(400); len(got) > 0 {
		t.Errorf("got %v for 400 branches", got)
	}
	if got := chain(10_000); len(got) != 1 || got[0].Reason != account.Bound || got[0].Span.Position().Line != 1 {
		t.Errorf("got %v for 10,000 branches, want one bound", got)
	}
}

// So is a script that is too long, from where it is not read.
func TestTooLong(t *testing.T) {
	if testing.Short() {
		t.Skip("four million statements")
	}
	got := collect("-- app.json --\n{}\n-- app.js --\n" + strings.Repeat(";\n", lexer.MaxTokens+2)).NotFollowed
	if len(got) != 1 || got[0].Reason != account.Bound || got[0].Span.Position().Line != lexer.MaxTokens {
		t.Errorf("got %v, want one bound", got)
	}
}

// What stands behind it may be contacted: nobody says that it is in a comment.
func TestUnreadIsUnaccounted(t *testing.T) {
	if testing.Short() {
		t.Skip("four million statements")
	}
	for tokens, want := range map[int]message.ID{lexer.MaxTokens: Unaccounted, lexer.MaxTokens - 100: Comment} {
		sources := resolve.Open(context.Background(), usagetest.Project([]byte("-- app.json --\n{}\n-- app.js --\n"+strings.Repeat(";", tokens)+"\n// https://a.example.com")), nil)
		defined := eval.Define(context.Background(), sources)
		live := resolve.Reach(sources)
		found := Collect(sources, live, defined.Link(live), nil)
		got := NewExplainer(sources, live, found.Unasked).Explain("a.example.com", found.Uses)
		if len(got) != 1 || got[0].Reason != want {
			t.Errorf("behind %d tokens: got %v, want %s", tokens, got, want)
		}
	}
}

func FuzzCollect(f *testing.F) {
	f.Add("wx.request({url: `${b}`})", "", `<image src="{{c}}"/>`, "", "")
	f.Add("const {a} = require('./b')\nwx[a]({...c})", "module.exports = require('./a')", "", "", "")
	f.Add("", "", "", "<template><web-view :src=\"u\"/></template><script>export default {data(){return {u: this.v}}, computed: {v(){return this.u}}}</script>", "")
	f.Add("class B extends B { c = process.env.A; d() { my.request(this) } }\nnew B().d()", "", "<view wx:for='{{a}}' wx:for-item='b'>{{b}}</view>", "", "A=https://example.com")
	f.Fuzz(func(t *testing.T, a, b, wxml, vue, env string) {
		files := fmt.Sprintf("-- app.json --\n{\"pages\":[\"a\", \"c\"]}\n-- a.js --\n%s\n-- b.js --\n%s\n-- a.wxml --\n%s\n-- c.vue --\n%s\n-- .env --\n%s\n",
			a, b, wxml, vue, env)
		found := collect(files)
		for _, u := range append(found.Uses, found.Dynamic...) {
			checkSpan(t, "use", u.Span)
			for _, s := range u.Trail {
				checkSpan(t, s.Name, s.Span)
			}
		}
	})
}

func checkSpan(t *testing.T, what string, s source.Span) {
	if s.File == nil || s.Start < 0 || s.End < s.Start || s.End > len(s.File.Bytes) {
		t.Fatalf("%s at [%d,%d) is not in its file", what, s.Start, s.End)
	}
}

// While some call is open, what only known code is given is in the account, since what
// it does with it may not have been followed; without such a call it is not, and what is
// only shown never is.
func TestGivenToKnownCode(t *testing.T) {
	testAddresses(t, []accounted{
		{"wx.request({ url: String.dedent`https://a.example.com` })", 1},
		{"wx.request({ url: x }); wx.setStorage({ key: 'a', data: 'https://a.example.com' })", 1},
		{"wx.setStorage({ key: 'a', data: 'https://a.example.com' })", 0},
		{"wx.request({ url: x }); wx.setStorage({ key: 'a', data: 'https://a.example.com/b.png' })", 0},
		{"wx.request({ url: x }); wx.setClipboardData({ data: 'https://a.example.com' })", 0},
		{"wx.request({ url: x }); console.log('https://a.example.com')", 0},
	})
}

// What a package is given in an object or by a function is in the account, too: it may be
// what it contacts.
func TestGivenToPackages(t *testing.T) {
	testAddresses(t, []accounted{
		{"const o = { a: 'https://a.example.com' }; require('other').init(o)", 1},
		{"const o = { a: { b: ['https://a.example.com'] } }; require('other')({ o })", 1},
		{"const o = { a: { b: { c: { d: 'https://a.example.com' } } } }; require('other')({ o })", 0}, // too deep
		{"require('other').init(() => ({ a: 'https://a.example.com' }))", 1},
		{"const o = { a: 'https://a.example.com' }; require('lodash').init(o)", 0},
		{"const o = { a: 'https://a.example.com' }; function init() {}; init(o)", 0},
		{"const o = { a: 'https://a.example.com/b.png' }; require('other').init(o)", 1},
		{"const o = { homepage: 'https://a.example.com' }; require('other').init(o)", 0},
	})
}

// TestGivenBases: what a package is given as it is, or as the base of its requests, is a
// use wherever it stands; minified code writes other addresses for people.
func TestGivenBases(t *testing.T) {
	const minified = "/* a */const m = require('other');"
	long := "const z=[" + strings.Repeat("1,", 600) + "];"
	tests := []struct{ src, want string }{
		{"const p = 'https://a.example.com'; require('other').init({ baseUrl: p })", "unknown a.example.com?"},
		{"const p = 'https://a.example.com'; require('other').init({ key: p })", ""},
		{"const p = 'https://a.example.com'; require('lodash').init({ baseUrl: p })", ""},
		{long + minified + "m.send('https://a.example.com/t.html')", "unknown a.example.com?"},
		{long + minified + "m.send({ p: 'https://a.example.com/t.html' })", ""},
		{long + minified + "const s = 'https://a.example.com/t.html'; s.length", ""},
	}
	for _, test := range tests {
		if got := contacts("-- app.json --\n{\"pages\": [\"a\"]}\n-- a.js --\n" + test.src); got != test.want {
			t.Errorf("%s: %s, want %s", test.src[max(0, len(test.src)-90):], got, test.want)
		}
	}
}

// accounted is a script, and how many addresses of it are in the account.
type accounted struct {
	src  string
	want int
}

func testAddresses(t *testing.T, tests []accounted) {
	t.Helper()
	for _, tt := range tests {
		got := 0
		for _, row := range collect("-- app.json --\n{}\n-- app.js --\n" + tt.src).NotFollowed {
			if row.Reason == account.Address {
				got++
			}
		}
		if got != tt.want {
			t.Errorf("%s: %d addresses in the account, want %d", tt.src, got, tt.want)
		}
	}
}
