package finding

import (
	"slices"

	"github.com/beianlint/beianlint/lint/endpoint"
	"github.com/beianlint/beianlint/lint/message"
	"github.com/beianlint/beianlint/lint/source"
)

// Group is what people are shown as one finding: findings that one thing puts
// right, such as one filing, or a finding by itself.
type Group struct {
	*Finding            // what is said of all; the member where there is one
	Members  []*Finding // in their order
	Sites    []Site     // their places, the first one of each host before all others
}

// Site is a place at which a host of a group stands.
type Site struct {
	Place
	Host string
}

// groupKey is what the members of a group have in common.
type groupKey struct {
	rule, project, group string
	message              message.ID
}

// Groups puts findings together that their rule calls one and that have a sentence
// for all of them, in the order of the first of each. Reports for people show these,
// so that no two of them differ in what they count.
func Groups(findings []*Finding) []*Group {
	return groupBy(findings, func(f *Finding) groupKey { return groupKey{f.Rule, f.Project, f.Group, f.Message} })
}

// Across is Groups without regard to mini programs: for the keeper of the filings.
func Across(findings []*Finding) []*Group {
	return groupBy(findings, func(f *Finding) groupKey { return groupKey{f.Rule, "", f.Group, f.Message} })
}

func groupBy(findings []*Finding, keyOf func(*Finding) groupKey) (groups []*Group) {
	byKey := map[groupKey]*Group{}
	for _, f := range findings {
		key := keyOf(f)
		g := byKey[key]
		if g == nil || f.Group == "" || groupMessage(f.Message) == "" {
			g = &Group{Finding: f}
			groups, byKey[key] = append(groups, g), g
		}
		g.Members = append(g.Members, f)
	}
	for _, g := range groups {
		g.Sites = sitesOf(g.Members)
		if len(g.Members) > 1 {
			g.Finding = g.merged()
		}
	}
	return groups
}

// groupMessage returns the id of the sentence that says of several hosts what a
// message says of one: its own, or else that of the rule; "" if there is none.
func groupMessage(id message.ID) message.ID {
	for _, several := range []message.ID{id + "-hosts", message.ID(id.Rule() + ".hosts")} {
		if message.Lookup(several) != nil {
			return several
		}
	}
	return ""
}

// merged is a finding that says of all members what each says of its host. Its
// arguments are the number of hosts, that of places, what the members have in common
// and the arguments of the first of them.
func (g *Group) merged() *Finding {
	first := g.Members[0]
	f := *first
	f.of, f.Message = first, groupMessage(first.Message)
	f.Args = append([]any{counted("report.host", g.Hosts()), counted("report.place", len(g.Sites)), endpoint.Unicode(first.Group)}, first.Args...)
	f.Host, f.Places, f.Related = first.Group, nil, nil
	for _, s := range g.Sites {
		if f.Places = append(f.Places, s.Place); s.Span != f.Span {
			f.Related = append(f.Related, s.related())
		}
	}
	f.Related = distinct(append(f.Related, g.Listed()...))
	return &f
}

// Listed returns where the filed list has what the group is about.
func (g *Group) Listed() (list []source.Related) {
	for _, m := range g.Members {
		for _, r := range m.Related {
			if r.Message == "related.listed" {
				list = append(list, r)
			}
		}
	}
	return distinct(list)
}

// Hosts counts the hosts that the group is about.
func (g *Group) Hosts() int {
	hosts := map[string]bool{}
	for _, m := range g.Members {
		hosts[m.Host] = true
	}
	return len(hosts)
}

// counted is a number with its unit.
func counted(id message.ID, n int) message.Text {
	return message.Text{EN: message.English.Count(id, n), ZH: message.Chinese.Count(id, n)}
}

// sitesOf returns the places of findings, each once.
func sitesOf(members []*Finding) (sites []Site) {
	seen := map[source.Span]bool{}
	add := func(host string, p Place) {
		if !seen[p.Span] && p.Span.File != nil {
			sites = append(sites, Site{p, host})
		}
		seen[p.Span] = true
	}
	for _, m := range members {
		if i := slices.IndexFunc(m.Places, func(p Place) bool { return p.Span == m.Span }); i >= 0 {
			add(m.Host, m.Places[i])
		} else {
			add(m.Host, Place{Span: m.Span, Category: m.Category, Role: "related.used"})
		}
	}
	for _, m := range members {
		for _, p := range m.Places {
			add(m.Host, p)
		}
	}
	return sites
}

// About says what is worth to know of a site beside its host: that it is an entry of
// an allowlist, or that an SDK contacts the host.
func (s *Site) About() source.Related {
	if i := slices.IndexFunc(s.Calls, func(r source.Related) bool { return r.Message == "related.sdk" }); i >= 0 {
		return s.Calls[i]
	}
	if s.Role == "" || s.Role == "related.used" {
		return source.Related{}
	}
	return s.related()
}

// Variant is the sentence that the finding is about, of one host or of several.
func (f *Finding) Variant() message.ID {
	if f.of != nil {
		return f.of.Message
	}
	return f.Message
}

// Text returns what the finding says in a language.
func (f *Finding) Text(l message.Lang) string { return l.Message(f.Message, f.Args...) }

// Help returns what to do about the finding in a language, "" for nothing to add.
func (f *Finding) Help(l message.Lang) string {
	if help := l.Help(f.Message, f.Args...); help != "" || f.of == nil {
		return help
	}
	return f.of.Help(l)
}
