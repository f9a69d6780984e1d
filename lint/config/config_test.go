package config_test

import (
	"errors"
	"testing"
	"testing/fstest"

	"github.com/beianlint/beianlint/lint/config"
	"github.com/beianlint/beianlint/lint/finding"
	"github.com/beianlint/beianlint/lint/message"
	"github.com/beianlint/beianlint/lint/miniprogram"
	"github.com/beianlint/beianlint/lint/platform"
	"github.com/beianlint/beianlint/lint/source"
)

// An entry is about the mini program that it names by folder or AppID, on the
// platform that it names.
func TestMeans(t *testing.T) {
	m := &miniprogram.Project{Root: "r/mp", Sources: []string{"r/mp/src"}, AppID: "wx1", Platforms: []platform.ID{platform.WeChat}}
	for _, c := range []struct {
		entry config.Project
		want  bool
	}{
		{config.Project{Root: "r/mp"}, true},
		{config.Project{Root: "r/mp/src"}, true},
		{config.Project{Root: "r"}, false},
		{config.Project{Root: "r/mp", AppID: "wx2"}, true},
		{config.Project{AppID: "wx1"}, true},
		{config.Project{AppID: "wx2"}, false},
		{config.Project{Root: "r/mp", Platforms: []platform.ID{platform.WeChat}}, true},
		{config.Project{Root: "r/mp", Platforms: []platform.ID{platform.Alipay}}, false},
		{config.Project{AppID: "wx1", Platforms: []platform.ID{platform.Alipay}}, false},
	} {
		if got := c.entry.Means(m); got != c.want {
			t.Errorf("%+v: %v", c.entry, got)
		}
	}
}

// The config decides how much a rule matters; a variant is never graver than that.
func TestSeverity(t *testing.T) {
	c := &config.Config{Severities: map[string]finding.Severity{"a": finding.Notice, "b": finding.Off}}
	for _, test := range []struct {
		rule              string
		standard, variant finding.Severity
		want              finding.Severity
	}{
		{"a", finding.Error, "", finding.Notice},
		{"a", finding.Error, finding.Warning, finding.Notice},
		{"b", finding.Error, finding.Warning, finding.Off},
		{"c", finding.Error, "", finding.Error},
		{"c", finding.Error, finding.Warning, finding.Warning},
		{"c", finding.Off, finding.Warning, finding.Off},
	} {
		if got := c.Severity(test.rule, test.standard, test.variant); got != test.want {
			t.Errorf("%+v: %s", test, got)
		}
	}
}

// FuzzConfig reads configs of any bytes: what is wrong has a message and lies in the file.
func FuzzConfig(f *testing.F) {
	f.Add(`{"version": 1, "filed": ["a.txt", {"path": "b.csv", "sha256": "0"}], "rules": {"ip-address": "off"}, "exclude": ["**/[a"], "env": {"A": "b"}}`)
	f.Add(`{"ignore": [{"host": "*.example.com", "rule": "ip-address", "path": "a/**", "until": "2026-01-31", "reason": "x"}], "baseline": "b.json", "maxAge": "90d"}`)
	f.Add(`{"projects": [{"root": "mp", "appid": "wx1", "platform": "wechat", "tenants": ["t/*.json"], "uses": {"request": ["https://a.example.com"]}, "boxes": {}, "entities": ["x"]}], // c
	"clients": [{"call": "my.send", "argument": 2, "category": "socket"}], "allowLocal": true, "countApps": true, "strict": true,}`)
	f.Fuzz(func(t *testing.T, text string) {
		_, err := config.Read(source.Root{FS: fstest.MapFS{"r/c.json": {Data: []byte(text)}}, Folder: "r"}, "r/c.json", []string{"ip-address"})
		var bad *config.Error
		if err != nil && !errors.As(err, &bad) {
			t.Fatal(err)
		}
		if bad == nil {
			return
		}
		for _, p := range bad.Problems {
			if message.Lookup(p.Message) == nil || p.Span.File == nil || p.Span.Start < 0 || p.Span.Start > p.Span.End || p.Span.End > len(text) {
				t.Errorf("%s at %d to %d of %d", p.Message, p.Span.Start, p.Span.End, len(text))
			}
		}
	})
}
