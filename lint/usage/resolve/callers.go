package resolve

import (
	"github.com/beianlint/beianlint/lint/usage/ast"
)

// Call is a call, or the construction of an instance, that may be one of a
// function.
type Call struct {
	Expr   *ast.Expr
	Module *Module
	module int32 // of live modules
	code   int32
}

// callers are the calls of one function; known reports whether they are all.
type callers struct {
	calls []*Call
	known bool
}

const (
	// maxHolders bounds how many names a function is followed through.
	maxHolders = 64
	// maxCallers bounds how many calls of a function are told one by one.
	maxCallers = 2000
)

// Callers returns the calls in live code that may call a function, by its names,
// and whether nothing else can call it.
func (l *Live) Callers(fn *ast.Func) (calls []*Call, all bool) {
	r := l.references
	if r == nil {
		return nil, false
	}
	found, ok := r.callers[fn]
	if !ok {
		found = r.callersOf(fn)
		r.callers[fn] = found
	}
	return found.calls, found.known
}

func (r *references) callersOf(fn *ast.Func) callers {
	at, ok := r.holderOf(fn)
	if !ok || r.carriers[at].uses&(leaked|hidden) != 0 || r.isMadeAgain(at) || r.makesThis && r.carriers[at].uses&(touched|had) != 0 {
		return callers{}
	}
	seen := map[int32]bool{at: true}
	var found callers
	for queue := []int32{at}; len(queue) > 0; {
		c := &r.carriers[queue[0]]
		queue = queue[1:]
		for i := c.called; i != 0; i = r.callings[i].next {
			if call := &r.calls[r.callings[i].call]; r.codes[call.code].live {
				found.calls = append(found.calls, call)
			}
		}
		if len(found.calls) > maxCallers {
			return callers{}
		}
		for i := c.to; i != 0; i = r.links[i].nextFrom {
			if to := r.links[i].to; !seen[to] {
				seen[to] = true
				queue = append(queue, to)
			}
		}
		if len(seen) > maxHolders {
			return callers{}
		}
	}
	found.known = true
	return found
}

// holderOf returns the carrier of a function, false for one of no live module.
func (r *references) holderOf(fn *ast.Func) (at int32, ok bool) {
	at = fn.Holder - 1
	return at, at >= 0 && int(at) < len(r.carriers) && r.codes[r.carriers[at].code].fn == fn
}

// isMadeAgain reports whether who has an instance of a function may make another one:
// new x.constructor().
func (r *references) isMadeAgain(at int32) bool {
	name, ok := r.names["constructor"]
	return ok && r.carriers[at].uses&shown != 0 && r.carriers[name].uses&(called|leaked|hidden) != 0
}

// Namesake is a live function that is found by the name of a property which others have
// as well, and where it stands.
type Namesake struct {
	Func *ast.Func
	Stretch
}

// Namesakes returns those of a module.
func (l *Live) Namesakes(m *Module) (found []Namesake) {
	if l.references == nil {
		return nil
	}
	for _, b := range l.references.bodies[m] {
		if l.references.isNamesake(b.carrier) {
			found = append(found, Namesake{b.fn, b.Stretch})
		}
	}
	return found
}

// isNamesake reports whether a live function that does not leak is one of several that
// a call of a property may be of.
func (r *references) isNamesake(at int32) bool {
	c := &r.carriers[at]
	if !r.codes[c.code].live || c.uses&(leaked|hidden) != 0 || c.to == 0 || r.links[c.to].nextFrom != 0 {
		return false
	}
	holder := &r.carriers[r.links[c.to].to]
	return holder.named && holder.from != 0 && r.links[holder.from].nextInto != 0 && holder.called != 0
}

// lostNames are the names of properties that live code called something by, before
// branches were taken out of it, and that none of it says any more.
func (r *references) lostNames(before []use) map[int32]bool {
	lost := map[int32]bool{}
	for _, at := range r.names {
		if int(at) < len(before) && before[at]&called != 0 && r.carriers[at].uses&^had == 0 {
			lost[at] = true
		}
	}
	return lost
}

// usesNow are the uses of all carriers.
func (r *references) usesNow() []use {
	uses := make([]use, len(r.carriers))
	for i := range r.carriers {
		uses[i] = r.carriers[i].uses
	}
	return uses
}

// Lost returns the functions of a module that live code called by a name which none of
// it says any more, since the branches that did were taken out. They are live as members
// of objects that more is done with: a computed name may still lead to them.
func (l *Live) Lost(m *Module) (found []Namesake) {
	r := l.references
	if r == nil || len(l.lost) == 0 {
		return nil
	}
	for _, b := range r.bodies[m] {
		if r.isOnly(b.carrier, l.lost) {
			found = append(found, Namesake{b.fn, b.Stretch})
		}
	}
	return found
}

// isOnly reports whether a live function has no name but some that are lost.
func (r *references) isOnly(at int32, lost map[int32]bool) bool {
	c := &r.carriers[at]
	if !r.codes[c.code].live || c.uses&(called|hidden) != 0 {
		return false
	}
	named := false
	for i := c.to; i != 0; i = r.links[i].nextFrom {
		to := r.links[i].to
		if r.carriers[to].uses&^had != 0 {
			return false
		}
		named = named || lost[to]
	}
	return named
}

// IsNeverGiven reports whether no code that is seen gives the property of a name anything:
// what is read of it is nothing, or of the platform.
func (l *Live) IsNeverGiven(name string) bool {
	r := l.references
	if r == nil {
		return false
	}
	first, ok := r.names[name]
	if !ok || name == "default" || r.exported.names[name] {
		return false
	}
	seen := map[int32]bool{first: true}
	for queue := []int32{first}; len(queue) > 0; {
		c := &r.carriers[queue[0]]
		queue = queue[1:]
		if !c.named || c.foreign && !c.ungiven || len(seen) > maxHolders {
			return false
		}
		for i := c.from; i != 0; i = r.links[i].nextInto {
			if l := &r.links[i]; l.mask.isWhole() && !seen[l.from] {
				seen[l.from] = true
				queue = append(queue, l.from)
			}
		}
	}
	return true
}

// IsOpen reports whether the platform, or code that is not seen, uses what a module
// exports.
func (l *Live) IsOpen(m *Module) bool { return l.references == nil || l.references.isOpen(m) }

// Leaks reports whether an object literal may go where not all is seen that is done
// with it.
func (l *Live) Leaks(x *ast.Expr) bool {
	if l.references == nil {
		return true
	}
	at, ok := l.references.objects[x]
	return !ok || l.references.carriers[at].uses&(leaked|hidden|lent) != 0
}
