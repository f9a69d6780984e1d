package rule

import (
	"github.com/beianlint/beianlint/lint/finding"
	"github.com/beianlint/beianlint/lint/message"
)

// policyOverride is what the repository tries against the policy of the run.
var policyOverride = &Rule{
	ID:       "policy-override",
	Severity: finding.Warning,
	Title: message.Text{
		EN: "the repository tries to loosen the policy, which applies all the same",
		ZH: "仓库试图放宽策略，但策略仍然生效",
	},
	Why: message.Text{
		EN: "what an organisation decides holds for all its repositories: one that says otherwise is checked as if it did not",
		ZH: "组织的规定适用于它的所有仓库：仓库中与之不同的写法不起作用",
	},
	Before:     `{"rules": {"unfiled-domain": "off"}}`,
	After:      `{"rules": {}}`,
	Since:      "1.0.0",
	ConfigOnly: true,
	PolicyOnly: true,
	Notices: []message.ID{
		"policy-override.gitignore", "policy-override.pack", "policy-override.cloud", "policy-override.ifdef", "policy-override.twin", "policy-override.build",
	},
}
