package filedlist

import (
	"maps"
	"slices"
	"strings"

	"github.com/beianlint/beianlint/lint/filing"
	"github.com/beianlint/beianlint/lint/suggest"
)

// mostCompared bounds the search for a near miss: a longer list is not kept by
// hand, and comparing every entry would take longer than the linting.
const mostCompared = 10_000

// byName fills in byDomain and domains, of a list that is not too long.
func (l *List) byName() {
	if l.byDomain != nil || l.Filings == nil || l.Filings.Len() > mostCompared {
		return
	}
	l.byDomain = map[string]*filing.Filing{}
	for f := range l.Filings.All() {
		l.byDomain[f.Domain] = f
	}
	l.domains = slices.Sorted(maps.Keys(l.byDomain))
}

// Below returns the first filing that is listed for a host below domain, nil for
// none: mostly the domain was filed, and the list names the host of the home page.
// What a vendor filed is the vendor's domain.
func (l *List) Below(domain string) *filing.Filing {
	l.byName()
	for _, d := range l.domains {
		if strings.HasSuffix(d, "."+domain) && !l.byDomain[d].Vendor {
			return l.byDomain[d]
		}
	}
	return nil
}

// Near returns the filing whose domain differs from domain by a slip of the
// pen, nil for none. Another suffix is more often another domain: example.cn,
// example.com.
func (l *List) Near(domain string) *filing.Filing {
	l.byName()
	label, suffix, _ := strings.Cut(domain, ".")
	best, limit := "", suggest.Slips(label)
	for _, d := range l.domains {
		if _, other, _ := strings.Cut(d, "."); suggest.Distance(suffix, other, 1) > 1 {
			continue
		}
		if n := suggest.Distance(domain, d, limit); n <= limit {
			best, limit = d, n-1
		}
	}
	return l.byDomain[best]
}
