package report

import (
	"io"

	"github.com/beianlint/beianlint/lint"
)

type gitlabIssue struct {
	Description string         `json:"description"`
	CheckName   string         `json:"check_name"`
	Fingerprint string         `json:"fingerprint"`
	Severity    string         `json:"severity"`
	Location    gitlabLocation `json:"location"`
	Group       string         `json:"group,omitempty"` // ours: GitLab has no such key
}

type gitlabLocation struct {
	Path  string      `json:"path"`
	Lines gitlabLines `json:"lines"`
}

type gitlabLines struct {
	Begin int `json:"begin"`
	End   int `json:"end"`
}

// GitLab writes a Code Quality report (https://docs.gitlab.com/ci/testing/code_quality/),
// an empty array if there are no findings. GitLab shows the line and has no
// columns, and takes issues of one fingerprint for one. It returns the error of
// the writer.
func GitLab(w io.Writer, r *lint.Result, o *Options) error {
	issues := []gitlabIssue{}
	for _, f := range r.Findings {
		at := o.Paths.place(o.spanOrList(f.Span, r))
		issues = append(issues, gitlabIssue{
			o.describe(f), f.Rule, f.Fingerprint(), gradeOf(f.Severity).gitlab,
			gitlabLocation{at.file, gitlabLines{at.line, at.endLine}}, f.Group,
		})
	}
	text, err := encodeJSON(issues, "")
	if err != nil {
		return err
	}
	if len(issues) > 0 {
		text = breakLines(text, "")
	}
	_, err = w.Write(text)
	return err
}
