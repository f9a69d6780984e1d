package endpoint

import (
	"encoding/hex"
	"strings"
	"unicode/utf8"

	"golang.org/x/net/idna"
)

// The limits of a name in the DNS (RFC 1035, 2.3.4).
const (
	maxName  = 253
	maxLabel = 63
	// maxRaw bounds the work on a host before it is in canonical form; three
	// times is what percent-encoding takes, and Chinese in UTF-8.
	maxRaw = 3 * maxName
)

// mapping is idna.Lookup without the rule that refuses underscores: they do
// occur in hosts, and the rules have their own word about them.
var mapping = idna.New(idna.MapForLookup(), idna.BidiRule(), idna.Transitional(false), idna.StrictDomainName(false))

// canonicalHost brings a host as written into canonical form. A host that is
// canonical already is returned without an allocation.
func canonicalHost(raw string) (string, bool) {
	if strings.HasPrefix(raw, "[") {
		inner, closed := strings.CutSuffix(raw[1:], "]")
		if !closed {
			return "", false
		}
		return canonicalIPv6(inner)
	}
	name, ok := asciiLower(raw)
	if !ok {
		return "", false
	}
	name = strings.TrimSuffix(name, ".") // the root of the DNS
	if isNumeric(lastLabel(name)) {
		return canonicalIPv4(name)
	}
	return name, validName(name)
}

// asciiLower decodes percent-encoding and maps to lower-case ASCII, in the
// order of https://url.spec.whatwg.org/#concept-host-parser. Punycode is kept
// as it stands: what cannot be decoded is still a name that somebody wrote.
func asciiLower(raw string) (string, bool) {
	if len(raw) > maxRaw {
		return "", false
	}
	if strings.IndexByte(raw, '%') >= 0 {
		decoded, ok := unescape(raw)
		if !ok {
			return "", false
		}
		raw = decoded
	}
	ascii, lower := true, true
	for i := 0; i < len(raw); i++ {
		ascii = ascii && raw[i] < utf8.RuneSelf
		lower = lower && (raw[i] < 'A' || raw[i] > 'Z')
	}
	switch {
	case ascii && lower:
		return raw, true
	case ascii:
		return strings.ToLower(raw), true
	case !utf8.ValidString(raw) || !dotted(raw):
		return "", false // https://你的域名: a placeholder, and cheaper to refuse here
	}
	name, err := mapping.ToASCII(raw)
	return name, err == nil
}

// unescape decodes percent-encoding. It is not url.PathUnescape, which allocates
// an error for each "https://%s" in the sources.
func unescape(s string) (string, bool) {
	if i := strings.IndexByte(s, '%'); i+2 >= len(s) || !isHex(s[i+1]) || !isHex(s[i+2]) {
		return "", false
	}
	decoded := make([]byte, 0, len(s))
	for i := 0; i < len(s); i++ {
		if s[i] != '%' {
			decoded = append(decoded, s[i])
			continue
		}
		if i+2 >= len(s) || !isHex(s[i+1]) || !isHex(s[i+2]) {
			return "", false
		}
		decoded, _ = hex.AppendDecode(decoded, []byte(s[i+1:i+3]))
		i += 2
	}
	return string(decoded), true
}

func isHex(c byte) bool {
	return '0' <= c && c <= '9' || 'a' <= c|0x20 && c|0x20 <= 'f'
}

// dotted reports whether the name has one of the dots that IDNA knows.
func dotted(name string) bool { return strings.ContainsAny(name, dots) }

// validName reports whether an ASCII name has labels of letters, digits,
// hyphens and underscores that do not begin or end with a hyphen.
func validName(name string) bool {
	if len(name) > maxName {
		return false
	}
	start := 0
	for i := 0; i < len(name); i++ {
		if name[i] != '.' {
			continue
		}
		if !validLabel(name[start:i]) {
			return false
		}
		start = i + 1
	}
	return validLabel(name[start:])
}

func validLabel(label string) bool {
	if label == "" || len(label) > maxLabel || label[0] == '-' || label[len(label)-1] == '-' {
		return false
	}
	for i := 0; i < len(label); i++ {
		c := label[i]
		if (c < 'a' || c > 'z') && (c < '0' || c > '9') && c != '-' && c != '_' {
			return false
		}
	}
	return true
}

func lastLabel(name string) string { return name[strings.LastIndexByte(name, '.')+1:] }
