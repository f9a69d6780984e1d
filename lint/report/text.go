package report

import (
	"io"
	"strconv"
	"strings"

	"github.com/beianlint/beianlint/lint"
	"github.com/beianlint/beianlint/lint/finding"
	"github.com/beianlint/beianlint/lint/message"
	"github.com/beianlint/beianlint/lint/rule"
	"github.com/beianlint/beianlint/lint/source"
)

// maxRelated is how many other places of a finding people are shown; the
// machine formats have them all.
const maxRelated = 3

// Text writes the findings, one for each filing, with their source lines, a summary and
// what there is to do. It returns the error of the writer.
func Text(w io.Writer, r *lint.Result, o *Options) error {
	p := newPrinter(o)
	groups := finding.Groups(r.Findings)
	if o.Statistics {
		p.statistics(r.Findings, groups)
	} else {
		for _, g := range groups {
			p.group(g)
		}
	}
	if !o.Quiet {
		p.summary(r, groups)
	}
	_, err := io.WriteString(w, p.String())
	return err
}

// summary says what was checked, what that leads to, and what to do.
func (p *printer) summary(r *lint.Result, groups []*finding.Group) {
	p.println(p.styled(bold, summaryLine(p.Lang, r)))
	if n := p.FailOn.Failing(countsOf(groups)); n > 0 {
		p.println(p.styled(red, plural(p.Lang, "report.failing", n, string(p.FailOn))))
	}
	if todo := todoLine(p.Lang, groups); todo != "" {
		p.println(todo)
	}
}

// Problems writes what is wrong with a filed list or a config, in the manner
// of findings: it keeps a run from starting. It returns the error of the writer.
func Problems(w io.Writer, problems []*source.Problem, o *Options) error {
	p := newPrinter(o)
	for _, g := range finding.Groups(findingsOf(problems)) {
		p.group(g)
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
	helped map[string]bool // what was said to do
}

func newPrinter(o *Options) *printer {
	return &printer{Options: o, paint: paint(o.Color), helped: map[string]bool{}}
}

func (p *printer) println(s string) { p.WriteString(s + "\n") }

// group writes a finding: its first places, what to do, and what else belongs to it.
func (p *printer) group(g *finding.Group) {
	p.println(p.heading(g.Finding))
	gutter := p.source(g.Span, g.Severity)
	related, more := g.Related, 0
	if len(g.Members) > 1 {
		shown := p.shown(len(g.Sites))
		for _, site := range g.Sites[1:shown] {
			gutter = p.site(site, g.Severity)
		}
		related, more = g.Listed(), len(g.Sites)-shown
		if about := g.Sites[0].About(); about.Message != "" {
			related = append([]source.Related{about}, related...)
		}
	}
	if help := p.help(g.Finding); help != "" {
		p.note(gutter, "report.help", help)
	}
	shown := p.shown(len(related))
	for _, r := range related[:shown] {
		p.note(gutter, "report.related", p.related(r))
	}
	if more += len(related) - shown; more > 0 {
		p.note(gutter, "report.related", plural(p.Lang, "report.more-places", more))
	}
	p.println("")
}

// shown is how many of some places are shown.
func (p *printer) shown(n int) int {
	if p.Verbose {
		return n
	}
	return min(n, maxRelated)
}

// help returns what to do about a finding unless it was said before: for what one
// filing puts right, that is so if it was said of another filing, for calls of
// which nothing is known, of another category.
func (p *printer) help(f *finding.Finding) string {
	help := f.Help(p.Lang)
	said := help
	if r := rule.ByID(f.Rule); f.Group != "" || r != nil && r.Unknown {
		said = string(f.Variant())
	}
	if p.helped[said] {
		return ""
	}
	p.helped[said] = true
	return help
}

// site writes a place of a group with its source line, and returns the gutter.
func (p *printer) site(s finding.Site, severity finding.Severity) string {
	text := hostName(s.Host)
	if about := s.About(); about.Message != "" {
		text += message.Comma.In(p.Lang) + p.Lang.Message(about.Message, about.Args...)
	}
	p.println(p.styled(bold, visiblePath(p.Paths.at(s.Span))) + ": " + Visible(text))
	return p.source(s.Span, severity)
}

func (p *printer) heading(f *finding.Finding) string {
	s := ""
	if f.Span.File != nil {
		s = p.styled(bold, visiblePath(p.Paths.at(f.Span))) + ": "
	}
	s += p.styled(styleOf(f.Severity), p.Lang.Message(severityID(f.Severity))) + message.Colon.In(p.Lang)
	s += p.styled(bold, Visible(f.Text(p.Lang)))
	if f.Rule != "" {
		s += " " + p.styled(dim, "["+p.ruleName(f.Rule)+"]")
	}
	return s
}

// ruleName is the name of a rule, a link to its page where the terminal shows one.
func (p *printer) ruleName(id string) string {
	if !p.Links || rule.ByID(id) == nil {
		return Visible(id)
	}
	const open, end = "\x1b]8;;", "\x1b\\"
	return open + ruleURL(id, p.Lang) + end + id + open + end
}

// source prints the source line with the span underlined and returns the
// blanks that the lines below it begin with.
func (p *printer) source(at source.Span, severity finding.Severity) string {
	s, ok := snippetOf(at)
	if !ok {
		return "  "
	}
	number := strconv.Itoa(s.line)
	gutter := strings.Repeat(" ", len(number)+1)
	bar := p.styled(blue, "|")
	p.println(" " + p.styled(blue, number) + " " + bar + " " + s.text)
	underline := "^" + strings.Repeat("~", s.length-1)
	p.println(" " + gutter + bar + " " + strings.Repeat(" ", s.caret) + p.styled(styleOf(severity), underline))
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
