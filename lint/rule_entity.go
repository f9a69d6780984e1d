package lint

import (
	"slices"
	"strings"

	"github.com/beianlint/beianlint/lint/endpoint"
	"github.com/beianlint/beianlint/lint/filing"
	"github.com/beianlint/beianlint/lint/message"
)

var entityMismatch = &Rule{
	ID:       "entity-mismatch",
	Severity: Warning,
	Title: message.Text{
		EN: "a domain was filed by another entity than the config allows for the mini program",
		ZH: "域名的备案主体不在配置允许的主体之列",
	},
	Why: message.Text{
		EN: "a domain of another company goes away with that company, and a review can ask for the relation between the two",
		ZH: "其他主体的域名可能随时失去控制，审核时也可能要求说明两者的关系",
	},
	Before: `{"projects": [{"root": ".", "entities": ["示例商店有限公司"]}]} // example.com  京ICP备12345678号-1  entity=其他公司`,
	After:  "example.com  京ICP备12345678号-1  entity=示例商店有限公司",
	Since:  "0.1.0",
	Check:  checkEntity,
}

func checkEntity(p *Pass) {
	if p.program == nil || len(p.program.entities) == 0 {
		return
	}
	allowed := strings.Join(p.program.entities, ", ")
	for _, h := range p.where(func(h *host) bool { return h.enforced && h.filing != nil && !h.filing.Vendor }) {
		entity := h.filing.Entity
		f := h.found("entity-mismatch.other", endpoint.Unicode(h.name), endpoint.Unicode(h.filing.Domain), entity, allowed)
		if entity == "" {
			f.Message, f.Severity = "entity-mismatch.unknown", Notice
		}
		same := func(e string) bool { return filing.SameEntity(e, entity) }
		if !slices.ContainsFunc(p.program.entities, same) {
			p.report(f.listed(h.filing), h.places...)
		}
	}
}
