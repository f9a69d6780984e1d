package lint_test

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/beianlint/beianlint/lint/usage/ast"
	"github.com/beianlint/beianlint/lint/usage/parser"
)

// renamer gives the names of a script others.
type renamer struct {
	script
	names map[*ast.Binding]string
	edits edits
}

// renameLocals renames what a script declares and does not export. It leaves alone
// what it cannot tell: namespaces, decorators, names that others can see.
func renameLocals(s script) string {
	if s.tree.Namespaces || s.tree.Decorated || len(s.tree.Elements) > 0 {
		return s.src
	}
	r := &renamer{script: s, names: map[*ast.Binding]string{}}
	r.choose()
	ast.Walk(s.tree, func(x *ast.Expr, around []*ast.Expr) {
		if x.Kind == ast.Ident && x.Scope != nil {
			r.use(x, around)
		}
	})
	return r.edits.apply(s.src)
}

// choose decides which names get others, and renames them where they are declared.
func (r *renamer) choose() {
	taken := map[int32]bool{} // where names stand that nothing declares
	note := func(x *ast.Expr) {
		if x != nil && x.Kind == ast.Ident {
			taken[x.Start] = true
		}
	}
	ast.Walk(r.tree, func(x *ast.Expr, _ []*ast.Expr) { note(x) })
	for _, x := range r.tree.Assigns {
		note(x.R)
	}
	for i, b := range r.tree.Bindings {
		exported := slices.ContainsFunc(r.tree.Exports, func(e ast.Export) bool { return e.Local == b.Name })
		again := strings.Count(r.src, "var "+b.Name+" ") > 1 // the edit is of the first declaration alone
		if taken[b.Start] || b.Scope == r.tree.Scope && (exported || r.component) || b.Name == "" || again {
			continue
		}
		name := fmt.Sprintf("q%dz", i)
		if e, ok := r.declaration(b, name); ok {
			r.names[b] = name
			r.edits = append(r.edits, e)
		}
	}
}

var declared = regexp.MustCompile(`^(?:async\s+)?(?:function\s*\*?|class|enum)\s+`)

// declaration returns the edit that renames a binding where it is declared.
func (r *renamer) declaration(b *ast.Binding, name string) (e edit, ok bool) {
	at := int(b.Start)
	at += len(declared.FindString(r.src[at:]))
	if !strings.HasPrefix(r.src[at:], b.Name) {
		return e, false
	}
	before := strings.TrimRight(r.src[:at], " \t\n")
	e = edit{at, len(b.Name), name}
	for _, d := range b.Defs {
		switch n := len(d.Path); {
		case d.From != "" && d.Name == b.Name && !strings.HasSuffix(before, " as"):
			e.text = b.Name + " as " + name
		case n > 0 && d.Path[n-1] == b.Name && (strings.HasSuffix(before, "{") || strings.HasSuffix(before, ",")):
			e.text = b.Name + ": " + name
		}
	}
	return e, true
}

// use renames a binding where it is used.
func (r *renamer) use(x *ast.Expr, around []*ast.Expr) {
	name, ok := r.names[x.Scope.Lookup(x.Text)]
	if !ok || !strings.HasPrefix(r.src[x.Start:], x.Text) {
		return
	}
	e := edit{int(x.Start), len(x.Text), name}
	if len(around) > 0 {
		for _, p := range around[len(around)-1].Props() {
			if p.Value == x && p.Start == x.Start && p.Key == x.Text {
				e.text = p.Key + ": " + name
			}
		}
	}
	r.edits = append(r.edits, e)
}

func TestRenameLocals(t *testing.T) {
	for src, want := range map[string]string{
		"const a = 1; f(a, { a, b: a }, x.a)":            "const q0z = 1; f(q0z, { a: q0z, b: q0z }, x.a)",
		"function f({ a, b: c }, ...d) { g(a, c, d) }":   "function q3z({ a: q0z, b: q1z }, ...q2z) { g(q0z, q1z, q2z) }",
		"import { a, b as c } from 'x'; export { c, a }": "import { a, b as c } from 'x'; export { c, a }",
		"import { a } from 'x'; import b from 'y'; a(b)": "import { a as q0z } from 'x'; import q1z from 'y'; q0z(q1z)",
		"a = 1; function b() { return a }":               "a = 1; function q0z() { return a }",
		"var a = 1; var a = 2; var b = a":                "var a = 1; var a = 2; var q1z = a",
	} {
		if got := renameLocals(script{src: src, tree: parser.Parse([]byte(src), parser.Options{})}); got != want {
			t.Errorf("%s\n got %s\nwant %s", src, got, want)
		}
	}
}
