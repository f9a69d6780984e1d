package report_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/beianlint/beianlint/lint"
	"github.com/beianlint/beianlint/lint/finding"
	"github.com/beianlint/beianlint/lint/message"
	"github.com/beianlint/beianlint/lint/report"
)

// annotationsOf are the commands behind the text.
func annotationsOf(t *testing.T, findings []*finding.Finding, o report.Options) []string {
	t.Helper()
	var b strings.Builder
	o.Token = "t0ken"
	if err := report.GitHub(&b, &lint.Result{Findings: findings}, &o); err != nil {
		t.Fatal(err)
	}
	_, commands, _ := strings.Cut(b.String(), "::t0ken::\n")
	return strings.Split(strings.TrimSuffix(commands, "\n"), "\n")
}

// about are n findings of a severity, of a domain each.
func about(s finding.Severity, n int) []*finding.Finding {
	var findings []*finding.Finding
	for i := range n {
		host := fmt.Sprintf("%s%d", s, i)
		findings = append(findings, &finding.Finding{Rule: unfiled.ID, Severity: s, Message: message.ID("of-" + host), Host: host})
	}
	return findings
}

// TestAnnotationsFitTheRunner: it keeps ten of each severity, and the last
// notice counts the others.
func TestAnnotationsFitTheRunner(t *testing.T) {
	for _, c := range []struct {
		errors, warnings, notices int
		want                      [3]int
		left                      string
	}{
		{10, 10, 10, [3]int{10, 10, 10}, ""},
		{11, 0, 0, [3]int{10, 0, 1}, "… and 1 more finding, see the log"},
		{0, 12, 10, [3]int{0, 10, 10}, "… and 3 more findings, see the log"},
		{100, 100, 100, [3]int{10, 10, 10}, "… and 271 more findings, see the log"},
	} {
		findings := append(about(finding.Notice, c.notices), about(finding.Warning, c.warnings)...)
		lines := annotationsOf(t, append(findings, about(finding.Error, c.errors)...), report.Options{})
		var got [3]int
		order := ""
		for _, line := range lines {
			for i, s := range []finding.Severity{finding.Error, finding.Warning, finding.Notice} {
				if strings.HasPrefix(line, "::"+string(s)+" ") {
					got[i]++
					order += string(s[:1])
				}
			}
		}
		if got != c.want || strings.Contains(order, "we") || strings.Contains(order, "nw") {
			t.Errorf("%+v: %v annotations, in the order %s", c, got, order)
		}
		if last := lines[len(lines)-1]; c.left != "" && last != "::notice title=beianlint::"+c.left {
			t.Errorf("%+v: ends with %q", c, last)
		}
	}
}

// TestAnnotationsOfADomain: each domain has one, the gravest finding's.
func TestAnnotationsOfADomain(t *testing.T) {
	findings := append(about(finding.Warning, 2), about(finding.Error, 1)...)
	findings[2].Host = findings[0].Host
	findings = append(findings, &finding.Finding{Rule: stale.ID, Severity: finding.Error, Message: "of-none"}, &finding.Finding{Rule: stale.ID, Severity: finding.Error, Message: "of-none-too"})
	got := strings.Join(annotationsOf(t, findings, report.Options{}), "\n")
	const want = `::error title=beianlint unfiled-domain::of-error0%0Aand 1 more finding about this domain
::error title=beianlint stale-list::of-none
::error title=beianlint stale-list::of-none-too
::warning title=beianlint unfiled-domain::of-warning1`
	if got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

// TestAnnotationsBefore: what was said before takes its place.
func TestAnnotationsBefore(t *testing.T) {
	lines := annotationsOf(t, about(finding.Error, 10), report.Options{Before: 1})
	if last := lines[len(lines)-1]; len(lines) != 10 || !strings.HasSuffix(last, "… and 1 more finding, see the log") {
		t.Errorf("%d lines, the last: %s", len(lines), last)
	}
}

// TestAnnotationsOfOneSeverity: the filing comes before what else is wrong.
func TestAnnotationsOfOneSeverity(t *testing.T) {
	found := func(id string) *finding.Finding {
		return &finding.Finding{Rule: id, Severity: finding.Error, Message: message.ID("of-" + id), Host: "a"}
	}
	lines := annotationsOf(t, []*finding.Finding{found("insecure-scheme"), found("unfiled-domain")}, report.Options{})
	if len(lines) != 1 || !strings.HasPrefix(lines[0], "::error title=beianlint unfiled-domain::of-unfiled-domain%0A") {
		t.Error(lines)
	}
}

func TestAnnotationsPointToTheSummary(t *testing.T) {
	lines := annotationsOf(t, about(finding.Error, 20), report.Options{Summary: true})
	if last := lines[len(lines)-1]; last != "::notice title=beianlint::… and 10 more findings, see the step summary" {
		t.Error(last)
	}
}

// TestAnnotationsAreShort: the runner cuts a message of more than 4096 characters.
func TestAnnotationsAreShort(t *testing.T) {
	long := []*finding.Finding{{Rule: unfiled.ID, Severity: finding.Error, Message: "unfiled-domain.missing", Args: []any{strings.Repeat("长", 5000), strings.Repeat("长", 5000)}}}
	for _, line := range annotationsOf(t, long, report.Options{}) {
		if len(line) > 4096 || strings.Contains(line, "\ufffd") || !strings.Contains(line, "…") {
			t.Errorf("%d bytes: %q", len(line), line)
		}
	}
	var b strings.Builder
	if err := report.Annotate(&b, strings.Repeat("长", 5000)); err != nil || b.Len() > 4200 {
		t.Errorf("%d bytes, %v", b.Len(), err)
	}
}
