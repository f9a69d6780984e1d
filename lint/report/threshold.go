package report

import (
	"github.com/beianlint/beianlint/lint"
	"github.com/beianlint/beianlint/lint/finding"
)

// Threshold is the mildest severity that fails a run, or Never.
type Threshold string

// Never lets every run pass. The other thresholds are named like severities.
const Never Threshold = "never"

// Failing counts the findings at the threshold or above it.
func (t Threshold) Failing(s lint.Summary) int {
	switch t {
	case "error":
		return s.Errors
	case "warning":
		return s.Errors + s.Warnings
	case "notice":
		return s.Errors + s.Warnings + s.Notices
	}
	return 0
}

// Fails reports whether a finding of the severity fails a run.
func (t Threshold) Fails(s finding.Severity) bool {
	return t != Never && s.AtLeast(finding.Severity(t))
}

// Severe returns a report of the findings that fail a run, and of errors in any
// case. The counts are those of the whole.
func (t Threshold) Severe(r *lint.Result) *lint.Result {
	least := finding.Error
	if t != Never {
		least = finding.Severity(t)
	}
	severe := *r
	severe.Findings = nil
	for _, f := range r.Findings {
		if f.Severity.AtLeast(least) {
			severe.Findings = append(severe.Findings, f)
		}
	}
	return &severe
}
