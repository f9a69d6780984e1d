package rule

import (
	"fmt"

	"github.com/beianlint/beianlint/lint/finding"
	"github.com/beianlint/beianlint/lint/message"
	"github.com/beianlint/beianlint/lint/platform"
)

var domainCheckOff = &Rule{
	ID:       "domain-check-off",
	Severity: finding.Notice,
	Title: message.Text{
		EN: "a shared file turns off the developer tools' domain check",
		ZH: "共享的项目文件中关闭了开发者工具的域名校验",
	},
	Why: message.Text{
		EN: "with the check off, a domain that is missing from the allowlist works for every developer and fails for every user",
		ZH: "关闭校验后，未配置的域名在开发时一切正常，上线后用户却无法访问",
	},
	Before: `{"setting": {"urlCheck": false}}`,
	After:  `{"setting": {"urlCheck": true}}`,
	Since:  "1.0.0",
	App:    checkCheckOff,
}

// checkCheckOff leaves the switches of a private file alone: what one developer
// needs for a day is nobody else's affair.
func checkCheckOff(m *Model) []*finding.Finding {
	f := &finding.Finding{}
	for _, s := range m.Allowlist.CheckOff {
		if s.Shared {
			place := finding.Place{Span: s.Span}
			f.Places = append(f.Places, place.Saying("domain-check-off.switch", fmt.Sprintf("%s: %v", s.Name, s.Value), privateFile(m.Platform)))
		}
	}
	return []*finding.Finding{f}
}

// privateFile says where a developer can turn the check off for no one else.
func privateFile(id platform.ID) message.Text {
	if name := platform.ByID(id).Project.Private; name != "" {
		return message.Text{EN: name, ZH: name}
	}
	return message.Text{EN: "a file that is not shared", ZH: "不共享的文件"}
}
