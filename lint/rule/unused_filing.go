package rule

import (
	"github.com/beianlint/beianlint/lint/endpoint"
	"github.com/beianlint/beianlint/lint/finding"
	"github.com/beianlint/beianlint/lint/message"
)

var unusedFiling = &Rule{
	ID:       "unused-filing",
	Severity: finding.Off,
	Title: message.Text{
		EN: "the filed list has a domain that no mini program needs",
		ZH: "备案清单中有小程序用不到的域名",
	},
	Why: message.Text{
		EN: "for a list that should have this repository's domains and nothing else",
		ZH: "适用于只应包含本仓库域名的备案清单",
	},
	Before: "example.com  京ICP备12345678号-1\nexample.org  京ICP备12345678号-2  # %s",
	After:  "example.com  京ICP备12345678号-1",
	Remark: message.Text{EN: "no mini program needs it", ZH: "没有小程序用到"},
	Since:  "1.0.0",
	OfList: true,
	Lists:  checkUnusedFiling,
}

func checkUnusedFiling(l *Lists) (found []*finding.Finding) {
	if !l.Unused {
		return nil
	}
	for f := range l.Filed.Unused() {
		found = append(found, &finding.Finding{
			Host: f.Domain, Message: "unused-filing.unused", Args: []any{endpoint.Unicode(f.Domain)},
			Places: []finding.Place{{Span: f.Span}},
		})
	}
	return found
}
