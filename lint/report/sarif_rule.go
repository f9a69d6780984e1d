package report

import (
	"strings"

	"github.com/beianlint/beianlint/lint/finding"
	"github.com/beianlint/beianlint/lint/message"
	"github.com/beianlint/beianlint/lint/rule"
)

// maxDescription is how long GitHub lets a description be, in characters.
const maxDescription = 1024

// rules describes the run's rules, and any other rule that has a finding; it
// returns the index of each.
func (b *sarifBuilder) rules(findings []*finding.Finding) (rules []sarifRule, index map[string]int) {
	rules, index = []sarifRule{}, map[string]int{}
	add := func(r *rule.Rule) {
		if _, done := index[r.ID]; !done {
			index[r.ID] = len(rules)
			rules = append(rules, sarifRuleOf(r, b.Lang))
		}
	}
	for _, r := range b.Rules {
		add(r)
	}
	for _, f := range findings {
		add(&rule.Rule{ID: f.Rule, Severity: f.Severity})
	}
	return rules, index
}

// semantic returns a version as Semantic Versioning wants it. A build without one
// is before all others.
func semantic(version string) string {
	version = strings.TrimPrefix(version, "v")
	if version == "" || version[0] < '0' || version[0] > '9' {
		return "0.0.0-devel"
	}
	return version
}

func sarifRuleOf(r *rule.Rule, l message.Lang) sarifRule {
	explain := message.ID("explain." + r.ID)
	title, why := sentence(r.Title.In(l), l), sentence(r.Why.In(l), l)
	help := join(title, why, sentence(l.Help(explain), l), sentence(l.Message(explain), l))
	grade := gradeOf(r.Severity)
	return sarifRule{
		ID: r.ID, ShortDescription: sarifText{truncate(title, maxDescription)}, FullDescription: sarifText{truncate(join(title, why), maxDescription)},
		Help: sarifHelp{help, RulePage(r, l)}, HelpURI: ruleURL(r.ID, l),
		Default:    sarifDefault{r.Severity != finding.Off, grade.sarif},
		Properties: sarifProperties{"high", grade.problem, []string{"icp-filing", "mini-program"}},
	}
}

// join puts sentences behind one another.
func join(sentences ...string) string {
	return strings.TrimSpace(strings.Join(sentences, " "))
}
