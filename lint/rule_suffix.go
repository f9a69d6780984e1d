package lint

import (
	"strings"

	"github.com/beianlint/beianlint/lint/endpoint"
	"github.com/beianlint/beianlint/lint/filing"
	"github.com/beianlint/beianlint/lint/message"
	"github.com/beianlint/beianlint/lint/platform"
)

var unapprovedSuffix = &Rule{
	ID:       "unapproved-suffix",
	Severity: Warning,
	Title: message.Text{
		EN: "an unfiled domain ends in a suffix that is not known to be approved for filing",
		ZH: "未备案域名的后缀不在已知的可备案后缀之列",
	},
	Why: message.Text{
		EN: "a domain can be filed only below a suffix that MIIT has approved; the list only grows, so this is a warning",
		ZH: "只有工信部批复的域名后缀才能备案；该名单只增不减，因此这里只作警告",
	},
	Before: `wx.request({ url: 'https://api.example.io/v1' })`,
	After:  `wx.request({ url: 'https://api.example.com/v1' })`,
	Since:  "0.1.0",
	Check:  checkSuffix,
}

func checkSuffix(p *Pass) {
	for _, h := range p.where(doubtfulSuffix) {
		suffix := h.name[strings.LastIndexByte(h.name, '.')+1:]
		p.report(h.found("unapproved-suffix.suffix", endpoint.Unicode(h.name), "."+endpoint.Unicode(suffix)), h.places...)
	}
}

// doubtfulSuffix reports whether the host's own team would have to file it and
// perhaps cannot. A filing proves that one could.
func doubtfulSuffix(h *host) bool {
	if !h.enforced || h.class != endpoint.Ordinary || endpoint.ApprovedSuffix(h.name) {
		return false
	}
	if platform.VendorOf(h.name) != nil || h.verdict == "forbidden-domain" {
		return false
	}
	return h.status != filing.Filed && h.status != filing.Vendor
}
