package report

import (
	"cmp"
	"slices"
	"strings"

	"github.com/beianlint/beianlint/lint/endpoint"
	"github.com/beianlint/beianlint/lint/finding"
	"github.com/beianlint/beianlint/lint/rule"
)

// task is one domain with all that is wrong about its filing.
type task struct {
	order    int // what is most severe comes first
	domain   string
	filing   *rule.Filing // of the most severe finding
	severity string
	findings []*finding.Finding
	hosts    []*indexedHost
}

// divide puts every finding where its reader looks for it, the most severe first.
func (x *htmlIndex) divide() {
	byDomain := map[string]*task{}
	for rank, severity := range finding.Severities() {
		for _, f := range x.r.Findings {
			if f.Severity == severity {
				x.assign(f, byDomain, rank*len(statuses))
			}
		}
	}
	slices.SortFunc(x.tasks, func(a, b *task) int {
		return cmp.Or(a.order-b.order, strings.Compare(a.domain, b.domain))
	})
}

func (x *htmlIndex) assign(f *finding.Finding, byDomain map[string]*task, order int) {
	v, severity := x.verdictOf(f.Project, f.Host), x.severityText(f.Severity)
	if v.severity == "" {
		v.severity = severity
	}
	lacking := rule.FilingOf(f)
	switch {
	case lacking != nil:
	case rule.Lookup(f.Message.Rule()).Unknown:
		x.unknown = append(x.unknown, f)
		return
	default:
		x.others = append(x.others, f)
		return
	}
	domain := endpoint.FilingDomain(f.Host)
	t := byDomain[domain]
	if t == nil {
		t = &task{order: order - rankOf(string(lacking.Status)), domain: domain, filing: lacking, severity: severity}
		byDomain[domain] = t
		x.tasks = append(x.tasks, t)
	}
	t.findings = append(t.findings, f)
	if v.status == "" {
		v.status = string(lacking.Status)
		t.hosts = append(t.hosts, v.hosts...)
	}
}
