package lint

import (
	"github.com/beianlint/beianlint/lint/endpoint"
	"github.com/beianlint/beianlint/lint/filing"
	"github.com/beianlint/beianlint/lint/message"
)

var revokedFiling = &Rule{
	ID:       "revoked-filing",
	Severity: Error,
	Title: message.Text{
		EN: "a domain is covered only by a filing that was revoked",
		ZH: "域名的备案已被注销",
	},
	Why: message.Text{
		EN: "a filing can be cancelled (empty shell, false data, expired domain); the platforms check again and take the domain off",
		ZH: "备案可能被注销（空壳、信息不实、域名过期）；平台会复查并停用该域名",
	},
	Before: "example.com  京ICP备12345678号-1 revoked",
	After:  "example.com  京ICP备12345678号-1",
	Since:  "0.1.0",
	Check:  checkRevoked,
}

func checkRevoked(p *Pass) {
	for _, h := range p.hosts() {
		f := h.found("revoked-filing.revoked", endpoint.Unicode(h.name), endpoint.Unicode(h.revoked.Domain), h.revoked.Number)
		p.report(f.listed(h.revoked), h.places...)
	}
}

// findRevoked looks for a revoked filing where no good one covers the host.
func (h *host) findRevoked(list *filing.List) bool {
	if list == nil || h.filing != nil {
		return false
	}
	var reason filing.Reason
	h.revoked, reason = list.Rejected(h.name)
	return reason == filing.Revoked
}
