package eval

import (
	"strings"

	"github.com/beianlint/beianlint/lint/usage/ast"
	"github.com/beianlint/beianlint/lint/usage/markup"
	"github.com/beianlint/beianlint/lint/usage/parser"
	"github.com/beianlint/beianlint/lint/usage/resolve"
)

// handler is a call in an event handler of a Vue template:
// @click="open('https://…')".
type handler struct {
	call   *ast.Expr
	callee *ast.Expr       // the method of the component, in its script
	mod    *resolve.Module // the template
}

// handlersOf finds the calls in the template of a single-file component. Each
// is parsed once.
func (l *linker) handlersOf(m *resolve.Module) []handler {
	if !m.IsVue() {
		return nil
	}
	if hs, ok := l.handlers[m]; ok {
		return hs
	}
	var hs []handler
	this := l.componentThis(m)
	for b := range markup.Blocks(m.File.Bytes) {
		if b.Kind != markup.Template || this == nil {
			continue
		}
		for a := range markup.Elements(m.File.Bytes[b.Start:b.End]) {
			if strings.HasPrefix(a.Name, "@") || strings.HasPrefix(a.Name, "v-on:") {
				hs = append(hs, l.handlersIn(m, this, b.Start+a.Start, b.Start+a.End)...)
			}
		}
	}
	l.handlers[m] = hs
	return hs
}

func (l *linker) handlersIn(m *resolve.Module, this *ast.Expr, start, end int) []handler {
	tree := parser.ParseAttribute(m.File.Bytes[start:end])
	at := &resolve.Module{File: m.File, Name: m.Name, Base: int32(start), Tree: tree}
	var hs []handler
	for _, x := range tree.Calls {
		if x.L.Kind != ast.Ident || len(x.List) == 0 {
			continue
		}
		callee := &ast.Expr{Kind: ast.Member, L: this, Text: x.L.Text, Scope: m.Tree.Scope}
		if m.Tree.Scope.Names[x.L.Text] != nil { // <script setup>
			callee = &ast.Expr{Kind: ast.Ident, Text: x.L.Text, Scope: m.Tree.Scope}
		}
		hs = append(hs, handler{x, callee, at})
	}
	return hs
}

// componentThis is an expression that has the component as its value; nil when
// the script defines none and has no names of its own.
func (l *linker) componentThis(m *resolve.Module) *ast.Expr {
	for i := range m.Tree.Exports {
		if e := &m.Tree.Exports[i]; e.As == "default" && e.Value != nil {
			if e.Value.Kind == ast.Call && len(e.Value.List) > 0 { // defineComponent({…})
				return e.Value.List[0]
			}
			return e.Value
		}
	}
	if len(m.Tree.Scope.Names) > 0 {
		return &ast.Expr{Kind: ast.Object, Scope: m.Tree.Scope}
	}
	return nil
}
