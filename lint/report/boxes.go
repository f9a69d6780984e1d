package report

import (
	"io"
	"strings"

	"github.com/beianlint/beianlint/lint"
	"github.com/beianlint/beianlint/lint/app"
	"github.com/beianlint/beianlint/lint/endpoint"
	"github.com/beianlint/beianlint/lint/platform"
)

// Console writes, box by box, what can be pasted into the platform's console. It
// returns the error of the writer.
func Console(w io.Writer, r *lint.Result, o *Options) error {
	var b strings.Builder
	p := paint(o.Color)
	for i, project := range r.Projects {
		if i > 0 {
			b.WriteString("\n")
		}
		b.WriteString(p.styled(bold, projectTitle(project, o)) + "\n")
		empty := true
		for _, box := range project.Boxes {
			if len(box.Entries) > 0 {
				empty = false
				b.WriteString("\n" + p.styled(dim, box.Title.In(o.Lang)) + "\n" + consoleText(project.Platform, box) + "\n")
			}
		}
		if empty {
			b.WriteString("\n" + o.Lang.Message("report.no-entries") + "\n")
		}
	}
	_, err := io.WriteString(w, b.String())
	return err
}

func consoleText(id platform.ID, box app.Box) string {
	list := endpointTexts(box.Entries)
	for i, entry := range list {
		list[i] = Visible(entry)
	}
	return strings.Join(list, platform.ByID(id).Separator)
}

func endpointTexts(entries []endpoint.Endpoint) []string {
	out := []string{}
	for _, e := range entries {
		out = append(out, e.String())
	}
	return out
}

// API writes the bodies of the platform's own calls that put the domains of the
// only mini program into its lists, each under the name of its call. It returns
// the error of the writer.
func API(w io.Writer, r *lint.Result, _ *Options) error {
	p := r.Projects[0]
	bodies := platform.ByID(p.Platform).Lists.Bodies(func(c platform.Category) []string { return domainsToSet(p, c) })
	return writeJSON(w, bodies)
}

// domainsToSet returns what a box is to be set to. It returns nil if that is not
// known, because only hosts that nobody has named are contacted: an empty list
// would empty the box on the platform.
func domainsToSet(p *app.App, c platform.Category) []string {
	for _, box := range p.Boxes {
		if box.Category == c && (len(box.Entries) > 0 || !box.Open) {
			return endpointTexts(box.Entries)
		}
	}
	return nil
}

// Changes writes, box by box, what a saved allowlist lacks and what it has too
// much. It returns the error of the writer.
func Changes(w io.Writer, changes []app.Change, o *Options) error {
	var b strings.Builder
	p := paint(o.Color)
	for i, c := range changes {
		if i > 0 {
			b.WriteString("\n")
		}
		title := c.Title.In(o.Lang)
		if !c.Recorded {
			title = o.Lang.Message("report.box-not-recorded", title)
		}
		b.WriteString(p.styled(bold, title) + "\n")
		for _, e := range c.Add {
			b.WriteString(p.styled(green, "+ "+Visible(e.String())) + "\n")
		}
		for _, raw := range c.Remove {
			b.WriteString(p.styled(red, "- "+Visible(raw)) + "\n")
		}
	}
	if len(changes) == 0 {
		b.WriteString(o.Lang.Message("report.no-changes") + "\n")
	}
	_, err := io.WriteString(w, b.String())
	return err
}
