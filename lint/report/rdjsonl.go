package report

import (
	"bytes"
	"io"

	"github.com/beianlint/beianlint/lint"
	"github.com/beianlint/beianlint/lint/finding"
	"github.com/beianlint/beianlint/lint/source"
)

// maxRDLine bounds a line: at 64 KiB reviewdog stops reading, without a word
// (bufio.Scanner in its parser/rdjsonl.go).
const maxRDLine = 60 << 10

// rdDiagnostic is a Diagnostic of reviewdog (its proto/rdf/reviewdog.proto).
type rdDiagnostic struct {
	Message  string      `json:"message"`
	Severity string      `json:"severity"`
	Source   rdSource    `json:"source"`
	Code     rdCode      `json:"code"`
	Original string      `json:"original_output"`
	Location rdLocation  `json:"location"`
	Related  []rdRelated `json:"related_locations"`
}

type rdSource struct {
	Name string `json:"name"`
	URL  string `json:"url"`
}

type rdCode struct {
	Value string `json:"value"`
	URL   string `json:"url"`
}

type rdLocation struct {
	Path  string  `json:"path"`
	Range rdRange `json:"range"`
}

type rdRange struct {
	Start rdPosition `json:"start"`
	End   rdPosition `json:"end"`
}

// rdPosition counts from 1, columns in bytes of UTF-8.
type rdPosition struct {
	Line   int `json:"line"`
	Column int `json:"column"`
}

type rdRelated struct {
	Message  string     `json:"message"`
	Location rdLocation `json:"location"`
}

// RDJSONL writes a line of JSON for each finding, which reviewdog reads. It
// returns the error of the writer.
func RDJSONL(w io.Writer, r *lint.Result, o *Options) error {
	b := rdBuilder{o, r}
	var all bytes.Buffer
	for _, f := range r.Findings {
		line, err := rdLine(b.diagnostic(f))
		if err != nil {
			return err
		}
		all.Write(line)
	}
	_, err := w.Write(all.Bytes())
	return err
}

// rdLine leaves out related places until the line is short enough.
func rdLine(d rdDiagnostic) ([]byte, error) {
	for {
		line, err := encodeJSON(d, "")
		if err != nil || len(line) <= maxRDLine || len(d.Related) == 0 {
			return line, err
		}
		d.Related = d.Related[:len(d.Related)/2]
	}
}

// rdBuilder makes the diagnostics of a result.
type rdBuilder struct {
	*Options
	r *lint.Result
}

func (b *rdBuilder) diagnostic(f *finding.Finding) rdDiagnostic {
	d := rdDiagnostic{
		Message: b.describe(f), Severity: gradeOf(f.Severity).rdjson,
		Source:   rdSource{"beianlint", homepage},
		Code:     rdCode{f.Rule, ruleURL(f.Rule, b.Lang)},
		Original: visibleShort(b.oneLine(f)), Location: b.location(f.Span), Related: []rdRelated{},
	}
	for i := range f.Related {
		related := &f.Related[i]
		d.Related = append(d.Related, rdRelated{b.describeRelated(related), b.location(related.Span)})
	}
	return d
}

func (b *rdBuilder) location(s source.Span) rdLocation {
	s = b.spanOrList(s, b.r)
	start, end := s.Position(), s.File.Position(s.End)
	return rdLocation{b.Paths.Show(s.File.Name), rdRange{
		rdPosition{start.Line, start.Byte}, rdPosition{end.Line, end.Byte},
	}}
}
