package lint

import (
	"github.com/beianlint/beianlint/lint/message"
	"github.com/beianlint/beianlint/lint/platform"
)

var tooManyDomains = &Rule{
	ID:       "too-many-domains",
	Severity: Error,
	Title: message.Text{
		EN: "a box of the allowlist holds more entries than the platform takes",
		ZH: "域名个数超过平台上限",
	},
	Why: message.Text{
		EN: "the platform refuses the entries beyond its limit",
		ZH: "超出上限的域名无法保存到平台",
	},
	Before: `{"requestDomain": ["https://a1.example.com", "…", "https://a201.example.com"]}`,
	After:  `{"requestDomain": ["https://api.example.com"]}`,
	Since:  "0.1.0",
	Check:  checkTooMany,
}

func checkTooMany(p *Pass) {
	if p.program == nil {
		return
	}
	main := p.program.main()
	for i := range main.Boxes {
		box := &main.Boxes[i]
		for _, pool := range []bool{false, true} {
			limit, id, title := box.Max, message.ID("too-many-domains.count"), box.Title
			if pool {
				limit, id, title = box.PoolMax, "too-many-domains.pool", poolTitle(box)
			}
			over, count := p.beyond(box, pool, limit)
			p.report(&Finding{Message: id, Args: []any{count, title, limit, main.Name}}, over...)
		}
	}
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
func (p *Pass) beyond(box *platform.Box, pool bool, limit int) (over []*place, count int) {
	seen := map[string]bool{}
	for _, d := range p.program.allow.Declarations {
		key := d.Endpoint.String()
		if d.Platform != p.program.main().ID || d.Pool != pool || !box.Takes(d.Category) || seen[key] || d.Endpoint.Host == "" {
			continue
		}
		if seen[key] = true; limit > 0 && len(seen) == limit+1 {
			over = append(over, &place{span: d.Span, category: d.Category})
		}
	}
	return over, len(seen)
}
