package rule

import (
	"github.com/beianlint/beianlint/lint/finding"
	"github.com/beianlint/beianlint/lint/message"
)

// BrokenFile is what the readers report at each place that they cannot parse.
var BrokenFile = &Rule{
	ID:       "broken-file",
	Severity: finding.Error,
	Title: message.Text{
		EN: "a file of the mini program cannot be parsed",
		ZH: "小程序的文件无法解析",
	},
	Why: message.Text{
		EN: "a domain in a file that cannot be parsed would pass unseen",
		ZH: "无法解析的文件中的域名会被漏检",
	},
	Before:    `{"requestDomain": ["https://api.example.com"]`,
	After:     `{"requestDomain": ["https://api.example.com"]}`,
	Since:     "1.0.0",
	WholeFile: true,
}
