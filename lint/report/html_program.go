package report

import "strconv"

func programID(i int) string { return "p" + strconv.Itoa(i+1) }

// program shows the hosts of a mini program, a section for each list of the
// platform's console.
func (h *htmlBuilder) program(i int) htmlProgram {
	p := h.programs[i]
	view := htmlProgram{ID: programID(i), Name: text(p.name), AppID: text(p.AppID), Empty: len(p.hosts) == 0}
	for _, s := range p.sections {
		if hosts := h.hostsOf(p, s); len(hosts) > 0 {
			view.Sections = append(view.Sections, htmlSection{text(s.title), hosts})
		}
	}
	return view
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
	if !host.Enforced && rankOf(host.status()) >= rankOf("pending") {
		view.Badge.Look = "" // the platform does not mind that a filing lacks
	}
	if s.box != nil {
		view.Declared = h.declared(s.box.Declared[host.name()])
	}
	return view
}
