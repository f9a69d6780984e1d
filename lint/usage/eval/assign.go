package eval

import (
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
	frame  *frame // the call in which it is made, where that is told apart
	offers bool   // of what is copied, only what can be called is
	gets   gets   // which values it gets, where that is not all
	told   bool   // by a call of a helper, see tellInherits
	below  string // of what is copied, this member of each is
}

// length is how many bytes of the source the name takes at the assignment: none
// where it does not stand there.
func (a Assign) length(name string) int {
	if end := int(a.Start) + len(name); end <= len(a.Mod.Tree.Source) && a.Mod.Tree.Source[a.Start:end] == name {
		return len(name)
	}
	return 0
}

// copied stands for all properties of the value of an assignment.
const copied = "..."

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
			a := Assign{Target: x.L.L, Value: value, Mod: m, Start: x.L.Start}
			f.assigns["*"] = append(f.assigns["*"], a)
			f.noteKeyed(x.L.R, a)
		}
		if x.L.Kind != ast.Member {
			continue
		}
		if x.L.Text == "exports" {
			f.noteWhole(x.L.L, value, m)
		}
		if x.L.Text == protoName {
			noteProto(f, x.L.L, value, m)
		}
		if x.L.Text == prototypeName {
			f.inherits.note(x.L.L, value)
			if value.Kind == ast.Object {
				f.protos[value] = x.L
			}
			if value.Kind == ast.Call && len(value.List) == 2 && value.L.Kind == ast.Member && value.L.Text == objectMaker {
				f.giveAllDescribed(x.L, value.List[1], m)
			}
		}
		f.added.note(x.L.L, x.L.Text, ast.Prop{Value: value, Start: x.L.End - int32(len(x.L.Text)), End: x.L.End}, m)
		f.noteAssign(x.L.Text, Assign{Target: x.L.L, Value: value, Mod: m, Start: x.L.End - int32(len(x.L.Text))})
		if value.Kind == ast.Function && value.Func().Object == nil {
			f.own(value.Func(), Assign{Target: x.L.L, Value: value, Mod: m})
		}
		f.wrapped.note(value, receiver{member: Assign{Target: x.L.L, Value: value, Mod: m}}, 0)
	}
	for _, x := range m.Tree.Calls {
		noteProxy(f, x, m)
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
			f.noteAssign(copied, Assign{Target: x.L.L, Value: x.List[0], Mod: m, Start: x.List[0].Start})
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
	if isGlobalName(a.Target) {
		f.global[name] = append(f.global[name], a)
	}
	if a.Value.Kind == ast.Object && model.IsGroup(name) {
		f.groups.assigned[a.Value] = a
	}
	if name == copied || name == anyName || model.IsMixing(name) || model.IsGroup(name) {
		f.assigns[shaped] = append(f.assigns[shaped], a)
	}
}

// noteSet notes what a setter is given. A component of Vue that was converted from another
// framework has its data itself (https://github.com/zhangdaren/miniprogram-to-uniapp).
func (f *facts) noteSet(x *ast.Expr, m *resolve.Module, group string) {
	data := x.L.L
	if !m.IsVue() || group != model.DataGroup {
		data = &ast.Expr{Kind: ast.Member, L: x.L.L, Text: group, Start: x.Start, End: x.L.End, Scope: x.Scope}
		f.groups.set[group] = true
	}
	if x.List[0].Kind != ast.Object { // setData(changes)
		a := Assign{Target: data, Value: x.List[0], Mod: m, Start: x.List[0].Start}
		f.noteAssign(copied, a)
		f.groups.wholes = append(f.groups.wholes, a)
		return
	}
	for _, prop := range x.List[0].Props() {
		if prop.Spread && prop.Value != nil {
			f.noteAssign(copied, Assign{Target: data, Value: prop.Value, Mod: m, Start: prop.Start})
			continue
		}
		if prop.Computed != nil {
			f.groups.noteComputed(x.L.L, m)
			if prop.Value != nil {
				f.noteKeyed(prop.Computed, Assign{Target: data, Value: prop.Value, Mod: m, Start: prop.Start})
			}
		}
		if prop.Key != "" && prop.Value != nil {
			f.noteAssign(below(Assign{Target: data, Value: prop.Value, Mod: m, Start: prop.Start}, prop.Key))
		}
	}
}

// noteComputed notes that a setter gives a target a property whose name is computed.
func (g *groups) noteComputed(target *ast.Expr, m *resolve.Module) {
	if target.Kind == ast.Ident {
		if b := target.Binding(); b != nil && len(b.Defs) == 1 && len(b.Defs[0].Path) == 0 && b.Defs[0].Value != nil {
			target = b.Defs[0].Value
		}
	}
	if target.Kind != ast.This {
		m = nil
	}
	g.computed[m] = true
}

// isSymbol reports whether a key is a symbol of the language, by which no name is read:
// a[Symbol.iterator], or a constant that is one where there are symbols.
func isSymbol(key *ast.Expr) bool {
	if key.Kind == ast.Ident {
		if b := key.Binding(); b == nil || len(b.Defs) != 1 || b.Defs[0].Value == nil || len(b.Defs[0].Path) > 0 {
			return false
		}
		key = firstDef(key).Value
	}
	if key.Kind == ast.Cond && key.C().Kind == ast.Ident && key.C().Text == "undefined" {
		key = key.R
	}
	return key.Kind == ast.Member && key.L.Kind == ast.Ident && key.L.Text == "Symbol"
}

// noteAdded notes set.add(item) and map.set(key, value).
func (f *facts) noteAdded(x *ast.Expr, m *resolve.Module) {
	switch {
	case x.L.Text == "add" && len(x.List) == 1:
		f.assigns[addedItem] = append(f.assigns[addedItem], Assign{Target: x.L.L, Value: x.List[0], Mod: m, Start: x.List[0].Start})
	case x.L.Text == "set" && len(x.List) == 2:
		entry := &ast.Expr{Kind: ast.Array, List: x.List, Start: x.List[0].Start, End: x.List[1].End}
		f.assigns[addedEntry] = append(f.assigns[addedEntry], Assign{Target: x.L.L, Value: entry, Mod: m, Start: entry.Start})
	}
}
