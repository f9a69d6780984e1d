package app

import (
	"slices"

	"github.com/beianlint/beianlint/lint/allowlist"
	"github.com/beianlint/beianlint/lint/endpoint"
	"github.com/beianlint/beianlint/lint/platform"
	"github.com/beianlint/beianlint/lint/usage"
)

// Contact is one endpoint as a category of the platform sees it.
type Contact struct {
	Endpoint endpoint.Endpoint
	Category platform.Category
}

// Contact returns what is contacted at the place.
func (p *Place) Contact() Contact { return Contact{p.Endpoint, p.Category} }

// Listing holds what a mini program contacts against the lists of its main
// platform, by that platform's own matcher.
type Listing struct {
	Platform *platform.Platform
	app      *App
	uses     []usage.Use
	open     map[category]bool // categories with calls whose host nobody has named
}

// Listing returns the listing of the mini program, which is made once what it contacts is
// complete.
func (a *App) Listing() *Listing {
	if a.listing == nil {
		return a.newListing()
	}
	return a.listing
}

func (a *App) newListing() *Listing {
	l := &Listing{Platform: a.Main(), app: a, open: map[category]bool{}}
	for _, u := range a.Usage.Uses {
		if u.On == nil || slices.Contains(u.On, l.Platform.ID) {
			l.uses = append(l.uses, u)
		}
	}
	for _, u := range a.Usage.Dynamic {
		if !a.configured[u.Category] && (u.On == nil || slices.Contains(u.On, l.Platform.ID)) {
			l.open[u.Category] = true
		}
	}
	return l
}

// accepts reports whether an entry lets an endpoint pass. The ports of a
// third-party platform's pool are not known, so that one without is for all.
func (l *Listing) accepts(d *allowlist.Declaration, c Contact) bool {
	if !l.Counts(d, c.Category) {
		return false
	}
	if d.Pool && d.Endpoint.Port == 0 {
		c.Endpoint.Port = 0
	}
	return l.Platform.Accepts(d.Endpoint, c.Endpoint, c.Category)
}

// Counts reports whether an entry stands in the platform's list of a category.
func (l *Listing) Counts(d *allowlist.Declaration, c platform.Category) bool {
	return d.Platform == l.Platform.ID && d.Endpoint.Host != "" && slices.Contains(d.Categories(), c)
}

// Concerns reports whether a place counts for the platform whose lists these are.
func (l *Listing) Concerns(p *Place) bool { return p.Rank == DeclarationRank || p.isOn(l.Platform.ID) }

// Listed reports whether one of the entries lets an endpoint pass.
func (l *Listing) Listed(list []*allowlist.Declaration, c Contact) bool {
	return slices.ContainsFunc(list, func(d *allowlist.Declaration) bool { return l.accepts(d, c) })
}

// Checked returns the box that must list an endpoint. It is nil where the
// platform does not look.
func (l *Listing) Checked(c Contact) *platform.Box {
	box := l.Platform.Box(c.Category)
	if box == nil || box.Open || l.Platform.IsOpen(c.Endpoint, c.Category) {
		return nil
	}
	return box
}

// Unused reports whether an entry lets nothing pass that the code contacts. An
// entry that was meant for some use which no other lets pass is not unused but
// wrong, and a list with calls to hosts that nobody knows has no unused ones.
func (l *Listing) Unused(d *allowlist.Declaration, list []*allowlist.Declaration) bool {
	box := l.Platform.Box(d.Category)
	if box == nil || d.Pool || d.Platform != l.Platform.ID || d.Endpoint.Host == "" {
		return false
	}
	if slices.ContainsFunc(d.Categories(), func(c category) bool { return l.open[c] }) {
		return false
	}
	for i := range l.uses {
		if l.serves(d, box, &l.uses[i], list) {
			return false
		}
	}
	return true
}

// serves reports whether an entry is there for a use, rightly or by a slip.
func (l *Listing) serves(d *allowlist.Declaration, box *platform.Box, u *usage.Use, list []*allowlist.Declaration) bool {
	c := Contact{u.Endpoint, u.Category}
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
	return box.Takes(u.Category) && !l.Listed(list, c)
}
