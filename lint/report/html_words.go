package report

import (
	"cmp"
	"strings"

	"github.com/beianlint/beianlint/lint/app"
	"github.com/beianlint/beianlint/lint/finding"
	"github.com/beianlint/beianlint/lint/message"
)

// htmlWords puts what a report shows into the words of its reader.
type htmlWords struct {
	lang  message.Lang
	paths Paths
	root  Paths  // names files as blob has them
	blob  string // see Options
}

func (w *htmlWords) say(id message.ID, args ...any) text {
	return text(w.lang.Message(id, args...))
}

func (w *htmlWords) severityText(s finding.Severity) string { return w.lang.Message(severityID(s)) }

// badge shows a status in words.
func (w *htmlWords) badge(status string) htmlBadge {
	return htmlBadge{text(status), w.statusText(status)}
}

func (w *htmlWords) statusText(status string) text {
	switch status {
	case "":
		return ""
	case "filed", "ending", "revoked":
		return w.say(message.ID("html.status-" + status))
	}
	return w.say(message.ID("report.status-" + status))
}

// programName is what people call a mini program: by its platforms and, where it
// has a folder of its own, by that.
func (w *htmlWords) programName(p *app.App) string {
	at := w.paths.Show(cmp.Or(p.Tenant, p.Root))
	if at == "." {
		at = ""
	}
	return strings.TrimSpace(w.lang.Message("html.program-name", platformNames(p.Platforms, w.lang), at))
}

// filing shows number and subject of the filing that covers a host, and where
// the list says so.
func (w *htmlWords) filing(f *app.Filing) htmlFiling {
	view := htmlFiling{Number: text(f.Number), Entity: text(cmp.Or(f.Entity, ownerOf(*f).In(w.lang)))}
	if f.Span.File != nil {
		at := w.paths.place(f.Span)
		view.File, view.Line, view.URL = text(at.file), at.line, w.link(f.Span.File.Name, at.line)
	}
	return view
}

func (w *htmlWords) declared(d app.Declared) *htmlBadge {
	if d == app.NotKnown {
		d = "unknown"
	}
	return &htmlBadge{text(d), w.say(message.ID("html.declared-" + string(d)))}
}
