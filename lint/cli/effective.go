package cli

import (
	"errors"

	"github.com/beianlint/beianlint/lint"
	"github.com/beianlint/beianlint/lint/config"
	"github.com/beianlint/beianlint/lint/report"
)

// printConfig prints the config that holds, as a config with comments.
func printConfig(s *session) int {
	if err := resolvePaths(s); err != nil {
		return s.con.usage(err)
	}
	var e *lint.Effective
	for _, dir := range s.opt.run.Dirs {
		other, err := lint.EffectiveConfig(&s.opt.run, dir)
		var config *config.Error
		switch {
		case errors.As(err, &config):
			return problems(s, config.Problems)
		case err != nil:
			return s.con.failed(err)
		case e != nil && e.Name != other.Name:
			return s.con.usage(say("cli.one-config", s.dir.show(e.Name), s.dir.show(other.Name)))
		}
		e = other
	}
	return s.con.printed(report.Config(s.Stdout, e, common(s)))
}

// printFiles prints the names of the files that were read.
func printFiles(s *session, r *lint.Result) int {
	return s.con.printed(report.Files(s.Stdout, r, s.dir.paths()))
}
