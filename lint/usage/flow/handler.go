package flow

import (
	"strings"

	"github.com/beianlint/beianlint/lint/usage/ast"
	"github.com/beianlint/beianlint/lint/usage/markup"
	"github.com/beianlint/beianlint/lint/usage/parser"
)

// handler is a call in an event handler of a Vue template:
// @click="open('https://…')".
type handler struct {
	call   *ast.Expr
	callee *ast.Expr // the method of the component, in its script
	mod    *module   // the template
}

// handlersOf finds the calls in the template of a single-file component. Each
// is parsed once.
func (p *Program) handlersOf(m *module) []handler {
	if !m.isVue() {
		return nil
	}
	if hs, ok := p.handlers[m]; ok {
		return hs
	}
	var hs []handler
	this := p.componentThis(m)
	for b := range markup.Blocks(m.file.Bytes) {
		if b.Kind != markup.Template || this == nil {
			continue
		}
		for a := range markup.Elements(m.file.Bytes[b.Start:b.End]) {
			if strings.HasPrefix(a.Name, "@") || strings.HasPrefix(a.Name, "v-on:") {
				hs = append(hs, p.handlersIn(m, this, b.Start+a.Start, b.Start+a.End)...)
			}
		}
	}
	p.handlers[m] = hs
	return hs
}

func (p *Program) handlersIn(m *module, this *ast.Expr, start, end int) []handler {
	tree := parser.ParseExpression(m.file.Bytes[start:end])
	at := &module{file: m.file, name: m.name, base: int32(start), tree: tree}
	var hs []handler
	for _, x := range tree.Calls {
		if x.L.Kind != ast.Ident || len(x.List) == 0 {
			continue
		}
		callee := &ast.Expr{Kind: ast.Member, L: this, Text: x.L.Text, Scope: m.tree.Scope}
		if m.tree.Scope.Names[x.L.Text] != nil { // <script setup>
			callee = &ast.Expr{Kind: ast.Ident, Text: x.L.Text, Scope: m.tree.Scope}
		}
		hs = append(hs, handler{x, callee, at})
	}
	return hs
}

// componentThis is an expression that has the component as its value; nil when
// the script defines none and has no names of its own.
func (p *Program) componentThis(m *module) *ast.Expr {
	for i := range m.tree.Exports {
		if e := &m.tree.Exports[i]; e.As == "default" && e.Value != nil {
			if e.Value.Kind == ast.Call && len(e.Value.List) > 0 { // defineComponent({…})
				return e.Value.List[0]
			}
			return e.Value
		}
	}
	if len(m.tree.Scope.Names) > 0 {
		return &ast.Expr{Kind: ast.Object, Scope: m.tree.Scope}
	}
	return nil
}
