package report

import (
	"io"
	"slices"
	"strconv"
	"strings"

	"github.com/beianlint/beianlint/lint"
	"github.com/beianlint/beianlint/lint/app"
	"github.com/beianlint/beianlint/lint/message"
	"github.com/beianlint/beianlint/lint/source"
)

// What a first run shows of a long answer; beianlint hosts has it all.
const (
	maxFirstRows   = 20
	maxFirstPlaces = 2
)

// sections are the parts of a first run that have a row for each domain.
var sections = []struct {
	kind  domainKind
	title message.ID
}{
	{ownDomain, "first.own"},
	{vendorDomain, "first.vendors"},
	{unfilableDomain, "first.unfilable"},
	{forbiddenDomain, "first.forbidden"},
	{localDomain, "first.local"},
	{mediaDomain, "first.media"},
}

// First writes what mini programs contact where no list says what is filed: the
// domains to file, those of vendors, the calls that stay open, and how to go on. It
// returns the error of the writer.
func First(w io.Writer, r *lint.Result, o *Options) error {
	p := newPrinter(o)
	inv := inventoryOf(r.Projects, func(*app.Host) bool { return true })
	p.println(p.styled(bold, o.Lang.Message("first.head", plural(o.Lang, "report.project", len(r.Projects)), plural(o.Lang, "report.host", inv.hosts()))))
	for _, s := range sections {
		p.section(s.title, domainRows(inv.of(s.kind), o))
	}
	p.section("first.open", openRows(r.Projects, o))
	if clause := r.Unanswered().Clause().In(o.Lang); clause != "" {
		p.println("\n" + clause)
	}
	p.println("\n" + p.styled(bold, o.Lang.Message("first.next")))
	for _, line := range aligned(firstCommands(o.Lang)) {
		p.println("  " + line)
	}
	_, err := io.WriteString(w, p.String())
	return err
}

// firstCommands are the commands that make a list of what was found.
func firstCommands(l message.Lang) [][]string {
	return [][]string{
		{"beianlint init", l.Message("first.init")},
		{l.Message("first.import-command"), l.Message("first.import")},
		{"beianlint hosts", l.Message("first.hosts")},
	}
}

// hosts counts the different hosts.
func (inv inventory) hosts() (n int) {
	for _, e := range inv {
		n += len(e.hosts)
	}
	return n
}

// section writes a title and rows, as many as people read.
func (p *printer) section(title message.ID, rows [][]string) {
	if len(rows) == 0 {
		return
	}
	p.println("\n" + p.styled(bold, p.Lang.Message(title)))
	shown := min(len(rows), maxFirstRows)
	for _, line := range aligned(rows[:shown]) {
		p.println("  " + line)
	}
	if left := len(rows) - shown; left > 0 {
		p.println("  " + plural(p.Lang, "first.more", left))
	}
}

// domainRows are the domain, its vendor, its hosts, what they are contacted for, and
// where.
func domainRows(list []*listing, o *Options) (rows [][]string) {
	for _, e := range list {
		hosts := hostName(e.hosts[0])
		switch {
		case len(e.hosts) > 1:
			hosts = plural(o.Lang, "report.host", len(e.hosts))
		case e.hosts[0] == e.domain:
			hosts = ""
		}
		rows = append(rows, []string{hostName(e.domain), e.owner.In(o.Lang), hosts, categoryNames(e.categories), o.Paths.firstOf(e.places)})
	}
	return rows
}

// firstOf shows the first of some places, and how many there are beside them.
func (p Paths) firstOf(all []source.Span) string {
	var texts []string
	for _, s := range all[:min(len(all), maxFirstPlaces)] {
		texts = append(texts, p.at(s))
	}
	if left := len(all) - len(texts); left > 0 {
		texts = append(texts, "+"+strconv.Itoa(left))
	}
	return strings.Join(texts, ", ")
}

// openRows are the calls whose host is only known at run time, by API.
func openRows(projects []*app.App, o *Options) (rows [][]string) {
	places := map[string][]source.Span{}
	var apis []string
	for _, p := range projects {
		for i := range p.Dynamic {
			u := &p.Dynamic[i]
			if p.IsTemplate() || p.Configured(u.Category) {
				continue
			}
			if !slices.Contains(apis, u.API) {
				apis = append(apis, u.API)
			}
			places[u.API] = append(places[u.API], u.Span)
		}
	}
	for _, api := range apis {
		rows = append(rows, []string{api, o.Paths.firstOf(places[api])})
	}
	return rows
}
