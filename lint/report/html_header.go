package report

import (
	"time"

	"github.com/beianlint/beianlint/lint/message"
)

func (x *htmlIndex) header() htmlHeader {
	counts, total := x.counts()
	id, look, about := x.verdict(counts)
	view := htmlHeader{
		Look: look, Verdict: text(plural(x.lang, id, about)), Summary: text(summaryLine(x.lang, x.r)), Shares: x.shares(counts, total),
		CheckedAt: text(x.now.In(time.FixedZone("UTC+8", 8*60*60)).Format("2006-01-02 15:04 MST")), Version: text(x.version),
	}
	for _, name := range x.r.Lists {
		view.Lists = append(view.Lists, text(x.paths.Show(name)))
	}
	return view
}

// verdict returns the sentence on the whole and the number in it. That findings
// are silenced, by an ignore or a baseline, files no domain.
func (x *htmlIndex) verdict(counts []int) (id message.ID, look string, n int) {
	for _, k := range counts[rankOf("pending"):] {
		n += k
	}
	switch {
	case len(x.tasks) > 0:
		return "html.verdict-todo", "bad", len(x.tasks)
	case n > 0:
		return "html.verdict-silenced", "fair", n
	case len(x.others) > 0:
		return "html.verdict-others", "fair", 0
	case x.r.Summary.Hosts == 0:
		return "html.verdict-none", "fair", 0
	}
	return "html.verdict-clean", "good", 0
}

// shares are the statuses that hosts have, in the order of statuses.
func (x *htmlIndex) shares(counts []int, total int) (list []htmlShare) {
	before := 0
	for i, n := range counts {
		if n > 0 {
			start, end := before*1000/total, (before+n)*1000/total
			list = append(list, htmlShare{x.badge(statuses[i]), n, start, end - start})
		}
		before += n
	}
	return list
}

// counts tells how many different hosts have each of the statuses, in every
// mini program the worst one.
func (x *htmlIndex) counts() (counts []int, total int) {
	worst := map[string]int{}
	for _, p := range x.programs {
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
func (x *htmlIndex) contents(ending int) (c htmlContents) {
	add := func(list *[]htmlEntry, id string, title text, rows int) {
		if rows > 0 {
			*list = append(*list, htmlEntry{id, title, rows})
		}
	}
	add(&c.Before, "todo", x.say("html.todo"), len(x.tasks))
	add(&c.Before, "ending", x.say("html.ending"), ending)
	for i, p := range x.programs {
		add(&c.Programs, programID(i), text(p.name), len(p.hosts))
	}
	if n := len(c.Programs); n > maxFolded {
		c.Fold = text(plural(x.lang, "report.project", n))
	}
	add(&c.After, "others", x.say("html.others"), len(x.others))
	add(&c.After, "unknown", x.say("html.unknown"), len(x.unknown))
	return c
}
