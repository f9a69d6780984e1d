package report

import (
	"slices"
	"strconv"

	"github.com/beianlint/beianlint/lint/platform"
	"github.com/beianlint/beianlint/lint/source"
)

// maxPlaces is how many places of one host are listed together.
const maxPlaces = 8

// places lists where a host is used or declared in one of the categories.
func (h *htmlReport) places(s *spot, categories []platform.Category) {
	h.put("\n" + `<ul class="places">`)
	n := 0
	for _, u := range s.host.Uses {
		if slices.Contains(categories, u.Category) {
			note := u.API
			if note == "" {
				note = h.lang.Message("html.place-literal")
			}
			h.place(&n, u.Span, note)
		}
	}
	for _, d := range s.entries {
		if shares(d.Categories(), categories) {
			h.place(&n, d.Span, h.lang.Message("html.place-declared"))
		}
	}
	h.endPlaces(n)
}

// place writes one place, as file:line:column, unless there are too many. The
// name is kept from reordering what follows it.
func (h *htmlReport) place(n *int, s source.Span, note string) {
	if s.File == nil {
		return
	}
	if *n++; *n > maxPlaces {
		return
	}
	at := h.o.Paths.place(s)
	h.put("\n"+`<li><code><bdi>{}</bdi>:{}:{}</code> <span class="note">{}</span></li>`,
		at.file, strconv.Itoa(at.line), strconv.Itoa(at.column), note)
}

func (h *htmlReport) endPlaces(n int) {
	if n > maxPlaces {
		h.put("\n"+`<li class="note">{}</li>`, count(h.lang, "report.more-places", n-maxPlaces))
	}
	h.put("\n</ul>")
}
