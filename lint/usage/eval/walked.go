package eval

import (
	"maps"
	"slices"

	"github.com/beianlint/beianlint/lint/usage/ast"
	"github.com/beianlint/beianlint/lint/usage/model"
	"github.com/beianlint/beianlint/lint/usage/resolve"
)

// walked are the facts that a walk through the tree of a module finds. It goes on beside the
// rest, and looks at nothing but what the parser made.
type walked struct {
	members
	named []namedCall
	*conditions
	around   map[*ast.Expr]*ast.Expr
	defaults map[*ast.Expr]bool
	provided []provided
	objects  []*ast.Expr // literals
	moved    []Assign    // by what is assigned
	above    []Assign    // what stands above literals
}

// walks are the walks through modules.
type walks map[*resolve.Module]*walked

// begin looks at the calls of modules that were not gone through before, and returns what
// goes through these, which may be called while definitions are added to names.
func (w walks) begin(list []*resolve.Module) (walk func(stopped func() bool)) {
	var missing []*resolve.Module
	for _, m := range list {
		if w[m] == nil {
			w[m] = newWalked(m)
			missing = append(missing, m)
		}
	}
	return func(stopped func() bool) {
		for _, m := range missing {
			if stopped() {
				return
			}
			ast.Walk(m.Tree, func(x *ast.Expr, _ []*ast.Expr) { w[m].note(x, m) })
		}
	}
}

func newWalked(m *resolve.Module) *walked {
	return &walked{
		members: members{defined: map[string]bool{}, built: map[string]bool{}}, named: namedCalls(m), conditions: newConditions(),
		around: map[*ast.Expr]*ast.Expr{}, defaults: map[*ast.Expr]bool{},
	}
}

func (w *walked) note(x *ast.Expr, m *resolve.Module) {
	switch x.Kind {
	case ast.Object:
		w.noteComponents(x, m)
		w.define(x.Props())
		w.objects = append(w.objects, x)
	case ast.String: // n.d(exports, "join", …)
		w.defineOne(x.Text)
	case ast.Member, ast.New:
		w.noteBuilt(x)
	case ast.Assign:
		w.moved = movedBy(w.moved, x.L, m)
	}
	w.noteCondition(x, m)
}

// addTo adds what was found to the facts of the same modules.
func (w *walked) addTo(f *facts, m *resolve.Module) {
	f.named[m] = w.named
	maps.Copy(f.defined, w.defined)
	maps.Copy(f.built, w.built)
	maps.Copy(f.guards, w.guards)
	maps.Copy(f.changed, w.changed)
	maps.Copy(f.counted, w.counted)
	maps.Copy(f.around, w.around)
	maps.Copy(f.defaults, w.defaults)
	f.groups.provided = append(f.groups.provided, w.provided...)
	f.assigns[protoName] = append(f.assigns[protoName], w.above...)
	for _, x := range w.objects {
		f.wrapped.noteMembers(x.Props(), receiver{object: x})
	}
	if f.copierIn[m] {
		for _, x := range w.objects {
			f.noteCopierKeys(x.Props())
		}
		for _, class := range m.Tree.Classes {
			f.noteCopierKeys(class.Members)
		}
	}
}

// addMoved puts what moves items behind what else of the same module does, from a place on:
// what they are done to is asked for in that order.
func (w walks) addMoved(f *facts, from int, list []*resolve.Module) {
	merged, rest := slices.Clone(f.assigns[moved][:from]), f.assigns[moved][from:]
	for _, m := range list {
		n := 0
		for n < len(rest) && rest[n].Mod == m {
			n++
		}
		merged, rest = append(merged, rest[:n]...), rest[n:]
		merged = append(merged, w[m].moved...)
	}
	if len(merged) > 0 {
		f.assigns[moved] = merged
	}
}

// noteComponents finds for the groups of every object literal the object that
// holds them.
func (w *walked) noteComponents(x *ast.Expr, m *resolve.Module) {
	for _, prop := range x.Props() {
		if prop.Key == model.Provided && prop.Value != nil {
			w.provided = append(w.provided, provided{prop.Value, m})
		}
		if prop.Above {
			w.above = append(w.above, Assign{Target: x, Value: prop.Value, Mod: m, Start: prop.Start})
		}
		if prop.Value == nil || prop.Value.Kind != ast.Object || !model.IsGroup(prop.Key) {
			continue
		}
		w.around[prop.Value] = x
		w.defaults[prop.Value] = model.IsPropertyGroup(prop.Key)
		for _, inner := range prop.Value.Props() { // computed: {a: {get() {}}}
			if inner.Value != nil && inner.Value.Kind == ast.Object {
				w.around[inner.Value] = x
			}
		}
	}
}
