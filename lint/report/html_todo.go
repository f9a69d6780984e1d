package report

import (
	"cmp"
	"slices"
	"strings"

	"github.com/beianlint/beianlint/lint/finding"
	"github.com/beianlint/beianlint/lint/message"
	"github.com/beianlint/beianlint/lint/platform"
	"github.com/beianlint/beianlint/lint/rule"
)

// task shows a domain that somebody has to see to.
func (h *htmlBuilder) task(t *task) htmlTask {
	view := htmlTask{
		Domain: text(hostName(t.domain)), Badge: h.badge(string(t.filing.Status)), Severity: text(t.severity),
		Sentences: h.sentences(t), Who: h.who(t), Line: lineOf(t, h.lang),
	}
	var programs, boxes []string
	for _, host := range t.hosts {
		about := titles(host.program.sections, host.Categories)
		programs, boxes = addNew(programs, host.program.name), addNew(boxes, about...)
		if len(h.programs) > 1 {
			about = append(about, host.program.name)
		}
		view.Hosts = append(view.Hosts, htmlTaskHost{
			text(hostName(host.name())), text(strings.Join(about, " · ")), h.placesOf(host, host.Categories),
		})
	}
	view.Programs, view.Boxes = barred(programs), barred(boxes)
	if n := len(view.Hosts) - maxFolded; n > 0 {
		view.Hosts, view.Folded = view.Hosts[:maxFolded], view.Hosts[maxFolded:]
		view.More = text(plural(h.lang, "html.more-hosts", n))
	}
	return view
}

// barred is a list as the script divides it.
func barred(list []string) text { return text(strings.Join(list, "|")) }

// addNew adds texts that a list does not have.
func addNew(list []string, texts ...string) []string {
	for _, s := range texts {
		if !slices.Contains(list, s) {
			list = append(list, s)
		}
	}
	return list
}

// sentences say what is missing and what to do about it, in several mini programs
// once.
func (h *htmlBuilder) sentences(t *task) (list []htmlSentence) {
	seen := map[message.ID]bool{}
	for _, f := range finding.Across(t.findings) {
		if !seen[f.Message] {
			seen[f.Message] = true
			list = append(list, htmlSentence{h.say(f.Message, f.Args...), text(f.Help(h.lang))})
		}
	}
	return list
}

// who says who can do something.
func (h *htmlBuilder) who(t *task) text {
	id, name := t.filing.Who, message.Text{}
	switch id {
	case "html.who-vendor":
		id = "html.who-shared"
		if v := platform.VendorOf(t.domain); v != nil {
			id, name = "html.who-vendor", v.Owner
		}
	case "html.who-entity", "html.who-owner":
		id, name = holder(t, id)
	}
	return h.say(id, name)
}

// holder says whose filing it is that is pending, ends or was revoked: the one of
// whoever runs the service, where a vendor does, or of the subject that the list names.
func holder(t *task, id message.ID) (message.ID, message.Text) {
	if len(t.hosts) == 0 {
		return "html.who-owner", message.Text{}
	}
	host, vendor := t.hosts[0], platform.VendorOf(t.domain)
	record := cmp.Or(host.Record, host.Revoked)
	switch {
	case vendor != nil && t.filing.Status != rule.Unfiled:
		return "html.who-vendor-files", vendor.Owner
	case record != nil && record.Vendor:
		return "html.who-service", message.Text{}
	case id == "html.who-entity" && host.Filing.Entity != "":
		return id, message.Text{EN: host.Filing.Entity, ZH: host.Filing.Entity}
	}
	return "html.who-owner", message.Text{}
}
