package lint

import "github.com/beianlint/beianlint/lint/message"

// The reader of the filed list reports what these rules say.

var filingNumber = &Rule{
	ID:       "filing-number",
	Severity: Warning,
	Title: message.Text{
		EN: "an entry of the filed list has no valid ICP filing number",
		ZH: "备案清单中的条目没有有效的ICP备案号",
	},
	Why: message.Text{
		EN: "the number is what anybody can check an entry by; the entry still covers its domain",
		ZH: "备案号是核对条目的依据；没有备案号的条目仍视为已备案",
	},
	Before: "example.com",
	After:  "example.com  京ICP备12345678号-1",
	Since:  "0.1.0",
}

var conflictingFiling = &Rule{
	ID:       "conflicting-filing",
	Severity: Warning,
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

var duplicateFiling = &Rule{
	ID:       "duplicate-filing",
	Severity: Warning,
	Title: message.Text{
		EN: "a domain stands twice in the filed list",
		ZH: "备案清单中同一域名出现两次",
	},
	Why: message.Text{
		EN: "of two entries for a domain one is sooner or later wrong",
		ZH: "同一域名的两个条目迟早有一个会过时",
	},
	Before: "example.com  京ICP备12345678号-1\nexample.com  京ICP备12345678号-1",
	After:  "example.com  京ICP备12345678号-1",
	Since:  "0.1.0",
}
