package report

import (
	"fmt"
	"io"
	"strings"

	"github.com/beianlint/beianlint/lint"
	"github.com/beianlint/beianlint/lint/endpoint"
	"github.com/beianlint/beianlint/lint/finding"
	"github.com/beianlint/beianlint/lint/message"
	"github.com/beianlint/beianlint/lint/rule"
)

// The runner refuses a step summary above 1 MiB whole (actions/runner,
// FileCommandManager.cs). The steps have their room behind the table.
const (
	maxTable    = 700 << 10
	maxMarkdown = 900 << 10
	maxCell     = 2000 // bytes of one text before it is escaped
	maxInRow    = 5    // findings of a domain, and places
)

// Markdown writes the step summary: the verdict, a table of the domains with
// findings and what to do next. It returns the error of the writer.
func Markdown(w io.Writer, r *lint.Result, o *Options) error {
	m := &summary{Options: o, report: r, filings: map[string]string{}}
	groups := finding.Groups(r.Findings)
	m.head(groups)
	if len(groups) > 0 {
		topics := byTopic(r.Findings)
		m.table(topics)
		m.steps(topics)
	}
	_, err := io.WriteString(w, m.String())
	return err
}

// summary collects the text of a step summary.
type summary struct {
	*Options
	strings.Builder
	report  *lint.Result
	filings map[string]string // by mini program and host
}

func (m *summary) head(groups []*finding.Group) {
	verdict := message.ID("report.passed")
	failing := m.FailOn.Failing(countsOf(groups))
	if failing > 0 {
		verdict = "report.failed"
	}
	m.WriteString("## " + m.Lang.Message(verdict) + "\n\n" + summaryLine(m.Lang, m.report) + "\n")
	if failing > 0 {
		m.WriteString("\n" + plural(m.Lang, "report.failing", failing, string(m.FailOn)) + "\n")
	}
	if todo := todoLine(m.Lang, groups); todo != "" {
		m.WriteString("\n" + todo + "\n")
	}
}

// table writes a row for every domain, as long as there is room.
func (m *summary) table(topics []*topic) {
	m.learnFilings()
	m.WriteString("\n|")
	for _, id := range []message.ID{"report.column-domain", "report.column-filing", "report.column-finding", "report.column-place"} {
		m.WriteString(" " + m.Lang.Message(id) + " |")
	}
	m.WriteString("\n|---|---|---|---|\n")
	left := 0
	for _, t := range topics {
		if left == 0 && m.Len() < maxTable {
			m.WriteString(m.row(t))
		} else {
			left += len(t.all)
		}
	}
	if left > 0 {
		m.WriteString("\n" + plural(m.Lang, "report.more-in-log", left) + "\n")
	}
}

// learnFilings collects what the filed lists say.
func (m *summary) learnFilings() {
	for _, p := range m.report.Projects {
		for _, h := range p.Hosts {
			m.filings[p.Root+"\n"+h.Host] = filingText(h.Filing, m.Lang)
		}
	}
}

func (m *summary) row(t *topic) string {
	domain, status := "", ""
	if f := t.worst.Members[0]; f.Host != "" {
		domain, status = code(hostName(endpoint.FilingDomain(f.Host))), escape(m.filings[f.Project+"\n"+f.Host])
	}
	return "| " + domain + " | " + status + " | " + m.findings(t.all) + " | " + m.places(t) + " |\n"
}

// findings says what is wrong with a domain, each thing once and with its rule.
func (m *summary) findings(all []*finding.Group) string {
	var lines []string
	seen, more := map[string]bool{}, 0
	for _, f := range all {
		line := m.Lang.Message(severityID(f.Severity)) + message.Colon.In(m.Lang) + escape(f.Text(m.Lang)) + m.rule(f.Finding)
		if seen[line] {
			continue
		}
		seen[line] = true
		if len(lines) < maxInRow {
			lines = append(lines, line)
		} else {
			more++
		}
	}
	if more > 0 {
		lines = append(lines, plural(m.Lang, "report.more-of-domain", more))
	}
	return strings.Join(lines, "<br>")
}

// bracketed puts a remark in the brackets of a language.
func bracketed(l message.Lang, remark string) string {
	return message.Text{EN: " (" + remark + ")", ZH: "（" + remark + "）"}.In(l)
}

// rule is a link to the page of the finding's rule.
func (m *summary) rule(f *finding.Finding) string {
	if f.Rule == "" {
		return ""
	}
	return " [" + code(f.Rule) + "](" + ruleURL(f.Rule, m.Lang) + ")"
}

// places are the places of a domain's findings and what is related to them,
// each line once.
func (m *summary) places(t *topic) string {
	var links []string
	seen, more := map[string]bool{}, 0
	add := func(at place) {
		where := fmt.Sprintf("%s:%d", at.file, at.line)
		switch {
		case at.file == "" || seen[where]:
			return
		case len(links) < maxInRow:
			links = append(links, m.link(at, where))
		default:
			more++
		}
		seen[where] = true
	}
	for _, f := range t.all {
		add(m.Paths.place(f.Span))
	}
	for _, f := range t.all {
		for i := range f.Related {
			add(m.Paths.place(f.Related[i].Span))
		}
	}
	if more > 0 {
		links = append(links, plural(m.Lang, "report.more-places", more))
	}
	return strings.Join(links, "<br>")
}

// link shows a place, as a link to its line where the file can be read.
func (m *summary) link(at place, where string) string {
	if m.Blob == "" || strings.HasPrefix(at.file, "../") {
		return code(where)
	}
	return fmt.Sprintf("[%s](%s%s#L%d)", code(where), m.Blob, percent(at.file), at.line)
}

// steps lists what to do, each thing once, and where to read about filings.
func (m *summary) steps(topics []*topic) {
	seen, guide := map[string]bool{"": true}, false
	for _, t := range topics {
		for _, f := range t.all {
			m.step(f.Help(m.Lang), seen)
			guide = guide || rule.Lookup(f.Rule).Guide
		}
	}
	if guide {
		m.WriteString("\n[" + m.Lang.Message("report.guide") + "](" + ruleURL(rule.UnfiledDomain.ID, m.Lang) + ")\n")
	}
}

func (m *summary) step(help string, seen map[string]bool) {
	if seen[help] || m.Len() > maxMarkdown {
		return
	}
	if len(seen) == 1 {
		m.WriteString("\n### " + m.Lang.Message("report.next-steps") + "\n\n")
	}
	seen[help] = true
	m.WriteString("- " + escape(help) + "\n")
}

// site is where docs/site puts the documents.
const site = "https://beianlint.github.io/beianlint/"

// ruleURL is the address of a rule's page.
func ruleURL(id string, l message.Lang) string {
	end := ".html"
	if l == message.Chinese {
		end = ".zh-CN.html"
	}
	return site + "rules/" + id + end
}

// percent writes a path into an address, byte by byte: all but letters, digits and
// what cannot end an address in Markdown.
func percent(path string) string {
	var b strings.Builder
	for _, c := range []byte(path) {
		if 'a' <= c|0x20 && c|0x20 <= 'z' || '0' <= c && c <= '9' || strings.IndexByte("-._/", c) >= 0 {
			b.WriteByte(c)
		} else {
			fmt.Fprintf(&b, "%%%02X", c)
		}
	}
	return b.String()
}

// markup are the characters that Markdown or HTML give a meaning to, as
// entities, which every reader of Markdown shows as the character itself. A
// colon before slashes is among them, or a link would be made of the address of
// an unfiled domain. GitHub looks for @names, #numbers and mail addresses when the
// entities are resolved: there a space of no width keeps the sign from its name.
var markup = strings.NewReplacer(
	"&", "&amp;", "<", "&lt;", ">", "&gt;", "|", "&#124;", "`", "&#96;", "*", "&#42;", "_", "&#95;", "~", "&#126;",
	"[", "&#91;", "]", "&#93;", "#", "&#35;&#8203;", "@", "&#64;&#8203;", `\`, "&#92;", "!", "&#33;", "$", "&#36;",
	"://", "&#58;//", "www.", "www&#46;",
)

// escape makes one line of text fit for a cell of a Markdown table.
func escape(s string) string { return markup.Replace(truncate(Visible(s), maxCell)) }

// code is escape in a fixed-width font, where GitHub looks for no @names. Backticks
// would not do: nothing inside them can be escaped.
func code(s string) string {
	return "<code>" + strings.ReplaceAll(escape(s), "&#8203;", "") + "</code>"
}
