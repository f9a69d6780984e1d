package report

import (
	"github.com/beianlint/beianlint/lint"
	"github.com/beianlint/beianlint/lint/message"
	"github.com/beianlint/beianlint/lint/platform"
)

// table lists findings in a section of its own.
func (h *htmlReport) table(id string, title message.ID, findings []*lint.Finding) {
	if len(findings) == 0 {
		return
	}
	h.put("\n"+`<section id="{}" class="group"><h2>{}</h2>
<table class="findings"><caption>{}</caption>
<thead><tr><th scope="col">{html.severity}</th><th scope="col">{report.column-finding}</th><th scope="col">{report.column-place}</th><th scope="col">{html.column-rule}</th></tr></thead>
<tbody>`, id, h.lang.Message(title), h.lang.Message(title+"-about"))
	for _, f := range findings {
		h.finding(f)
	}
	h.put("\n</tbody></table></section>")
}

func (h *htmlReport) finding(f *lint.Finding) {
	var apps, boxes []string
	status, severity := "", h.severity(f)
	for _, s := range h.of(f.Project, f.Host).spots {
		apps, status = add(apps, s.app.name), s.standing()
		boxes = add(boxes, titles(s.app.parts, []platform.Category{f.Category})...)
	}
	h.put("\n"+`<tr class="row" data-status="{}" data-severity="{}" data-program="{}" data-box="{}"><td><span class="badge v-{}">{}</span></td><th scope="row">{}<p>{}</p></th><td>`+"\n"+`<ul class="places">`,
		h.label(status), severity, joined(apps, "|"), joined(boxes, "|"), string(f.Severity), severity,
		h.lang.Message(f.Message, f.Args...), h.lang.Help(f.Message, f.Args...))
	n := 0
	h.place(&n, f.Span, "")
	for i := range f.Related {
		h.place(&n, f.Related[i].Span, h.lang.Message(f.Related[i].Message, f.Related[i].Args...))
	}
	h.endPlaces(n)
	h.put("</td><td><code>{}</code></td></tr>", ruleID(f))
}
