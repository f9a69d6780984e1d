package lint

import (
	"github.com/beianlint/beianlint/lint/message"
	"github.com/beianlint/beianlint/lint/platform"
	"github.com/beianlint/beianlint/lint/source"
)

var duplicateDeclaration = &Rule{
	ID:       "duplicate-declaration",
	Severity: Warning,
	Title: message.Text{
		EN: "the same entry stands twice in a box of the allowlist",
		ZH: "同一域名在同一配置项中出现两次",
	},
	Why: message.Text{
		EN: "a platform counts entries, and takes only so many",
		ZH: "平台对域名个数有上限，重复的条目会占用名额",
	},
	Before: `{"requestDomain": ["https://api.example.com", "https://api.example.com"]}`,
	After:  `{"requestDomain": ["https://api.example.com"]}`,
	Since:  "0.1.0",
	Check:  checkDuplicates,
}

// entry is what makes two declarations of one file the same.
type entry struct {
	file     *source.File
	platform platform.ID
	pool     bool
	box      category
	endpoint string
}

// checkDuplicates compares within a file: two files may be two records of the
// same list.
func checkDuplicates(p *Pass) {
	first := map[entry]source.Span{}
	var again groups
	for _, d := range p.declarations() {
		if d.Endpoint.Host == "" {
			continue
		}
		e := entry{d.Span.File, d.Platform, d.Pool, d.Category, d.Endpoint.String()}
		span, seen := first[e]
		if !seen {
			first[e] = d.Span
			continue
		}
		g := again.add(d.Endpoint.Host, &place{span: d.Span, category: d.Category, endpoint: d.Endpoint, role: "related.again"})
		g.related = append(g.related, source.Related{Span: span, Message: "related.first"})
	}
	for _, g := range again.list {
		main := g.places[0]
		args := []any{main.endpoint.String(), p.program.boxTitle(main.category)}
		p.report(&Finding{Host: g.about, Message: "duplicate-declaration.twice", Args: args, Related: g.related}, g.places...)
	}
}
