package rule

import (
	"github.com/beianlint/beianlint/lint/app"
	"github.com/beianlint/beianlint/lint/endpoint"
	"github.com/beianlint/beianlint/lint/finding"
	"github.com/beianlint/beianlint/lint/message"
)

var revokedFiling = &Rule{
	ID:       "revoked-filing",
	Severity: finding.Error,
	Title: message.Text{
		EN: "a domain's only filing was revoked",
		ZH: "域名的备案已被注销",
	},
	Why: message.Text{
		EN: "a filing can be cancelled (empty shell, false data, expired domain); the platforms check again and remove the domain",
		ZH: "备案可能被注销（空壳、信息不实、域名过期）；平台会复查并停用该域名",
	},
	Before:    "example.com  京ICP备12345678号-1 revoked",
	After:     "example.com  京ICP备12345678号-1",
	Since:     "1.0.0",
	Leads:     true,
	Filing:    []Filing{{Status: Revoked, Who: "html.who-owner"}},
	PerFiling: true,
	App:       checkRevoked,
}

func checkRevoked(m *Model) (found []*finding.Finding) {
	for _, h := range m.withVerdict(app.Revoked) {
		f := about(h, "revoked-filing.revoked", endpoint.Unicode(h.Host), endpoint.Unicode(h.Revoked.Domain), h.Revoked.Number)
		found = append(found, grouped(f, h.Revoked))
	}
	return found
}
