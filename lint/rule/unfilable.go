package rule

import (
	"github.com/beianlint/beianlint/lint/app"
	"github.com/beianlint/beianlint/lint/endpoint"
	"github.com/beianlint/beianlint/lint/finding"
	"github.com/beianlint/beianlint/lint/message"
)

var unfilableDomain = &Rule{
	ID:       "unfilable-domain",
	Severity: finding.Error,
	Title: message.Text{
		EN: "a contacted or declared domain can never be filed by those who use it",
		ZH: "访问或配置了使用者无法备案的域名",
	},
	Why: message.Text{
		EN: "only the owner of a domain can file it: nobody can file a name below someone else's domain (github.io, vercel.app) or a reserved name (.test, .local)",
		ZH: "只有域名所有者才能备案：他人域名下的子域名（github.io、vercel.app）和保留名称（.test、.local）都无法备案",
	},
	Before: `wx.request({ url: 'https://demo.vercel.app/api' })`,
	After:  `wx.request({ url: 'https://api.example.com/demo' }) // %s`,
	Remark: message.Text{EN: "a proxy on a filed domain of your own", ZH: "用您自己的已备案域名做代理"},
	Since:  "1.0.0",
	Leads:  true,
	Filing: []Filing{{Status: Unfilable, Who: "html.who-nobody"}},
	App:    checkUnfilable,
}

func checkUnfilable(m *Model) (found []*finding.Finding) {
	for _, h := range m.withVerdict(app.Unfilable) {
		f := about(h, "unfilable-domain.suffix", endpoint.Unicode(h.Host))
		switch h.Class {
		case endpoint.Reserved:
			f.Message = "unfilable-domain.reserved"
		case endpoint.TestHost:
			f.Message, f.Severity = "unfilable-domain.test-host", finding.Warning
		}
		found = append(found, f)
	}
	return found
}
