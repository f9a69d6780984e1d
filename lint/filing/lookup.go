package filing

import (
	"strings"

	"github.com/beianlint/beianlint/lint/endpoint"
)

// Lookup returns the most specific filing that covers a canonical host: the one
// for the host itself, else for the nearest parent that is not wider than a
// filing can be (endpoint.Registrable); nil when none does. Names are compared
// label by label.
func (l *List) Lookup(host string) *Filing {
	p, e := l.search(host, func(p *part, e *entry) bool { return !p.detail(e).rejected && l.counts(p, p.hostOf(e)) })
	if p == nil {
		return nil
	}
	f, _ := p.filing(e)
	return f
}

// Rejected returns the record that would cover the host if it counted, and why
// it does not; nil when there is none. It is the answer to "but it is in the list" where Lookup found
// nothing.
func (l *List) Rejected(host string) (*Filing, Reason) {
	p, e := l.search(host, func(p *part, e *entry) bool { return p.detail(e).rejected || !l.counts(p, p.hostOf(e)) })
	if p == nil {
		return nil, NoReason
	}
	f, reason := p.filing(e)
	if reason == NoReason {
		reason = NotAllowed
	}
	return f, reason
}

// search goes from the host upwards to the first entry that is wanted.
func (l *List) search(host string, wanted func(*part, *entry) bool) (*part, *entry) {
	if len(host) > longestHost {
		return nil, nil // no host; and the work would grow with its square
	}
	widest := endpoint.Registrable(host)
	if widest == "" {
		return nil, nil
	}
	for name, more := host, true; more && len(name) >= len(widest); _, name, more = strings.Cut(name, ".") {
		for part, p := range l.parts {
			if i, ok := p.index.find(name); ok && !l.overruled[place{part, i}] && wanted(p, &p.entries[i]) {
				return p, &p.entries[i]
			}
		}
	}
	return nil, nil
}
