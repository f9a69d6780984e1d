package rule

import (
	"github.com/beianlint/beianlint/lint/finding"
	"github.com/beianlint/beianlint/lint/message"
)

// The reader of the filed list reports what the rule says.
var conflictingFiling = &Rule{
	ID:       "conflicting-filing",
	Severity: finding.Warning,
	Title: message.Text{
		EN: "the filed lists give a domain several numbers, or a number several subjects",
		ZH: "备案清单中同一域名有多个备案号，或同一备案号有多个主体",
	},
	Why: message.Text{
		EN: "a domain has one filing and a number one subject: one of the entries is wrong",
		ZH: "一个域名只有一个备案号，一个备案号只有一个主体：其中必有一条是错的",
	},
	Before: "example.com  京ICP备12345678号-1\nexample.com  京ICP备12345678号-2",
	After:  "example.com  京ICP备12345678号-1",
	Since:  "0.1.0",
}
