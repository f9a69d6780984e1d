package report_test

import (
	"strings"
	"testing"

	"github.com/beianlint/beianlint/lint"
	"github.com/beianlint/beianlint/lint/app"
	"github.com/beianlint/beianlint/lint/filing"
	"github.com/beianlint/beianlint/lint/finding"
	"github.com/beianlint/beianlint/lint/message"
	"github.com/beianlint/beianlint/lint/miniprogram"
	"github.com/beianlint/beianlint/lint/platform"
	"github.com/beianlint/beianlint/lint/report"
	"github.com/beianlint/beianlint/lint/source"
	"github.com/beianlint/beianlint/lint/usage"
)

// contacted is a report of one host in a mini program for each of some statuses.
func contacted(statuses ...filing.Status) *lint.Result {
	r := &lint.Result{Summary: lint.Summary{Hosts: 1}}
	for i, s := range statuses {
		root := "work/" + strings.Repeat("a", i+1)
		r.Projects = append(r.Projects, &app.App{
			Project: &miniprogram.Project{Root: root, Platforms: []platform.ID{platform.WeChat}}, Platform: platform.WeChat,
			Hosts: []*app.Host{{Host: "api.example.net", Enforced: true, Categories: []platform.Category{platform.Request}, Filing: app.Filing{Status: s}}},
			Boxes: []app.Box{{Category: platform.Request, Title: message.Text{EN: "requests"}, Takes: []platform.Category{platform.Request}}},
		})
	}
	return r
}

func page1(t *testing.T, r *lint.Result) string {
	t.Helper()
	return shortened(writeHTML(t, r, htmlOptions(message.English)))
}

// TestHTMLCountsTheWorst: a host of several mini programs is counted once, as
// what it is in the worst of them.
func TestHTMLCountsTheWorst(t *testing.T) {
	for _, r := range []*lint.Result{contacted(filing.Filed, filing.Unfiled), contacted(filing.Unfiled, filing.Filed)} {
		got := page1(t, r)
		if !strings.Contains(got, `<li><strong>1</strong> <span class="badge s-unfiled">`) || strings.Contains(got, `<strong>1</strong> <span class="badge s-filed">`) {
			t.Errorf("not one unfiled host:\n%s", got)
		}
	}
}

// TestHTMLEndingIsValid: a filing that ends soon still covers its host.
func TestHTMLEndingIsValid(t *testing.T) {
	if got := page1(t, contacted("ending")); !strings.Contains(got, `<p class="verdict good">`) {
		t.Error(got)
	}
	if got := page1(t, contacted(filing.Pending)); !strings.Contains(got, `<p class="verdict fair">1 domain has no valid filing`) {
		t.Error(got)
	}
}

// TestHTMLSections: what no box is for has a section that says why.
func TestHTMLSections(t *testing.T) {
	for c, want := range map[platform.Category]string{
		platform.Request: "requests", platform.Media: "Pictures, styles and players", platform.Unknown: "Base addresses", "new": "new (the platform has no box for it)",
	} {
		r := contacted(filing.Filed)
		r.Projects[0].Hosts[0].Categories = []platform.Category{c}
		if got := page1(t, r); !strings.Contains(got, `<th scope="rowgroup" colspan="5">`+want) {
			t.Errorf("%s: no %q in\n%s", c, want, got)
		}
	}
}

// TestHTMLPlacesAreBounded: what is not listed is counted.
func TestHTMLPlacesAreBounded(t *testing.T) {
	for n, want := range map[int]string{8: "", 9: `<li class="note">and 1 more place</li>`, 11: `<li class="note">and 3 more places</li>`} {
		r := contacted(filing.Filed)
		for range n {
			r.Projects[0].Hosts[0].Uses = append(r.Projects[0].Hosts[0].Uses, &usage.Use{Category: platform.Request, Span: at(hard, "url")})
		}
		got := page1(t, r)
		if strings.Count(got, "<bdi>") != 8 || !strings.Contains(got, want) || want == "" && strings.Contains(got, `<li class="note">`) {
			t.Errorf("%d places:\n%s", n, got)
		}
	}
}

// TestHTMLNamesThePrograms: a task says in which mini program a host is, if there
// is more than one.
func TestHTMLNamesThePrograms(t *testing.T) {
	for n, want := range map[int]string{1: `<span class="note">requests</span>`, 2: `<span class="note">requests · WeChat mini program a</span>`} {
		r := contacted([]filing.Status{filing.Unfiled, filing.Unfiled}[:n]...)
		r.Findings = []*finding.Finding{{Rule: unfiled.ID, Severity: finding.Error, Message: "unfiled-domain.missing", Args: []any{"x", "y"}, Host: "api.example.net", Project: "work/a"}}
		if got := page1(t, r); !strings.Contains(got, want) {
			t.Errorf("%d mini programs: no %q in\n%s", n, want, got)
		}
	}
}

// TestHTMLTasksHaveDomains: a finding about a filing that belongs to no host is
// no task, but it is not lost.
func TestHTMLTasksHaveDomains(t *testing.T) {
	r := contacted(filing.Filed)
	r.Findings = []*finding.Finding{{Rule: unfiled.ID, Severity: finding.Error, Message: "revoked-filing.listed"}}
	got := page1(t, r)
	if strings.Contains(got, `id="todo"`) || !strings.Contains(got, `<section id="others"`) || !strings.Contains(got, "revoked-filing.listed") {
		t.Error(got)
	}
}

// TestTraceOfABaseAddress: the last step of a way that ends in no call is shown.
func TestTraceOfABaseAddress(t *testing.T) {
	for certainty, want := range map[usage.Certainty]int{usage.Call: 1, usage.Literal: 2} {
		r := sample()
		use := r.Projects[0].Hosts[0].Uses[0]
		use.Certainty = certainty
		use.Trail = []usage.Step{{Name: "first", Span: at(hard, "url")}, {Name: "second", Span: at(hard, "title")}}
		var b strings.Builder
		if _, err := report.Trace(&b, r, "api.example.com", options(message.English)); err != nil {
			t.Fatal(err)
		}
		if n := strings.Count(b.String(), "through "); n != want {
			t.Errorf("%s: %d names, want %d, in\n%s", certainty, n, want, b.String())
		}
	}
}

// TestJSONOfNoProject: a finding about no mini program names none.
func TestJSONOfNoProject(t *testing.T) {
	r := &lint.Result{Findings: []*finding.Finding{{Rule: stale.ID, Severity: finding.Warning, Span: source.Span{}}}}
	if got := written(t, "json", r, fullOptions(message.English)); !strings.Contains(got, `"project": ""`) {
		t.Error(got)
	}
}

// TestHTMLTaskOfASharedDomain: a provider has filed its domain, so that each host
// below it is a task of its own.
func TestHTMLTaskOfASharedDomain(t *testing.T) {
	r := contacted(filing.Unfiled)
	for _, host := range []string{"a.b.myqcloud.com", "c.b.myqcloud.com", "a.example.net", "b.example.net"} {
		r.Findings = append(r.Findings, &finding.Finding{Rule: unfiled.ID, Severity: finding.Error, Message: "unfiled-domain.shared", Args: []any{host, host}, Host: host, Project: "work/a"})
	}
	got := page1(t, r)
	for host, want := range map[string]int{"a.b.myqcloud.com": 1, "c.b.myqcloud.com": 1, "example.net": 1, "myqcloud.com": 0, "a.example.net": 0} {
		if n := strings.Count(got, "<h3>"+host+"</h3>"); n != want {
			t.Errorf("%d tasks of %s, want %d", n, host, want)
		}
	}
}
