package flow

import (
	"strings"

	"github.com/beianlint/beianlint/lint/usage/ast"
	"github.com/beianlint/beianlint/lint/usage/lexer"
	"github.com/beianlint/beianlint/lint/usage/model"
)

// assign is one assignment to a member: target.name = value.
type assign struct {
	target *ast.Expr
	value  *ast.Expr
	mod    *module
	start  int32
}

// identity names a thing that properties can be assigned to.
type identity struct {
	kind  kind
	expr  *ast.Expr
	fn    *ast.Func
	class *ast.ClassBody
	mod   *module
	path  *Path
	text  string
}

func (v *value) identity() identity {
	id := identity{kind: v.kind, expr: v.expr, fn: v.fn, class: v.class}
	switch v.kind {
	case exports:
		id.mod = v.mod
	case external, api, environ:
		id = identity{kind: v.kind, path: v.path, text: v.text}
	}
	return id
}

// thing tells the stores apart that a package makes, where an identity does not.
func (v *value) thing() thing {
	id := v.identity()
	id.expr = v.expr
	return thing{id, v.frame}
}

// assigned reads what assignments anywhere in the program give to a property
// of a value.
func (p *Program) assigned(v *value, name string) values {
	out := p.assignedTo(v, name)
	for _, a := range p.assignsOf(v, copied) { // Object.assign(v, source)
		out = out.union(p.property(p.eval(a.value, a.mod, nil), name))
	}
	return out
}

// length is how many bytes of the source the name takes at the assignment: none
// where it does not stand there.
func (a assign) length(name string) int {
	if end := int(a.start) + len(name); end <= len(a.mod.tree.Source) && a.mod.tree.Source[a.start:end] == name {
		return len(name)
	}
	return 0
}

// copied stands for all properties of the value of an assignment.
const copied = "..."

func (p *Program) assignedTo(v *value, name string) values {
	var out values
	for _, a := range p.assignsOf(v, name) {
		out = out.union(p.eval(a.value, a.mod, nil).through(step{name, a.mod, a.start, a.start + int32(a.length(name)), nil}))
	}
	return out
}

// assignsOf finds the assignments to a property of a value.
func (p *Program) assignsOf(v *value, name string) []assign {
	p.known.early = p.known.early || name == model.ElementProps && v.class != nil && !p.allSites // see addElement
	if len(p.assigns[name]) == 0 {
		return nil
	}
	index, ok := p.known.assigns[name]
	if !ok {
		index = p.indexAssigns(name)
	}
	p.known.early = p.known.early || index.early
	return index.of[v.identity()]
}

// indexAssigns sorts the assignments to members of a name by what they assign to.
func (p *Program) indexAssigns(name string) assignIndex {
	outer := p.known.early
	p.known.early = name == model.ElementProps && !p.allSites
	index := assignIndex{of: map[identity][]assign{}, early: true}
	p.known.assigns[name] = index
	for _, a := range p.assigns[name] {
		for _, t := range p.eval(a.target, a.mod, nil) {
			index.of[t.identity()] = append(index.of[t.identity()], a)
		}
	}
	index.early = p.known.early
	p.known.early = index.early || outer
	p.known.assigns[name] = index
	return index
}

// noteAssigns collects a module's assignments to members, and the objects that
// it gives to setData and setState as assignments to the members of data and
// state.
func (p *Program) noteAssigns(m *module) {
	for _, x := range m.tree.Assigns {
		value := x.R
		if x.Op == lexer.AddTo {
			value = &ast.Expr{Kind: ast.Concat, List: []*ast.Expr{x.L, x.R}}
		}
		if x.L.Kind == ast.Index { // a[k] = v
			p.assigns["*"] = append(p.assigns["*"], assign{x.L.L, value, m, x.L.Start})
		}
		if x.L.Kind != ast.Member {
			continue
		}
		if of := x.L.L; x.L.Text == "exports" && of.Kind == ast.Ident && of.Text == "module" {
			m.commonJS = append(m.commonJS, value)
		}
		if x.L.Text == "prototype" && value.Kind == ast.Object {
			p.protos[value] = x.L
		}
		p.noteAssign(x.L.Text, assign{x.L.L, value, m, x.L.End - int32(len(x.L.Text))})
		if value.Kind == ast.Function && !value.Func.Arrow && value.Func.Object == nil {
			p.owner[value.Func] = assign{x.L.L, value, m, 0}
		}
	}
	for _, x := range m.tree.Calls {
		if x.L.Kind == ast.Member && len(x.List) > 0 && (x.L.Text == "push" || x.L.Text == "unshift") {
			p.assigns["*"] = append(p.assigns["*"], assign{x.L.L, x.List[0], m, x.List[0].Start})
		}
		if x.L.Kind != ast.Member || len(x.List) == 0 || x.List[0].Kind != ast.Object {
			continue
		}
		if group := model.Setters[x.L.Text]; group != "" {
			p.noteSet(x, m, group)
		}
	}
}

// shaped stands for all assignments that can bring properties of any name: those
// of what "this" of a component reaches through, and copied ones.
const shaped = "...this"

func (p *Program) noteAssign(name string, a assign) {
	p.assigns[name] = append(p.assigns[name], a)
	if name == copied || name == "mixins" || model.IsGroup(name) {
		p.assigns[shaped] = append(p.assigns[shaped], a)
	}
}

func (p *Program) noteSet(x *ast.Expr, m *module, group string) {
	data := &ast.Expr{Kind: ast.Member, L: x.L.L, Text: group, Start: x.Start, End: x.L.End, Scope: x.Scope}
	for _, prop := range x.List[0].Props {
		if prop.Key == "" || prop.Value == nil {
			continue
		}
		target, name := data, prop.Key
		for rest := name; ; { // 'a.b[0].c'
			head, tail, ok := strings.Cut(rest, ".")
			head, _, _ = strings.Cut(head, "[")
			if !ok {
				name = head
				break
			}
			target, rest = &ast.Expr{Kind: ast.Member, L: target, Text: head, Start: x.Start, End: x.L.End, Scope: x.Scope}, tail
		}
		p.noteAssign(name, assign{target, prop.Value, m, prop.Start})
	}
}
