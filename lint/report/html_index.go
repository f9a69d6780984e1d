package report

import (
	"slices"
	"time"

	"github.com/beianlint/beianlint/lint"
	"github.com/beianlint/beianlint/lint/allowlist"
	"github.com/beianlint/beianlint/lint/app"
	"github.com/beianlint/beianlint/lint/finding"
	"github.com/beianlint/beianlint/lint/message"
	"github.com/beianlint/beianlint/lint/platform"
)

// indexedProgram is a mini program as its reader sees it: hosts in sections.
type indexedProgram struct {
	*app.App
	name     string
	sections []*section
	hosts    []*indexedHost // by registrable domain
}

// section is a box of the platform's console, or what no box is for.
type section struct {
	title string
	takes []platform.Category
	box   *app.Box // nil if it is none
}

// indexedHost is a host of a mini program, with what is known of it.
type indexedHost struct {
	*app.Host
	verdict      *hostVerdict
	program      *indexedProgram
	declarations []*allowlist.Declaration
}

// hostVerdict is what findings say of a host, in all mini programs of a folder.
type hostVerdict struct {
	status   string // see statuses; "" if no finding is about its filing
	severity string // the highest, in words
	hosts    []*indexedHost
}

// hostKey is a host in the mini programs of a folder; the folder itself if it is
// no host.
type hostKey struct{ project, host string }

// htmlIndex has what a report shows, each under what its reader looks for.
type htmlIndex struct {
	htmlWords
	r       *lint.Result
	version string    // of beianlint
	now     time.Time // when the run was

	programs []*indexedProgram
	verdicts map[hostKey]*hostVerdict

	tasks           []*task            // by what is most severe
	others, unknown []*finding.Finding // what else was found, and what nobody can tell
}

func newHTMLIndex(r *lint.Result, o *Options) *htmlIndex {
	x := &htmlIndex{htmlWords: htmlWords{o.Lang, o.Paths, Paths{Base: o.Root}, o.Blob}, r: r, version: o.Version, now: o.Now, verdicts: map[hostKey]*hostVerdict{}}
	for _, p := range r.Projects {
		x.add(p)
	}
	x.divide()
	return x
}

func (x *htmlIndex) verdictOf(project, host string) *hostVerdict {
	key := hostKey{project, host}
	v := x.verdicts[key]
	if v == nil {
		v = &hostVerdict{}
		x.verdicts[key] = v
	}
	return v
}

// add lists the hosts of a mini program, with what is declared of them.
func (x *htmlIndex) add(p *app.App) {
	program := &indexedProgram{App: p, name: x.programName(p), sections: x.sections(p)}
	x.programs = append(x.programs, program)
	byName := map[string]*indexedHost{}
	none := &app.Host{} // what findings without a host are about
	for _, host := range append(byDomain(p.Hosts), none) {
		indexed := &indexedHost{Host: host, verdict: x.verdictOf(p.Root, host.Host), program: program}
		indexed.verdict.hosts = append(indexed.verdict.hosts, indexed)
		byName[host.Host] = indexed
		if host != none {
			program.hosts = append(program.hosts, indexed)
		}
	}
	for _, d := range p.Declarations {
		if host := byName[d.Endpoint.Host]; host != nil {
			host.declarations = append(host.declarations, d)
		}
	}
}

// sections returns the boxes of a mini program, and a section for every category
// of a host that no box is for.
func (x *htmlIndex) sections(p *app.App) (list []*section) {
	for i := range p.Boxes {
		box := &p.Boxes[i]
		list = append(list, &section{box.Title.In(x.lang), box.Takes, box})
	}
	for _, host := range p.Hosts {
		for _, c := range host.Categories {
			categories := []platform.Category{c}
			if len(titles(list, categories)) > 0 {
				continue
			}
			id := message.ID("html.group-other")
			if c == platform.Media || c == platform.Unknown {
				id = message.ID("html.group-" + string(c))
			}
			list = append(list, &section{x.lang.Message(id, string(c)), categories, nil})
		}
	}
	return list
}

// titles are the titles of the sections that take one of the categories.
func titles(list []*section, categories []platform.Category) (out []string) {
	for _, s := range list {
		if overlap(s.takes, categories) {
			out = append(out, s.title)
		}
	}
	return out
}

func overlap(a, b []platform.Category) bool {
	return slices.ContainsFunc(a, func(c platform.Category) bool { return slices.Contains(b, c) })
}

// statuses are those that a host can have, the worst last: those of the filed
// list and two more that only a finding tells.
var statuses = []string{"filed", "vendor", "local", "unknown", "ending", "pending", "unfilable", "expired", "revoked", "unfiled"}

func rankOf(status string) int { return slices.Index(statuses, status) }

func (host *indexedHost) name() string { return host.Host.Host }

// status is what a finding says of the host, or else the list.
func (host *indexedHost) status() string {
	if host.verdict.status != "" {
		return host.verdict.status
	}
	return string(host.Filing.Status)
}
