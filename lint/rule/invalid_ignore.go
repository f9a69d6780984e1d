package rule

import (
	"github.com/beianlint/beianlint/lint/finding"
	"github.com/beianlint/beianlint/lint/message"
)

var invalidIgnore = &Rule{
	ID:       "invalid-ignore",
	Severity: finding.Warning,
	Title: message.Text{
		EN: "an ignore has no effect: it gives no reason, names no rule, or the rule may not be ignored",
		ZH: "忽略无效：没有写明理由、规则名有误，或该规则不允许忽略",
	},
	Why: message.Text{
		EN: "it silences nothing, although its author believes that it does",
		ZH: "它不会忽略任何问题，而写下它的人以为会",
	},
	Before:     `wx.request({ url }) // beianlint-ignore dynamic-host`,
	After:      `wx.request({ url }) // beianlint-ignore dynamic-host: %s`,
	Remark:     message.Text{EN: "a partner's page, see uses in the config", ZH: "合作方的页面，见配置中的 uses"},
	Since:      "1.0.0",
	ConfigOnly: true,
}
