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
		EN: "the filed lists contradict each other: a domain is filed and not filed, or has several numbers, or a number belongs to several entities",
		ZH: "备案清单中同一域名既写已备案又写未备案，或有多个备案号，或同一备案号有多个主体",
	},
	Why: message.Text{
		EN: "a domain has one filing and a number one entity: one of the entries is wrong. What one row denies does not count, unless the row that affirms it has the newer date",
		ZH: "一个域名只有一个备案号，一个备案号只有一个主体：其中必有一条是错的。有一行写明未备案时不算已备案，除非写明已备案的一行日期更新",
	},
	Before: "example.com  京ICP备12345678号-1\nexample.com  京ICP备12345678号-2",
	After:  "example.com  京ICP备12345678号-1",
	Since:  "1.0.0",
	OfList: true,
}
