package rule

import (
	"github.com/beianlint/beianlint/lint/app"
	"github.com/beianlint/beianlint/lint/endpoint"
	"github.com/beianlint/beianlint/lint/filing"
	"github.com/beianlint/beianlint/lint/finding"
	"github.com/beianlint/beianlint/lint/message"
)

var mediaDomain = &Rule{
	ID:       "media-domain",
	Severity: finding.Off,
	Title: message.Text{
		EN: "only pictures, styles or players contact an unfiled domain",
		ZH: "仅由图片、样式或播放器访问的域名没有备案",
	},
	Why: message.Text{
		EN: "the platforms check no allowlist for <image>, CSS and players, so this is off by default; a policy may still ask for filed domains everywhere",
		ZH: "<image>、CSS 和播放器的域名不受合法域名限制，因此默认关闭；但团队规范可能要求所有域名都已备案",
	},
	Before:    `<image src="https://img.example.net/a.png" />`,
	After:     `<image src="https://img.example.com/a.png" />`,
	Since:     "1.0.0",
	PerFiling: true,
	App:       checkMedia,
}

func checkMedia(m *Model) (found []*finding.Finding) {
	for _, h := range m.where(func(h *app.Host) bool { return !h.Enforced && unfiledMedia(h.Filing.Status) }) {
		f := about(h, "media-domain.unfiled", endpoint.Unicode(h.Host), endpoint.Unicode(endpoint.FilingDomain(h.Host)))
		f.Places = places(h.Media)
		found = append(found, f)
	}
	return found
}

func unfiledMedia(s filing.Status) bool {
	switch s {
	case filing.Unfiled, filing.Unfilable, filing.Pending, filing.Expired:
		return true
	}
	return false
}
