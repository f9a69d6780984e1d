package filing

import (
	"hash/maphash"
	"math/bits"
	"runtime"
	"slices"
	"sync/atomic"

	"github.com/beianlint/beianlint/lint/parallel"
)

// index finds the entry that holds for a domain. It is sorted by the hashes of the domains,
// in regions that fit into a core's cache, one after the other, on all cores: a map takes
// ten times as long for a list of a million.
type index struct {
	part    *part
	seed    maphash.Seed
	regions [][]slot // sorted, one for each value of the first bits of a hash
}

// slot holds the hash of a domain and, in its second half, the number of the entry.
type slot uint64

// perRegion is for how many entries a region is made.
const perRegion = 1 << 12

func slotOf(hash uint32, entry int) slot { return slot(hash)<<32 | slot(entry) }

func (s slot) hash() uint32 { return uint32(s >> 32) }
func (s slot) entry() int   { return int(uint32(s)) }

func (x *index) hash(host []byte) uint32 { return uint32(maphash.Bytes(x.seed, host)) }

// find returns the entry of a domain.
func (x *index) find(host string) (entry int, ok bool) {
	if s := x.place(host); s != nil {
		return s.entry(), true
	}
	return 0, false
}

// set makes an entry the one that holds for its domain, which has one.
func (x *index) set(host string, entry int) {
	s := x.place(host)
	*s = slotOf(s.hash(), entry)
}

// place returns the slot of a domain, nil for none.
func (x *index) place(host string) *slot {
	if len(x.regions) == 0 {
		return nil
	}
	hash := x.hash([]byte(host))
	region := x.regions[x.regionOf(hash)]
	at, _ := slices.BinarySearch(region, slotOf(hash, 0))
	for ; at < len(region) && region[at].hash() == hash; at++ {
		if x.part.isOf(x.entryOf(region[at]), host) {
			return &region[at]
		}
	}
	return nil
}

func (x *index) regionBits() int          { return bits.Len(uint(len(x.regions) - 1)) }
func (x *index) regionOf(hash uint32) int { return int(uint64(hash) << x.regionBits() >> 32) }
func (x *index) entryOf(s slot) *entry    { return &x.part.entries[s.entry()] }

// fill enters the first entry of each domain and returns the others, in order. hashes are
// those of the domains of all entries.
func (x *index) fill(hashes []uint32) (again []int) {
	x.regions = make([][]slot, 1<<bits.Len(uint(len(hashes)/perRegion)))
	x.byRegion(hashes)
	found := make([][]int, len(x.regions))
	var next atomic.Int64
	parallel.Do(min(len(x.regions), runtime.GOMAXPROCS(0)), func() {
		var s sorter
		for i := next.Add(1) - 1; int(i) < len(x.regions); i = next.Add(1) - 1 {
			s.sort(x.regions[i], x.regionBits())
			x.regions[i], found[i] = x.firsts(x.regions[i])
		}
	})
	again = slices.Concat(found...)
	slices.Sort(again)
	return again
}

// byRegion fills the regions, each in the order of the entries: every core counts what a
// stretch of the entries has for each region, and then puts it there.
func (x *index) byRegion(hashes []uint32) {
	all, shift := make([]slot, len(hashes)), 32-x.regionBits()
	cores := min(len(x.regions), runtime.GOMAXPROCS(0))
	per := len(hashes)/cores + 1
	ends := make([][]int, cores) // of each stretch, by region
	each := func(do func(ends []int, first int, hashes []uint32)) {
		var next atomic.Int64
		parallel.Do(cores, func() {
			i := int(next.Add(1)) - 1
			first := min(i*per, len(hashes))
			do(ends[i], first, hashes[first:min(first+per, len(hashes))])
		})
	}
	for i := range ends {
		ends[i] = make([]int, len(x.regions))
	}
	each(func(ends []int, _ int, hashes []uint32) {
		for _, hash := range hashes {
			ends[hash>>shift]++
		}
	})
	at := 0
	for region := range x.regions {
		begin := at
		for _, ends := range ends {
			ends[region], at = at, at+ends[region]
		}
		x.regions[region] = all[begin:at]
	}
	each(func(ends []int, first int, hashes []uint32) {
		for i, hash := range hashes {
			all[ends[hash>>shift]] = slotOf(hash, first+i)
			ends[hash>>shift]++
		}
	})
}

// firsts keeps the first slot of each domain in a sorted region and returns the entries of
// the others.
func (x *index) firsts(region []slot) (kept []slot, again []int) {
	kept = region[:0]
	for _, s := range region {
		if n := len(kept); n > 0 && kept[n-1].hash() == s.hash() && x.holds(kept, s) {
			again = append(again, s.entry())
		} else {
			kept = append(kept, s)
		}
	}
	return kept, again
}

// holds reports whether the last of the slots, those with the hash of another one, have one
// of its domain.
func (x *index) holds(slots []slot, other slot) bool {
	host := x.part.hostOf(x.entryOf(other))
	for at := len(slots) - 1; at >= 0 && slots[at].hash() == other.hash(); at-- {
		if x.part.isOf(x.entryOf(slots[at]), host) {
			return true
		}
	}
	return false
}

// sorter sorts regions, each with the memory of the one before.
type sorter struct {
	ends   []int // of the buckets
	sorted []slot
}

// sort sorts a region whose hashes begin with the same bits: by the next ones into buckets
// of one or two slots, and then each slot past the few that it has to pass. Those of one
// domain stand in order from the beginning, however many they are.
func (s *sorter) sort(region []slot, same int) {
	const most = 16 // bits, of a region of one domain alone
	next := min(bits.Len(uint(len(region))), most)
	mask, shift := slot(1)<<next-1, 64-same-next
	s.ends = slices.Grow(s.ends[:0], 1<<next+1)[:1<<next+1]
	s.sorted = append(s.sorted[:0], region...)
	clear(s.ends)
	for _, x := range s.sorted {
		s.ends[x>>shift&mask+1]++
	}
	for i := range mask {
		s.ends[i+1] += s.ends[i]
	}
	for _, x := range s.sorted {
		end := &s.ends[x>>shift&mask]
		region[*end] = x
		*end++
	}
	for i, x := range region {
		for ; i > 0 && region[i-1] > x; i-- {
			region[i] = region[i-1]
		}
		region[i] = x
	}
}
