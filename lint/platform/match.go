package platform

import (
	"slices"

	"github.com/beianlint/beianlint/lint/endpoint"
)

// Accepts reports whether the platform lets a used endpoint pass because of
// one declared entry, by the rules of its list. An entry without a scheme is
// taken for one with the box's. In a category without an established box
// schemes and ports are not looked at.
func (p *Platform) Accepts(declared, used endpoint.Endpoint, c Category) bool {
	box := p.Box(c)
	if box == nil {
		box = &p.Unboxed
	}
	if declared.Host == "" || declared.Wildcard && !box.Wildcard {
		return false
	}
	return sameScheme(box, declared, used) && box.samePort(declared, used) && box.sameHost(declared, used)
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
func (b *Box) sameHost(declared, used endpoint.Endpoint) bool {
	switch {
	case declared.Host == used.Host:
		return !declared.Wildcard
	case b.Domain:
		domain := endpoint.Registrable(used.Host)
		return endpoint.Covers(declared.Host, used.Host) || domain != "" && domain == endpoint.Registrable(declared.Host)
	}
	return (b.Below || declared.Wildcard) && endpoint.Covers(declared.Host, used.Host)
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
