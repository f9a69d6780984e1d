package report

import (
	"io"
	"strings"

	"github.com/beianlint/beianlint/lint"
)

// GitLab writes a Code Quality report (https://docs.gitlab.com/ci/testing/code_quality/),
// an empty array when there are no findings. GitLab shows the line and has no
// columns, and takes issues of one fingerprint for one. It returns the error of
// the writer.
func GitLab(w io.Writer, r *lint.Report, o *Options) error {
	b := filler{quote: quoteJSON}
	b.fill("[")
	for i, f := range r.Findings {
		at := o.Paths.place(o.placed(f.Span, r))
		b.fill("#\n"+`{"description":$,"check_name":$,"fingerprint":$,"severity":$,"location":{"path":$,"lines":{"begin":#,"end":#}}}`,
			comma(i), o.told(f), f.Rule.ID, f.Fingerprint(), gradeOf(f.Severity).gitlab, at.file, digits(at.line), digits(at.endLine))
	}
	b.fill(strings.Repeat("\n", min(len(r.Findings), 1)) + "]\n")
	return b.send(w)
}
