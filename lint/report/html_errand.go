package report

import (
	"slices"
	"strings"

	"github.com/beianlint/beianlint/lint/message"
	"github.com/beianlint/beianlint/lint/platform"
)

// errands lists the domains that somebody has to see to.
func (h *htmlReport) errands() {
	if len(h.todo) == 0 {
		return
	}
	h.put("\n" + `<section id="todo" class="group"><h2>{html.todo}</h2>` + "\n" + `<ol class="errands">`)
	for _, e := range h.todo {
		h.errand(e)
	}
	h.put("\n</ol></section>")
}

func (h *htmlReport) errand(e *errand) {
	var apps, boxes []string
	for _, s := range e.spots {
		apps, boxes = add(apps, s.app.name), add(boxes, titles(s.app.parts, s.host.Categories)...)
	}
	h.put("\n"+`<li class="row" data-status="{}" data-severity="{}" data-program="{}" data-box="{}"><div class="what"><h3>{}</h3> `,
		h.label(e.duty.status), e.severity, joined(apps, "|"), joined(boxes, "|"), hostName(e.domain))
	h.badge(e.duty.status, e.duty.status)
	h.put("</div>\n" + `<div class="how">`)
	h.sentences(e)
	h.put(`<p><span class="note">{html.who}</span> {}</p>`+"\n"+`<ul class="hosts">`, h.who(e))
	for _, s := range e.spots {
		about := titles(s.app.parts, s.host.Categories)
		if len(h.apps) > 1 {
			about = append(about, s.app.name)
		}
		h.put("\n"+`<li><div><code class="host">{}</code> <span class="note">{}</span></div>`, hostName(s.host.Host), joined(about, " · "))
		h.places(s, s.host.Categories)
		h.put("</li>")
	}
	h.put("\n</ul></div></li>")
}

// Kept out of line: its copies would grow the binary.
//
//go:noinline
func joined(list []string, by string) string { return strings.Join(list, by) }

// add adds texts that a list does not have.
//
//go:noinline
func add(list []string, texts ...string) []string {
	for _, s := range texts {
		if !slices.Contains(list, s) {
			list = append(list, s)
		}
	}
	return list
}

// sentences say what is missing and what to do about it, for several hosts of a
// domain once.
func (h *htmlReport) sentences(e *errand) {
	var said []string
	for _, f := range e.findings {
		if n := len(said); len(add(said, string(f.Message))) > n {
			said = add(said, string(f.Message))
			h.put("<p>{}</p>\n<p>{}</p>\n", h.lang.Message(f.Message, f.Args...), h.lang.Help(f.Message, f.Args...))
		}
	}
}

// who says who can do something.
func (h *htmlReport) who(e *errand) string {
	id, name := e.duty.who, message.Text{}
	switch id {
	case "html.who-vendor":
		id = "html.who-shared"
		if v := platform.VendorOf(e.domain); v != nil {
			id, name = "html.who-vendor", v.Owner
		}
	case "html.who-entity":
		id = "html.who-owner"
		if who := e.spots[0].host.Filing.Entity; who != "" {
			id, name = "html.who-entity", message.Text{EN: who, ZH: who}
		}
	}
	return h.lang.Message(id, name)
}
