package eval

import (
	"strings"

	"github.com/beianlint/beianlint/lint/usage/ast"
	"github.com/beianlint/beianlint/lint/usage/lexer"
	"github.com/beianlint/beianlint/lint/usage/model"
	"github.com/beianlint/beianlint/lint/usage/resolve"
)

// Assign is one assignment to a member: target.name = value.
type Assign struct {
	Target *ast.Expr
	Value  *ast.Expr
	Mod    *resolve.Module
	Start  int32
}

// length is how many bytes of the source the name takes at the assignment: none
// where it does not stand there.
func (a Assign) length(name string) int {
	if end := int(a.Start) + len(name); end <= len(a.Mod.Tree.Source) && a.Mod.Tree.Source[a.Start:end] == name {
		return len(name)
	}
	return 0
}

// copied stands for all properties of the value of an assignment, and keyed for the ones
// that its key names: L of what it assigns is the value, and R the key.
const (
	copied = "..."
	keyed  = "[key]"
)

// noteAssigns collects a module's assignments to members, and the objects that
// it gives to setData and setState as assignments to the members of data and
// state.
func (f *facts) noteAssigns(m *resolve.Module) {
	copies := f.noteCopies(m)
	for _, x := range m.Tree.Assigns {
		if copies[x] {
			continue
		}
		value := x.R
		if x.Op == lexer.AddTo {
			value = &ast.Expr{Kind: ast.Concat, List: []*ast.Expr{x.L, x.R}}
		}
		if x.L.Kind == ast.Index && !isSymbol(x.L.R) { // a[k] = v
			f.assigns["*"] = append(f.assigns["*"], Assign{x.L.L, value, m, x.L.Start})
			if mayName(x.L.R) && isOwnValue(x.L.R, value) {
				f.noteAssign(keyed, Assign{x.L.L, &ast.Expr{Kind: ast.Spread, L: value, R: x.L.R}, m, x.L.Start})
			}
		}
		if x.L.Kind != ast.Member {
			continue
		}
		if x.L.Text == "exports" {
			f.noteWhole(x.L.L, value, m)
		}
		if x.L.Text == "prototype" && value.Kind == ast.Object {
			f.protos[value] = x.L
		}
		f.noteAssign(x.L.Text, Assign{x.L.L, value, m, x.L.End - int32(len(x.L.Text))})
		if value.Kind == ast.Function && !value.Func.Arrow && value.Func.Object == nil {
			f.owner[value.Func] = Assign{x.L.L, value, m, 0}
		}
	}
	for _, x := range m.Tree.Calls {
		if x.L.Kind != ast.Member || len(x.List) == 0 {
			continue
		}
		f.noteAdded(x, m)
		if model.MemberSetters[x.L.Text] && len(x.List) == 3 {
			f.groups.computed[nil] = true
		}
		if group := model.Setters[x.L.Text]; group != "" {
			f.noteSet(x, m, group)
		}
		if x.L.Text == model.StorePatch {
			f.noteAssign(copied, Assign{x.L.L, x.List[0], m, x.List[0].Start})
		}
	}
}

// noteWhole takes in what is assigned to module.exports, in a file or in a
// module of a bundle.
func (f *facts) noteWhole(of, value *ast.Expr, m *resolve.Module) {
	switch bundled := f.bundles.ofModule(of); {
	case bundled != nil:
		f.commonJS[bundled.self] = append(f.commonJS[bundled.self], value)
	case of.Kind == ast.Ident && of.Text == "module":
		f.commonJS[m] = append(f.commonJS[m], value)
	}
}

// shaped stands for all assignments that can bring properties of any name: those
// of what "this" of a component reaches through, copied ones, and those of a key.
const shaped = "...this"

func (f *facts) noteAssign(name string, a Assign) {
	f.assigns[name] = append(f.assigns[name], a)
	if name == copied || name == keyed || model.IsMixing(name) || model.IsGroup(name) {
		f.assigns[shaped] = append(f.assigns[shaped], a)
	}
}

func (f *facts) noteSet(x *ast.Expr, m *resolve.Module, group string) {
	data := &ast.Expr{Kind: ast.Member, L: x.L.L, Text: group, Start: x.Start, End: x.L.End, Scope: x.Scope}
	f.groups.set[group] = true
	if x.List[0].Kind != ast.Object { // setData(changes)
		f.noteAssign(copied, Assign{data, x.List[0], m, x.List[0].Start})
		return
	}
	for _, prop := range x.List[0].Props {
		if prop.Spread && prop.Value != nil {
			f.noteAssign(copied, Assign{data, prop.Value, m, prop.Start})
			continue
		}
		if prop.Computed != nil {
			f.groups.noteComputed(x.L.L, m)
		}
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
		f.noteAssign(name, Assign{target, prop.Value, m, prop.Start})
	}
}

// noteComputed notes that a setter gives a target a property whose name is computed.
func (g *groups) noteComputed(target *ast.Expr, m *resolve.Module) {
	if target.Kind == ast.Ident {
		if b := target.Scope.Lookup(target.Text); b != nil && len(b.Defs) == 1 && len(b.Defs[0].Path) == 0 && b.Defs[0].Value != nil {
			target = b.Defs[0].Value
		}
	}
	if target.Kind != ast.This {
		m = nil
	}
	g.computed[m] = true
}

// isOwnValue reports whether a value that is assigned under a computed name is made for
// it, or given with it, and not read of something by that name.
func isOwnValue(key, value *ast.Expr) bool {
	switch value.Kind {
	case ast.Function, ast.String, ast.Template, ast.Concat:
		return true
	case ast.Ident:
		fn := setter(key)
		return fn != nil && setter(value) == fn
	}
	return false
}

// mayName reports whether a key can be the name of a property, and not the number of an
// element.
func mayName(key *ast.Expr) bool {
	switch key.Kind {
	case ast.Ident, ast.Member, ast.Index, ast.Template, ast.Concat, ast.Logical, ast.Cond:
		return true
	}
	return false
}

// isSymbol reports whether a key is a symbol of the language, by which no name is read:
// a[Symbol.iterator], or a constant that is one where there are symbols.
func isSymbol(key *ast.Expr) bool {
	if key.Kind == ast.Ident {
		if b := key.Scope.Lookup(key.Text); b == nil || len(b.Defs) != 1 || b.Defs[0].Value == nil || len(b.Defs[0].Path) > 0 {
			return false
		}
		key = firstDef(key).Value
	}
	if key.Kind == ast.Cond && key.C.Kind == ast.Ident && key.C.Text == "undefined" {
		key = key.R
	}
	return key.Kind == ast.Member && key.L.Kind == ast.Ident && key.L.Text == "Symbol"
}

// noteAdded notes set.add(item) and map.set(key, value).
func (f *facts) noteAdded(x *ast.Expr, m *resolve.Module) {
	switch {
	case x.L.Text == "add" && len(x.List) == 1:
		f.assigns[addedItem] = append(f.assigns[addedItem], Assign{x.L.L, x.List[0], m, x.List[0].Start})
	case x.L.Text == "set" && len(x.List) == 2:
		entry := &ast.Expr{Kind: ast.Array, List: x.List, Start: x.List[0].Start, End: x.List[1].End}
		f.assigns[addedEntry] = append(f.assigns[addedEntry], Assign{x.L.L, entry, m, entry.Start})
	}
}
