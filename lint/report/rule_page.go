package report

import (
	"strings"

	"github.com/beianlint/beianlint/lint/message"
	"github.com/beianlint/beianlint/lint/rule"
)

// RulePage returns what there is to know about a rule as Markdown: for
// `beianlint explain` and docs/rules.
func RulePage(r *rule.Rule, l message.Lang) string {
	var b strings.Builder
	say := func(id message.ID, args ...any) string { return l.Message("report.page-"+id, args...) }
	section := func(title message.ID, paragraphs ...string) {
		b.WriteString("\n## " + say(title) + "\n\n" + strings.Join(paragraphs, "\n\n") + "\n")
	}
	explain := message.ID("explain." + r.ID)
	b.WriteString("# " + r.ID + "\n\n" + say("about", sentence(r.Title.In(l), l), string(r.Severity), r.Since) + "\n")
	section("why", sentence(r.Why.In(l), l), sentence(l.Help(explain), l))
	section("example", say("before"), example(r.Before, r, l), say("after"), example(r.After, r, l))
	section("fix", sentence(l.Message(explain), l))
	if guide := message.ID("guide." + r.ID); hasMessage(guide) {
		b.WriteString("\n" + l.Message(guide))
	}
	if r.Platforms {
		section("platforms", strings.TrimSuffix(Platforms(l), "\n"))
	}
	section("silence", silence(r, say)...)
	return b.String()
}

// silence says how to live with what a rule finds.
func silence(r *rule.Rule, say func(message.ID, ...any) string) []string {
	switch {
	case r.PolicyOnly:
		return []string{say("silence-policy", r.ID)}
	case r.OfList:
		return []string{say("silence-how", r.ID, "filed-domains.txt")}
	case r.ConfigOnly:
		return []string{say("silence-how", r.ID, "demo/**")}
	}
	return []string{say("silence-comment", r.ID), say("silence-how", r.ID, "demo/**")}
}

// sentence makes a sentence of a text of the catalogue, which has no full stop.
func sentence(s string, l message.Lang) string {
	if s == "" {
		return ""
	}
	stop := "."
	if l == message.Chinese {
		stop = "。"
	} else if s[0] >= 'a' && s[0] <= 'z' {
		s = strings.ToUpper(s[:1]) + s[1:]
	}
	if !strings.Contains(s, "`<") {
		s = elementsInCode(s)
	}
	return s + stop
}

// elementsInCode puts the names of elements, such as <image>, between backticks:
// Markdown would take them for HTML.
func elementsInCode(s string) string {
	before, rest, found := strings.Cut(s, "<")
	if !found {
		return s
	}
	name, after, closed := strings.Cut(rest, ">")
	if !closed || strings.Trim(name, "abcdefghijklmnopqrstuvwxyz-") != "" || name == "" {
		return before + "<" + elementsInCode(rest)
	}
	return before + "`<" + name + ">`" + elementsInCode(after)
}

// example shows code, with what people write in it in the reader's language.
func example(code string, r *rule.Rule, l message.Lang) string {
	return "```text\n" + strings.Replace(code, "%s", r.Remark.In(l), 1) + "\n```"
}

func hasMessage(id message.ID) bool {
	return message.Lookup(id) != nil
}
