package filing

import (
	"github.com/beianlint/beianlint/lint/parallel"
)

// batchSize is how many records go from the reader to an interpreter at once: enough
// to forget the cost of handing them over, few enough for a core's cache.
const batchSize = 256

// batch is a run of records, and what became of them.
type batch struct {
	records  []record // the first n are in use, the others keep their memory
	n        int
	from, to int // of a text list, where the lines of the batch stand instead
	bad      problems
	entries  []entry
	hashes   []uint32 // of the domains of the entries
	details  []detail // as those of a part
	hosts    []string //
	owners   []owner  // of the entries whose record names one
	last     owner    // of them, in any batch before
	days     []entryDay
	skipped  int
	damaged  bool // a line is not UTF-8
	done     chan *parallel.Panic
}

func newBatch(f format) *batch {
	n := batchSize
	if _, lines := f.(textList); lines {
		n = 1
	}
	return &batch{records: make([]record, n), done: make(chan *parallel.Panic, 1)}
}

// fill cuts the next records out of the text; of a text list, lines of which those are.
func (x *batch) fill(p *part, at int) (next int, more bool) {
	x.n, x.entries, x.hashes, x.details, x.hosts = 0, x.entries[:0], x.hashes[:0], x.details[:0], x.hosts[:0]
	x.owners, x.days, x.skipped = x.owners[:0], x.days[:0], 0
	x.bad.reset(p.problems())
	if t, lines := p.format.(textList); lines {
		x.from, x.to = at, t.runEnd(at)
		return x.to, x.to < len(t.data)
	}
	for more = true; x.n < len(x.records); x.n++ {
		if at, more = p.format.read(at, &x.records[x.n], &x.bad); !more {
			break
		}
	}
	return at, more
}

// interpret turns the records into entries.
func (x *batch) interpret(p *part) {
	if t, lines := p.format.(textList); lines {
		x.readLines(p, t)
		return
	}
	for i := range x.records[:x.n] {
		x.add(p, &x.records[i])
	}
}

func (x *batch) add(p *part, r *record) {
	if len(r.domains) == 0 {
		x.withoutDomain(r)
		return
	}
	var said Filing
	reason, interpreted := NoReason, false
	for _, d := range r.domains {
		host, ok := checkDomain(d, r.table, &x.bad)
		if !ok {
			continue
		}
		if !interpreted { // what a line says of no domain does not matter
			reason = said.interpret(r, p, &x.bad)
			interpreted = true
			x.own(p, &said, reason)
		}
		if day := dayOf(asOf(&said)); day > 0 {
			x.days = append(x.days, entryDay{uint32(len(x.entries)), day})
		}
		x.addDomain(p, r, d, host, reason, said.Pending)
	}
}

// withoutDomain counts the records of apps, which have no domain; in a list kept
// by hand there are none.
func (x *batch) withoutDomain(r *record) {
	x.skipped++
	if r.kept {
		x.bad.list("list.no-domain", r.start, r.start)
	}
}

func (x *batch) addDomain(p *part, r *record, d field, host string, reason Reason, pending bool) {
	rejected := reason != NoReason
	if rejected {
		x.skipped++
	}
	kept := detail{
		record: uint32(r.start), start: uint32(d.start), end: uint32(d.end), says: statement(reason, pending), rejected: rejected,
	}
	if d.end-d.start != len(host) || string(p.data[d.start:d.end]) != host {
		x.hosts = append(x.hosts, host)
		kept.host = uint32(len(x.hosts))
	}
	x.put(p, entry{at: uint32(len(x.details))}, []byte(host))
	x.details = append(x.details, kept)
}

func (x *batch) put(p *part, e entry, host []byte) {
	x.entries = append(x.entries, e)
	x.hashes = append(x.hashes, p.index.hash(host))
}
