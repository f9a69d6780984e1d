package sink

import (
	"github.com/beianlint/beianlint/lint/message"
	"github.com/beianlint/beianlint/lint/source"
	"github.com/beianlint/beianlint/lint/usage/account"
)

// gaps notes what was not read or evaluated to the end.
type gaps struct {
	in      *inputs
	missing *account.Ledger
}

func (g *gaps) all() {
	g.bounds()
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
