package lint

import (
	"cmp"
	"slices"
	"sort"

	"github.com/beianlint/beianlint/lint/allowlist"
	"github.com/beianlint/beianlint/lint/endpoint"
	"github.com/beianlint/beianlint/lint/filing"
	"github.com/beianlint/beianlint/lint/message"
	"github.com/beianlint/beianlint/lint/miniprogram"
	"github.com/beianlint/beianlint/lint/platform"
	"github.com/beianlint/beianlint/lint/source"
	"github.com/beianlint/beianlint/lint/usage"
)

type category = platform.Category

// boxes are the categories that a platform or a config can have a list for.
var boxes = []category{
	platform.Request, platform.Socket, platform.Upload, platform.Download,
	platform.UDP, platform.TCP, platform.WebView, platform.Prefetch,
}

// categoryOrder are all categories in the order in which they are listed.
var categoryOrder = []category{
	platform.Request, platform.Socket, platform.Upload, platform.Download,
	platform.UDP, platform.TCP, platform.WebView, platform.Prefetch, platform.Media, platform.Unknown,
}

// program is one mini program on its way through a run.
type program struct {
	*miniprogram.Project
	tenant    string               // fs name of the tenant's ext.json; "" for a mini program of its own
	platforms []*platform.Platform // the main one first
	allow     allowlist.Allowlist
	table     usage.Table
	rented    bool              // it or its template has tenants, which share its allowlist
	declared  map[category]bool // categories whose hosts the config declares: "uses"
	hosts     []*host           // by name
	entities  []string          // who may have filed its domains; none: anybody
}

// template reports whether the mini program is only what tenants are made of:
// what it lacks, their values bring.
func (pr *program) template() bool { return pr.rented && pr.tenant == "" }

// main returns the platform whose boxes the mini program's allowlist fills.
func (pr *program) main() *platform.Platform { return pr.platforms[0] }

// host is one host of a mini program with all its places.
type host struct {
	name     string
	class    endpoint.Class
	uses     []*usage.Use
	listed   map[category]bool // boxes that declare it
	places   []*place          // where it is contacted or declared, the main one first; not media
	media    []*place
	refused  bool // the platform's own answer says that it is not filed
	enforced bool

	filing  *filing.Filing // that covers it, nil when none does
	revoked *filing.Filing // that covered it, where the verdict is that rule's
	status  filing.Status
	verdict string // id of the rule that speaks for the host; "" when all is well
}

// The places of a host in the order of what helps most: the call that contacts
// it, the base URL, the allowlist.
const (
	rankCall = iota
	rankLiteral
	rankDeclaration
)

// byHost merges the uses and declarations of a mini program.
func (pr *program) byHost() (hosts []*host) {
	table := map[string]*host{}
	of := func(name string) *host {
		h := table[name]
		if h == nil {
			h = &host{name: name, class: endpoint.Classify(name), listed: map[category]bool{}}
			hosts, table[name] = append(hosts, h), h
		}
		return h
	}
	for i := range pr.table.Uses {
		u := &pr.table.Uses[i]
		of(u.Endpoint.Host).use(u)
	}
	for _, d := range pr.allow.Declarations {
		if d.Endpoint.Host != "" {
			of(d.Endpoint.Host).declare(d, "related.declared")
		}
	}
	for _, d := range pr.allow.NoICP {
		if d.Endpoint.Host != "" {
			h := of(d.Endpoint.Host)
			h.declare(d, "related.refused")
			h.refused = true
		}
	}
	for _, h := range hosts {
		places := h.places
		sort.SliceStable(places, func(i, j int) bool { return comparePlaces(places[i], places[j]) < 0 })
	}
	sort.Slice(hosts, func(i, j int) bool { return hosts[i].name < hosts[j].name })
	return hosts
}

func (h *host) use(u *usage.Use) {
	h.uses = append(h.uses, u)
	p := &place{span: u.Span, category: u.Category, endpoint: u.Endpoint, role: "related.used", rank: rankLiteral}
	if u.Certainty == usage.Call {
		p.rank, p.calls = rankCall, calledAt(u)
	}
	if !u.Category.Enforced() {
		h.media = append(h.media, p)
		return
	}
	h.enforced = true
	h.places = append(h.places, p)
}

// calledAt returns the call that a literal reaches through a name. One that
// stands before it in the same file is the call that the literal stands in, and
// needs no second place.
func calledAt(u *usage.Use) []source.Related {
	if len(u.Trail) == 0 {
		return nil
	}
	call := u.Trail[len(u.Trail)-1]
	if call.Span.File == u.Span.File && call.Span.Start < u.Span.Start {
		return nil
	}
	return []source.Related{{Span: call.Span, Message: "related.called", Args: []any{call.Name}}}
}

func (h *host) declare(d *allowlist.Declaration, role message.ID) {
	h.enforced = true
	for _, c := range d.Categories() {
		h.listed[c] = true
	}
	h.places = append(h.places, &place{span: d.Span, category: d.Category, endpoint: d.Endpoint, role: role, rank: rankDeclaration})
}

func comparePlaces(a, b *place) int {
	return cmp.Or(a.rank-b.rank, compareSpans(a.span, b.span))
}

// categories lists the categories of the host's uses and declarations.
func (h *host) categories() (list []category) {
	for _, c := range categoryOrder {
		if h.listed[c] || slices.ContainsFunc(h.uses, func(u *usage.Use) bool { return u.Category == c }) {
			list = append(list, c)
		}
	}
	return list
}
