package app

import (
	"slices"

	"github.com/beianlint/beianlint/lint/allowlist"
	"github.com/beianlint/beianlint/lint/endpoint"
	"github.com/beianlint/beianlint/lint/message"
	"github.com/beianlint/beianlint/lint/platform"
	"github.com/beianlint/beianlint/lint/usage"
)

// Change is what a saved allowlist lacks in one box, and what it has too much.
type Change struct {
	Category platform.Category
	Title    message.Text
	Recorded bool // the saved allowlist has the box
	Open     bool // calls contact hosts that nobody has named: nothing is too much
	Add      []endpoint.Endpoint
	Remove   []string // as they are written there
}

// Compare holds what the code of a mini program contacts against a saved
// allowlist. Boxes in which nothing changes are left out.
func Compare(a *App, saved *allowlist.Allowlist) (changes []Change) {
	l := a.Listing()
	for i := range l.Platform.Boxes {
		c := l.compare(&l.Platform.Boxes[i], saved)
		if len(c.Add)+len(c.Remove) > 0 {
			changes = append(changes, c)
		}
	}
	return changes
}

func (l *Listing) compare(box *platform.Box, saved *allowlist.Allowlist) Change {
	list := saved.Declarations
	c := Change{Category: box.Category, Title: box.Title, Recorded: saved.Known[box.Category], Open: l.open[box.Category]}
	add := map[string]endpoint.Endpoint{}
	for _, h := range l.app.Hosts {
		for _, u := range h.Uses {
			if e, ok := l.lacking(h, u, list); ok && box.Takes(u.Category) {
				add[e.String()] = e
			}
		}
	}
	c.Add = sortEndpoints(add)
	after := slices.Clone(list)
	for _, e := range c.Add {
		after = append(after, &allowlist.Declaration{Endpoint: e, Category: box.Category, Platform: l.Platform.ID})
	}
	for _, d := range list {
		c.Recorded = c.Recorded || l.Counts(d, box.Category)
		if box.Takes(d.Category) && l.Unused(d, after) && !slices.Contains(c.Remove, d.Raw) {
			c.Remove = append(c.Remove, d.Raw)
		}
	}
	return c
}

// lacking returns the entry that a list needs for a use to pass; false when it
// has one or can have none. A use that is not encrypted will have to be.
func (l *Listing) lacking(h *Host, u *usage.Use, list []*allowlist.Declaration) (endpoint.Endpoint, bool) {
	use := Contact{u.Endpoint, u.Category}
	box := l.Checked(use)
	if box == nil || !h.listable() {
		return endpoint.Endpoint{}, false
	}
	if endpoint.Secured(use.Endpoint.Scheme) != "" && len(box.Schemes) > 0 {
		use.Endpoint.Scheme = box.Schemes[0]
	}
	e, ok := l.Platform.Entry(u.Endpoint, u.Category)
	return h.narrowed(e), ok && !l.Listed(list, use)
}
