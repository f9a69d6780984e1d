package report_test

import (
	"fmt"
	"regexp"
	"strings"
	"testing"

	"github.com/beianlint/beianlint/lint"
	"github.com/beianlint/beianlint/lint/app"
	"github.com/beianlint/beianlint/lint/finding"
	"github.com/beianlint/beianlint/lint/message"
	"github.com/beianlint/beianlint/lint/miniprogram"
	"github.com/beianlint/beianlint/lint/report"
	"github.com/beianlint/beianlint/lint/source"
)

// summaryOf is the step summary of a report, with links.
func summaryOf(r *lint.Result, lang message.Lang) string {
	o := &report.Options{Lang: lang, Paths: report.Paths{Base: "work"}, FailOn: "error", Blob: "https://github.com/o/r/blob/0/"}
	var b strings.Builder
	if err := report.Markdown(&b, r, o); err != nil {
		panic(err) // a Builder takes everything
	}
	return b.String()
}

// The markup of a step summary: an entity, and what is ours.
var (
	entity = regexp.MustCompile(`&([a-z]+|#[0-9]+);`)
	ours   = regexp.MustCompile(`</?code>|<br>|\]\(https://(github\.com|beianlint\.github\.io)/[-a-zA-Z0-9/._%]+(#L[0-9]+)?\)|^\| | \| | \|$|^- |^#+ |^\|[-|]+\|$`)
)

func TestMarkdownCannotBeMarkup(t *testing.T) {
	more := []string{
		"@octocat", "a@example.com", "#1 o/r#2", "![x](https://example.com/x.png)", "<!-- x -->", "</code></td><h1>x", "~~x~~ __x__ **x**",
		"https://example.com www.example.com", "$x$", "a\\|b", "[x]: https://example.com", "&lt;img&gt;", "x](https://example.com)[y", "a)b(c",
	}
	for _, attack := range append(more, attacks...) {
		md := summaryOf(attacked(attack), message.English)
		if n := strings.Count(md, "\n"); n != strings.Count(summaryOf(attacked("x"), message.English), "\n") {
			t.Errorf("%q: has lines of its own:\n%s", attack, md)
		}
		for line := range strings.Lines(md) {
			line = strings.TrimSuffix(line, "\n")
			rest := strings.ReplaceAll(ours.ReplaceAllString(entity.ReplaceAllString(line, ""), ""), "[", "")
			if strings.ContainsAny(rest, "<>&`*_~]\\!#@$|\x1b\r") || strings.Contains(rest, "://") || strings.Contains(rest, "www.") {
				t.Errorf("%q: markup in %q", attack, line)
			}
			if n, links := strings.Count(line, "["), strings.Count(line, "](https://github.com/")+strings.Count(line, "](https://beianlint.github.io/beianlint/"); n != links {
				t.Errorf("%q: %d brackets, %d links in %q", attack, n, links, line)
			}
			if attack == "&lt;img&gt;" && strings.Contains(line, attack) {
				t.Errorf("%q: is shown as a tag in %q", attack, line)
			}
			if cells := strings.Count(line, "|"); cells != 0 && cells != 5 {
				t.Errorf("%q: %d bars in %q", attack, cells, line)
			}
		}
	}
}

// TestMarkdownBreaksNames: GitHub makes links of @names and #numbers after it
// has resolved entities, so that an entity alone does not stop it.
func TestMarkdownBreaksNames(t *testing.T) {
	r := &lint.Result{Findings: []*finding.Finding{{Rule: unfiled.ID, Severity: finding.Error, Message: "see @octocat and #12"}}}
	if md := summaryOf(r, message.English); !strings.Contains(md, "&#64;&#8203;octocat and &#35;&#8203;12") {
		t.Error(md)
	}
}

func TestMarkdownLinks(t *testing.T) {
	r := attacked("x")
	f := source.NewFile("work/页面/a b(1)#?.js", []byte("a\nb\n"))
	r.Findings[0].Span = source.Span{File: f, Start: 2, End: 3}
	r.Findings[0].Related = []source.Related{{Span: source.Span{File: source.NewFile("elsewhere/a.js", []byte("c"))}}}
	md := summaryOf(r, message.English)
	const want = "](https://github.com/o/r/blob/0/%E9%A1%B5%E9%9D%A2/a%20b%281%29%23%3F.js#L2)<br><code>../elsewhere/a.js:1</code> |"
	if !strings.Contains(md, want) {
		t.Errorf("no %q in\n%s", want, md)
	}
}

func TestMarkdownIsBounded(t *testing.T) {
	r := &lint.Result{}
	for i := range 20_000 {
		f := attacked(strings.Repeat("长", 40)).Findings[0]
		f.Host = fmt.Sprint(i)
		f.Message = message.ID(fmt.Sprint(strings.Repeat("<", 10*(i%1000)), i))
		r.Findings = append(r.Findings, f)
	}
	md := summaryOf(r, message.English)
	if len(md) > 1<<20 || len(md) < 600<<10 {
		t.Errorf("%d bytes, GitHub takes 1 MiB", len(md))
	}
	if !strings.Contains(md, "more findings") {
		t.Error("does not say that findings were left out")
	}
	if n := len(summaryOf(many(20_000, 0), message.English)); n > 1<<20 || n < 800<<10 {
		t.Errorf("%d bytes with what to do next, GitHub takes 1 MiB", n)
	}
}

// TestMarkdownGroups: a domain has one row, with the gravest first and each
// place once.
func TestMarkdownGroups(t *testing.T) {
	at := func(name string) source.Span { return source.Span{File: source.NewFile(name, []byte("x"))} }
	r := &lint.Result{Findings: []*finding.Finding{
		{Rule: stale.ID, Severity: finding.Warning, Message: "of-the-list", Span: at("work/list.txt")},
		{Rule: stale.ID, Severity: finding.Warning, Message: "of-b", Host: "b", Span: at("work/1.js")},
		{Rule: unfiled.ID, Severity: finding.Error, Message: "of-a", Host: "a", Span: at("work/2.js")},
		{Rule: insecure.ID, Severity: finding.Error, Message: "of-b-too", Host: "b", Span: at("work/1.js")},
		{Rule: insecure.ID, Severity: finding.Error, Message: "of-b-too", Host: "b", Span: at("work/3.js")},
	}, Projects: []*app.App{{Project: &miniprogram.Project{}, Hosts: []*app.Host{{Host: "a", Filing: app.Filing{Status: "unfiled"}}}}}}
	var rows []string
	for line := range strings.Lines(summaryOf(r, message.English)) {
		if strings.HasPrefix(line, "| ") {
			rows = append(rows, line)
		}
	}
	if len(rows) != 4 {
		t.Fatalf("%d rows, want a head and 3:\n%s", len(rows), strings.Join(rows, ""))
	}
	for i, want := range []string{"", "| <code>b</code> |  | warning: of-b [", "| <code>a</code> | not filed | error: of-a [", "|  |  | warning: of-the-list ["} {
		if !strings.HasPrefix(rows[i], want) {
			t.Errorf("row %d: %q, want %q", i, rows[i], want)
		}
	}
	if strings.Count(rows[1], "of-b-too") != 1 || strings.Count(rows[1], "1.js:1<") != 1 || !strings.Contains(rows[1], "3.js:1<") {
		t.Errorf("not each thing once: %s", rows[1])
	}
}
