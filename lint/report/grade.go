package report

import "github.com/beianlint/beianlint/lint/finding"

// grade is a severity in the words of the formats that have words of their own.
type grade struct {
	sarif      string // level; checkstyle's third is another word
	problem    string // what GitHub orders alerts by
	gitlab     string
	checkstyle string
	rdjson     string
}

// gradeOf returns the words for a severity; those of a notice for a rule that
// is off unless the config asks for it.
func gradeOf(s finding.Severity) *grade {
	switch s {
	case finding.Error:
		return &grades[0]
	case finding.Warning:
		return &grades[1]
	}
	return &grades[2]
}

var grades = [...]grade{
	{"error", "error", "major", "error", "ERROR"},
	{"warning", "warning", "minor", "warning", "WARNING"},
	{"note", "recommendation", "info", "info", "INFO"},
}
