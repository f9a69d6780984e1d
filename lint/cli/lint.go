package cli

import (
	"context"

	"github.com/beianlint/beianlint/lint"
	"github.com/beianlint/beianlint/lint/report"
)

// runLint is the main job: findings and an exit code.
func runLint(ctx context.Context, s *session) int {
	if s.opt.printConfig {
		return printConfig(s)
	}
	r, code, ok := check(ctx, s)
	if !ok {
		return code
	}
	if s.opt.listFiles {
		return max(code, printFiles(s, r))
	}
	if r.Baseline != nil {
		return max(code, writeBaseline(s, r.Baseline))
	}
	if err := writeAll(s, r); err != nil {
		return s.con.failed(err)
	}
	return max(code, verdict(s.opt.out.FailOn, r))
}

func verdict(failOn report.Threshold, r *lint.Result) int {
	if failOn.Failing(r.Summary) > 0 {
		return exitFindings
	}
	return exitOK
}
