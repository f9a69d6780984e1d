package rule

import (
	"github.com/beianlint/beianlint/lint/finding"
	"github.com/beianlint/beianlint/lint/message"
)

var unusedDeclaration = &Rule{
	ID:       "unused-declaration",
	Severity: finding.Notice,
	Title: message.Text{
		EN: "the allowlist has a domain that the code does not contact",
		ZH: "合法域名中有代码没有访问的域名",
	},
	Why: message.Text{
		EN: "a box takes a limited number of entries, and of edits a month; an entry that nothing needs also lets more pass than it should",
		ZH: "合法域名有个数上限，每月修改次数也有限；不再需要的条目还会放行本不该访问的域名",
	},
	Before: `{"requestDomain": ["https://api.example.com", "https://old.example.com"]}`,
	After:  `{"requestDomain": ["https://api.example.com"]}`,
	Since:  "1.0.0",
	App:    checkUnusedDeclarations,
}

// checkUnusedDeclarations says nothing where there is no code to hold the list
// against, or where several tenants share it.
func checkUnusedDeclarations(m *Model) (found []*finding.Finding) {
	if m.Shared || !m.HasCode() {
		return nil
	}
	l, list := m.Listing(), m.Allowlist.Declarations
	var unused groups
	for _, d := range m.PublicDeclarations() {
		if l.Unused(d, list) {
			place := finding.Place{Span: d.Span, Category: d.Category}
			unused.add(d.Endpoint.Host, place.Saying("unused-declaration.unused", d.Raw, m.BoxTitle(d.Category)))
		}
	}
	for _, g := range unused.list {
		found = append(found, &finding.Finding{Host: g.about, Places: g.places})
	}
	return found
}
