package filing

import (
	"slices"

	"github.com/beianlint/beianlint/lint/endpoint"
	"github.com/beianlint/beianlint/lint/source"
)

// JoinShared joins the lists of an organisation with those of a project. An
// entry of the project counts only where the organisation's lists cover its
// domain, or one of the domains allowed does ("*" stands for all): a project
// must not widen what its organisation has filed by itself.
func JoinShared(org, project *List, allowed []string) *List {
	return join(org, project, &List{allowed: allowed})
}

// JoinClosed is JoinShared for a project that may add nothing but the domains allowed:
// its entry does not stand in for the organisation's of a wider domain either.
func JoinClosed(org, project *List, allowed []string) *List {
	return join(org, project, &List{allowed: allowed, closed: true})
}

func join(org, project, shared *List) *List {
	shared.parts = slices.Clone(org.parts)
	for _, p := range project.parts {
		local := *p
		local.local = true
		shared.parts = append(shared.parts, &local)
	}
	shared.settleLists()
	return shared
}

// counts reports whether an entry of the part for a domain counts here.
func (l *List) counts(p *part, domain string) bool {
	if !p.local {
		return true
	}
	for _, a := range l.allowed {
		if a == "*" || endpoint.Covers(a, domain) {
			return true
		}
	}
	if l.closed {
		return false
	}
	org, _ := l.search(domain, func(p *part, e *entry) bool { return !p.local && !p.detail(e).rejected })
	return org != nil
}

// Refused returns, as "policy-override.filing", the first entry of each list whose
// domain no filing covers: it is neither allowed nor covered by the organisation's lists.
func (l *List) Refused() (found []*source.Problem) {
	for _, p := range l.parts {
		var first *entry
		n := 0
		for at := range p.entries {
			e := &p.entries[at]
			if !p.counts(e) || l.Lookup(p.hostOf(e)) != nil {
				continue
			}
			if n++; n == 1 {
				first = e
			}
		}
		if n > 0 {
			found = append(found, &source.Problem{Span: p.span(first), Message: "policy-override.filing", Args: []any{p.hostOf(first), n}})
		}
	}
	return found
}
