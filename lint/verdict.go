package lint

import (
	"time"

	"github.com/beianlint/beianlint/lint/endpoint"
	"github.com/beianlint/beianlint/lint/filing"
	"github.com/beianlint/beianlint/lint/platform"
)

// judge finds the filing that covers the host, and the one rule that speaks for
// it: a rule further up leaves nothing to say to those below.
func (h *host) judge(platforms []*platform.Platform, list *filing.List, now time.Time) {
	if list != nil {
		h.filing = list.Lookup(h.name)
	}
	h.status = h.statusAt(list, now)
	switch {
	case h.forbidden(platforms) != nil:
		h.verdict = "forbidden-domain"
	case h.unfilable():
		h.verdict = "unfilable-domain"
	case h.class == endpoint.PublicIP:
		h.verdict = "ip-address"
	case h.class == endpoint.LocalAddress:
		h.verdict = "local-address"
	case !h.refused && h.status == filing.Unfiled && h.findRevoked(list):
		h.verdict = "revoked-filing"
	case h.refused, h.status == filing.Unfiled:
		h.verdict = "unfiled-domain"
	case h.status == filing.Pending, h.status == filing.Expired:
		h.verdict = "pending-filing"
	}
}

// unfilable reports whether its user can never file the host. A provider's test
// host that the list names is the team's own decision.
func (h *host) unfilable() bool {
	switch h.class {
	case endpoint.Reserved, endpoint.PrivateSuffix:
		return true
	case endpoint.TestHost:
		return h.filing == nil
	}
	return false
}

func (h *host) statusAt(list *filing.List, now time.Time) filing.Status {
	switch {
	case h.class == endpoint.LocalAddress:
		return filing.Local
	case h.class == endpoint.PublicIP, h.unfilable():
		return filing.Unfilable
	case h.filing != nil:
		return h.filing.StatusAt(now)
	case list == nil:
		return filing.Unknown
	}
	return filing.Unfiled
}

// forbidden returns what a platform has against the host: any of them against
// the host itself, the main one also against one of its places; nil for nothing.
func (h *host) forbidden(platforms []*platform.Platform) *platform.Forbidden {
	for _, pf := range platforms {
		if f := pf.Forbids(h.name); f != nil {
			return f
		}
	}
	for _, pl := range h.places {
		f := platforms[0].ForbidsIn(pl.category, h.name)
		if f != nil && !platforms[0].IsOpen(pl.endpoint, pl.category) {
			return f
		}
	}
	return nil
}
