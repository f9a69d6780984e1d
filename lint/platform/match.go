package platform

import (
	"slices"

	"github.com/beianlint/beianlint/lint/endpoint"
)

// Accepts reports whether the platform lets a used endpoint pass because of
// one declared entry, by the rules of its list. An entry without a scheme is
// taken for one with the box's. In a category without an established box
// schemes and ports are not looked at. A wildcard is no entry.
func (p *Platform) Accepts(declared, used endpoint.Endpoint, c Category) bool {
	if declared.Wildcard || declared.Host == "" {
		return false
	}
	box := p.Box(c)
	if box == nil {
		box = &p.Unboxed
	}
	return sameScheme(box, declared, used) && box.samePort(declared, used) && box.sameHost(declared.Host, used.Host)
}

func (b *Box) samePort(declared, used endpoint.Endpoint) bool {
	switch b.Port {
	case PortExact:
		return declared.Port == used.Port
	case PortNone:
		return used.Port == 0
	}
	return true
}

// sameHost compares hosts as the list does. An entry that is a domain lets all
// hosts of the same registrable domain pass: https://opendocs.alipay.com/mini/008gq6
// has a.com for 1.a.com and 2.a.com.
func (b *Box) sameHost(declared, used string) bool {
	switch {
	case declared == used:
		return true
	case b.Domain:
		domain := endpoint.Registrable(used)
		return endpoint.Covers(declared, used) || domain != "" && domain == endpoint.Registrable(declared)
	}
	return b.Below && endpoint.Covers(declared, used)
}

// sameScheme compares the schemes, with the box's own where none is written.
func sameScheme(box *Box, declared, used endpoint.Endpoint) bool {
	if len(box.Schemes) == 0 {
		return true
	}
	scheme := used.Scheme
	if scheme == "" {
		scheme = box.Schemes[0]
	}
	return slices.Contains(box.Schemes, scheme) && (declared.Scheme == "" || declared.Scheme == scheme)
}
