package report

import (
	"cmp"
	"slices"
	"strings"

	"github.com/beianlint/beianlint/lint/filing"
)

// soonDays is how long before its last day a filing is listed. The rule
// pending-filing warns 30 days before.
const soonDays = 90

// endingFiling is a filing with a last day that is near, and the hosts that need it.
type endingFiling struct {
	*filing.Filing
	days  int
	hosts []*indexedHost
}

// ending lists the filings that end soon, the next first.
func (x *htmlIndex) ending() []*endingFiling {
	var list []*endingFiling
	today := filing.DateOf(x.now)
	for _, p := range x.programs {
		for _, host := range p.hosts {
			f := host.Record
			if f == nil || f.Until.IsZero() {
				continue
			}
			days := today.Days(f.Until)
			if days < 0 || days > soonDays {
				continue
			}
			i := slices.IndexFunc(list, func(e *endingFiling) bool { return e.Domain == f.Domain })
			if i < 0 {
				i, list = len(list), append(list, &endingFiling{f, days, nil})
			}
			list[i].hosts = append(list[i].hosts, host)
		}
	}
	slices.SortFunc(list, func(a, b *endingFiling) int {
		return cmp.Or(cmp.Compare(a.days, b.days), strings.Compare(a.Domain, b.Domain))
	})
	return list
}

// htmlEnding is a filing that ends soon.
type htmlEnding struct {
	Domain, Status, Programs, Boxes text
	Filing                          htmlFiling
	Until, Left                     text
	Hosts                           []text
}

func (e *endingFiling) row(w *htmlWords) htmlEnding {
	row := htmlEnding{
		Domain: text(hostName(e.Domain)), Status: w.statusText(e.hosts[0].status()), Until: text(e.Until.String()), Left: text(plural(w.lang, "html.days", e.days)),
		Filing: w.filing(&e.hosts[0].Filing),
	}
	var programs, boxes, hosts []string
	for _, host := range e.hosts {
		programs = addNew(programs, host.program.name)
		boxes = addNew(boxes, titles(host.program.sections, host.Categories)...)
		hosts = addNew(hosts, hostName(host.name()))
	}
	row.Programs, row.Boxes = barred(programs), barred(boxes)
	for _, name := range hosts {
		row.Hosts = append(row.Hosts, text(name))
	}
	return row
}
