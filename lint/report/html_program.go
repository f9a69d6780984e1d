package report

import (
	"path"
	"slices"
	"strconv"

	"github.com/beianlint/beianlint/lint"
	"github.com/beianlint/beianlint/lint/message"
	"github.com/beianlint/beianlint/lint/platform"
)

// programName is what people call a mini program: by its platforms and, where
// it has a folder of its own, by that.
func (h *htmlReport) programName(i int) string {
	p := h.r.Projects[i]
	name := h.lang.Message(message.ID("html." + string(p.Platform)))
	for _, id := range p.Platforms[min(len(p.Platforms), 1):] {
		name += " / " + platformName(id, h.lang)
	}
	if at := h.o.Paths.Show(p.Root); at != "." {
		name += " " + at
	}
	if p.Tenant != "" {
		name += " " + path.Base(path.Dir(p.Tenant)) + "/" + path.Base(p.Tenant)
	}
	return name
}

// program writes the domains of a mini program, a group of rows for each list
// of the platform's console.
func (h *htmlReport) program(i int) {
	p, name := h.r.Projects[i], h.programName(i)
	h.start("section", attr{"id", sectionID("p", i)}, class("group program"))
	h.el("h2", name)
	if p.AppID != "" {
		h.start("p", class("appid"))
		h.text("AppID ")
		h.el("code", p.AppID)
		h.end(1)
	}
	if len(p.Hosts) == 0 {
		h.say("p", "report.no-hosts")
		h.end(1)
		return
	}
	h.start("table", class("domains"))
	h.el("caption", h.lang.Message("html.caption", name))
	hosts := byDomain(p.Hosts)
	h.columns("html.column-domain", "html.status", "html.column-filing", "html.column-declared", "html.column-place")
	for k := range p.Boxes {
		box := &p.Boxes[k]
		h.rows(i, hosts, boxGroup(p, box), box.Title.In(h.lang), box)
	}
	for _, c := range outside(p) {
		h.rows(i, hosts, hostGroup{token: string(c), categories: []platform.Category{c}}, h.outsideTitle(c), nil)
	}
	h.end(2)
}

// columns writes the head of a table.
func (h *htmlReport) columns(titles ...message.ID) {
	h.start("thead")
	h.start("tr")
	for _, id := range titles {
		h.say("th", id, attr{"scope", "col"})
	}
	h.end(2)
}

// hostGroup says which uses a group of rows is about, and how a filter calls it.
type hostGroup struct {
	token      string
	categories []platform.Category
}

func boxGroup(p *lint.Project, box *lint.Box) hostGroup {
	g := hostGroup{boxToken(p.Platform, box.Category), []platform.Category{box.Category}}
	if pf := platform.ByID(p.Platform); pf != nil {
		if known := pf.Box(box.Category); known != nil {
			g.categories = append(g.categories, known.Shares...)
		}
	}
	return g
}

func boxToken(id platform.ID, c platform.Category) string { return string(id) + "-" + string(c) }

// outside lists the categories of a mini program's hosts that no box is for.
func outside(p *lint.Project) (list []platform.Category) {
	pf := platform.ByID(p.Platform)
	for i := range p.Hosts {
		for _, c := range p.Hosts[i].Categories {
			if pf != nil {
				if pf.Box(c) != nil {
					continue
				}
			}
			if !slices.Contains(list, c) {
				list = append(list, c)
			}
		}
	}
	slices.Sort(list)
	return list
}

func (h *htmlReport) outsideTitle(c platform.Category) string {
	switch c {
	case platform.Media, platform.Unknown:
		return h.lang.Message(message.ID("html.group-" + string(c)))
	}
	return h.lang.Message("html.group-other", string(c))
}

// rows writes the hosts that a group is about: those of a box, or without one
// those with the category of the group.
func (h *htmlReport) rows(i int, all []*lint.Host, g hostGroup, title string, box *lint.Box) {
	var hosts []*lint.Host
	for k := range all {
		in := slices.Contains(all[k].Categories, g.categories[0])
		if box != nil {
			_, in = inBox(box, all[k].Host)
		}
		if in {
			hosts = append(hosts, all[k])
		}
	}
	if len(hosts) == 0 {
		return
	}
	h.start("tbody", class("group"))
	h.start("tr", class("box"))
	h.start("th", attr{"scope", "rowgroup"}, attr{"colspan", "5"})
	h.text(title + " ")
	h.el("span", strconv.Itoa(len(hosts)))
	h.end(2)
	for _, host := range hosts {
		h.host(i, g, box, host)
	}
	h.end(1)
}

// host writes the row of a host.
func (h *htmlReport) host(i int, g hostGroup, box *lint.Box, host *lint.Host) {
	p := h.r.Projects[i]
	status := h.statusOf(p, host)
	h.start("tr", h.row(rowData{
		status: status, severity: h.severity[spoken{p.Root, host.Host}],
		programs: []string{strconv.Itoa(i)}, boxes: []string{g.token},
	})...)
	h.start("th", attr{"scope", "row"})
	h.el("code", hostName(host.Host))
	h.end(1)
	h.start("td")
	h.badge(status)
	h.end(1)
	h.start("td", class("filing"))
	h.filing(&host.Filing, host.Host)
	h.end(1)
	h.start("td")
	if box != nil {
		declared, _ := inBox(box, host.Host)
		h.declared(declared)
	}
	h.end(1)
	h.start("td")
	h.places(i, host, g.categories)
	h.end(2)
}

// filing writes number and subject of the filing that covers a host.
func (h *htmlReport) filing(f *lint.HostFiling, host string) {
	if f.Number != "" {
		h.el("span", f.Number, class("number"))
	}
	if f.Entity != "" {
		h.el("span", f.Entity, class("entity"))
	}
	if f.Domain != "" && f.Domain != host {
		h.el("code", shownHost(f.Domain), class("note"))
	}
}

func (h *htmlReport) declared(d lint.Declared) {
	name := string(d)
	if d == lint.NotKnown {
		name = "unknown"
	}
	h.say("span", message.ID("html.declared-"+name), class("d-"+name))
}
