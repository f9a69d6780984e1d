package lint

import (
	"cmp"
	"maps"
	"slices"
	"sort"
	"strings"

	"github.com/beianlint/beianlint/lint/endpoint"
	"github.com/beianlint/beianlint/lint/filing"
	"github.com/beianlint/beianlint/lint/message"
	"github.com/beianlint/beianlint/lint/platform"
)

// Box is one list of the platform's console with what has to stand in it: what
// the code contacts and what is declared, as far as the platform takes it.
type Box struct {
	Category platform.Category
	Title    message.Text        // as the console calls it
	Entries  []endpoint.Endpoint // in the form that the console takes, by registrable domain
	Takes    []platform.Category // what it is the list for
	Declared map[string]Declared // how it stands to what is contacted of a host
	Open     bool                // calls contact hosts that nobody has named: there may be more
}

// LeftOut is a host that is contacted or declared and in none of the boxes.
type LeftOut struct {
	Host   string     // canonical
	Reason message.ID // "report.status-…" or "report.left-…", without arguments
}

// boxes returns the boxes of the main platform, in the console's order, and
// what they cannot hold.
func (pr *program) boxes() (boxes []Box, left []LeftOut) {
	l, held := pr.listing(), map[string]bool{}
	for i := range l.platform.Boxes {
		box := &l.platform.Boxes[i]
		entries, declared := map[string]endpoint.Endpoint{}, map[string]Declared{}
		for _, h := range pr.hosts {
			declared[h.name] = pr.declaredAs(h, box)
			for _, e := range pr.entries(h, box) {
				entries[e.String()], held[h.name] = e, true
			}
		}
		open := l.open[box.Category] || slices.ContainsFunc(box.Shares, func(c category) bool { return l.open[c] })
		takes := append([]platform.Category{box.Category}, box.Shares...)
		boxes = append(boxes, Box{box.Category, box.Title, sortEndpoints(entries), takes, declared, open})
	}
	for _, h := range pr.hosts {
		if h.enforced && !held[h.name] && pr.wanted(h) {
			left = append(left, LeftOut{h.name, h.leftOut()})
		}
	}
	return boxes, left
}

// listedIn reports whether an entry of the box names the host, or one of any
// box where none is given.
func (h *host) listedIn(box *platform.Box) bool {
	for c := range h.listed {
		if box == nil || box.Takes(c) {
			return true
		}
	}
	return false
}

// entries returns what a box has to list because of a host.
func (pr *program) entries(h *host, box *platform.Box) (list []endpoint.Endpoint) {
	if !h.listable() {
		return nil
	}
	for _, pl := range h.places {
		if !box.Takes(pl.category) || pl.endpoint.Wildcard || pl.rank < rankDeclaration && pr.main().IsOpen(pl.endpoint, pl.category) {
			continue
		}
		if e, ok := pr.main().Entry(pl.endpoint, pl.category); ok {
			list = append(list, h.narrowed(e))
		}
	}
	return list
}

// narrowed keeps an entry from naming more than the filing covers.
func (h *host) narrowed(e endpoint.Endpoint) endpoint.Endpoint {
	if h.filing != nil && endpoint.Covers(e.Host, h.filing.Domain) && endpoint.Covers(h.filing.Domain, h.name) {
		e.Host = h.filing.Domain
	}
	return e
}

// listable reports whether a console takes the host, as far as that is known.
func (h *host) listable() bool {
	return h.verdict == "" || h.verdict == "unfilable-domain" && h.class == endpoint.TestHost
}

// wanted reports whether some box ought to hold the host: it is not only
// contacted where the platform does not look.
func (pr *program) wanted(h *host) bool {
	return slices.ContainsFunc(h.places, func(pl *place) bool {
		return pl.category == platform.Unknown || pr.main().Box(pl.category) != nil && !pr.main().IsOpen(pl.endpoint, pl.category)
	})
}

// leftOut says why no box holds the host.
func (h *host) leftOut() message.ID {
	switch {
	case h.refused:
		return "report.status-" + message.ID(filing.Unfiled)
	case h.verdict == "forbidden-domain":
		return "report.left-forbidden"
	case !h.listable():
		return "report.status-" + message.ID(h.status)
	case !slices.ContainsFunc(h.places, func(pl *place) bool { return pl.category != platform.Unknown }):
		return "report.left-unknown"
	}
	return "report.left-form"
}

// sortEndpoints orders by registrable domain, then as written.
func sortEndpoints(set map[string]endpoint.Endpoint) []endpoint.Endpoint {
	list := slices.Collect(maps.Values(set))
	sort.Slice(list, func(i, j int) bool { // SortFunc makes 15 KB of code for every type
		a, b := list[i], list[j]
		return cmp.Or(strings.Compare(endpoint.FilingDomain(a.Host), endpoint.FilingDomain(b.Host)), strings.Compare(a.Host, b.Host), strings.Compare(a.String(), b.String())) < 0
	})
	return list
}

// Declared says how the allowlist stands to what the code contacts of a host.
type Declared string

// How a host is declared. Where no source records the lists that matter, or the
// platform does not look, it is NotKnown.
const (
	NotKnown     Declared = ""
	FullyListed  Declared = "listed"
	PartlyListed Declared = "partly"
	NotListed    Declared = "unlisted"
)

// declaredAs compares the uses of a host with the lists that are known: those
// that belong into a box, or all where none is given.
func (pr *program) declaredAs(h *host, box *platform.Box) Declared {
	l, list := pr.listing(), pr.allow.Declarations
	yes, no := h.listedIn(box), false
	for _, pl := range h.places {
		c := contacted{pl.endpoint, pl.category}
		if l.checked(c) == nil || box != nil && !box.Takes(pl.category) || pl.rank == rankDeclaration || !pr.allow.Known[c.category] {
			continue
		}
		if l.listed(list, c) {
			yes = true
		} else {
			no = true
		}
	}
	switch {
	case yes && no:
		return PartlyListed
	case yes:
		return FullyListed
	case no:
		return NotListed
	}
	return NotKnown
}
