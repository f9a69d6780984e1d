package report

import (
	"github.com/beianlint/beianlint/lint"
	"github.com/beianlint/beianlint/lint/app"
	"github.com/beianlint/beianlint/lint/finding"
	"github.com/beianlint/beianlint/lint/message"
	"github.com/beianlint/beianlint/lint/platform"
	"github.com/beianlint/beianlint/lint/source"
)

// The parts of reports of which a page of its own is made: the playground's.

// Verdict returns the sentence with which the HTML report begins, how it looks (good,
// fair or bad), and the one that counts what was checked.
func Verdict(r *lint.Result, o *Options) (look, sentence, counts string) {
	h := newHTMLIndex(r, o).header()
	return h.Look, h.Verdict.String(), h.Summary.String()
}

// HostTable returns what a mini program is called, and its hosts as rows below one of
// heads.
func HostTable(p *app.App, o *Options) (title string, rows [][]string) {
	rows = hostRows(p, o)
	for _, row := range rows {
		for i, cell := range row {
			row[i] = Visible(cell)
		}
	}
	return projectTitle(p, o), rows
}

// BoxText is what a box of the platform's console takes by one paste.
func BoxText(id platform.ID, box app.Box) string { return consoleText(id, box) }

// SourceLine returns the line in which a span begins, as it can be shown; "" for none.
func SourceLine(span source.Span) string {
	s, _ := snippetOf(span)
	return s.text
}

// RulePageURL is the address of a rule's page.
func RulePageURL(id string, l message.Lang) string { return ruleURL(id, l) }

// PlaceOf returns where a span begins: file:line:column.
func PlaceOf(span source.Span, paths Paths) string { return paths.at(span) }

// SeverityText is what a severity is called.
func SeverityText(s finding.Severity, l message.Lang) string { return l.Message(severityID(s)) }
