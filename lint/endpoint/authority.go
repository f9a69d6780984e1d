package endpoint

import (
	"slices"
	"strings"
)

// blanks end an authority in a string of source code; browsers strip them.
const blanks = " \t\r\n\f\v"

// schemes are the ones that the platforms' lists and network calls know.
var schemes = []string{"https", "http", "wss", "ws", "udp", "tcp"}

func knownScheme(s string) bool { return slices.Contains(schemes, s) }

// slashes counts the slashes that s begins with. A backslash is one:
// https://url.spec.whatwg.org/#special-authority-ignore-slashes-state
func slashes(s string) int {
	n := 0
	for n < len(s) && (s[n] == '/' || s[n] == '\\') {
		n++
	}
	return n
}

// authorityEnd returns the length of the authority that rest begins with.
func authorityEnd(rest string) int {
	for i := 0; i < len(rest); i++ {
		switch rest[i] {
		case '/', '\\', '?', '#', ' ', '\t', '\r', '\n', '\f', '\v':
			return i
		}
	}
	return len(rest)
}

type authority struct {
	host, port string
	userInfo   bool
}

// splitAuthority cuts at the last @, as browsers do: what stands before it is
// user info, however much it looks like a host.
func splitAuthority(s string) authority {
	var a authority
	if i := strings.LastIndexByte(s, '@'); i >= 0 {
		a.userInfo, s = true, s[i+1:]
	}
	a.host = s
	if i := strings.LastIndexByte(s, ':'); i > strings.LastIndexByte(s, ']') {
		a.host, a.port = s[:i], s[i+1:]
	}
	return a
}

// parsePort reads a decimal port; an empty one is none. Port 0 cannot be
// contacted.
func parsePort(s string) (int, bool) {
	if s == "" {
		return 0, true
	}
	n := 0
	for i := 0; i < len(s); i++ {
		if s[i] < '0' || s[i] > '9' {
			return 0, false
		}
		n = n*10 + int(s[i]-'0')
		if n > 65535 {
			return 0, false
		}
	}
	return n, n > 0
}
