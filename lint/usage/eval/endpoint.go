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
	if lacksHost(v) {
		return endpoint.Endpoint{}, false
	}
	text := strings.TrimSpace(v.Text)
	if i := strings.Index(text, "url("); i >= 0 { // of a style
		text = strings.TrimLeft(text[i+len("url("):], `"' `)
	}
	return ParseURL(text)
}

// lacksHost reports whether a text is joined of a scheme and a path, with nothing known
// between them: "https://" + (host || "") + "/path".
func lacksHost(v *Value) bool {
	at := HostOffset(v.Text)
	if at == 0 || at >= len(v.Text) || v.Text[at] != '/' {
		return false
	}
	scheme, _ := v.partAt(at - 1)
	path, _ := v.partAt(at)
	return scheme.Expr != path.Expr
}

// BeginsAsURL reports whether a text begins with a letter that a URL which ParseURL reads
// can begin with.
func BeginsAsURL(text string) bool {
	return text != "" && strings.IndexByte("/hHwWuUtTaA", text[0]) >= 0
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
