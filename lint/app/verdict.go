package app

import (
	"slices"
	"time"

	"github.com/beianlint/beianlint/lint/endpoint"
	"github.com/beianlint/beianlint/lint/filing"
	"github.com/beianlint/beianlint/lint/platform"
)

// Verdict is the gravest thing that is wrong with a host as such. It decides
// which one rule speaks for the host; see precedence.
type Verdict uint8

// The verdicts.
const (
	Fine      Verdict = iota
	Forbidden         // a platform never allows it
	Unfilable         // its user can never file it
	PublicIP
	Local   // localhost, private or link-local
	Revoked // its filing was cancelled
	Unfiled
	Pending  // its filing is not complete, or has ended
	Optional // it has no good filing; that it needs one is not established
)

// Unlistable reports whether a host with this verdict is of a kind that no
// allowlist takes.
func (v Verdict) Unlistable() bool {
	return v == Forbidden || v == Unfilable || v == PublicIP || v == Local
}

// precedence is the order in which the verdicts are looked for: the first that
// holds leaves nothing to say to those below.
var precedence = []struct {
	verdict Verdict
	holds   func(h *Host, platforms []*platform.Platform, list *filing.List) bool
}{
	{Forbidden, func(h *Host, platforms []*platform.Platform, _ *filing.List) bool {
		return h.forbidden(platforms) != nil
	}},
	{Unfilable, func(h *Host, _ []*platform.Platform, _ *filing.List) bool { return h.unfilable() }},
	{PublicIP, func(h *Host, _ []*platform.Platform, _ *filing.List) bool { return h.Class == endpoint.PublicIP }},
	{Local, func(h *Host, _ []*platform.Platform, _ *filing.List) bool { return h.Class == endpoint.LocalAddress }},
	{Revoked, func(h *Host, _ []*platform.Platform, list *filing.List) bool {
		return !h.Refused && h.Filing.Status == filing.Unfiled && h.findRevoked(list)
	}},
	{Unfiled, func(h *Host, platforms []*platform.Platform, _ *filing.List) bool {
		return h.Refused || h.Filing.Status == filing.Unfiled && !h.open(platforms)
	}},
	{Pending, func(h *Host, _ []*platform.Platform, _ *filing.List) bool {
		return h.Filing.Status == filing.Pending || h.Filing.Status == filing.Expired
	}},
}

// assess finds the filing that covers the host, and the verdict on it.
func (h *Host) assess(platforms []*platform.Platform, list *filing.List, now time.Time) {
	if list != nil {
		h.Record = list.Lookup(h.Host)
	}
	h.Filing.Status = h.statusAt(list, now)
	if f := h.Record; f != nil {
		h.Filing = Filing{h.Filing.Status, f.Domain, f.Number, f.Entity, f.Span}
	}
	for _, p := range precedence {
		if p.holds(h, platforms, list) {
			h.Verdict = p.verdict
			break
		}
	}
	if !demandFilings(platforms) && h.Verdict != Forbidden && h.Verdict != Local && h.Verdict != Fine {
		h.Verdict = Optional
	}
}

// demandFilings reports whether a platform is known to demand that hosts are filed.
func demandFilings(platforms []*platform.Platform) bool {
	return slices.ContainsFunc(platforms, func(p *platform.Platform) bool { return p.Degree == platform.Judged })
}

// open reports whether the platforms let every use of the host pass without a
// list, so that it is theirs to file.
func (h *Host) open(platforms []*platform.Platform) bool {
	for _, p := range h.Places {
		for _, pf := range platforms {
			if p.Rank == DeclarationRank || !pf.IsOpen(p.Endpoint, p.Category) {
				return false
			}
		}
	}
	return len(h.Places) > 0
}

// unfilable reports whether its user can never file the host. A provider's test
// host that the list names is the team's own decision.
func (h *Host) unfilable() bool {
	switch h.Class {
	case endpoint.Reserved, endpoint.PrivateSuffix:
		return true
	case endpoint.TestHost:
		return h.Record == nil
	}
	return false
}

func (h *Host) statusAt(list *filing.List, now time.Time) filing.Status {
	switch {
	case h.Class == endpoint.LocalAddress:
		return filing.Local
	case h.Class == endpoint.PublicIP, h.unfilable():
		return filing.Unfilable
	case h.Record != nil:
		return h.Record.StatusAt(now)
	case list == nil:
		return filing.Unknown
	}
	return filing.Unfiled
}

// findRevoked looks for a revoked filing where no good one covers the host.
func (h *Host) findRevoked(list *filing.List) bool {
	if list == nil || h.Record != nil {
		return false
	}
	revoked, reason := list.Rejected(h.Host)
	h.Revoked = revoked
	return reason == filing.Revoked
}

// Forbidden returns what a platform has against the host; nil for nothing.
func (a *App) Forbidden(h *Host) *platform.Forbidden { return h.forbidden(a.PlatformsOf(h)) }

// forbidden returns what a platform has against the host: any of them against
// the host itself, the main one also against one of its places; nil for nothing.
func (h *Host) forbidden(platforms []*platform.Platform) *platform.Forbidden {
	for _, pf := range platforms {
		if f := pf.Forbids(h.Host); f != nil {
			return f
		}
	}
	for _, p := range h.Places {
		f := platforms[0].ForbidsIn(p.Category, h.Host)
		if f != nil && !platforms[0].IsOpen(p.Endpoint, p.Category) {
			return f
		}
	}
	return nil
}
