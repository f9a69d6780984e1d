package lint

import (
	"slices"

	"github.com/beianlint/beianlint/lint/allowlist"
	"github.com/beianlint/beianlint/lint/endpoint"
	"github.com/beianlint/beianlint/lint/platform"
	"github.com/beianlint/beianlint/lint/usage"
)

// contacted is one endpoint as a category of the platform sees it.
type contacted struct {
	endpoint endpoint.Endpoint
	category category
}

// listing holds what a mini program contacts against the lists of its main
// platform, by that platform's own matcher.
type listing struct {
	platform *platform.Platform
	uses     []usage.Use
	open     map[category]bool // categories with calls whose host nobody has named
}

//go:noinline
func (pr *program) listing() *listing {
	l := &listing{platform: pr.main(), uses: pr.table.Uses, open: map[category]bool{}}
	for _, u := range pr.table.Dynamic {
		if !pr.declared[u.Category] {
			l.open[u.Category] = true
		}
	}
	return l
}

// accepts reports whether an entry lets an endpoint pass. The ports of a
// third-party platform's pool are not known, so that one without is for all.
func (l *listing) accepts(d *allowlist.Declaration, c contacted) bool {
	if !l.counts(d, c.category) {
		return false
	}
	if d.Pool && d.Endpoint.Port == 0 {
		c.endpoint.Port = 0
	}
	return l.platform.Accepts(d.Endpoint, c.endpoint, c.category)
}

// counts reports whether an entry stands in the platform's list of a category.
func (l *listing) counts(d *allowlist.Declaration, c category) bool {
	return d.Platform == l.platform.ID && d.Endpoint.Host != "" && slices.Contains(d.Categories(), c)
}

// listed reports whether one of the entries lets an endpoint pass.
func (l *listing) listed(list []*allowlist.Declaration, c contacted) bool {
	return slices.ContainsFunc(list, func(d *allowlist.Declaration) bool { return l.accepts(d, c) })
}

// checked returns the box that must list an endpoint; nil where the platform
// does not look.
func (l *listing) checked(c contacted) *platform.Box {
	box := l.platform.Box(c.category)
	if box == nil || box.Open || l.platform.IsOpen(c.endpoint, c.category) {
		return nil
	}
	return box
}

// idle reports whether an entry lets nothing pass that the code contacts. An
// entry that was meant for some use which no other lets pass is not idle but
// wrong, and a list with calls to hosts that nobody knows has no idle ones.
func (l *listing) idle(d *allowlist.Declaration, list []*allowlist.Declaration) bool {
	box := l.platform.Box(d.Category)
	if box == nil || d.Pool || d.Platform != l.platform.ID || d.Endpoint.Host == "" {
		return false
	}
	for _, c := range d.Categories() {
		if l.open[c] {
			return false
		}
	}
	for i := range l.uses {
		if l.serves(d, box, &l.uses[i], list) {
			return false
		}
	}
	return true
}

// serves reports whether an entry is there for a use, rightly or by a slip.
func (l *listing) serves(d *allowlist.Declaration, box *platform.Box, u *usage.Use, list []*allowlist.Declaration) bool {
	c := contacted{u.Endpoint, u.Category}
	near := d.Endpoint.Host == u.Endpoint.Host || endpoint.Covers(d.Endpoint.Host, u.Endpoint.Host)
	switch {
	case l.accepts(d, c):
		return true
	case !near:
		return false
	case u.Category == platform.Unknown, box.Category == platform.Prefetch:
		return true // a base URL may be called in any category; any use profits from an early look-up
	case u.Category == platform.Media:
		return box.Category == platform.Download // canvas and players fetch pictures and sounds as downloads
	}
	return box.Takes(u.Category) && !l.listed(list, c)
}
