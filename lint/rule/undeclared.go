package rule

import (
	"slices"

	"github.com/beianlint/beianlint/lint/allowlist"
	"github.com/beianlint/beianlint/lint/app"
	"github.com/beianlint/beianlint/lint/endpoint"
	"github.com/beianlint/beianlint/lint/finding"
	"github.com/beianlint/beianlint/lint/message"
	"github.com/beianlint/beianlint/lint/platform"
	"github.com/beianlint/beianlint/lint/source"
)

var undeclaredDomain = &Rule{
	ID:       "undeclared-domain",
	Severity: finding.Error,
	Title: message.Text{
		EN: "a contacted domain is missing from the allowlist for that use",
		ZH: "访问的域名不在对应的合法域名中",
	},
	Why: message.Text{
		EN: "the platform lets a call pass only if an entry in the box for that use matches; the developer tools can skip the check, phones cannot",
		ZH: "只有与对应的合法域名匹配，平台才放行该请求；开发者工具可以关闭校验，用户的手机不能",
	},
	Before: `{"uploadDomain": []}   wx.uploadFile({ url: 'https://up.example.com/' })`,
	After:  `{"uploadDomain": ["https://up.example.com"]}`,
	Since:  "1.0.0",
	Yields: true,
	App:    checkUndeclared,
}

func checkUndeclared(m *Model) (found []*finding.Finding) {
	for _, h := range m.where(func(h *app.Host) bool { return h.Enforced && !h.Verdict.Unlistable() }) {
		for _, g := range undeclared(m, h).list {
			found = append(found, &finding.Finding{Host: h.Host, Group: g.about, Related: g.related, Places: g.places})
		}
	}
	return found
}

// undeclared returns the uses of a host that no entry lets pass, by the box
// that ought to have one, and the entries that come near.
func undeclared(m *Model, h *app.Host) (missing groups) {
	l, list := m.Listing(), m.Allowlist.Declarations
	for _, p := range h.Places {
		c := p.Contact()
		box := l.Checked(c)
		if !l.Concerns(p) {
			continue
		}
		if p.Rank == app.DeclarationRank || box == nil || !m.Allowlist.Known[c.Category] || l.Listed(list, c) {
			continue
		}
		id, d := findSlip(l, box, c, list)
		g := missing.add(string(box.Category), p.Saying(id, slipArgs(m, box, c, d)...))
		if d.Raw != "" {
			g.related = append(g.related, source.Related{Span: d.Span, Message: "related.declared"})
		}
	}
	return missing
}

// slipArgs are what the messages are given: endpoint, box, entry to add,
// platform; entry that comes near, its box; the endpoint with the box's scheme.
func slipArgs(m *Model, box *platform.Box, c app.Contact, d *allowlist.Declaration) []any {
	main := m.Main()
	entry, _ := main.Entry(c.Endpoint, c.Category)
	want := c.Endpoint
	if len(box.Schemes) > 0 {
		want.Scheme = box.Schemes[0]
	}
	return []any{c.Endpoint.String(), box.Title, entry.String(), main.Name, d.Raw, m.BoxTitle(d.Category), want.String()}
}

// slip is one way in which a list comes near an endpoint without naming it.
type slip struct {
	id message.ID
	is func(l *app.Listing, box *platform.Box, c app.Contact, d *allowlist.Declaration) bool
}

// slips are looked for in this order, each over the whole list.
var slips = []slip{
	{"undeclared-domain.used-scheme", func(l *app.Listing, box *platform.Box, c app.Contact, d *allowlist.Declaration) bool {
		return sameHost(l, d, c) && !fits(box, c.Endpoint)
	}},
	{"undeclared-domain.listed-scheme", func(l *app.Listing, box *platform.Box, c app.Contact, d *allowlist.Declaration) bool {
		return sameHost(l, d, c) && !fits(box, d.Endpoint)
	}},
	{"undeclared-domain.default-port", func(l *app.Listing, box *platform.Box, c app.Contact, d *allowlist.Declaration) bool {
		return sameHost(l, d, c) && isDefaultPort(d.Endpoint.Port) && isDefaultPort(c.Endpoint.Port)
	}},
	{"undeclared-domain.port", func(l *app.Listing, _ *platform.Box, c app.Contact, d *allowlist.Declaration) bool {
		return sameHost(l, d, c)
	}},
	{"undeclared-domain.wildcard", func(l *app.Listing, _ *platform.Box, c app.Contact, d *allowlist.Declaration) bool {
		return l.Counts(d, c.Category) && d.Endpoint.Wildcard && endpoint.Covers(d.Endpoint.Host, c.Endpoint.Host)
	}},
	{"undeclared-domain.parent", func(l *app.Listing, _ *platform.Box, c app.Contact, d *allowlist.Declaration) bool {
		return l.Counts(d, c.Category) && d.Endpoint.Host != c.Endpoint.Host && endpoint.Covers(d.Endpoint.Host, c.Endpoint.Host)
	}},
	{"undeclared-domain.other-box", func(l *app.Listing, _ *platform.Box, c app.Contact, d *allowlist.Declaration) bool {
		return l.Platform.Box(d.Category) != nil && d.Platform == l.Platform.ID && !l.Counts(d, c.Category) && d.Endpoint.Host == c.Endpoint.Host
	}},
}

// findSlip says how an endpoint that no entry lets pass misses the list, and the
// entry that comes near; an empty one when none does.
func findSlip(l *app.Listing, box *platform.Box, c app.Contact, list []*allowlist.Declaration) (message.ID, *allowlist.Declaration) {
	if box.Port == platform.PortNone && c.Endpoint.Port != 0 {
		return "undeclared-domain.web-view-port", &allowlist.Declaration{}
	}
	for _, s := range slips {
		for _, d := range list {
			if s.is(l, box, c, d) {
				return s.id, d
			}
		}
	}
	if _, ok := l.Platform.Entry(c.Endpoint, c.Category); !ok {
		return "undeclared-domain.unlistable", &allowlist.Declaration{}
	}
	return "undeclared-domain.missing", &allowlist.Declaration{}
}

// sameHost reports whether an entry of the list names the endpoint's host.
func sameHost(l *app.Listing, d *allowlist.Declaration, c app.Contact) bool {
	return l.Counts(d, c.Category) && !d.Endpoint.Wildcard && d.Endpoint.Host == c.Endpoint.Host
}

// fits reports whether an endpoint has a scheme of the box, or none.
func fits(box *platform.Box, e endpoint.Endpoint) bool {
	return e.Scheme == "" || len(box.Schemes) == 0 || slices.Contains(box.Schemes, e.Scheme)
}

func isDefaultPort(port int) bool { return port == 0 || port == 443 }
