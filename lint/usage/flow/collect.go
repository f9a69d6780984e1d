package flow

import (
	"cmp"
	"slices"
	"sort"

	"github.com/beianlint/beianlint/lint/platform"
	"github.com/beianlint/beianlint/lint/usage/ast"
)

// Collect evaluates the mini program and returns the uses and the calls whose
// host is only known at run time, both in path order.
func (p *Program) Collect() (uses, dynamic []Use) {
	c := &collector{Program: p, used: map[*ast.Expr]bool{}, seen: map[useKey]bool{}, opened: map[string]bool{}}
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
	c.dynamic = slices.DeleteFunc(c.dynamic, func(u Use) bool { return u.Category == platform.WebView && c.opened[u.Span.File.Name] })
	p.release()
	sortUses(c.uses)
	sortUses(c.dynamic)
	return c.uses, c.dynamic
}

// Incomplete reports whether the evaluation met its bound of work, so that
// uses can be missing.
func (p *Program) Incomplete() bool { return p.work >= maxWork }

// release drops what only the evaluation needed: a program is kept to explain
// hosts, and a repository can hold a hundred.
func (p *Program) release() {
	p.known, p.frames, p.assigns = newKnown(), map[frameKey]*frame{}, map[string][]assign{}
	p.modules, p.order, p.sites = map[string]*module{}, nil, map[*ast.Func][]site{}
	p.owner, p.around, p.defaults = map[*ast.Func]assign{}, map[*ast.Expr]*ast.Expr{}, map[*ast.Expr]bool{}
	p.protos, p.handlers = map[*ast.Expr]*ast.Expr{}, map[*module][]handler{}
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
	sort.SliceStable(uses, func(i, j int) bool {
		a, b := &uses[i], &uses[j]
		return cmp.Or(cmp.Compare(a.Span.File.Name, b.Span.File.Name), cmp.Compare(a.Span.Start, b.Span.Start),
			cmp.Compare(a.Category, b.Category), cmp.Compare(a.Endpoint.String(), b.Endpoint.String())) < 0
	})
}
