package report

import (
	"strconv"
	"strings"
	"time"

	"github.com/beianlint/beianlint/lint"
	"github.com/beianlint/beianlint/lint/message"
)

// header says what the report is of and how things stand.
func (h *htmlReport) header() {
	id, n, look := h.verdict()
	h.start("header")
	h.say("h1", "html.title")
	verdict := h.lang.Message(id)
	if n > 0 {
		verdict = count(h.lang, id, n)
	}
	h.el("p", verdict, class("verdict "+look))
	h.tally()
	h.facts()
	h.end(1)
}

// verdict returns the sentence on the whole, with its number if it has one.
func (h *htmlReport) verdict() (id message.ID, n int, look string) {
	switch {
	case len(h.errandList) > 0:
		return "html.verdict-todo", len(h.errandList), "bad"
	case len(h.others) > 0:
		return "html.verdict-others", 0, "fair"
	case h.r.Summary.Hosts == 0:
		return "html.verdict-none", 0, "fair"
	}
	return "html.verdict-clean", 0, "good"
}

// facts says what was checked, when, against which list and with what.
func (h *htmlReport) facts() {
	s, l := &h.r.Summary, h.lang
	at := h.o.Now.In(time.FixedZone("UTC+8", 8*60*60))
	h.start("dl", class("facts"))
	h.fact("html.checked-at", at.Format("2006-01-02 15:04 MST"))
	h.fact("html.scope", count(l, "report.project", s.Projects), count(l, "report.file", s.Files), count(l, "report.domain", s.Hosts))
	h.fact("html.list", h.listNames()...)
	h.fact("html.findings", count(l, "report.error", s.Errors), count(l, "report.warning", s.Warnings), count(l, "report.notice", s.Notices))
	h.fact("html.tool", strings.TrimSpace("beianlint "+h.o.Version))
	h.end(1)
}

func (h *htmlReport) fact(label message.ID, values ...string) {
	h.start("div")
	h.say("dt", label)
	for _, v := range values {
		h.el("dd", v)
	}
	h.end(1)
}

func (h *htmlReport) listNames() []string {
	if len(h.r.Lists) == 0 {
		return []string{h.lang.Message("report.status-unknown")}
	}
	names := make([]string, len(h.r.Lists))
	for i, name := range h.r.Lists {
		names[i] = h.o.Paths.Show(name)
	}
	return names
}

// statuses are how a host can stand, the worst last: those of the filed list
// and two more that only a finding tells.
var statuses = []string{"filed", "vendor", "local", "unknown", "ending", "pending", "unfilable", "expired", "revoked", "unfiled"}

func statusID(status string) message.ID {
	switch status {
	case "filed", "ending", "revoked":
		return message.ID("html.status-" + status)
	}
	return message.ID("report.status-" + status)
}

// statusOf is how a host stands, by what a finding says or else by the list.
func (h *htmlReport) statusOf(p *lint.Project, host *lint.Host) string {
	if d, ok := h.duty[spoken{p.Root, host.Host}]; ok {
		return d.status
	}
	return string(host.Filing.Status)
}

// counts tells how many different hosts have each of the statuses, in every
// mini program the worst one.
func (h *htmlReport) counts() (n []int) {
	worst := map[string]int{}
	for i := range h.r.Projects {
		p := h.r.Projects[i]
		for k := range p.Hosts {
			host := p.Hosts[k]
			if host.Enforced {
				worst[host.Host] = max(worst[host.Host], rankOf(h.statusOf(p, host)))
			}
		}
	}
	n = make([]int, len(statuses))
	for _, rank := range worst {
		n[rank]++
	}
	return n
}

func rankOf(status string) int {
	for i, s := range statuses {
		if s == status {
			return i
		}
	}
	return 0
}

// tally draws the shares of the statuses as a bar and tells them in words.
func (h *htmlReport) tally() {
	n, total := h.counts(), 0
	for _, k := range n {
		total += k
	}
	if total == 0 {
		return
	}
	h.start("svg", class("bar"), attr{"viewBox", "0 0 1000 12"}, attr{"preserveAspectRatio", "none"}, attr{"aria-hidden", "true"})
	at := 0
	for i, k := range n {
		if k > 0 {
			h.el("rect", "", class("s-"+statuses[i]), attr{"x", strconv.Itoa(at * 1000 / total)},
				attr{"width", strconv.Itoa(k * 1000 / total)}, attr{"height", "12"})
		}
		at += k
	}
	h.end(1)
	h.start("ul", class("tally"), attr{"aria-label", h.lang.Message("html.tally")})
	for i, k := range n {
		if k > 0 {
			h.start("li")
			h.el("strong", strconv.Itoa(k))
			h.badge(statuses[i])
			h.end(1)
		}
	}
	h.end(1)
}

// badge names a status; a sign before it, which the style adds, and the
// words tell it to those who see no colours.
func (h *htmlReport) badge(status string) {
	h.say("span", statusID(status), class("badge s-"+status))
}

// contents leads to the parts of the report.
func (h *htmlReport) contents() {
	h.start("nav", attr{"aria-label", h.lang.Message("html.contents")})
	h.start("ul")
	if n := len(h.errandList); n > 0 {
		h.entry("todo", h.lang.Message("html.todo"), n)
	}
	for i := range h.r.Projects {
		h.entry(sectionID("p", i), h.programName(i), len(h.r.Projects[i].Hosts))
	}
	for _, part := range []struct {
		kind findingKind
		n    int
	}{{others, len(h.others)}, {unknown, len(h.unknown)}} {
		if part.n > 0 {
			h.entry(part.kind.id, h.lang.Message(part.kind.title), part.n)
		}
	}
	h.end(2)
}

func (h *htmlReport) entry(id, title string, n int) {
	h.start("li")
	h.start("a", attr{"href", "#" + id})
	h.text(title)
	h.end(1)
	h.el("span", strconv.Itoa(n))
	h.end(1)
}
