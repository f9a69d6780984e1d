package report

import (
	"strings"

	"github.com/beianlint/beianlint/lint"
	"github.com/beianlint/beianlint/lint/message"
)

// maxDescription is how long GitHub lets a description be, in characters.
const maxDescription = 1024

// sarifTool describes beianlint and the run's rules, and any other rule that
// has a finding; it returns the index of each.
func (o *Options) sarifTool(j *jsonWriter, findings []*lint.Finding) map[string]int {
	j.begin("tool", '{')
	j.begin("driver", '{')
	j.text("name", "beianlint")
	version := semantic(o.Version)
	j.text("version", version)
	j.text("semanticVersion", version)
	j.text("informationUri", homepage)
	j.begin("rules", '[')
	index := map[string]int{}
	for _, r := range o.Rules {
		o.sarifRule(j, r, index)
	}
	for _, f := range findings {
		o.sarifRule(j, f.Rule, index)
	}
	j.end(3)
	return index
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

// sarifRule describes a rule, unless that is done; the properties are GitHub's
// own, which order and filter its alerts.
func (o *Options) sarifRule(j *jsonWriter, r *lint.Rule, index map[string]int) {
	if _, done := index[r.ID]; done {
		return
	}
	index[r.ID] = len(index)
	j.begin("", '{')
	j.text("id", r.ID)
	o.sarifHelp(j, r)
	j.text("helpUri", ruleURL(r.ID, o.Lang))
	j.begin("defaultConfiguration", '{')
	j.flag("enabled", r.Severity != lint.Off)
	j.text("level", gradeOf(r.Severity).sarif)
	j.end(1)
	j.begin("properties", '{')
	j.text("precision", "high")
	j.text("problem.severity", gradeOf(r.Severity).problem)
	j.begin("tags", '[')
	j.text("", "icp-filing")
	j.text("", "mini-program")
	j.end(3)
}

// sarifHelp writes what the rule is about, and what to do.
func (o *Options) sarifHelp(j *jsonWriter, r *lint.Rule) {
	l, explain := o.Lang, message.ID("explain."+r.ID)
	title, why := sentence(r.Title.In(l), l), sentence(r.Why.In(l), l)
	j.sarifText("shortDescription", cut(title, maxDescription))
	j.sarifText("fullDescription", cut(join(title, why), maxDescription))
	j.begin("help", '{')
	j.text("text", join(title, why, sentence(l.Help(explain), l), sentence(l.Message(explain), l)))
	j.text("markdown", RulePage(r, l))
	j.end(1)
}

// join puts sentences behind one another.
func join(sentences ...string) string {
	return strings.TrimSpace(strings.Join(sentences, " "))
}
