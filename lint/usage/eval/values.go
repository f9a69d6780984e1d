package eval

import (
	"slices"
	"strings"

	"github.com/beianlint/beianlint/lint/endpoint"
)

const (
	// maxValues bounds how many values an expression may have: every text that can
	// hold or continue a host counts, and what texts are read from.
	maxValues = 8192
	// maxSubjects bounds functions, classes and what holds no text.
	maxSubjects = 512
	// maxMade bounds the pieces of hosts that stand in no literal: decoders make
	// words of words.
	maxMade = 256
	// maxPaths bounds the texts that can not hold a host. A request function can
	// have thousands of callers: their paths soon say nothing more.
	maxPaths = 16
	// maxParts bounds of how many literals a text is made.
	maxParts = 24
	// maxJoined is how many texts two sets of pieces are joined to before each text
	// that holds its host is joined to one of the pieces only.
	maxJoined = 128
	// maxProducts bounds what two sets are joined to when both are large.
	maxProducts = 1024
	// maxText bounds a string: longer ones are cut and open.
	maxText = 1024
)

// Values is a set of possible values without repetition.
type Values []*Value

func (vs Values) Add(v *Value) Values {
	if len(vs) >= maxPaths && len(vs) >= v.most() {
		return vs
	}
	if vs.has(v) {
		return vs
	}
	return append(vs, v)
}

func (vs Values) has(v *Value) bool {
	if len(vs) < maxPairs {
		for i := range vs {
			if vs[i] == v || vs[i].same(v) {
				return true
			}
		}
		return false
	}
	id := v.hash()
	for i := range vs {
		if vs[i].hash() == id {
			return true
		}
	}
	return false
}

// most is how many values a set has at most that v is added to.
func (v *Value) most() int {
	switch {
	case v.Kind == Object || v.Kind == Array || v.Kind == Text && startsURL(v.Text):
		return maxValues
	case v.Kind != Text:
		return maxSubjects
	case holdsURL(v):
		return maxValues
	case v.prose || v.Text == "" || strings.IndexByte("/?&#~", v.Text[0]) >= 0 || !v.isLiteral() && !isPiece(v):
		return maxPaths
	}
	if !v.isLiteral() {
		return maxMade
	}
	return maxValues // a piece of a host
}

// isLiteral reports whether a text stands as it is in one literal.
func (v *Value) isLiteral() bool {
	return !v.Open && len(v.Parts) == 1 && v.Parts[0].Expr.Text == v.Text
}

// full reports whether the set can lack values because it has as many as it may.
func (vs Values) full() bool {
	return len(vs) >= maxValues || len(vs) == maxSubjects && slices.ContainsFunc(vs, func(v *Value) bool { return v.most() == maxSubjects })
}

// markCut returns the values as some of more.
func (vs Values) markCut() Values {
	out := make(Values, len(vs))
	for i, v := range vs {
		out[i] = v.copy()
		out[i].cut = true
	}
	return out
}

// mayLack reports whether there can be more texts than a set keeps.
func (vs Values) mayLack() bool {
	if slices.ContainsFunc(vs, (*Value).IsCut) {
		return true
	}
	if len(vs) < maxPaths {
		return false
	}
	few := 0
	for _, v := range vs {
		if v.most() == maxPaths {
			few++
		}
	}
	return few >= maxPaths || vs.full()
}

// startsURL reports whether a text begins with a scheme, or "//".
func startsURL(text string) bool {
	i := strings.Index(text[:min(len(text), 10)], "//")
	return i == 0 || i > 1 && text[i-1] == ':'
}

// shared returns the set without room behind it: whoever adds to it copies it.
// What is kept to be given out again must be shared.
func (vs Values) shared() Values { return vs[:len(vs):len(vs)] }

// is reports whether two sets are known to be the same without being compared.
func (vs Values) is(other Values) bool {
	return len(vs) == len(other) && (len(vs) == 0 || &vs[0] == &other[0])
}

// Union returns the values of both sets.
func (vs Values) Union(other Values) Values {
	switch {
	case len(vs) == 0:
		return other.shared()
	case vs.is(other):
		return vs
	case len(other) >= maxPairs:
		return vs.unionLarge(other)
	}
	for _, v := range other {
		vs = vs.Add(v)
	}
	return vs
}

// same reports whether two values are the same subject: for strings the same
// text from the same literal.
func (v *Value) same(w *Value) bool {
	if v.Kind != w.Kind || v.Open != w.Open || v.Text != w.Text || v.Path != w.Path || v.expr != w.expr || v.Fn != w.Fn || v.class != w.class || v.mod != w.mod || v.load != w.load || v.frame != w.frame {
		return false
	}
	if len(v.Parts) != len(w.Parts) {
		return false
	}
	for i := range v.Parts {
		if v.Parts[i] != w.Parts[i] {
			return false
		}
	}
	return true
}

// maxTold bounds the sets whose values are copied to tell of one more step: a larger one
// that is read often would fill the memory, and nobody reads so many trails.
const maxTold = 512

// via returns the values with one more step on the trails of the texts:
// what else there is has no way to tell of.
func (vs Values) via(s step) Values {
	if len(vs) > maxTold || isOfLibrary(s.mod) || !vs.mayHaveHost() {
		return vs.shared()
	}
	out := make(Values, len(vs))
	copy(out, vs)
	told := make([]told, vs.countHosts()) // in one place: there are many
	for i, v := range vs {
		if !v.mayHaveHost() {
			continue
		}
		id := v.id
		if id == 0 && len(vs) >= maxPairs {
			id = v.hash() // once for all copies
		}
		t := &told[0]
		told = told[1:]
		t.value, t.step = *v, s
		t.step.next = v.trail
		t.value.forget()
		t.value.trail, t.value.id = &t.step, id
		out[i] = &t.value
	}
	return out
}

// told is a value with the last step of its trail.
type told struct {
	value Value
	step  step
}

func (vs Values) mayHaveHost() bool {
	for i := range vs {
		if vs[i].mayHaveHost() {
			return true
		}
	}
	return false
}

// countHosts is how many values may have a host.
func (vs Values) countHosts() (n int) {
	for i := range vs {
		if vs[i].mayHaveHost() {
			n++
		}
	}
	return n
}

// append joins what follows to every string of vs. An unknown piece leaves
// the strings open; a piece that is unknown from the start leaves nothing.
func (vs Values) append(next Values) Values {
	var out set
	var rest Values // of next, without what adds nothing to plain pieces where there is much
	words, most := slices.ContainsFunc(next, (*Value).startsWithWord), mostJoined(vs, next)
	for _, v := range vs {
		if len(out.list) >= most {
			break
		}
		if v.Text != "" && len(out.list) >= v.most() {
			continue
		}
		if len(next) == 0 || v.Kind != Text || v.Open || settled(v.Text) || v.prose {
			out.add(v.opened())
			continue
		}
		if len(out.list) >= maxMade && v.isPlain() {
			if rest == nil {
				rest = slices.DeleteFunc(slices.Clone(next), (*Value).isPlain)
			}
			v.appendTo(&out, rest, most, false)
			continue
		}
		v.appendTo(&out, next, most, words && isOrigin(v.Text))
	}
	return out.values()
}

// isPlain reports whether a written text has nothing that begins a URL inside of it: two of
// those make no more than maxMade.
func (v *Value) isPlain() bool {
	return v.Kind == Text && len(v.Parts) > 0 && !strings.ContainsAny(v.Text, "/%")
}

// mostJoined is how many texts two sets are joined to at most.
func mostJoined(vs, next Values) int {
	if slices.ContainsFunc(vs, func(v *Value) bool { return startsURL(v.Text) }) {
		return min(max(maxProducts, len(vs), len(next)), maxValues)
	}
	return min(max(maxMade, len(vs), len(next)), maxValues)
}

// appendTo adds what follows to a string, which may be an origin. What leaves its host as
// it is counts once when there is much.
func (v *Value) appendTo(out *set, next Values, most int, origin bool) {
	host := hasAuthority(v.Text)
	joined := false
	for _, n := range next {
		switch {
		case len(out.list) >= most:
			return
		case host && absolute(n.Text):
			continue // base + url where url is sometimes a whole URL: the code tests for it
		case joined && host && len(out.list) >= maxJoined && n.most() == maxPaths:
			continue
		case origin && n.startsWithWord():
			out.add(v.opened()) // base + "path" without a slash: broken, but the base is meant
			continue
		}
		out.add(v.concat(n))
		joined = true
	}
}

// absolute reports whether a text is a whole URL.
func absolute(text string) bool {
	return strings.HasPrefix(text, "http://") || strings.HasPrefix(text, "https://") || strings.HasPrefix(text, "ws://") || strings.HasPrefix(text, "wss://")
}

// hasAuthority reports whether a text holds more of a URL than its scheme.
func hasAuthority(text string) bool {
	_, rest, ok := strings.Cut(text, "//")
	return ok && rest != ""
}

// isOrigin reports whether a text is a URL that ends with a whole host: one under a known
// public suffix, or the machine itself.
func isOrigin(text string) bool {
	ep, ok := endpoint.ParseURL(text)
	return ok && ep.Path == "" && ep.Port == 0 && (ep.Host == "localhost" || endpoint.ApprovedSuffix(ep.Host))
}

// startsWithWord reports whether a text starts with a letter, and so not with what can
// continue a host.
func (v *Value) startsWithWord() bool {
	return v.Text != "" && (v.Text[0] >= 'a' && v.Text[0] <= 'z' || v.Text[0] >= 'A' && v.Text[0] <= 'Z') && !strings.HasPrefix(v.Text, "http")
}

// Texts leaves what has a text of its own.
func (vs Values) Texts() Values {
	n := 0
	for _, v := range vs {
		if v.isText() {
			n++
		}
	}
	switch n {
	case 0:
		return nil
	case len(vs):
		return vs.shared()
	}
	texts := make(Values, 0, n)
	for _, v := range vs {
		if v.isText() {
			texts = append(texts, v)
		}
	}
	return texts
}

func (vs Values) allSettled() bool {
	for _, v := range vs {
		if !v.Open && !settled(v.Text) {
			return false
		}
	}
	return true
}

// named reports whether a value is an API, a package or the global object, which
// has no list of its properties.
func (vs Values) named() bool {
	for _, v := range vs {
		if v.Kind == API || v.Kind == Package || isGlobalObject(v) {
			return true
		}
	}
	return false
}

// meets reports whether two sets of texts have one in common.
func (vs Values) meets(other Values) bool {
	for _, v := range vs {
		for _, w := range other {
			if v.Text == w.Text {
				return true
			}
		}
	}
	return false
}

// opened marks texts of which a part is cut off: what is left mostly has the
// host.
func (vs Values) opened() Values {
	out := make(Values, len(vs))
	for i, v := range vs {
		out[i] = v.opened()
	}
	return out
}

// instances turns functions and classes into what new makes of them.
func (vs Values) instances() Values {
	var out Values
	for _, v := range vs {
		if isConstructor(v) {
			v = v.copy()
			v.Kind = Instance
			out = append(out, v)
		}
	}
	return out
}

// only returns the values of some kinds.
func (vs Values) only(kinds ...Kind) (of Values) {
	for _, v := range vs {
		if slices.Contains(kinds, v.Kind) {
			of = append(of, v)
		}
	}
	return of
}
