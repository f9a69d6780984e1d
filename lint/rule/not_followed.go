package rule

import (
	"github.com/beianlint/beianlint/lint/finding"
	"github.com/beianlint/beianlint/lint/message"
	"github.com/beianlint/beianlint/lint/source"
)

var notFollowed = &Rule{
	ID:       "not-followed",
	Severity: finding.Notice,
	Title: message.Text{
		EN: "hosts may be missing: something in the code could not be followed",
		ZH: "可能有遗漏的域名：代码中有无法追踪的内容",
	},
	Why: message.Text{
		EN: "what cannot be read or understood may contact hosts that are never checked against the filed list",
		ZH: "读不到或看不懂的代码可能会访问没有与备案清单对照过的域名",
	},
	Before:  `wx[methodOf(options)]({ url: options.url })`,
	After:   `wx.request({ url: BASE + options.path })`,
	Since:   "1.0.0",
	Unknown: true,
	Strict:  true,
	App:     checkNotFollowed,
}

// checkNotFollowed makes one finding of all that is in the account: it is one
// question to the developers, whether something is missing.
func checkNotFollowed(m *Model) []*finding.Finding {
	if len(m.NotFollowed) == 0 {
		return nil
	}
	f := &finding.Finding{Message: "not-followed.rows", Args: []any{m.NotFollowed.Clause()}}
	for i := range m.NotFollowed {
		row := &m.NotFollowed[i]
		if row.Span.File == nil {
			continue
		}
		itself := source.Related{Span: row.Span, Message: row.Message, Args: row.Args}
		f.Places = append(f.Places, finding.Place{Span: row.Span, Role: row.Message, RoleArgs: row.Args, Calls: []source.Related{itself}})
	}
	return []*finding.Finding{f}
}
