package report

import (
	"bytes"
	"io"

	"github.com/beianlint/beianlint/lint"
	"github.com/beianlint/beianlint/lint/source"
)

// maxRDLine bounds a line: at 64 KiB reviewdog stops reading, without a word
// (bufio.Scanner in its parser/rdjsonl.go).
const maxRDLine = 60 << 10

// RDJSONL writes a line of JSON for each finding: a Diagnostic of reviewdog (its
// proto/rdf/reviewdog.proto). It returns the error of the writer.
func RDJSONL(w io.Writer, r *lint.Report, o *Options) error {
	var all bytes.Buffer
	for _, f := range r.Findings {
		related := f.Related
		line := o.rdjson(f, r, related)
		for len(line) > maxRDLine && len(related) > 0 {
			related = related[:len(related)/2]
			line = o.rdjson(f, r, related)
		}
		all.Write(line)
	}
	_, err := w.Write(all.Bytes())
	return err
}

func (o *Options) rdjson(f *lint.Finding, r *lint.Report, related []source.Related) []byte {
	j := jsonWriter{}
	j.begin("", '{')
	j.text("message", o.told(f))
	o.rdLocation(&j, f.Span, r)
	j.text("severity", gradeOf(f.Severity).rdjson)
	j.begin("source", '{')
	j.text("name", "beianlint")
	j.text("url", homepage)
	j.end(1)
	j.begin("code", '{')
	j.text("value", f.Rule.ID)
	j.text("url", ruleURL(f.Rule.ID, o.Lang))
	j.end(1)
	j.begin("related_locations", '[')
	for i := range related {
		j.begin("", '{')
		j.text("message", o.toldOf(&related[i]))
		o.rdLocation(&j, related[i].Span, r)
		j.end(1)
	}
	j.end(1)
	j.text("original_output", short(o.oneLine(f)))
	j.end(1)
	return j.Bytes()
}

func (o *Options) rdLocation(j *jsonWriter, s source.Span, r *lint.Report) {
	s = o.placed(s, r)
	j.begin("location", '{')
	j.text("path", o.Paths.Show(s.File.Name))
	j.begin("range", '{')
	rdPosition(j, "start", s.Position())
	rdPosition(j, "end", s.File.Position(s.End))
	j.end(2)
}

// rdPosition counts columns in bytes of UTF-8, from 1.
func rdPosition(j *jsonWriter, name string, p source.Position) {
	j.begin(name, '{')
	j.number("line", p.Line)
	j.number("column", p.Byte)
	j.end(1)
}
