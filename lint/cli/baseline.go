package cli

import (
	"fmt"
	"io"

	"github.com/beianlint/beianlint/lint"
	"github.com/beianlint/beianlint/lint/message"
	"github.com/beianlint/beianlint/lint/report"
)

// writeBaseline writes the baseline that a run made, and says how to use it.
func (c *command) writeBaseline(r *lint.Report, f *flags) int {
	b, name := r.Baseline, c.paths().Show(r.Baseline.Name)
	if err := c.Files.Replace(b.Name, b.Data); err != nil {
		return c.failed(say("cli.unwritable", name, message.Cause(err)))
	}
	err := c.guarded(f, func(w io.Writer) error {
		return c.tellBaseline(w, b, report.Visible(name), f)
	})
	if err != nil {
		return c.failed(err)
	}
	return exitOK
}

func (c *command) tellBaseline(w io.Writer, b *lint.Baseline, name string, f *flags) error {
	lines := []string{c.lang.Message(form("cli.baseline-written", b.Findings), b.Findings, name)}
	if b.Left > 0 {
		lines = append(lines, c.lang.Message(form("cli.baseline-left", b.Left), b.Left))
	}
	if f.baseline == "" && !b.Named {
		lines = append(lines, c.lang.Message("cli.baseline-use", name))
	}
	for _, l := range lines {
		if _, err := fmt.Fprintln(w, l); err != nil {
			return err
		}
	}
	return nil
}

// form is the id of a message that counts: English has one form for one and
// another for the rest.
func form(id message.ID, n int) message.ID {
	if n == 1 {
		return id + ".one"
	}
	return id + ".many"
}
