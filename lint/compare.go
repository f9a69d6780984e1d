package lint

import (
	"io/fs"
	"slices"

	"github.com/beianlint/beianlint/lint/allowlist"
	"github.com/beianlint/beianlint/lint/endpoint"
	"github.com/beianlint/beianlint/lint/jsonc"
	"github.com/beianlint/beianlint/lint/message"
	"github.com/beianlint/beianlint/lint/platform"
	"github.com/beianlint/beianlint/lint/source"
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
func Compare(p *Project, saved *allowlist.Allowlist) (changes []Change) {
	for i := range p.program.main().Boxes {
		c := p.program.compare(&p.program.main().Boxes[i], saved)
		if len(c.Add)+len(c.Remove) > 0 {
			changes = append(changes, c)
		}
	}
	return changes
}

func (pr *program) compare(box *platform.Box, saved *allowlist.Allowlist) Change {
	l, list := pr.listing(), saved.Declarations
	c := Change{Category: box.Category, Title: box.Title, Recorded: saved.Known[box.Category], Open: l.open[box.Category]}
	add := map[string]endpoint.Endpoint{}
	for _, h := range pr.hosts {
		for _, u := range h.uses {
			if e, ok := pr.lacking(h, u, list); ok && box.Takes(u.Category) {
				add[e.String()] = e
			}
		}
	}
	c.Add = sortEndpoints(add)
	after := slices.Clone(list)
	for _, e := range c.Add {
		after = append(after, &allowlist.Declaration{Endpoint: e, Category: box.Category, Platform: l.platform.ID})
	}
	for _, d := range list {
		c.Recorded = c.Recorded || l.counts(d, box.Category)
		if box.Takes(d.Category) && l.idle(d, after) && !slices.Contains(c.Remove, d.Raw) {
			c.Remove = append(c.Remove, d.Raw)
		}
	}
	return c
}

// lacking returns the entry that a list needs for a use to pass; false when it
// has one or can have none. A use that is not encrypted will have to be.
func (pr *program) lacking(h *host, u *usage.Use, list []*allowlist.Declaration) (endpoint.Endpoint, bool) {
	l, use := pr.listing(), contacted{u.Endpoint, u.Category}
	box := l.checked(use)
	if box == nil || !h.listable() {
		return endpoint.Endpoint{}, false
	}
	if secured(use.endpoint.Scheme) != "" && len(box.Schemes) > 0 {
		use.endpoint.Scheme = box.Schemes[0]
	}
	e, ok := l.platform.Entry(u.Endpoint, u.Category)
	return h.narrowed(e), ok && !l.listed(list, use)
}

// ReadAllowlist reads an allowlist in a file of its own, in any shape that is
// known. The error is a *ConfigError that says what is wrong with the file.
func ReadAllowlist(fsys fs.FS, name string, main platform.ID) (*allowlist.Allowlist, error) {
	data, problem := readFile(fsys, name, jsonc.MaxSize, "config.allowlist")
	if problem != nil {
		problem.Span = source.Span{}
		return nil, &ConfigError{Problems: []*source.Problem{problem}}
	}
	doc, problems := jsonc.Parse(source.NewFile(name, data))
	if len(problems) > 0 {
		return nil, &ConfigError{Problems: problems}
	}
	list := allowlist.Read(doc, allowlist.Named, main)
	if len(list.Problems) > 0 {
		return nil, &ConfigError{Problems: list.Problems}
	}
	return list, nil
}
