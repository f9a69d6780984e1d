package report

import (
	"strconv"

	"github.com/beianlint/beianlint/lint"
	"github.com/beianlint/beianlint/lint/message"
)

// findingKind is a part of the report that lists findings.
type findingKind struct {
	id           string
	title, about message.ID
}

var (
	others  = findingKind{"others", "html.others", ""}
	unknown = findingKind{"unknown", "html.unknown", "html.unknown-about"}
)

// table lists findings.
func (h *htmlReport) table(kind findingKind, findings []*lint.Finding) {
	if len(findings) == 0 {
		return
	}
	h.start("section", attr{"id", kind.id}, class("group"))
	h.say("h2", kind.title)
	if kind.about != "" {
		h.say("p", kind.about)
	}
	h.start("table", class("findings"))
	h.say("caption", kind.title)
	h.columns("html.severity", "html.column-finding", "html.column-place", "html.column-rule")
	h.start("tbody")
	for _, f := range findings {
		h.finding(f)
	}
	h.end(3)
}

func (h *htmlReport) finding(f *lint.Finding) {
	h.start("tr", h.row(h.findingData(f))...)
	h.start("td")
	h.say("span", severityID(f.Severity), class("badge v-"+string(f.Severity)))
	h.end(1)
	h.start("th", attr{"scope", "row"})
	h.text(h.lang.Message(f.Message, f.Args...))
	if help := h.lang.Help(f.Message, f.Args...); help != "" {
		h.el("p", help)
	}
	h.end(1)
	h.start("td")
	h.findingPlaces(f)
	h.end(1)
	h.start("td")
	h.el("code", ruleID(f))
	h.end(2)
}

func (h *htmlReport) findingPlaces(f *lint.Finding) {
	n := 0
	h.start("ul", class("places"))
	h.place(&n, f.Span, "")
	for i := range f.Related {
		r := &f.Related[i]
		h.place(&n, r.Span, h.lang.Message(r.Message, r.Args...))
	}
	h.morePlaces(n)
	h.end(1)
}

// findingData says by what a filter finds a finding.
func (h *htmlReport) findingData(f *lint.Finding) rowData {
	d := rowData{severity: f.Severity}
	for i := range h.r.Projects {
		p := h.r.Projects[i]
		if p.Root != f.Project || f.Project == "" {
			continue
		}
		d.programs = append(d.programs, strconv.Itoa(i))
		if f.Category != "" {
			d.boxes = append(d.boxes, h.tokenOf(p, f.Category))
		}
	}
	for _, s := range h.where[spoken{f.Project, f.Host}] {
		d.status = h.statusOf(h.r.Projects[s.program], s.host)
	}
	return d
}

// maxSkipped is how many skipped names are listed.
const maxSkipped = 100

// skipped lists what was not read, and why.
func (h *htmlReport) skipped() {
	if len(h.r.Skipped) == 0 {
		return
	}
	h.start("section", attr{"id", "skipped"}, class("group"))
	h.say("h2", "html.skipped")
	h.start("table", class("skipped"))
	h.say("caption", "html.skipped")
	h.columns("html.column-name", "html.column-reason", "html.column-count")
	h.start("tbody")
	for i := range h.r.Skipped[:min(len(h.r.Skipped), maxSkipped)] {
		s := &h.r.Skipped[i]
		h.start("tr", h.row(rowData{})...)
		h.start("th", attr{"scope", "row"})
		h.el("code", h.o.Paths.Show(s.Name))
		h.end(1)
		h.el("td", h.lang.Message(s.Reason))
		h.el("td", strconv.Itoa(s.Count))
		h.end(1)
	}
	h.end(2)
	if more := len(h.r.Skipped) - maxSkipped; more > 0 {
		h.el("p", count(h.lang, "report.more-places", more))
	}
	h.end(1)
}
