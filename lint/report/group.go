package report

import (
	"cmp"
	"slices"

	"github.com/beianlint/beianlint/lint/finding"
	"github.com/beianlint/beianlint/lint/rule"
)

// group are the findings about one domain, in their order; a finding about no
// domain is a group of its own.
type group struct {
	worst *finding.Finding // the most severe, the one whose rule comes first
	all   []*finding.Finding
}

// byHost groups findings: those with the most severe finding first and, where they
// are equal, the domains before everything else, else in their order.
func byHost(findings []*finding.Finding) []*group {
	var groups []*group
	seen := map[string]*group{}
	for _, f := range findings {
		g := seen[f.Host]
		if g == nil || f.Host == "" {
			g = &group{worst: f}
			groups, seen[f.Host] = append(groups, g), g
		}
		g.all = append(g.all, f)
		if outranks(f, g.worst) {
			g.worst = f
		}
	}
	slices.SortStableFunc(groups, (*group).compare)
	return groups
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

// compare orders groups as byHost says.
func (g *group) compare(other *group) int {
	f, o := g.worst, other.worst
	switch bySeverity := compareSeverities(f, o); {
	case bySeverity != 0 || (f.Host == "") == (o.Host == ""):
		return bySeverity
	case f.Host != "":
		return -1
	}
	return 1
}
