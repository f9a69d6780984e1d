package flow

import (
	"strings"

	"github.com/beianlint/beianlint/lint/endpoint"
	"github.com/beianlint/beianlint/lint/usage/ast"
)

// kind says what a value is.
type kind uint8

const (
	unknown  kind = iota
	str           // text; open when unknown text follows
	constant      // true, false, null, undefined, a number: text
	object        // an object literal, Object.assign or JSON value: expr
	array         // expr
	function      // fn
	class         // class
	instance      // of class, or of fn used as a constructor
	exports       // of mod
	external      // of a package that is not in the project: path, expr the last call
	api           // of the platform: path
	environ       // process.env, or import.meta.env: text is "process" or "meta"
	spread        // what is spread into an object: only names answers
)

// value is one thing that an expression can evaluate to.
type value struct {
	kind  kind
	open  bool
	prose bool // a text that starts like no URL: see isProse
	text  string
	path  *Path
	parts []part
	expr  *ast.Expr
	fn    *ast.Func
	class *ast.ClassBody
	mod   *module
	frame *frame
	trail *step
}

// copy returns a value that may be changed: all others are shared.
func (v *value) copy() *value {
	w := *v
	return &w
}

// opened returns the value with unknown text behind it.
func (v *value) opened() *value {
	if v.open {
		return v
	}
	v = v.copy()
	v.open = true
	return v
}

// part says that the text from at on stems from a literal.
type part struct {
	at   int
	expr *ast.Expr
	mod  *module
}

// step is one name that a value came through, the last one first.
type step struct {
	name  string
	mod   *module
	start int32
	end   int32
	next  *step
}

const (
	// maxValues bounds how many values an expression may have. A request function
	// can have hundreds of callers: their paths soon say nothing more, so those
	// that can not hold a host are dropped first.
	maxValues = 512
	maxWords  = 48 // each may be a piece of a host
	maxPaths  = 16
	// maxParts bounds of how many literals a text is made.
	maxParts = 24
	// maxJoined bounds what two sets of pieces are joined to.
	maxJoined = 128
	// maxText bounds a string: longer ones are cut and open.
	maxText = 1024
)

// values is a set of possible values without repetition.
type values []*value

func (vs values) add(v *value) values {
	if len(vs) >= maxPaths && len(vs) >= v.most() {
		return vs
	}
	for i := range vs {
		if vs[i] == v || vs[i].same(v) {
			return vs
		}
	}
	return append(vs, v)
}

// most is how many values a set has at most that v is added to.
func (v *value) most() int {
	switch {
	case v.kind != str || startsURL(v.text):
		return maxValues
	case v.prose || v.text == "" || strings.IndexByte("/?&#~", v.text[0]) >= 0:
		return maxPaths
	}
	return maxWords
}

// startsURL reports whether a text begins with a scheme, or "//".
func startsURL(text string) bool {
	i := strings.Index(text[:min(len(text), 10)], "//")
	return i == 0 || i > 1 && text[i-1] == ':'
}

// shared returns the set without room behind it: whoever adds to it copies it.
// What is kept to be given out again must be shared.
func (vs values) shared() values { return vs[:len(vs):len(vs)] }

// union returns the values of both sets.
func (vs values) union(other values) values {
	if len(vs) == 0 {
		return other.shared()
	}
	for _, v := range other {
		vs = vs.add(v)
	}
	return vs
}

// same reports whether two values are the same thing: for strings the same
// text from the same literal.
func (v *value) same(w *value) bool {
	if v.kind != w.kind || v.open != w.open || v.text != w.text || v.path != w.path || v.expr != w.expr || v.fn != w.fn || v.class != w.class || v.mod != w.mod {
		return false
	}
	if len(v.parts) != len(w.parts) {
		return false
	}
	for i := range v.parts {
		if v.parts[i] != w.parts[i] {
			return false
		}
	}
	return true
}

// through returns the values with one more step on the trails of the texts:
// what else there is has no way to tell of.
func (vs values) through(s step) values {
	if !vs.mayHaveHost() {
		return vs.shared()
	}
	out := make(values, len(vs))
	steps := make([]step, len(vs))
	for i, v := range vs {
		if v.mayHaveHost() {
			steps[i] = s
			steps[i].next = v.trail
			v = v.copy()
			v.trail = &steps[i]
		}
		out[i] = v
	}
	return out
}

func (vs values) mayHaveHost() bool {
	for i := range vs {
		if vs[i].mayHaveHost() {
			return true
		}
	}
	return false
}

func (v *value) mayHaveHost() bool { return v.kind == str && !v.prose }

// literal is the value of a string literal.
func literal(x *ast.Expr, m *module) *value {
	text, open := x.Text, false
	if len(text) > maxText {
		text, open = text[:maxText], true
	}
	return &value{kind: str, text: text, open: open, prose: isProse(text), parts: []part{{0, x, m}}}
}

// settled reports whether a text holds a whole authority, so that nothing
// that follows can change its host.
func settled(text string) bool {
	i := strings.Index(text, "//")
	if i < 0 || i > 0 && (i > 8 || text[i-1] != ':') {
		return false
	}
	return strings.ContainsAny(text[i+2:], "/?#")
}

// isProse reports whether a text starts with what no URL starts with, so that
// no host can follow: '<a href="', 'Bearer '. A style can: it has url( in it.
func isProse(text string) bool {
	return strings.ContainsAny(strings.TrimLeft(text, " \n"), " <>\"\n") && !strings.Contains(text, "//") && !strings.Contains(text, "url(")
}

// append joins what follows to every string of vs. An unknown piece leaves
// the strings open; a piece that is unknown from the start leaves nothing.
func (vs values) append(next values) values {
	var out values
	for _, v := range vs {
		if len(out) >= maxJoined {
			break
		}
		if v.kind == str && !v.open && wholeOrigin(v.text) && next.startWithWord() {
			v = v.opened() // base + "path" without a slash: broken, but the base is meant
		}
		if v.kind != str || v.open || settled(v.text) || v.prose {
			out = out.add(v.opened())
			continue
		}
		if len(next) == 0 {
			out = out.add(v.opened())
		}
		for _, n := range next {
			if len(out) >= maxJoined {
				break
			}
			if v.text != "" && absolute(n.text) && hasAuthority(v.text) {
				continue // base + url where url is sometimes a whole URL: the code tests for it
			}
			out = out.add(v.concat(n))
		}
	}
	return out
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

// wholeOrigin reports whether a text is a URL that ends with a host under a
// known public suffix.
func wholeOrigin(text string) bool {
	ep, ok := endpoint.ParseURL(text)
	return ok && ep.Path == "" && ep.Port == 0 && endpoint.ApprovedSuffix(ep.Host)
}

// startWithWord reports whether every text starts with a letter, and none with
// what can continue a host.
func (vs values) startWithWord() bool {
	for _, v := range vs {
		if v.text == "" || !(v.text[0] >= 'a' && v.text[0] <= 'z' || v.text[0] >= 'A' && v.text[0] <= 'Z') || strings.HasPrefix(v.text, "http") {
			return false
		}
	}
	return len(vs) > 0
}

func (v *value) concat(n *value) *value {
	if n.kind != str && n.kind != constant || len(v.parts)+len(n.parts) > maxParts {
		return v.opened()
	}
	v = v.copy()
	shift := len(v.text)
	v.text += n.text
	v.open = n.open
	v.parts = append([]part(nil), v.parts...)
	for _, p := range n.parts {
		v.parts = append(v.parts, part{p.at + shift, p.expr, p.mod})
	}
	if n.trail != nil && !hasAuthority(v.text[:shift]) {
		v.trail = n.trail.join(v.trail)
	}
	if len(v.text) > maxText {
		v.text, v.open = v.text[:maxText], true
	}
	v.prose = isProse(v.text)
	return v
}

// maxTrail bounds a trail: longer ones lose their far end.
const maxTrail = 12

// join puts the steps of s before those of other.
func (s *step) join(other *step) *step {
	if other == nil {
		return s
	}
	var steps []step
	for ; s != nil && len(steps) < maxTrail; s = s.next {
		steps = append(steps, *s)
	}
	for i := len(steps) - 1; i >= 0; i-- {
		steps[i].next = other
		other = &steps[i]
	}
	return other
}

// partAt returns the literal that the byte at an offset of the text is from.
func (v *value) partAt(at int) (part, bool) {
	for i := len(v.parts) - 1; i >= 0; i-- {
		if v.parts[i].at <= at {
			return v.parts[i], true
		}
	}
	return part{}, false
}
