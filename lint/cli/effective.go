package cli

import (
	"errors"

	"github.com/beianlint/beianlint/lint"
	"github.com/beianlint/beianlint/lint/report"
)

// printConfig prints the config that holds, as a config with comments.
func (c *command) printConfig(f *flags) int {
	o, err := c.options(f)
	if err != nil {
		return c.usage(err)
	}
	var e *lint.Effective
	for _, dir := range o.Dirs {
		other, err := lint.EffectiveConfig(&o, dir)
		var config *lint.ConfigError
		switch {
		case errors.As(err, &config):
			return c.problems(config.Problems, f)
		case err != nil:
			return c.failed(err)
		case e != nil && e.Name != other.Name:
			return c.usage(say("cli.one-config", c.paths().Show(e.Name), c.paths().Show(other.Name)))
		}
		e = other
	}
	return c.printed(report.Config(c.Stdout, e, c.textOptions(f)))
}

// printFiles prints the names of the files that were read.
func (c *command) printFiles(r *lint.Report) int {
	return c.printed(report.Files(c.Stdout, r, c.paths()))
}

func (c *command) printed(err error) int {
	if err != nil {
		return c.failed(err)
	}
	return exitOK
}
