package resolve

import (
	"slices"

	"github.com/beianlint/beianlint/lint/usage/ast"
)

// use says what live code does with a value.
type use uint16

const (
	called  use = 1 << iota // it is called, or an instance of it is made
	touched                 // a property of it is read
	leaked                  // it goes where not every reference to it is seen
	hidden                  // it is called by what is no call of it: bind, a class below
	lent                    // it is called with a "this" that is not its own, and leaks
	shown                   // an instance of it leaks, which lets nobody make another one
	had                     // somebody has it, by which a member of it can be asked for
	anyUse      = called | touched | leaked | hidden | lent | shown | had
	// made marks a way on which instances of what is used go, gated one that is open only
	// where somebody has what the link behind it leads to.
	made  use = 1 << 7
	gated use = 1 << 8
)

// through returns what the uses of a holder are for what goes to it on a way with a mask.
func (u use) through(mask use) use {
	through := u & mask &^ (made | gated)
	if u&shown != 0 && mask&anyUse&^had == leaked { // what an object has goes with it
		through |= leaked
	}
	if mask&made != 0 && through&leaked != 0 {
		through = through&^leaked | shown
	}
	return through
}

// isWhole reports whether all uses go on a way with a mask.
func (u use) isWhole() bool { return u&anyUse == anyUse }

// references is who refers to which function in the live modules, by name: it
// closes only over references that are all seen.
type references struct {
	subjects
	graph
	sources  *Sources
	globals  map[string]bool // names that nothing declares
	tops     []int32         // codes
	bodies   map[*Module][]body
	queue    []int32
	imported map[*Module]bool // by a name that is seen
	compiled defaultExports
	// opened are the files of which any export can be used, everything reports
	// whether that is so for all.
	opened     map[string]bool
	everything bool
	// handsRequire reports whether something has require by another name, and so any module.
	handsRequire bool
	// makesThis reports whether something makes an instance of whatever it is called of: new this().
	makesThis bool
	chunks    *table // of bundles that come in chunks
	callers   map[*ast.Func]callers
	strangers strangers
}

// subjects are the carriers of what can hold a value, beside those of names that are
// declared and of functions: they are known by what these have as their Holder.
type subjects struct {
	names    map[string]int32
	objects  map[*ast.Expr]int32
	classes  map[*ast.ClassBody]int32
	modules  map[*Module]int32
	exported exported
	unnamed  unnamed
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
			exported: newExported(), unnamed: newUnnamed(),
		},
		graph: newGraph(), sources: s, globals: map[string]bool{}, imported: map[*Module]bool{}, compiled: newDefaultExports(),
		bodies: map[*Module][]body{}, callers: map[*ast.Func]callers{},
		strangers: strangers{own: map[string]bool{}, known: map[strangeRead]int32{}},
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
		r.compiled.helpers.find(m)
		r.exported.find(r, m)
		r.unnamed.find(m)
	}
	for _, m := range live.Modules {
		if r.sources.Stopped() {
			return
		}
		r.module(m)
	}
	r.at = nowhere
	r.shareGlobals(live)
	r.compiled.settle(r)
	r.exported.settle(r)
	r.strangers.settle(r, live)
	r.unnamed.settle(r)
	r.connect()
	r.findForeign()
	r.spread(live)
}

// grow makes room for what is noted of the live modules, of which nothing is known yet.
func (r *references) grow(live *Live) {
	bindings, funcs, assigns, calls := 0, 0, 0, 0
	for _, m := range live.Modules {
		for _, b := range m.Tree.Bindings {
			b.Holder = 0
		}
		for _, f := range m.Tree.Funcs {
			f.Holder = 0
		}
		bindings, funcs, assigns, calls = bindings+len(m.Tree.Bindings), funcs+len(m.Tree.Funcs), assigns+len(m.Tree.Assigns), calls+len(m.Tree.Calls)
	}
	most := bindings + funcs + 3*assigns + calls/2 // of most programs; beyond, a list grows by a quarter at a time
	r.carriers, r.links = make([]carrier, 0, most), slices.Grow(r.links, most)
	r.callings = slices.Grow(r.callings, calls)
	r.codes = slices.Grow(r.codes, funcs+len(live.Modules))
	r.calls = make([]Call, 0, calls)
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
		if c.code != 0 && c.uses&^had != 0 {
			r.run(c.code)
		}
		if c.uses&(leaked|shown) != 0 && !c.named {
			r.expose(at)
		}
		if c.uses&lent != 0 && c.code != 0 && r.codes[c.code].this != none {
			r.use(r.codes[c.code].this, leaked)
		}
		for i := c.from; i != 0; i = r.links[i].nextInto {
			l := &r.links[i]
			if l.mask == lent && c.uses&(leaked|shown) != 0 {
				r.use(l.from, lent)
			}
			if r.isOpenWay(i) {
				r.use(l.from, c.uses.through(l.mask))
			}
			if way := &r.links[i-1]; way.mask&gated != 0 && way.from == l.from { // it opens now
				r.use(l.from, r.carriers[way.to].uses.through(way.mask))
			}
		}
	}
}

// isOpenWay reports whether what holds something by the name of a member can be asked for it:
// not where nobody has the object or class.
func (r *references) isOpenWay(at int32) bool {
	return r.links[at].mask&gated == 0 || r.carriers[r.links[at+1].to].uses != 0
}

// again finds the functions that live code can reach without the references that
// stand in the untaken parts of modules.
func (r *references) again(live *Live, untaken map[*Module][]Stretch) {
	gone := make([]stretches, len(live.Modules))
	for i, m := range live.Modules {
		gone[i] = untaken[m]
	}
	before := r.usesNow()
	r.drop(func(p place) bool { return p.at >= 0 && gone[p.module].hold(p.at) })
	clear(r.callers)
	r.spread(live)
	live.lost = r.lostNames(before)
}

// run notes what a piece of code does, once.
func (r *references) run(at int32) {
	c := &r.codes[at]
	if c.live {
		return
	}
	c.live = true
	for _, e := range c.does {
		r.use(e.carrier, e.use)
	}
	for i := c.assigns; i != 0; i = r.targets[i].nextOfCode {
		if target := &r.targets[i]; r.carriers[target.object].exposed {
			r.use(target.member, leaked)
		}
	}
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
		for i := r.carriers[at].assigned; i != 0; i = r.targets[i].nextOfObject {
			if target := &r.targets[i]; r.codes[target.code].live {
				r.use(target.member, leaked)
			}
		}
		for i := r.carriers[at].to; i != 0; i = r.links[i].nextFrom {
			if to := r.links[i].to; !r.carriers[to].exposed {
				r.carriers[to].exposed = true
				queue = append(queue, to)
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
	for i := range r.carriers {
		c := &r.carriers[i]
		c.ungiven = c.named && !c.foreign && !r.isGiven(c)
		c.foreign = c.foreign || c.ungiven
	}
}

// isGiven reports whether a value that is seen flows into a carrier.
func (r *references) isGiven(c *carrier) bool {
	for i := c.from; i != 0; i = r.links[i].nextInto {
		if r.links[i].mask.isWhole() {
			return true
		}
	}
	return false
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
	if b.Holder == 0 {
		b.Holder = r.add(carrier{named: true}) + 1
	}
	return b.Holder - 1
}

func (r *references) exportsOf(m *Module) int32 { return carrierOf(r, r.modules, m, carrier{}) }

func (r *references) function(f *ast.Func) int32 {
	if f.Holder == 0 {
		f.Holder = r.add(carrier{code: r.addCode(f)}) + 1
	}
	return f.Holder - 1
}

// deadIn returns the functions of a module that nothing calls, in source order,
// without those inside of others.
func (r *references) deadIn(m *Module) []Stretch {
	var out []Stretch
	for _, b := range r.bodies[m] {
		if !r.codes[r.carriers[b.carrier].code].live {
			out = append(out, b.Stretch)
		}
	}
	return outermost(out)
}
