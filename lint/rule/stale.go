package rule

import (
	"github.com/beianlint/beianlint/lint/endpoint"
	"github.com/beianlint/beianlint/lint/filing"
	"github.com/beianlint/beianlint/lint/finding"
	"github.com/beianlint/beianlint/lint/message"
	"github.com/beianlint/beianlint/lint/source"
)

var staleList = &Rule{
	ID:       "stale-list",
	Severity: finding.Warning,
	Title: message.Text{
		EN: "an entry of the filed list has not been verified within the maxAge of the config",
		ZH: "备案清单中的条目超过配置的 maxAge 未核对",
	},
	Why: message.Text{
		EN: "a filing has no expiry but can be cancelled at any time: a list is only as good as its last check",
		ZH: "备案没有有效期，但随时可能被注销：备案清单的可信度取决于上次核对的时间",
	},
	Before:    `example.com  京ICP备12345678号-1  verified=2024-01-31   // {"maxAge": 180}`,
	After:     "example.com  京ICP备12345678号-1  verified=2026-11-01",
	Since:     "1.0.0",
	OfList:    true,
	WholeFile: true,
	Lists:     checkStale,
}

// mostStale bounds the places of the one finding.
const mostStale = 20

// checkStale makes one finding of all entries that were not verified in time: to
// go through the list is one thing to do.
func checkStale(l *Lists) []*finding.Finding {
	if l.MaxAge == 0 || l.Filed.Filings == nil {
		return nil
	}
	count, today := 0, filing.DateOf(l.Now)
	var stale []source.Related
	for f := range l.Filed.Filings.All() {
		if !f.Verified.IsZero() && f.Verified.Days(today) <= l.MaxAge {
			continue
		}
		if count++; count <= mostStale {
			stale = append(stale, l.stale(f))
		}
	}
	if count == 0 {
		return nil
	}
	f := &finding.Finding{Message: stale[0].Message, Args: stale[0].Args, Places: []finding.Place{{Span: stale[0].Span}}}
	if count > 1 {
		f.Message, f.Args, f.Related = "stale-list.several", []any{count, l.MaxAge}, stale
	}
	return []*finding.Finding{f}
}

func (l *Lists) stale(f *filing.Filing) source.Related {
	if f.Verified.IsZero() {
		return source.Related{Span: f.Span, Message: "stale-list.never", Args: []any{endpoint.Unicode(f.Domain), l.MaxAge}}
	}
	return source.Related{Span: f.Span, Message: "stale-list.old", Args: []any{endpoint.Unicode(f.Domain), l.MaxAge, f.Verified.String()}}
}
