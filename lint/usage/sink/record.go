package sink

import (
	"slices"

	"github.com/beianlint/beianlint/lint/endpoint"
	"github.com/beianlint/beianlint/lint/platform"
	"github.com/beianlint/beianlint/lint/source"
	"github.com/beianlint/beianlint/lint/usage/account"
	"github.com/beianlint/beianlint/lint/usage/ast"
	"github.com/beianlint/beianlint/lint/usage/eval"
)

// record is what was found so far.
type record struct {
	uses    []Use
	dynamic []Use
	bases   bases
	// cut are the places from which more addresses may be contacted.
	cut map[source.Span]bool
	// lost are calls of clients that are to be asked once more.
	lost []unknownHost
	// partial are calls of which hosts were found, and others may be missing.
	partial []unknownHost
	handed  []handed
	// used are the literals whose host some use contacts.
	used map[*ast.Expr]bool
	// begun are the literals that begin what calls are given of which the host is not known:
	// each of these calls is told of.
	begun map[*ast.Expr]bool
	seen  map[useKey]bool
	// packaged are the calls of packages of which nothing is known.
	packaged []packageCall
	// large are the answers of reaches for large sets.
	large map[largeSet]*reached
	// malformed are addresses in network calls that no platform takes, unread other
	// constant ones that no host can be read from: until it is known that the same
	// text is not contacted in another form.
	malformed []Malformed
	unread    []Malformed
	// missing is what could not be followed.
	missing account.Ledger
}

func newRecord() *record {
	return &record{used: map[*ast.Expr]bool{}, begun: map[*ast.Expr]bool{}, seen: map[useKey]bool{}, large: map[largeSet]*reached{}, bases: bases{of: map[string]bool{}}, cut: map[source.Span]bool{}}
}

// unknownAt notes a call whose host is only known at run time.
func (r *record) unknownAt(to contact) {
	r.dynamic = append(r.dynamic, Use{Category: to.category, API: to.api, Certainty: Dynamic, Span: to.place})
}

// contactsIn reports whether a use in the file was found.
func (r *record) contactsIn(f *source.File) bool {
	return slices.ContainsFunc(r.uses, func(u Use) bool { return u.Span.File == f && u.Category.Enforced() })
}

// unexplained reports whether a request goes to a host that is not known: then
// a base URL that is read somewhere may be it.
func (r *record) unexplained() bool {
	return slices.ContainsFunc(r.dynamic, func(u Use) bool { return u.Category == platform.Request })
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
	// scheme is what a client puts in the place of none, and of http.
	scheme string
}

// of is the endpoint that is contacted for one that is written.
func (to *contact) of(ep endpoint.Endpoint) endpoint.Endpoint {
	switch {
	case to.scheme == "":
	case ep.Scheme == "":
		ep.Scheme = to.scheme
	case ep.Scheme == "https":
		ep.Scheme = "wss"
	case ep.Scheme == "http":
		ep.Scheme = "ws"
	}
	return ep
}

// valueSet tells sets of values apart, of which there is one list each.
type valueSet struct {
	first **eval.Value // where the list begins: a list is not changed
	size  int
}

// setOf is for sets that are not empty.
func setOf(vs eval.Values) valueSet { return valueSet{&vs[0], len(vs)} }

// largeSet is a set of values that many calls are given, and how they contact it.
type largeSet struct {
	valueSet
	contact
}

// reached is the answer of reaches; unreadable: what cannot be read of the set was noted.
type reached struct{ found, open, unreadable bool }

// minLarge is from how many values on the answer for a set is kept.
const minLarge = 64

// reaches notes every value that is a URL as contacted, and reports whether
// any host was found and whether one is only known at run time. The same large set is
// noted once.
func (r *record) reaches(vs eval.Values, to contact) (found, open bool) {
	if len(vs) < minLarge {
		return r.reachesEach(vs, to)
	}
	answer, known := r.answerOf(vs, to)
	if !known {
		answer.found, answer.open = r.reachesEach(vs, to)
	}
	return answer.found, answer.open
}

// answerOf returns the answer for a large set, to be filled in where it is not known.
func (r *record) answerOf(vs eval.Values, to contact) (answer *reached, known bool) {
	key := largeSet{setOf(vs), to}
	key.place = source.Span{} // the first call is the one that trails name
	if r.large[key] != nil {
		return r.large[key], true
	}
	r.large[key] = &reached{}
	return r.large[key], false
}

func (r *record) reachesEach(vs eval.Values, to contact) (found, open bool) {
	for _, v := range vs {
		if v.Kind != eval.Text || v.Text == "" { // '' waits to be assigned
			r.mayContact(v, to)
			open = true
			continue
		}
		is := r.contacted(v, to)
		if first, ok := v.First(); ok && !is && v.Open {
			r.begun[first.Expr] = true
		}
		found, open = found || is, open || !is && v.Open
		if is || to.category.Enforced() {
			r.lacksLike(v, to.place)
		}
	}
	return found, open || len(vs) == 0
}

func (r *record) contacted(v *eval.Value, to contact) bool {
	ep, ok := eval.EndpointOf(v, to.bare)
	if !ok {
		return false
	}
	part, ok := v.Place(ep)
	if !ok {
		return false
	}
	for _, p := range v.Parts {
		r.used[p.Expr] = true
	}
	r.addVia(Use{
		Endpoint: to.of(ep), Category: to.category, API: to.api, Certainty: Call,
		Span: part.Mod.Span(part.Expr.Start, part.Expr.End),
	}, v, eval.Step{Name: to.api, Span: to.place})
	return true
}

// mayContact notes the addresses that a text is made of in a way that is not known:
// it may be one of them that is contacted.
func (r *record) mayContact(v *eval.Value, to contact) {
	if !v.IsLost() {
		return
	}
	for _, p := range v.Parts {
		ep, ok := eval.ParseURL(p.Expr.Text)
		if !ok {
			continue
		}
		r.used[p.Expr] = true
		r.addVia(Use{
			Endpoint: ep, Category: to.category, API: to.api, Certainty: Literal,
			Span: p.Mod.Span(p.Expr.Start, p.Expr.End),
		}, v, eval.Step{Name: to.api, Span: to.place})
	}
}

// nowhere is the address that programs listen at, and that nothing is at.
const nowhere = "0.0.0.0"

// mayReach notes a value as a base URL that was not seen to be called. What is given to
// something with the name of an API counts whatever it ends with.
func (r *record) mayReach(v *eval.Value, category platform.Category) {
	ep, ok := eval.EndpointOf(v, false)
	if !ok || category == platform.Unknown && isMedia(v.Text) || ep.Host == nowhere {
		return
	}
	part, ok := v.Place(ep)
	if !ok || isVersion(v, ep) {
		return
	}
	if category == platform.Unknown {
		category = unseen(ep)
	}
	for _, p := range v.Parts {
		r.used[p.Expr] = true
	}
	place := part.Mod.Span(part.Expr.Start, part.Expr.End)
	r.addVia(Use{Endpoint: ep, Category: category, Certainty: Literal, Span: place}, v)
	r.lacksLike(v, place)
}

// addVia adds a use with the trail of its value and the steps behind it, which is made
// for the first of a place alone.
func (r *record) addVia(u Use, v *eval.Value, last ...eval.Step) {
	if r.add(u) {
		r.uses[len(r.uses)-1].Trail = append(v.Steps(), last...)
	}
}

// add adds a use, and reports whether it is the first of its place.
func (r *record) add(u Use) bool {
	key := useKey{file: u.Span.File, start: u.Span.Start, host: u.Endpoint.String(), category: u.Category}
	if r.seen[key] {
		return false
	}
	r.seen[key] = true
	r.uses = append(r.uses, u)
	return true
}
