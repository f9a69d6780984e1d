package resolve

import (
	"slices"

	"github.com/beianlint/beianlint/lint/usage/ast"
)

// graph holds what the search for dead functions knows, in a few lists whose entries
// name each other by their indexes: a mini program has a flow for every second
// expression, and lists of their own for each carrier cost more than what is in them.
// Entry 0 of links, callings, targets and codes stands for none.
type graph struct {
	carriers []carrier
	links    []link
	calls    []Call
	callings []calling
	targets  []target
	codes    []code
	at       place // what is looked at
}

func newGraph() graph {
	return graph{links: make([]link, 1), callings: make([]calling, 1), targets: make([]target, 1), codes: make([]code, 1)}
}

// carrier is whatever can hold a value: a name, a property name anywhere in the
// program, what a module exports, and the functions, objects and classes
// themselves. Uses go backward along the flows, from the holder to what it may
// hold; that a carrier may hold a value which no visible code made goes forward.
type carrier struct {
	uses    use
	foreign bool // it holds what no visible code made
	exposed bool // it may hold an object that code which is not seen has
	named   bool // a name or property: foreign unless something flows into it
	ungiven bool // a name or property that nothing flows into
	code    int32
	// The first of the links to it and, of those on which all uses go, from it; of the
	// calls of it; and of the assignments to members of it.
	from, to, called, assigned int32
}

// flow is a way on which the uses in mask go on to another carrier.
type flow struct {
	carrier int32
	mask    use
}

// link is a flow between two carriers, with the place that makes it.
type link struct {
	from, to           int32
	nextFrom, nextInto int32 // of the same carrier
	place
	mask use
}

// place is where a reference stands.
type place struct{ module, at int32 }

// nowhere is the place of what stands in no code.
var nowhere = place{-1, -1}

// calling says that a call may be one of what a carrier holds.
type calling struct{ carrier, call, next int32 }

// target is an assignment to a member of an object: what is assigned leaks when the
// object may be one that code which is not seen has, as the handler of a socket.
type target struct {
	code, object, member int32
	nextOfCode           int32
	nextOfObject         int32
}

// code is the top level of a module or the body of a function: what it does once
// it is live.
type code struct {
	fn      *ast.Func // nil for a top level
	does    []effect
	module  int32 // of live modules
	this    int32 // of a function
	assigns int32 // the first target
	live    bool
}

// effect is the use of a carrier, at a place in the code's module.
type effect struct {
	carrier int32
	at      int32
	use     use
}

func (g *graph) add(c carrier) int32 {
	g.carriers = append(g.carriers, c)
	return int32(len(g.carriers) - 1)
}

func (g *graph) addCode(fn *ast.Func) int32 {
	g.codes = append(g.codes, code{fn: fn, module: g.at.module, this: none})
	return int32(len(g.codes) - 1)
}

// flow notes that a carrier may hold what another one holds.
func (g *graph) flow(from int32, to flow) {
	g.links = append(g.links, link{from: from, to: to.carrier, mask: to.mask, place: g.at})
}

// assign notes that code assigns to a member of an object.
func (g *graph) assign(of, object, member int32) {
	at := int32(len(g.targets))
	c, o := &g.codes[of], &g.carriers[object]
	g.targets = append(g.targets, target{of, object, member, c.assigns, o.assigned})
	c.assigns, o.assigned = at, at
}

// connect tells the carriers their links and calls, in the order in which they were
// noted.
func (g *graph) connect() {
	for i := range g.carriers {
		c := &g.carriers[i]
		c.from, c.to, c.called = 0, 0, 0
	}
	for i := int32(len(g.links) - 1); i > 0; i-- {
		l := &g.links[i]
		to := &g.carriers[l.to]
		l.nextInto, to.from = to.from, i
		if l.mask.isWhole() {
			from := &g.carriers[l.from]
			l.nextFrom, from.to = from.to, i
		}
	}
	for i := int32(len(g.callings) - 1); i > 0; i-- {
		of := &g.callings[i]
		c := &g.carriers[of.carrier]
		of.next, c.called = c.called, i
	}
}

// drop leaves out what was noted at places that are gone, and all uses that were found.
func (g *graph) drop(isGone func(place) bool) {
	links := slices.DeleteFunc(g.links[1:], func(l link) bool { return isGone(l.place) })
	g.links = g.links[:1+len(links)]
	callings := slices.DeleteFunc(g.callings[1:], func(c calling) bool {
		call := &g.calls[c.call]
		return isGone(place{call.module, call.Expr.Start})
	})
	g.callings = g.callings[:1+len(callings)]
	for i := range g.codes {
		c := &g.codes[i]
		c.live = false
		c.does = slices.DeleteFunc(c.does, func(e effect) bool { return isGone(place{c.module, e.at}) })
	}
	for i := range g.carriers {
		g.carriers[i].uses, g.carriers[i].exposed = 0, false
	}
	g.connect()
}
