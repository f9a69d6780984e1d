package rule

import (
	"github.com/beianlint/beianlint/lint/finding"
	"github.com/beianlint/beianlint/lint/message"
	"github.com/beianlint/beianlint/lint/platform"
)

var tooManyDomains = &Rule{
	ID:       "too-many-domains",
	Severity: finding.Error,
	Title: message.Text{
		EN: "a box of the allowlist has more entries than the platform accepts",
		ZH: "域名个数超过平台上限",
	},
	Why: message.Text{
		EN: "the platform refuses the entries beyond its limit",
		ZH: "超出上限的域名无法保存到平台",
	},
	Before:    `{"requestDomain": ["https://a1.example.com", "…", "https://a201.example.com"]}`,
	After:     `{"requestDomain": ["https://api.example.com"]}`,
	Since:     "1.0.0",
	WholeFile: true,
	App:       checkTooMany,
}

func checkTooMany(m *Model) (found []*finding.Finding) {
	main := m.Main()
	for i := range main.Boxes {
		box := &main.Boxes[i]
		for _, pool := range []bool{false, true} {
			limit, id, title := box.Max, message.ID("too-many-domains.count"), box.Title
			if pool {
				limit, id, title = box.PoolMax, "too-many-domains.pool", poolTitle(box)
			}
			over, count := beyond(m, box, pool, limit)
			found = append(found, &finding.Finding{Message: id, Args: []any{count, title, limit, main.Name}, Places: over})
		}
	}
	return found
}

// poolTitle names the box of a pool: one for all server domains, one for pages.
func poolTitle(box *platform.Box) message.Text {
	if box.Category == platform.Request {
		return message.Text{EN: "server domains (服务器域名)", ZH: "服务器域名"}
	}
	return box.Title
}

// beyond returns the first entry of the platform's box beyond its limit, and how
// many different entries there are. A pool is another list, with its own limit.
func beyond(m *Model, box *platform.Box, pool bool, limit int) (over []finding.Place, count int) {
	seen := map[string]bool{}
	for _, d := range m.Declarations {
		key := d.Endpoint.String()
		if d.Platform != m.Main().ID || d.Pool != pool || !box.Takes(d.Category) || seen[key] {
			continue
		}
		if seen[key] = true; limit > 0 && len(seen) == limit+1 {
			over = append(over, finding.Place{Span: d.Span, Category: d.Category})
		}
	}
	return over, len(seen)
}
