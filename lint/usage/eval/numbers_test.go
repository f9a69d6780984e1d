package eval

import "testing"

// TestNumbers: a key has its number until it is dropped, and none of those that take its
// place in the table afterwards.
func TestNumbers(t *testing.T) {
	const n = 5000
	var s numbers
	fill := func() {
		for key := uint64(1); key <= n; key++ {
			s.set(key, int32(key))
		}
	}
	fill()
	s.keep(func(number int32) bool { return number%3 == 0 })
	for key := uint64(1); key <= 2*n; key++ {
		want := int32(0)
		if key <= n && key%3 == 0 {
			want = int32(key)
		}
		if got := s.of(key); got != want {
			t.Fatalf("of what was kept %d has the number %d, want %d", key, got, want)
		}
	}
	fill()
	s.reset()
	for key := uint64(n); key > 0; key-- {
		if got := s.of(key); got != 0 {
			t.Fatalf("%d has the number %d after a reset", key, got)
		}
		s.set(key+n, 1)
	}
}

// TestAnswersAreForgotten: what answers stood in is used again, and none of them is there.
func TestAnswersAreForgotten(t *testing.T) {
	var reads readAnswers
	var named answers[string]
	for range 3 {
		reads.reset()
		named.reset()
		for i := range handle(3 * answersPage) {
			key := readKey{i + 1, 1}
			if a, ok := reads.of(key); ok || len(a.Values) > 0 {
				t.Fatalf("%v was answered", key)
			}
			if a := reads.set(key, answer{}); a.provisional || len(a.Values) > 0 {
				t.Fatalf("%v has an answer", key)
			}
			reads.set(key, cycle)
		}
		if _, ok := named.of("a"); ok || named.place("a").provisional {
			t.Fatal("a was answered")
		}
		*named.place("a") = cycle
	}
}
