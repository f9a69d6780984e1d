package endpoint

import (
	"net/netip"
	"strconv"
	"strings"
)

// isIP reports whether a canonical host is an IP address: no domain name has a
// colon or a last label that is a number.
func isIP(host string) bool {
	return strings.IndexByte(host, ':') >= 0 || isNumeric(lastLabel(host))
}

// isNumeric reports whether a browser takes a name with this last label for an
// IPv4 address (https://url.spec.whatwg.org/#ends-in-a-number-checker).
func isNumeric(label string) bool {
	if label == "" {
		return false
	}
	digits := label
	if strings.HasPrefix(label, "0x") {
		digits = label[2:]
	}
	for i := 0; i < len(digits); i++ {
		c := digits[i]
		hex := len(digits) < len(label) && 'a' <= c && c <= 'f'
		if (c < '0' || c > '9') && !hex {
			return false
		}
	}
	return true
}

// canonicalIPv4 reads the forms that browsers read: 127.1, 0x7f.0.0.1,
// 017700000001 and 2130706433 are all 127.0.0.1
// (https://url.spec.whatwg.org/#concept-ipv4-parser).
func canonicalIPv4(name string) (string, bool) {
	var value uint64
	rest, more := name, true
	for part := 0; more; part++ {
		var label string
		label, rest, more = strings.Cut(rest, ".")
		number, ok := parseNumber(label)
		if !ok || part > 3 || more && number > 255 {
			return "", false
		}
		if more {
			value |= number << (24 - 8*part)
			continue
		}
		if number >= 1<<(32-8*part) { // the last number fills the bytes that are left
			return "", false
		}
		value |= number
	}
	v := uint32(value)
	return netip.AddrFrom4([4]byte{byte(v >> 24), byte(v >> 16), byte(v >> 8), byte(v)}).String(), true
}

func parseNumber(label string) (uint64, bool) {
	if label == "" {
		return 0, false
	}
	base, digits := 10, label
	switch {
	case strings.HasPrefix(label, "0x"):
		base, digits = 16, label[2:]
	case label[0] == '0':
		base = 8
	}
	digits = strings.TrimLeft(digits, "0")
	if digits == "" {
		return 0, true
	}
	if digits[0] > '9' && base < 16 || len(digits) > len("37777777777") {
		return 0, false // before strconv allocates an error for it
	}
	number, err := strconv.ParseUint(digits, base, 64)
	return number, err == nil
}

// canonicalIPv6 reads an IPv6 address without brackets. A zone is refused: it
// means something on one machine only.
func canonicalIPv6(s string) (string, bool) {
	if len(s) < len("::") || len(s) > len("ffff:ffff:ffff:ffff:ffff:ffff:255.255.255.255") {
		return "", false
	}
	colons := 0
	for i := 0; i < len(s); i++ {
		switch c := s[i]; {
		case c == ':':
			colons++
		case c != '.' && !isHex(c):
			return "", false
		}
	}
	if colons < 2 {
		return "", false
	}
	addr, err := netip.ParseAddr(s)
	if err != nil {
		return "", false
	}
	return addr.String(), true
}

// sharedAddresses is the space of carrier-grade NAT (RFC 6598): an address in
// it is not reachable from the Internet.
var sharedAddresses = netip.MustParsePrefix("100.64.0.0/10")

// isLocal reports whether an address is only reachable from near by.
func isLocal(addr netip.Addr) bool {
	addr = addr.Unmap()
	return addr.IsLoopback() || addr.IsPrivate() || addr.IsLinkLocalUnicast() || addr.IsUnspecified() ||
		addr.IsMulticast() || sharedAddresses.Contains(addr) || addr == netip.AddrFrom4([4]byte{255, 255, 255, 255})
}
