package filing

import "github.com/beianlint/beianlint/lint/endpoint"

// JoinShared joins the lists of an organisation with those of a project. An
// entry of the project counts only where the organisation's lists cover its
// domain, or one of the domains allowed does ("*" stands for all): a project
// must not widen what its organisation has filed by itself.
func JoinShared(org, project *List, allowed []string) *List {
	shared := Join(org)
	shared.allowed = allowed
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
	org, _ := l.search(domain, func(p *part, e entry) bool { return !p.local && !e.rejected })
	return org != nil
}
