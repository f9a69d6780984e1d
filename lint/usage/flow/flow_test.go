package flow

import (
	"bytes"
	"fmt"
	"sort"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/txtar"

	"github.com/beianlint/beianlint/lint/miniprogram"
	"github.com/beianlint/beianlint/lint/platform"
	"github.com/beianlint/beianlint/lint/source"
)

// project makes a mini program of the files of a txtar, without a walk.
func project(src []byte) *miniprogram.Project {
	p := &miniprogram.Project{Root: "app", Sources: []string{"app"}, Platforms: []platform.ID{platform.WeChat, platform.Alipay}, Framework: miniprogram.Native}
	for _, f := range txtar.Parse(src).Files {
		file := &miniprogram.File{File: source.NewFile("app/"+f.Name, f.Data), Path: f.Name, Kind: kindOf(f.Name)}
		if file.Kind == miniprogram.Config {
			p.Configs = append(p.Configs, file)
		} else {
			p.Files = append(p.Files, file)
		}
	}
	return p
}

func kindOf(name string) miniprogram.Kind {
	ext := name[strings.LastIndexByte(name, '.')+1:]
	switch {
	case name == "app.json" || name == "ext.json":
		return miniprogram.Config
	case strings.HasPrefix(name, ".env"):
		return miniprogram.Dotenv
	case ext == "json":
		return miniprogram.Data
	case ext == "wxml" || ext == "axml":
		return miniprogram.Markup
	case ext == "wxss":
		return miniprogram.Style
	case ext == "vue":
		return miniprogram.Component
	}
	return miniprogram.Script
}

// texts evaluates the name result of a script: unknown endings show as "…".
func texts(src string) string {
	p := New(project([]byte("-- app.js --\n"+src)), nil)
	p.define()
	p.reach()
	p.findSites()
	m := p.module("app/app.js")
	var out []string
	for _, v := range p.evalBinding(m.tree.Scope.Names["result"], m, nil) {
		text := v.text
		if v.open {
			text += "…"
		}
		out = append(out, text)
	}
	sort.Strings(out)
	return strings.Join(out, " ")
}

func TestValues(t *testing.T) {
	tests := []struct{ src, want string }{
		{"const result = 'a' + 'b' + 1", "ab1"},
		{"const result = `a${'b'}c${d}e`", "abc…"},
		{"const result = d + 'a'", ""},
		{"const result = x ? 'a' : 'b'", "a b"},
		{"const result = x || 'a' || 'b'", "a b"},
		{"const result = ['a', 'b'][1]", "b"},
		{"const result = ['a', 'b'][x]", "a b"},
		{"const o = { a: { b: 'c' } }; const result = o.a.b", "c"},
		{"const o = { a: 'b', c: 'd' }; const result = o[x]", "b d"},
		{"const o = { ['a' + 'b']: 'c' }; const result = o.ab", "c"},
		{"const o = { ...{ a: 'b' }, c: 'd' }; const result = o.a", "b"},
		{"const o = Object.assign({}, { a: 'b' }, x); const result = o.a", "b"},
		{"const o = {}; o.a = 'b'; const result = o.a", "b"},
		{"let result = 'a'; result = 'b'", "a b"},
		{"let result = 'a'; result += 'b'", "a ab"},
		{"const { a: result = 'c' } = { a: 'b' }", "b"},
		{"const { a: result = 'c' } = x", "c"},
		{"const result = encodeURIComponent('a')", "a"},
		{"const result = 'http://a'.replace('http', 'ws')", "ws://a"},
		{"const result = 'http://a'.replace(/^http/, 'ws')", "ws://a"},
		{"const result = ' a'.trim()", " a"},
		{"const result = 'a'.concat('b', x)", "ab…"},
		{"const result = ['a', 'b'].join('/')", "a/b"},
		{"const result = String('a')", "a"},
		{"function f(x) { return x + 'b' } const result = f('a')", "ab"},
		{"const f = (x = 'a') => x; const result = f()", "a"},
		{"function f({ x, y = 'b' }) { return x + y } const result = f({ x: 'a' })", "ab"},
		{"class A { b = 'c'; d() { return this.b } } const result = new A().d()", "c"},
		{"class A { constructor() { this.b = 'c' } } class D extends A {} const result = new D().b", "c"},
		{"function A() { this.b = 'c' } A.prototype.d = function () { return this.b }; const result = new A().d()", "c"},
		{"const o = { a: 'b', c() { return this.a } }; const result = o.c()", "b"},
		{"const o = { get a() { return 'b' } }; const result = o.a", "b"},
		{"var a = { b: c => c }; const result = a.b('d')", "d"},
		{"const result = (() => { const a = 'b'; return a })()", "b"},
		{"var result; function f(cb) { cb('a') } f(x => { result = x })", "a"},
		{"var result; ['a', 'b'].forEach(x => { result = x })", "a b"},
		{"const a = b, b = a; const result = a", ""},
		{"function f(x) { return f(x) } const result = f('a')", ""},
		{"const result = JSON.parse(JSON.stringify({ a: 'b' })).a", "b"},
	}
	for _, tt := range tests {
		t.Run(tt.src, func(t *testing.T) {
			if got := texts(tt.src); got != tt.want {
				t.Errorf("got %q, want %q", got, tt.want)
			}
		})
	}
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
	uses, _ := New(project([]byte(src)), nil).Collect()
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

// TestBounded evaluates programs whose values or calls multiply.
func TestBounded(t *testing.T) {
	var calls, values bytes.Buffer
	for i := range 400 {
		fmt.Fprintf(&calls, "function f%d(x) { return f%d(x + 'a') + f%d(x + 'b') }\n", i, i+1, i+1)
		fmt.Fprintf(&values, "const v%d = (x ? v%d : 'a%d') + (y ? v%d : 'b')\n", i, i+1, i, i+1)
	}
	for _, src := range []string{calls.String() + "const result = f0('https://')", values.String() + "const result = v0", "const result = " + strings.Repeat("f(", 5000)} {
		texts(src)
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
		uses, dynamic := New(project([]byte(files)), nil).Collect()
		for _, u := range append(uses, dynamic...) {
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

// A table keeps all its hosts when more keys are asked for than are followed.
func TestManyKeys(t *testing.T) {
	var table, calls strings.Builder
	for i := range 2 * maxPaths {
		fmt.Fprintf(&table, "k%02d: 'https://k%02d.example.com', ", i, i)
		fmt.Fprintf(&calls, "pick('k%02d')\n", i)
	}
	got := texts("const hosts = {" + table.String() + "}\nlet result\nfunction pick(key) { result = hosts[key] }\n" + calls.String())
	for i := range 2 * maxPaths {
		if want := fmt.Sprintf("https://k%02d.example.com", i); !strings.Contains(got, want) {
			t.Errorf("no %s in %s", want, got)
		}
	}
}
