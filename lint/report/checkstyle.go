package report

import (
	"encoding/xml"
	"io"
	"strings"

	"github.com/beianlint/beianlint/lint"
)

type checkstyleReport struct {
	XMLName xml.Name          `xml:"checkstyle"`
	Version string            `xml:"version,attr"`
	Files   []*checkstyleFile `xml:"file"`
	Blank   string            `xml:",innerxml"` // without files
}

type checkstyleFile struct {
	Name   string            `xml:"name,attr"`
	Errors []checkstyleError `xml:"error"`
}

type checkstyleError struct {
	Line     int    `xml:"line,attr"`
	Column   int    `xml:"column,attr"`
	Severity string `xml:"severity,attr"`
	Message  string `xml:"message,attr"`
	Source   string `xml:"source,attr"`
	Group    string `xml:"group,attr,omitempty"` // ours: readers of the format pass it over
}

// Checkstyle writes the XML that checkstyle (https://checkstyle.org) writes and
// that Jenkins and many others read. Columns are code points, from 1: the format
// names no unit and people are shown the number. It returns the error of the
// writer.
func Checkstyle(w io.Writer, r *lint.Result, o *Options) error {
	doc := checkstyleReport{Version: "4.3", Files: checkstyleFiles(r, o)}
	if len(doc.Files) == 0 {
		doc.Blank = "\n"
	}
	text, err := xml.MarshalIndent(doc, "", "  ")
	if err != nil {
		return err
	}
	_, err = io.WriteString(w, xml.Header+escapeHidden(asCheckstyle.Replace(string(text)), escapeXML)+"\n")
	return err
}

// checkstyleFiles gathers findings that stand behind one another in a file.
func checkstyleFiles(r *lint.Result, o *Options) (files []*checkstyleFile) {
	var file *checkstyleFile
	for _, f := range r.Findings {
		at := o.Paths.place(o.spanOrList(f.Span, r))
		if name := xmlText(safeStart(at.file)); file == nil || file.Name != name {
			file = &checkstyleFile{Name: name}
			files = append(files, file)
		}
		file.Errors = append(file.Errors, checkstyleError{
			at.line, at.column, gradeOf(f.Severity).checkstyle, o.describe(f), "beianlint." + f.Rule, xmlText(f.Group),
		})
	}
	return files
}

// asCheckstyle spells XML as checkstyle does, and brackets so that no "##[" is
// left, see Visible. Neither of them can stand outside of attributes.
var asCheckstyle = strings.NewReplacer("></error>", "/>", "&#34;", "&quot;", "&#39;", "'", "[", "&#91;")

// xmlText returns a sign for a control character, which may not stand in XML 1.0, not
// even escaped (https://www.w3.org/TR/xml/#charsets), and for the end of a line:
// reviewdog prints names as they are, which would let one give commands to GitHub's
// runner.
func xmlText(s string) string {
	return strings.Map(func(r rune) rune {
		if r < ' ' {
			return '\u2400' + r
		}
		return r
	}, s)
}
