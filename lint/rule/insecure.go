package rule

import (
	"github.com/beianlint/beianlint/lint/app"
	"github.com/beianlint/beianlint/lint/endpoint"
	"github.com/beianlint/beianlint/lint/finding"
	"github.com/beianlint/beianlint/lint/message"
	"github.com/beianlint/beianlint/lint/platform"
)

var insecureScheme = &Rule{
	ID:       "insecure-scheme",
	Severity: finding.Error,
	Title: message.Text{
		EN: "a network call or an entry of the allowlist uses http or ws",
		ZH: "网络请求或合法域名使用了 http 或 ws",
	},
	Why: message.Text{
		EN: "the platforms allow only https and wss outside the developer tools",
		ZH: "除开发者工具外，平台只允许 https 和 wss",
	},
	Before:    `wx.request({ url: 'http://api.example.com/v1' })`,
	After:     `wx.request({ url: 'https://api.example.com/v1' })`,
	Since:     "1.0.0",
	Leads:     true,
	PerFiling: true,
	App:       checkInsecure,
}

func checkInsecure(m *Model) (found []*finding.Finding) {
	for _, h := range m.where(func(h *app.Host) bool { return h.Class != endpoint.LocalAddress }) {
		f := &finding.Finding{Host: h.Host}
		for _, p := range h.Places {
			if want := secureScheme(m.PlatformOf(p), p); want != "" {
				f.Places = append(f.Places, p.Saying("insecure-scheme.scheme", p.Endpoint.String(), want))
			}
		}
		found = append(found, f)
	}
	return found
}

// secureScheme returns the scheme that the place should have, or "" when its own
// is fine. A base URL that no call was seen to use may never be called.
func secureScheme(on *platform.Platform, p *app.Place) string {
	want := endpoint.Secured(p.Endpoint.Scheme)
	if want == "" || p.Category == platform.Unknown || on.Degree != platform.Judged {
		return ""
	}
	box := on.Box(p.Category)
	switch {
	case box != nil && len(box.Schemes) == 0:
		return "" // no scheme is right there, which is another rule's to say
	case box != nil:
		return box.Schemes[0]
	case p.Category == platform.Socket:
		return "wss"
	}
	return want
}
