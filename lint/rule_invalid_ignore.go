package lint

import "github.com/beianlint/beianlint/lint/message"

var invalidIgnore = &Rule{
	ID:       "invalid-ignore",
	Severity: Warning,
	Title: message.Text{
		EN: "an ignore does not count: it gives no reason, names no rule, or the rule may not be ignored",
		ZH: "忽略无效：没有写明理由、规则名有误，或该规则不允许忽略",
	},
	Why: message.Text{
		EN: "it silences nothing, and who wrote it believes that it does",
		ZH: "它不会忽略任何结果，而写下它的人以为会",
	},
	Before: `wx.request({ url }) // beianlint-ignore dynamic-host`,
	After:  `wx.request({ url }) // beianlint-ignore dynamic-host: the page of a partner, see uses in the config`,
	Since:  "0.1.0",
}

// aboutIgnores are the rules about ignores themselves: nothing but the config
// silences them.
var aboutIgnores = map[string]bool{"unused-ignore": true, "invalid-ignore": true}

// InComments reports whether comments may silence the rule, and baselines.
func (r *Rule) InComments() bool { return !aboutIgnores[r.ID] }

// invalidIgnores reports the entries of the config that try to silence a rule
// which may not be ignored. Comments report what is wrong with them themselves.
func (p *Pass) invalidIgnores() {
	for _, g := range p.config.ignores {
		for _, rule := range g.refused {
			p.report(&Finding{Message: "invalid-ignore.firm", Args: []any{rule}}, &place{span: g.span})
		}
	}
}
