package endpoint

import (
	"errors"
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"
)

// The ways in which Parse fails; compare with errors.Is.
var (
	// ErrEmpty: nothing was written.
	ErrEmpty = errors.New("the address is empty: write a domain such as api.example.com")
	// ErrNoHost: there is nothing between the scheme and the path.
	ErrNoHost = errors.New("the address has no domain: write one such as api.example.com")
	// ErrHost: the host is not a domain name or an IP address.
	ErrHost = errors.New("not a domain: use letters, digits, hyphens and dots")
	// ErrPort: the port is not a number from 1 to 65535.
	ErrPort = errors.New("not a port: use a number from 1 to 65535")
	// ErrDoubleScheme: https://https://…; the inner endpoint is returned with it.
	ErrDoubleScheme = errors.New("the scheme stands twice: remove one")
	// ErrScheme: https//…; the endpoint that was meant is returned with it.
	ErrScheme = errors.New("the colon behind the scheme is missing: write ://")
)

// Parse reads an address as people write it in lists and configs: with or
// without scheme, user info, port and path; in upper case, full-width letters,
// percent-encoding or punycode; a domain (IDN too), a wildcard, an IP address.
// Host and port are read as browsers read them
// (https://url.spec.whatwg.org/#url-parsing).
//
// The error wraps one of the Err values. With ErrDoubleScheme and ErrScheme
// the endpoint is valid: it is the one that was meant.
func Parse(s string) (Endpoint, error) {
	s = foldWidth(strings.TrimFunc(s, isBlank))
	if s == "" {
		return Endpoint{}, ErrEmpty
	}
	e, rest, malformed := cutScheme(s)
	n := authorityEnd(rest)
	e.Path = rest[n:]
	if e.Path != "" && strings.IndexByte(blanks, e.Path[0]) >= 0 {
		return Endpoint{}, fmt.Errorf("%w: it has a blank in it", ErrHost)
	}
	if err := e.setAuthority(rest[:n]); err != nil {
		return Endpoint{}, err
	}
	return e, malformed
}

func (e *Endpoint) setAuthority(text string) error {
	if host, ok := canonicalIPv6(text); ok { // bare, as address tools print it
		e.Host = host
		return nil
	}
	a := splitAuthority(text)
	if a.host == "" {
		return ErrNoHost
	}
	var ok bool
	if e.Port, ok = parsePort(a.port); !ok {
		return fmt.Errorf("%w: %q", ErrPort, a.port)
	}
	name := a.host
	if strings.HasPrefix(name, "*.") {
		e.Wildcard, name = true, name[2:]
	}
	if e.Host, ok = canonicalHost(name); !ok || e.Wildcard && isIP(e.Host) {
		return fmt.Errorf("%w: %q", ErrHost, a.host)
	}
	e.UserInfo = a.userInfo
	return nil
}

// cutScheme takes the scheme and its slashes off s. For the schemes of the
// platforms the slashes may be missing, doubled or backslashes, as in browsers.
func cutScheme(s string) (e Endpoint, rest string, malformed error) {
	if n := slashes(s); n >= 2 {
		return Endpoint{Relative: true}, s[n:], nil
	}
	scheme, rest, found := schemeOf(s)
	if !found {
		return Endpoint{}, s, nil
	}
	if s[len(scheme)] != ':' {
		malformed = ErrScheme
	}
	for {
		inner, innerRest, found := schemeOf(rest)
		noSlash := len(rest)-len(innerRest) == len(inner)+1 // http://ws:8080 is a host named ws
		if !found || noSlash || !knownScheme(inner) {
			return Endpoint{Scheme: scheme}, rest, malformed
		}
		scheme, rest, malformed = inner, innerRest, ErrDoubleScheme
	}
}

// schemeOf returns the scheme of s in lower case and what follows its slashes.
func schemeOf(s string) (scheme, rest string, ok bool) {
	n := 0
	for n < len(s) && isSchemeByte(s[n], n) {
		n++
	}
	scheme, rest = strings.ToLower(s[:n]), s[n:]
	known := knownScheme(scheme)
	if after, colon := strings.CutPrefix(rest, ":"); colon {
		count := slashes(after)
		return scheme, after[count:], n > 0 && (known || count >= 2)
	}
	count := slashes(rest)
	return scheme, rest[count:], known && count >= 2
}

func isSchemeByte(c byte, at int) bool {
	if 'a' <= c|0x20 && c|0x20 <= 'z' {
		return true
	}
	return at > 0 && ('0' <= c && c <= '9' || c == '+' || c == '-' || c == '.')
}

// isBlank reports what clings to text that was copied from a page or a sheet.
func isBlank(r rune) bool {
	return unicode.IsSpace(r) || r == '\ufeff' || r == '\u200b'
}

// foldWidth turns full-width ASCII and the ideographic full stops into ASCII:
// a Chinese input method writes ｈｔｔｐｓ：／／ｅｘａｍｐｌｅ。ｃｏｍ.
func foldWidth(s string) string {
	for i := 0; i < len(s); i++ {
		if s[i] >= utf8.RuneSelf {
			return strings.Map(foldRune, s)
		}
	}
	return s
}

func foldRune(r rune) rune {
	switch {
	case r >= '！' && r <= '～':
		return r - '！' + '!'
	case r == '。' || r == '｡':
		return '.'
	}
	return r
}
