package report

import (
	"slices"

	"github.com/beianlint/beianlint/lint"
	"github.com/beianlint/beianlint/lint/allowlist"
	"github.com/beianlint/beianlint/lint/message"
	"github.com/beianlint/beianlint/lint/platform"
)

// app is a mini program as its reader sees it: hosts in parts.
type app struct {
	name  string
	parts []*part
	spots []*spot // by registrable domain
}

// part is a box of the platform's console, or what no box is for.
type part struct {
	title string
	takes []platform.Category
	box   *lint.Box // nil when it is none
}

// spot is a host in a mini program.
type spot struct {
	*known
	app     *app
	host    *lint.Host
	entries []*allowlist.Declaration
}

// known is what findings say of a host, in all mini programs of a folder.
type known struct {
	status   string // see statuses; "" when no finding speaks of its filing
	severity string // the gravest, in words
	spots    []*spot
}

// of returns what is known of a host; without one, of the folder itself.
//
//go:noinline
func (h *htmlReport) of(project, host string) *known {
	key := project + "\x00" + host
	k := h.known[key]
	if k == nil {
		k = &known{}
		h.known[key] = k
	}
	return k
}

// index lists the hosts of a mini program, with what is declared of them.
func (h *htmlReport) index(p *lint.Project) {
	a := &app{name: h.name(p), parts: h.parts(p)}
	h.apps = append(h.apps, a)
	byName := map[string]*spot{}
	for _, host := range append(byDomain(p.Hosts), &lint.Host{}) {
		s := &spot{known: h.of(p.Root, host.Host), app: a, host: host}
		s.spots = append(s.spots, s)
		byName[host.Host] = s
		a.spots = append(a.spots, s)
	}
	a.spots = a.spots[:len(p.Hosts)]
	for _, d := range p.Declarations {
		if s := byName[d.Endpoint.Host]; s != nil {
			s.entries = append(s.entries, d)
		}
	}
}

// parts returns the boxes of a mini program, and a part for every category of
// a host that no box is for.
func (h *htmlReport) parts(p *lint.Project) (list []*part) {
	for i := range p.Boxes {
		box := &p.Boxes[i]
		list = append(list, &part{box.Title.In(h.lang), box.Takes, box})
	}
	for _, host := range p.Hosts {
		for _, c := range host.Categories {
			if g := []platform.Category{c}; len(titles(list, g)) == 0 {
				id := message.ID("html.group-other")
				if c == platform.Media || c == platform.Unknown {
					id = message.ID("html.group-" + string(c))
				}
				list = append(list, &part{h.lang.Message(id, string(c)), g, nil})
			}
		}
	}
	return list
}

// titles are the titles of the parts that take one of the categories.
//
//go:noinline
func titles(list []*part, categories []platform.Category) (out []string) {
	for _, g := range list {
		if shares(g.takes, categories) {
			out = append(out, g.title)
		}
	}
	return out
}

//go:noinline
func shares(a, b []platform.Category) bool {
	for _, c := range a {
		if slices.Contains(b, c) {
			return true
		}
	}
	return false
}

// statuses are how a host can stand, the worst last: those of the filed list
// and two more that only a finding tells.
var statuses = []string{"filed", "vendor", "local", "unknown", "ending", "pending", "unfilable", "expired", "revoked", "unfiled"}

func rankOf(status string) int { return slices.Index(statuses, status) }

// standing is how a host stands, by what a finding says or else by the list.
//
//go:noinline
func (s *spot) standing() string {
	if s.status != "" {
		return s.status
	}
	return string(s.host.Filing.Status)
}

// label is a status in words.
func (h *htmlReport) label(status string) string {
	switch status {
	case "":
		return ""
	case "filed", "ending", "revoked":
		return h.lang.Message(message.ID("html.status-" + status))
	}
	return h.lang.Message(message.ID("report.status-" + status))
}

// badge shows a status: in words, with a sign that the style puts before them,
// for those who see no colours. A look of "" is that of what does not matter.
func (h *htmlReport) badge(look, status string) {
	h.put(`<span class="badge s-{}">{}</span>`, look, h.label(status))
}
