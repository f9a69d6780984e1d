package app

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/beianlint/beianlint/lint/allowlist"
	"github.com/beianlint/beianlint/lint/endpoint"
	"github.com/beianlint/beianlint/lint/filing"
	"github.com/beianlint/beianlint/lint/platform"
	"github.com/beianlint/beianlint/lint/source"
	"github.com/beianlint/beianlint/lint/usage"
)

// declare adds an entry to the mini program's allowlist, which it makes known.
func declare(t *testing.T, a *App, c platform.Category, entry string) {
	t.Helper()
	e, err := endpoint.Parse(entry)
	if err != nil {
		t.Fatal(err)
	}
	a.Allowlist.Merge(&allowlist.Allowlist{
		Declarations: []*allowlist.Declaration{{Endpoint: e, Raw: entry, Category: c, Platform: a.Platform}},
		Known:        map[platform.Category]bool{c: true},
	})
}

// again finds the hosts of the mini program anew.
func again(a *App) {
	a.Hosts, a.Boxes, a.LeftOut = nil, nil, nil
	list, _ := filing.Read(source.NewFile("filed-domains.txt", []byte(verdictList)))
	a.Complete(usage.Table{Uses: a.Usage.Uses}, nil, list, now)
}

func entries(a *App, c platform.Category) (list []string) {
	for _, b := range a.Boxes {
		if b.Category == c {
			for _, e := range b.Entries {
				list = append(list, e.String())
			}
		}
	}
	return list
}

// A box holds what the console takes: no wildcard, nothing that is never filed.
func TestBoxEntries(t *testing.T) {
	a := build(t, verdictList, platform.Request, []string{"https://b.example.com/v1", "https://a.example.com", "https://a.github.io", "https://x.example.edu.cn"}, nil)
	declare(t, a, platform.Request, "https://*.example.com")
	declare(t, a, platform.Request, "https://c.example.com")
	again(a)
	if diff := cmp.Diff([]string{"https://a.example.com", "https://b.example.com", "https://c.example.com"}, entries(a, platform.Request)); diff != "" {
		t.Error(diff)
	}
	if got := entries(a, platform.Upload); len(got) > 0 {
		t.Errorf("uploads: %v", got)
	}
}

// Where an entry may be a wildcard, it stays, and stands for what is contacted below it.
func TestWildcardEntries(t *testing.T) {
	a := build(t, verdictList, platform.Request, []string{"https://b.example.com/v1", "https://a.x.example.com"}, nil)
	a.Platform, a.platforms = "baidu", []*platform.Platform{platform.ByID("baidu")}
	declare(t, a, platform.Request, "https://*.x.example.com")
	again(a)
	if diff := cmp.Diff([]string{"https://b.example.com", "https://*.x.example.com"}, entries(a, platform.Request)); diff != "" {
		t.Error(diff)
	}
	if len(a.LeftOut) > 0 {
		t.Errorf("left out: %v", a.LeftOut)
	}
}

// A host is left out only if some box ought to hold it.
func TestLeftOut(t *testing.T) {
	for _, c := range []struct {
		category platform.Category
		url      string
		want     []LeftOut
	}{
		{platform.Request, "https://a.example.com", nil},
		{platform.Request, "https://a.github.io", []LeftOut{{"a.github.io", "report.status-unfilable"}}},
		{platform.Request, "https://x.example.edu.cn", []LeftOut{{"x.example.edu.cn", "report.status-unfiled"}}},
		{platform.Request, "https://api.weixin.qq.com", []LeftOut{{"api.weixin.qq.com", "report.left-forbidden"}}},
		{platform.Unknown, "https://a.example.com", []LeftOut{{"a.example.com", "report.left-unknown"}}},
		{platform.WebView, "https://mp.weixin.qq.com/s/1", nil}, // reachable without being listed
		{platform.Media, "https://x.example.edu.cn/a.png", nil},
	} {
		a := build(t, verdictList, c.category, []string{c.url}, nil)
		if diff := cmp.Diff(c.want, a.LeftOut); diff != "" {
			t.Errorf("%s %s: %s", c.category, c.url, diff)
		}
	}
}

// How a host is declared depends on its uses; an entry that the platform would
// refuse is declared all the same.
func TestDeclared(t *testing.T) {
	for _, c := range []struct {
		uses, entries []string
		want          Declared
	}{
		{[]string{"https://a.example.com"}, []string{"https://b.example.com"}, NotListed},
		{[]string{"https://a.example.com"}, []string{"https://a.example.com"}, FullyListed},
		{[]string{"https://a.example.com", "https://a.example.com:8443"}, []string{"https://a.example.com"}, PartlyListed},
		{nil, []string{"http://a.example.com"}, FullyListed},
	} {
		a := build(t, verdictList, platform.Request, c.uses, nil)
		for _, e := range c.entries {
			declare(t, a, platform.Request, e)
		}
		again(a)
		if got := a.Hosts[0].Declared; got != c.want {
			t.Errorf("%v in %v: %q, want %q", c.uses, c.entries, got, c.want)
		}
	}
	a := build(t, verdictList, platform.Request, []string{"https://a.example.com"}, nil)
	if got := a.Hosts[0].Declared; got != NotKnown {
		t.Errorf("without a list: %q", got)
	}
}
