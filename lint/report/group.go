package report

import (
	"slices"
	"sort"

	"github.com/beianlint/beianlint/lint"
)

// group are the findings about one domain, in their order; a finding about no
// domain is a group of its own.
type group struct {
	gravest *lint.Finding // of those, the one whose rule comes first
	all     []*lint.Finding
}

// byHost groups findings: those with the gravest finding first and, where they
// are equal, the domains before everything else, else in their order.
func byHost(findings []*lint.Finding) []*group {
	var groups []*group
	seen := map[string]*group{}
	for _, f := range findings {
		g := seen[f.Host]
		if g == nil || f.Host == "" {
			g = &group{gravest: f}
			groups, seen[f.Host] = append(groups, g), g
		}
		g.all = append(g.all, f)
		if before(f, g.gravest) {
			g.gravest = f
		}
	}
	sort.SliceStable(groups, func(i, j int) bool { return groups[i].before(groups[j]) })
	return groups
}

// before reports whether a finding says more than another of its domain: it is
// graver, or its rule stands before the other's.
func before(f, other *lint.Finding) bool {
	if f.Severity != other.Severity {
		return f.Severity.AtLeast(other.Severity)
	}
	return slices.Index(lint.Rules, f.Rule) < slices.Index(lint.Rules, other.Rule)
}

func (g *group) before(other *group) bool {
	a, b := g.gravest, other.gravest
	if a.Severity != b.Severity {
		return a.Severity.AtLeast(b.Severity)
	}
	return a.Host != "" && b.Host == ""
}
