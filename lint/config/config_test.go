package config_test

import (
	"testing"

	"github.com/beianlint/beianlint/lint/config"
	"github.com/beianlint/beianlint/lint/finding"
	"github.com/beianlint/beianlint/lint/miniprogram"
	"github.com/beianlint/beianlint/lint/platform"
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
		{config.Project{Root: "r/mp", Platform: platform.WeChat}, true},
		{config.Project{Root: "r/mp", Platform: platform.Alipay}, false},
		{config.Project{AppID: "wx1", Platform: platform.Alipay}, false},
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
