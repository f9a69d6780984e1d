package sink

import (
	"slices"

	"github.com/beianlint/beianlint/lint/usage/ast"
	"github.com/beianlint/beianlint/lint/usage/resolve"
)

// ways are what one literal was followed to so far. Names lead back to names: what
// comes to one again goes on where the following has come to, since all before that
// was visited.
type ways struct {
	visited   map[*ast.Expr]bool
	ofName    map[string]*nameWay
	ofBinding map[*ast.Binding]int // how many of its reads were followed
	// unknownEnd is where the properties of unknown objects end that have the same names.
	unknownEnd *ends
	handed     int // how many functions of the program it was given to, one by the other
	// kept are the names of members that it is assigned to.
	kept map[string]bool
}

// endOfName follows the reads of a name: those that give the literal's value, and
// those of a property of an unknown object, which may.
func (o *outlets) endOfName(literal *ast.Expr, name string) ends {
	return endOfReads(o, literal, name, name, o.gives)
}

// endOfKey follows the reads of a name as those of a property.
func (o *outlets) endOfKey(literal *ast.Expr, name string) ends {
	return endOfReads(o, literal, name, "."+name, o.givesMember)
}

// endOfReads follows the reads of a name, as one of the ways on which a literal goes.
func endOfReads(o *outlets, literal *ast.Expr, name, as string, gives func(read, *ast.Expr) bool) (end ends) {
	way := o.ofName[as]
	if way == nil {
		way = &nameWay{}
		o.ofName[as] = way
	}
	for reads := o.readsOfName(name); way.next < len(reads) && len(o.visited) < maxWays; {
		r := reads[way.next]
		way.next++
		o.looked += perRead
		switch {
		case o.target(r.expr):
		case o.readsUnknown(r, name):
			way.unknown |= o.endOfUnknown(r.expr)
		case gives(r, literal):
			end |= o.follow(literal, r.expr)
		}
	}
	*o.unknownEnd |= way.unknown
	return end
}

// nameWay is how far the reads of a name were followed.
type nameWay struct {
	next    int
	unknown ends // of the properties of unknown objects among them
}

func newWays() ways {
	return ways{map[*ast.Expr]bool{}, map[string]*nameWay{}, map[*ast.Binding]int{}, new(ends), 0, map[string]bool{}}
}

// ownReads are the reads of constants and variables in their modules.
type ownReads struct {
	sorted map[string]bool // the names whose reads were sorted
	of     map[*ast.Binding][]*ast.Expr
}

// readsOf returns the reads of a constant or variable in its module. Those of all that
// have its name are sorted at once: minified code has thousands.
func (o *outlets) readsOf(b *ast.Binding) []*ast.Expr {
	if !o.own.sorted[b.Name] {
		o.own.sorted[b.Name] = true
		for _, r := range o.readsOfName(b.Name) {
			if r.expr.Kind == ast.Ident && !o.target(r.expr) {
				if of := r.expr.Scope.Lookup(b.Name); of != nil {
					o.own.of[of] = append(o.own.of[of], r.expr)
				}
			}
		}
	}
	return o.own.of[b]
}

// isUnread reports whether an expression is all of a constant or variable, or a part of
// the lists and objects that it is, and nothing can read that.
func (o *outlets) isUnread(x *ast.Expr, m *resolve.Module) bool {
	for o.bound[x] == nil && x.Parent != nil && (hands[x.Parent.Kind] || x.Parent.Kind == ast.Object || x.Parent.Kind == ast.Array) {
		x = x.Parent
	}
	b := o.bound[x]
	switch {
	case b == nil, x.Parent != nil && x.Parent.Kind == ast.Assign, // whose value may go elsewhere
		len(o.readsOf(b)) > 0, len(o.readsOfName("eval")) > 0, m.Tree.Namespaces:
		return false
	case b.Scope.Parent != nil:
		return true
	}
	// a template may read the names of the script in its file, and other files what is exported
	return m.Base == 0 && !slices.ContainsFunc(o.readsOfName(b.Name), readsGlobal) &&
		!slices.ContainsFunc(m.Tree.Exports, func(e ast.Export) bool { return e.Local == b.Name })
}

// readsGlobal reports whether a read of a name may be one of a global variable: x,
// window.x, const { x: y } = window.
func readsGlobal(r read) bool {
	isGlobal := func(x *ast.Expr) bool {
		return x != nil && x.Kind == ast.Ident && x.Binding() == nil
	}
	if r.expr.Kind == ast.Member {
		return isGlobal(r.expr.L)
	}
	b := r.expr.Binding()
	return b == nil || slices.ContainsFunc(b.Defs, func(d ast.Def) bool { return len(d.Path) > 0 && isGlobal(d.Value) })
}
