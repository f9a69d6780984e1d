package rule

import (
	"github.com/beianlint/beianlint/lint/finding"
	"github.com/beianlint/beianlint/lint/message"
)

// The reader of the filed list reports what the rule says.
var duplicateFiling = &Rule{
	ID:       "duplicate-filing",
	Severity: finding.Warning,
	Title: message.Text{
		EN: "a domain is on the filed list twice",
		ZH: "备案清单中同一域名出现两次",
	},
	Why: message.Text{
		EN: "sooner or later one of two entries for a domain is wrong",
		ZH: "同一域名的两个条目迟早有一个会过时",
	},
	Before: "example.com  京ICP备12345678号-1\nexample.com  京ICP备12345678号-1",
	After:  "example.com  京ICP备12345678号-1",
	Since:  "1.0.0",
	OfList: true,
}
