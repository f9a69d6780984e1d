package rule

import (
	"github.com/beianlint/beianlint/lint/finding"
	"github.com/beianlint/beianlint/lint/message"
	"github.com/beianlint/beianlint/lint/platform"
	"github.com/beianlint/beianlint/lint/source"
)

var duplicateDeclaration = &Rule{
	ID:       "duplicate-declaration",
	Severity: finding.Warning,
	Title: message.Text{
		EN: "an entry is listed twice in the same box of the allowlist",
		ZH: "同一域名在同一配置项中出现两次",
	},
	Why: message.Text{
		EN: "the platforms limit the number of entries, and a duplicate takes up one of them",
		ZH: "平台对域名个数有上限，重复的条目会占用名额",
	},
	Before: `{"requestDomain": ["https://api.example.com", "https://api.example.com"]}`,
	After:  `{"requestDomain": ["https://api.example.com"]}`,
	Since:  "1.0.0",
	App:    checkDuplicates,
}

// entry is what makes two declarations of one file the same.
type entry struct {
	file     *source.File
	platform platform.ID
	pool     bool
	box      platform.Category
	endpoint string
}

// checkDuplicates compares within a file: two files may be two records of the
// same list.
func checkDuplicates(m *Model) (found []*finding.Finding) {
	first := map[entry]source.Span{}
	var again groups
	for _, d := range m.PublicDeclarations() {
		if d.Endpoint.Host == "" {
			continue
		}
		e := entry{d.Span.File, d.Platform, d.Pool, d.Category, d.Endpoint.String()}
		span, seen := first[e]
		if !seen {
			first[e] = d.Span
			continue
		}
		g := again.add(d.Endpoint.Host, finding.Place{Span: d.Span, Category: d.Category, Role: "related.again"})
		g.related = append(g.related, source.Related{Span: span, Message: "related.first"})
		if g.args == nil {
			g.args = []any{e.endpoint, m.BoxTitle(d.Category)}
		}
	}
	for _, g := range again.list {
		found = append(found, &finding.Finding{
			Host: g.about, Message: "duplicate-declaration.twice", Args: g.args, Related: g.related, Places: g.places,
		})
	}
	return found
}
