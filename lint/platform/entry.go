package platform

import (
	"strings"

	"github.com/beianlint/beianlint/lint/endpoint"
)

// Entry returns what the box of a category must list for a used endpoint to
// pass, in the form that the console takes. It is false where the platform has
// no such box, or one that can hold no entry for the endpoint.
func (p *Platform) Entry(used endpoint.Endpoint, c Category) (endpoint.Endpoint, bool) {
	box := p.Box(c)
	if box == nil || p.ForbidsIn(c, used.Host) != nil || !box.holds(used.Host) {
		return endpoint.Endpoint{}, false
	}
	if box.Domain {
		return endpoint.Endpoint{Host: endpoint.Registrable(used.Host)}, true
	}
	entry := endpoint.Endpoint{Host: used.Host, Wildcard: used.Wildcard && box.Wildcard}
	if len(box.Schemes) > 0 {
		entry.Scheme = box.Schemes[0]
	}
	if box.Port == PortExact {
		entry.Port = used.Port
	}
	return entry, box.Port != PortNone || used.Port == 0
}

// holds reports whether an entry of the box can name a host: no address, no
// lone label, no character that the console refuses.
func (b *Box) holds(host string) bool {
	return endpoint.Registrable(host) != "" &&
		(b.Underscore || !strings.Contains(host, "_")) &&
		(b.IDN || !strings.Contains(host, "xn--"))
}
