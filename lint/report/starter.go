package report

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/beianlint/beianlint/lint"
	"github.com/beianlint/beianlint/lint/app"
	"github.com/beianlint/beianlint/lint/endpoint"
	"github.com/beianlint/beianlint/lint/filing"
	"github.com/beianlint/beianlint/lint/message"
	"github.com/beianlint/beianlint/lint/platform"
)

// starter gathers the domains of a first filed list, each in one group.
type starter struct {
	own, media, unfilable map[string]bool
	vendors               map[string]message.Text // by the domain to list
}

// Starter returns a first filed list: every domain that the mini programs
// contact or declare, marked as pending, and how many entries it has.
func Starter(r *lint.Result, l message.Lang) (list string, entries int) {
	s := starter{map[string]bool{}, map[string]bool{}, map[string]bool{}, map[string]message.Text{}}
	for _, p := range r.Projects {
		for _, h := range p.Hosts {
			s.add(h)
		}
	}
	maps.DeleteFunc(s.media, func(domain string, _ bool) bool { return s.own[domain] })
	var b strings.Builder
	b.WriteString(comment(l.Message("init.list-head")))
	s.group(&b, l.Message("init.list-own"), slices.Sorted(maps.Keys(s.own)), nil)
	s.group(&b, l.Message("init.list-vendors"), slices.Sorted(maps.Keys(s.vendors)), func(domain string) string {
		if owner := s.vendors[domain].In(l); owner != "" {
			return "owner=vendor  # " + owner
		}
		return "owner=vendor"
	})
	s.group(&b, l.Message("init.list-media"), slices.Sorted(maps.Keys(s.media)), nil)
	if len(s.unfilable) > 0 {
		b.WriteString("\n" + comment(l.Message("init.list-hopeless")+"\n  "+strings.Join(slices.Sorted(maps.Keys(s.unfilable)), "\n  ")))
	}
	return b.String(), len(s.own) + len(s.vendors) + len(s.media)
}

// add puts what is to be filed for a host into its group. Addresses and what a
// platform forbids need no entry: none would help.
func (s starter) add(h *app.Host) {
	domain := endpoint.Registrable(h.Host)
	var owner message.Text
	vendor := platform.VendorOf(h.Host)
	if vendor != nil {
		owner = vendor.Owner
	}
	switch class := endpoint.Classify(h.Host); {
	case h.Filing.Status == filing.Local, class == endpoint.PublicIP, forbidden(h.Host):
	case domain == "", class == endpoint.Reserved, class == endpoint.PrivateSuffix, endpoint.SharedDomain(h.Host) == h.Host:
		s.unfilable[endpoint.Unicode(h.Host)] = true
	case vendor != nil && endpoint.SharedDomain(h.Host) == "":
		s.vendors[endpoint.Unicode(vendor.Domain)] = owner
	case endpoint.SharedDomain(h.Host) != "":
		s.vendors[endpoint.Unicode(h.Host)] = owner // the vendor's number, but only for this host
	case h.Enforced:
		s.own[endpoint.Unicode(domain)] = true
	default:
		s.media[endpoint.Unicode(domain)] = true
	}
}

func forbidden(host string) bool {
	return slices.ContainsFunc(platform.All(), func(p *platform.Platform) bool { return p.Forbids(host) != nil })
}

func (s starter) group(b *strings.Builder, title string, domains []string, more func(string) string) {
	if len(domains) == 0 {
		return
	}
	b.WriteString("\n" + comment(title))
	width := 0
	for _, d := range domains {
		width = max(width, cells(d))
	}
	for _, d := range domains {
		line := pad(d, width) + "  pending"
		if more != nil {
			line += "  " + more(d)
		}
		b.WriteString(strings.TrimRight(line, " ") + "\n")
	}
}

// comment makes lines of a filed list that say nothing to the linter.
func comment(text string) string {
	var b strings.Builder
	for line := range strings.Lines(text) {
		fmt.Fprintf(&b, "# %s\n", strings.TrimRight(line, "\n"))
	}
	return b.String()
}
