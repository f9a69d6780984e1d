package report

import (
	"cmp"
	"strings"

	"github.com/beianlint/beianlint/lint"
	"github.com/beianlint/beianlint/lint/finding"
	"github.com/beianlint/beianlint/lint/message"
	"github.com/beianlint/beianlint/lint/rule"
)

// plural says how many of a thing there are: n is the first argument of the
// message. English has one form for one and another for the rest.
func plural(l message.Lang, id message.ID, n int, more ...any) string {
	return l.Count(id, n, more...)
}

// summaryLine says what was checked and what was found: a run that checked
// nothing must not look like one that found nothing.
func summaryLine(l message.Lang, r *lint.Result) string {
	s, counts := r.Summary, countsOf(finding.Groups(r.Findings))
	line := l.Message("report.summary",
		plural(l, "report.project", s.Projects), plural(l, "report.file", s.Files), plural(l, "report.host", s.Hosts), s.Filed,
		plural(l, "report.error", counts.Errors), plural(l, "report.warning", counts.Warnings), plural(l, "report.notice", counts.Notices))
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

// countsOf counts findings as people are shown them.
func countsOf(groups []*finding.Group) (s lint.Summary) {
	for _, g := range groups {
		switch g.Severity {
		case finding.Error:
			s.Errors++
		case finding.Warning:
			s.Warnings++
		default:
			s.Notices++
		}
	}
	return s
}

// todos are what there is to do about domains, in the order in which it is said.
var todos = []message.ID{"report.todo-file", "report.todo-vendor", "report.todo-pending", "report.todo-renew", "report.todo-replace"}

// todoOf returns what there is to do about the filing of a finding's domain; "" if
// it is not about that.
func todoOf(f *finding.Finding) message.ID {
	lacking := rule.FilingOf(f)
	switch {
	case lacking == nil:
		return ""
	case lacking.Who == "html.who-nobody":
		return "report.todo-replace"
	case lacking.Who == "html.who-vendor":
		return "report.todo-vendor"
	case lacking.Status == rule.Pending:
		return "report.todo-pending"
	case lacking.Status == rule.Expired || lacking.Status == rule.Ending:
		return "report.todo-renew"
	}
	return "report.todo-file"
}

// todoLine says how many domains somebody has to see to, by what is to be done; ""
// for none. A domain counts once, however many mini programs contact it.
func todoLine(l message.Lang, groups []*finding.Group) string {
	seen, counts := map[string]bool{}, map[message.ID]int{}
	for _, g := range groups {
		todo := todoOf(g.Members[0])
		key := string(todo) + " " + cmp.Or(g.Group, g.Host)
		if todo != "" && !seen[key] {
			counts[todo]++
		}
		seen[key] = true
	}
	var parts []string
	for _, id := range todos {
		if n := counts[id]; n > 0 {
			parts = append(parts, plural(l, id, n))
		}
	}
	if len(parts) == 0 {
		return ""
	}
	line := l.Message("report.todo", strings.Join(parts, message.Comma.In(l)))
	if counts["report.todo-file"]+counts["report.todo-vendor"] > 0 {
		line += l.Message("report.todo-add")
	}
	return line
}
