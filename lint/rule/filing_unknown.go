package rule

import (
	"github.com/beianlint/beianlint/lint/app"
	"github.com/beianlint/beianlint/lint/finding"
	"github.com/beianlint/beianlint/lint/message"
	"github.com/beianlint/beianlint/lint/platform"
)

var filingNotEstablished = &Rule{
	ID:       "filing-not-established",
	Severity: finding.Notice,
	Title: message.Text{
		EN: "a domain is not filed on a platform that is not known to demand it",
		ZH: "域名没有备案，而该平台是否要求备案尚无依据",
	},
	Why: message.Text{
		EN: "for some platforms no page is known that demands filed domains: what their mini programs contact is listed, and the team decides whether it must be filed",
		ZH: "有些平台没有公开资料要求域名备案：这里列出小程序访问的域名，是否必须备案由团队决定",
	},
	Before:    `dd.httpRequest({ url: 'https://api.example.net/v1' }) // %s`,
	After:     `dd.httpRequest({ url: 'https://api.example.com/v1' })`,
	Remark:    message.Text{EN: "the filed list has only example.com", ZH: "备案清单中只有 example.com"},
	Since:     "1.0.0",
	Platforms: true,
	App:       checkNotEstablished,
}

// checkNotEstablished says it once for each platform of a mini program, at all places of
// the hosts that it comes first for.
func checkNotEstablished(m *Model) (found []*finding.Finding) {
	var platforms []*platform.Platform
	hosts := map[*platform.Platform][]*app.Host{}
	for _, h := range m.withVerdict(app.Optional) {
		first := m.PlatformsOf(h)[0]
		if hosts[first] == nil {
			platforms = append(platforms, first)
		}
		hosts[first] = append(hosts[first], h)
	}
	for _, p := range platforms {
		f := &finding.Finding{Message: "filing-not-established.hosts", Args: []any{p.Name, len(hosts[p])}}
		for _, h := range hosts[p] {
			f.Places = append(f.Places, places(h.Places)...)
		}
		found = append(found, f)
	}
	return found
}
