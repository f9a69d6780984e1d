package app

import (
	"testing"
	"testing/fstest"
	"time"

	"github.com/beianlint/beianlint/lint/allowlist"
	"github.com/beianlint/beianlint/lint/endpoint"
	"github.com/beianlint/beianlint/lint/filing"
	"github.com/beianlint/beianlint/lint/miniprogram"
	"github.com/beianlint/beianlint/lint/platform"
	"github.com/beianlint/beianlint/lint/source"
	"github.com/beianlint/beianlint/lint/usage"
)

const verdictList = `example.com 京ICP备12345678号-1
example.org 京ICP备12345678号-2 revoked
example.cn pending
example.net 京ICP备12345678号-3 until=2026-01-01
`

var now = time.Date(2026, 11, 22, 0, 0, 0, 0, time.UTC)

// build returns the model of a mini program of WeChat that uses URLs in a
// category, and whose platform refused hosts.
func build(t *testing.T, list string, c platform.Category, urls, refused []string) *App {
	t.Helper()
	a, problem := New(source.Root{FS: fstest.MapFS{}, Folder: "."}, &miniprogram.Project{Root: "mp", Platforms: []platform.ID{platform.WeChat}}, "", nil)
	if problem != nil {
		t.Fatal(problem.Message)
	}
	parse := func(url string) endpoint.Endpoint {
		e, err := endpoint.Parse(url)
		if err != nil {
			t.Fatal(err)
		}
		return e
	}
	var table usage.Table
	for _, url := range urls {
		table.Uses = append(table.Uses, usage.Use{Endpoint: parse(url), Category: c, Certainty: usage.Call})
	}
	for _, host := range refused {
		d := &allowlist.Declaration{Endpoint: parse(host), Category: platform.Unknown, Platform: platform.WeChat}
		a.Allowlist.NoICP = append(a.Allowlist.NoICP, d)
	}
	var filings *filing.List
	if list != "" {
		filings, _ = filing.Read(source.NewFile("filed-domains.txt", []byte(list)))
	}
	a.Complete(table, nil, filings, now)
	return a
}

// What is graver leaves nothing to say to what comes below it.
func TestPrecedence(t *testing.T) {
	for _, c := range []struct {
		url     string
		refused bool
		want    Verdict
	}{
		{"https://a.example.com", false, Fine},
		{"https://a.example.com", true, Unfiled},
		{"https://a.example.org", false, Revoked},
		{"https://a.example.org", true, Unfiled},
		{"https://a.example.cn", false, Pending},
		{"https://a.example.cn", true, Unfiled},
		{"https://a.example.net", false, Pending},
		{"https://a.example.edu.cn", false, Unfiled},
		{"https://203.0.113.7", false, PublicIP},
		{"https://192.168.0.7", false, Local},
		{"https://a.github.io", false, Unfilable},
		{"https://a.github.io", true, Unfilable},
		{"https://api.weixin.qq.com", false, Forbidden},
		{"https://api.weixin.qq.com", true, Forbidden},
	} {
		var refused []string
		if c.refused {
			refused = []string{c.url}
		}
		h := build(t, verdictList, platform.Request, []string{c.url}, refused).Hosts[0]
		if h.Verdict != c.want || h.Refused != c.refused {
			t.Errorf("%s, refused %v: verdict %d, want %d", c.url, c.refused, h.Verdict, c.want)
		}
		if h.Verdict.Unlistable() != (c.want == Forbidden || c.want == Unfilable || c.want == PublicIP || c.want == Local) {
			t.Errorf("%s: unlistable: %v", c.url, h.Verdict.Unlistable())
		}
	}
}

// Without a list nothing is known of a filing, and nothing is said of it.
func TestVerdictWithoutList(t *testing.T) {
	h := build(t, "", platform.Request, []string{"https://a.example.edu.cn"}, nil).Hosts[0]
	if h.Verdict != Fine || h.Filing.Status != filing.Unknown {
		t.Errorf("verdict %d, status %s", h.Verdict, h.Filing.Status)
	}
}
