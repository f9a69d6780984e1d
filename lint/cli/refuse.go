package cli

import (
	"context"
	"errors"
	"io/fs"
	"strings"

	"github.com/beianlint/beianlint/lint/cli/machine"
	"github.com/beianlint/beianlint/lint/config"
	"github.com/beianlint/beianlint/lint/filedlist"
	"github.com/beianlint/beianlint/lint/message"
	"github.com/beianlint/beianlint/lint/report"
	"github.com/beianlint/beianlint/lint/source"
)

// refuse says why the linter did not run to its end, and returns the exit code.
func refuse(ctx context.Context, s *session, err error) int {
	var list *filedlist.Error
	var config *config.Error
	var at *fs.PathError
	switch {
	case errors.As(err, &list):
		return problems(s, list.Problems)
	case errors.As(err, &config):
		return problems(s, config.Problems)
	case errors.Is(err, errTimeout):
		return timedOut(s)
	case ctx.Err() != nil:
		return s.con.failed(say("cli.interrupted"))
	case errors.As(err, &at):
		return s.con.failed(say("cli.unreadable-path", s.dir.show(machine.Name(at.Path)), message.Cause(at.Err)))
	}
	return s.con.failed(err)
}

// problems shows what is wrong with a filed list or the config: with its place
// where it has one, on one line where not.
func problems(s *session, problems []*source.Problem) int {
	var placed []*source.Problem
	for _, p := range problems {
		if p.Span.File != nil {
			placed = append(placed, p)
			continue
		}
		between := message.Colon.In(s.con.lang)
		text := s.con.lang.Message(p.Message, p.Args...) + between + s.con.lang.Help(p.Message, p.Args...)
		s.con.complain(strings.TrimSuffix(text, between))
	}
	if len(placed) == 0 {
		return exitUsage
	}
	if err := writeProblems(s, placed); err != nil {
		return s.con.failed(err)
	}
	return exitUsage
}

func writeProblems(s *session, problems []*source.Problem) error {
	if s.opt.format != "github" {
		return report.Problems(s.Stderr, problems, common(s))
	}
	o, err := optionsOf(s, report.Findings.Format("github"), "")
	if err != nil {
		return err
	}
	return report.GitHubProblems(s.Stdout, problems, o)
}
