package lint

import (
	"github.com/beianlint/beianlint/lint/filing"
	"github.com/beianlint/beianlint/lint/message"
)

var pendingFiling = &Rule{
	ID:       "pending-filing",
	Severity: Error,
	Title: message.Text{
		EN: "a domain is covered only by a filing that is pending or has ended",
		ZH: "域名的备案仍在办理中，或者已经失效",
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
	for h := range p.hosts() {
		f := p.pending(h).with(listedAt(h.filing))
		f.Host = h.name
		p.report(f, h.places...)
	}
}

func (p *Pass) pending(h *host) Finding {
	name, domain := shown(h.name), shown(h.filing.Domain)
	switch grace := h.filing.Grace; {
	case h.status == filing.Expired:
		return Finding{Message: "pending-filing.ended", Args: []any{name, domain, h.filing.Until.String()}}
	case h.filing.GraceAt(p.now):
		return Finding{Message: "pending-filing.grace", Args: []any{name, domain, grace.String()}, Severity: Warning}
	case !grace.IsZero():
		return Finding{Message: "pending-filing.overdue", Args: []any{name, domain, grace.String()}}
	}
	return Finding{Message: "pending-filing.pending", Args: []any{name, domain}}
}
