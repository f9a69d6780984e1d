package report

import (
	"strconv"
	"time"

	"github.com/beianlint/beianlint/lint/message"
)

// header says how things stand, and of what the report is.
func (h *htmlReport) header() {
	n, total := h.counts()
	id, look, about := h.verdict(n)
	h.put("\n<header>\n<h1>{html.title}</h1>\n<p class=\"verdict {}\">{}</p>\n<p>{}</p>", look, count(h.lang, id, about), summaryLine(h.lang, h.r.Summary))
	if total > 0 {
		h.tally(n, total)
	}
	h.put("\n<dl class=\"facts\">\n<div><dt>{html.checked-at}</dt><dd>{}</dd></div>\n<div><dt>{html.tool}</dt><dd>beianlint {}</dd></div>\n<div><dt>{html.list}</dt>",
		h.o.Now.In(time.FixedZone("UTC+8", 8*60*60)).Format("2006-01-02 15:04 MST"), h.o.Version)
	for _, name := range h.r.Lists {
		h.put("<dd>{}</dd>", h.o.Paths.Show(name))
	}
	if len(h.r.Lists) == 0 {
		h.put("<dd>{report.status-unknown}</dd>")
	}
	h.put("</div>\n</dl>\n</header>")
}

// verdict returns the sentence on the whole and the number in it. That findings
// are silenced, by an ignore or a baseline, files no domain.
func (h *htmlReport) verdict(counts []int) (id message.ID, look string, n int) {
	for _, k := range counts[rankOf("pending"):] {
		n += k
	}
	switch {
	case len(h.todo) > 0:
		return "html.verdict-todo", "bad", len(h.todo)
	case n > 0:
		return "html.verdict-silenced", "fair", n
	case len(h.others) > 0:
		return "html.verdict-others", "fair", 0
	case h.r.Summary.Hosts == 0:
		return "html.verdict-none", "fair", 0
	}
	return "html.verdict-clean", "good", 0
}

// tally draws the shares of the statuses as a bar and tells them in words.
func (h *htmlReport) tally(n []int, total int) {
	h.put("\n" + `<svg class="bar" viewBox="0 0 1000 12" preserveAspectRatio="none" aria-hidden="true">`)
	at := 0
	for i, k := range n {
		if k > 0 {
			h.put(`<rect class="s-{}" x="{}" width="{}" height="12"/>`,
				statuses[i], strconv.Itoa(at*1000/total), strconv.Itoa((at+k)*1000/total-at*1000/total))
		}
		at += k
	}
	h.put("</svg>\n" + `<ul class="tally" aria-label="{html.tally}">`)
	for i, k := range n {
		if k > 0 {
			h.put("\n<li><strong>{}</strong> ", strconv.Itoa(k))
			h.badge(statuses[i], statuses[i])
			h.put("</li>")
		}
	}
	h.put("\n</ul>")
}

// counts tells how many different hosts have each of the statuses, in every
// mini program the worst one.
func (h *htmlReport) counts() (n []int, total int) {
	worst := map[string]int{}
	for _, a := range h.apps {
		for _, s := range a.spots {
			if s.host.Enforced {
				worst[s.host.Host] = max(worst[s.host.Host], rankOf(s.standing()))
			}
		}
	}
	n = make([]int, len(statuses))
	for _, rank := range worst {
		n[rank]++
	}
	return n, len(worst)
}

// contents leads to the parts of the report.
func (h *htmlReport) contents() {
	h.put("\n" + `<nav aria-label="{html.contents}"><ul>`)
	h.entry("todo", h.lang.Message("html.todo"), len(h.todo))
	for i, a := range h.apps {
		h.entry(programID(i), a.name, len(a.spots))
	}
	h.entry("others", h.lang.Message("html.others"), len(h.others))
	h.entry("unknown", h.lang.Message("html.unknown"), len(h.unknown))
	h.put("\n</ul></nav>")
}

func (h *htmlReport) entry(id, title string, n int) {
	if n > 0 {
		h.put("\n"+`<li><a href="#{}">{}</a> <span>{}</span></li>`, id, title, strconv.Itoa(n))
	}
}
