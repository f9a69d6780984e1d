package lint

import (
	"github.com/beianlint/beianlint/lint/endpoint"
	"github.com/beianlint/beianlint/lint/filing"
	"github.com/beianlint/beianlint/lint/message"
	"github.com/beianlint/beianlint/lint/source"
)

var staleList = &Rule{
	ID:       "stale-list",
	Severity: Warning,
	Title: message.Text{
		EN: "an entry of the filed list has not been verified for longer than maxAge in the config",
		ZH: "备案清单中的条目超过配置的 maxAge 未核对",
	},
	Why: message.Text{
		EN: "a filing has no expiry but can be cancelled at any time: a list is only as good as its last check",
		ZH: "备案没有有效期，但随时可能被注销：清单的可信度取决于上次核对的时间",
	},
	Before: `example.com  京ICP备12345678号-1  verified=2024-01-31   // {"maxAge": 180}`,
	After:  "example.com  京ICP备12345678号-1  verified=2026-11-01",
	Since:  "0.1.0",
	Check:  checkStale,
}

// mostStale bounds the places of the one finding.
const mostStale = 20

// checkStale makes one finding of all entries that were not verified in time: to
// go through the list is one thing to do.
func checkStale(p *Pass) {
	if p.program != nil || p.config.maxAge == 0 || p.filed.list == nil {
		return
	}
	count, today := 0, filing.DateOf(p.now)
	var stale []source.Related
	for f := range p.filed.list.All() {
		if !f.Verified.IsZero() && f.Verified.Days(today) <= p.config.maxAge {
			continue
		}
		if count++; count <= mostStale {
			stale = append(stale, p.stale(f))
		}
	}
	switch count {
	case 0:
		return
	case 1:
		p.report(&Finding{Message: stale[0].Message, Args: stale[0].Args}, &place{span: stale[0].Span})
		return
	}
	p.report(&Finding{Message: "stale-list.several", Args: []any{count, p.config.maxAge}, Related: stale}, &place{span: stale[0].Span})
}

func (p *Pass) stale(f *filing.Filing) source.Related {
	if f.Verified.IsZero() {
		return source.Related{Span: f.Span, Message: "stale-list.never", Args: []any{endpoint.Unicode(f.Domain), p.config.maxAge}}
	}
	return source.Related{Span: f.Span, Message: "stale-list.old", Args: []any{endpoint.Unicode(f.Domain), p.config.maxAge, f.Verified.String()}}
}
