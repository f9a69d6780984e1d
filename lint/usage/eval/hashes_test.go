package eval

import "testing"

// TestHashes: a set of hashes has what was added and nothing else, also where many begin
// at one place and where it grew.
func TestHashes(t *testing.T) {
	var h hashes
	if h.has(1) {
		t.Error("an empty set has 1")
	}
	id := func(i int) uint64 { return uint64(i%7)<<1 | uint64(i)<<40 | 1 }
	for i := range 1000 {
		if h.has(id(i)) {
			t.Fatalf("has %d before it is added", i)
		}
		h.add(id(i))
		h.add(id(i / 2)) // again
	}
	for i := range 1000 {
		if !h.has(id(i)) {
			t.Errorf("lacks %d", i)
		}
	}
	if h.used != 1000 || h.has(id(1000)) {
		t.Errorf("%d are there", h.used)
	}
}

// TestUnionOfLargeSets: what is added to a large set is there once, in the order in which it
// came, whether the same set comes again or one that overlaps.
func TestUnionOfLargeSets(t *testing.T) {
	b := newBudget(t.Context())
	values := func(from, to int) (vs Values) {
		for i := from; i < to; i++ {
			vs = append(vs, &Value{Kind: Text, Text: "https://a" + string(rune('0'+i)) + ".example.com"})
		}
		return vs
	}
	first, second := values(0, 40), values(30, 60)
	s := set{budget: &b}
	for _, vs := range []Values{first, second, second, first, values(0, 60)} {
		s.union(vs)
	}
	if got := s.values(); len(got) != 60 || got[29] != first[29] || got[59] != second[29] {
		t.Errorf("%d values", len(got))
	}
	if got := first.Union(second).Union(values(0, 60)); len(got) != 60 || got[59] != second[29] {
		t.Errorf("Union: %d values", len(got))
	}
}
