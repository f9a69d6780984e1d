package report

import (
	"fmt"
	"strings"

	"github.com/beianlint/beianlint/lint"
	"github.com/beianlint/beianlint/lint/message"
)

// maxMarkdown bounds a step summary: GitHub refuses one above 1 MiB whole.
const maxMarkdown = 900 << 10

// Markdown returns the step summary: the verdict, a table of the findings and
// what to do next.
func Markdown(r lint.Report, o TextOptions) string {
	var b strings.Builder
	fmt.Fprintf(&b, "## %s\n\n%s\n", o.Lang.Message(verdictID(r, o.FailOn)), summaryLine(o.Lang, r.Summary))
	if len(r.Findings) > 0 {
		findingsTable(&b, r.Findings, o)
		nextSteps(&b, r.Findings, o.Lang)
	}
	return b.String()
}

func verdictID(r lint.Report, t Threshold) message.ID {
	if t.Failing(r.Summary) > 0 {
		return "report.failed"
	}
	return "report.passed"
}

// findingsTable writes a row for every finding, as long as there is room.
func findingsTable(b *strings.Builder, findings []lint.Finding, o TextOptions) {
	b.WriteString("\n")
	for _, id := range []message.ID{"report.column-severity", "report.column-finding", "report.column-place", "report.column-rule"} {
		b.WriteString("| " + o.Lang.Message(id) + " ")
	}
	b.WriteString("|\n|---|---|---|---|\n")
	for i, f := range findings {
		row := findingRow(f, o)
		if b.Len()+len(row) > maxMarkdown {
			b.WriteString("\n" + count(o.Lang, "report.more-findings", len(findings)-i) + "\n")
			return
		}
		b.WriteString(row)
	}
}

func findingRow(f lint.Finding, o TextOptions) string {
	where := ""
	if f.Span.File != nil {
		at := o.Paths.place(f.Span)
		where = code(fmt.Sprintf("%s:%d:%d", at.file, at.line, at.column))
	}
	if n := len(f.Related); n > 0 {
		where += " " + count(o.Lang, "report.more-places", n)
	}
	return fmt.Sprintf("| %s | %s | %s | %s |\n", o.Lang.Message(severityID(f.Severity)),
		escape(o.Lang.Message(f.Message, f.Args...)), where, code(ruleID(f)))
}

// nextSteps lists what to do, each thing once.
func nextSteps(b *strings.Builder, findings []lint.Finding, l message.Lang) {
	seen := map[string]bool{"": true}
	for _, f := range findings {
		help := l.Help(f.Message, f.Args...)
		if seen[help] || b.Len()+len(help) > maxMarkdown {
			continue
		}
		if len(seen) == 1 {
			fmt.Fprintf(b, "\n### %s\n\n", l.Message("report.next-steps"))
		}
		seen[help] = true
		b.WriteString("- " + escape(help) + "\n")
	}
}

// markup are the characters that Markdown or HTML give a meaning to, as
// entities, which every reader of Markdown shows as the character itself. A
// colon before slashes is among them, or a link would be made of the address of
// an unfiled domain.
var markup = strings.NewReplacer(
	"&", "&amp;", "<", "&lt;", ">", "&gt;", "|", "&#124;", "`", "&#96;", "*", "&#42;", "_", "&#95;", "~", "&#126;",
	"[", "&#91;", "]", "&#93;", "#", "&#35;", "@", "&#64;", `\`, "&#92;", "!", "&#33;", "$", "&#36;",
	"://", "&#58;//", "www.", "www&#46;",
)

// escape makes one line of text fit for a cell of a Markdown table.
func escape(s string) string { return markup.Replace(Visible(s)) }

// code is escape in a fixed-width font. Backticks would not do: nothing inside
// them can be escaped.
func code(s string) string { return "<code>" + escape(s) + "</code>" }
