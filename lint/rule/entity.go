package rule

import (
	"slices"
	"strings"

	"github.com/beianlint/beianlint/lint/app"
	"github.com/beianlint/beianlint/lint/endpoint"
	"github.com/beianlint/beianlint/lint/filing"
	"github.com/beianlint/beianlint/lint/finding"
	"github.com/beianlint/beianlint/lint/message"
)

var entityMismatch = &Rule{
	ID:       "entity-mismatch",
	Severity: finding.Warning,
	Title: message.Text{
		EN: "a domain was filed by an entity that the config does not allow for the mini program",
		ZH: "域名的备案主体不在配置允许的主体之列",
	},
	Why: message.Text{
		EN: "another company's domain can go away with that company, and a review can ask how the two are related",
		ZH: "其他主体的域名可能随时失去控制，审核时也可能要求说明两者的关系",
	},
	Before:    `{"projects": [{"root": ".", "entities": ["示例商店有限公司"]}]} // example.com  京ICP备12345678号-1  entity=其他公司`,
	After:     "example.com  京ICP备12345678号-1  entity=示例商店有限公司",
	Since:     "1.0.0",
	PerFiling: true,
	App:       checkEntity,
}

func checkEntity(m *Model) (found []*finding.Finding) {
	if len(m.Entities) == 0 {
		return nil
	}
	allowed := strings.Join(m.Entities, ", ")
	for _, h := range m.where(func(h *app.Host) bool { return h.Enforced && h.Record != nil && !h.Record.Vendor }) {
		entity := h.Record.Entity
		if slices.ContainsFunc(m.Entities, func(e string) bool { return filing.SameEntity(e, entity) }) {
			continue
		}
		f := about(h, "entity-mismatch.other", endpoint.Unicode(h.Host), endpoint.Unicode(h.Record.Domain), entity, allowed)
		if entity == "" {
			f.Message, f.Severity = "entity-mismatch.unknown", finding.Notice
		}
		found = append(found, grouped(f, h.Record))
	}
	return found
}
