package rule

import (
	"strings"

	"github.com/beianlint/beianlint/lint/app"
	"github.com/beianlint/beianlint/lint/endpoint"
	"github.com/beianlint/beianlint/lint/finding"
	"github.com/beianlint/beianlint/lint/message"
	"github.com/beianlint/beianlint/lint/platform"
)

// UnfiledDomain is the rule that beianlint is there for. Its page says how a
// domain is filed.
var UnfiledDomain = &Rule{
	ID:       "unfiled-domain",
	Severity: finding.Error,
	Title: message.Text{
		EN: "a contacted or declared domain has no ICP filing",
		ZH: "访问或配置了没有 ICP 备案的域名",
	},
	Why: message.Text{
		EN: platform.Demanding().EN + " accept only domains with an ICP filing, wherever the server stands; a filing covers the registrable domain and everything below it",
		ZH: "无论服务器在哪里，" + platform.Demanding().ZH + " 都只接受已完成 ICP 备案的域名；备案以可注册域名（主域名）为单位，覆盖其下所有子域名",
	},
	Before:    `wx.request({ url: 'https://api.example.net/v1' }) // %s`,
	After:     `wx.request({ url: 'https://api.example.com/v1' })`,
	Remark:    message.Text{EN: "the filed list has only example.com", ZH: "备案清单中只有 example.com"},
	Since:     "1.0.0",
	Leads:     true,
	Guide:     true,
	Platforms: true,
	Filing: []Filing{
		{Status: Unfiled, Who: "html.who-owner"},
		{Variant: "unfiled-domain.vendor", Status: Unfiled, Who: "html.who-vendor"},
		{Variant: "unfiled-domain.shared", Status: Unfiled, Who: "html.who-vendor"},
		{Variant: "unfiled-domain.bare-shared", Status: Unfiled, Who: "html.who-nobody"},
		{Variant: "unfiled-domain.public-suffix", Status: Unfiled, Who: "html.who-nobody"},
	},
	PerFiling: true,
	App:       checkUnfiled,
}

func checkUnfiled(m *Model) (found []*finding.Finding) {
	for _, h := range m.withVerdict(app.Unfiled) {
		found = append(found, unfiled(m, h))
	}
	return found
}

// unfiled says who could file the host, as far as that is known.
func unfiled(m *Model, h *app.Host) *finding.Finding {
	domain := endpoint.FilingDomain(h.Host)
	say := func(id message.ID, args ...any) *finding.Finding {
		return about(h, id, append([]any{endpoint.Unicode(h.Host), endpoint.Unicode(domain)}, args...)...)
	}
	if h.Refused {
		return say("unfiled-domain.refused", m.Main().Name)
	}
	if f, why := m.Filed.Rejected(h.Host); f != nil {
		return listed(say("unfiled-domain.not-counted", why.TextOf(f)), f)
	}
	if endpoint.IsPublicSuffix(h.Host) {
		return say("unfiled-domain.public-suffix")
	}
	if shared := endpoint.SharedDomain(h.Host); shared == h.Host {
		return say("unfiled-domain.bare-shared")
	} else if shared != "" {
		return say("unfiled-domain.shared", shared)
	}
	if v := platform.VendorOf(h.Host); v != nil {
		return say("unfiled-domain.vendor", v.Domain, v.Owner, numberOf(v))
	}
	if f := m.Filed.Below(domain); f != nil {
		return listed(say("unfiled-domain.beside", endpoint.Unicode(f.Domain), f.Span.Position().Line), f)
	}
	if near := m.Filed.Near(domain); near != nil {
		meant := strings.TrimSuffix(h.Host, domain) + near.Domain
		return listed(say("unfiled-domain.near", endpoint.Unicode(meant), near.Span.Position().Line), near)
	}
	return say("unfiled-domain.missing")
}

// numberOf returns a vendor's filing number, or what to put in its place.
func numberOf(v *platform.Vendor) message.Text {
	if v.Number != "" {
		return message.Text{EN: v.Number, ZH: v.Number}
	}
	return message.Text{EN: "<filing number>", ZH: "<备案号>"}
}
