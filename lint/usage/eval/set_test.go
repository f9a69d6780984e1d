package eval

import (
	"slices"
	"strconv"
	"testing"
)

// addresses are so many values that are all others, from a number on.
func addresses(from, n int) (vs Values) {
	for i := range n {
		vs = append(vs, &Value{Kind: Text, Text: "https://a" + strconv.Itoa(from+i) + ".example.net/"})
	}
	return vs
}

// TestSetUnion: each value is there once, in the order in which they came, however large the sets
// are and whether they begin alike.
func TestSetUnion(t *testing.T) {
	for _, size := range []int{0, 1, maxPairs - 1, maxPairs, 4 * maxPairs} {
		for _, other := range []struct{ from, n int }{{0, size}, {0, size / 2}, {0, 2 * size}, {size, 1}, {size / 2, 1}, {size / 2, size}, {size, 2 * maxPairs}} {
			vs, more := addresses(0, size), addresses(other.from, other.n)
			want := addresses(0, max(size, other.from+other.n))
			if other.n == 0 || size == 0 && other.from > 0 {
				continue
			}
			s := newSet(link("-- app.js --\n").e)
			s.union(vs)
			for range 2 * maxScans { // the last ones by the index
				s.union(more)
				for _, v := range more {
					s.union(Values{v})
				}
			}
			for i, got := range []Values{s.values(), vs.Union(more)} {
				if !slices.EqualFunc(got, want, (*Value).same) {
					t.Errorf("%d and %d from %d on make %d values by way %d, want %d", size, other.n, other.from, len(got), i, len(want))
				}
			}
		}
	}
}
