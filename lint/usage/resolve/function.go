package resolve

import (
	"slices"

	"github.com/beianlint/beianlint/lint/usage/ast"
)

// use says what live code does with a value.
type use uint8

const (
	called  use = 1 << iota // it is called, or an instance of it is made
	touched                 // a property of it is read
	leaked                  // it goes where not every reference to it is seen
	hidden                  // it is called by what is no call of it: bind, a class below
	lent                    // it is called with a "this" that is not its own, and leaks
	anyUse  = called | touched | leaked | hidden | lent
)

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
	from    []way
	to      []way
	code    *code // of a function
	calls   []*Call
}

// flow is a way on which the uses in mask go on to another carrier.
type flow struct {
	carrier int32
	mask    use
}

// way is a flow as it stands at one of its ends, with the place that makes it.
type way struct {
	flow
	place
}

// place is where a reference stands.
type place struct{ module, at int32 }

// nowhere is the place of what stands in no code.
var nowhere = place{-1, -1}

// code is the top level of a module or the body of a function: what it does once
// it is live.
type code struct {
	live    bool
	does    []effect
	assigns []int32 // of targets
	this    int32   // of a function
}

// effect is the use of a carrier.
type effect struct {
	carrier int32
	use     use
	place
}

// target is an assignment to a member of an object: what is assigned leaks when the
// object may be one that code which is not seen has, as the handler of a socket.
type target struct {
	code           *code
	object, member int32
}

// references is who refers to which function in the live modules, by name: it
// closes only over references that are all seen.
type references struct {
	subjects
	sources  *Sources
	carriers []carrier
	globals  map[string]bool // names that nothing declares
	targets  []target
	assigned map[int32][]int32 // the targets by their objects
	tops     []*code
	bodies   map[*Module][]body
	queue    []int32
	imported map[*Module]bool // by a name that is seen
	// namespaced are the modules that something has as an object, whose "default" can be
	// read; defaults are those that have one.
	namespaced map[*Module]bool
	defaults   []*Module
	// opened are the files of which any export can be used, everything reports
	// whether that is so for all.
	opened     map[string]bool
	everything bool
	callers    map[*ast.Func]callers
	at         place // what is looked at
}

// subjects are the carriers of what can hold a value.
type subjects struct {
	bindings map[*ast.Binding]int32
	names    map[string]int32
	objects  map[*ast.Expr]int32
	classes  map[*ast.ClassBody]int32
	funcs    map[*ast.Func]int32
	modules  map[*Module]int32
}

// body is where a function stands.
type body struct {
	carrier int32
	fn      *ast.Func
	Stretch
}

func newReferences(s *Sources) *references {
	return &references{
		subjects: subjects{
			names: map[string]int32{}, objects: map[*ast.Expr]int32{}, classes: map[*ast.ClassBody]int32{}, modules: map[*Module]int32{},
		},
		sources: s, assigned: map[int32][]int32{}, globals: map[string]bool{}, imported: map[*Module]bool{}, namespaced: map[*Module]bool{}, bodies: map[*Module][]body{}, callers: map[*ast.Func]callers{},
	}
}

// perLook is how many uses are followed between two looks at whether to stop.
const perLook = 1 << 12

// implicit are the methods that the language calls.
var implicit = []string{"toString", "valueOf", "toJSON", "then", "next", "return"}

// liveFunctions finds the functions that live code can reach.
func (r *references) liveFunctions(live *Live) {
	r.grow(live)
	for _, m := range live.Modules {
		if r.sources.Stopped() {
			return
		}
		r.module(m)
	}
	r.at = nowhere
	r.shareDefaults()
	r.shareGlobals(live)
	r.findForeign()
	r.spread(live)
}

// grow makes room for the carriers of what stands in the live modules.
func (r *references) grow(live *Live) {
	bindings, funcs, assigns := 0, 0, 0
	for _, m := range live.Modules {
		bindings, funcs, assigns = bindings+len(m.Tree.Bindings), funcs+len(m.Tree.Funcs), assigns+len(m.Tree.Assigns)
	}
	r.carriers = slices.Grow(r.carriers, bindings+funcs+assigns)
	r.bindings, r.funcs = make(map[*ast.Binding]int32, bindings), make(map[*ast.Func]int32, funcs)
}

// spread finds what live code uses, from the entries on.
func (r *references) spread(live *Live) {
	r.entries(live)
	for _, name := range implicit {
		r.use(r.name(name), called|hidden)
	}
	for i := range r.carriers {
		if r.carriers[i].foreign {
			r.expose(int32(i))
		}
	}
	for _, top := range r.tops {
		r.run(top)
	}
	for n := 0; len(r.queue) > 0; n++ {
		if n%perLook == 0 && r.sources.Stopped() {
			return
		}
		at := r.queue[len(r.queue)-1]
		r.queue = r.queue[:len(r.queue)-1]
		c := &r.carriers[at]
		if c.code != nil {
			r.run(c.code)
			c = &r.carriers[at]
		}
		if c.uses&leaked != 0 && !c.named {
			r.expose(at)
		}
		if c.uses&lent != 0 && c.code != nil && c.code.this != none {
			r.use(c.code.this, leaked)
			c = &r.carriers[at]
		}
		for _, f := range c.from {
			if f.mask == lent && c.uses&leaked != 0 {
				r.use(f.carrier, lent)
			}
			r.use(f.carrier, c.uses&f.mask)
		}
	}
}

// again finds the functions that live code can reach without the references that
// stand in the untaken parts of modules.
func (r *references) again(live *Live, untaken map[*Module][]Stretch) {
	gone := make([]stretches, len(live.Modules))
	for i, m := range live.Modules {
		gone[i] = untaken[m]
	}
	before := r.usesNow()
	isGone := func(p place) bool { return p.at >= 0 && gone[p.module].hold(p.at) }
	goneWay := func(w way) bool { return isGone(w.place) }
	for i := range r.carriers {
		c := &r.carriers[i]
		c.uses, c.exposed = 0, false
		c.from, c.to = slices.DeleteFunc(c.from, goneWay), slices.DeleteFunc(c.to, goneWay)
		c.calls = slices.DeleteFunc(c.calls, func(call *Call) bool { return stretches(untaken[call.Module]).hold(call.Expr.Start) })
		if c.code != nil {
			c.code.forget(isGone)
		}
	}
	for _, top := range r.tops {
		top.forget(isGone)
	}
	clear(r.callers)
	r.spread(live)
	live.lost = r.lostNames(before)
}

// forget drops what code does at places that are gone, and that it is live.
func (c *code) forget(isGone func(place) bool) {
	c.live = false
	c.does = slices.DeleteFunc(c.does, func(e effect) bool { return isGone(e.place) })
}

// run notes what a piece of code does, once.
func (r *references) run(c *code) {
	if c.live {
		return
	}
	c.live = true
	for _, e := range c.does {
		r.use(e.carrier, e.use)
	}
	for _, t := range c.assigns {
		if target := r.targets[t]; r.carriers[target.object].exposed {
			r.use(target.member, leaked)
		}
	}
}

// assign notes that code assigns to a member of an object.
func (r *references) assign(c *code, object, member int32) {
	at := int32(len(r.targets))
	r.targets = append(r.targets, target{c, object, member})
	r.assigned[object] = append(r.assigned[object], at)
	c.assigns = append(c.assigns, at)
}

// expose notes that code which is not seen has what a carrier holds, under every name
// that it has.
func (r *references) expose(at int32) {
	if r.carriers[at].exposed {
		return
	}
	r.carriers[at].exposed = true
	for queue := []int32{at}; len(queue) > 0; {
		at := queue[len(queue)-1]
		queue = queue[:len(queue)-1]
		for _, t := range r.assigned[at] {
			if target := r.targets[t]; target.code.live {
				r.use(target.member, leaked)
			}
		}
		for _, to := range r.carriers[at].to {
			if c := &r.carriers[to.carrier]; !c.exposed {
				c.exposed = true
				queue = append(queue, to.carrier)
			}
		}
	}
}

func (r *references) use(at int32, u use) {
	if c := &r.carriers[at]; c.uses|u != c.uses {
		c.uses |= u
		r.queue = append(r.queue, at)
	}
}

// findForeign finds the names that nothing which is seen gives a value: to assign to a
// member of what they stand for is to give them none.
func (r *references) findForeign() {
	isValue := func(w way) bool { return w.mask == anyUse }
	for i := range r.carriers {
		c := &r.carriers[i]
		c.ungiven = c.named && !c.foreign && !slices.ContainsFunc(c.from, isValue)
		c.foreign = c.foreign || c.ungiven
	}
}

// flow notes that a carrier may hold what another one holds.
func (r *references) flow(from int32, to flow) {
	r.carriers[to.carrier].from = append(r.carriers[to.carrier].from, way{flow{from, to.mask}, r.at})
	if to.mask == anyUse {
		r.carriers[from].to = append(r.carriers[from].to, way{to, r.at})
	}
}

func (r *references) add(c carrier) int32 {
	r.carriers = append(r.carriers, c)
	return int32(len(r.carriers) - 1)
}

// carrierOf returns the carrier of a subject, made when it is first asked for.
func carrierOf[K comparable](r *references, known map[K]int32, k K, c carrier) int32 {
	at, ok := known[k]
	if !ok {
		at = r.add(c)
		known[k] = at
	}
	return at
}

func (r *references) name(s string) int32 { return carrierOf(r, r.names, s, carrier{named: true}) }

func (r *references) binding(b *ast.Binding) int32 {
	return carrierOf(r, r.bindings, b, carrier{named: true})
}

func (r *references) exportsOf(m *Module) int32 { return carrierOf(r, r.modules, m, carrier{}) }

func (r *references) function(f *ast.Func) int32 {
	return carrierOf(r, r.funcs, f, carrier{code: &code{this: none}})
}

// deadIn returns the functions of a module that nothing calls, in source order,
// without those inside of others.
func (r *references) deadIn(m *Module) []Stretch {
	var out []Stretch
	for _, b := range r.bodies[m] {
		if !r.carriers[b.carrier].code.live {
			out = append(out, b.Stretch)
		}
	}
	return outermost(out)
}
