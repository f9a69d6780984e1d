package cli

import (
	"context"
	"errors"
	"io/fs"
	"strings"

	"github.com/beianlint/beianlint/lint"
	"github.com/beianlint/beianlint/lint/cli/machine"
	"github.com/beianlint/beianlint/lint/message"
	"github.com/beianlint/beianlint/lint/report"
	"github.com/beianlint/beianlint/lint/source"
)

// refuse says why the linter did not run to its end, and returns the exit code.
func (c *command) refuse(ctx context.Context, err error, f *flags) int {
	var list *lint.ListError
	var config *lint.ConfigError
	var at *fs.PathError
	switch {
	case errors.As(err, &list):
		return c.problems(list.Problems, f)
	case errors.As(err, &config):
		return c.problems(config.Problems, f)
	case ctx.Err() != nil:
		return c.failed(say("cli.interrupted"))
	case errors.As(err, &at):
		return c.failed(say("cli.unreadable-path", c.paths().Show(machine.Name(at.Path)), message.Cause(at.Err)))
	}
	return c.failed(err)
}

// problems shows what is wrong with a filed list or the config: with its place
// where it has one, on one line where not.
func (c *command) problems(problems []*source.Problem, f *flags) int {
	var placed []*source.Problem
	for _, p := range problems {
		if p.Span.File != nil {
			placed = append(placed, p)
			continue
		}
		text := c.lang.Message(p.Message, p.Args...) + ": " + c.lang.Help(p.Message, p.Args...)
		c.complain(strings.TrimSuffix(text, ": "))
	}
	if len(placed) == 0 {
		return exitUsage
	}
	if err := c.writeProblems(placed, f); err != nil {
		return c.failed(err)
	}
	return exitUsage
}

func (c *command) writeProblems(problems []*source.Problem, f *flags) error {
	if f.format != "github" {
		return report.Problems(c.Stderr, problems, c.textOptions(f))
	}
	o, err := c.githubOptions("", f)
	if err != nil {
		return err
	}
	return report.GitHubProblems(c.Stdout, problems, o)
}
