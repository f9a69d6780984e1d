package parser

import (
	"bytes"
	"fmt"
	"strings"
	"testing"

	"github.com/beianlint/beianlint/lint/usage/ast"
)

// guards writes a chain of guards, the innermost first.
func guards(g *ast.Guard) string {
	var out []string
	for ; g != nil; g = g.Outer {
		var cases []string
		for _, c := range g.Cases {
			cases = append(cases, show(c))
		}
		list := strings.Join(cases, ",")
		switch g.Test {
		case ast.Truthy:
			out = append(out, show(g.Cond))
		case ast.Falsy:
			out = append(out, "not "+show(g.Cond))
		case ast.Nullish:
			out = append(out, show(g.Cond)+" is null")
		case ast.OneOf:
			out = append(out, show(g.Cond)+" in "+list)
		case ast.NoneOf:
			out = append(out, show(g.Cond)+" not in "+list)
		case ast.Never:
			out = append(out, "never")
		}
	}
	return strings.Join(out, "; ")
}

// TestGuards tells under which conditions the call of X runs.
func TestGuards(t *testing.T) {
	tests := []struct{ src, want string }{
		{"X()", ""},
		{"if (a) X()", "a"},
		{"if (a) b(); else X()", "not a"},
		{"if (a) { if (b) X() }", "b; a"},
		{"if (a) b(); else if (c) d(); else X()", "not c; not a"},
		{"if (X()) a()", ""},
		{"if (a) b(); X()", ""},
		{"a ? X() : b", "a"},
		{"a ? b : X()", "not a"},
		{"X() ? a : b", ""},
		{"a && X()", "a"},
		{"a && b && X()", "or(a b)"},
		{"a || X()", "not a"},
		{"a ?? X()", "a is null"},
		{"a && (b || X())", "not b; a"},
		{"a && b(X())", "a"},
		{"a && { b: [X()] }", "a"},
		{"a &&= X()", "a"},
		{"a ||= X()", "not a"},
		{"a ??= X()", "a is null"},
		{"a = X()", ""},
		{"a + b, X()", ""},
		{"a && <B c={X()}/>", "a"},

		{"if (a) return; X()", "not a"},
		{"if (a) { b(); return c } X()", "not a"},
		{"if (a) throw b; X()", "not a"},
		{"if (a) return; if (b) return; X()", "not b; not a"},
		{"if (a) return; else b(); X()", "not a"},
		{"if (a) b(); else return; X()", "a"},
		{"if (a) return; else { if (b) return; c() } X()", "not b; not a"},
		{"if (a) { if (b) return } X()", ""},
		{"if (a) { if (b) return; else return } X()", "not a"},
		{"if (a) return; else return; X()", "never"},
		{"{ if (a) return } X()", "not a"},
		{"return; X()", "never"},
		{"return; { X() }", "never"},
		{"return a\nfunction f() {} X()", "never"},
		{"if (a) { return; b() } X()", "not a"},
		{"if (a) return function () { return }; X()", "not a"},
		{"if (a) f(function () { return }); X()", ""},
		{"b: { if (a) break b; X() }", "not a"},
		{"b: { if (a) break b } X()", ""},
		{"b: return; X()", ""},
		{"try { if (a) return; X() } catch (e) {}", "not a"},
		{"try { if (a) return } catch (e) {} X()", ""},
		{"try { return } catch (e) {} X()", ""},
		{"try { return } catch (e) { return } X()", "never"},
		{"try { return } finally {} X()", "never"},
		{"try {} finally { return } X()", "never"},
		{"try { return } catch (e) { X() }", ""},
		{"try { return } finally { X() }", ""},
		{"if (a) try { X() } catch (e) {}", "a"},

		{"while (a) X()", ""},
		{"while (a) { if (b) continue; X() }", "not b"},
		{"while (a) { if (b) break } X()", ""},
		{"while (a) return; X()", ""},
		{"for (a of b) { if (c) return; X() }", "not c"},
		{"for (;a && X();) {}", "a"},
		{"do { if (a) break; X() } while (b)", "not a"},
		{"do { return } while (a) X()", ""},
		{"do {} while (X())", ""},

		{"switch (a) { case 1: X() }", "a in 1"},
		{"switch (a) { case 1: case 2: X() }", "a in 1,2"},
		{"switch (a) { case 1: b(); case 2: X() }", "a in 1,2"},
		{"switch (a) { case 1: break; case 2: X() }", "a in 2"},
		{"switch (a) { case 1: if (b) break; case 2: X() }", "a in 1,2"},
		{"switch (a) { case 1: if (b) break; X() }", "not b; a in 1"},
		{"switch (a) { case 1: return; default: X() }", "a not in 1"},
		{"switch (a) { case 1: b(); default: X() }", "a not in "},
		{"switch (a) { default: X(); case 1: b(); break; case 2: }", "a not in 1,2"},
		{"switch (a) { case 0: break; default: b(); case 1: X(); break; case 2: }", "a not in 2,0"},
		{"switch (a) { case 0: break; default: b(); case 1: b(); break; case 2: X() }", "a in 2"},
		{"switch (a) { case X(): }", ""},
		{"switch (X()) { case 1: }", ""},
		{"switch (a) { case 1: return } X()", "a not in 1"},
		{"switch (a) { case 1: case 2: return; case 3: b() } X()", "a not in 1,2"},
		{"switch (a) { case 1: return; default: } X()", "a not in 1"},
		{"switch (a) { case 1: break; case 2: default: return } X()", "a in 1"},
		{"switch (a) { case 1: return; default: return } X()", "never"},
		{"switch (a) { case 1: return; case 2: if (b) break; default: return } X()", "a in 2"},
		{"switch (a) { case 1: while (b) { break } return; default: return } X()", "never"},
		{"switch (a) { case 1: c: { break } return } X()", ""},
		{"switch (a) { case 1: break } X()", ""},
		{"switch (a) {} X()", ""},
		{"while (b) { switch (a) { case 1: continue } X() }", "a not in 1"},
		{"if (b) switch (a) { case 1: X() }", "a in 1; b"},
		{"switch (a) { case 1: switch (b) { case 2: break } X() }", "a in 1"},

		{"if (a) f(function () { X() })", ""},
		{"if (a) f(() => X())", ""},
		{"a && { b() { X() } }", ""},
		{"if (a) return; function f() { X() }", ""},
		{"if (a) class B { c = X() }", ""},
		{"if (a) class B { static c = X() }", "a"},
		{"if (a) class B { static { X() } }", "a"},
		{"function f(a = X()) {}", ""},
	}
	for _, tt := range tests {
		t.Run(tt.src, func(t *testing.T) {
			tree := Parse([]byte("function m() {"+tt.src+"}"), Options{JSX: true})
			for _, x := range tree.Calls {
				if x.L.Kind == ast.Ident && x.L.Text == "X" {
					if got := guards(x.Guard); got != tt.want {
						t.Errorf("X runs under %q, want %q", got, tt.want)
					}
					return
				}
			}
			t.Error("no call of X")
		})
	}
}

// TestGuarded tells which pieces of code have a guard: all but one of each are
// under the condition a.
func TestGuarded(t *testing.T) {
	src := `if (a) { x.y = 1; z = b; new C(); const d = 'd', e = { f: 'f', g, h() {} }, i = ['i', ...j]; class K {} function L() { return 1 } return (m, <N o="o">{p}</N>) }`
	tree := Parse([]byte("function q() {"+src+"}"), Options{JSX: true})
	check := func(what string, g *ast.Guard) {
		t.Helper()
		if got := guards(g); got != "a" {
			t.Errorf("%s runs under %q, want a", what, got)
		}
	}
	check("the assignment", tree.Assigns[0].Guard)
	check("the construction", tree.Calls[0].Guard)
	check("the element", tree.Elements[0].Guard)
	check("the element's attribute", tree.Elements[0].Props()[0].Value.Guard)
	check("the element's child", tree.Elements[0].List[0].Guard)
	for _, f := range tree.Funcs {
		if f.Name == "q" {
			check("what q returns", f.Returns[0].Guard)
			check("the statement", f.Body[0].Body()[0].Body()[0].Guard)
		}
	}
	for _, b := range tree.Bindings {
		for _, d := range b.Defs {
			if d.Value == nil || b.Name == "q" {
				continue
			}
			check("the value of "+b.Name, d.Guard)
			check(b.Name, d.Value.Guard)
			for _, prop := range d.Value.Props() {
				check("the property "+prop.Key, prop.Value.Guard)
			}
			for _, item := range d.Value.List {
				check("an item of "+b.Name, item.Guard)
			}
		}
	}
}

// TestHoisted tells that a declared function is there before control gets to it.
func TestHoisted(t *testing.T) {
	tree := Parse([]byte("if (a) return; function f() {} if (b) { if (c) return; function g() {} }"), Options{})
	for _, b := range tree.Bindings {
		want := map[string]string{"f": "", "g": "b; not a"}[b.Name]
		if got := guards(b.Defs[0].Guard); got != want {
			t.Errorf("%s is declared under %q, want %q", b.Name, got, want)
		}
	}
}

// TestManyGuards reads conditions of which there are so many that chains or
// lists without a bound would not end.
func TestManyGuards(t *testing.T) {
	if testing.Short() {
		t.Skip("one goroutine, in which the race detector finds nothing and takes long")
	}
	for _, unit := range []string{"if (a) return;", "case 1: f();", "default: f(); case 2:", "a && ", "a ? b :", "a ??= "} {
		tree := Parse([]byte("switch (a) { case 0: break; default: "+string(bytes.Repeat([]byte(unit), 100_000))+"X() }"), Options{})
		for _, x := range tree.Calls {
			length := 0
			for g := x.Guard; g != nil; g = g.Outer {
				length++
			}
			if length > ast.MaxGuards {
				t.Fatalf("%s: %d guards", unit, length)
			}
		}
	}
}

func BenchmarkParseConditions(b *testing.B) {
	var src bytes.Buffer
	for i := range 2000 {
		fmt.Fprintf(&src, "function f%d(a, b) {\n  if (!a) return;\n  switch (b) { case 1: return g(a); default: a && g(b ? 'x' : 'y') }\n  if (a > b) { h(a) } else { h(b || a) }\n}\n", i)
	}
	b.SetBytes(int64(src.Len()))
	for b.Loop() {
		Parse(src.Bytes(), Options{JSX: true})
	}
}
