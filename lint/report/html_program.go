package report

import (
	"strconv"
	"strings"

	"github.com/beianlint/beianlint/lint"
	"github.com/beianlint/beianlint/lint/message"
)

// name is what people call a mini program: by its platforms and, where it has a
// folder of its own, by that.
func (h *htmlReport) name(p *lint.Project) string {
	at := h.o.Paths.Show(p.Root)
	if p.Tenant != "" {
		at = h.o.Paths.Show(p.Tenant)
	}
	if at == "." {
		at = ""
	}
	return strings.TrimSpace(h.lang.Message("html.program-name", platformNames(p, h.lang), at))
}

//go:noinline
func programID(i int) string { return "p" + strconv.Itoa(i+1) }

// program writes the domains of a mini program, a group of rows for each list
// of the platform's console.
func (h *htmlReport) program(i int) {
	p, a := h.r.Projects[i], h.apps[i]
	h.put("\n"+`<section id="{}" class="group program" data-program="{}"><h2>{}</h2>`, programID(i), a.name, a.name)
	if p.AppID != "" {
		h.put("\n<p class=\"appid\">AppID <code>{}</code></p>", p.AppID)
	}
	if len(p.Hosts) == 0 {
		h.put("\n<p>{report.no-hosts}</p></section>")
		return
	}
	h.put("\n" + `<table class="domains"><caption>{html.caption}</caption>
<thead><tr><th scope="col">{report.column-domain}</th><th scope="col">{html.status}</th><th scope="col">{html.column-filing}</th><th scope="col">{report.column-declared}</th><th scope="col">{html.column-place}</th></tr></thead>`)
	for _, g := range a.parts {
		h.part(a, g)
	}
	h.put("\n</table></section>")
}

// part writes the hosts of a part under its title.
func (h *htmlReport) part(a *app, g *part) {
	var list []*spot
	for _, s := range a.spots {
		if shares(g.takes, s.host.Categories) {
			list = append(list, s)
		}
	}
	if len(list) == 0 {
		return
	}
	h.put("\n"+`<tbody class="group" data-box="{}"><tr class="box"><th scope="rowgroup" colspan="5">{} <span>{}</span></th></tr>`,
		g.title, g.title, strconv.Itoa(len(list)))
	for _, s := range list {
		status := s.standing()
		h.put("\n"+`<tr class="row" data-status="{}" data-severity="{}"><th scope="row"><code>{}</code></th><td>`,
			h.label(status), s.severity, hostName(s.host.Host))
		h.badge(s.look(status), status)
		h.filing(&s.host.Filing)
		if g.box != nil {
			h.declared(g.box.Declared[s.host.Host])
		}
		h.put("</td><td>")
		h.places(s, g.takes)
		h.put("</td></tr>")
	}
	h.put("</tbody>")
}

// look is that of the status, or none where the platform does not mind that a
// filing lacks.
func (s *spot) look(status string) string {
	if !s.host.Enforced && rankOf(status) >= rankOf("pending") {
		return ""
	}
	return status
}

// filing writes number and subject of the filing that covers a host, and where
// the list says so.
func (h *htmlReport) filing(f *lint.HostFiling) {
	h.put(`</td><td class="filing"><div class="number">{}</div> <div>{}</div>`, f.Number, f.Entity)
	if f.Span.File != nil {
		at := h.o.Paths.place(f.Span)
		h.put(` <div class="note"><bdi>{}</bdi>:{}</div>`, at.file, strconv.Itoa(at.line))
	}
	h.put("</td><td>")
}

func (h *htmlReport) declared(d lint.Declared) {
	if d == lint.NotKnown {
		d = "unknown"
	}
	h.put(`<span class="d-{}">{}</span>`, string(d), h.lang.Message(message.ID("html.declared-"+string(d))))
}
