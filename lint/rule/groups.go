package rule

import (
	"github.com/beianlint/beianlint/lint/finding"
	"github.com/beianlint/beianlint/lint/source"
)

// groups gathers places that make one finding together, in the order in which
// the first of each group was met.
type groups struct {
	list []*group
	byID map[string]*group
}

// group is what becomes one finding.
type group struct {
	about   string // what the places have in common: a host, a category
	places  []finding.Place
	args    []any // of the finding
	related []source.Related
}

// add puts a place into the group about something and returns that.
func (g *groups) add(about string, p finding.Place) *group {
	one := g.byID[about]
	if one == nil {
		if g.byID == nil {
			g.byID = map[string]*group{}
		}
		one = &group{about: about}
		g.list, g.byID[about] = append(g.list, one), one
	}
	one.places = append(one.places, p)
	return one
}
