package rule

import (
	"github.com/beianlint/beianlint/lint/finding"
	"github.com/beianlint/beianlint/lint/message"
)

// The readers report what the rule says, each at the place that it cannot read.
var unreadableFile = &Rule{
	ID:       "unreadable-file",
	Severity: finding.Error,
	Title: message.Text{
		EN: "a file of the mini program cannot be read",
		ZH: "小程序的文件无法读取",
	},
	Why: message.Text{
		EN: "a domain in a file that cannot be read would pass unseen",
		ZH: "无法读取的文件中的域名会被漏检",
	},
	Before:    "chmod 000 app.js",
	After:     "chmod 644 app.js",
	Since:     "1.0.0",
	WholeFile: true,
}
