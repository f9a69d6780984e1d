package suppress

import (
	"testing"

	"github.com/beianlint/beianlint/lint/config"
)

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
