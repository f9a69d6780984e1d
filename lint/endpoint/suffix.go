package endpoint

import (
	"slices"
	"strings"

	"golang.org/x/net/publicsuffix"
)

// Registrable returns the domain that a filing must name to cover a canonical
// host: public suffix and one label. "" when the host is an IP address, a
// single label or itself a public suffix.
//
// Below a provider's shared domain it is the host itself (also for the shared
// domain): a wider name would cover the provider's other customers. Below a
// province's gov.cn domain each department files for itself.
func Registrable(host string) string {
	if isIP(host) || strings.IndexByte(host, '.') < 0 {
		return ""
	}
	if SharedDomain(host) != "" {
		return host
	}
	suffix := publicSuffix(host)
	if suffix == host {
		return ""
	}
	head := host[:len(host)-len(suffix)-1]
	return host[strings.LastIndexByte(head, '.')+1:]
}

// FilingDomain returns the domain that a filing for a canonical host is made for:
// its registrable domain, or the host itself where it has none.
func FilingDomain(host string) string {
	if d := Registrable(host); d != "" {
		return d
	}
	return host
}

// IsPublicSuffix reports whether a canonical host is a suffix under which
// others register domains: com, com.cn, 公益.cn, github.io. A filing for it
// would cover strangers. A provider's shared domain is none (SharedDomain).
func IsPublicSuffix(host string) bool {
	if host == "" || isIP(host) || SharedDomain(host) != "" {
		return false
	}
	for _, row := range privateSuffixes {
		if row.name == host {
			return true
		}
	}
	return publicSuffix(host) == host && knownTLD(host)
}

// publicSuffix is the list's answer with our additions.
func publicSuffix(host string) string {
	for _, row := range extraSuffixes {
		if Covers(row.name, host) {
			return row.name
		}
	}
	if parent := provincialParent(host); parent != "" {
		return parent
	}
	suffix, _ := publicsuffix.PublicSuffix(host)
	return suffix
}

// provincialParent returns bj.gov.cn for a department's host below it; "" for
// the province's own site, with and without www.
func provincialParent(host string) string {
	head, ok := strings.CutSuffix(host, ".gov.cn")
	if !ok {
		return ""
	}
	department, province := "", head
	if i := strings.LastIndexByte(head, '.'); i >= 0 {
		department, province = head[:i], head[i+1:]
	}
	if department == "" || department == "www" || !slices.Contains(provinces, province) {
		return ""
	}
	return host[len(department)+1:]
}

// ApprovedSuffix reports whether the top-level domain of a canonical host is
// on the list of those that MIIT has approved. The list only grows, so false
// proves nothing. An IP address has no suffix to object to: true.
func ApprovedSuffix(host string) bool {
	return isIP(host) || slices.Contains(approvedTLDs, lastLabel(host))
}

// Covers reports whether host is domain or lies below it, label by label. Both
// are canonical. An IP address covers only itself.
func Covers(domain, host string) bool {
	if domain == host {
		return domain != ""
	}
	head, ok := strings.CutSuffix(host, domain)
	return ok && domain != "" && strings.HasSuffix(head, ".") && !isIP(host)
}
