package report

import (
	"time"

	"github.com/beianlint/beianlint/lint/message"
)

func (h *htmlBuilder) header() htmlHeader {
	counts, total := h.counts()
	id, look, about := h.verdict(counts)
	view := htmlHeader{
		Look: look, Verdict: text(plural(h.lang, id, about)), Summary: text(summaryLine(h.lang, h.r)), Shares: h.shares(counts, total),
		CheckedAt: text(h.o.Now.In(time.FixedZone("UTC+8", 8*60*60)).Format("2006-01-02 15:04 MST")), Version: text(h.o.Version),
	}
	for _, name := range h.r.Lists {
		view.Lists = append(view.Lists, text(h.o.Paths.Show(name)))
	}
	return view
}

// verdict returns the sentence on the whole and the number in it. That findings
// are silenced, by an ignore or a baseline, files no domain.
func (h *htmlBuilder) verdict(counts []int) (id message.ID, look string, n int) {
	for _, k := range counts[rankOf("pending"):] {
		n += k
	}
	switch {
	case len(h.tasks) > 0:
		return "html.verdict-todo", "bad", len(h.tasks)
	case n > 0:
		return "html.verdict-silenced", "fair", n
	case len(h.others) > 0:
		return "html.verdict-others", "fair", 0
	case h.r.Summary.Hosts == 0:
		return "html.verdict-none", "fair", 0
	}
	return "html.verdict-clean", "good", 0
}

// shares are the statuses that hosts have, in the order of statuses.
func (h *htmlBuilder) shares(counts []int, total int) (list []htmlShare) {
	before := 0
	for i, n := range counts {
		if n > 0 {
			x, end := before*1000/total, (before+n)*1000/total
			list = append(list, htmlShare{h.badge(statuses[i]), n, x, end - x})
		}
		before += n
	}
	return list
}

// counts tells how many different hosts have each of the statuses, in every
// mini program the worst one.
func (h *htmlBuilder) counts() (counts []int, total int) {
	worst := map[string]int{}
	for _, p := range h.programs {
		for _, host := range p.hosts {
			if host.Enforced {
				name := host.name()
				worst[name] = max(worst[name], rankOf(host.status()))
			}
		}
	}
	counts = make([]int, len(statuses))
	for _, rank := range worst {
		counts[rank]++
	}
	return counts, len(worst)
}

// contents leads to the parts of the report that have something.
func (h *htmlBuilder) contents() (list []htmlEntry) {
	add := func(id string, title text, rows int) {
		if rows > 0 {
			list = append(list, htmlEntry{id, title, rows})
		}
	}
	add("todo", h.say("html.todo"), len(h.tasks))
	for i, p := range h.programs {
		add(programID(i), text(p.name), len(p.hosts))
	}
	add("others", h.say("html.others"), len(h.others))
	add("unknown", h.say("html.unknown"), len(h.unknown))
	return list
}
