package eval

import "math/bits"

// hashes is a set of hashes of values. They are spread over all numbers already, so that
// a table which is searched from their place on answers in a third of a map's time.
type hashes struct {
	table []uint64 // of a power of two; 0 where there is none
	used  int
}

// addAll adds the hashes of values, with room for all of them.
func (h *hashes) addAll(vs Values) {
	if least := 2 * (h.used + len(vs)); least >= len(h.table) {
		h.resize(least + 1)
	}
	for _, v := range vs {
		h.add(v.hash())
	}
}

// has reports whether a hash is there.
func (h *hashes) has(id uint64) bool { return h.used > 0 && h.table[h.place(id)] == id }

// add adds a hash.
func (h *hashes) add(id uint64) {
	if 2*h.used >= len(h.table) {
		h.resize(2 * len(h.table))
	}
	if at := h.place(id); h.table[at] == 0 {
		h.table[at] = id
		h.used++
	}
}

// place is where a hash stands, or would.
func (h *hashes) place(id uint64) int {
	last := uint64(len(h.table) - 1)
	at := id >> 1 & last // the lowest bit is always set
	for h.table[at] != 0 && h.table[at] != id {
		at = (at + 1) & last
	}
	return int(at)
}

// smallestTable holds a set that is just too large to compare pairs.
const smallestTable = 128

// resize makes the table one of so many places or more.
func (h *hashes) resize(least int) {
	old := h.table
	h.table = make([]uint64, max(smallestTable, 1<<bits.Len(uint(max(least, 1)-1))))
	h.used = 0
	for _, id := range old {
		if id != 0 {
			h.add(id)
		}
	}
}
