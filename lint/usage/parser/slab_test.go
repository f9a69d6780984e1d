package parser

import (
	"slices"
	"testing"
)

// TestSlab: what was handed out stays where it is and as it is, whatever is added
// and appended to later.
func TestSlab(t *testing.T) {
	var s slab[int]
	var ones []*int
	var lists [][]int
	for i := range 1000 {
		ones = append(ones, s.add(i))
		list := s.copy([]int{i, -i, i}[:i%4])
		if len(list) > 0 {
			_ = append(list, 1<<20) // must not reach what comes next
		}
		lists = append(lists, list)
	}
	for i := range ones {
		if *ones[i] != i || !slices.Equal(lists[i], []int{i, -i, i}[:i%4]) {
			t.Fatalf("%d: %d, %v", i, *ones[i], lists[i])
		}
	}
	if left := len(s.block); left > s.taken/5 {
		t.Errorf("%d of %d are unused", left, s.taken)
	}
	if s.copy(nil) != nil {
		t.Error("the empty list is not nil")
	}
	if got := s.copy(make([]int, 5000)); len(got) != 5000 || cap(got) != 5000 {
		t.Errorf("a list of 5000 has %d of %d", len(got), cap(got))
	}
}

func TestStack(t *testing.T) {
	var s stack[int]
	outer := s.mark()
	s.push(1)
	inner := s.mark()
	s.push(2)
	s.push(3)
	if got := s.pop(inner); !slices.Equal(got, []int{2, 3}) {
		t.Errorf("inner list is %v", got)
	}
	s.push(4)
	if got := s.pop(outer); !slices.Equal(got, []int{1, 4}) {
		t.Errorf("outer list is %v", got)
	}
	s.push(5)
	if s = s.emptied(); len(s.items) > 0 || cap(s.items) < 3 || slices.ContainsFunc(s.items[:cap(s.items)], func(n int) bool { return n != 0 }) {
		t.Errorf("emptied, it holds %v", s.items[:cap(s.items)])
	}
}
