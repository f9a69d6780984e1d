package report

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"strings"
	"unicode/utf16"

	"github.com/beianlint/beianlint/lint"
)

// Files writes the names of all files that the run has read, one a line. It
// returns the error of the writer.
func Files(w io.Writer, r *lint.Result, paths Paths) error {
	var b strings.Builder
	for _, name := range r.Files() {
		b.WriteString(visiblePath(paths.Show(name)) + "\n")
	}
	_, err := io.WriteString(w, b.String())
	return err
}

// Config writes the config that holds as one that could stand in its place, with
// a comment on where each part comes from. It returns the error of the writer.
func Config(w io.Writer, e *lint.Effective, o *Options) error {
	c := configWriter{Options: o, name: o.Paths.Show(e.Name)}
	c.write("// ", Visible(o.Lang.Message("origin.head", c.name)), "\n{\n")
	c.settings(e.Settings, "  ")
	c.write("}\n")
	_, err := io.WriteString(w, c.b.String())
	return err
}

type configWriter struct {
	*Options
	name string // of the config, as it is shown
	b    strings.Builder
}

// write writes a line or a part of one.
func (c *configWriter) write(parts ...string) {
	for _, p := range parts {
		c.b.WriteString(p)
	}
}

func (c *configWriter) settings(all []*lint.Setting, indent string) {
	for i, s := range all {
		comma := ","
		if i == len(all)-1 {
			comma = ""
		}
		c.write(indent)
		if s.Key != "" {
			c.write(`"`, s.Key, `": `)
		}
		switch {
		case s.Open == "":
			c.write(asciiControls(reindented(s.Value, indent)), comma, " // ", c.origin(s), "\n")
			continue
		case len(s.Items) > 0:
			c.write(s.Open, "\n")
			c.settings(s.Items, indent+"  ")
			c.write(indent)
		default:
			c.write(s.Open)
		}
		if s.Open == "[" {
			c.write("]", comma, "\n")
		} else {
			c.write("}", comma, "\n")
		}
	}
}

func (c *configWriter) origin(s *lint.Setting) string {
	line := 0
	if s.Span.File != nil {
		line = s.Span.Position().Line
	}
	return Visible(c.Lang.Message(s.Origin, c.name, line))
}

// reindented returns a JSON value on lines that begin with indent, but for the
// first one.
func reindented(value, indent string) string {
	var b bytes.Buffer
	if err := json.Indent(&b, []byte(value), indent, "  "); err != nil {
		return value
	}
	return b.String()
}

// asciiControls spells out what a terminal or GitHub's runner would obey: it can
// only stand in strings, in which every JSON reader undoes it.
func asciiControls(value string) string {
	var b strings.Builder
	for _, r := range escapeMarks(value) {
		if r == '\n' || visibleRune(r) == string(r) {
			b.WriteRune(r)
			continue
		}
		for _, unit := range utf16.AppendRune(nil, r) {
			fmt.Fprintf(&b, `\u%04x`, unit)
		}
	}
	return b.String()
}
