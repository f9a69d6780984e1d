package report

import (
	"slices"
	"strconv"

	"github.com/beianlint/beianlint/lint"
	"github.com/beianlint/beianlint/lint/platform"
	"github.com/beianlint/beianlint/lint/source"
)

// maxPlaces is how many places of one host a row lists.
const maxPlaces = 12

// places lists where a host is used or declared in categories, or in any.
func (h *htmlReport) places(i int, host *lint.Host, categories []platform.Category) {
	h.start("ul", class("places"))
	n := 0
	for k := range host.Uses {
		if u := host.Uses[k]; categories == nil || slices.Contains(categories, u.Category) {
			note := u.API
			if note == "" {
				note = h.lang.Message("html.place-literal")
			}
			h.place(&n, u.Span, note)
		}
	}
	for _, d := range h.entries[i][host.Host] {
		if categories == nil || slices.ContainsFunc(d.Categories(), func(c platform.Category) bool { return slices.Contains(categories, c) }) {
			h.place(&n, d.Span, h.lang.Message("html.place-declared"))
		}
	}
	h.morePlaces(n)
	h.end(1)
}

func (h *htmlReport) morePlaces(n int) {
	if n > maxPlaces {
		h.el("li", count(h.lang, "report.more-places", n-maxPlaces), class("note"))
	}
}

// place writes one place, as file:line:column, unless there are too many.
func (h *htmlReport) place(n *int, at source.Span, note string) {
	if *n++; *n > maxPlaces || at.File == nil {
		return
	}
	h.start("li")
	h.at(at)
	if note != "" {
		h.el("span", note, class("note"))
	}
	h.end(1)
}

// at writes file:line:column. The name is kept from reordering what follows it.
func (h *htmlReport) at(s source.Span) {
	at := h.o.Paths.place(s)
	h.start("code")
	h.el("bdi", at.file)
	h.text(":" + strconv.Itoa(at.line) + ":" + strconv.Itoa(at.column))
	h.end(1)
}
