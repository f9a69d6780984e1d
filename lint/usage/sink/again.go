package sink

import "github.com/beianlint/beianlint/lint/usage/eval"

// unknownHost is a call of a client of which no host was found, and how to ask what it is
// given.
type unknownHost struct {
	to  contact
	ask func() eval.Values
}

// again asks once more what clients are given of which no host was found. The repository
// holds the code of most, and there what they are given goes in a circle: whoever asks
// within it is told less. What is not found now is only known at run time.
func (r *record) again(values *eval.Program) {
	for _, l := range r.lost {
		if values.Afresh() {
			if found, _ := r.reaches(l.ask(), l.to); found {
				continue
			}
		}
		r.unknownAt(l.to)
	}
	r.lost = nil
}
