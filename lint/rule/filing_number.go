package rule

import (
	"github.com/beianlint/beianlint/lint/finding"
	"github.com/beianlint/beianlint/lint/message"
)

// The reader of the filed list reports what the rule says.
var filingNumber = &Rule{
	ID:       "filing-number",
	Severity: finding.Warning,
	Title: message.Text{
		EN: "an entry of the filed list has no valid ICP filing number",
		ZH: "备案清单中的条目没有有效的 ICP 备案号",
	},
	Why: message.Text{
		EN: "the number is what an entry can be checked by; the entry still covers its domain",
		ZH: "备案号是核对条目的依据；没有备案号的条目仍视为已备案",
	},
	Before:    "example.com",
	After:     "example.com  京ICP备12345678号-1",
	Since:     "1.0.0",
	Notices:   []message.ID{"filing-number.vendor", "filing-number.vendors"},
	OfList:    true,
	WholeFile: true,
}
