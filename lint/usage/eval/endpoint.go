package eval

import (
	"strings"

	"github.com/beianlint/beianlint/lint/endpoint"
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
	return endpoint.ParseURL(text)
}
