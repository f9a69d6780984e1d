package report

import (
	"slices"
	"strconv"
	"strings"

	"github.com/beianlint/beianlint/lint"
	"github.com/beianlint/beianlint/lint/message"
	"github.com/beianlint/beianlint/lint/platform"
)

// rowData is by what a filter finds an entry of the report.
type rowData struct {
	status          string
	severity        lint.Severity
	programs, boxes []string
}

// row returns the attributes of an entry that a filter may hide.
func (h *htmlReport) row(d rowData) []attr {
	attrs := []attr{class("row")}
	for _, a := range []attr{
		{"data-status", d.status}, {"data-severity", string(d.severity)},
		{"data-program", strings.Join(d.programs, " ")}, {"data-box", strings.Join(d.boxes, " ")},
	} {
		if a.value != "" {
			attrs = append(attrs, a)
		}
	}
	return attrs
}

// filter writes the form that hides entries. Without the script it is not shown.
func (h *htmlReport) filter() {
	h.start("form", attr{"hidden", ""}, attr{"role", "search"}, attr{"aria-label", h.lang.Message("html.filter")}, attr{"autocomplete", "off"})
	h.start("label")
	h.say("span", "html.search")
	h.void("input", attr{"type", "search"}, attr{"name", "q"}, attr{"placeholder", h.lang.Message("html.search-in")})
	h.end(1)
	h.choice("status", "html.status", h.statusOptions())
	h.choice("program", "html.program", h.programOptions())
	h.choice("box", "html.box", h.boxOptions())
	h.choice("severity", "html.severity", h.severityOptions())
	h.say("button", "html.reset", attr{"type", "reset"})
	h.el("output", "", attr{"aria-live", "polite"}, attr{"data-text", h.lang.Message("html.shown", "{n}", "{all}")})
	h.end(1)
}

// option is one value of a filter.
type option struct{ value, title string }

// choice writes a filter, unless there is nothing to choose.
func (h *htmlReport) choice(name string, title message.ID, options []option) {
	if len(options) < 2 {
		return
	}
	h.start("label")
	h.say("span", title)
	h.start("select", attr{"name", name})
	h.say("option", "html.all", attr{"value", ""})
	for _, o := range options {
		h.el("option", o.title, attr{"value", o.value})
	}
	h.end(2)
}

func (h *htmlReport) statusOptions() (list []option) {
	seen := make([]bool, len(statuses))
	for i := range h.r.Projects {
		p := h.r.Projects[i]
		for k := range p.Hosts {
			seen[rankOf(h.statusOf(p, p.Hosts[k]))] = true
		}
	}
	for i, status := range statuses {
		if seen[i] {
			list = append(list, option{status, h.lang.Message(statusID(status))})
		}
	}
	return list
}

func (h *htmlReport) programOptions() (list []option) {
	for i := range h.r.Projects {
		list = append(list, option{strconv.Itoa(i), h.programName(i)})
	}
	return list
}

func (h *htmlReport) severityOptions() (list []option) {
	for _, s := range []lint.Severity{lint.Error, lint.Warning, lint.Notice} {
		list = append(list, option{string(s), h.lang.Message(severityID(s))})
	}
	return list
}

// boxOptions lists the boxes and other groups that some mini program has a row in.
func (h *htmlReport) boxOptions() (list []option) {
	add := func(token, title string) {
		if o := (option{token, title}); !slices.Contains(list, o) {
			list = append(list, o)
		}
	}
	for i := range h.r.Projects {
		p := h.r.Projects[i]
		for k := range p.Boxes {
			if len(p.Boxes[k].Hosts) > 0 {
				add(boxToken(p.Platform, p.Boxes[k].Category), p.Boxes[k].Title.In(h.lang))
			}
		}
	}
	for i := range h.r.Projects {
		for _, c := range outside(h.r.Projects[i]) {
			add(string(c), h.outsideTitle(c))
		}
	}
	return list
}

// tokenOf is how the filter calls the box or group of a category.
func (h *htmlReport) tokenOf(p *lint.Project, c platform.Category) string {
	if pf := platform.ByID(p.Platform); pf != nil {
		if box := pf.Box(c); box != nil {
			return boxToken(p.Platform, box.Category)
		}
	}
	return string(c)
}

// boxTokens names the boxes and groups that hosts are in.
func (h *htmlReport) boxTokens(list spots) (tokens []string) {
	for _, s := range list {
		for _, c := range s.host.Categories {
			tokens = append(tokens, h.tokenOf(h.r.Projects[s.program], c))
		}
	}
	slices.Sort(tokens)
	return slices.Compact(tokens)
}
