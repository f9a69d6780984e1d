package report

import (
	"github.com/beianlint/beianlint/lint/finding"
	"github.com/beianlint/beianlint/lint/message"
	"github.com/beianlint/beianlint/lint/platform"
)

// table shows findings in a section of their own.
func (h *htmlBuilder) table(id string, title message.ID, findings []*finding.Finding) htmlTable {
	t := htmlTable{ID: id, Title: h.say(title), About: h.say(title + "-about")}
	for _, f := range findings {
		t.Findings = append(t.Findings, h.finding(f))
	}
	return t
}

func (h *htmlBuilder) finding(f *finding.Finding) htmlFinding {
	var programs, boxes []string
	status := ""
	for _, host := range h.verdictOf(f.Project, f.Host).hosts {
		programs, status = addNew(programs, host.program.name), host.status()
		boxes = addNew(boxes, titles(host.program.sections, []platform.Category{f.Category})...)
	}
	return htmlFinding{
		Status: h.statusText(status), Badge: htmlBadge{text(f.Severity), text(h.severityText(f.Severity))},
		Programs: barred(programs), Boxes: barred(boxes),
		Message: h.say(f.Message, f.Args...), Help: text(h.lang.Help(f.Message, f.Args...)),
		Places: h.placesOfFinding(f), Rule: text(ruleID(f)),
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
