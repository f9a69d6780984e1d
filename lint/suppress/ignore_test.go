package suppress

import (
	"testing"
	"time"

	"github.com/beianlint/beianlint/lint/config"
)

// TestConfigured: entries of one host are looked up, the others are held against every
// finding; each remembers that it was needed.
func TestConfigured(t *testing.T) {
	entries := []*config.Ignore{
		{Host: "a.example.com", Rule: "one"}, {Host: "a.example.com", Path: "lib/**"}, {Host: "*.example.net"}, {Rule: "two"}, {Path: "old/*.js"},
	}
	f := NewFilter(Policy{NotIgnorable: map[string]bool{}}, entries, nil, time.Time{})
	for _, c := range []struct {
		rule, host, file string
		want             bool
	}{
		{"one", "a.example.com", "x.js", true}, {"three", "a.example.com", "x.js", false}, {"three", "a.example.com", "lib/b/x.js", true},
		{"three", "b.example.com", "lib/x.js", false}, {"three", "b.example.net", "x.js", true}, {"two", "", "x.js", true}, {"three", "", "x.js", false},
		{"three", "", "old/x.js", true},
	} {
		if got := f.configured(c.rule, c.host, c.file); got != c.want {
			t.Errorf("%+v: %v", c, got)
		}
	}
	if wrong := f.Problems(true); len(wrong) > 0 {
		t.Errorf("all entries were needed, but: %v", wrong[0].Message)
	}
}

func TestIgnoreHost(t *testing.T) {
	for _, c := range []struct {
		pattern, host string
		want          bool
	}{
		{"api.example.com", "api.example.com", true},
		{"API.Example.com", "api.example.com", true},
		{"api.example.com", "v1.api.example.com", false},
		{"*.example.com", "a.b.example.com", true},
		{"*.example.com", "example.com", false},
		{"*.例子.公司", "api.xn--fsqu00a.xn--55qx5d", true},
		{"cdn-*.example.com", "cdn-1.example.com", true},
		{"*", "", false},
	} {
		g := &ignore{Ignore: &config.Ignore{Host: config.CanonicalPattern(c.pattern)}}
		if got := g.matchesHost(c.host); got != c.want {
			t.Errorf("%q matches %q: %v, want %v", c.pattern, c.host, got, c.want)
		}
	}
}
