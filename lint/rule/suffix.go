package rule

import (
	"strings"

	"github.com/beianlint/beianlint/lint/app"
	"github.com/beianlint/beianlint/lint/endpoint"
	"github.com/beianlint/beianlint/lint/finding"
	"github.com/beianlint/beianlint/lint/message"
	"github.com/beianlint/beianlint/lint/platform"
)

var unapprovedSuffix = &Rule{
	ID:       "unapproved-suffix",
	Severity: finding.Warning,
	Title: message.Text{
		EN: "an unfiled domain ends in a suffix that is not known to be approved for filing",
		ZH: "未备案域名的后缀不在已知的可备案后缀之列",
	},
	Why: message.Text{
		EN: "a domain can be filed only below a suffix that MIIT has approved; the list only grows, so this is a warning",
		ZH: "只有工信部批复的域名后缀才能备案；批复的后缀只增不减，因此这里只作警告",
	},
	Before:    `wx.request({ url: 'https://api.example.io/v1' })`,
	After:     `wx.request({ url: 'https://api.example.com/v1' })`,
	Since:     "1.0.0",
	PerFiling: true,
	App:       checkSuffix,
}

func checkSuffix(m *Model) (found []*finding.Finding) {
	for _, h := range m.where(doubtfulSuffix) {
		suffix := h.Host[strings.LastIndexByte(h.Host, '.')+1:]
		found = append(found, about(h, "unapproved-suffix.suffix", endpoint.Unicode(h.Host), "."+endpoint.Unicode(suffix)))
	}
	return found
}

// doubtfulSuffix reports whether the host's own team would have to file it and
// perhaps cannot. A filing proves that one could.
func doubtfulSuffix(h *app.Host) bool {
	if !h.Enforced || h.Class != endpoint.Ordinary || endpoint.ApprovedSuffix(h.Host) {
		return false
	}
	return platform.VendorOf(h.Host) == nil && h.Verdict != app.Forbidden && h.Verdict != app.Optional && !h.Filing.Covered()
}
