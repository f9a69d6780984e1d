package app

import (
	"cmp"
	"slices"
	"strings"

	"github.com/beianlint/beianlint/lint/allowlist"
	"github.com/beianlint/beianlint/lint/endpoint"
	"github.com/beianlint/beianlint/lint/filing"
	"github.com/beianlint/beianlint/lint/finding"
	"github.com/beianlint/beianlint/lint/message"
	"github.com/beianlint/beianlint/lint/platform"
	"github.com/beianlint/beianlint/lint/source"
	"github.com/beianlint/beianlint/lint/usage"
)

// Host is one host of a mini program.
type Host struct {
	Host       string // canonical
	Class      endpoint.Class
	Categories []platform.Category // of its uses and declarations, in the order of platform's constants
	Enforced   bool                // whether an unfiled domain here fails the build: any category but media, or declared
	Refused    bool                // the platform's own answer says that it is not filed
	Verdict    Verdict
	Filing     Filing
	Record     *filing.Filing // the filing that covers it; nil if none does
	Revoked    *filing.Filing // that covered it, where the verdict is Revoked
	Declared   Declared
	Uses       []*usage.Use // in path order
	Places     []*Place     // where it is contacted or declared, the main one first; not media
	Media      []*Place
	Platforms  []platform.ID // that it is contacted or declared on, where these are not all; else nil

	listed map[category]bool // boxes that declare it
}

// Filing is what the filed list says of a host.
type Filing struct {
	Status filing.Status
	Domain string      // the filing that covers it, "" without one
	Number string      // its number, "" when the list has none
	Entity string      // who it belongs to, "" when the list does not say
	Span   source.Span // where it stands in the list; no File without one
}

// Covered reports whether a filing is there and good.
func (f Filing) Covered() bool { return f.Status == filing.Filed || f.Status == filing.Vendor }

// Place is a place at which a host is contacted or declared.
type Place struct {
	finding.Place
	Endpoint endpoint.Endpoint
	Rank     Rank
	On       []platform.ID // the platforms that it counts for; nil for all of the mini program's
}

// isOn reports whether the place counts for a platform.
func (p *Place) isOn(id platform.ID) bool { return p.On == nil || slices.Contains(p.On, id) }

// Rank orders the places of a host by what helps most.
type Rank uint8

// The ranks: the call that contacts the host, the base URL, the allowlist.
const (
	CallRank Rank = iota
	LiteralRank
	DeclarationRank
)

// categoryOrder are all categories in the order in which they are listed.
var categoryOrder = []category{
	platform.Request, platform.Socket, platform.Upload, platform.Download,
	platform.UDP, platform.TCP, platform.WebView, platform.Prefetch, platform.Media, platform.Unknown,
}

// hostTable gathers the hosts of a mini program.
type hostTable map[string]*Host

func (t hostTable) of(name string) *Host {
	h := t[name]
	if h == nil {
		h = &Host{Host: name, Class: endpoint.Classify(name), listed: map[category]bool{}}
		t[name] = h
	}
	return h
}

// hostsOf merges the uses and declarations of a mini program by host.
func hostsOf(a *App) (hosts []*Host) {
	table := hostTable{}
	for i := range a.Usage.Uses {
		u := &a.Usage.Uses[i]
		table.of(u.Endpoint.Host).use(u)
	}
	for _, d := range a.Allowlist.Declarations {
		if d.Endpoint.Host != "" {
			table.of(d.Endpoint.Host).declare(d, "related.declared")
		}
	}
	for _, d := range a.Allowlist.NoICP {
		if d.Endpoint.Host != "" {
			h := table.of(d.Endpoint.Host)
			h.declare(d, "related.refused")
			h.Refused = true
		}
	}
	for _, h := range table {
		slices.SortStableFunc(h.Places, comparePlaces)
		h.Categories, h.Platforms = h.categories(), h.platforms(a.Project.Platforms)
		hosts = append(hosts, h)
	}
	slices.SortFunc(hosts, func(x, y *Host) int { return strings.Compare(x.Host, y.Host) })
	return hosts
}

func (h *Host) use(u *usage.Use) {
	h.Uses = append(h.Uses, u)
	p := &Place{Place: finding.Place{Span: u.Span, Category: u.Category, Role: "related.used"}, Endpoint: u.Endpoint, Rank: LiteralRank, On: u.On}
	if u.Certainty == usage.Call {
		p.Rank, p.Calls = CallRank, calledAt(u)
	}
	if !u.Category.Enforced() {
		h.Media = append(h.Media, p)
		return
	}
	h.Enforced = true
	h.Places = append(h.Places, p)
}

// calledAt returns the call that a literal reaches through a name, or the SDK that
// contacts a host which no line shows. A call that stands before the literal in the
// same file is the one that the literal stands in, and needs no second place.
func calledAt(u *usage.Use) []source.Related {
	if u.SDK != "" {
		return []source.Related{{Span: u.Span, Message: "related.sdk", Args: []any{u.SDK}}}
	}
	if len(u.Trail) == 0 {
		return nil
	}
	call := u.Trail[len(u.Trail)-1]
	if call.Span.File == u.Span.File && call.Span.Start < u.Span.Start {
		return nil
	}
	return []source.Related{{Span: call.Span, Message: "related.called", Args: []any{call.Name}}}
}

func (h *Host) declare(d *allowlist.Declaration, role message.ID) {
	h.Enforced = true
	for _, c := range d.Categories() {
		h.listed[c] = true
	}
	place := finding.Place{Span: d.Span, Category: d.Category, Role: role}
	h.Places = append(h.Places, &Place{Place: place, Endpoint: d.Endpoint, Rank: DeclarationRank, On: []platform.ID{d.Platform}})
}

func comparePlaces(a, b *Place) int {
	return cmp.Or(cmp.Compare(a.Rank, b.Rank), source.CompareSpans(a.Span, b.Span))
}

// platforms lists those of the mini program's platforms that a use or a declaration counts
// for; nil for all.
func (h *Host) platforms(all []platform.ID) (list []platform.ID) {
	for _, id := range all {
		if slices.ContainsFunc(slices.Concat(h.Places, h.Media), func(p *Place) bool { return p.isOn(id) }) {
			list = append(list, id)
		}
	}
	if len(list) == len(all) {
		return nil
	}
	return list
}

// categories lists the categories of the host's uses and declarations.
func (h *Host) categories() (list []category) {
	for _, c := range categoryOrder {
		if h.listed[c] || slices.ContainsFunc(h.Uses, func(u *usage.Use) bool { return u.Category == c }) {
			list = append(list, c)
		}
	}
	return list
}
