package rule

import (
	"fmt"
	"time"

	"github.com/beianlint/beianlint/lint/app"
	"github.com/beianlint/beianlint/lint/endpoint"
	"github.com/beianlint/beianlint/lint/filing"
	"github.com/beianlint/beianlint/lint/finding"
	"github.com/beianlint/beianlint/lint/message"
	"github.com/beianlint/beianlint/lint/platform"
)

var pendingFiling = &Rule{
	ID:       "pending-filing",
	Severity: finding.Error,
	Title: message.Text{
		EN: "a domain's only filing is pending, ends within 30 days or has ended",
		ZH: "域名的备案仍在办理中、30 天内失效，或者已经失效",
	},
	Why: message.Text{
		EN: "the platforms accept a domain only once its filing is complete; a review usually takes days to weeks",
		ZH: "备案审核通过之后平台才接受该域名；审核通常需要几天到几周",
	},
	Before: `example.com  pending`,
	After:  `example.com  京ICP备12345678号-1`,
	Since:  "1.0.0",
	Leads:  true,
	Guide:  true,
	Filing: []Filing{
		{Status: Pending, Who: "html.who-entity"},
		{Variant: "pending-filing.vendor", Status: Pending, Who: "html.who-vendor"},
		{Variant: "pending-filing.ended", Status: Expired, Who: "html.who-entity"},
		{Variant: "pending-filing.ending", Status: Ending, Who: "html.who-entity"},
	},
	PerFiling: true,
	App:       checkPending,
}

func checkPending(m *Model) (found []*finding.Finding) {
	for _, h := range m.withVerdict(app.Pending) {
		found = append(found, grouped(pending(h, m.Now), h.Record))
	}
	for _, h := range m.where(func(h *app.Host) bool { return h.Enforced && h.Record != nil && h.Verdict == app.Fine }) {
		days, soon := h.Record.EndsSoon(m.Now)
		if !soon {
			continue
		}
		f := about(h, "pending-filing.ending", endpoint.Unicode(h.Host), endpoint.Unicode(h.Record.Domain), h.Record.Until.String(), days)
		f.Severity = finding.Warning
		found = append(found, grouped(f, h.Record))
	}
	return found
}

// pendingSince says how long a filing has been pending, where the list says so.
func pendingSince(f *filing.Filing, now time.Time) message.Text {
	days := f.Since.Days(filing.DateOf(now))
	if f.Since.IsZero() || days < 0 {
		return message.Text{}
	}
	unit := "days"
	if days == 1 {
		unit = "day"
	}
	return message.Text{
		EN: fmt.Sprintf(" since %s (%d %s)", f.Since, days, unit),
		ZH: fmt.Sprintf("（自 %s 起已 %d 天）", f.Since, days),
	}
}

func pending(h *app.Host, now time.Time) *finding.Finding {
	f := about(h, "pending-filing.pending", endpoint.Unicode(h.Host), endpoint.Unicode(h.Record.Domain))
	vendor := platform.VendorOf(h.Record.Domain)
	switch grace := h.Record.Grace; {
	case h.Filing.Status == filing.Expired:
		f.Message, f.Args = "pending-filing.ended", append(f.Args, h.Record.Until.String())
		return f
	case vendor != nil && grace.IsZero():
		f.Message, f.Args = "pending-filing.vendor", append(f.Args, vendor.Owner, numberOf(vendor))
		return f
	case h.Record.GraceAt(now):
		f.Message, f.Severity, f.Args = "pending-filing.grace", finding.Warning, append(f.Args, grace.String())
	case !grace.IsZero():
		f.Message, f.Args = "pending-filing.overdue", append(f.Args, grace.String())
	}
	f.Args = append(f.Args, pendingSince(h.Record, now))
	return f
}
