package eval

import "maps"

// sets remembers what properties of large sets are. The class helper of a compiler
// is given every class of a program, so that what it hands on is asked for every
// member of them all.
type sets struct {
	known map[uint64]Values // by what is in them: equal sets are the same
	reads map[setKey]*setRead
}

// setKey is a property of a set, which its first value tells from others.
type setKey struct {
	first **Value
	size  int32
	name  handle
}

// setRead is what a property of a set is known to be.
type setRead struct {
	found       set
	next        int      // the first value that was not asked yet
	asking      int      // how many values are being asked
	lacking     []*Value // what they answered lacked something
	provisional bool
}

// largeSet is from how many values on a set counts as large.
const largeSet = 32

func newSets() sets { return sets{known: map[uint64]Values{}, reads: map[setKey]*setRead{}} }

// intern returns the set of the same values that was there before, if any. Texts
// differ in their trails, too.
func (s *sets) intern(vs Values) Values {
	if len(vs) < largeSet {
		return vs
	}
	var id uint64
	for _, v := range vs {
		if v.Kind == Text {
			return vs
		}
		id = (id ^ v.hash()) * spread64 // hashes are spread already
	}
	if known := s.known[id]; len(known) == len(vs) {
		return known
	}
	s.known[id] = vs
	return vs
}

// reset drops all answers.
func (s *sets) reset() {
	clear(s.known)
	clear(s.reads)
}

// forget drops the provisional answers.
func (s *sets) forget() {
	maps.DeleteFunc(s.reads, func(_ setKey, r *setRead) bool { return r.provisional })
}

// ofLargeSet reads a property of every value of a large set, each once. Who asks
// again meanwhile goes on where the asking has come to.
func (p *properties) ofLargeSet(vs Values, name string) Values {
	m := &p.e.memo
	key := setKey{&vs[0], int32(len(vs)), m.name(name)}
	r := m.sets.reads[key]
	if r == nil {
		r = &setRead{found: newSet(p.e)}
		m.sets.reads[key] = r
	}
	outer := m.provisional
	m.provisional = r.asking > 0
	again := r.lacking
	r.lacking = nil
	for _, v := range again {
		p.ask(r, v, name)
	}
	for r.next < len(vs) && !m.over() && m.depth < maxDepth { // below that whoever asked goes on
		r.next++
		p.ask(r, vs[r.next-1], name)
	}
	if r.asking > 0 || len(r.lacking) > 0 || r.next < len(vs) {
		m.unsettled++
	}
	r.provisional = r.provisional || m.provisional || r.next < len(vs)
	m.provisional = r.provisional || outer
	return r.found.values()
}

// ask reads a property of one value of a set.
func (p *properties) ask(r *setRead, v *Value, name string) {
	m := &p.e.memo
	before := m.lacking
	r.asking++
	m.spend(1)
	vs := p.read(v, name)
	r.asking--
	if m.lacking > before {
		r.lacking = append(r.lacking, v)
	}
	r.found.union(vs)
}
