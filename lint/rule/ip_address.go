package rule

import (
	"github.com/beianlint/beianlint/lint/app"
	"github.com/beianlint/beianlint/lint/finding"
	"github.com/beianlint/beianlint/lint/message"
)

var ipAddress = &Rule{
	ID:       "ip-address",
	Severity: finding.Error,
	Title: message.Text{
		EN: "a public IP address is contacted or declared",
		ZH: "访问或配置了公网 IP 地址",
	},
	Why: message.Text{
		EN: "the allowlists take domain names only, and an IP address by itself cannot be filed",
		ZH: "服务器域名只能填写域名，裸 IP 地址无法办理 ICP 备案",
	},
	Before: `wx.request({ url: 'https://203.0.113.7/v1' })`,
	After:  `wx.request({ url: 'https://api.example.com/v1' })`,
	Since:  "1.0.0",
	Leads:  true,
	Filing: []Filing{{Status: Unfilable, Who: "html.who-nobody"}},
	App:    checkIPAddress,
}

func checkIPAddress(m *Model) (found []*finding.Finding) {
	for _, h := range m.withVerdict(app.PublicIP) {
		found = append(found, about(h, "ip-address.public", h.Host))
	}
	return found
}
