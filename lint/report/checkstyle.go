package report

import (
	"bytes"
	"io"
	"strconv"
	"strings"

	"github.com/beianlint/beianlint/lint"
)

// Checkstyle writes the XML that checkstyle (https://checkstyle.org) writes and
// that Jenkins and many others read. Columns are code points, from 1: the format
// names no unit and people are shown the number. It returns the error of the
// writer.
func Checkstyle(w io.Writer, r *lint.Report, o *Options) error {
	x := xmlWriter{}
	x.WriteString(`<?xml version="1.0" encoding="UTF-8"?>` + "\n" + `<checkstyle version="4.3">` + "\n")
	open, closing := "", ""
	for _, f := range r.Findings {
		at := o.Paths.place(o.placed(f.Span, r))
		if at.file != open {
			x.WriteString(closing)
			x.attribute("  <file name", beginning(at.file))
			x.WriteString(">\n")
			open, closing = at.file, "  </file>\n"
		}
		x.attribute("    <error line", strconv.Itoa(at.line))
		x.attribute(" column", strconv.Itoa(at.column))
		x.attribute(" severity", gradeOf(f.Severity).checkstyle)
		x.attribute(" message", o.told(f))
		x.attribute(" source", "beianlint."+f.Rule.ID)
		x.WriteString("/>\n")
	}
	x.WriteString(closing + "</checkstyle>\n")
	_, err := w.Write(x.Bytes())
	return err
}

type xmlWriter struct{ bytes.Buffer }

func (x *xmlWriter) attribute(name, value string) {
	x.WriteString(name + `="`)
	x.text(value)
	x.WriteByte('"')
}

// text writes what stands between quotes. What may not stand in XML 1.0, not even
// escaped (https://www.w3.org/TR/xml/#charsets), is shown by a sign, and so is
// the end of a line: reviewdog prints names as they are, which would let one
// give commands to GitHub's runner. A bracket is escaped because of "##[".
func (x *xmlWriter) text(s string) {
	for _, r := range s {
		switch {
		case r < ' ':
			x.WriteString(visibleRune(r))
		case strings.ContainsRune(`&<>"'[`, r):
			x.WriteString("&#" + strconv.Itoa(int(r)) + ";")
		case r == '\ufffe' || r == '\uffff':
			x.WriteRune('\ufffd')
		default:
			x.WriteRune(r)
		}
	}
}
