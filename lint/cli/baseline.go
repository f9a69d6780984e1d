package cli

import (
	"io"

	"github.com/beianlint/beianlint/lint/message"
	"github.com/beianlint/beianlint/lint/report"
	"github.com/beianlint/beianlint/lint/suppress"
)

// writeBaseline writes the baseline that a run made, and says how to use it.
func writeBaseline(s *session, b *suppress.Record) int {
	name := s.dir.show(b.Name)
	if err := s.Files.Replace(b.Name, b.Data); err != nil {
		return s.con.failed(say("cli.unwritable", name, message.Cause(err)))
	}
	name = report.Visible(name)
	text := s.con.counted("cli.baseline-written", b.Findings, name)
	if b.Left > 0 {
		text += s.con.counted("cli.baseline-left", b.Left)
	}
	if s.opt.run.Baseline == "" && !b.Named {
		text += s.con.lang.Message("cli.baseline-use", name) + "\n"
	}
	err := guarded(s, func(w io.Writer) error {
		_, err := io.WriteString(w, text)
		return err
	})
	if err != nil {
		return s.con.failed(err)
	}
	return exitOK
}
