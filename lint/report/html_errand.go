package report

import (
	"cmp"
	"slices"
	"sort"
	"strconv"
	"strings"

	"github.com/beianlint/beianlint/lint"
	"github.com/beianlint/beianlint/lint/allowlist"
	"github.com/beianlint/beianlint/lint/endpoint"
	"github.com/beianlint/beianlint/lint/message"
	"github.com/beianlint/beianlint/lint/platform"
)

// duty is what somebody has to see to: how the host stands, and who can do
// something about it.
type duty struct {
	status string
	who    message.ID
}

// duties are the findings about filings, by message or by rule.
var duties = map[message.ID]duty{
	"unfiled-domain":               {"unfiled", "html.who-owner"},
	"unfiled-domain.vendor":        {"unfiled", "html.who-vendor"},
	"unfiled-domain.shared":        {"unfiled", "html.who-vendor"},
	"unfiled-domain.bare-shared":   {"unfiled", "html.who-nobody"},
	"unfiled-domain.public-suffix": {"unfiled", "html.who-nobody"},
	"pending-filing":               {"pending", "html.who-entity"},
	"pending-filing.ended":         {"expired", "html.who-entity"},
	"pending-filing.ending":        {"ending", "html.who-entity"},
	"revoked-filing":               {"revoked", "html.who-owner"},
	"unfilable-domain":             {"unfilable", "html.who-nobody"},
	"ip-address":                   {"unfilable", "html.who-nobody"},
}

func dutyOf(f *lint.Finding) (d duty, ok bool) {
	if d, ok = duties[f.Message]; !ok {
		d, ok = duties[message.ID(f.Message.Rule())]
	}
	return d, ok && f.Host != ""
}

// errand is one domain with all that is wrong about its filing.
type errand struct {
	domain   string
	duty     duty // the worst
	severity lint.Severity
	findings []*lint.Finding
}

// divide puts every finding where its reader looks for it.
func (h *htmlReport) divide() {
	h.duty, h.severity = map[spoken]duty{}, map[spoken]lint.Severity{}
	byDomain := map[string]*errand{}
	for i := range h.r.Findings {
		f := h.r.Findings[i]
		d, ok := dutyOf(f)
		h.grave(f)
		switch {
		case ok:
			h.duty[spoken{f.Project, f.Host}] = d
			e := byDomain[filedAs(f)]
			if e == nil {
				e = &errand{domain: filedAs(f), severity: f.Severity, duty: d}
				byDomain[e.domain] = e
				h.errandList = append(h.errandList, e)
			}
			e.add(f, d)
		case f.Message.Rule() == "dynamic-host":
			h.unknown = append(h.unknown, f)
		default:
			h.others = append(h.others, f)
		}
	}
	list, others := h.errandList, h.others
	sort.SliceStable(list, func(i, j int) bool { return list[i].before(list[j]) })
	sort.SliceStable(others, func(i, j int) bool { return !others[j].Severity.AtLeast(others[i].Severity) })
}

// grave notes the gravest severity of a host.
func (h *htmlReport) grave(f *lint.Finding) {
	key := spoken{f.Project, f.Host}
	if before, ok := h.severity[key]; !ok || f.Severity.AtLeast(before) {
		h.severity[key] = f.Severity
	}
}

func (e *errand) add(f *lint.Finding, d duty) {
	e.findings = append(e.findings, f)
	if rankOf(d.status) > rankOf(e.duty.status) {
		e.duty = d
	}
	if f.Severity.AtLeast(e.severity) {
		e.severity = f.Severity
	}
}

// before orders by what is gravest, then by domain.
func (e *errand) before(other *errand) bool {
	if e.severity != other.severity {
		return e.severity.AtLeast(other.severity)
	}
	return cmp.Or(rankOf(other.duty.status)-rankOf(e.duty.status), strings.Compare(e.domain, other.domain)) < 0
}

// filedAs is the domain that a filing is for which the finding asks: of a
// provider's customer the host itself.
func filedAs(f *lint.Finding) string {
	if endpoint.SharedDomain(f.Host) != "" {
		return f.Host
	}
	return registrable(f.Host)
}

// errands lists the domains that somebody has to see to.
func (h *htmlReport) errands() {
	if len(h.errandList) == 0 {
		return
	}
	h.start("section", attr{"id", "todo"}, class("group"))
	h.say("h2", "html.todo")
	h.start("ol", class("errands"))
	for _, e := range h.errandList {
		h.errand(e)
	}
	h.end(2)
}

func (h *htmlReport) errand(e *errand) {
	spots := h.spots(e)
	h.start("li", h.row(rowData{status: e.duty.status, severity: e.severity, programs: spots.programs(), boxes: h.boxTokens(spots)})...)
	h.start("div", class("what"))
	h.el("h3", hostName(e.domain))
	h.badge(e.duty.status)
	h.end(1)
	h.start("div", class("how"))
	for _, text := range h.sentences(e) {
		h.el("p", text)
	}
	h.start("p", class("who"))
	h.say("span", "html.who")
	h.text(" " + h.who(e, spots))
	h.end(1)
	h.start("ul", class("hosts"))
	for _, s := range spots {
		h.spot(s)
	}
	h.end(3)
}

// sentences are what is missing and what to do about it, each said once: a
// sentence names the domain where several hosts share it.
func (h *htmlReport) sentences(e *errand) (list []string) {
	for _, f := range e.findings {
		args := slices.Clone(f.Args)
		if len(e.findings) > 1 && len(args) > 0 && args[0] == any(shownHost(f.Host)) {
			args[0] = shownHost(e.domain)
		}
		for _, text := range []string{h.lang.Message(f.Message, args...), h.lang.Help(f.Message, args...)} {
			if text != "" && !slices.Contains(list, text) {
				list = append(list, text)
			}
		}
	}
	return list
}

// who says who can do something.
func (h *htmlReport) who(e *errand, spots spots) string {
	id := e.duty.who
	switch id {
	case "html.who-vendor":
		if v := platform.VendorOf(e.domain); v != nil {
			return h.lang.Message(id, v.Owner)
		}
		id = "html.who-shared"
	case "html.who-entity":
		for _, s := range spots {
			if s.host.Filing.Entity != "" {
				return h.lang.Message(id, s.host.Filing.Entity)
			}
		}
		id = "html.who-owner"
	}
	return h.lang.Message(id)
}

// spot is a host in a mini program.
type spot struct {
	program int
	host    *lint.Host
}

type spots []spot

// index finds hosts and what is declared of them by name.
func (h *htmlReport) index() {
	h.where = map[spoken]spots{}
	for i := range h.r.Projects {
		p := h.r.Projects[i]
		for k := range p.Hosts {
			key := spoken{p.Root, p.Hosts[k].Host}
			h.where[key] = append(h.where[key], spot{i, p.Hosts[k]})
		}
		entries := map[string][]*allowlist.Declaration{}
		for k := range p.Declarations {
			d := p.Declarations[k]
			entries[d.Endpoint.Host] = append(entries[d.Endpoint.Host], d)
		}
		h.entries = append(h.entries, entries)
	}
}

// spots returns where the hosts of an errand are.
func (h *htmlReport) spots(e *errand) (list spots) {
	seen := map[spoken]bool{}
	for _, f := range e.findings {
		if key := (spoken{f.Project, f.Host}); !seen[key] {
			seen[key] = true
			list = append(list, h.where[key]...)
		}
	}
	return list
}

func (list spots) programs() (tokens []string) {
	for _, s := range list {
		tokens = append(tokens, strconv.Itoa(s.program))
	}
	slices.Sort(tokens)
	return slices.Compact(tokens)
}

// spot writes a host with the boxes that it is for and its places.
func (h *htmlReport) spot(s spot) {
	p := h.r.Projects[s.program]
	h.start("li")
	h.el("code", hostName(s.host.Host), class("host"))
	about := []string{h.programName(s.program)}
	for i := range p.Boxes {
		if _, ok := inBox(&p.Boxes[i], s.host.Host); ok {
			about = append(about, p.Boxes[i].Title.In(h.lang))
		}
	}
	h.el("span", strings.Join(about, " · "), class("note"))
	h.places(s.program, s.host, nil)
	h.end(1)
}

// inBox returns how a box stands to a host.
func inBox(box *lint.Box, host string) (lint.Declared, bool) {
	i := sort.Search(len(box.Hosts), func(i int) bool { return box.Hosts[i].Host >= host })
	if i < len(box.Hosts) && box.Hosts[i].Host == host {
		return box.Hosts[i].Declared, true
	}
	return lint.NotKnown, false
}
