package sink

import (
	"strings"

	"github.com/beianlint/beianlint/lint/usage/eval"
)

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

// base notes what an interceptor makes of the URL of every call of an API.
func (r *record) base(vs eval.Values, to contact) {
	if found, _ := r.reaches(vs, to); found {
		r.based[to.api] = true
	}
}

// unknownOf notes a call whose values name no host. Those that are paths alone get theirs
// from an interceptor, which may stand behind the call.
func (r *record) unknownOf(vs eval.Values, to contact) {
	if arePaths(vs) {
		r.paths = append(r.paths, to)
		return
	}
	r.unknownAt(to)
}

// basePaths notes the calls with paths whose API no interceptor gives a host.
func (r *record) basePaths() {
	for _, to := range r.paths {
		if !r.based[to.api] {
			r.unknownAt(to)
		}
	}
}

// arePaths reports whether values are paths from the root of a host, however they go on.
func arePaths(vs eval.Values) bool {
	for _, v := range vs {
		if v.Kind != eval.Text || !strings.HasPrefix(v.Text, "/") || strings.HasPrefix(v.Text, "//") || v.Text == "/" && v.Open {
			return false
		}
	}
	return len(vs) > 0
}
