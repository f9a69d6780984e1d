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
	for _, box := range main.Boxes {
		over, count := p.beyond(box)
		args := []any{count, box.Title, box.Max, main.Name}
		p.report(Finding{Message: "too-many-domains.count", Args: args}, over...)
	}
}

// beyond returns the first entry of the platform's box beyond its limit, and how
// many different entries there are. A pool is another list, with its own limit.
func (p *Pass) beyond(box platform.Box) (over []place, count int) {
	seen := map[string]bool{}
	for _, d := range p.program.allow.Declarations {
		key := d.Endpoint.String()
		if d.Platform != p.program.main().ID || d.Pool || !box.Takes(d.Category) || seen[key] || d.Endpoint.Host == "" {
			continue
		}
		if seen[key] = true; box.Max > 0 && len(seen) == box.Max+1 {
			over = append(over, place{span: d.Span, category: d.Category})
		}
	}
	return over, len(seen)
}
