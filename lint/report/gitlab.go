package report

import (
	"io"

	"github.com/beianlint/beianlint/lint"
)

// GitLab writes a Code Quality report (https://docs.gitlab.com/ci/testing/code_quality/),
// an empty array when there are no findings. GitLab shows the line and has no
// columns, and takes issues of one fingerprint for one. It returns the error of
// the writer.
func GitLab(w io.Writer, r *lint.Report, o *Options) error {
	j := jsonWriter{indent: true}
	j.begin("", '[')
	for _, f := range r.Findings {
		o.gitlab(&j, f, r)
	}
	j.end(1)
	_, err := w.Write(j.Bytes())
	return err
}

func (o *Options) gitlab(j *jsonWriter, f *lint.Finding, r *lint.Report) {
	at := o.Paths.place(o.placed(f.Span, r))
	j.begin("", '{')
	j.text("description", o.told(f))
	j.text("check_name", f.Rule.ID)
	j.text("fingerprint", f.Fingerprint())
	j.text("severity", gradeOf(f.Severity).gitlab)
	j.begin("location", '{')
	j.text("path", at.file)
	j.begin("lines", '{')
	j.number("begin", at.line)
	j.number("end", at.endLine)
	j.end(3)
}
