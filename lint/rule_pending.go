package lint

import (
	"fmt"

	"github.com/beianlint/beianlint/lint/endpoint"
	"github.com/beianlint/beianlint/lint/filing"
	"github.com/beianlint/beianlint/lint/message"
)

var pendingFiling = &Rule{
	ID:       "pending-filing",
	Severity: Error,
	Title: message.Text{
		EN: "a domain is covered only by a filing that is pending, ends within 30 days or has ended",
		ZH: "域名的备案仍在办理中、30天内到期，或者已经失效",
	},
	Why: message.Text{
		EN: "a platform takes a domain only once its filing is complete; a review usually takes days to weeks",
		ZH: "备案审核通过之后平台才接受该域名；审核通常需要几天到几周",
	},
	Before: `example.com  pending`,
	After:  `example.com  京ICP备12345678号-1`,
	Since:  "0.1.0",
	Check:  checkPending,
}

func checkPending(p *Pass) {
	for _, h := range p.hosts() {
		p.report(p.pending(h).listed(h.filing), h.places...)
	}
	for _, h := range p.where(func(h *host) bool { return h.enforced && h.filing != nil && h.verdict == "" }) {
		days, soon := h.filing.EndsSoon(p.now)
		if !soon {
			continue
		}
		f := h.found("pending-filing.ending", endpoint.Unicode(h.name), endpoint.Unicode(h.filing.Domain), h.filing.Until.String())
		f.Severity, f.Args = Warning, append(f.Args, days)
		p.report(f.listed(h.filing), h.places...)
	}
}

// since says how long a filing has been pending, where the list says so.
func (p *Pass) since(f *filing.Filing) message.Text {
	days := f.Since.Days(filing.DateOf(p.now))
	if f.Since.IsZero() || days < 0 {
		return message.Text{}
	}
	return message.Text{
		EN: fmt.Sprintf(" since %s (days: %d)", f.Since, days),
		ZH: fmt.Sprintf("（自 %s 起已 %d 天）", f.Since, days),
	}
}

func (p *Pass) pending(h *host) *Finding {
	f := h.found("pending-filing.pending", endpoint.Unicode(h.name), endpoint.Unicode(h.filing.Domain))
	switch grace := h.filing.Grace; {
	case h.status == filing.Expired:
		f.Message, f.Args = "pending-filing.ended", append(f.Args, h.filing.Until.String())
		return f
	case h.filing.GraceAt(p.now):
		f.Message, f.Severity, f.Args = "pending-filing.grace", Warning, append(f.Args, grace.String())
	case !grace.IsZero():
		f.Message, f.Args = "pending-filing.overdue", append(f.Args, grace.String())
	}
	f.Args = append(f.Args, p.since(h.filing))
	return f
}
