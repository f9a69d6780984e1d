package resolve

import (
	"slices"

	"github.com/beianlint/beianlint/lint/usage/ast"
)

// gates tells what members of objects and classes in one module are to those who ask for
// them: a member of an object or class is asked for by its name only of what somebody has: of a
// class that is never made, and of an object that nothing reads, no method is called by
// other code that has one of the same name. What inherits from it counts as having it.
type gates struct{ *referrer }

func gatesIn(v *referrer) gates { return gates{v} }

// memberFates is what becomes of a member of an object or class: who has that asks for it
// by its name.
func (v gates) memberFates(name string, owner int32) []fate {
	by := v.name(name)
	if module, ok := v.exported.literals[owner]; ok {
		by = v.exported.named(v.references, module, name)
	}
	out := []fate{held(by, maskOf(name)), held(owner, leaked)}
	if name == protoKey {
		out = append(out, used(had)...)
	}
	return out
}

// protoKey is the property by which one object inherits from another.
const protoKey = "__proto__"

// maskOf tells which uses of a name those of an object's member of that name are: methods
// that the language calls are asked of anything.
func maskOf(name string) use {
	if slices.Contains(implicit, name) {
		return anyUse
	}
	return anyUse | gated
}

// prototypeFates is memberFates of what is assigned to a member of something that is only
// known for sure where it is the prototype of a class.
func (v gates) prototypeFates(to *ast.Expr) []fate {
	if to.Text == "prototype" || to.Text == protoKey {
		return append(v.gatedBy(none, to.Text), used(had)...)
	}
	if at := exchangesIn(v.referrer).module(to.L); at != none {
		return []fate{held(v.exported.named(v.references, at, to.Text), anyUse)}
	}
	class := none
	if of := to.L; of.Kind == ast.Member && of.Text == "prototype" {
		class = v.classNamed(of.L)
	}
	return v.gatedBy(class, to.Text)
}

// gatedBy is what becomes of a member that is known by a name, of a class or of something
// that is not known.
func (v gates) gatedBy(class int32, name string) []fate {
	if class == none || slices.Contains(implicit, name) {
		return []fate{held(v.name(name), anyUse)}
	}
	return []fate{held(v.name(name), anyUse|gated), held(class, gated)}
}

// classNamed returns the carrier of the function or class that a name always stands for, or
// none: who has that by another name has it from this one.
func (v gates) classNamed(x *ast.Expr) int32 {
	b := onlyDef(x)
	if b == nil || b.Defs[0].Func != nil || b.Defs[0].From != "" || b.Defs[0].Value == nil {
		return none
	}
	switch value := b.Defs[0].Value; value.Kind {
	case ast.Function:
		return v.function(value.Func())
	case ast.Class:
		return carrierOf(v.references, v.classes, value.Class(), carrier{})
	}
	return none
}

// passBy notes that what has these names, but for the last one, was had on the way to that.
func (v gates) passBy(path []string) {
	for _, name := range path[:len(path)-1] {
		v.note(v.name(name), used(had))
	}
}

// isCalled reports whether a value is only called.
func isCalled(fates []fate) bool {
	return !slices.ContainsFunc(fates, func(f fate) bool { return f.use&^called != 0 || f.into.carrier != none })
}
