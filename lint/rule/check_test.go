package rule_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/beianlint/beianlint/lint/allowlist"
	"github.com/beianlint/beianlint/lint/app"
	"github.com/beianlint/beianlint/lint/endpoint"
	"github.com/beianlint/beianlint/lint/filedlist"
	"github.com/beianlint/beianlint/lint/filing"
	"github.com/beianlint/beianlint/lint/miniprogram"
	"github.com/beianlint/beianlint/lint/platform"
	"github.com/beianlint/beianlint/lint/rule"
	"github.com/beianlint/beianlint/lint/source"
	"github.com/beianlint/beianlint/lint/usage"
)

var day = time.Date(2026, 11, 22, 0, 0, 0, 0, time.UTC)

// program is a mini program of one script, as a model takes it.
type program struct {
	platform platform.ID // "": WeChat
	declared []allowlist.Declaration
	uses     []usage.Use
	known    []platform.Category // boxes that are recorded in full
	given    []app.Given
	list     string // the filed list
}

var (
	script = source.NewFile("mp/app.js", []byte("wx.request('https://a.example.com'); wx.request('https://b.example.com')"))
	boxes  = source.NewFile("mp/server-domains.json", []byte(`["https://a.example.com", "https://a.example.com"]`))
)

// findings returns what a rule finds: message, host and arguments, a line each.
func findings(t *testing.T, id string, p program) (lines []string) {
	t.Helper()
	if p.platform == "" {
		p.platform = platform.WeChat
	}
	project := &miniprogram.Project{
		Root: "mp", Platforms: []platform.ID{p.platform},
		Files: []*miniprogram.File{{File: script, Kind: miniprogram.Script}},
	}
	a, problem := app.New(source.Root{FS: fstest.MapFS{}, Folder: "."}, project, "", p.given)
	if problem != nil {
		t.Fatal(problem.Message)
	}
	for i := range p.declared {
		d := &p.declared[i]
		d.Span = source.Span{File: boxes, Start: i, End: i + 1}
		if d.Platform == "" {
			d.Platform = p.platform
		}
		a.Allowlist.Declarations = append(a.Allowlist.Declarations, d)
	}
	a.Allowlist.Known = map[platform.Category]bool{}
	for _, c := range p.known {
		a.Allowlist.Known[c] = true
	}
	for i := range p.uses {
		p.uses[i].Span = source.Span{File: script, Start: i, End: i + 1}
	}
	list, problems := filing.Read(source.NewFile("filed-domains.txt", []byte(p.list)))
	if len(problems) > 0 {
		t.Fatal(problems[0].Message)
	}
	a.Complete(usage.Table{Uses: p.uses}, nil, list, day)
	for _, f := range rule.ByID(id).App(&rule.Model{App: a, Filed: &filedlist.List{Filings: list}, Now: day}) {
		for _, place := range f.Places[:min(1, len(f.Places))] {
			if place.Message != "" {
				f.Message, f.Args = place.Message, place.Args
			}
			lines = append(lines, fmt.Sprint(f.Message, " ", f.Host, " ", f.Args))
		}
	}
	return lines
}

func at(url string) endpoint.Endpoint {
	e, err := endpoint.Parse(url)
	if err != nil {
		panic(err)
	}
	return e
}

func declared(c platform.Category, url string) allowlist.Declaration {
	return allowlist.Declaration{Endpoint: at(url), Raw: url, Category: c}
}

func used(c platform.Category, url string) usage.Use {
	return usage.Use{Endpoint: at(url), Category: c, Certainty: usage.Call, API: "wx.request"}
}

const filed = "example.com 京ICP备12345678号-1\n"

// Two entries are the same only in the same list: that of a pool and that of
// another platform are others.
func TestDuplicates(t *testing.T) {
	one := declared(platform.Request, "https://a.example.com")
	pool, other := one, one
	pool.Pool, other.Platform = true, platform.Alipay
	for _, c := range []struct {
		name   string
		second allowlist.Declaration
		want   int
	}{
		{"the same", one, 1},
		{"another box", declared(platform.Upload, "https://a.example.com"), 0},
		{"a pool's", pool, 0},
		{"another platform's", other, 0},
	} {
		if got := findings(t, "duplicate-declaration", program{declared: []allowlist.Declaration{one, c.second}}); len(got) != c.want {
			t.Errorf("%s: %v", c.name, got)
		}
	}
}

// A scheme is put right by the box, and without one by what the API speaks.
func TestInsecure(t *testing.T) {
	for _, c := range []struct {
		platform platform.ID
		category platform.Category
		url      string
		want     string
	}{
		{platform.WeChat, platform.Request, "http://a.example.com", "https"},
		{platform.WeChat, platform.Socket, "http://a.example.com", "wss"},
		{platform.WeChat, platform.Request, "ws://a.example.com", "https"},
		{platform.Alipay, platform.Socket, "http://a.example.com", "wss"},
		{platform.Alipay, platform.Socket, "ws://a.example.com", "wss"},
		{platform.Alipay, platform.Download, "http://a.example.com", "https"},
		{platform.WeChat, platform.UDP, "http://a.example.com", "udp"},
		{platform.WeChat, platform.Prefetch, "http://a.example.com", ""},
		{platform.Alipay, platform.Request, "http://a.example.com", "https"},
		{platform.WeChat, platform.Unknown, "http://a.example.com", ""},
		{platform.WeChat, platform.Request, "http://127.0.0.1", ""},
	} {
		var want []string
		if c.want != "" {
			want = []string{fmt.Sprintf("insecure-scheme.scheme %s [%s %s]", at(c.url).Host, c.url, c.want)}
		}
		got := findings(t, "insecure-scheme", program{platform: c.platform, uses: []usage.Use{used(c.category, c.url)}, list: filed})
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%s %s %s: %s", c.platform, c.category, c.url, diff)
		}
	}
}

// An entry is unused unless some use needs it, or was meant to.
func TestUnusedDeclarations(t *testing.T) {
	for _, c := range []struct {
		name   string
		entry  allowlist.Declaration
		use    usage.Use
		unused bool
	}{
		{"another host", declared(platform.Request, "https://a.example.com"), used(platform.Request, "https://b.example.com"), true},
		{"the use", declared(platform.Request, "https://a.example.com"), used(platform.Request, "https://a.example.com/v1"), false},
		{"another box", declared(platform.Upload, "https://a.example.com"), used(platform.Request, "https://a.example.com"), true},
		{"a base URL", declared(platform.Upload, "https://a.example.com"), used(platform.Unknown, "https://a.example.com"), false},
		{"a slip: another port", declared(platform.Request, "https://a.example.com:8443"), used(platform.Request, "https://a.example.com"), false},
		{"a slip: the parent", declared(platform.Request, "https://example.com"), used(platform.Request, "https://a.example.com"), false},
		{"media, which is downloaded", declared(platform.Download, "https://a.example.com"), used(platform.Media, "https://a.example.com/a.png"), false},
		{"media, in another box", declared(platform.Request, "https://a.example.com"), used(platform.Media, "https://a.example.com/a.png"), true},
		{"an early look-up", declared(platform.Prefetch, "a.example.com"), used(platform.Media, "https://a.example.com/a.png"), false},
	} {
		p := program{declared: []allowlist.Declaration{c.entry}, uses: []usage.Use{c.use}, list: filed}
		if got := findings(t, "unused-declaration", p); (len(got) > 0) != c.unused {
			t.Errorf("%s: %v", c.name, got)
		}
	}
}

// Tenants share the list of their template: each needs some of it.
func TestUnusedDeclarationsOfTenants(t *testing.T) {
	p := program{declared: []allowlist.Declaration{declared(platform.Request, "https://a.example.com")}, list: filed}
	if got := findings(t, "unused-declaration", p); len(got) != 1 {
		t.Errorf("of one mini program: %v", got)
	}
	p.given = []app.Given{{Tenants: true}}
	if got := findings(t, "unused-declaration", p); len(got) != 0 {
		t.Errorf("of a template: %v", got)
	}
}

// A host is undeclared only in a box that is known, and only if some box can take
// it at all.
func TestUndeclared(t *testing.T) {
	for _, c := range []struct {
		url   string
		known []platform.Category
		want  int
	}{
		{"https://a.example.com", []platform.Category{platform.Request}, 1},
		{"https://a.example.com", []platform.Category{platform.Upload}, 0},
		{"https://a.example.edu.cn", []platform.Category{platform.Request}, 1},
		{"https://203.0.113.7", []platform.Category{platform.Request}, 0},
		{"https://localhost", []platform.Category{platform.Request}, 0},
		{"https://a.github.io", []platform.Category{platform.Request}, 0},
		{"https://api.weixin.qq.com", []platform.Category{platform.Request}, 0},
	} {
		p := program{uses: []usage.Use{used(platform.Request, c.url)}, known: c.known, list: filed}
		if got := findings(t, "undeclared-domain", p); len(got) != c.want {
			t.Errorf("%s, known %s: %v", c.url, c.known, got)
		}
	}
}

// How long a filing has been pending counts from the first day.
func TestPendingSince(t *testing.T) {
	for list, want := range map[string]string{
		"example.com pending\n":                  "{ }",
		"example.com pending since=2026-11-20\n": "{ since 2026-11-20 (2 days) （自 2026-11-20 起已 2 天）}",
		"example.com pending since=2026-11-21\n": "{ since 2026-11-21 (1 day) （自 2026-11-21 起已 1 天）}",
		"example.com pending since=2026-11-22\n": "{ since 2026-11-22 (0 days) （自 2026-11-22 起已 0 天）}",
		"example.com pending since=2026-11-23\n": "{ }",
	} {
		got := findings(t, "pending-filing", program{uses: []usage.Use{used(platform.Request, "https://a.example.com")}, list: list})
		if diff := cmp.Diff([]string{"pending-filing.pending a.example.com [a.example.com example.com " + want + "]"}, got); diff != "" {
			t.Errorf("%q: %s", list, diff)
		}
	}
}

// A suffix is doubtful only where the host's own team would have to file it and
// has not.
func TestSuffix(t *testing.T) {
	for url, want := range map[string]int{
		"https://a.example.com":       0,
		"https://a.example.io":        1,
		"https://rest.agora.io":       0, // a vendor's
		"https://a.example-shop.live": 0, // approved
		"https://203.0.113.7":         0,
	} {
		if got := findings(t, "unapproved-suffix", program{uses: []usage.Use{used(platform.Request, url)}, list: filed}); len(got) != want {
			t.Errorf("%s: %v", url, got)
		}
	}
	listed := program{uses: []usage.Use{used(platform.Request, "https://a.example.io")}, list: "example.io 京ICP备12345678号-1\n"}
	if got := findings(t, "unapproved-suffix", listed); len(got) != 0 {
		t.Errorf("a filing proves that it could be filed: %v", got)
	}
}

// Media is held against the list only where the rule is asked for, and then
// whatever is wrong with a filing counts.
func TestMedia(t *testing.T) {
	for list, want := range map[string]int{
		filed:                   0,
		"example.com pending\n": 1,
		filed[:len(filed)-1] + " until=2026-01-01": 1,
		"example.org 京ICP备12345678号-1\n":           1,
	} {
		got := findings(t, "media-domain", program{uses: []usage.Use{used(platform.Media, "https://img.example.com/a.png")}, list: list})
		if len(got) != want {
			t.Errorf("%q: %v", list, got)
		}
	}
	if got := findings(t, "media-domain", program{uses: []usage.Use{used(platform.Media, "https://img.github.io/a.png")}, list: filed}); len(got) != 1 {
		t.Errorf("a domain that nobody can file: %v", got)
	}
	both := []usage.Use{used(platform.Media, "https://img.example.net/a.png"), used(platform.Request, "https://img.example.net/a")}
	if got := findings(t, "media-domain", program{uses: both, list: filed}); len(got) != 0 {
		t.Errorf("a host that is requested as well: %v", got)
	}
}

// TestFacts: what the run and the reports have to know of rules.
func TestFacts(t *testing.T) {
	facts := map[string][]string{}
	for _, r := range rule.All {
		for fact, has := range map[string]bool{
			"whole file": r.WholeFile, "config only": r.ConfigOnly, "policy only": r.PolicyOnly, "of the list": r.OfList, "leads": r.Leads, "yields": r.Yields,
			"unknown": r.Unknown, "guide": r.Guide, "filing": len(r.Filing) > 0, "lists": r.Lists != nil,
		} {
			if has {
				facts[fact] = append(facts[fact], r.ID)
			}
		}
	}
	for _, ids := range facts {
		slices.Sort(ids)
	}
	want := map[string][]string{
		"whole file":  {"broken-file", "filing-number", "filing-status", "stale-list", "too-many-domains", "unreadable-file"},
		"config only": {"invalid-ignore", "policy-override", "unused-ignore"},
		"policy only": {"policy-override"},
		"of the list": {"conflicting-filing", "duplicate-filing", "filing-number", "filing-status", "stale-list", "unused-filing"},
		"leads":       {"forbidden-domain", "insecure-scheme", "ip-address", "local-address", "pending-filing", "revoked-filing", "unfilable-domain", "unfiled-domain"},
		"yields":      {"undeclared-domain"},
		"unknown":     {"dynamic-host", "not-followed"},
		"guide":       {"pending-filing", "unfiled-domain"},
		"filing":      {"ip-address", "pending-filing", "revoked-filing", "unfilable-domain", "unfiled-domain"},
		"lists":       {"stale-list", "unused-filing"},
	}
	if diff := cmp.Diff(want, facts); diff != "" {
		t.Error(diff)
	}
}

// A list of many entries that are not verified is one finding, with some of them.
func TestStaleIsBounded(t *testing.T) {
	var text strings.Builder
	for i := range 30 {
		fmt.Fprintf(&text, "a%d.example.com 京ICP备12345678号-1\n", i)
	}
	list, _ := filing.Read(source.NewFile("l.txt", []byte(text.String())))
	found := rule.ByID("stale-list").Lists(&rule.Lists{Filed: &filedlist.List{Filings: list}, Now: day, MaxAge: 1})
	if len(found) != 1 || len(found[0].Related) != 20 || found[0].Args[0] != 30 {
		t.Errorf("%d findings: %+v", len(found), found[0])
	}
}
