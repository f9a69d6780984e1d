package report

import (
	"cmp"
	"slices"

	"github.com/beianlint/beianlint/lint/endpoint"
	"github.com/beianlint/beianlint/lint/finding"
	"github.com/beianlint/beianlint/lint/rule"
)

// topic are the findings about one domain, in their order; a finding about no
// domain is a topic of its own.
type topic struct {
	worst *finding.Group // the most severe, the one whose rule comes first
	all   []*finding.Group
}

// byTopic gathers findings by the domain that a filing is made for: those with the
// most severe finding first and, where they are equal, the domains before everything
// else, else in their order.
func byTopic(findings []*finding.Finding) []*topic {
	var topics []*topic
	seen := map[string]*topic{}
	for _, g := range finding.Groups(findings) {
		domain := endpoint.FilingDomain(g.Members[0].Host)
		t := seen[domain]
		if t == nil || domain == "" {
			t = &topic{worst: g}
			topics, seen[domain] = append(topics, t), t
		}
		t.all = append(t.all, g)
		if outranks(g.Finding, t.worst.Finding) {
			t.worst = g
		}
	}
	slices.SortStableFunc(topics, (*topic).compare)
	return topics
}

// outranks reports whether a finding says more than another of its domain: it is
// more severe, or its rule stands before the other's.
func outranks(f, other *finding.Finding) bool {
	return cmp.Or(compareSeverities(f, other), rule.Index(f.Rule)-rule.Index(other.Rule)) < 0
}

// compareSeverities puts the more severe finding first.
func compareSeverities(f, other *finding.Finding) int {
	return slices.Index(finding.Severities(), f.Severity) - slices.Index(finding.Severities(), other.Severity)
}

// compare orders topics as byTopic says.
func (t *topic) compare(other *topic) int {
	f, o := t.worst.Finding, other.worst.Finding
	switch bySeverity := compareSeverities(f, o); {
	case bySeverity != 0 || (f.Host == "") == (o.Host == ""):
		return bySeverity
	case f.Host != "":
		return -1
	}
	return 1
}
