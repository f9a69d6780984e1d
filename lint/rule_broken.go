package lint

import "github.com/beianlint/beianlint/lint/message"

// The readers report what these two rules say, each at the place that it cannot read.

var brokenFile = &Rule{
	ID:       "broken-file",
	Severity: Error,
	Title: message.Text{
		EN: "a file of the mini program cannot be parsed",
		ZH: "小程序的文件无法解析",
	},
	Why: message.Text{
		EN: "a domain in a file that cannot be parsed would pass unseen",
		ZH: "无法解析的文件中的域名会被漏检",
	},
	Before: `{"requestDomain": ["https://api.example.com"]`,
	After:  `{"requestDomain": ["https://api.example.com"]}`,
	Since:  "0.1.0",
}

var unreadableFile = &Rule{
	ID:       "unreadable-file",
	Severity: Error,
	Title: message.Text{
		EN: "a file of the mini program cannot be read",
		ZH: "小程序的文件无法读取",
	},
	Why: message.Text{
		EN: "a domain in a file that cannot be read would pass unseen",
		ZH: "无法读取的文件中的域名会被漏检",
	},
	Before: "chmod 000 app.js",
	After:  "chmod 644 app.js",
	Since:  "0.1.0",
}
