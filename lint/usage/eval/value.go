package eval

import (
	"strings"

	"github.com/beianlint/beianlint/lint/endpoint"
	"github.com/beianlint/beianlint/lint/source"
	"github.com/beianlint/beianlint/lint/usage/ast"
	"github.com/beianlint/beianlint/lint/usage/resolve"
)

// Kind says what a value is.
type Kind uint8

const (
	Native       Kind = iota
	Text              // text; open when unknown text follows
	Constant          // true, false, null, undefined, a number: text
	Object            // an object literal, Object.assign or JSON value: expr
	Array             // expr
	Function          // fn
	Class             // class
	Instance          // of class, or of fn used as a constructor
	Exports           // of mod
	Package           // of a package that is not in the project: path, expr the last call
	API               // of the platform: path
	Environment       // process.env, or import.meta.env: text is "process" or "meta"
	ModuleObject      // module of CommonJS, whose exports are those of mod
	Loader            // what a bundled module requires others with: load
	Interop           // webpack's n.n(expr): itself and its property a are the default export
	Query             // what a page is opened with: expr, mod is the page
	spread            // what is spread into an object: only names answers
)

// Value is one subject that an expression can evaluate to.
type Value struct {
	Kind Kind
	Open bool
	traits
	Text  string
	Path  *Path
	Parts []Part
	expr  *ast.Expr
	Fn    *ast.Func
	class *ast.ClassBody
	mod   *resolve.Module
	load  *loader
	frame *frame
	trail *step
	id    uint64 // its hash once that was asked for
	// The handles of what it is, once they were asked for.
	identityHandle, subjectHandle handle
}

// traits is what a text is like.
type traits struct {
	prose bool // it starts like no URL: see isProse
	cut   bool // there are more like it than were made: see Evaluator.cut
}

// copy returns a value that may be changed: all others are shared.
func (v *Value) copy() *Value {
	w := *v
	w.forget()
	return &w
}

// forget drops what is known of a value that is about to be another.
func (v *Value) forget() { v.id, v.identityHandle, v.subjectHandle = 0, 0, 0 }

// First returns the literal that a text begins with.
func (v *Value) First() (Part, bool) { return v.partAt(0) }

// Inner returns a text that stands in v, from the literal at an offset of v.
func (v *Value) Inner(text string, from int) *Value {
	inner := v.copy()
	inner.Text, inner.Parts = text, nil
	if p, ok := v.partAt(from); ok {
		inner.Parts = []Part{{0, p.Expr, p.Mod}}
	}
	return inner
}

// opened returns the value with unknown text behind it.
func (v *Value) opened() *Value {
	if v.Open {
		return v
	}
	v = v.copy()
	v.Open = true
	return v
}

// setText sets the text of a value that may be changed.
func (v *Value) setText(text string) {
	if len(text) > maxText {
		text, v.Open = text[:maxText], true
	}
	v.Text, v.prose = text, isProse(text)
}

// IsLost reports whether nothing is known of a text but of what it is made.
func (v *Value) IsLost() bool { return v.Kind == Text && v.Open && v.Text == "" && len(v.Parts) > 0 }

// IsCut reports whether there may be more addresses like this one: a bound was met where
// its host was put together.
func (v *Value) IsCut() bool { return v.cut }

// Part says that the text from at on stems from a literal.
type Part struct {
	at   int
	Expr *ast.Expr
	Mod  *resolve.Module
}

// step is one name that a value came through, the last one first.
type step struct {
	name  string
	mod   *resolve.Module
	start int32
	end   int32
	next  *step
}

func (v *Value) mayHaveHost() bool { return v.Kind == Text && !v.prose }

// Literal is the value of a string literal.
func Literal(x *ast.Expr, m *resolve.Module) *Value {
	text, open := x.Text, false
	if len(text) > maxText {
		text, open = text[:maxText], true
	}
	return &Value{Kind: Text, Text: text, Open: open, traits: traits{prose: isProse(text)}, Parts: []Part{{0, x, m}}}
}

// numeral is the value of a number as it is written.
func numeral(x *ast.Expr) *Value {
	v := &Value{Kind: Constant}
	v.setText(x.Text)
	return v
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

// leavesHost reports whether what follows a text is no part of its host.
func leavesHost(text, next string) bool {
	return hasAuthority(text) && next != "" && strings.IndexByte("/?#", next[0]) >= 0
}

// isProse reports whether a text starts with what no URL starts with, so that
// no host can follow: '<a href="', 'Bearer '. A style can: it has url( in it.
func isProse(text string) bool {
	start := strings.TrimLeft(text, " \n")
	if i := strings.IndexByte(start, ':'); i > 0 && otherScheme[start[:i+1]] {
		return true
	}
	return !strings.Contains(text, "//") && strings.ContainsAny(start, " <>\"\n") && !strings.Contains(text, "url(")
}

// otherScheme are the schemes of what no host is asked for.
var otherScheme = map[string]bool{"mailto:": true, "tel:": true, "sms:": true, "javascript:": true, "data:": true, "about:": true}

func (v *Value) isText() bool {
	return v.Kind == Text || v.Kind == Constant && v.Text != "undefined" && v.Text != "null"
}

func (v *Value) isBoolean() bool {
	return v.Kind == Constant && (v.Text == "true" || v.Text == "false")
}

func (v *Value) concat(n *Value) *Value {
	switch {
	case n.Kind != Text && n.Kind != Constant, n.isBoolean() && strings.HasSuffix(v.Text, "://"): // no host has such a name
		return v.opened()
	case len(v.Parts)+len(n.Parts) > maxParts:
		return v.stopped(n.Text)
	}
	v = v.copy()
	shift := len(v.Text)
	v.cut = v.cut || n.cut && !leavesHost(v.Text, n.Text)
	v.Text += n.Text
	v.Open = n.Open
	if shift == 0 && len(v.Parts) == 0 {
		v.Parts = n.Parts
	} else if len(n.Parts) > 0 {
		parts := make([]Part, 0, len(v.Parts)+len(n.Parts))
		parts = append(parts, v.Parts...)
		for _, p := range n.Parts {
			parts = append(parts, Part{p.at + shift, p.Expr, p.Mod})
		}
		v.Parts = parts
	}
	if n.trail != nil && !hasAuthority(v.Text[:shift]) {
		v.trail = n.trail.join(v.trail)
	}
	if len(v.Text) > maxText {
		v.Text, v.Open = v.Text[:maxText], true
	}
	v.prose = isProse(v.Text)
	return v
}

// stopped returns the value where no more is followed of what stands behind it, which begins
// with a text: what many pieces make may end in the middle of a host.
func (v *Value) stopped(next string) *Value {
	if len(v.Parts) > maxParts/2 && startsURL(v.Text) && !settled(v.Text) && !leavesHost(v.Text, next) {
		return lostText(v)
	}
	return v.opened()
}

// maxTrail bounds a trail: longer ones lose their far end.
const maxTrail = 12

// join puts the steps of s before those of other.
func (s *step) join(other *step) *step {
	if other == nil {
		return s
	}
	n := 0
	for at := s; at != nil && n < maxTrail; at = at.next {
		n++
	}
	steps := make([]step, n)
	for i := range steps {
		steps[i], s = *s, s.next
	}
	for i := len(steps) - 1; i >= 0; i-- {
		steps[i].next = other
		other = &steps[i]
	}
	return other
}

// partAt returns the literal that the byte at an offset of the text is from.
func (v *Value) partAt(at int) (Part, bool) {
	for i := len(v.Parts) - 1; i >= 0; i-- {
		if v.Parts[i].at <= at {
			return v.Parts[i], true
		}
	}
	return Part{}, false
}

// Steps returns the trail of a value, the literal's end first.
func (v *Value) Steps() []Step {
	var out []Step
	for s := v.trail; s != nil && len(out) < maxTrail; s = s.next {
		out = append(out, Step{s.name, s.mod.Span(s.start, s.end)})
	}
	for i, j := 0, len(out)-1; i < j; i, j = i+1, j-1 {
		out[i], out[j] = out[j], out[i]
	}
	return out
}

// Place returns the literal to name: the one in which the registrable domain
// starts, since that is what a filing, or an edit, is about.
func (v *Value) Place(ep endpoint.Endpoint) (Part, bool) {
	at := HostOffset(v.Text)
	if i := strings.Index(strings.ToLower(v.Text[at:]), ep.Host); i >= 0 {
		at += i
		if domain := endpoint.Registrable(ep.Host); domain != "" {
			at += len(ep.Host) - len(domain)
		}
	}
	return v.partAt(at)
}

// Step is one place on the way from a literal to the call that contacts it.
type Step struct {
	Name string // the constant, property, parameter or API at that place
	Span source.Span
}
