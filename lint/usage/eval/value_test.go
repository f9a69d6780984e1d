package eval

import (
	"bytes"
	"context"
	"fmt"
	"sort"
	"strings"
	"testing"

	"github.com/beianlint/beianlint/lint/usage/resolve"
	"github.com/beianlint/beianlint/lint/usage/usagetest"
)

// link evaluates the files of a txtar.
func link(files string) *Program { return linkWithin(context.Background(), files) }

func linkWithin(ctx context.Context, files string) *Program {
	sources := resolve.Open(ctx, usagetest.Project([]byte(files)), nil)
	defined := Define(ctx, sources)
	return defined.Link(defined.Reach())
}

// texts evaluates the name result of a script: unknown endings show as "…".
func texts(src string) string {
	p := link("-- app.js --\n" + src)
	m := p.Module("app/app.js")
	var out []string
	for _, v := range p.Binding(m.Tree.Scope.Own("result"), m) {
		if !v.isText() && v.Kind != Constant {
			continue
		}
		text := v.Text
		if v.Open {
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
		{"const result = x || 'a' || 'b'", "a"},
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
		{"const result = ' a'.trim()", "a"},
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

// A definition is source text: its quotes make no prose of it.
func TestDefinedHosts(t *testing.T) {
	sources := resolve.Open(context.Background(), usagetest.Project([]byte("-- config.js --\nexport default { defineConstants: { A: '\"a.example.com\"' } }\n-- b.js --\nexport default { defineConstants: { A: '\"b.example.com\"' } }\n")), nil)
	d := newEvaluator(context.Background(), sources).defs
	for _, f := range sources.Names().Project.Files {
		d.buildConstants(f)
	}
	if got := d.defined["A"]; len(got) != 2 || got[0].prose || got[1].prose {
		t.Errorf("want two texts that may be hosts, got %d", len(got))
	}
}

// TestHeldURLs: of queries with an address, and of addresses that are encoded, a set keeps as
// many as there are.
func TestHeldURLs(t *testing.T) {
	for text, want := range map[string]bool{
		"request_url=https://": true, "url=https%3A%2F%2Fa": true, "/a?b=https%3A%2F%2Fc": true, "https%3A%2F%2Fa": true,
		"/a?b=c": false, "a=b": false, "/a/https": false, " //a": false, "a%2Fb": false,
	} {
		v := &Value{Kind: Text, Text: text}
		if got := v.most() == maxValues; got != want {
			t.Errorf("%q holds an address: %v", text, got)
		}
	}
}

// TestPieces: what is made of texts may be a piece of a host; dates, prices and styles are not kept in numbers.
func TestPieces(t *testing.T) {
	for text, want := range map[string]bool{
		"api-test": true, "www.": true, "01": true, ":8080": true, "example.com/a?b=c": true, "{env}": true, "例子": true,
		" 0": false, "00:00": false, "1920-00-00": false, "position:fixed;": false, "a=b": false, "￥?a=b": false, "￥1": false,
	} {
		v := &Value{Kind: Text, Text: text}
		if got := v.most() == maxMade; got != want {
			t.Errorf("%q may be a piece of a host: %v", text, got)
		}
	}
}
