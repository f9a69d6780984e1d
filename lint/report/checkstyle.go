package report

import (
	"io"
	"strings"

	"github.com/beianlint/beianlint/lint"
)

// Checkstyle writes the XML that checkstyle (https://checkstyle.org) writes and
// that Jenkins and many others read. Columns are code points, from 1: the format
// names no unit and people are shown the number. It returns the error of the
// writer.
func Checkstyle(w io.Writer, r *lint.Report, o *Options) error {
	b := filler{quote: quoteXML}
	b.fill(`<?xml version="1.0" encoding="UTF-8"?>` + "\n" + `<checkstyle version="4.3">` + "\n")
	open, closing := "", ""
	for _, f := range r.Findings {
		at := o.Paths.place(o.placed(f.Span, r))
		if at.file != open {
			b.fill("#  <file name=$>\n", closing, beginning(at.file))
			open, closing = at.file, "  </file>\n"
		}
		b.fill(`    <error line="#" column="#" severity=$ message=$ source=$/>`+"\n", digits(at.line), digits(at.column),
			gradeOf(f.Severity).checkstyle, o.told(f), "beianlint."+f.Rule.ID)
	}
	b.fill("#</checkstyle>\n", closing)
	return b.send(w)
}

// quoteXML returns s as the value of an attribute.
func quoteXML(s string) string { return `"` + xmlEntities.Replace(strings.Map(inXML, s)) + `"` }

// xmlEntities are what may not stand in an attribute; a bracket because of "##[",
// see Visible.
var xmlEntities = strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;", `"`, "&quot;", "[", "&#91;")

// inXML returns a sign for what may not stand in XML 1.0, not even escaped
// (https://www.w3.org/TR/xml/#charsets), and for the end of a line: reviewdog
// prints names as they are, which would let one give commands to GitHub's runner.
func inXML(r rune) rune {
	switch {
	case r < ' ':
		return '\u2400' + r
	case r == '\ufffe' || r == '\uffff':
		return '\ufffd'
	}
	return r
}
