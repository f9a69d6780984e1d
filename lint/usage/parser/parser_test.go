package parser

import (
	"bytes"
	"fmt"
	"sort"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/beianlint/beianlint/lint/usage/ast"
)

// show writes an expression in the shortest form that tells its structure.
func show(x *ast.Expr) string {
	if x == nil {
		return "nil"
	}
	list := func(xs []*ast.Expr) string {
		var out []string
		for _, x := range xs {
			out = append(out, show(x))
		}
		return strings.Join(out, " ")
	}
	switch x.Kind {
	case ast.String:
		return fmt.Sprintf("%q", x.Text)
	case ast.Number, ast.Ident, ast.Regex:
		return x.Text
	case ast.This:
		return "this"
	case ast.Template:
		return "`(" + list(x.List) + ")"
	case ast.Member:
		return show(x.L) + "." + x.Text
	case ast.Index:
		return show(x.L) + "[" + show(x.R) + "]"
	case ast.Call:
		return show(x.L) + "(" + list(x.List) + ")"
	case ast.New:
		return "new " + show(x.L) + "(" + list(x.List) + ")"
	case ast.Object:
		return "{" + props(x.Props()) + "}"
	case ast.Array:
		return "[" + list(x.List) + "]"
	case ast.Spread:
		return "..." + show(x.L)
	case ast.Concat:
		return "+(" + list(x.List) + ")"
	case ast.Logical:
		return "or(" + show(x.L) + " " + show(x.R) + ")"
	case ast.Binary:
		return "op(" + show(x.L) + " " + show(x.R) + ")"
	case ast.Not:
		return "!" + show(x.L)
	case ast.Cond:
		return "if(" + show(x.L) + " " + show(x.R) + " " + show(x.C()) + ")"
	case ast.Assign:
		return show(x.L) + "=" + show(x.R)
	case ast.Sequence:
		return "(" + list(x.List) + ")"
	case ast.Function:
		return showFunc(x.Func())
	case ast.Class:
		return "class " + x.Class().Name + "{" + props(x.Class().Members) + "}"
	case ast.Element:
		return "<" + x.Text + " " + props(x.Props()) + ">" + list(x.List)
	}
	return "?(" + list(x.List) + ")"
}

func props(list []ast.Prop) string {
	var out []string
	for _, p := range list {
		key := p.Key
		switch {
		case p.Spread:
			key = "..."
		case p.Computed != nil:
			key = "[" + show(p.Computed) + "]"
		}
		out = append(out, key+":"+show(p.Value))
	}
	return strings.Join(out, " ")
}

func showFunc(f *ast.Func) string {
	var returns []string
	for _, r := range f.Returns {
		returns = append(returns, show(r))
	}
	return fmt.Sprintf("func %s/%d{%s}->%s", f.Name, len(f.Params), stmts(f.Body), strings.Join(returns, ","))
}

func stmts(list []*ast.Stmt) string {
	var out []string
	for _, s := range list {
		text := ""
		if s.Expr != nil {
			text = show(s.Expr)
		}
		for _, x := range s.Exprs() {
			text += show(x)
		}
		if s.Kind != ast.Simple {
			text += "{" + stmts(s.Body()) + "|" + stmts(s.Else()) + "}"
		}
		out = append(out, text)
	}
	return strings.Join(out, "; ")
}

func TestExpressions(t *testing.T) {
	tests := []struct{ src, want string }{
		{"a + 'b' + c(1)", `+(a "b" c(1))`},
		{"a + (b + c)", "+(a +(b c))"},
		{"`x${a}y${b.c}`", "`(\"x\" a \"y\" b.c \"\")"},
		{"a ? b : c ? d : e", "if(a b if(c d e))"},
		{"a || b ?? c", "or(or(a b) c)"},
		{"a === b && !c", "or(op(a b) !c)"},
		{"x = y = z", "x=y=z"},
		{"a?.b?.['c']?.(d)", "a.b.c(d)"},
		{"a['b'][c]", "a.b[c]"},
		{"new A.B(c).d()", "new A.B(c).d()"},
		{"new A", "new A()"},
		{"new new A(b)(c).d", "new new A(b)(c).d"},
		{"<A<B<C>> d='e'/>", `<A d:"e">`},
		{"(0, a.b)(c)", "(0 a.b)(c)"},
		{"await a(b)", "a(b)"},
		{"typeof a === 'b'", `op(?(a) "b")`},
		{"[a, , ...b]", "[a ?() ...b]"},
		{"({a, 'b': 1, [c]: 2, ...d, e() { return f }, get g() { return h }, async *i() {}})",
			"{a:a b:1 [c]:2 ...:d e:func e/0{f}->f g:func g/0{h}->h i:func i/0{}->}"},
		{"x => x.y", "func /1{x.y}->x.y"},
		{"async ({a}, [b] = c, ...d) => { return a }", "func /3{a}->a"},
		{"(a, b)", "(a b)"},
		{"a >> b + c", "op(a +(b c))"},
		{"f(a << 1, b >>> 2)", "f(op(a 1) op(b 2))"},
		{"f(a < b, c > (d))", "f(op(a b) op(c d))"},
		{"f<a | b>('c')", `op(op(f a) op(b "c"))`},
		{"of / a", "op(of a)"},
		{"await / a", "op(await a)"},
		{"await !a", "!a"},
		{"w\\u0078.r\\u{65}quest(a)", "wx.request(a)"},
		{"{\\u0061, \\u0062: 1}", "{a:a b:1}"},
		{"f(function () { return 1 })", "f(func /0{1}->1)"},
		{"a\n/b/g", "op(op(a b) g)"},
		{"i++ + j", "+(i j)"},
		{"import.meta.env.X", "import.meta.env.X"},
		{"import('./a').then(b)", `import("./a").then(b)`},
		{"a`b${c}`", `a(["b" ""] c)`},
		{"<A b='&#47;&amp;c&d' />", `<A b:"/&c&d">`},
		{"<A b='c' d={e} {...f} g><B/>{h}</A>", `<A b:"c" d:e ...:f g:nil><B >? h`},
	}
	for _, tt := range tests {
		t.Run(tt.src, func(t *testing.T) {
			tree := Parse([]byte("("+tt.src+")"), Options{JSX: true})
			want := strings.ReplaceAll(tt.want, ">? h", "> h")
			if diff := cmp.Diff(want, stmts(tree.Body)); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestTypeScript(t *testing.T) {
	tests := []struct{ src, want string }{
		{"const a: Map<string, Array<string>> = b as unknown as C<D>['e']", "b"},
		{"let a = b! + c!.d", "+(b c.d)"},
		{"f<string>(a)", "f(a)"},
		{"a < b", "op(a b)"},
		{"function f<T extends U>(this: X, a?: string, b: () => void = c): Promise<{ d: E[] }> { return a }", "func f/3{a}->a"},
		{"const f = (a: string): Promise<void> => g(a)", "func f/1{g(a)}->g(a)"},
		{"const f = <T,>(a: T) => a", "func f/1{a}->a"},
		{"interface A extends B<C> { d: 'https://example.com' }\nf()", "f()"},
		{"type A = { b: string } | 'c'\nf()", "f()"},
		{"type A = B extends C ? D : E\nf()", "f()"},
		{"declare module 'x' { const a: string }\nf()", "f()"},
		{"enum A { B = 'https://example.com', C }", `{B:"https://example.com" C:nil}`},
		{"class A<T> extends B<T> implements C { private readonly d: string = 'e'; static f?: G; @h('i') async j(k: L): Promise<M> { return k } }",
			`class A{d:"e" f:nil j:func j/1{k}->k}`},
		{"abstract class A { abstract b(): void; constructor(private c: D) {} }", "class A{b:func b/0{}-> constructor:func constructor/1{}->}"},
		{"const a = { b: 'c' } as const", `{b:"c"}`},
		{"const a = <B>c", "c"},
		{"a ? (b) : (c)", "if(a b c)"},
		{"namespace A { f() }", "{f()|}"},
		{"namespace A { export const b = c; const d = e; export { d as f }; export function g() {} }", "{b:b f:d g:g}{c; e; func g/0{}->|}"},
		{"namespace A.B { export const c = d }", "{B:{c:c}}{d|}"},
		{"export default class {}", "class {}"},
		{"function a(b: string): asserts b is 'c' { d() }", "func a/1{d()}->"},
		{"x satisfies Y", "x"},
		{"export default interface A { b(c: 'd'): void } f()", "f()"},
		{"declare global { interface A { b: string } } f()", "f()"},
		{"x = y! / z", "x=op(y z)"},
		{"f(a < b, c > (d))", "f(a(d))"},
		{"f(a < b, c > d)", "f(op(a b) op(c d))"},
		{"f(new Map<A, B>, c)", "f(new Map() c)"},
		{"f(a < b ? c : d, e > (g))", "f(if(op(a b) c d) op(e g))"},
		{"let a: Map<string, Array<Array<string>>> = b", "b"},
		{"a = b<C<D<E>>>(f)", "a=b(f)"},
		{"a < b >> c", "op(a op(b c))"},
		{"f = async <T>(a: T) => g(a)", "f=func /1{g(a)}->g(a)"},
	}
	for _, tt := range tests {
		t.Run(tt.src, func(t *testing.T) {
			tree := Parse([]byte(tt.src), Options{TypeScript: true})
			if diff := cmp.Diff(tt.want, stmts(tree.Body)); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestStatements(t *testing.T) {
	tests := []struct{ src, want string }{
		{"if (a) b(); else { c() }", "a{b()|{c()|}}"},
		{"for (const a of b) c(a)", "{b; c(a)|}"},
		{"for (let i = 0; i < 3; i++) c(i)", "{0; op(i 3); i; c(i)|}"},
		{"for (a in b) c", "{a; b; c|}"},
		{"for (a in (b, c)) d", "{a; (b c); d|}"},
		{"for (var f = function () { return a in b }; c in d; ) e", "{func f/0{op(a b)}->op(a b); op(c d); e|}"},
		{"while (a) b", "{a; b|}"},
		{"switch (a) { case b: c(); break; default: d() }", "a{b; c(); d()|}"},
		{"try { a() } catch (e) { b() } finally { c() }", "{{{a()|}|}; {b()|}; {{c()|}|}|}"},
		{"do { a() } while (b) c()", "b{{a()|}|}; c()"},
		{"!function () { do { a() } while (b) }(c)", "!func /0{b{{a()|}|}}->(c)"},
		{"do a(); while (b); while (c) d()", "b{a()|}; {c; d()|}"},
		{"do while (a) b(); while (c)", "c{{a; b()|}|}"},
		{"x: a()", "a()"},
		{"a\nb()", "a; b()"},
		{"var a = 1, { b = c } = d", "1dc"},
		{"async function f() {}", "func f/0{}->"},
		{"async()", "async()"},
		{"type = 1", "type=1"},
		{"throw new Error('a')", `new Error("a")`},
	}
	for _, tt := range tests {
		t.Run(tt.src, func(t *testing.T) {
			tree := Parse([]byte(tt.src), Options{})
			if diff := cmp.Diff(tt.want, stmts(tree.Body)); diff != "" {
				t.Error(diff)
			}
		})
	}
}

// names lists what every binding of the module's top is given.
func names(tree *ast.Tree) string {
	var out []string
	for _, b := range tree.Scope.Declared() {
		name := b.Name
		for _, d := range b.Defs {
			switch {
			case d.From != "":
				out = append(out, name+" <- "+d.From+"#"+d.Name)
			default:
				out = append(out, strings.TrimSuffix(name+" = "+show(d.Value)+" ."+strings.Join(d.Path, "."), " ."))
			}
		}
	}
	sort.Strings(out)
	return strings.Join(out, "\n")
}

func TestBindings(t *testing.T) {
	tests := []struct{ src, want string }{
		{"import a, { b as c, type D } from './x'\nimport * as e from 'y'", "D <- ./x#D\na <- ./x#default\nc <- ./x#b\ne <- y#*"},
		{"const { a: { b }, ...c } = d", "b = d .a.b\nc = d"},
		{"const [a, { b }] = c", "a = c .*0\nb = c .*1.b"},
		{"let a = 1; a = 2; a += 3", "a = +(a 3)\na = 1\na = 2"},
		{"f = 1", "f = 1"},
		{"let a; for (a of b) c", "a = b .*"},
		{"const [, a, ...b] = c", "a = c .*1\nb = c ....2"},
		{"let a; for ({ b: a } of c) d", "a = c .*.b"},
		{"{ let a = 1 } var a = 2", "a = 2"},
		{"({ a } = b); var a", "a = b .a"},
		{"let a; ({ a = 1 } = b)", "a = 1\na = b .a"},
		{"let a; ({ c: a = 1 } = b)", "a = 1\na = b .c"},
		{"let a, c; ({ c, ...a } = b)", "a = b\nc = b .c"},
		{"let a, c; [c, ...a] = b", "a = b ....1\nc = b .0"},
		{"let a; [a = 1] = b", "a = 1\na = b .0"},
		{"let a; ({ c: { a } = 1 } = b)", "a = 1 .a\na = b .c.a"},
		{"let a; ({ ...a.b } = c)", ""},
		{"let a; function f() { a = 1 }", "a = 1\nf = func f/0{a=1}->"},
		{"let a; function f() { a = 1; var a }", "f = func f/0{a=1; }->"},
		{"let a; function f() { (() => a = 1)(); var a }", "f = func f/0{func /0{a=1}->a=1(); }->"},
		{"let a; a = 1; function f() { var a }", "a = 1\nf = func f/0{}->"},
		{"import a = require('b')", `a = require("b")`},
	}
	for _, tt := range tests {
		t.Run(tt.src, func(t *testing.T) {
			if diff := cmp.Diff(tt.want, names(Parse([]byte(tt.src), Options{TypeScript: true}))); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestExports(t *testing.T) {
	src := "export const a = 1, { b } = c\nexport function d() {}\nexport { a as e }\nexport { f as g } from './x'\nexport * from './y'\nexport * as h from './z'\nexport default { i: 1 }"
	var got []string
	for _, e := range Parse([]byte(src), Options{}).Exports {
		text := e.As + " " + e.Local + " " + e.From + "#" + e.Name
		if e.Value != nil {
			text += show(e.Value)
		}
		got = append(got, text)
	}
	sort.Strings(got)
	want := []string{" " + " ./y#*", "a a #", "b b #", "d d #", "default  #{i:1}", "e a #a", "g  ./x#f", "h  ./z#*"}
	sort.Strings(want)
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

// TestParseAttribute tells that character references are characters, and that
// positions stay those of the source.
func TestParseAttribute(t *testing.T) {
	src := "a &amp;&amp; f(&quot;https:&#47;/b&quot;, c)"
	tree := ParseAttribute([]byte(src))
	if got, want := stmts(tree.Body), `or(a f("https://b" c))`; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
	call := tree.Calls[0]
	for _, place := range []struct {
		x    *ast.Expr
		want string
	}{{call, "f(&quot;https:&#47;/b&quot;, c)"}, {call.List[0], "&quot;https:&#47;/b&quot;"}, {call.List[1], "c"}, {tree.Body[0].Expr, src}} {
		if got := src[place.x.Start:place.x.End]; got != place.want {
			t.Errorf("%s stands at %s, want %s", show(place.x), got, place.want)
		}
	}
}

// TestDeep reads nests that are deeper than any real code.
func TestDeep(t *testing.T) {
	if testing.Short() {
		t.Skip("one goroutine, in which the race detector finds nothing and takes long")
	}
	for _, unit := range []string{"(", "[", "{", "a(", "a?", "!", "`${", "<a>", "x=>", "new ", "if(a)", "a=", "{a:", "function(){", "class{a=", "typeof ", "...", "a<"} {
		Parse(bytes.Repeat([]byte(unit), 200_000), Options{JSX: true, TypeScript: true})
	}
}

// A source is left where the run is to stop: after as many steps in statements as in
// one expression.
func TestStopped(t *testing.T) {
	for unit, parse := range map[string]func(src []byte, stopped func() bool) *ast.Tree{
		"f(a);": func(src []byte, stopped func() bool) *ast.Tree { return Parse(src, Options{Stopped: stopped}) },
		"g(1)+": func(src []byte, stopped func() bool) *ast.Tree { return Parse(src, Options{Stopped: stopped}) },
		"h(1),": ParseExpression,
	} {
		src := bytes.Repeat([]byte(unit), 1<<16)
		looks := 0
		tree := parse(src, func() bool { looks++; return looks == 10 })
		if n := len(tree.Calls); looks < 10 || looks > 12 || n == 0 || n > 1<<15 {
			t.Errorf("%s: %d looks, %d calls", unit, looks, n)
		}
	}
}

// TestTooDeep looks where a tree says that something was passed over.
func TestTooDeep(t *testing.T) {
	deep := func(n int, open, in, end string) string {
		return strings.Repeat(open, n) + in + strings.Repeat(end, n)
	}
	for _, shape := range [][3]string{{"c ? 'a' : ", "x", ""}, {"(", "x", ")"}, {"{", "x", "}"}, {"[", "x", "]"}, {"f(", "x", ")"}, {"if (a) ", "x", ""}, {"() => ", "x", ""}} {
		if x := Parse([]byte(deep(300, shape[0], shape[1], shape[2])), Options{}).TooDeep; x != nil {
			t.Errorf("%s: 300 are too deep at %d", shape[0], x.Start)
		}
		src := deep(maxDepth+1, shape[0], shape[1], shape[2])
		if x := Parse([]byte(src), Options{}).TooDeep; x == nil || x.Start == 0 || int(x.End) > len(src) {
			t.Errorf("%s: %v is too deep", shape[0], x)
		}
	}
	for _, open := range []string{"[", "{ a: "} {
		if Parse([]byte("const "+strings.Repeat(open, maxDepth+1)+"x"), Options{}).TooDeep == nil {
			t.Errorf("the pattern %s is not too deep", open)
		}
	}
}

func FuzzParse(f *testing.F) {
	for _, s := range []string{
		"const {a = `b${c}`} = require('d')", "export default class extends A<B> { @c d: E = f }", "x = <A {...b}>{c}</A>", "for (;;) switch (a) { case (b): }",
		"(a: b): c => d", "if (", "import {a as", "enum A {", "a?.[", "new", "export {", "interface", "({get a(",
	} {
		f.Add([]byte(s), true, true)
	}
	f.Fuzz(func(t *testing.T, src []byte, ts, jsx bool) {
		tree := Parse(src, Options{TypeScript: ts, JSX: jsx})
		for _, x := range tree.Calls {
			if x.Start < 0 || x.End < x.Start || int(x.End) > len(src) {
				t.Fatalf("call at [%d,%d) of %d bytes", x.Start, x.End, len(src))
			}
		}
		ParseExpression(src, nil)
		ast.Walk(ParseAttribute(src), func(x *ast.Expr, _ []*ast.Expr) {
			if x.Start < 0 || int(x.End) > len(src) {
				t.Fatalf("expression at [%d,%d) of %d bytes", x.Start, x.End, len(src))
			}
		})
	})
}

func BenchmarkParse(b *testing.B) {
	var src bytes.Buffer
	for i := range 2000 {
		fmt.Fprintf(&src, "function load%d(a, b) {\n  // a comment\n  return wx.request({ url: `${base}/path/%d`, data: { a, b: b / 2 } });\n}\n", i, i)
	}
	b.SetBytes(int64(src.Len()))
	for b.Loop() {
		Parse(src.Bytes(), Options{JSX: true})
	}
}
