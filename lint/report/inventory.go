package report

import (
	"cmp"
	"maps"
	"slices"
	"strings"

	"github.com/beianlint/beianlint/lint/app"
	"github.com/beianlint/beianlint/lint/endpoint"
	"github.com/beianlint/beianlint/lint/message"
	"github.com/beianlint/beianlint/lint/platform"
	"github.com/beianlint/beianlint/lint/source"
)

// domainKind says whose a domain is, as far as its filing is concerned.
type domainKind uint8

const (
	ownDomain       domainKind = iota // to be filed, or among the team's filings
	vendorDomain                      // filed by whoever runs the service
	mediaDomain                       // of pictures, styles and players alone: no platform asks
	unfilableDomain                   // no filing helps
	forbiddenDomain                   // a platform never allows it
	localDomain                       // an address of a developer's machine or network
)

// listing is a domain as a filed list names it, with what contacts it.
type listing struct {
	kind       domainKind
	domain     string // canonical
	owner      message.Text
	number     string // of the vendor's filing, where a source gives it
	hosts      []string
	categories []platform.Category
	places     []source.Span // where each of the hosts stands first
}

// inventory is what mini programs contact and declare, by the domains of a list.
type inventory []*listing

// inventoryOf gathers the hosts of mini programs that are wanted. A domain that a
// call contacts is none of media alone.
func inventoryOf(projects []*app.App, wanted func(*app.Host) bool) inventory {
	byDomain := map[string]*listing{}
	for _, p := range projects {
		for _, h := range p.Hosts {
			if !wanted(h) {
				continue
			}
			entry := listingOf(h)
			known := byDomain[entry.domain]
			if known == nil {
				known, byDomain[entry.domain] = entry, entry
			}
			known.kind = min(known.kind, entry.kind)
			known.add(p, h)
		}
	}
	return slices.SortedFunc(maps.Values(byDomain), func(a, b *listing) int {
		return cmp.Or(cmp.Compare(a.kind, b.kind), strings.Compare(endpoint.Unicode(a.domain), endpoint.Unicode(b.domain)))
	})
}

// add notes a host of the domain.
func (e *listing) add(p *app.App, h *app.Host) {
	if !slices.Contains(e.hosts, h.Host) {
		e.hosts = append(e.hosts, h.Host)
		if span := firstSpan(p, h); span.File != nil {
			e.places = append(e.places, span)
		}
	}
	for _, c := range h.Categories {
		if !slices.Contains(e.categories, c) {
			e.categories = append(e.categories, c)
		}
	}
}

// listingOf returns the domain that a list would name for a host, and whose it is.
func listingOf(h *app.Host) *listing {
	vendor, shared := platform.VendorOf(h.Host), endpoint.SharedDomain(h.Host)
	e := &listing{kind: kindOf(h, vendor != nil || shared != ""), domain: endpoint.FilingDomain(h.Host)}
	switch {
	case e.kind > mediaDomain:
		e.domain = h.Host
		return e
	case vendor == nil:
		return e
	case shared == "":
		e.domain = vendor.Domain
	}
	e.owner, e.number = vendor.Owner, vendor.Number
	return e
}

func kindOf(h *app.Host, ofVendor bool) domainKind {
	switch class := endpoint.Classify(h.Host); {
	case class == endpoint.LocalAddress:
		return localDomain
	case forbidden(h.Host):
		return forbiddenDomain
	case endpoint.Registrable(h.Host) == "", class == endpoint.Reserved, class == endpoint.PrivateSuffix, endpoint.SharedDomain(h.Host) == h.Host:
		return unfilableDomain
	case !h.Enforced:
		return mediaDomain
	case ofVendor:
		return vendorDomain
	}
	return ownDomain
}

func forbidden(host string) bool {
	return slices.ContainsFunc(platform.All(), func(p *platform.Platform) bool { return p.Forbids(host) != nil })
}

// of returns the domains of a kind.
func (inv inventory) of(k domainKind) (list []*listing) {
	for _, e := range inv {
		if e.kind == k {
			list = append(list, e)
		}
	}
	return list
}

// isVendors reports whether whoever runs the service has filed the domain.
func (e *listing) isVendors() bool { return e.owner.EN != "" || endpoint.SharedDomain(e.domain) != "" }
