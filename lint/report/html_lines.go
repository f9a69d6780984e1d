package report

import (
	"slices"
	"strings"

	"github.com/beianlint/beianlint/lint/app"
	"github.com/beianlint/beianlint/lint/message"
	"github.com/beianlint/beianlint/lint/platform"
	"github.com/beianlint/beianlint/lint/rule"
)

// htmlCopy is what a button copies: entries with blanks between them, which the
// script replaces by what By says, or a text as it is where By is "".
type htmlCopy struct {
	Text text
	By   string // "lines" or what stands between the entries
}

// copyOfBox is what to paste into a box of the console; nil where there is nothing.
func copyOfBox(p *indexedProgram, box *app.Box) *htmlCopy {
	if box == nil || len(box.Entries) == 0 {
		return nil
	}
	by := platform.ByID(p.Platform).Separator
	if by == "\n" {
		by = "lines"
	}
	return &htmlCopy{text(strings.Join(endpointTexts(box.Entries), " ")), by}
}

// lineOf is what to write into the filed list for a task; "" where the list has the
// domain, or nobody can file it.
func lineOf(t *task, l message.Lang) text {
	if t.filing.Status != rule.Unfiled || t.filing.Who == "html.who-nobody" || len(t.hosts) == 0 {
		return ""
	}
	columns := slices.DeleteFunc(listingOf(t.hosts[0].Host).entry(l), func(s string) bool { return s == "" })
	return text(strings.Join(columns, "  "))
}
