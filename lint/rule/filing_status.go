package rule

import (
	"github.com/beianlint/beianlint/lint/finding"
	"github.com/beianlint/beianlint/lint/message"
)

// The reader of the filed list reports what the rule says.
var filingStatus = &Rule{
	ID:       "filing-status",
	Severity: finding.Warning,
	Title: message.Text{
		EN: "rows of the filed list do not count as filed, which is easily missed",
		ZH: "备案清单中有容易被忽视的无效行",
	},
	Why: message.Text{
		EN: "a row counts only if its status is known to mean that the domain is filed; rows of a hidden or archived sheet do not count",
		ZH: "只有状态明确表示已备案的行才有效；隐藏或已作废的工作表不算在内",
	},
	Before: "域名,备案号,备案状态\nexample.com,京ICP备12345678号-1,整改",
	After:  "域名,备案号,备案状态\nexample.com,京ICP备12345678号-1,已备案",
	Since:  "1.0.0",
	OfList: true,

	WholeFile: true,
}
