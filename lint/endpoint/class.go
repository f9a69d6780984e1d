package endpoint

import (
	"net/netip"
	"strings"

	"golang.org/x/net/publicsuffix"
)

// Class says what kind of name a host is: who could file it, if anybody.
type Class int

// The classes, in the order in which Classify looks for them.
const (
	Ordinary      Class = iota // a domain that its owner can file; example.com and its kin too
	PublicIP                   // an IP address on the Internet
	LocalAddress               // localhost; a loopback, private, link-local or carrier-NAT address
	Reserved                   // a name that no registry gives out (.test, .local …), or a lone label
	TestHost                   // below a domain that a cloud provider gives out for testing; consoles accept it
	Shared                     // below (or is) a cloud provider's shared domain, which the provider has filed
	PrivateSuffix              // below (or is) a suffix that others share out (github.io …): its users can never file it
)

var classNames = [...]string{"ordinary", "public-ip", "local-address", "reserved", "test-host", "shared", "private-suffix"}

// String returns the class as a word in lower case, for tests and debugging.
func (c Class) String() string { return classNames[c] }

// Classify returns the class of a canonical host.
func Classify(host string) Class {
	if isIP(host) {
		return classifyIP(host)
	}
	if host == "localhost" || host == "localhost.localdomain" {
		return LocalAddress
	}
	if isReserved(host) {
		return Reserved
	}
	if name, row := findShared(host); name != "" {
		return row.class
	}
	if isPrivate(host) {
		return PrivateSuffix
	}
	return Ordinary
}

func classifyIP(host string) Class {
	addr, err := netip.ParseAddr(host)
	if err == nil && isLocal(addr) {
		return LocalAddress
	}
	return PublicIP
}

func isReserved(host string) bool {
	if strings.IndexByte(host, '.') < 0 {
		return !knownTLD(host) // a public suffix is a different mistake
	}
	for _, row := range reservedNames {
		if Covers(row.name, host) {
			return true
		}
	}
	return false
}

// isPrivate reports whether the host is or lies below a suffix of the public
// suffix list's private section, or of our additions to it.
func isPrivate(host string) bool {
	suffix, icann := publicsuffix.PublicSuffix(host)
	if !icann && strings.IndexByte(suffix, '.') >= 0 {
		return true
	}
	for _, row := range privateSuffixes {
		if Covers(row.name, host) {
			return true
		}
	}
	return false
}

// SharedDomain returns the provider's domain that the host lies below or is
// ("myqcloud.com", the most specific one of the table), or "".
func SharedDomain(host string) string {
	name, _ := findShared(host)
	return name
}

// findShared looks the host and each of its parents up, so the longest wins.
func findShared(host string) (string, sharedDomain) {
	for name, more := host, true; more; _, name, more = strings.Cut(name, ".") {
		if row, ok := sharedDomains[name]; ok {
			return name, row
		}
	}
	return "", sharedDomain{}
}
