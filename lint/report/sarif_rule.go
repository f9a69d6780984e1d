package report

import (
	"strconv"
	"strings"

	"github.com/beianlint/beianlint/lint"
	"github.com/beianlint/beianlint/lint/message"
)

// maxDescription is how long GitHub lets a description be, in characters.
const maxDescription = 1024

// sarifTool describes beianlint and the run's rules, and any other rule that
// has a finding; it returns the index of each.
func (o *Options) sarifTool(b *filler, findings []*lint.Finding) map[string]int {
	version := semantic(o.Version)
	b.fill(`"tool":{"driver":{"name":"beianlint","version":$,"semanticVersion":$,"informationUri":$,"rules":[`, version, version, homepage)
	index := map[string]int{}
	for _, r := range o.Rules {
		o.sarifRule(b, r, index)
	}
	for _, f := range findings {
		o.sarifRule(b, f.Rule, index)
	}
	b.fill("\n]}}")
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
func (o *Options) sarifRule(b *filler, r *lint.Rule, index map[string]int) {
	if _, done := index[r.ID]; done {
		return
	}
	l, explain := o.Lang, message.ID("explain."+r.ID)
	title, why := sentence(r.Title.In(l), l), sentence(r.Why.In(l), l)
	help := join(title, why, sentence(l.Help(explain), l), sentence(l.Message(explain), l))
	grade := gradeOf(r.Severity)
	b.fill("#\n"+`{"id":$,"shortDescription":{"text":$},"fullDescription":{"text":$},"help":{"text":$,"markdown":$},"helpUri":$,`+
		`"defaultConfiguration":{"enabled":#,"level":$},"properties":{"precision":"high","problem.severity":$,"tags":["icp-filing","mini-program"]}}`,
		comma(len(index)), r.ID, cut(title, maxDescription), cut(join(title, why), maxDescription), help, RulePage(r, l), ruleURL(r.ID, l),
		strconv.FormatBool(r.Severity != lint.Off), grade.sarif, grade.problem)
	index[r.ID] = len(index)
}

// join puts sentences behind one another.
func join(sentences ...string) string {
	return strings.TrimSpace(strings.Join(sentences, " "))
}
