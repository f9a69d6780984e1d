package finding

import (
	"fmt"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/beianlint/beianlint/lint/message"
	"github.com/beianlint/beianlint/lint/source"
)

// unfiled returns a finding about a host at some places.
func unfiled(project, host, group string, spans ...source.Span) *Finding {
	f := &Finding{Rule: "unfiled-domain", Message: "unfiled-domain.missing", Args: []any{host, group}, Host: host, Project: project, Group: group}
	for _, s := range spans {
		f.Places = append(f.Places, Place{Span: s, Role: "related.used", Category: "request"})
	}
	f.Related = []source.Related{{Span: span(20, 21), Message: "related.listed"}}
	f.Merge()
	return f
}

// What one filing puts right in one mini program is one finding, if there is a
// sentence for it.
func TestGroups(t *testing.T) {
	alone := unfiled("p", "d.example.org", "", span(8, 9))
	wordless := &Finding{Rule: "ip-address", Message: "ip-address.public", Group: "g", Host: "203.0.113.7", Project: "p"}
	list := []*Finding{
		unfiled("p", "a.example.net", "example.net", span(0, 3), span(4, 7)),
		alone,
		unfiled("p", "b.example.net", "example.net", span(8, 13), span(4, 7), span(15, 18)),
		unfiled("q", "a.example.net", "example.net", span(0, 3)),
		wordless, wordless, alone,
	}
	var got []string
	for _, g := range Groups(list) {
		got = append(got, fmt.Sprint(len(g.Members), " ", g.Hosts(), " ", len(g.Sites), " ", g.Text(message.English)))
	}
	want := []string{
		"2 2 4 example.net is not on the filed list: 2 hosts, 4 places",
		"1 1 1 no filing covers “d.example.org”:  is not on the filed list",
		"1 1 1 no filing covers “a.example.net”: example.net is not on the filed list",
		"1 1 0 ip-address.public []", "1 1 0 ip-address.public []",
		"1 1 1 no filing covers “d.example.org”:  is not on the filed list",
	}
	want[3], want[4] = fmt.Sprint("1 1 0 ", wordless.Text(message.English)), fmt.Sprint("1 1 0 ", wordless.Text(message.English))
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	if across := Across(list); len(across[0].Members) != 3 || across[0].Hosts() != 2 || len(across[0].Sites) != 4 {
		t.Errorf("across mini programs: %d members, %d hosts, %d places", len(across[0].Members), across[0].Hosts(), len(across[0].Sites))
	}
}

// A group stands at the place of its first member; each host has a place before any
// has a second one, and the list's entry comes last.
func TestGroupPlaces(t *testing.T) {
	g := Groups([]*Finding{
		unfiled("p", "a.example.net", "example.net", span(0, 3), span(4, 7)),
		unfiled("p", "b.example.net", "example.net", span(8, 13)),
	})[0]
	var sites []string
	for _, s := range g.Sites {
		sites = append(sites, fmt.Sprint(s.Host, " ", s.Span.Start))
	}
	if diff := cmp.Diff([]string{"a.example.net 0", "b.example.net 8", "a.example.net 4"}, sites); diff != "" {
		t.Error(diff)
	}
	var related []string
	for _, r := range g.Related {
		related = append(related, fmt.Sprint(r.Message, " ", r.Span.Start))
	}
	if diff := cmp.Diff([]string{"related.used 8", "related.used 4", "related.listed 20"}, related); diff != "" {
		t.Error(diff)
	}
	if len(g.Listed()) != 1 || g.Span != span(0, 3) || g.Host != "example.net" {
		t.Errorf("%d entries, at %v, about %s", len(g.Listed()), g.Span, g.Host)
	}
	if help, want := g.Help(message.English), g.Members[0].Help(message.English); help != want || help == "" {
		t.Errorf("help %q, want %q", help, want)
	}
}

// What is worth to know of a site beside its host.
func TestSiteAbout(t *testing.T) {
	sdk := source.Related{Message: "related.sdk", Args: []any{"sdk"}}
	for want, s := range map[message.ID]Site{
		"":                 {Place: Place{Role: "related.used"}},
		"related.declared": {Place: Place{Role: "related.declared"}},
		"related.sdk":      {Place: Place{Role: "related.used", Calls: []source.Related{{Message: "related.called"}, sdk}}},
	} {
		if got := s.About().Message; got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}
