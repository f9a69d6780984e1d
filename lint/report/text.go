package report

import (
	"io"
	"strconv"
	"strings"

	"github.com/beianlint/beianlint/lint"
	"github.com/beianlint/beianlint/lint/finding"
	"github.com/beianlint/beianlint/lint/message"
	"github.com/beianlint/beianlint/lint/source"
)

// maxRelated is how many other places of a finding people are shown; the
// machine formats have them all.
const maxRelated = 3

// Text writes the findings, each with its source line, and a summary. It
// returns the error of the writer.
func Text(w io.Writer, r *lint.Result, o *Options) error {
	p := printer{Options: o, paint: paint(o.Color)}
	for _, f := range r.Findings {
		p.finding(f)
	}
	if !o.Quiet {
		p.println(p.styled(bold, summaryLine(o.Lang, r)))
		if n := o.FailOn.Failing(r.Summary); n > 0 {
			p.println(p.styled(red, plural(o.Lang, "report.failing", n, string(o.FailOn))))
		}
	}
	_, err := io.WriteString(w, p.String())
	return err
}

// Problems writes what is wrong with a filed list or a config, in the manner
// of findings: it keeps a run from starting. It returns the error of the writer.
func Problems(w io.Writer, problems []*source.Problem, o *Options) error {
	p := printer{Options: o, paint: paint(o.Color)}
	for _, f := range findingsOf(problems) {
		p.finding(f)
	}
	_, err := io.WriteString(w, p.String())
	return err
}

// findingsOf makes problems printable: as errors that belong to no rule.
func findingsOf(problems []*source.Problem) []*finding.Finding {
	var findings []*finding.Finding
	for _, p := range problems {
		findings = append(findings, &finding.Finding{Severity: finding.Error, Message: p.Message, Args: p.Args, Span: p.Span, Related: p.Related})
	}
	return findings
}

// printer collects the text of a report.
type printer struct {
	*Options
	paint
	strings.Builder
}

func (p *printer) println(s string) { p.WriteString(s + "\n") }

func (p *printer) finding(f *finding.Finding) {
	p.println(p.heading(f))
	gutter := p.source(f)
	if help := p.Lang.Help(f.Message, f.Args...); help != "" {
		p.note(gutter, "report.help", help)
	}
	shown := min(len(f.Related), maxRelated)
	for _, r := range f.Related[:shown] {
		p.note(gutter, "report.related", p.related(r))
	}
	if more := len(f.Related) - shown; more > 0 {
		p.note(gutter, "report.related", plural(p.Lang, "report.more-places", more))
	}
	p.println("")
}

func (p *printer) heading(f *finding.Finding) string {
	s := ""
	if f.Span.File != nil {
		s = p.styled(bold, visiblePath(p.Paths.at(f.Span))) + ": "
	}
	s += p.styled(styleOf(f.Severity), p.Lang.Message(severityID(f.Severity))) + ": "
	s += p.styled(bold, Visible(p.Lang.Message(f.Message, f.Args...)))
	if f.Rule != "" {
		s += " " + p.styled(dim, "["+f.Rule+"]")
	}
	return s
}

// source prints the source line with the span underlined and returns the
// blanks that the lines below it begin with.
func (p *printer) source(f *finding.Finding) string {
	s, ok := snippetOf(f.Span)
	if !ok {
		return "  "
	}
	number := strconv.Itoa(s.line)
	gutter := strings.Repeat(" ", len(number)+1)
	bar := p.styled(blue, "|")
	p.println(" " + p.styled(blue, number) + " " + bar + " " + s.text)
	underline := "^" + strings.Repeat("~", s.length-1)
	p.println(" " + gutter + bar + " " + strings.Repeat(" ", s.caret) + p.styled(styleOf(f.Severity), underline))
	return " " + gutter
}

func (p *printer) note(gutter string, label message.ID, text string) {
	p.println(gutter + p.styled(blue, "=") + " " + p.styled(green, p.Lang.Message(label)) + Visible(text))
}

func (p *printer) related(r source.Related) string {
	text := p.Lang.Message(r.Message, r.Args...)
	if r.Span.File == nil {
		return text
	}
	return p.Paths.at(r.Span) + ": " + text
}

func severityID(s finding.Severity) message.ID { return message.ID("report.severity-" + string(s)) }
