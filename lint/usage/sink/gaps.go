package sink

import (
	"github.com/beianlint/beianlint/lint/message"
	"github.com/beianlint/beianlint/lint/miniprogram"
	"github.com/beianlint/beianlint/lint/source"
	"github.com/beianlint/beianlint/lint/usage/account"
)

// gaps notes what was not read or evaluated to the end.
type gaps struct {
	in      *inputs
	missing *account.Ledger
}

func (g *gaps) all() {
	g.unread()
	g.bounds()
}

// unread notes what ships and was not read.
func (g *gaps) unread() {
	for _, u := range g.in.project.Unread {
		reason := message.Text{EN: message.English.Message(u.Reason), ZH: message.Chinese.Message(u.Reason)}
		row := account.Row{Reason: account.File, Message: "account.file", Args: []any{source.Relative(u.Name, g.in.project.Root), reason}, Span: u.Span}
		if u.Reason == miniprogram.UnreadMissing {
			row.Reason, row.Message, row.Args = account.Import, "account.import", []any{source.Relative(u.Name, g.in.project.Root)}
		}
		g.missing.Add(row)
	}
}

// tooMuchWork says that the bound of work was met.
var tooMuchWork = message.Text{EN: "the mini program is too intricate", ZH: "这个小程序过于复杂"}

// bounds notes that the evaluation met its bound of work.
func (g *gaps) bounds() {
	if files := g.in.project.Files; g.in.values.Incomplete() && len(files) > 0 {
		g.missing.Add(account.Row{
			Reason: account.Bound, Message: "account.bound", Args: []any{tooMuchWork}, Span: source.Span{File: files[0].File},
		})
	}
}
