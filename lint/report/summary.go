package report

import (
	"github.com/beianlint/beianlint/lint"
	"github.com/beianlint/beianlint/lint/message"
)

// plural says how many of a thing there are: n is the first argument of the
// message. English has one form for one and another for the rest.
func plural(l message.Lang, id message.ID, n int, more ...any) string {
	return l.Count(id, n, more...)
}

// summaryLine says what was checked and what was found: a run that checked
// nothing must not look like one that found nothing.
func summaryLine(l message.Lang, r *lint.Result) string {
	s := r.Summary
	line := l.Message("report.summary",
		plural(l, "report.project", s.Projects), plural(l, "report.file", s.Files), plural(l, "report.domain", s.Hosts), s.Filed,
		plural(l, "report.error", s.Errors), plural(l, "report.warning", s.Warnings), plural(l, "report.notice", s.Notices))
	if s.Ignored > 0 {
		line += plural(l, "report.ignored", s.Ignored)
	}
	if s.Baselined > 0 {
		line += plural(l, "report.baselined", s.Baselined)
	}
	if s.Unchanged > 0 {
		line += plural(l, "report.unchanged", s.Unchanged)
	}
	if clause := r.Unanswered().Clause().In(l); clause != "" {
		line += l.Message("report.not-followed", clause)
	}
	return line
}
