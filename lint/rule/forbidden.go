package rule

import (
	"github.com/beianlint/beianlint/lint/app"
	"github.com/beianlint/beianlint/lint/endpoint"
	"github.com/beianlint/beianlint/lint/finding"
	"github.com/beianlint/beianlint/lint/message"
)

var forbiddenDomain = &Rule{
	ID:       "forbidden-domain",
	Severity: finding.Error,
	Title: message.Text{
		EN: "a domain that the platform never allows is contacted or declared",
		ZH: "访问或配置了平台禁止的域名",
	},
	Why: message.Text{
		EN: "the platform's own server API must be called from your server: the app secret must never reach a client",
		ZH: "平台的服务端接口只能由您的服务器调用：密钥（AppSecret）不能下发到客户端",
	},
	Before: `wx.request({ url: 'https://api.weixin.qq.com/sns/jscode2session' })`,
	After:  `wx.request({ url: 'https://api.example.com/login' }) // %s`,
	Remark: message.Text{EN: "your server calls api.weixin.qq.com", ZH: "由服务器调用 api.weixin.qq.com"},
	Since:  "1.0.0",
	Leads:  true,
	App:    checkForbidden,
}

func checkForbidden(m *Model) (found []*finding.Finding) {
	for _, h := range m.withVerdict(app.Forbidden) {
		found = append(found, about(h, "forbidden-domain.host", endpoint.Unicode(h.Host), m.Forbidden(h).Reason))
	}
	return found
}
