package eval

import (
	"hash/maphash"
	"slices"

	"github.com/beianlint/beianlint/lint/usage/ast"
	"github.com/beianlint/beianlint/lint/usage/resolve"
)

// set collects values without repetition. Pairs are compared while it is small;
// above that it has an index.
type set struct {
	list   Values
	budget *budget
	index  hashes
	last   Values // the large set that was added last: many values have the same one
	scans  int    // how many values were looked for without the index
}

// newSet returns a set whose work counts.
func newSet(e *Evaluator) set { return set{budget: &e.memo.budget} }

// values returns what was collected, without room behind it.
func (s *set) values() Values { return s.list.shared() }

// union adds values. The first ones are shared.
func (s *set) union(vs Values) {
	switch {
	case len(vs) == 0:
		return
	case len(s.list) == 0: // which costs nothing
		s.list = vs.shared()
		return
	case s.budget.over():
		return
	}
	if vs.is(s.list) {
		return
	}
	s.budget.spend(len(vs))
	if len(vs) >= maxPairs {
		if vs.is(s.last) {
			return
		}
		s.last = vs
	}
	for _, v := range vs[s.list.inCommon(vs):] {
		s.add(v)
	}
}

// add adds one value.
func (s *set) add(v *Value) {
	if len(s.list) < maxPairs {
		s.list = s.list.Add(v)
		return
	}
	if s.index.used == 0 {
		if s.scans++; s.scans <= maxScans {
			s.list = s.list.Add(v)
			return
		}
		s.index.addAll(s.list)
	}
	if id := v.hash(); !s.index.has(id) && len(s.list) < v.most() {
		s.index.add(id)
		s.list = append(s.list, v)
	}
}

const (
	// maxPairs is how large a set is whose values are compared with each other.
	maxPairs = 24
	// maxScans is how many values are looked for in a larger one before it gets an index: to
	// make one takes as long as to look for some. Most sets get no more.
	maxScans = 3
)

// inCommon is how many values stand at the beginning of both sets: of two large ones mostly all
// do.
func (vs Values) inCommon(other Values) (n int) {
	if len(vs) < maxPairs {
		return 0
	}
	for n < len(vs) && n < len(other) && (vs[n] == other[n] || vs[n].hash() == other[n].hash()) {
		n++
	}
	return n
}

// seed makes hashes that nobody can choose inputs for.
var seed = maphash.MakeSeed()

// hash returns a number that values which are the same have in common, and
// others as good as never.
func (v *Value) hash() uint64 {
	if v.id == 0 {
		v.id = maphash.Comparable(seed, sameness{v.Kind, v.Open, v.Text, v.Path, v.expr, v.Fn, v.class, v.mod, v.frame, len(v.Parts)}) | 1
		for i := range v.Parts {
			v.id = maphash.Comparable(seed, struct {
				before uint64
				Part
			}{v.id, v.Parts[i]}) | 1
		}
	}
	return v.id
}

// sameness is what values that are the same have in common besides their parts.
type sameness struct {
	kind  Kind
	open  bool
	text  string
	path  *Path
	expr  *ast.Expr
	fn    *ast.Func
	class *ast.ClassBody
	mod   *resolve.Module
	made  *frame
	parts int
}

// unionLarge is Union for sets that are too large to compare all pairs.
func (vs Values) unionLarge(other Values) Values {
	vs = slices.Clip(vs)
	if other = other[vs.inCommon(other):]; len(other) == 0 {
		return vs
	}
	var known hashes
	known.addAll(vs)
	for _, v := range other {
		if id := v.hash(); !known.has(id) && len(vs) < v.most() {
			known.add(id)
			vs = append(vs, v)
		}
	}
	return vs
}
