package lint

import (
	"strings"

	"github.com/beianlint/beianlint/lint/endpoint"
	"github.com/beianlint/beianlint/lint/filing"
	"github.com/beianlint/beianlint/lint/message"
	"github.com/beianlint/beianlint/lint/platform"
)

var unfiledDomain = &Rule{
	ID:       "unfiled-domain",
	Severity: Error,
	Title: message.Text{
		EN: "a domain is contacted or declared that no filing covers",
		ZH: "访问或配置了没有ICP备案的域名",
	},
	Why: message.Text{
		EN: "WeChat and Alipay accept only domains with an ICP filing, wherever the server stands; a filing covers the registrable domain and everything below it",
		ZH: "无论服务器在哪里，微信和支付宝都只接受已完成ICP备案的域名；备案以可注册域名（主域名）为单位，覆盖其下所有子域名",
	},
	Before: `wx.request({ url: 'https://api.example.net/v1' }) // the list has only example.com`,
	After:  `wx.request({ url: 'https://api.example.com/v1' })`,
	Since:  "0.1.0",
	Check:  checkUnfiled,
}

func checkUnfiled(p *Pass) {
	for _, h := range p.hosts() {
		p.report(p.unfiled(h), h.places...)
	}
}

// unfiled says who could file the host, as far as that is known.
func (p *Pass) unfiled(h *host) *Finding {
	if h.refused {
		return h.say("unfiled-domain.refused", p.program.main().Name)
	}
	if f, why := p.rejected(h.name); f != nil {
		return h.say("unfiled-domain.not-counted", why.Text()).listed(f)
	}
	if endpoint.IsPublicSuffix(h.name) {
		return h.say("unfiled-domain.public-suffix")
	}
	if shared := endpoint.SharedDomain(h.name); shared == h.name {
		return h.say("unfiled-domain.bare-shared")
	} else if shared != "" {
		return h.say("unfiled-domain.shared", shared)
	}
	if v := platform.VendorOf(h.name); v != nil {
		return h.say("unfiled-domain.vendor", v.Domain, v.Owner, numberOf(v))
	}
	if f := p.filed.below(endpoint.FilingDomain(h.name)); f != nil {
		return h.say("unfiled-domain.beside", endpoint.Unicode(f.Domain), f.Span.Position().Line).listed(f)
	}
	if near := p.filed.nearest(endpoint.FilingDomain(h.name)); near != nil {
		meant := strings.TrimSuffix(h.name, endpoint.FilingDomain(h.name)) + near.Domain
		return h.say("unfiled-domain.near", endpoint.Unicode(meant), near.Span.Position().Line).listed(near)
	}
	return h.say("unfiled-domain.missing")
}

// say makes a finding of a message about the host: its arguments begin with the
// host and the domain to file.
//
//go:noinline
func (h *host) say(id message.ID, args ...any) *Finding {
	return &Finding{Host: h.name, Message: id, Args: append([]any{endpoint.Unicode(h.name), endpoint.Unicode(endpoint.FilingDomain(h.name))}, args...)}
}

// numberOf returns a vendor's filing number, or what to put in its place.
func numberOf(v *platform.Vendor) message.Text {
	if v.Number != "" {
		return message.Text{EN: v.Number, ZH: v.Number}
	}
	return message.Text{EN: "<filing number>", ZH: "<备案号>"}
}

// rejected returns the record of the list that would cover the host if it counted.
func (p *Pass) rejected(host string) (*filing.Filing, filing.Reason) {
	if p.filed.list == nil {
		return nil, filing.NoReason
	}
	return p.filed.list.Rejected(host)
}
