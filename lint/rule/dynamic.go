package rule

import (
	"github.com/beianlint/beianlint/lint/finding"
	"github.com/beianlint/beianlint/lint/message"
)

var dynamicHost = &Rule{
	ID:       "dynamic-host",
	Severity: finding.Notice,
	Title: message.Text{
		EN: "a network API is called with a host that is only known at run time",
		ZH: "网络接口的域名只有在运行时才能确定",
	},
	Why: message.Text{
		EN: "the host cannot be checked against the filed list; the config can list the hosts it can be",
		ZH: "无法把该域名与备案清单对照；可以在配置中写明它可能是哪些域名",
	},
	Before:  `wx.downloadFile({ url: res.data.fileUrl })`,
	After:   `{"projects": [{"root": ".", "uses": {"download": ["https://cdn.example.com"]}}]}`,
	Since:   "1.0.0",
	Unknown: true,
	App:     checkDynamic,
}

// checkDynamic makes one finding of the calls of a category: they are answered
// together, by one entry of the config.
func checkDynamic(m *Model) (found []*finding.Finding) {
	if m.IsTemplate() {
		return nil
	}
	var calls groups
	for i := range m.Dynamic {
		u := &m.Dynamic[i]
		if m.Configured(u.Category) {
			continue
		}
		g := calls.add(string(u.Category), finding.Place{Span: u.Span, Category: u.Category, Role: "related.dynamic"})
		if g.args == nil {
			g.args = []any{u.API, g.about}
		}
	}
	for _, g := range calls.list {
		found = append(found, &finding.Finding{Message: "dynamic-host.call", Args: g.args, Places: g.places})
	}
	return found
}
