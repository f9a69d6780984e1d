package cli

import (
	"io"

	"github.com/beianlint/beianlint/lint"
	"github.com/beianlint/beianlint/lint/message"
	"github.com/beianlint/beianlint/lint/report"
)

// writeBaseline writes the baseline that a run made, and says how to use it.
func (c *command) writeBaseline(b *lint.Baseline, f *flags) int {
	name := c.paths().Show(b.Name)
	if err := c.Files.Replace(b.Name, b.Data); err != nil {
		return c.failed(say("cli.unwritable", name, message.Cause(err)))
	}
	name = report.Visible(name)
	text := c.counted("cli.baseline-written", b.Findings, name)
	if b.Left > 0 {
		text += c.counted("cli.baseline-left", b.Left)
	}
	if f.baseline == "" && !b.Named {
		text += c.lang.Message("cli.baseline-use", name) + "\n"
	}
	err := c.guarded(f, func(w io.Writer) error {
		_, err := io.WriteString(w, text)
		return err
	})
	if err != nil {
		return c.failed(err)
	}
	return exitOK
}

// counted is a line that says how many of a thing there are: English has one form
// for one and another for the rest.
//
//go:noinline
func (c *command) counted(id message.ID, n int, more ...any) string {
	form := id + ".many"
	if n == 1 {
		form = id + ".one"
	}
	return c.lang.Message(form, append([]any{n}, more...)...) + "\n"
}
