package report

import (
	"io"
	"strings"

	"github.com/beianlint/beianlint/lint"
	"github.com/beianlint/beianlint/lint/finding"
)

// OneLine writes each finding, one for each filing, on a line of its own, for editors, grep and
// problem matchers: path:line:col: severity: message [rule]. The severity is
// English in every language, the part with the place is missing where a finding
// has none. It returns the error of the writer.
func OneLine(w io.Writer, r *lint.Result, o *Options) error {
	var b strings.Builder
	for _, g := range finding.Groups(r.Findings) {
		b.WriteString(o.oneLine(g.Finding) + "\n")
	}
	_, err := io.WriteString(w, b.String())
	return err
}

func (o *Options) oneLine(f *finding.Finding) string {
	at := ""
	if f.Span.File != nil {
		at = visiblePath(o.Paths.at(f.Span)) + ": "
	}
	return at + string(f.Severity) + ": " + Visible(f.Text(o.Lang)) + " [" + ruleID(f) + "]"
}
