package lint

import "github.com/beianlint/beianlint/lint/message"

var ipAddress = &Rule{
	ID:       "ip-address",
	Severity: Error,
	Title: message.Text{
		EN: "a public IP address is contacted or declared",
		ZH: "访问或配置了公网IP地址",
	},
	Why: message.Text{
		EN: "the allowlists take domain names only, and an IP address by itself cannot be filed",
		ZH: "服务器域名只能填写域名，裸IP地址无法办理ICP备案",
	},
	Before: `wx.request({ url: 'https://203.0.113.7/v1' })`,
	After:  `wx.request({ url: 'https://api.example.com/v1' })`,
	Since:  "0.1.0",
	Check:  checkIPAddress,
}

func checkIPAddress(p *Pass) {
	for _, h := range p.hosts() {
		p.report(h.found("ip-address.public", h.name), h.places...)
	}
}

var localAddress = &Rule{
	ID:       "local-address",
	Severity: Warning,
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
	Since:  "0.1.0",
	Check:  checkLocalAddress,
}

func checkLocalAddress(p *Pass) {
	for _, h := range p.hosts() {
		p.report(h.found("local-address.local", h.name), h.places...)
	}
}
