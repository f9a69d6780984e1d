package resolve

import (
	"github.com/beianlint/beianlint/lint/usage/ast"
)

// use says what live code does with a value.
type use uint8

const (
	called  use = 1 << iota // it is called, or an instance of it is made
	touched                 // a property of it is read
	leaked                  // it goes where not every reference to it is seen
	anyUse  = called | touched | leaked
)

// carrier is whatever can hold a value: a name, a property name anywhere in the
// program, what a module exports, and the functions, objects and classes
// themselves. Uses go backward along the flows, from the holder to what it may
// hold; that a carrier may hold a value which no visible code made goes forward.
type carrier struct {
	uses    use
	foreign bool // it may hold what no visible code made
	named   bool // a name or property: foreign unless something flows into it
	from    []flow
	to      []int32
	code    *code // of a function
}

// flow is a way on which the uses in mask go on to another carrier.
type flow struct {
	carrier int32
	mask    use
}

// code is the top level of a module or the body of a function: what it does once
// it is live.
type code struct {
	live bool
	does []effect
}

// effect is the use of a carrier.
type effect struct {
	carrier int32
	use     use
}

// foreignTarget is an assignment to a member of an object: what is assigned leaks
// when the object may come from elsewhere, as a socket's onmessage.
type foreignTarget struct {
	code           *code
	object, member int32
}

// references is who refers to which function in the live modules, by name: it
// closes only over references that are all seen.
type references struct {
	sources  *Sources
	carriers []carrier
	bindings map[*ast.Binding]int32
	names    map[string]int32
	objects  map[*ast.Expr]int32
	classes  map[*ast.ClassBody]int32
	funcs    map[*ast.Func]int32
	modules  map[*Module]int32
	globals  map[string]bool // names that nothing declares
	targets  []foreignTarget
	tops     []*code
	bodies   map[*Module][]body
	queue    []int32
	imported map[*Module]bool // by a name that is seen
	// opened are the files of which any export can be used, everything reports
	// whether that is so for all.
	opened     map[string]bool
	everything bool
}

// body is where a function stands.
type body struct {
	carrier int32
	Stretch
}

func newReferences(s *Sources) *references {
	return &references{
		sources: s, bindings: map[*ast.Binding]int32{}, names: map[string]int32{}, objects: map[*ast.Expr]int32{},
		classes: map[*ast.ClassBody]int32{}, funcs: map[*ast.Func]int32{}, modules: map[*Module]int32{}, globals: map[string]bool{},
		imported: map[*Module]bool{}, bodies: map[*Module][]body{},
	}
}

// implicit are the methods that the language calls.
var implicit = []string{"toString", "valueOf", "toJSON", "then", "next", "return"}

// liveFunctions finds the functions that live code can reach.
func (r *references) liveFunctions(live *Live) {
	for _, m := range live.Modules {
		r.module(m)
	}
	r.entries(live)
	r.spreadForeign()
	for _, name := range implicit {
		r.use(r.name(name), called)
	}
	for _, top := range r.tops {
		r.run(top)
	}
	for len(r.queue) > 0 {
		at := r.queue[len(r.queue)-1]
		r.queue = r.queue[:len(r.queue)-1]
		c := &r.carriers[at]
		if c.code != nil {
			r.run(c.code)
			c = &r.carriers[at]
		}
		for _, f := range c.from {
			r.use(f.carrier, r.carriers[at].uses&f.mask)
		}
	}
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
}

func (r *references) use(at int32, u use) {
	if c := &r.carriers[at]; c.uses|u != c.uses {
		c.uses |= u
		r.queue = append(r.queue, at)
	}
}

// spreadForeign finds what may hold a value that no visible code made.
func (r *references) spreadForeign() {
	var queue []int32
	for i := range r.carriers {
		c := &r.carriers[i]
		c.foreign = c.foreign || c.named && len(c.from) == 0
		if c.foreign {
			queue = append(queue, int32(i))
		}
	}
	for len(queue) > 0 {
		at := queue[len(queue)-1]
		queue = queue[:len(queue)-1]
		for _, to := range r.carriers[at].to {
			if c := &r.carriers[to]; !c.foreign {
				c.foreign = true
				queue = append(queue, to)
			}
		}
	}
	for _, t := range r.targets {
		if r.carriers[t.object].foreign {
			t.code.does = append(t.code.does, effect{t.member, leaked})
		}
	}
}

// flow notes that a carrier may hold what another one holds.
func (r *references) flow(from int32, to flow) {
	r.carriers[to.carrier].from = append(r.carriers[to.carrier].from, flow{from, to.mask})
	if to.mask == anyUse {
		r.carriers[from].to = append(r.carriers[from].to, to.carrier)
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
	return carrierOf(r, r.funcs, f, carrier{code: &code{}})
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
