package report

import (
	"github.com/beianlint/beianlint/lint/finding"
	"github.com/beianlint/beianlint/lint/message"
	"github.com/beianlint/beianlint/lint/platform"
)

// table shows findings in a section of their own.
func (h *htmlBuilder) table(id string, title message.ID, findings []*finding.Finding) htmlTable {
	t := htmlTable{ID: id, Title: h.say(title), About: h.say(title + "-about")}
	for _, g := range finding.Groups(findings) {
		t.Findings = append(t.Findings, h.finding(g))
	}
	return t
}

func (h *htmlBuilder) finding(f *finding.Group) htmlFinding {
	var programs, boxes []string
	status := ""
	for _, m := range f.Members {
		for _, host := range h.verdictOf(m.Project, m.Host).hosts {
			programs, status = addNew(programs, host.program.name), host.status()
			boxes = addNew(boxes, titles(host.program.sections, []platform.Category{m.Category})...)
		}
	}
	return htmlFinding{
		Status: h.statusText(status), Badge: htmlBadge{text(f.Severity), text(h.severityText(f.Severity))},
		Programs: barred(programs), Boxes: barred(boxes),
		Message: h.say(f.Message, f.Args...), Help: text(f.Help(h.lang)),
		Places: h.placesOfFinding(f.Finding), Rule: text(ruleID(f.Finding)),
	}
}

func (w *htmlWords) placesOfFinding(f *finding.Finding) htmlPlaces {
	list := placeList{words: w}
	list.add(f.Span, "")
	for i := range f.Related {
		r := &f.Related[i]
		list.add(r.Span, w.say(r.Message, r.Args...))
	}
	return list.places(w.lang)
}
