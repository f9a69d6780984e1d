package filing

import (
	"hash/maphash"
	"math/bits"
	"runtime"
	"slices"
	"sync/atomic"

	"github.com/beianlint/beianlint/lint/parallel"
)

// index finds the entry that holds for a domain. It is a hash table in regions that fit into
// a core's cache, which are filled one after the other, on all cores: a map takes ten times
// as long for a list of a million.
type index struct {
	part    *part
	seed    maphash.Seed
	regions []region // as many as a power of two
}

// region is an open-addressing table for the domains whose hashes have the same first bits.
type region []slot

// slot holds the hash of a domain and, in its second half, the number of the entry and one.
// One that is free is 0.
type slot uint64

// perRegion is for how many entries a region is made.
const perRegion = 1 << 12

func slotOf(hash uint32, entry int) slot { return slot(hash)<<32 | slot(entry+1) }

func (s slot) hash() uint32 { return uint32(s >> 32) }
func (s slot) entry() int   { return int(uint32(s)) - 1 }

func (x *index) hash(host string) uint32 { return uint32(maphash.String(x.seed, host)) }

// find returns the entry of a domain.
func (x *index) find(host string) (entry int, ok bool) {
	if len(x.regions) == 0 {
		return 0, false
	}
	s := *x.place(host, x.hash(host))
	return s.entry(), s != 0
}

// set makes an entry the one that holds for its domain.
func (x *index) set(host string, entry int) {
	hash := x.hash(host)
	*x.place(host, hash) = slotOf(hash, entry)
}

// place returns the slot where a domain stands, or would stand.
func (x *index) place(host string, hash uint32) *slot {
	r := x.regions[x.regionOf(hash)]
	at := r.first(hash << x.regionBits())
	for r[at] != 0 && (r[at].hash() != hash || !x.part.isOf(x.entryOf(r[at]), host)) {
		at = r.after(at)
	}
	return &r[at]
}

func (x *index) regionBits() int          { return bits.Len(uint(len(x.regions) - 1)) }
func (x *index) regionOf(hash uint32) int { return int(uint64(hash) << x.regionBits() >> 32) }
func (x *index) entryOf(s slot) *entry    { return &x.part.entries[s.entry()] }

// first returns where to look first for a hash, without the bits that chose the region.
func (r region) first(rest uint32) int { return int(uint64(rest) * uint64(len(r)) >> 32) }

func (r region) after(at int) int {
	if at++; at < len(r) {
		return at
	}
	return 0
}

// fill enters the first entry of each domain and returns the others, in order. hashes are
// those of the domains of all entries.
func (x *index) fill(hashes []uint32) (again []int) {
	x.regions = make([]region, 1<<bits.Len(uint(len(hashes)/perRegion)))
	runs := x.byRegion(hashes)
	found := make([][]int, len(runs))
	var next atomic.Int64
	parallel.Do(min(len(runs), runtime.GOMAXPROCS(0)), func() {
		for i := next.Add(1) - 1; int(i) < len(runs); i = next.Add(1) - 1 {
			x.regions[i], found[i] = x.fillRegion(runs[i])
		}
	})
	again = slices.Concat(found...)
	slices.Sort(again)
	return again
}

// byRegion returns what is to be entered into each region.
func (x *index) byRegion(hashes []uint32) [][]slot {
	ends := make([]int, len(x.regions)+1)
	for _, hash := range hashes {
		ends[x.regionOf(hash)+1]++
	}
	for i := range x.regions {
		ends[i+1] += ends[i]
	}
	runs, all := make([][]slot, len(x.regions)), make([]slot, len(hashes))
	for i := range runs {
		runs[i] = all[ends[i]:ends[i]:ends[i+1]]
	}
	for entry, hash := range hashes {
		i := x.regionOf(hash)
		runs[i] = append(runs[i], slotOf(hash, entry))
	}
	return runs
}

// fillRegion makes the region of a run.
func (x *index) fillRegion(run []slot) (r region, again []int) {
	r = make(region, len(run)+len(run)/2+1)
	rest := x.regionBits()
	for _, s := range run {
		at := r.first(s.hash() << rest)
		for r[at] != 0 && (r[at].hash() != s.hash() || !x.part.isOf(x.entryOf(r[at]), x.part.hostOf(x.entryOf(s)))) {
			at = r.after(at)
		}
		if r[at] == 0 {
			r[at] = s
		} else {
			again = append(again, s.entry())
		}
	}
	return r, again
}
