package eval

import (
	"strings"

	"github.com/beianlint/beianlint/lint/endpoint"
	"github.com/beianlint/beianlint/lint/platform"
)

// HostOffset returns where the host of a URL starts.
func HostOffset(text string) int {
	if i := strings.Index(text, "//"); i >= 0 {
		return i + 2
	}
	return 0
}

func EndpointOf(v *Value, bare bool) (endpoint.Endpoint, bool) {
	if bare && !strings.Contains(v.Text, "//") {
		ep, err := endpoint.Parse(v.Text)
		return ep, err == nil && strings.Contains(v.Text, ".")
	}
	text := strings.TrimSpace(v.Text)
	if i := strings.Index(text, "url("); i >= 0 { // of a style
		text = strings.TrimLeft(text[i+len("url("):], `"' `)
	}
	return ParseURL(text)
}

// ParseURL reads the URL that begins a text, also one with the scheme of a client
// for mini programs.
func ParseURL(text string) (endpoint.Endpoint, bool) {
	ep, ok := endpoint.ParseURL(text)
	if ok || text == "" || text[0] != 'w' && text[0] != 'a' {
		return ep, ok
	}
	if stands, ok := platform.PortedURL(text); ok {
		return endpoint.ParseURL(stands)
	}
	return ep, false
}
