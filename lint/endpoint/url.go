package endpoint

import (
	"strings"
	"unicode"

	"golang.org/x/net/publicsuffix"
)

// ParseURL reads the URL that begins a string of source code: http, https, ws,
// wss, udp or tcp, or "//" before a host with a public suffix. It is strict
// where Parse is kind: placeholders (https://${host}, http://xxx,
// https://your-host), hosts without a dot other than localhost, and hosts that
// no URL can have give false. Whatever follows the host is not looked at.
//
// It is called for every string of every source: one that is no URL costs no
// allocation (a relative one with a dot costs that of the suffix look-up).
func ParseURL(s string) (Endpoint, bool) {
	scheme, start := urlStart(s)
	if start == 0 {
		return Endpoint{}, false
	}
	n := authorityEnd(s[start:])
	a, path := splitAuthority(s[start:start+n]), s[start+n:]
	port, portOK := parsePort(a.port)
	host, hostOK := canonicalHost(a.host)
	e := Endpoint{Scheme: scheme, Host: host, Port: port, UserInfo: a.userInfo, Relative: scheme == "", Path: path}
	if !portOK || !hostOK || !plausible(e) || runsIntoText(a.host) {
		return Endpoint{}, false
	}
	if path != "" && strings.IndexByte(blanks, path[0]) >= 0 {
		if strings.Trim(path, blanks) != "" {
			return Endpoint{}, false // prose, not a URL
		}
		e.Path = ""
	}
	return e, true
}

// HostEnd returns the byte offset just behind scheme and authority of the URL
// that s begins with, or 0 when s does not begin with one that ParseURL knows.
// HostEnd(s) == len(s) means that the host may go on in what is joined to s.
func HostEnd(s string) int {
	_, start := urlStart(s)
	if start == 0 {
		return 0
	}
	return start + authorityEnd(s[start:])
}

// urlStart returns the scheme of the URL that s begins with and the offset of
// its authority; 0 when there is none. "https:\/\/" is how JSON in scripts
// escapes the slashes.
func urlStart(s string) (scheme string, start int) {
	if len(s) < len("//") {
		return "", 0
	}
	switch s[0] | 0x20 {
	case '/': // 0x2f has the bit set already
		if s[0] == '/' && s[1] == '/' && slashes(s) == 2 {
			return "", 2
		}
		return "", 0
	case 'h', 'w', 'u', 't':
	default:
		return "", 0
	}
	for _, known := range schemes {
		n := len(known)
		if len(s) > n && s[n] == ':' && equalFold(s[:n], known) {
			if count := slashes(s[n+1:]); count >= 2 {
				return known, n + 1 + count
			}
		}
	}
	return "", 0
}

// equalFold compares ASCII letters; lower is in lower case already.
func equalFold(s, lower string) bool {
	for i := 0; i < len(lower); i++ {
		if s[i]|0x20 != lower[i] {
			return false
		}
	}
	return true
}

// plausible tells a host that somebody could run from a placeholder.
func plausible(e Endpoint) bool {
	switch {
	case isIP(e.Host):
		return !strings.HasPrefix(e.Host, "0.") || e.Host == "0.0.0.0"
	case e.Host == "localhost":
		return !e.Relative
	case e.Host[0] == '_' || strings.Contains(e.Host, "._") || strings.Contains(e.Host, "_."):
		return false // __HOST__
	case !plausibleTLD(e.Host):
		return false
	}
	return !e.Relative || knownTLD(e.Host) // "//utils.request" is a comment or a path
}

// dots separate the labels of a name (https://www.unicode.org/reports/tr46/).
const dots = ".。．｡"

// runsIntoText reports whether text follows a host without a blank, as Chinese does:
// "https://example.com这里". No top-level domain has such letters and Latin ones as well
// (https://data.iana.org/TLD/tlds-alpha-by-domain.txt).
func runsIntoText(host string) bool {
	host = strings.TrimRight(host, dots)
	tld := host[strings.LastIndexAny(host, dots)+1:]
	return strings.IndexFunc(tld, isEastAsian) >= 0 && strings.IndexFunc(tld, isLatin) >= 0
}

func isLatin(r rune) bool { return unicode.Is(unicode.Latin, r) }

func isEastAsian(r rune) bool {
	return unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Hangul)
}

func plausibleTLD(host string) bool {
	dot := strings.LastIndexByte(host, '.')
	tld := host[dot+1:]
	if dot < 0 || len(tld) < 2 {
		return false
	}
	if strings.HasPrefix(tld, "xn--") {
		return true
	}
	for i := 0; i < len(tld); i++ {
		if tld[i] < 'a' || tld[i] > 'z' {
			return false
		}
	}
	return true
}

// knownTLD reports whether the public suffix list knows the host's suffix; for
// a label it does not know it answers with that label and icann false.
func knownTLD(host string) bool {
	suffix, icann := publicsuffix.PublicSuffix(host)
	return icann || strings.IndexByte(suffix, '.') >= 0
}
