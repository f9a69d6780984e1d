package flow

import (
	"strings"

	"github.com/beianlint/beianlint/lint/endpoint"
	"github.com/beianlint/beianlint/lint/platform"
	"github.com/beianlint/beianlint/lint/source"
	"github.com/beianlint/beianlint/lint/usage/ast"
)

// Certainty says how surely a use contacts its endpoint.
type Certainty string

// The certainties.
const (
	// Call: a literal or folded constant reaches a network API.
	Call Certainty = "call"
	// Literal: a base URL that nobody was seen to call.
	Literal Certainty = "literal"
	// Dynamic: an API call whose host is only known at run time.
	Dynamic Certainty = "dynamic"
)

// Use is one endpoint that the code contacts. A dynamic use has no endpoint.
type Use struct {
	Endpoint  endpoint.Endpoint
	Category  platform.Category
	API       string // as a developer writes it: wx.request, <web-view src>; "" for a literal
	Certainty Certainty
	// Span is the literal that the host stands in, with its quotes; for a
	// dynamic use the call's callee.
	Span source.Span
	// Trail leads from the literal to the call: the call is last.
	Trail []Step
}

// Step is one place on the way from a literal to the call that contacts it.
type Step struct {
	Name string // the constant, property, parameter or API at that place
	Span source.Span
}

// collector gathers the uses of a program.
type collector struct {
	*Program
	live    map[string]bool
	uses    []Use
	dynamic []Use
	// used are the literals whose host some use contacts.
	used map[*ast.Expr]bool
	seen map[useKey]bool
	// opened are the pages with a web-view that are opened with a known address:
	// that the page itself does not know it says nothing.
	opened map[string]bool
	// identNames are the names that live code reads, once asked for.
	identNames map[string]bool
}

type useKey struct {
	file     *source.File
	start    int
	host     string
	category platform.Category
}

// contact is where a value reaches the network.
type contact struct {
	category platform.Category
	api      string
	place    source.Span
	// bare: the value is a host without a scheme, as sockets take it.
	bare bool
}

// reaches notes every value that is a URL as contacted, and reports whether
// any host was found and whether one is only known at run time.
func (c *collector) reaches(vs values, to contact) (found, open bool) {
	for _, v := range vs {
		if v.kind != str || v.text == "" { // '' waits to be assigned
			open = true
			continue
		}
		if c.contacted(v, to) {
			found = true
		} else {
			open = open || v.open
		}
	}
	return found, open || len(vs) == 0
}

func (c *collector) contacted(v *value, to contact) bool {
	ep, ok := endpointOf(v, to.bare)
	if !ok {
		return false
	}
	part, ok := v.place(ep)
	if !ok {
		return false
	}
	for _, p := range v.parts {
		c.used[p.expr] = true
	}
	c.add(Use{
		Endpoint: ep, Category: to.category, API: to.api, Certainty: Call,
		Span: part.mod.span(part.expr.Start, part.expr.End), Trail: append(v.steps(), Step{to.api, to.place}),
	})
	return true
}

// place returns the literal to name: the one in which the registrable domain
// starts, since that is what a filing, or an edit, is about.
func (v *value) place(ep endpoint.Endpoint) (part, bool) {
	at := hostOffset(v.text)
	if i := strings.Index(strings.ToLower(v.text[at:]), ep.Host); i >= 0 {
		at += i
		if domain := endpoint.Registrable(ep.Host); domain != "" {
			at += len(ep.Host) - len(domain)
		}
	}
	return v.partAt(at)
}

// hostOffset returns where the host of a URL starts.
func hostOffset(text string) int {
	if i := strings.Index(text, "//"); i >= 0 {
		return i + 2
	}
	return 0
}

func endpointOf(v *value, bare bool) (endpoint.Endpoint, bool) {
	if bare && !strings.Contains(v.text, "//") {
		ep, err := endpoint.Parse(v.text)
		return ep, err == nil && strings.Contains(v.text, ".")
	}
	text := strings.TrimSpace(v.text)
	if i := strings.Index(text, "url("); i >= 0 { // of a style
		text = strings.TrimLeft(text[i+len("url("):], `"' `)
	}
	return endpoint.ParseURL(text)
}

// steps returns the trail of a value, the literal's end first.
func (v *value) steps() []Step {
	var out []Step
	for s := v.trail; s != nil && len(out) < maxTrail; s = s.next {
		out = append(out, Step{s.name, s.mod.span(s.start, s.end)})
	}
	for i, j := 0, len(out)-1; i < j; i, j = i+1, j-1 {
		out[i], out[j] = out[j], out[i]
	}
	return out
}

func (c *collector) add(u Use) {
	key := useKey{file: u.Span.File, start: u.Span.Start, host: u.Endpoint.String(), category: u.Category}
	if !c.seen[key] {
		c.seen[key] = true
		c.uses = append(c.uses, u)
	}
}
