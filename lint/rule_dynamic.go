package lint

import (
	"github.com/beianlint/beianlint/lint/message"
	"github.com/beianlint/beianlint/lint/source"
)

var dynamicHost = &Rule{
	ID:       "dynamic-host",
	Severity: Notice,
	Title: message.Text{
		EN: "a network API is called with a host that is only known at run time",
		ZH: "网络接口的域名只有在运行时才能确定",
	},
	Why: message.Text{
		EN: "the host cannot be held against the filed list; the config can name the hosts that it may be",
		ZH: "无法把该域名与备案清单对照；可以在配置中写明它可能是哪些域名",
	},
	Before: `wx.downloadFile({ url: res.data.fileUrl })`,
	After:  `{"projects": [{"root": ".", "uses": {"download": ["https://cdn.example.com"]}}]}`,
	Since:  "0.1.0",
	Check:  checkDynamic,
}

// checkDynamic makes one finding of the calls of a category: they are answered
// together, by one entry of the config.
func checkDynamic(p *Pass) {
	if p.program == nil || p.program.template() {
		return
	}
	var calls groups
	for i := range p.program.table.Dynamic {
		u := &p.program.table.Dynamic[i]
		if p.program.declared[u.Category] {
			continue
		}
		g := calls.add(string(u.Category), &place{span: u.Span, category: u.Category, role: "related.dynamic"})
		if g.args == nil {
			g.args = []any{u.API, g.about}
		}
	}
	if p.program.table.Incomplete && len(p.program.Files) > 0 {
		p.report(&Finding{Message: "dynamic-host.incomplete"}, &place{span: source.Span{File: p.program.Files[0].File}})
	}
	for _, g := range calls.list {
		p.report(&Finding{Message: "dynamic-host.call", Args: g.args}, g.places...)
	}
}
