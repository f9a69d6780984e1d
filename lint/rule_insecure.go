package lint

import (
	"github.com/beianlint/beianlint/lint/endpoint"
	"github.com/beianlint/beianlint/lint/message"
	"github.com/beianlint/beianlint/lint/platform"
)

var insecureScheme = &Rule{
	ID:       "insecure-scheme",
	Severity: Error,
	Title: message.Text{
		EN: "http or ws reaches a network API or stands in an allowlist",
		ZH: "网络请求或域名配置使用了http或ws",
	},
	Why: message.Text{
		EN: "the platforms allow only https and wss outside the developer tools",
		ZH: "除开发者工具外，平台只允许https和wss",
	},
	Before: `wx.request({ url: 'http://api.example.com/v1' })`,
	After:  `wx.request({ url: 'https://api.example.com/v1' })`,
	Since:  "0.1.0",
	Check:  checkInsecure,
}

// secured returns the scheme that a platform takes in place of an insecure one,
// "" for any other.
func secured(scheme string) string {
	switch scheme {
	case "http":
		return "https"
	case "ws":
		return "wss"
	}
	return ""
}

func checkInsecure(p *Pass) {
	for _, h := range p.where(func(h *host) bool { return h.class != endpoint.LocalAddress }) {
		var places []*place
		for _, pl := range h.places {
			if want := p.secure(pl); want != "" {
				places = append(places, pl.saying("insecure-scheme.scheme", pl.endpoint.String(), want))
			}
		}
		p.report(&Finding{Host: h.name}, places...)
	}
}

// secure returns the scheme that the place should have, or "" when its own is
// fine. A base URL that no call was seen to use may never be called.
func (p *Pass) secure(pl *place) string {
	want := secured(pl.endpoint.Scheme)
	if want == "" || pl.category == platform.Unknown {
		return ""
	}
	box := p.program.main().Box(pl.category)
	switch {
	case box != nil && len(box.Schemes) == 0:
		return "" // no scheme is right there, which is another rule's to say
	case box != nil:
		return box.Schemes[0]
	case pl.category == platform.Socket:
		return "wss"
	}
	return want
}
