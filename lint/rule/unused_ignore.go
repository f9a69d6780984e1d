package rule

import (
	"github.com/beianlint/beianlint/lint/finding"
	"github.com/beianlint/beianlint/lint/message"
)

var unusedIgnore = &Rule{
	ID:       "unused-ignore",
	Severity: finding.Notice,
	Title: message.Text{
		EN: "an ignore, or an entry of the config or baseline, matched nothing or has expired",
		ZH: "忽略项、配置或基线中的条目没有匹配任何问题，或已经到期",
	},
	Why: message.Text{
		EN: "an ignore that is no longer needed hides the next real finding",
		ZH: "不再需要的忽略项会掩盖以后真正的问题",
	},
	Before:     `{"ignore": [{"host": "gone.example.com", "reason": "%s"}]}`,
	After:      `{"ignore": []}`,
	Remark:     message.Text{EN: "left in the code until March", ZH: "保留在代码中直到三月"},
	Since:      "1.0.0",
	ConfigOnly: true,
}
