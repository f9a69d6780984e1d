package flow

import (
	"strings"

	"github.com/beianlint/beianlint/lint/usage/markup"
	"github.com/beianlint/beianlint/lint/usage/syntax"
)

// handler is a call in an event handler of a Vue template:
// @click="open('https://…')".
type handler struct {
	call   *syntax.Expr
	callee *syntax.Expr // the method of the component, in its script
	mod    *module      // the template
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

func (p *Program) handlersIn(m *module, this *syntax.Expr, start, end int) []handler {
	tree := syntax.ParseExpression(m.file.Bytes[start:end])
	at := &module{file: m.file, name: m.name, base: int32(start), tree: tree}
	var hs []handler
	for _, x := range tree.Calls {
		if x.L.Kind != syntax.Ident || len(x.List) == 0 {
			continue
		}
		callee := &syntax.Expr{Kind: syntax.Member, L: this, Text: x.L.Text, Scope: m.tree.Scope}
		if m.tree.Scope.Names[x.L.Text] != nil { // <script setup>
			callee = &syntax.Expr{Kind: syntax.Ident, Text: x.L.Text, Scope: m.tree.Scope}
		}
		hs = append(hs, handler{x, callee, at})
	}
	return hs
}

// componentThis is an expression that has the component as its value; nil when
// the script defines none and has no names of its own.
func (p *Program) componentThis(m *module) *syntax.Expr {
	for i := range m.tree.Exports {
		if e := &m.tree.Exports[i]; e.As == "default" && e.Value != nil {
			if e.Value.Kind == syntax.Call && len(e.Value.List) > 0 { // defineComponent({…})
				return e.Value.List[0]
			}
			return e.Value
		}
	}
	if len(m.tree.Scope.Names) > 0 {
		return &syntax.Expr{Kind: syntax.Object, Scope: m.tree.Scope}
	}
	return nil
}
