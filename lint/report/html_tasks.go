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
func (h *htmlBuilder) divide() {
	byDomain := map[string]*task{}
	for rank, severity := range finding.Severities() {
		for _, f := range h.r.Findings {
			if f.Severity == severity {
				h.assign(f, byDomain, rank*len(statuses))
			}
		}
	}
	slices.SortFunc(h.tasks, func(a, b *task) int {
		return cmp.Or(a.order-b.order, strings.Compare(a.domain, b.domain))
	})
}

func (h *htmlBuilder) assign(f *finding.Finding, byDomain map[string]*task, order int) {
	v, severity := h.verdictOf(f.Project, f.Host), h.severityText(f.Severity)
	if v.severity == "" {
		v.severity = severity
	}
	standing := rule.FilingOf(f)
	switch {
	case standing != nil:
	case rule.Lookup(f.Message.Rule()).Unknown:
		h.unknown = append(h.unknown, f)
		return
	default:
		h.others = append(h.others, f)
		return
	}
	domain := endpoint.FilingDomain(f.Host)
	t := byDomain[domain]
	if t == nil {
		t = &task{order: order - rankOf(string(standing.Status)), domain: domain, filing: standing, severity: severity}
		byDomain[domain] = t
		h.tasks = append(h.tasks, t)
	}
	t.findings = append(t.findings, f)
	if v.status == "" {
		v.status = string(standing.Status)
		t.hosts = append(t.hosts, v.hosts...)
	}
}

func (h *htmlBuilder) severityText(s finding.Severity) string { return h.lang.Message(severityID(s)) }
