package report

import (
	"sort"

	"github.com/beianlint/beianlint/lint"
	"github.com/beianlint/beianlint/lint/endpoint"
	"github.com/beianlint/beianlint/lint/message"
)

// duty is what somebody has to see to: how the host stands, and who can do
// something about it.
type duty struct {
	id     message.ID // of the finding, or of its rule
	status string
	who    message.ID
}

// duties are the findings about filings; the last row that fits counts.
var duties = []duty{
	{"unfiled-domain", "unfiled", "html.who-owner"},
	{"unfiled-domain.vendor", "unfiled", "html.who-vendor"},
	{"unfiled-domain.shared", "unfiled", "html.who-vendor"},
	{"unfiled-domain.bare-shared", "unfiled", "html.who-nobody"},
	{"unfiled-domain.public-suffix", "unfiled", "html.who-nobody"},
	{"pending-filing", "pending", "html.who-entity"},
	{"pending-filing.ended", "expired", "html.who-entity"},
	{"pending-filing.ending", "ending", "html.who-entity"},
	{"revoked-filing", "revoked", "html.who-owner"},
	{"unfilable-domain", "unfilable", "html.who-nobody"},
	{"ip-address", "unfilable", "html.who-nobody"},
}

// dutyOf returns what a finding asks for, nil when it is not about a filing.
//
//go:noinline
func dutyOf(f *lint.Finding) (found *duty) {
	for i := range duties {
		if id := string(duties[i].id); f.Host != "" && (id == string(f.Message) || id == f.Message.Rule()) {
			found = &duties[i]
		}
	}
	return found
}

// errand is one domain with all that is wrong about its filing.
type errand struct {
	order    int // what is gravest comes first
	domain   string
	duty     *duty // of the gravest finding
	severity string
	findings []*lint.Finding
	spots    []*spot
}

// divide puts every finding where its reader looks for it, the gravest first.
func (h *htmlReport) divide() {
	errands := map[string]*errand{}
	for rank, severity := range lint.Severities() {
		for _, f := range h.r.Findings {
			if f.Severity == severity {
				h.assign(f, errands, rank*len(statuses))
			}
		}
	}
	todo := h.todo
	sort.Slice(todo, func(i, j int) bool {
		if todo[i].order != todo[j].order {
			return todo[i].order < todo[j].order
		}
		return todo[i].domain < todo[j].domain
	})
}

func (h *htmlReport) assign(f *lint.Finding, errands map[string]*errand, order int) {
	k, severity := h.of(f.Project, f.Host), h.severity(f)
	if k.severity == "" {
		k.severity = severity
	}
	d := dutyOf(f)
	if d == nil && f.Message.Rule() == "dynamic-host" {
		h.unknown = append(h.unknown, f)
		return
	} else if d == nil {
		h.others = append(h.others, f)
		return
	}
	domain := domainToFile(f.Host)
	e := errands[domain]
	if e == nil {
		e = &errand{order: order - rankOf(d.status), domain: domain, duty: d, severity: severity}
		errands[domain] = e
		h.todo = append(h.todo, e)
	}
	e.findings = append(e.findings, f)
	if k.status == "" {
		k.status = d.status
		e.spots = append(e.spots, k.spots...)
	}
}

// domainToFile is what a filing is made for, or the host itself where the
// filing is its provider's.
func domainToFile(host string) string {
	if endpoint.SharedDomain(host) != "" {
		return host
	}
	return endpoint.FilingDomain(host)
}

//go:noinline
func (h *htmlReport) severity(f *lint.Finding) string { return h.lang.Message(severityID(f.Severity)) }
