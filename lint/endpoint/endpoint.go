// Package endpoint reads what people write for a server: scheme, host and
// port. It brings hosts into one canonical form and says what kind of name
// they are. It is pure: no files, no network, no clock.
package endpoint

import (
	"strconv"
	"strings"

	"golang.org/x/net/idna"
)

// Endpoint is a server that a mini program contacts or declares.
type Endpoint struct {
	Scheme   string // lower case, without "://"; "" when none was written
	Host     string // canonical: ASCII (punycode), lower case, no trailing dot; IPv6 without brackets
	Port     int    // 0 when none was written; an explicit 443 is kept, WeChat tells the two apart
	Wildcard bool   // "*." stood before Host
	UserInfo bool   // user info stood before Host
	Relative bool   // the address began with "//": it takes the scheme of its page
	Path     string // what follows the authority, as written: "" or begins with one of / \ ? #
}

// String returns the canonical form scheme://host:port without user info and
// path. Parse reads it back to the same endpoint.
func (e Endpoint) String() string {
	head, host, port := "", e.Host, ""
	switch {
	case e.Scheme != "":
		head = e.Scheme + "://"
	case e.Relative:
		head = "//"
	}
	if e.Wildcard {
		head += "*."
	}
	if strings.IndexByte(host, ':') >= 0 {
		host = "[" + host + "]"
	}
	if e.Port != 0 {
		port = ":" + strconv.Itoa(e.Port)
	}
	return head + host + port
}

// Unicode returns a canonical host as people read it, and as lists are written:
// punycode decoded, everything else as it is.
func Unicode(host string) string {
	if !strings.Contains(host, "xn--") {
		return host
	}
	decoded, err := idna.Display.ToUnicode(host)
	if err != nil {
		return host
	}
	return decoded
}
