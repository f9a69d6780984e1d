package lint

import (
	"slices"

	"github.com/beianlint/beianlint/lint/allowlist"
	"github.com/beianlint/beianlint/lint/endpoint"
	"github.com/beianlint/beianlint/lint/message"
	"github.com/beianlint/beianlint/lint/platform"
	"github.com/beianlint/beianlint/lint/source"
)

var undeclaredDomain = &Rule{
	ID:       "undeclared-domain",
	Severity: Error,
	Title: message.Text{
		EN: "a domain is contacted that the allowlist for that use does not name",
		ZH: "访问了未在对应域名配置中列出的域名",
	},
	Why: message.Text{
		EN: "the platform lets a call pass only when the list for just that use matches; the developer tools can be told not to look, phones cannot",
		ZH: "只有对应的域名配置匹配时，平台才放行该请求；开发者工具可以关闭校验，用户的手机不能",
	},
	Before: `{"uploadDomain": []}   wx.uploadFile({ url: 'https://up.example.com/' })`,
	After:  `{"uploadDomain": ["https://up.example.com"]}`,
	Since:  "0.1.0",
	Check:  checkUndeclared,
}

// checkUndeclared leaves a host alone of which a rule above has spoken: what
// that one asks for comes first, and changes what has to be listed.
func checkUndeclared(p *Pass) {
	spoken := map[string]bool{}
	for _, f := range p.findings {
		spoken[f.Host] = true
	}
	for _, host := range p.spoken {
		spoken[host] = true
	}
	for _, h := range p.where(func(h *host) bool { return h.enforced && !spoken[h.name] && !h.unlistable() }) {
		for _, g := range p.undeclared(h).list {
			p.report(&Finding{Host: h.name, Related: g.related}, g.places...)
		}
	}
}

// unlistable reports whether the host is of a kind that no list takes.
func (h *host) unlistable() bool {
	switch h.verdict {
	case "forbidden-domain", "unfilable-domain", "ip-address", "local-address":
		return true
	}
	return false
}

// undeclared returns the uses of a host that no entry lets pass, by the box
// that ought to have one, and the entries that come near.
func (p *Pass) undeclared(h *host) (missing groups) {
	l, list := p.program.listing(), p.program.allow.Declarations
	for _, pl := range h.places {
		c := contacted{pl.endpoint, pl.category}
		box := l.checked(c)
		if pl.rank == rankDeclaration || box == nil || !p.program.allow.Known[c.category] || l.listed(list, c) {
			continue
		}
		id, d := l.slip(box, c, list)
		g := missing.add(string(box.Category), pl.saying(id, p.slipArgs(box, c, d)...))
		if d.Raw != "" {
			g.related = append(g.related, source.Related{Span: d.Span, Message: "related.declared"})
		}
	}
	return missing
}

// slipArgs are what the messages are given: endpoint, box, entry to add,
// platform; entry that comes near, its box; the endpoint with the box's scheme.
func (p *Pass) slipArgs(box *platform.Box, c contacted, d *allowlist.Declaration) []any {
	main := p.program.main()
	entry, _ := main.Entry(c.endpoint, c.category)
	want := c.endpoint
	if len(box.Schemes) > 0 {
		want.Scheme = box.Schemes[0]
	}
	return []any{c.endpoint.String(), box.Title, entry.String(), main.Name, d.Raw, p.program.boxTitle(d.Category), want.String()}
}

// slip is one way in which a list comes near an endpoint without naming it.
type slip struct {
	id message.ID
	is func(l *listing, box *platform.Box, c contacted, d *allowlist.Declaration) bool
}

// slips are looked for in this order, each over the whole list.
var slips = []slip{
	{"undeclared-domain.used-scheme", func(l *listing, box *platform.Box, c contacted, d *allowlist.Declaration) bool {
		return l.sameHost(d, c) && !fits(box, c.endpoint)
	}},
	{"undeclared-domain.listed-scheme", func(l *listing, box *platform.Box, c contacted, d *allowlist.Declaration) bool {
		return l.sameHost(d, c) && !fits(box, d.Endpoint)
	}},
	{"undeclared-domain.default-port", func(l *listing, box *platform.Box, c contacted, d *allowlist.Declaration) bool {
		return l.sameHost(d, c) && isDefaultPort(d.Endpoint.Port) && isDefaultPort(c.endpoint.Port)
	}},
	{"undeclared-domain.port", func(l *listing, _ *platform.Box, c contacted, d *allowlist.Declaration) bool {
		return l.sameHost(d, c)
	}},
	{"undeclared-domain.wildcard", func(l *listing, _ *platform.Box, c contacted, d *allowlist.Declaration) bool {
		return l.counts(d, c.category) && d.Endpoint.Wildcard && endpoint.Covers(d.Endpoint.Host, c.endpoint.Host)
	}},
	{"undeclared-domain.parent", func(l *listing, _ *platform.Box, c contacted, d *allowlist.Declaration) bool {
		return l.counts(d, c.category) && d.Endpoint.Host != c.endpoint.Host && endpoint.Covers(d.Endpoint.Host, c.endpoint.Host)
	}},
	{"undeclared-domain.other-box", func(l *listing, _ *platform.Box, c contacted, d *allowlist.Declaration) bool {
		return l.platform.Box(d.Category) != nil && d.Platform == l.platform.ID && !l.counts(d, c.category) && d.Endpoint.Host == c.endpoint.Host
	}},
}

// slip says how an endpoint that no entry lets pass misses the list, and the
// entry that comes near; an empty one when none does.
func (l *listing) slip(box *platform.Box, c contacted, list []*allowlist.Declaration) (message.ID, *allowlist.Declaration) {
	if box.Port == platform.PortNone && c.endpoint.Port != 0 {
		return "undeclared-domain.web-view-port", &allowlist.Declaration{}
	}
	for _, s := range slips {
		for _, d := range list {
			if s.is(l, box, c, d) {
				return s.id, d
			}
		}
	}
	if _, ok := l.platform.Entry(c.endpoint, c.category); !ok {
		return "undeclared-domain.unlistable", &allowlist.Declaration{}
	}
	return "undeclared-domain.missing", &allowlist.Declaration{}
}

// sameHost reports whether an entry of the list names the endpoint's host.
func (l *listing) sameHost(d *allowlist.Declaration, c contacted) bool {
	return l.counts(d, c.category) && !d.Endpoint.Wildcard && d.Endpoint.Host == c.endpoint.Host
}

// fits reports whether an endpoint has a scheme of the box, or none.
func fits(box *platform.Box, e endpoint.Endpoint) bool {
	return e.Scheme == "" || len(box.Schemes) == 0 || slices.Contains(box.Schemes, e.Scheme)
}

func isDefaultPort(port int) bool { return port == 0 || port == 443 }
