package sink

import (
	"github.com/beianlint/beianlint/lint/platform"
	"github.com/beianlint/beianlint/lint/usage/ast"
	"github.com/beianlint/beianlint/lint/usage/eval"
	"github.com/beianlint/beianlint/lint/usage/model"
)

// fate is where the way of an address ends, as far as it can be seen.
type fate uint8

// The fates. Where an address has several ways, the highest counts.
const (
	noWay    fate = iota // nothing that is seen takes it
	harmless             // into something known that sends nothing
	lost                 // into something that is not known, or out of an object that is not
	given                // into a package whose code is not there
)

// maxWays bounds how many expressions an address is followed to.
const maxWays = 2000

// fateOf follows a literal to where its ways end.
func (o *outlets) fateOf(x *ast.Expr) fate {
	o.index()
	o.visited = map[*ast.Expr]bool{}
	return o.end(x, x)
}

// end follows a literal outward from an expression that has its value.
func (o *outlets) end(literal, x *ast.Expr) fate {
	end := noWay
	for x = o.outward(x); x != nil && !o.visited[x] && end < given && len(o.visited) < maxWays; x = o.outward(x.Parent) {
		o.visited[x] = true
		if b := o.bound[x]; b != nil {
			end = max(end, o.endOfBinding(literal, b))
		}
		outer := x.Parent
		if outer == nil {
			return end
		}
		switch outer.Kind {
		case ast.Object, ast.Class:
			if key := keyOf(outer, x); key != "" {
				return max(end, o.endOfProperty(literal, outer, key))
			}
		case ast.Call, ast.New:
			if outer.L != x {
				return max(end, o.endInCall(outer))
			}
		case ast.Assign:
			if outer.R != x {
				return end
			}
			return max(end, o.endOfName(literal, ast.NameOf(outer.L)), o.endInMember(outer.L))
		case ast.Binary, ast.Element, ast.Not:
			return max(end, harmless)
		case ast.Function:
			if outer.Func.Name == "" {
				return end
			}
			return max(end, o.endOfName(literal, outer.Func.Name))
		}
	}
	return end
}

// endOfProperty is the fate of a literal that is a property of an object or class.
func (o *outlets) endOfProperty(literal, object *ast.Expr, key string) fate {
	end := o.endOfName(literal, key)
	for object.Parent != nil && (object.Parent.Kind == ast.Object || object.Parent.Kind == ast.Array) {
		if key := keyOf(object.Parent, object); model.MediaName.MatchString(key) || model.WebPage.MatchString(key) {
			return harmless
		}
		object = object.Parent
	}
	outer := object.Parent
	if outer == nil || outer.Kind != ast.Call && outer.Kind != ast.New || outer.L == object || model.Definers[ast.NameOf(outer.L)] {
		return end
	}
	return max(end, o.endInCall(outer))
}

// endInCall is the fate of what a call is given.
func (o *outlets) endInCall(call *ast.Expr) fate {
	name := ast.NameOf(call.L)
	if model.Shows.MatchString(name) || model.Encodes[name] || ofLanguage(call.L) {
		return harmless
	}
	callees := o.in.values.Eval(call.L, o.moduleOf(call))
	end := noWay
	for _, v := range callees {
		switch v.Kind {
		case eval.Package:
			if model.SendsNothing(v.Path.Root()) {
				return harmless
			}
			end = given
		case eval.API:
			if model.Navigations[v.Path.Last()] {
				return harmless
			}
			return noWay
		default:
			return noWay
		}
	}
	if len(callees) == 0 && o.mayTake(call.L, name) {
		return lost
	}
	return end
}

// mayTake reports whether a callee of which nothing is known may take an address:
// a function, or a method of an unknown object whose name says so.
func (o *outlets) mayTake(callee *ast.Expr, name string) bool {
	if callee.Kind != ast.Member {
		return true
	}
	return model.Takes.MatchString(name) && len(o.in.values.Eval(callee.L, o.moduleOf(callee))) == 0
}

// ofLanguage reports whether a callee is of the language, or of a browser: it
// begins with a name that nothing in the mini program defines.
func ofLanguage(callee *ast.Expr) bool {
	for callee.Kind == ast.Member || callee.Kind == ast.Call {
		callee = callee.L
	}
	if callee.Kind != ast.Ident || callee.Text == model.AppGetter || callee.Text == model.PluginLoader {
		return false
	}
	return callee.Scope.Lookup(callee.Text) == nil && len(platform.ByPrefix(callee.Text)) == 0
}

// endInMember is the fate of what is assigned to a member of an object.
func (o *outlets) endInMember(target *ast.Expr) fate {
	if target.Kind == ast.Member && !ofLanguage(target) && len(o.in.values.Eval(target.L, o.moduleOf(target))) == 0 {
		return lost
	}
	return noWay
}

// endOfBinding follows the reads of a constant or variable: its own in its module,
// and, when it is exported, those of its name elsewhere.
func (o *outlets) endOfBinding(literal *ast.Expr, b *ast.Binding) fate {
	end := noWay
	for _, r := range o.reads[b.Name] {
		if r.expr.Kind == ast.Ident && r.expr.Scope.Lookup(b.Name) == b && !o.target(r.expr) {
			end = max(end, o.end(literal, r.expr))
		}
	}
	if b.Scope.Parent == nil {
		end = max(end, o.endOfName(literal, b.Name))
	}
	return end
}

// endOfName follows the reads of a name: those that give the literal's value, and
// those of a property of an unknown object, which may.
func (o *outlets) endOfName(literal *ast.Expr, name string) fate {
	end := noWay
	for _, r := range o.reads[name] {
		if end == given || len(o.visited) >= maxWays {
			break
		}
		if o.target(r.expr) {
			continue
		}
		switch {
		case r.expr.Kind == ast.Member && o.ofUnknown(r):
			end = max(end, o.endOfUnknown(r.expr))
		case o.gives(r, literal):
			end = max(end, o.end(literal, r.expr))
		}
	}
	return end
}

// endOfUnknown is the fate of a literal that the property of an unknown object may
// be. It is the same for every literal.
func (o *outlets) endOfUnknown(x *ast.Expr) fate {
	if end, ok := o.unknownEnds[x]; ok {
		return end
	}
	end := lost
	if o.silent(x) || o.endNear(x) == harmless {
		end = harmless
	}
	o.unknownEnds[x] = end
	return end
}

// endNear is the fate of an expression in the call that it stands in, if in any.
func (o *outlets) endNear(x *ast.Expr) fate {
	for outer := x.Parent; outer != nil; x, outer = outer, outer.Parent {
		switch outer.Kind {
		case ast.Call, ast.New:
			if outer.L != x {
				return o.endInCall(outer)
			}
		case ast.Assign, ast.Function:
			return noWay
		}
	}
	return noWay
}
