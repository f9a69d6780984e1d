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
	b := &filler{quote: quoteJSON}
	b.fill(`{"message":$,"severity":$,"source":{"name":"beianlint","url":$},"code":{"value":$,"url":$},"original_output":$,`,
		o.told(f), gradeOf(f.Severity).rdjson, homepage, f.Rule.ID, ruleURL(f.Rule.ID, o.Lang), short(o.oneLine(f)))
	o.rdLocation(b, f.Span, r)
	b.fill(`,"related_locations":[`)
	for i := range related {
		b.fill(`#{"message":$,`, comma(i), o.toldOf(&related[i]))
		o.rdLocation(b, related[i].Span, r)
		b.fill("}")
	}
	b.fill("]}\n")
	return b.Bytes()
}

// rdLocation writes a place with columns in bytes of UTF-8, from 1.
func (o *Options) rdLocation(b *filler, s source.Span, r *lint.Report) {
	s = o.placed(s, r)
	start, end := s.Position(), s.File.Position(s.End)
	b.fill(`"location":{"path":$,"range":{"start":{"line":#,"column":#},"end":{"line":#,"column":#}}}`, o.Paths.Show(s.File.Name),
		digits(start.Line), digits(start.Byte), digits(end.Line), digits(end.Byte))
}
