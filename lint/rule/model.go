package rule

import (
	"time"

	"github.com/beianlint/beianlint/lint/app"
	"github.com/beianlint/beianlint/lint/filedlist"
	"github.com/beianlint/beianlint/lint/filing"
	"github.com/beianlint/beianlint/lint/finding"
	"github.com/beianlint/beianlint/lint/message"
	"github.com/beianlint/beianlint/lint/source"
)

// Model is one mini program with what it is held against.
type Model struct {
	*app.App
	Filed *filedlist.List
	Now   time.Time
}

// Lists is a filed list with what the config wants of it.
type Lists struct {
	Filed  *filedlist.List
	Now    time.Time
	MaxAge int  // days after which an entry must be verified again; 0: never
	Unused bool // filings that nothing needs are of interest: to look at a million takes a second
}

// withVerdict returns the enforced hosts with a verdict.
func (m *Model) withVerdict(v app.Verdict) []*app.Host {
	return m.where(func(h *app.Host) bool { return h.Enforced && h.Verdict == v })
}

// where returns the hosts that have a property, by name.
func (m *Model) where(has func(*app.Host) bool) (hosts []*app.Host) {
	for _, h := range m.Hosts {
		if has(h) {
			hosts = append(hosts, h)
		}
	}
	return hosts
}

// about makes a finding about a host at all its places.
func about(h *app.Host, id message.ID, args ...any) *finding.Finding {
	return &finding.Finding{Host: h.Host, Message: id, Args: args, Places: places(h.Places)}
}

func places(list []*app.Place) (out []finding.Place) {
	for _, p := range list {
		out = append(out, p.Place)
	}
	return out
}

// listed adds the place where the list has a filing to the finding and returns it.
func listed(f *finding.Finding, at *filing.Filing) *finding.Finding {
	f.Related = append(f.Related, source.Related{Span: at.Span, Message: "related.listed"})
	return f
}

// grouped is listed for a finding of which there is one for each filing of the list.
func grouped(f *finding.Finding, at *filing.Filing) *finding.Finding {
	f.Group = at.Domain
	return listed(f, at)
}
