package lint

import (
	"github.com/beianlint/beianlint/lint/message"
	"github.com/beianlint/beianlint/lint/miniprogram"
)

var unusedDeclaration = &Rule{
	ID:       "unused-declaration",
	Severity: Notice,
	Title: message.Text{
		EN: "an allowlist names a domain that the code does not contact",
		ZH: "域名配置中有代码没有访问的域名",
	},
	Why: message.Text{
		EN: "a list holds only so many entries and is edited only so often a month; an entry that nothing needs also lets more pass than it should",
		ZH: "域名配置有个数上限，每月修改次数也有限；不再需要的条目还会放行本不该访问的域名",
	},
	Before: `{"requestDomain": ["https://api.example.com", "https://old.example.com"]}`,
	After:  `{"requestDomain": ["https://api.example.com"]}`,
	Since:  "0.1.0",
	Check:  checkUnusedDeclarations,
}

// checkUnusedDeclarations says nothing where there is no code to hold the list
// against, or where several tenants share it.
func checkUnusedDeclarations(p *Pass) {
	if p.program == nil || p.program.rented || !p.program.hasCode() {
		return
	}
	l, list := p.program.listing(), p.program.allow.Declarations
	var idle groups
	for _, d := range p.declarations() {
		if !l.idle(d, list) {
			continue
		}
		idle.add(d.Endpoint.Host, &place{
			span: d.Span, category: d.Category, endpoint: d.Endpoint,
			message: "unused-declaration.unused", args: []any{d.Raw, p.program.boxTitle(d.Category)},
		})
	}
	for _, g := range idle.list {
		p.report(&Finding{Host: g.about}, g.places...)
	}
}

// hasCode reports whether the mini program has a script.
func (pr *program) hasCode() bool {
	for _, f := range pr.Files {
		if f.Kind == miniprogram.Script || f.Kind == miniprogram.Component {
			return true
		}
	}
	return false
}
