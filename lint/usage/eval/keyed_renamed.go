package eval

import (
	"slices"

	"github.com/beianlint/beianlint/lint/usage/ast"
)

// renamed is a property that is put under another name: target[map[key]] = source[key].
type renamed struct {
	value *ast.Expr // source.a
	names Values    // what map.a can be
}

// nameRenamed notes such an assignment by each key: what gets the name map.a is source.a,
// and no other member. Wrappers hand on the options of components so, of which each group
// would else have the members of all. It is false where some key or its other name is not
// known: any member may be any other then.
func nameRenamed(l *linker, k keyed, f *frame) bool {
	list := renamedIn(l, k, f)
	isGiven := func(r renamed) bool { return len(l.e.eval(r.value, k.Mod, f)) > 0 }
	if !slices.ContainsFunc(list, isGiven) {
		return false
	}
	for _, r := range list {
		k.Value = r.value
		for _, to := range r.names {
			l.nameIn(k, to.Text, f)
		}
	}
	return true
}

func renamedIn(l *linker, k keyed, f *frame) (list []renamed) {
	by, value := k.key, k.Value
	if by.Kind != ast.Index || value.Kind != ast.Index || by.R.Kind != ast.Ident || !names(value.R, by.R.Binding()) {
		return nil
	}
	keys := l.e.eval(by.R, k.Mod, f)
	if l.e.hasOtherKeys(by.R, f) || !areNames(keys) {
		return nil
	}
	as, known := l.e.eval(by.L, k.Mod, f), map[string]bool{}
	for _, key := range keys {
		to := l.e.props.property(as, key.Text)
		if !areNames(to) {
			return nil
		}
		if !known[key.Text] {
			known[key.Text] = true
			list = append(list, renamed{memberOf(value.L, key.Text), to})
		}
	}
	return list
}

// areNames reports whether values are names that are all known.
func areNames(vs Values) bool {
	isNone := func(v *Value) bool { return v.Kind != Text || v.Open }
	return len(vs) > 0 && len(vs) <= maxKeyNames && !vs.mayLack() && !slices.ContainsFunc(vs, isNone)
}
