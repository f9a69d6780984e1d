package flow

import (
	"cmp"
	"slices"

	"github.com/beianlint/beianlint/lint/platform"
	"github.com/beianlint/beianlint/lint/usage/syntax"
)

// Collect evaluates the mini program and returns the uses and the calls whose
// host is only known at run time, both in path order.
func (p *Program) Collect() (uses, dynamic []Use) {
	c := &collector{Program: p, used: map[*syntax.Expr]bool{}, seen: map[useKey]bool{}}
	c.define()
	c.live = p.reach()
	p.live = c.live
	p.findSites()
	c.dataset = c.readDataset
	c.calls()
	c.elements()
	c.pages()
	c.leftovers()
	c.sdks()
	sortUses(c.uses)
	sortUses(c.dynamic)
	return c.uses, c.dynamic
}

// elements notes what the attributes of JSX elements contact.
func (c *collector) elements() {
	for _, m := range c.order {
		for _, x := range m.tree.Elements {
			for _, prop := range x.Props {
				category, ok := platform.MarkupCategory(x.Text, prop.Key)
				if !ok || prop.Value == nil {
					continue
				}
				to := contact{category: category, api: "<" + x.Text + " " + prop.Key + ">", place: m.span(prop.Start, prop.End)}
				found, open := c.reaches(c.eval(prop.Value, m, nil), to)
				if !found && open && category == platform.WebView {
					c.dynamic = append(c.dynamic, Use{Category: category, API: to.api, Certainty: Dynamic, Span: to.place})
				}
			}
		}
	}
}

func sortUses(uses []Use) {
	slices.SortStableFunc(uses, func(a, b Use) int {
		return cmp.Or(cmp.Compare(a.Span.File.Name, b.Span.File.Name), cmp.Compare(a.Span.Start, b.Span.Start),
			cmp.Compare(a.Category, b.Category), cmp.Compare(a.Endpoint.String(), b.Endpoint.String()))
	})
}
