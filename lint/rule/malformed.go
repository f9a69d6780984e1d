package rule

import (
	"cmp"
	"errors"
	"slices"
	"strings"

	"github.com/beianlint/beianlint/lint/allowlist"
	"github.com/beianlint/beianlint/lint/endpoint"
	"github.com/beianlint/beianlint/lint/finding"
	"github.com/beianlint/beianlint/lint/message"
	"github.com/beianlint/beianlint/lint/platform"
	"github.com/beianlint/beianlint/lint/usage"
)

var malformedDomain = &Rule{
	ID:       "malformed-domain",
	Severity: finding.Error,
	Title: message.Text{
		EN: "an entry of the allowlist or a network call uses an address that the platform refuses",
		ZH: "合法域名或网络请求的地址中有平台不接受的写法",
	},
	Why: message.Text{
		EN: "an entry is a scheme and a host, in the form that the platform's console asks for; anything else is refused, or accepted and never matched",
		ZH: "域名需按平台控制台的要求填写协议和域名；其他写法会被拒绝，或者永远无法匹配",
	},
	Before: `{"requestDomain": ["https://api.example.com/v1"]}`,
	After:  `{"requestDomain": ["https://api.example.com"]}`,
	Since:  "1.0.0",
	App:    checkMalformed,
}

// flaw is one way in which an entry is malformed. A message is given the entry,
// the title of its box, and the third argument where there is one.
type flaw struct {
	id    message.ID
	has   func(d *allowlist.Declaration, box *platform.Box) bool
	third func(d *allowlist.Declaration, box *platform.Box) any
}

// flaws are looked for in this order; the first is what is said of an entry.
var flaws = []flaw{
	{"malformed-domain.double-scheme", func(d *allowlist.Declaration, _ *platform.Box) bool {
		return errors.Is(d.Err, endpoint.ErrDoubleScheme)
	}, nil},
	{"malformed-domain.no-colon", func(d *allowlist.Declaration, _ *platform.Box) bool { return errors.Is(d.Err, endpoint.ErrScheme) }, nil},
	{"malformed-domain.port-number", func(d *allowlist.Declaration, _ *platform.Box) bool { return errors.Is(d.Err, endpoint.ErrPort) }, nil},
	{"malformed-domain.unreadable", func(d *allowlist.Declaration, _ *platform.Box) bool { return d.Err != nil }, nil},
	{"malformed-domain.wildcard", func(d *allowlist.Declaration, box *platform.Box) bool {
		return d.Endpoint.Wildcard && !box.Wildcard
	}, nil},
	{"malformed-domain.user-info", func(d *allowlist.Declaration, _ *platform.Box) bool { return d.Endpoint.UserInfo }, canonical},
	{"malformed-domain.path", hasPath, canonical},
	{"malformed-domain.needless-scheme", hasNeedlessScheme, bare},
	{"malformed-domain.scheme", hasWrongScheme, schemes},
	{"malformed-domain.port", func(d *allowlist.Declaration, box *platform.Box) bool {
		return d.Endpoint.Port != 0 && !box.Port.Allowed()
	}, withoutPort},
	{"malformed-domain.underscore", func(d *allowlist.Declaration, box *platform.Box) bool {
		return !box.Underscore && strings.Contains(d.Endpoint.Host, "_")
	}, nil},
	{"malformed-domain.idn", func(d *allowlist.Declaration, box *platform.Box) bool {
		return !box.IDN && strings.Contains(d.Endpoint.Host, "xn--")
	}, nil},
}

// hasPath lets a lone slash pass: WeChat's own answers have it.
func hasPath(d *allowlist.Declaration, _ *platform.Box) bool {
	return d.Endpoint.Path != "" && d.Endpoint.Path != "/"
}

func hasNeedlessScheme(d *allowlist.Declaration, box *platform.Box) bool {
	return d.Endpoint.Scheme != "" && len(box.Schemes) == 0
}

// hasWrongScheme leaves http and ws to the rule about them.
func hasWrongScheme(d *allowlist.Declaration, box *platform.Box) bool {
	s := d.Endpoint.Scheme
	return s != "" && endpoint.Secured(s) == "" && !slices.Contains(box.Schemes, s)
}

func canonical(d *allowlist.Declaration, _ *platform.Box) any { return d.Endpoint.String() }

func bare(d *allowlist.Declaration, _ *platform.Box) any { return d.Endpoint.Host }

func withoutPort(d *allowlist.Declaration, _ *platform.Box) any {
	e := d.Endpoint
	e.Port = 0
	return e.String()
}

func schemes(_ *allowlist.Declaration, box *platform.Box) any { return strings.Join(box.Schemes, ", ") }

func checkMalformed(m *Model) (found []*finding.Finding) {
	var entries groups
	hosts := map[string]string{}
	for _, d := range m.PublicDeclarations() {
		p := flawed(m, d)
		if p == nil {
			continue
		}
		what := cmp.Or(d.Endpoint.Host, d.Raw)
		if _, seen := hosts[what]; !seen {
			hosts[what] = d.Endpoint.Host
		}
		entries.add(what, *p)
	}
	for i := range m.Usage.Malformed {
		u := &m.Usage.Malformed[i]
		hosts[u.Meant.Host] = u.Meant.Host
		entries.add(u.Meant.Host, flawedCall(u))
	}
	for _, g := range entries.list {
		found = append(found, &finding.Finding{Host: hosts[g.about], Places: g.places})
	}
	return found
}

// flawed returns the place of an entry with what is wrong with it; nil when
// nothing is.
func flawed(m *Model, d *allowlist.Declaration) *finding.Place {
	box := boxOf(m, d)
	for _, f := range flaws {
		if box == nil || !f.has(d, box) {
			continue
		}
		args := []any{d.Raw, box.Title}
		if f.third != nil {
			args = append(args, f.third(d, box))
		}
		return &finding.Place{Span: d.Span, Category: d.Category, Message: f.id, Args: args}
	}
	return nil
}

// flawedCall returns the place of an address in a network call with what is wrong
// with it.
func flawedCall(u *usage.Malformed) finding.Place {
	id := message.ID("malformed-domain.call-" + string(u.Flaw))
	return finding.Place{Span: u.Span, Category: u.Category, Message: id, Args: []any{u.Text, u.API, u.Meant.String()}}
}

// boxOf returns the rules of the list that an entry stands in. A third-party
// platform's pool is written without schemes, and its ports are not known. It is
// nil for a list that no platform has, or whose rules are not established.
func boxOf(m *Model, d *allowlist.Declaration) *platform.Box {
	pf := platform.ByID(d.Platform)
	if main := m.Main(); main.ID == d.Platform {
		pf = main
	}
	if pf == nil || pf.Degree != platform.Judged {
		return nil
	}
	box := pf.Box(d.Category)
	if box == nil || !d.Pool {
		return box
	}
	pool := *box
	pool.Schemes, pool.Port = nil, platform.PortUnknown
	return &pool
}
