package report_test

import (
	"strings"
	"testing"

	"github.com/beianlint/beianlint/lint"
	"github.com/beianlint/beianlint/lint/finding"
	"github.com/beianlint/beianlint/lint/message"
	"github.com/beianlint/beianlint/lint/report"
)

func TestSevere(t *testing.T) {
	summary := lint.Summary{Errors: 1, Warnings: 2, Notices: 4}
	r := &lint.Result{Summary: summary}
	for _, s := range []finding.Severity{finding.Notice, finding.Warning, finding.Error} {
		r.Findings = append(r.Findings, &finding.Finding{Severity: s})
	}
	for threshold, want := range map[report.Threshold]struct{ failing, severe int }{
		"error": {1, 1}, "warning": {3, 2}, "notice": {7, 3}, report.Never: {0, 1},
	} {
		if n := threshold.Failing(summary); n != want.failing {
			t.Errorf("%s: %d fail, want %d", threshold, n, want.failing)
		}
		severe := threshold.Severe(r)
		if len(severe.Findings) != want.severe || severe.Summary != summary {
			t.Errorf("%s: %d findings, summary %+v, want %d", threshold, len(severe.Findings), severe.Summary, want.severe)
		}
	}
	if len(r.Findings) != 3 {
		t.Error("the report itself has changed")
	}
}

// TestSummarySaysWhatIsSilenced: what was left out is counted, or a run that
// shows nothing would look clean.
func TestSummarySaysWhatIsSilenced(t *testing.T) {
	for _, test := range []struct {
		summary lint.Summary
		want    string
	}{
		{lint.Summary{}, "0 errors, 0 warnings, 0 notices\n"},
		{lint.Summary{Ignored: 1}, "; 1 finding is ignored\n"},
		{lint.Summary{Baselined: 2}, "; 2 findings are in the baseline\n"},
		{lint.Summary{Unchanged: 3}, "; 3 findings unrelated to the change are left out\n"},
	} {
		var b strings.Builder
		if err := report.Text(&b, &lint.Result{Summary: test.summary}, options(message.English)); err != nil {
			t.Fatal(err)
		}
		if !strings.Contains(b.String(), test.want) {
			t.Errorf("%+v: no %q in %q", test.summary, test.want, b.String())
		}
	}
	o := options(message.English)
	o.Quiet = true
	var b strings.Builder
	if err := report.Text(&b, &lint.Result{Summary: lint.Summary{Errors: 1}}, o); err != nil || b.Len() > 0 {
		t.Errorf("quiet, but says %q, %v", b.String(), err)
	}
}

func TestFormatsHaveNames(t *testing.T) {
	for _, subject := range []report.Subject{report.Findings, report.Hosts} {
		for _, name := range subject.Names() {
			if f := subject.Format(name); f == nil || f.Name != name || f.Subject != subject {
				t.Errorf("%s %s: got %+v", subject, name, f)
			}
		}
	}
	if report.Hosts.Format("sarif") != nil || report.Findings.Format("csv") != nil {
		t.Error("a format of the other subject")
	}
}
