package app

import (
	"cmp"
	"maps"
	"slices"
	"strings"

	"github.com/beianlint/beianlint/lint/allowlist"
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
	Declared map[string]Declared // how it stands to what is contacted of a host; none is NotKnown
	Open     bool                // calls contact hosts that nobody has named: there may be more
}

// LeftOut is a host that is contacted or declared and in none of the boxes.
type LeftOut struct {
	Host   string     // canonical
	Reason message.ID // "report.status-…" or "report.left-…", without arguments
}

// fillBoxes fills the boxes of the main platform, in the console's order, and
// what they cannot hold.
func (l *Listing) fillBoxes() {
	held := map[string]bool{}
	for i := range l.Platform.Boxes {
		box := &l.Platform.Boxes[i]
		entries, declared := map[string]endpoint.Endpoint{}, map[string]Declared(nil)
		for _, h := range l.app.Hosts {
			if as := l.declaredAs(h, box); as != NotKnown {
				if declared == nil {
					declared = map[string]Declared{}
				}
				declared[h.Host] = as
			}
			for _, e := range l.entries(h, box) {
				entries[e.String()], held[h.Host] = e, true
			}
		}
		open := l.open[box.Category] || slices.ContainsFunc(box.Shares, func(c category) bool { return l.open[c] })
		takes := append([]platform.Category{box.Category}, box.Shares...)
		l.app.Boxes = append(l.app.Boxes, Box{box.Category, box.Title, sortEndpoints(entries), takes, declared, open})
	}
	for _, h := range l.app.Hosts {
		if h.Enforced && !held[h.Host] && l.wanted(h) {
			l.app.LeftOut = append(l.app.LeftOut, LeftOut{h.Host, h.leftOut()})
		}
	}
}

// listedIn reports whether an entry of the box names the host, or one of any
// box where none is given.
func (h *Host) listedIn(box *platform.Box) bool {
	for c := range h.listed {
		if box == nil || box.Takes(c) {
			return true
		}
	}
	return false
}

// entries returns what a box has to list because of a host.
func (l *Listing) entries(h *Host, box *platform.Box) (list []endpoint.Endpoint) {
	if !h.listable() {
		return nil
	}
	for _, p := range h.Places {
		switch {
		case !l.Concerns(p) || !box.Takes(p.Category) || p.Endpoint.Wildcard && !box.Wildcard:
			continue
		case p.Rank < DeclarationRank && l.isOpen(p):
			continue
		}
		if e, ok := l.Platform.Entry(p.Endpoint, p.Category); ok {
			list = append(list, h.narrowed(e))
		}
	}
	return list
}

// isOpen reports whether what is contacted at a place needs no entry of its own: the
// platform lets it pass, or an entry for all sub-domains does.
func (l *Listing) isOpen(p *Place) bool {
	return l.Platform.IsOpen(p.Endpoint, p.Category) || slices.ContainsFunc(l.app.Allowlist.Declarations, func(d *allowlist.Declaration) bool {
		return d.Endpoint.Wildcard && l.accepts(d, p.Contact())
	})
}

// narrowed keeps an entry from naming more than the filing covers.
func (h *Host) narrowed(e endpoint.Endpoint) endpoint.Endpoint {
	if h.Record != nil && endpoint.Covers(e.Host, h.Record.Domain) {
		e.Host = h.Record.Domain
	}
	return e
}

// listable reports whether a console takes the host, as far as that is known.
func (h *Host) listable() bool {
	return h.Verdict == Fine || h.Verdict == Unfilable && h.Class == endpoint.TestHost
}

// wanted reports whether some box ought to hold the host: it is not only
// contacted where the platform does not look.
func (l *Listing) wanted(h *Host) bool {
	return slices.ContainsFunc(h.Places, func(p *Place) bool {
		return l.Concerns(p) && (p.Category == platform.Unknown || l.Platform.Box(p.Category) != nil && !l.isOpen(p))
	})
}

// leftOut says why no box holds the host.
func (h *Host) leftOut() message.ID {
	switch {
	case h.Refused:
		return "report.status-" + message.ID(filing.Unfiled)
	case h.Verdict == Forbidden:
		return "report.left-forbidden"
	case !h.listable():
		return "report.status-" + message.ID(h.Filing.Status)
	case !slices.ContainsFunc(h.Places, func(p *Place) bool { return p.Category != platform.Unknown }):
		return "report.left-unknown"
	}
	return "report.left-form"
}

// sortEndpoints orders by registrable domain, then as written.
func sortEndpoints(set map[string]endpoint.Endpoint) []endpoint.Endpoint {
	list := slices.Collect(maps.Values(set))
	slices.SortStableFunc(list, func(a, b endpoint.Endpoint) int {
		return cmp.Or(
			strings.Compare(endpoint.FilingDomain(a.Host), endpoint.FilingDomain(b.Host)),
			strings.Compare(a.Host, b.Host),
			strings.Compare(a.String(), b.String()),
		)
	})
	return list
}
