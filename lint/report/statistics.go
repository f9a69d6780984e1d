package report

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"github.com/beianlint/beianlint/lint/endpoint"
	"github.com/beianlint/beianlint/lint/finding"
	"github.com/beianlint/beianlint/lint/message"
	"github.com/beianlint/beianlint/lint/rule"
	"github.com/beianlint/beianlint/lint/source"
)

// tally counts what findings are about.
type tally struct {
	findings int
	hosts    map[string]bool
	places   map[source.Span]bool
	worst    finding.Severity
	rules    []string
}

// add counts a finding.
func (t *tally) add(g *finding.Group) {
	if t.hosts == nil {
		t.hosts, t.places, t.worst = map[string]bool{}, map[source.Span]bool{}, g.Severity
	}
	t.findings++
	if g.Severity.AtLeast(t.worst) {
		t.worst = g.Severity
	}
	t.rules = addNew(t.rules, g.Rule)
	for _, m := range g.Members {
		if m.Host != "" {
			t.hosts[m.Host] = true
		}
	}
	for _, s := range g.Sites {
		t.places[s.Span] = true
	}
}

// counts are the columns of a tally.
func (t *tally) counts() []string {
	return []string{strconv.Itoa(t.findings), strconv.Itoa(len(t.hosts)), strconv.Itoa(len(t.places))}
}

// statistics writes how many findings there are, by rule and by the domain that a
// filing is made for: most findings, or hosts, first.
func (p *printer) statistics(findings []*finding.Finding, groups []*finding.Group) {
	byRule := map[string]*tally{}
	for _, g := range groups {
		t := byRule[g.Rule]
		if t == nil {
			t = &tally{}
			byRule[g.Rule] = t
		}
		t.add(g)
	}
	rows := [][]string{p.heads("html.column-rule", "html.severity", "report.column-findings", "report.column-hosts", "report.column-places")}
	for _, r := range rule.All {
		if t := byRule[r.ID]; t != nil {
			rows = append(rows, append([]string{r.ID, p.Lang.Message(severityID(t.worst))}, t.counts()...))
		}
	}
	p.counts(rows)
	p.counts(p.byFiling(findings))
}

// byFiling are the rows of the domains, those with most hosts first.
func (p *printer) byFiling(findings []*finding.Finding) [][]string {
	type counted struct {
		domain string
		tally
	}
	var list []*counted
	for _, t := range byTopic(findings) {
		if t.worst.Host == "" {
			continue
		}
		c := &counted{domain: endpoint.FilingDomain(t.worst.Members[0].Host)}
		for _, g := range t.all {
			c.add(g)
		}
		list = append(list, c)
	}
	slices.SortStableFunc(list, func(a, b *counted) int { return cmp.Compare(len(b.hosts), len(a.hosts)) })
	rows := [][]string{p.heads("report.column-domain", "report.column-findings", "report.column-hosts", "report.column-places", "report.column-rules")}
	for _, c := range list {
		rows = append(rows, append(append([]string{hostName(c.domain)}, c.counts()...), strings.Join(c.rules, ", ")))
	}
	return rows
}

// heads are the titles of columns.
func (p *printer) heads(ids ...message.ID) (row []string) {
	for _, id := range ids {
		row = append(row, strings.ToLower(p.Lang.Message(id)))
	}
	return row
}

// counts writes a table that has more than its heading.
func (p *printer) counts(rows [][]string) {
	if len(rows) > 1 {
		writeTable(&p.Builder, rows, p.paint)
		p.println("")
	}
}
