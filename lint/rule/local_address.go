package rule

import (
	"github.com/beianlint/beianlint/lint/app"
	"github.com/beianlint/beianlint/lint/finding"
	"github.com/beianlint/beianlint/lint/message"
)

var localAddress = &Rule{
	ID:       "local-address",
	Severity: finding.Warning,
	Title: message.Text{
		EN: "an address of the developer's machine or network is left in the code",
		ZH: "代码中留有本机或内网地址",
	},
	Why: message.Text{
		EN: "localhost and private addresses work in the developer tools and nowhere else",
		ZH: "本机和内网地址只在开发者工具中可用，线上用户无法访问",
	},
	Before: `const base = 'http://192.168.1.10:8080'`,
	After:  `const base = 'https://api.example.com'`,
	Since:  "1.0.0",
	Leads:  true,
	App:    checkLocalAddress,
}

func checkLocalAddress(m *Model) (found []*finding.Finding) {
	for _, h := range m.withVerdict(app.Local) {
		found = append(found, about(h, "local-address.local", h.Host))
	}
	return found
}
