package report

import (
	"slices"
	"strconv"
)

func programID(i int) string { return "p" + strconv.Itoa(i+1) }

// program shows the hosts of a mini program, a section for each list of the
// platform's console.
func (h *htmlBuilder) program(i int) htmlProgram {
	p := h.programs[i]
	view := htmlProgram{ID: programID(i), Name: text(p.name), AppID: text(p.AppID), Empty: len(p.hosts) == 0, Open: h.open(i)}
	for _, s := range p.sections {
		if hosts := h.hostsOf(p, s); len(hosts) > 0 {
			view.Sections = append(view.Sections, htmlSection{text(s.title), copyOfBox(p, s.box), hosts})
		}
	}
	return view
}

// open reports whether the section of a mini program is unfolded: the first one,
// and those with something to do, as long as they are few.
func (h *htmlBuilder) open(i int) bool {
	lacks := func(host *indexedHost) bool { return host.verdict.status != "" }
	return len(h.programs) <= maxFolded && (i == 0 || slices.ContainsFunc(h.programs[i].hosts, lacks))
}

func (h *htmlBuilder) hostsOf(p *indexedProgram, s *section) (list []htmlHost) {
	for _, host := range p.hosts {
		if overlap(s.takes, host.Categories) {
			list = append(list, h.host(host, s))
		}
	}
	return list
}

func (h *htmlBuilder) host(host *indexedHost, s *section) htmlHost {
	view := htmlHost{
		Name: text(hostName(host.name())), Badge: h.badge(host.status()), Severity: text(host.verdict.severity),
		Filing: h.filing(&host.Filing), Places: h.placesOf(host, s.takes),
	}
	if isPart(host.Host) {
		view.Platforms = text(platformNames(host.Platforms, h.lang))
	}
	if !host.Enforced && rankOf(host.status()) >= rankOf("pending") {
		view.Badge.Look = "" // the platform does not mind that a filing lacks
	}
	if s.box != nil {
		view.Declared = h.declared(s.box.Declared[host.name()])
	}
	return view
}
