package sink

import (
	"slices"
	"strings"

	"github.com/beianlint/beianlint/lint/usage/ast"
	"github.com/beianlint/beianlint/lint/usage/eval"
	"github.com/beianlint/beianlint/lint/usage/model"
	"github.com/beianlint/beianlint/lint/usage/resolve"
)

// outlets answers whether a value goes where the evaluator could not follow:
// into a call of something unknown, or through a read of an unknown object.
type outlets struct {
	in *inputs
	index
	own   ownReads
	outer map[*ast.Expr]*ast.Expr // what outward returned
	// looked counts the reads that were looked at.
	looked int
	whole  map[*ast.Binding]ends // where what names stand for goes as a whole, once asked for
	ways
	// pictures: what is followed is known to be a picture's address.
	pictures bool

	inherits    inherits
	unknown     map[*ast.Expr]bool // whether what a property is read of is unknown
	unknownEnds map[*ast.Expr]ends // where what is read of an unknown object ends
}

func newOutlets(in *inputs, x index) *outlets {
	return &outlets{
		in: in, index: x, own: ownReads{map[string]bool{}, map[*ast.Binding][]*ast.Expr{}}, outer: map[*ast.Expr]*ast.Expr{},
		inherits: inherits{map[*resolve.Module]map[*ast.Binding][]*ast.Expr{}, map[*ast.Binding]bool{}}, unknown: map[*ast.Expr]bool{}, unknownEnds: map[*ast.Expr]ends{},
		whole: map[*ast.Binding]ends{},
	}
}

// isRead reports whether live code reads a name other than as text.
func (o *outlets) isRead(name string) bool {
	for _, r := range o.readsOfName(name) {
		if !o.target(r.expr) && !o.silent(r.expr) {
			return true
		}
	}
	return false
}

// isVariable reports whether an expression reads a variable of the build where it
// is defined: import.meta.env shows only names with the prefixes of the build. Another
// object may be a copy of it (const env = import.meta.env), where the name is a constant's or has
// the prefix of a tool.
func (o *outlets) isVariable(x *ast.Expr, name string) bool {
	switch {
	case x.Kind == ast.Ident && x.Text != name:
		return o.in.sources.Shows(name) && o.isTakenOut(x, name)
	case x.Text != name:
		return false
	case x.Kind == ast.Ident, resolve.IsEnvironment(x.L) && x.L.L.Text == "process":
		return true
	}
	return o.in.sources.Shows(name) && (resolve.IsEnvironment(x.L) || strings.ToUpper(name) == name || model.HasVariablePrefix(name))
}

// isTakenOut reports whether a name stands for a variable that is taken out of those of the build:
// const { VITE_A: server } = import.meta.env.
func (o *outlets) isTakenOut(x *ast.Expr, name string) bool {
	b := x.Binding()
	return b != nil && slices.ContainsFunc(b.Defs, func(d ast.Def) bool {
		return d.Value != nil && len(d.Path) == 1 && d.Path[0] == name &&
			slices.ContainsFunc(o.in.values.Eval(d.Value, o.moduleOf(x)), func(v *eval.Value) bool { return v.Kind == eval.Environment })
	})
}

// outward returns the innermost expression around x, or x itself, whose value goes
// elsewhere than into the expression around it, or is told there: c ? x : y is given what x
// is. Long chains are followed once.
func (o *outlets) outward(x *ast.Expr) *ast.Expr {
	var passed []*ast.Expr
	for ; x != nil && x.Parent != nil && o.bound[x] == nil && hands[x.Parent.Kind] && !isTold(x); x = x.Parent {
		if known := o.outer[x]; known != nil {
			x = known
			break
		}
		passed = append(passed, x)
	}
	for _, p := range passed {
		o.outer[p] = x
	}
	return x
}

// hands are the kinds of expressions that hand on the value of a part.
var hands = [ast.Element + 1]bool{ast.Cond: true, ast.Logical: true, ast.Concat: true, ast.Template: true, ast.Sequence: true}

// target reports whether an expression is what is assigned to.
func (o *outlets) target(x *ast.Expr) bool {
	outer := x.Parent
	return outer != nil && outer.Kind == ast.Assign && outer.L == x
}

// ofUnknown reports whether nothing is known of the object whose property is
// read. It is asked again for every literal, and answered once.
func (o *outlets) ofUnknown(r read) bool {
	is, ok := o.unknown[r.expr]
	if !ok {
		is = o.isUnknown(r)
		o.unknown[r.expr] = is
	}
	return is
}

func (o *outlets) isUnknown(r read) bool {
	for _, v := range o.in.values.Eval(r.expr.L, r.mod) {
		if v.Kind != eval.Package && v.Kind != eval.API {
			return false
		}
	}
	return true
}

// silent reports whether what is read of an unknown object is only shown or
// compared.
func (o *outlets) silent(x *ast.Expr) bool {
	for outer := x.Parent; outer != nil; x, outer = outer, outer.Parent {
		switch outer.Kind {
		case ast.Call, ast.New:
			return outer.L != x && model.Shows.MatchString(ast.NameOf(outer.L))
		case ast.Binary, ast.Element, ast.Not:
			return true
		case ast.Member:
			if outer.L == x && outer.Text == "length" {
				return true
			}
		}
	}
	return false
}

// gives reports whether a read gives a literal, or what may return it.
func (o *outlets) gives(r read, literal *ast.Expr) bool {
	vs := o.in.values.Eval(r.expr, r.mod)
	o.looked += len(vs)
	for _, v := range vs {
		if v.Kind == eval.Function { // a call of it gives what it returns
			return true
		}
	}
	return holds(vs, literal)
}

// givesOther reports whether what is read of an object or list under a key that is written there is
// known, and nothing that a literal is in: list[1] of ["https://a…", "https://b…"].
func (o *outlets) givesOther(member, literal *ast.Expr) bool {
	vs := o.in.values.Eval(member, o.moduleOf(member))
	o.looked += len(vs)
	return len(vs) > 0 && !holds(vs, literal) && !slices.ContainsFunc(vs, func(v *eval.Value) bool { return v.Kind != eval.Text && v.Kind != eval.Constant })
}

// isWrittenKey reports whether a member is read under a name or number that is written there: of
// one that is computed not all may be known.
func isWrittenKey(member *ast.Expr) bool {
	return member.Kind == ast.Member || member.R.Kind == ast.Number || member.R.Kind == ast.String
}

// givesMember is gives of a read that is to give what stands in a property: the name of a function
// that is declared stands for no property.
func (o *outlets) givesMember(r read, literal *ast.Expr) bool {
	return !isDeclaredFunction(r.expr) && o.gives(r, literal)
}

// isDeclaredFunction reports whether a name always stands for functions that are given to it.
func isDeclaredFunction(x *ast.Expr) bool {
	if x.Kind != ast.Ident {
		return false
	}
	b := x.Binding()
	return b != nil && len(b.Defs) > 0 && !slices.ContainsFunc(b.Defs, func(d ast.Def) bool {
		return d.Value == nil || d.Value.Kind != ast.Function || len(d.Path) > 0 || d.Func != nil
	})
}

// moduleOf finds the module of a call or member by its scope's tree.
func (o *outlets) moduleOf(x *ast.Expr) *resolve.Module {
	top := x.Scope
	for top != nil && top.Parent != nil {
		top = top.Parent
	}
	if m := o.modules[top]; m != nil {
		return m
	}
	return o.in.live.Modules[0]
}

// isUnusedDefault reports whether an expression is the default of a name that
// always has another value. Where too much was looked at, that is not known.
func (o *outlets) isUnusedDefault(x *ast.Expr, m *resolve.Module) bool {
	b := o.bound[x]
	if b == nil || o.looked > maxLooked {
		return false
	}
	o.looked += len(b.Defs)
	for _, d := range b.Defs {
		if d.Value == x && d.Default {
			return !holds(o.in.values.Binding(b, m), x)
		}
	}
	return false
}

// isOfPackage reports whether an object is one of a package whose code is not there.
func (o *outlets) isOfPackage(x *ast.Expr) bool {
	return slices.ContainsFunc(o.in.values.Eval(x, o.moduleOf(x)), isForeign)
}

// isForeign reports whether a value is of a package whose code is not there, and of which
// is not known that it sends nothing.
func isForeign(v *eval.Value) bool {
	return v.Kind == eval.Package && !model.SendsNothing(v.Path.Root())
}

// copiesToPackage reports whether a call gives the members of objects to a package:
// Object.assign(sdk.options, { host }).
func (o *outlets) copiesToPackage(call *ast.Expr) bool {
	return len(call.List) > 1 && ast.NameOf(call.L) == model.Copies && ofLanguage(call.L) && o.isOfPackage(call.List[0])
}
